#pragma once

#include "core/rules/case_facts.h"
#include "core/rules/profile.h"
#include "core/rules/told_table.h"

#include <optional>

namespace faltakt::rules {

/// How the first attempt after a police report stood to its day: "inTime", "late" or "notMade". By Swedish days: what was
/// tried at 23:59 of the last one was in time. A talk and a wrong number are attempts too: somebody tried.
[[nodiscard]] std::string firstAttemptOf(const Profile &profile, const CaseFacts &facts, base::RecordId report);

/// One thing that was to be done by a day, as statistics look at it. A value.
struct CountedFollowUp {
    base::Date due;                 ///< A Swedish day.
    std::string what;               ///< "insats.followUp", "plan.review", "sip.review", "task" or "other".
    std::optional<base::Date> done; ///< Empty: it is open.

    bool operator==(const CountedFollowUp &) const = default;
};

/// What fell due in a case: the tasks with a day, the times that acts have started, and the interview that is to be followed up. What
/// somebody took away is left out, what has ended on a day that nobody wrote down, and what is open with a person who is
/// dead, has said no, or whose file is closed. The steps after a police
/// report are told with the reports.
[[nodiscard]] std::vector<CountedFollowUp> followUpsOf(const Profile &profile, const CaseFacts &facts);

/// The table of a period, both days inclusive, of what fell due in it: `followUp`, by inTime, late and open, in these by what
/// it was, as finely as small numbers let it (tellTree); a cell is named "all", "inTime" or "inTime/task". What is done after `until` is open. Empty
/// where there are fewer than five.
[[nodiscard]] std::vector<CountedCells> countFollowUps(const std::vector<CountedFollowUp> &followUps, base::Date from,
                                                       base::Date to, base::Date until);

} // namespace faltakt::rules
