// Police reports: each sheet once, and nothing of the office's on a device.
#include "tests/unit/server_world.h"

#include "core/casework/lob_completion.h"
#include "core/crypto/hash.h"
#include "sync/server/api/record_reader.h"

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

namespace {

/// A sheet that was typed in on Anna's device, and what the police's file then says of it.
struct TypedSheetWorld : Reports {
    static constexpr auto Columns = "sheet number;taken at;given name;family name;identity number;phone;address;place;"
                                    "dangerSign;violent;medicalCheck;childrenPresent;substance;event\n";
    CaseId caseId = ids.makeId<CaseId>();
    RecordId person = ids.makeId<RecordId>();
    RecordId report = ids.makeId<RecordId>();

    void type(json::Object card, json::Object sheet)
    {
        json::Object fields{{"source", "lob"}, {"sheetNumber", "a 1"}, {"takenAt", "2026-02-28T22:30:00Z"}};
        for (const auto &[name, value] : sheet)
            fields.append(name, value);
        std::vector<ChangeLine> lines{annas.change(caseId, ids.makeId<RecordId>(), "case",
                                                   {{"stage", "intake"}, {"responsible", anna.toString()}})};
        if (!card.empty())
            lines.push_back(annas.change(caseId, person, "person", std::move(card)));
        lines.push_back(annas.change(caseId, report, "lobReport", std::move(fields)));
        annas.pushTaken(lines);
    }
    LobImportService::Outcome file(
        const std::string &rest = "070-174 06 11;Ringvägen 1;Torget;yes;yes;no;yes;alcohol;Marknad",
        const std::string &who = "Kim;Ek;19800101-0001")
    {
        return import(Columns + ("A-1;2026-02-28T22:00:00Z;" + who + ';' + rest + '\n'));
    }
    std::vector<faltakt::changelog::RecordState> records(const std::string &kind)
    {
        return need(store->read(
            [&](StoreSnapshot &snapshot) { return RecordReader(snapshot.log(), tenant).records(caseId, kind); }));
    }
    json::Value shown(const std::string &kind, const std::string &field)
    {
        const auto all = records(kind);
        REQUIRE(all.size() == 1);
        return need(store->read([&](StoreSnapshot &snapshot) -> faltakt::base::Result<json::Value> {
            return RecordReader(snapshot.log(), tenant).value(all.front(), field);
        }));
    }
    [[nodiscard]] static std::size_t count(const LobImportService::Outcome &outcome, const std::string &reason)
    {
        return std::size_t(std::ranges::count(outcome.notices, reason, &faltakt::casework::LobRowRemark::reason));
    }
};

} // namespace

TEST_CASE_METHOD(TypedSheetWorld, "the file fills in what a typed sheet left open, and the sheet is counted once")
{
    type({{"givenName", "Kim"}, {"identityNumber", "198001010001"}, {"protection", "none"}},
         {{"substance", "Alcohol"}});
    const auto outcome = file();
    CHECK(outcome.known == 1);
    CHECK(outcome.taken == 0);
    CHECK(outcome.read == outcome.taken + outcome.known + outcome.office + outcome.refused.size());
    CHECK(count(outcome, "completed") == 1);
    CHECK(count(outcome, "differs") == 0);
    CHECK(caseCount() == 1);
    CHECK(shown("lobReport", "dangerSign") == json::Value(true));
    CHECK(shown("lobReport", "violent") == json::Value(true));
    CHECK(shown("lobReport", "medicalCheck") == json::Value(false));
    CHECK(shown("lobReport", "childrenPresent") == json::Value("yes"));
    CHECK(shown("lobReport", "event") == json::Value("Marknad"));
    CHECK(shown("person", "familyName") == json::Value("Ek"));
    const std::string ways = json::serialise(shown("person", "contactWays"));
    CHECK(ways.find("070-174 06 11") != std::string::npos);
    CHECK(ways.find("Ringvägen 1") != std::string::npos);
    CHECK(json::serialise(shown("person", "flags")).find("twoAtVisit") != std::string::npos);
    // It reaches the worker's device like everything else.
    std::string news;
    for (const auto &item : annas.pull())
        if (const auto *delivered = std::get_if<faltakt::changelog::DeliveredChange>(&item))
            news += delivered->line.line;
    CHECK(news.find("\"dangerSign\":true") != std::string::npos);
    const auto again = file();
    CHECK(again.known == 1);
    CHECK(again.notices.empty());
}

TEST_CASE_METHOD(TypedSheetWorld, "what the file says otherwise stands beside, and replaces nothing")
{
    const std::string ways = R"({"w1":{"kind":"phone","value":"0701740611","shared":true}})";
    type({{"givenName", "Kim"},
          {"familyName", "Ek"},
          {"identityNumber", "198001010001"},
          {"contactWays", need(json::parse(ways))}},
         {{"medicalCheck", true}, {"substance", "drugs"}, {"dangerSign", false}, {"childrenPresent", "unknown"}});
    const auto outcome = file();
    CHECK(outcome.known == 1);
    CHECK(count(outcome, "differs") == 4);
    for (const auto &remark : outcome.notices)
        CHECK(remark.line == 2);
    const auto typed = records("lobReport").front();
    for (const char *field : {"medicalCheck", "substance", "dangerSign", "childrenPresent"})
        CHECK(typed.heads(field).size() == 2);
    CHECK(faltakt::changelog::conflictsOf(typed).size() == 4);
    // Until the worker has chosen: what she wrote is shown, but for a sign of danger and for children.
    CHECK(shown("lobReport", "medicalCheck") == json::Value(true));
    CHECK(shown("lobReport", "substance") == json::Value("drugs"));
    CHECK(shown("lobReport", "dangerSign") == json::Value(true));
    CHECK(shown("lobReport", "childrenPresent") == json::Value("yes"));
    // The number is there already, as she knows it; the address comes beside it.
    const json::Value list = shown("person", "contactWays");
    CHECK(list.object()->size() == 2);
    CHECK(list.object()->find("w1")->find("shared"));
    CHECK(file().notices.empty());
}

TEST_CASE_METHOD(TypedSheetWorld, "who it was comes to a sheet that was typed in without anybody")
{
    SECTION("without a person")
    {
        type({}, {});
        CHECK(count(file(), "completed") == 1);
        CHECK(shown("person", "identityNumber") == json::Value("198001010001"));
        CHECK(shown("lobReport", "repeatCount") == json::Value(1));
    }
    SECTION("with a name alone")
    {
        type({{"givenName", "Kim"}, {"familyName", "Eek"}, {"identityKind", "unconfirmed"}}, {});
        CHECK(count(file(), "differs") == 1);
        CHECK(shown("person", "identityNumber") == json::Value("198001010001"));
        CHECK(shown("person", "familyName") == json::Value("Eek"));
    }
    SECTION("not where the person has a file already: the worker is to look")
    {
        import(Header + std::string("B9;2026-01-10T22:00:00Z;Kim;Ek;19800101-0001\n"), anna);
        type({{"givenName", "Kim"}}, {});
        const auto outcome = file();
        CHECK(outcome.known == 1);
        CHECK(shown("person", "identityNumber").isNull());
        CHECK(shown("task", "what") == json::Value("knownElsewhere"));
        CHECK(shown("task", "assignedTo") == json::Value(anna.toString()));
        CHECK(shown("lobReport", "dangerSign") == json::Value(true));
        CHECK(shown("lobReport", "repeatCount") == json::Value(2));
    }
}

TEST_CASE_METHOD(TypedSheetWorld,
                 "the file tells a protected file nothing of who and where, and a closed one nothing at all")
{
    SECTION("protected, and its number not known here")
    {
        type({{"protection", "sekretessmarkering"}}, {});
        CHECK(file().known == 1);
        CHECK(shown("lobReport", "dangerSign") == json::Value(true));
        CHECK(shown("lobReport", "homeMunicipality").isNull());
        CHECK(shown("person", "contactWays").isNull());
        CHECK(shown("person", "givenName").isNull());
    }
    SECTION("closed")
    {
        type({{"givenName", "Kim"}}, {});
        need(core->administration().closeCase(caseId, "done"));
        const auto outcome = file();
        CHECK(outcome.office == 1);
        CHECK(shown("lobReport", "dangerSign").isNull());
    }
}

TEST_CASE_METHOD(TypedSheetWorld, "a second file brings what the first did not know, and nothing that was taken away")
{
    import(Columns + std::string("A-1;2026-02-28T22:00:00Z;Kim;Ek;19800101-0001;;;;;;yes;;;\n"), anna);
    annas.pull();
    const CaseId taken = need(core->administration().cases(tenant)).front().file.id;
    caseId = taken;
    const auto before = records("lobReport").front();
    annas.pushTaken({annas.change(taken, before.id(), "lobReport", {{"medicalCheck", nullptr}},
                                  {before.heads("medicalCheck").front().change})});
    const auto outcome = file();
    CHECK(outcome.known == 1);
    CHECK(count(outcome, "completed") == 1);
    CHECK(shown("lobReport", "dangerSign") == json::Value(true));
    CHECK(shown("lobReport", "medicalCheck").isNull());
    need(core->administration().closeCase(taken, "done"));
    CHECK(import(csv, anna).read > 0);
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
