// What outreach counted without names, at the server: taken into the case of the team, read by nobody, told in sums.
#include "core/casework/tally_report.h"
#include "sync/server/api/team_desk.h"
#include "tests/unit/server_world.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::server::testing;
using casework::TallyReport;

namespace {

struct Outreach : World {
    Outreach()
    {
        need(core->teams().keep());
        annas = std::make_unique<TestDevice>(*this, addWorker("Anna", team));
        bos = std::make_unique<TestDevice>(*this, addWorker("Bo", team));
        // A later one than the order of the case of the team.
        annas->pull();
        bos->pull();
    }
    [[nodiscard]] CaseId teamCase() const { return TeamDesk::caseOf(team); }

    std::string seal(const TallyReport &report)
    {
        return need(casework::sealTally(report, need(keys.keysOf(tenant))->outbox.publicKey()));
    }
    ChangeLine lineOf(TestDevice &device, const TallyReport &report, std::vector<ChangeId> base = {})
    {
        json::Object fields{{"counts", seal(report)}};
        if (base.empty())
            fields.set("week", report.week);
        return device.change(teamCase(), report.record, "tally", std::move(fields), std::move(base));
    }
    static TallyReport report(const TestDevice &device, const std::string &week,
                              std::map<std::string, std::int64_t> counts)
    {
        return {casework::tallyRecord(device.session.device, week), week, std::move(counts)};
    }
    void handIn(TestDevice &device, const std::string &week, std::map<std::string, std::int64_t> counts)
    {
        device.pushTaken({lineOf(device, report(device, week, std::move(counts)))});
    }
    /// All that is told by now, as "from to cells: count".
    std::vector<std::string> told(const std::string &table = "tally")
    {
        std::vector<std::string> lines;
        for (const CountedPeriod &period : need(core->statistics().periods(tenant, {})))
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
    void goTo(const std::string &moment) { clock.setWall(need(base::parseInstant(moment))); }

    std::unique_ptr<TestDevice> annas, bos;
};

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE_METHOD(Outreach, "what two devices handed in is told as one sum a month after the year, once")
{
    handIn(*annas, "2026-W09", {{"talk@park", 3}});
    handIn(*bos, "2026-W09", {{"talk@park", 4}});
    CHECK(told().empty());
    goTo("2027-02-02T12:00:00Z");
    CHECK(told() == Lines{"2026-01-01 2026-12-31 all: 7"});
    CHECK(told("tallyWhat")
          == Lines{"2026-01-01 2026-12-31 talk advice card referred relativeAdvice quickScreening unknown: 7"});
    handIn(*annas, "2026-W10", {{"talk@park", 30}});
    CHECK(told() == Lines{"2026-01-01 2026-12-31 all: 7"});
}

TEST_CASE_METHOD(Outreach, "a repeated count counts once, and a corrected one takes the place of the former")
{
    const ChangeLine first = lineOf(*annas, report(*annas, "2026-W09", {{"talk@park", 9}}));
    annas->pushTaken({first});
    CHECK(annas->push(first).kind == VerdictKind::Duplicate);
    annas->pushTaken({lineOf(*annas, report(*annas, "2026-W09", {{"talk@park", 6}}), {first.change.id})});
    goTo("2027-02-02T12:00:00Z");
    CHECK(told() == Lines{"2026-01-01 2026-12-31 all: 6"});
}

TEST_CASE_METHOD(Outreach, "of two versions that did not know of each other each count is the larger one")
{
    handIn(*annas, "2026-W09", {{"talk@park", 5}, {"card@park", 1}});
    handIn(*annas, "2026-W09", {{"talk@park", 2}, {"card@park", 3}});
    goTo("2027-02-02T12:00:00Z");
    CHECK(told() == Lines{"2026-01-01 2026-12-31 all: 8"});
}

TEST_CASE_METHOD(Outreach, "what is no report, is another record's, or was sealed to somebody else counts as nothing")
{
    handIn(*annas, "2026-W09", {{"talk@park", 5}});
    // Bo puts Anna's sealed counts into a record of his own, and rubbish into another.
    const TallyReport annasReport = report(*annas, "2026-W09", {{"talk@park", 5}});
    bos->pushTaken({bos->change(teamCase(), casework::tallyRecord(bos->session.device, "2026-W09"), "tally",
                                {{"week", "2026-W09"}, {"counts", seal(annasReport)}}),
                    bos->change(teamCase(), casework::tallyRecord(bos->session.device, "2026-W08"), "tally",
                                {{"week", "2026-W08"}, {"counts", "rubbish"}})});
    // A clock that was years off does not begin the figures.
    handIn(*bos, "1999-W09", {{"talk@park", 50}});
    goTo("2027-02-02T12:00:00Z");
    CHECK(told() == Lines{"2026-01-01 2026-12-31 all: 5"});
}

TEST_CASE_METHOD(Outreach,
                 "a count is handed in to the own team's case alone, and only its own device's worker corrects it")
{
    handIn(*annas, "2026-W09", {{"talk@park", 5}});
    const TallyReport stolen = report(*annas, "2026-W09", {{"talk@park", 0}});
    const Verdict verdict = bos->push(lineOf(*bos, stolen));
    CHECK(verdict.kind == VerdictKind::Quarantined);
    CHECK(verdict.reason == "schema");
    const TallyReport mine = report(*annas, "2026-W10", {{"talk@park", 5}});
    CHECK(annas->push(annas->change(ids.makeId<CaseId>(), mine.record, "tally", {{"counts", seal(mine)}})).kind
          == VerdictKind::Quarantined);
    goTo("2027-02-02T12:00:00Z");
    CHECK(told() == Lines{"2026-01-01 2026-12-31 all: 5"});
}

TEST_CASE_METHOD(Outreach, "a colleague's device gets the record, and nothing in it can be read")
{
    handIn(*annas, "2026-W09", {{"talk@park", 5}});
    bool isSeen = false;
    for (const auto &item : bos->pull())
        if (const auto *delivered = std::get_if<changelog::DeliveredChange>(&item);
            delivered && delivered->line.change.sets.front().kind == "tally") {
            isSeen = true;
            CHECK(delivered->line.line.find("park") == std::string::npos);
            CHECK(delivered->line.line.find("talk") == std::string::npos);
        }
    CHECK(isSeen);
}

TEST_CASE_METHOD(Outreach, "no tenant counts another's, and a period too small goes into the next")
{
    handIn(*annas, "2026-W09", {{"talk@park", 4}});
    goTo("2027-02-02T12:00:00Z");
    CHECK(told().empty());
    handIn(*annas, "2027-W09", {{"talk@park", 3}});
    goTo("2028-02-02T12:00:00Z");
    CHECK(told() == Lines{"2026-01-01 2027-12-31 all: 7"});
    const TenantId other = addTenant("Flen");
    CHECK(need(core->statistics().periods(other, {})).empty());
}
