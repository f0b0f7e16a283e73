#pragma once

#include "qml/viewmodels/workspace/open_store.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::viewmodels {

/// "Träffat i dag" as it is being ticked: several people, and one line that stands with each of them, or none. A value.
struct MetForm {
    /// Name of the form among the app's forms.
    static constexpr std::string_view Name = "metToday";

    std::vector<base::CaseId> people; ///< In the order in which they were ticked.
    std::string way = "place";        ///< codes::ContactMode
    std::string text;
    std::optional<base::Instant> at = {}; ///< Empty: when the form was begun.

    [[nodiscard]] bool isEmpty() const { return people.empty() && text.empty(); }
    [[nodiscard]] bool has(base::CaseId caseId) const;
};

[[nodiscard]] base::json::Object toJson(const MetForm &form);
/// What cannot be read is left out.
[[nodiscard]] MetForm readMetForm(const base::json::Object &fields);
/// The one that was begun and not saved; there is at most one on a device.
[[nodiscard]] base::Result<std::optional<store::FormDraft>> keptMetForm(const store::CaseStore &cases);

/// One contact of each person with all that follows from it, and the form away, in one transaction: all of them or none.
/// NotFound where somebody is not on the device any more. Store thread.
[[nodiscard]] base::Result<std::vector<base::ChangeId>> saveMet(OpenStore &store, const MetForm &form,
                                                                base::Instant begun,
                                                                std::optional<base::RecordId> draft);

} // namespace faltakt::viewmodels
