#pragma once

#include "core/screening/interview_session.h"

#include <optional>
#include <string>

namespace faltakt::viewmodels {

// A repeating group is asked through its rows: they are shown where the group stands, also when there are none.

/// The repeating group whose rows are to be shown before the present question, or before the end: open, and not left yet.
/// Leaving it is remembered as passing its link id.
[[nodiscard]] std::optional<std::size_t> dueRows(const screening::InterviewSession &session);
/// The group between this question and the one before it, which the way back leads to.
[[nodiscard]] std::optional<std::size_t> rowsBefore(const screening::InterviewSession &session);
[[nodiscard]] const std::string &groupKey(const screening::InterviewSession &session, std::size_t repeat);
/// Nothing is left to be asked, and no rows to be shown.
[[nodiscard]] bool isOver(const screening::InterviewSession &session);
/// The open question of the same row that comes after, or comes first; empty for none.
[[nodiscard]] std::optional<screening::Place> nextInRow(const screening::InterviewSession &session,
                                                        const screening::Place &place);
[[nodiscard]] std::optional<screening::Place> firstInRow(const screening::InterviewSession &session, std::size_t repeat,
                                                         std::size_t row);

} // namespace faltakt::viewmodels
