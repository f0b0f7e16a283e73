#pragma once

#include "core/rules/case_facts.h"
#include "core/rules/told_table.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// One police report as statistics look at it: codes and figures, nothing that names anybody. A value.
struct CountedReport {
    std::optional<base::Date> day; ///< On which it is counted.
    std::optional<base::Instant> takenAt;
    std::string sex; ///< f, m, x, or empty
    std::optional<int> age;
    bool isRepeated = false;
    std::string keptAt;
    std::optional<bool> medicalCheck;
    std::optional<bool> violent;
    std::string children;             ///< yes, no, or anything else for not known
    std::string firstAttempt;         ///< firstAttemptOf(); empty where that is not known.
    std::optional<int> daysToContact; ///< Empty: nobody talked with the person.
    bool isLetterSent = false;
    std::string outcome; ///< One of the table's.
};

/// A report of a case with what was done about it since.
[[nodiscard]] CountedReport countedReport(const store::RecordView &report, const std::string &sex,
                                          const CaseFacts &facts);
/// A row of the office's own list, as office rows are kept.
[[nodiscard]] CountedReport countedOfficeReport(const base::json::Value &row);

/// The tables of a period, both days inclusive: all, month, weekday, hour, sex, age, repeat, keptAt, medicalCheck, violent,
/// children, firstAttempt, contacted, daysToContact, letter, accepted, outcome. Each of their numbers is at least five (rollUp); empty
/// where there are fewer than five reports. `month` is that of the day on which a report is counted, `weekday` and `hour`
/// those at which the person was taken. What is told of contacted and daysToContact, and of accepted and outcome, is cut along the same line
/// (tellGrouped).
[[nodiscard]] std::vector<CountedCells> countReports(const std::vector<CountedReport> &reports, base::Date from,
                                                     base::Date to);

} // namespace faltakt::rules
