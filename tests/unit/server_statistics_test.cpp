// Figures on police reports at the server: counted once, by one length of period, small periods with the next.
#include "tests/unit/server_world.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::server::testing;

namespace {

struct Figures : World {
    WorkerId anna = addWorker("Anna", team);
    TestDevice annas{*this, anna};

    /// So many people, each with a report that was registered then.
    void addReports(int count, const std::string &registered, const std::string &person = R"({"sex":"m"})")
    {
        for (int index = 0; index < count; ++index) {
            const CaseId caseId = ids.makeId<CaseId>();
            annas.pushTaken(
                {annas.change(caseId, ids.makeId<RecordId>(), "person", *need(json::parse(person)).object()),
                 annas.change(caseId, ids.makeId<RecordId>(), "lobReport",
                              {{"takenAt", registered}, {"registered", registered}, {"received", registered}})});
        }
    }
    /// So many people, each with an AUDIT that was completed then; every other one signed.
    void addScreenings(int count, const std::string &completed, const std::string &person = R"({"sex":"m"})")
    {
        for (int index = 0; index < count; ++index) {
            const CaseId caseId = ids.makeId<CaseId>();
            const RecordId assessment = ids.makeId<RecordId>();
            annas.pushTaken(
                {annas.change(caseId, ids.makeId<RecordId>(), "person", *need(json::parse(person)).object()),
                 annas.change(caseId, assessment, "assessment",
                              {{"instrument", "audit"}, {"status", "completed"}, {"completedAt", completed}})});
            if (index % 2 == 0)
                annas.pushTaken({annas.change(
                    caseId, ids.makeId<RecordId>(), "signature",
                    {{"record", assessment.toString()}, {"at", completed}, {"compartment", "screening"}})});
        }
    }
    std::vector<std::string> lines(const std::string &table)
    {
        std::vector<std::string> lines;
        for (const CountedPeriod &period : periods())
            for (const rules::CountedCells &number : period.numbers) {
                if (number.table != table)
                    continue;
                std::string line = base::formatDate(period.from) + ' ' + base::formatDate(period.to);
                for (const std::string &cell : number.cells)
                    line += ' ' + cell;
                lines.push_back(line + ": " + std::to_string(number.count));
            }
        return lines;
    }
    std::vector<CountedPeriod> periods(std::optional<StatisticsPeriod> by = {})
    {
        return need(core->statistics().periods(tenant, by));
    }
    static std::int64_t all(const CountedPeriod &period)
    {
        const auto found = std::ranges::find(period.numbers, "all", &rules::CountedCells::table);
        return found == period.numbers.end() ? 0 : found->count;
    }
    void goTo(const std::string &moment) { clock.setWall(need(base::parseInstant(moment))); }
};

} // namespace

TEST_CASE_METHOD(Figures, "a year is counted a month after its end, once")
{
    addReports(6, "2026-02-01T08:00:00Z");
    CHECK(periods().empty());
    goTo("2027-01-31T12:00:00Z");
    CHECK(periods().empty());
    goTo("2027-02-02T12:00:00Z");
    REQUIRE(periods().size() == 1);
    CHECK(base::formatDate(periods().front().to) == "2026-12-31");
    CHECK(all(periods().front()) == 6);
    // One more of that year, entered late: the figures stay what they were.
    addReports(1, "2026-05-01T08:00:00Z");
    REQUIRE(periods().size() == 1);
    CHECK(all(periods().front()) == 6);
}

TEST_CASE_METHOD(Figures, "a period with fewer than five goes into the next, and is told nowhere by itself")
{
    addReports(3, "2026-02-01T08:00:00Z");
    addReports(4, "2026-05-01T08:00:00Z");
    addReports(8, "2026-08-01T08:00:00Z");
    goTo("2026-06-15T08:00:00Z");
    CHECK(periods(StatisticsPeriod::Quarter).empty());
    goTo("2026-12-15T08:00:00Z");
    const auto told = periods(StatisticsPeriod::Quarter);
    REQUIRE(told.size() == 2);
    CHECK(base::formatDate(told[0].from) == "2026-01-01");
    CHECK(base::formatDate(told[0].to) == "2026-06-30");
    CHECK(all(told[0]) == 7);
    CHECK(all(told[1]) == 8);
}

TEST_CASE_METHOD(Figures, "figures that were told by quarters are told by no other length")
{
    addReports(9, "2026-02-01T08:00:00Z");
    goTo("2027-03-01T08:00:00Z");
    REQUIRE_FALSE(periods(StatisticsPeriod::Quarter).empty());
    CHECK(core->statistics().periods(tenant, StatisticsPeriod::Year).error().code() == base::ErrorCode::Refused);
    CHECK_FALSE(periods().empty());
}

TEST_CASE_METHOD(Figures, "people with protected identity are not counted, and no tenant counts another's")
{
    addReports(5, "2026-02-01T08:00:00Z", R"({"protection":"sekretessmarkering"})");
    addReports(5, "2026-02-01T08:00:00Z");
    const TenantId other = addTenant("Flen");
    goTo("2027-03-01T08:00:00Z");
    CHECK(all(periods().front()) == 5);
    CHECK(need(core->statistics().periods(other, {})).empty());
}

TEST_CASE_METHOD(Figures, "a sheet that was typed in and came by file is counted once, whichever came first")
{
    clock.setWall(need(base::parseInstant("2026-02-01T08:00:00Z")));
    addReports(5, "2026-02-01T08:00:00Z");
    std::string csv = "sheet number;taken at;given name;family name;identity number\n";
    const auto type = [&](const std::string &sheet) {
        annas.pushTaken({annas.change(ids.makeId<CaseId>(), ids.makeId<RecordId>(), "lobReport",
                                      {{"source", "lob"},
                                       {"sheetNumber", sheet},
                                       {"takenAt", "2026-01-31T22:00:00Z"},
                                       {"registered", "2026-02-01T08:00:00Z"},
                                       {"received", "2026-02-01T08:00:00Z"}})});
    };
    type("A-1");
    need(core->lobImport().import(tenant, csv + "A-1;2026-01-31T22:00:00Z;;;\nA-2;2026-01-31T22:00:00Z;;;\n", {}));
    type("a 2");
    // The office has its own row of a sheet about somebody under age, typed in by mistake.
    type("A-3");
    need(core->lobImport().import(tenant, csv + "A-3;2026-01-31T22:00:00Z;Kim;Ek;20150101-2395\n", {}));
    goTo("2027-02-02T12:00:00Z");
    REQUIRE(periods().size() == 1);
    CHECK(all(periods().front()) == 8);
}

TEST_CASE_METHOD(Figures, "a report is counted in the month of its registration, by a Swedish clock")
{
    // 23:59 on the last of January, and midnight.
    addReports(5, "2026-01-31T22:59:00Z");
    addReports(9, "2026-01-31T23:00:00Z");
    goTo("2027-02-02T12:00:00Z");
    const auto told = lines("month");
    REQUIRE(told.size() == 2);
    CHECK(told.front() == "2026-01-01 2026-12-31 2026-01: 5");
    CHECK(told.back().ends_with("2026-12: 9"));
}

TEST_CASE_METHOD(Figures,
                 "what was asked is told by instrument and month, once, and not of people with protected identity")
{
    using Lines = std::vector<std::string>;
    addScreenings(10, "2026-02-01T08:00:00Z");
    addScreenings(30, "2026-02-01T08:00:00Z", R"({"protection":"sekretessmarkering"})");
    goTo("2027-01-31T12:00:00Z");
    CHECK(lines("screening").empty());
    goTo("2027-02-02T12:00:00Z");
    CHECK(lines("screening") == Lines{"2026-01-01 2026-12-31 all: 10"});
    CHECK(lines("screeningSigned") == Lines{"2026-01-01 2026-12-31 yes: 5", "2026-01-01 2026-12-31 no: 5"});
    // One more, entered late: what was told stays what it was, beside reports that nobody had counted by then.
    addScreenings(1, "2026-02-01T08:00:00Z");
    CHECK(lines("screening") == Lines{"2026-01-01 2026-12-31 all: 10"});
}

TEST_CASE_METHOD(Figures, "what was written in the wrong person's file is not counted there")
{
    addScreenings(5, "2026-02-01T08:00:00Z");
    const CaseId caseId = ids.makeId<CaseId>();
    const RecordId assessment = ids.makeId<RecordId>();
    annas.pushTaken(
        {annas.change(caseId, assessment, "assessment",
                      {{"instrument", "audit"}, {"status", "completed"}, {"completedAt", "2026-02-01T08:00:00Z"}}),
         annas.change(caseId, ids.makeId<RecordId>(), "misfiled",
                      {{"record", assessment.toString()}, {"byName", "A"}})});
    goTo("2027-02-02T12:00:00Z");
    CHECK(lines("screening") == std::vector<std::string>{"2026-01-01 2026-12-31 all: 5"});
}

TEST_CASE_METHOD(Figures, "a device whose clock was years behind does not begin the figures")
{
    addScreenings(1, "1999-02-01T08:00:00Z");
    addScreenings(6, "2026-02-01T08:00:00Z");
    goTo("2027-02-02T12:00:00Z");
    CHECK(lines("screening") == std::vector<std::string>{"2026-01-01 2026-12-31 all: 6"});
}

TEST_CASE_METHOD(Figures, "what fell due is told by whether it was done in time, and by what had settled then")
{
    const auto addTasks = [&](int count, json::Object fields) {
        for (int index = 0; index < count; ++index)
            annas.pushTaken({annas.change(ids.makeId<CaseId>(), ids.makeId<RecordId>(), "task", fields)});
    };
    addTasks(
        9,
        {{"what", "ownTask"}, {"due", "2026-05-05T10:00:00Z"}, {"status", "done"}, {"doneAt", "2026-05-05T16:00:00Z"}});
    addTasks(9, {{"what", "ownTask"}, {"due", "2026-12-31T22:59:00Z"}, {"status", "open"}});
    addTasks(40, {{"what", "ownTask"}, {"due", "2026-12-31T23:00:00Z"}, {"status", "open"}});
    goTo("2027-02-01T12:00:00Z");
    using Lines = std::vector<std::string>;
    const Lines told{"2026-01-01 2026-12-31 inTime: 9", "2026-01-01 2026-12-31 late open: 9"};
    CHECK(lines("followUp") == told);
    addTasks(9, {{"what", "ownTask"}, {"due", "2026-05-05T10:00:00Z"}, {"status", "open"}});
    CHECK(lines("followUp") == told);
}

TEST_CASE_METHOD(Figures, "the first attempt after a report is told by the municipality's own number of days")
{
    addReports(9, "2026-10-15T14:00:00Z");
    for (int index = 0; index < 9; ++index) {
        const CaseId caseId = ids.makeId<CaseId>();
        annas.pushTaken(
            {annas.change(
                 caseId, ids.makeId<RecordId>(), "person",
                 *need(json::parse(R"({"contactWays":{"w1":{"kind":"phone","value":"070-174 06 99"}}})")).object()),
             annas.change(caseId, ids.makeId<RecordId>(), "lobReport",
                          {{"registered", "2026-10-15T14:00:00Z"}, {"received", "2026-10-15T14:00:00Z"}}),
             annas.change(caseId, ids.makeId<RecordId>(), "contact",
                          {{"way", "call"}, {"outcome", "noAnswer"}, {"at", "2026-10-20T21:59:00Z"}})});
    }
    goTo("2027-02-02T12:00:00Z");
    CHECK(lines("firstAttempt")
          == std::vector<std::string>{"2026-01-01 2026-12-31 inTime: 9",
                                      "2026-01-01 2026-12-31 late notMade unknown: 9"});
}
