#include "core/rules/lob_statistics.h"

#include "core/casework/identity_number.h"
#include "core/casework/swedish_time.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

using base::Instant;
using base::json::Value;

namespace {

using Cells = std::vector<std::string>;

/// The two halves of a table that are told by themselves too: its first cells and the rest.
struct Halves {
    std::string_view table;
    std::size_t first = 0; ///< So many cells are the first half, "yes"; the rest is "no".
};

/// A table is cut into blocks of neighbours: what is alike stands side by side, what is rare last.
struct Table {
    std::string_view name;
    Cells cells;
    std::string (*cellOf)(const CountedReport &report);
    Halves halves = {};
};

std::string yesNo(const std::optional<bool> &value) { return !value ? "unknown" : *value ? "yes" : "no"; }

std::string known(const std::string &code, const Cells &cells, const char *otherwise)
{
    return std::ranges::find(cells, code) == cells.end() ? otherwise : code;
}

const Cells &hours()
{
    static const Cells Hours = [] {
        Cells hours;
        for (int hour = 0; hour < 24; ++hour)
            hours.push_back((hour < 10 ? "0" : "") + std::to_string(hour));
        hours.emplace_back("unknown");
        return hours;
    }();
    return Hours;
}

const Cells &weekdays()
{
    static const Cells Days{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "unknown"};
    return Days;
}

const Cells &places()
{
    static const Cells Places{"arrest", "soberingUnit", "hospital", "home", "other", "unknown"};
    return Places;
}

const Cells &outcomes()
{
    static const Cells Outcomes{"tookAdvice",        "bookedVisit", "wantsToApply",      "investigationOpened",
                                "alreadyWithUs",     "declined",    "noContact",         "open",
                                "otherMunicipality", "office",      "passedToChildUnit", "deceased"};
    return Outcomes;
}

std::string weekdayOf(const CountedReport &report)
{
    if (!report.takenAt)
        return "unknown";
    const std::chrono::weekday day{std::chrono::sys_days(casework::swedishDate(*report.takenAt))};
    return weekdays()[day.iso_encoding() - 1];
}

std::string hourOf(const CountedReport &report)
{
    if (!report.takenAt)
        return "unknown";
    return hours()[std::size_t(casework::swedishTime(*report.takenAt).sinceMidnight / std::chrono::hours(1))];
}

std::string ageOf(const CountedReport &report)
{
    if (!report.age)
        return "unknown";
    const int age = *report.age;
    return age < 18 ? "under18" : age <= 20 ? "18to20" : age <= 25 ? "21to25" : age <= 64 ? "26to64" : "65andOver";
}

std::string daysOf(const CountedReport &report)
{
    if (!report.daysToContact)
        return "none";
    const int days = *report.daysToContact;
    return days <= 3 ? std::to_string(std::max(days, 0)) : days <= 7 ? "4to7" : days <= 14 ? "8to14" : "15andMore";
}

const std::vector<Table> &tables()
{
    using R = const CountedReport &;
    static const Cells YesNo{"yes", "no", "unknown"};
    static const std::vector<Table> Tables{
        {"all", {"all"}, [](R) { return std::string("all"); }},
        {"weekday", weekdays(), weekdayOf},
        {"hour", hours(), hourOf},
        {"sex",
         {"m", "f", "x", "unknown"},
         [](R r) {
             return known(r.sex, {"m", "f", "x"}, "unknown");
         }},
        {"age", {"under18", "18to20", "21to25", "26to64", "65andOver", "unknown"}, ageOf},
        {"repeat", {"first", "repeated"}, [](R r) { return std::string(r.isRepeated ? "repeated" : "first"); }},
        {"keptAt", places(), [](R r) { return known(r.keptAt, places(), "unknown"); }},
        {"medicalCheck", YesNo, [](R r) { return yesNo(r.medicalCheck); }},
        {"violent", YesNo, [](R r) { return yesNo(r.violent); }},
        {"children", YesNo,
         [](R r) {
             return known(r.children, {"yes", "no"}, "unknown");
         }},
        {"firstAttempt",
         {"inTime", "late", "notMade", "unknown"},
         [](R r) {
             return known(r.firstAttempt, {"inTime", "late", "notMade"}, "unknown");
         }},
        {"daysToContact", {"0", "1", "2", "3", "4to7", "8to14", "15andMore", "none"}, daysOf, {"contacted", 7}},
        {"letter", {"sent", "notSent"}, [](R r) { return std::string(r.isLetterSent ? "sent" : "notSent"); }},
        {"outcome", outcomes(), [](R r) { return known(r.outcome, outcomes(), "open"); }, {"accepted", 4}}};
    return Tables;
}

/// What came of it: the last word of a talk, otherwise why the report was closed.
std::string outcomeOf(const store::RecordView &report, const ReportFacts &facts,
                      const std::vector<ContactFacts> &contacts)
{
    std::string outcome = "open";
    for (const ContactFacts &contact : contacts) {
        if (contact.report != facts.id && (contact.report || contact.at < facts.received))
            continue;
        if (contact.isNo())
            outcome = "declined";
        else if (contact.outcome == "alreadyWithUs" || contact.outcome == "deceased")
            outcome = contact.outcome;
        else if (contact.isConcluded())
            outcome = contact.result;
    }
    const std::string closedAs = report.text("closedAs");
    if (outcome != "open" || closedAs.empty() || closedAs == "reached")
        return outcome;
    return closedAs == "moved" ? "otherMunicipality" : closedAs;
}

void tell(const Table &table, const std::vector<std::int64_t> &counts, std::vector<CountedCells> &told)
{
    if (table.halves.table.empty())
        return tellTable(table.name, table.cells, counts, told);
    std::vector<CellTree> halves{{.name = "yes"}, {.name = "no"}};
    std::vector<std::int64_t> sums(halves.size());
    for (std::size_t cell = 0; cell < counts.size(); ++cell) {
        const std::size_t half = cell < table.halves.first ? 0 : 1;
        halves[half].children.push_back({table.cells[cell], counts[cell]});
        sums[half] += counts[cell];
    }
    tellTable(table.halves.table, {"yes", "no"}, sums, told);
    tellGrouped(table.name, halves, told);
}

void tellMonths(const std::vector<CountedReport> &reports, base::Date from, base::Date to,
                std::vector<CountedCells> &told)
{
    const Cells months = monthsOf(from, to);
    std::vector<std::int64_t> counts(months.size());
    for (const CountedReport &report : reports) {
        const auto month = report.day ? std::ranges::find(months, monthOf(*report.day)) : months.end();
        if (month != months.end())
            ++counts[std::size_t(month - months.begin())];
    }
    tellTable("month", months, counts, told);
}

} // namespace

CountedReport countedReport(const store::RecordView &report, const std::string &sex, const CaseFacts &facts)
{
    CountedReport counted;
    counted.takenAt = report.instant("takenAt");
    counted.sex = sex;
    counted.keptAt = report.text("keptAt");
    counted.children = report.text("childrenPresent");
    const auto answer = [&](std::string_view field) {
        return report.fields.contains(field) ? std::optional(report.boolean(field)) : std::nullopt;
    };
    counted.medicalCheck = answer("medicalCheck");
    counted.violent = answer("violent");
    const auto found = std::ranges::find(facts.reports, report.id, &ReportFacts::id);
    if (found == facts.reports.end())
        return counted;
    counted.age = found->age;
    counted.isRepeated = found->repeatCount > 1;
    counted.isLetterSent = found->letterSent.has_value();
    counted.outcome = outcomeOf(report, *found, facts.contacts);
    const auto talk = std::ranges::find_if(facts.contacts, [&](const ContactFacts &contact) {
        return contact.at >= found->received && (contact.outcome == "reached" || contact.isNo());
    });
    if (talk != facts.contacts.end())
        counted.daysToContact = int((std::chrono::sys_days(casework::swedishDate(talk->at))
                                     - std::chrono::sys_days(casework::swedishDate(found->received)))
                                        .count());
    return counted;
}

CountedReport countedOfficeReport(const Value &row)
{
    CountedReport counted;
    if (const auto taken = base::parseInstant(row.stringAt("takenAt")))
        counted.takenAt = *taken;
    counted.sex = row.stringAt("sex");
    counted.keptAt = row.stringAt("keptAt");
    counted.children = row.stringAt("childrenPresent");
    counted.outcome = "office";
    counted.firstAttempt = "notMade"; // Not for the field to try.
    const auto answer = [&](std::string_view name) {
        return row.find(name) ? std::optional(row.boolAt(name)) : std::nullopt;
    };
    counted.medicalCheck = answer("medicalCheck");
    counted.violent = answer("violent");
    if (const auto birth = base::parseDate(row.stringAt("birthDate")); birth && counted.takenAt)
        counted.age = casework::ageOn(*birth, casework::swedishDate(*counted.takenAt));
    return counted;
}

std::vector<CountedCells> countReports(const std::vector<CountedReport> &reports, base::Date from, base::Date to)
{
    std::vector<CountedCells> told;
    for (const Table &table : tables()) {
        std::vector<std::int64_t> counts(table.cells.size());
        for (const CountedReport &report : reports) {
            const auto cell = std::ranges::find(table.cells, table.cellOf(report));
            ++counts[std::size_t(cell - table.cells.begin())];
        }
        tell(table, counts, told);
        if (table.name == "all")
            tellMonths(reports, from, to, told);
    }
    return told;
}

} // namespace faltakt::rules
