#pragma once

#include "core/rules/agenda_text.h"
#include "core/rules/case_facts.h"
#include "core/rules/profile.h"

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// "Varför i dag?" for one row of the agenda.
struct RowExplanation {
    std::string rule;       ///< the row's rule, for tests and logs
    std::string title;      ///< what the rule is called
    std::string kind;       ///< law, guideline, default, agreed, own: how binding the rule is, danger or not
    std::string label;      ///< "Lag: SoL 20:2", "Riktlinje: …", "Förval, inte lag"
    std::string arithmetic; ///< one or two sentences: where it starts, how it is counted
};

/// Counts the row's time once more from the case, so that the words are those of the figures in force. A rule of a newer
/// version gets its name and nothing else.
[[nodiscard]] RowExplanation explainRow(const store::AgendaEntry &entry, const Profile &profile, const CaseFacts &facts,
                                        Language language);

/// The label of a kind with its paragraph or source, as above.
[[nodiscard]] std::string bindingLabel(std::string_view kind, std::string_view paragraph, Language language);

} // namespace faltakt::rules
