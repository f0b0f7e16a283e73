// Police reports: each sheet once, and nothing of the office's on a device.
#include "tests/unit/server_world.h"

#include "core/crypto/hash.h"

#include <fstream>
#include <sstream>
#include <thread>

using namespace faltakt::server;
using namespace faltakt::server::testing;

namespace {

std::string fileText(const std::string &name)
{
    std::ifstream file(std::string(FALTAKT_SOURCE_DIR) + "/tests/data/" + name, std::ios::binary);
    REQUIRE(file.good());
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

struct Reports : World {
    WorkerId anna = addWorker("Anna", team);
    TestDevice annas{*this, anna};
    std::string csv = fileText("lob_reports.csv");
    static constexpr auto Header = "sheet number;taken at;given name;family name;identity number\n";

    LobImportService::Outcome import(const std::string &text, std::optional<WorkerId> assignTo = {})
    {
        return need(core->lobImport().import(tenant, text, assignTo));
    }
    std::size_t caseCount() { return need(core->administration().cases(tenant)).size(); }
};

} // namespace

TEST_CASE_METHOD(Reports, "every row of a file ends in one of four places")
{
    const auto outcome = import(csv, anna);
    CHECK(outcome.read == outcome.taken + outcome.known + outcome.office + outcome.refused.size());
    CHECK(outcome.taken > 0);
    CHECK(outcome.office > 0);
}

TEST_CASE_METHOD(Reports, "the same file twice goes in once")
{
    const auto first = import(csv, anna);
    const auto cases = caseCount();
    const auto second = import(csv, anna);
    CHECK(second.taken == 0);
    CHECK(second.office == 0);
    CHECK(second.known == first.taken + first.office + first.known);
    CHECK(caseCount() == cases);
}

TEST_CASE_METHOD(Reports, "two imports of one file at the same time take each sheet once")
{
    const auto alone = import(csv, anna);
    World other;
    LobImportService::Outcome first;
    LobImportService::Outcome second;
    std::thread left([&] { first = *other.core->lobImport().import(other.tenant, csv, {}); });
    std::thread right([&] { second = *other.core->lobImport().import(other.tenant, csv, {}); });
    left.join();
    right.join();
    CHECK(first.taken + second.taken == alone.taken);
    CHECK(first.office + second.office == alone.office);
}

TEST_CASE_METHOD(Reports, "new cases reach the worker they are assigned to, and nothing of the office does")
{
    import(csv, anna);
    std::set<CaseId> granted;
    std::string everything;
    for (const auto &item : annas.pull()) {
        if (const auto *grant = std::get_if<faltakt::changelog::GrantLine>(&item))
            granted.insert(grant->caseId);
        if (const auto *delivered = std::get_if<faltakt::changelog::DeliveredChange>(&item))
            everything += delivered->line.line;
    }
    CHECK(granted.size() == caseCount());
    const auto reports =
        need(store->read([&](StoreSnapshot &snapshot) { return snapshot.office().officeReports(tenant); }));
    for (const OfficeReport &report : reports)
        CHECK(everything.find(report.sheet) == std::string::npos);
}

TEST_CASE_METHOD(Reports, "without assignment nobody gets the cases")
{
    import(csv);
    CHECK(annas.pullChanges().empty());
}

TEST_CASE_METHOD(Reports, "a known person's report goes into the open matter with a task for its own worker")
{
    const WorkerId bo = addWorker("Bo");
    TestDevice bos(*this, bo);
    const std::string row = ";2026-02-28T22:00:00Z;Kim;Ek;19800101-0001\n";
    import(Header + ("A1" + row), anna);
    annas.pull();
    const auto outcome = import(Header + ("A2" + row), bo);
    CHECK(outcome.taken == 1);
    CHECK(caseCount() == 1);
    CHECK(bos.pullChanges().empty());
    std::string news;
    for (const auto &item : annas.pull())
        if (const auto *delivered = std::get_if<faltakt::changelog::DeliveredChange>(&item))
            news += delivered->line.line;
    CHECK(news.find("\"newReport\"") != std::string::npos);
    CHECK(news.find("A2") != std::string::npos);
    CHECK(news.find(anna.toString()) != std::string::npos);
}

TEST_CASE_METHOD(Reports, "a sheet that a worker typed in before is known when it comes by file, also without a number")
{
    const auto type = [&](const std::string &identity, const std::string &sheet) {
        const CaseId caseId = ids.makeId<CaseId>();
        annas.pushTaken(
            {annas.change(caseId, ids.makeId<RecordId>(), "person", {{"identityNumber", identity}}),
             annas.change(caseId, ids.makeId<RecordId>(), "lobReport",
                          {{"source", "lob"}, {"sheetNumber", sheet}, {"takenAt", "2026-02-28T22:30:00Z"}})});
    };
    type("198001010001", "a 1");
    type("", "B-7");
    const std::string row = ";2026-02-28T22:00:00Z;Kim;Ek;19800101-0001\n";
    const auto outcome = import(Header + ("A-1" + row) + "A2" + row + "B-7;2026-02-28T22:00:00Z;;;\n");
    CHECK(outcome.known == 2);
    CHECK(outcome.taken == 1);
    CHECK(import(Header + ("A-1" + row), anna).known == 1);
}

TEST_CASE_METHOD(Reports, "a typed number that belongs to another sheet hides none")
{
    const CaseId caseId = ids.makeId<CaseId>();
    annas.pushTaken({annas.change(caseId, ids.makeId<RecordId>(), "person", {{"identityNumber", "198001010001"}}),
                     annas.change(caseId, ids.makeId<RecordId>(), "lobReport",
                                  {{"source", "lob"}, {"sheetNumber", "A1"}, {"takenAt", "2026-02-28T22:30:00Z"}})});
    SECTION("of another night")
    {
        CHECK(import(Header + std::string("A1;2026-02-20T22:00:00Z;Kim;Ek;19800101-0001\n")).taken == 1);
    }
    SECTION("of somebody else")
    {
        CHECK(import(Header + std::string("A1;2026-02-28T22:00:00Z;Bo;Al;19900101-0017\n")).taken == 1);
    }
}

TEST_CASE_METHOD(Reports, "a known person whose matter is closed belongs to the office")
{
    const std::string row = ";2026-02-28T22:00:00Z;Kim;Ek;19800101-0001\n";
    import(Header + ("A1" + row), anna);
    const auto listing = need(core->administration().cases(tenant)).front();
    need(core->administration().closeCase(listing.file.id, "done"));
    const auto outcome = import(Header + ("A2" + row), anna);
    CHECK(outcome.taken == 0);
    CHECK(outcome.office == 1);
    const auto reports =
        need(store->read([&](StoreSnapshot &snapshot) { return snapshot.office().officeReports(tenant); }));
    CHECK(reports.front().reason == "closedMatter");
}

TEST_CASE_METHOD(Reports, "bad rows are reported with line and field, and the others go in")
{
    const auto outcome = import(fileText("lob_reports_bad.csv"), anna);
    CHECK_FALSE(outcome.refused.empty());
    for (const auto &remark : outcome.refused)
        CHECK(remark.line > 1);
}

TEST_CASE_METHOD(Reports, "a report for a worker of another tenant takes nothing in")
{
    const WorkerId stranger = need(core->administration().addWorker(addTenant("Flen"), {}, "Cia", "caseworker"));
    CHECK_FALSE(core->lobImport().import(tenant, csv, stranger).has_value());
    CHECK(caseCount() == 0);
}
