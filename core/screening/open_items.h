#pragma once

#include "core/screening/answer_sheet.h"

#include <optional>
#include <vector>

namespace faltakt::screening {

/// Which items of a form are open, kept up to date answer by answer: an answer looks again only at what hangs on it.
/// A condition on a question that is closed or has no answer sees none. Belongs to one sheet, which it does not hold;
/// a value.
class OpenItems {
public:
    OpenItems(const AnswerSheet &answers, SkipRule skipRule);

    [[nodiscard]] bool isOpen(const Place &place) const;
    /// Of a node that stands in no repeating group, or is one.
    [[nodiscard]] bool isNodeOpen(std::size_t node) const { return m_open[node]; }
    [[nodiscard]] bool isNodeOpen(std::size_t node, std::size_t row) const;

    /// The answer at this place is another now. Returns the nodes of which some place opened or closed.
    std::vector<std::size_t> update(const AnswerSheet &answers, const Place &changed);
    /// Rows were added or taken away: everything is looked at.
    void rebuild(const AnswerSheet &answers);

    /// How many nodes the last update looked at: what it cost, whatever the machine.
    [[nodiscard]] std::size_t lastLookedAt() const noexcept { return m_lookedAt; }

private:
    [[nodiscard]] const RepeatingGroup *rowsOf(std::size_t node) const;
    [[nodiscard]] bool decide(const AnswerSheet &answers, std::size_t node, std::optional<std::size_t> row) const;
    /// True where it differs from before.
    bool settle(const AnswerSheet &answers, std::size_t node, std::optional<std::size_t> row);

    const Questionnaire *m_questionnaire;
    SkipRule m_skipRule;
    std::vector<bool> m_open;                                ///< By node; within a repeating group by m_openInRow.
    std::vector<std::vector<std::vector<bool>>> m_openInRow; ///< By repeating group, row, and node below the group.
    std::size_t m_lookedAt = 0;
};

} // namespace faltakt::screening
