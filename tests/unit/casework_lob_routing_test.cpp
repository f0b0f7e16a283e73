#include "core/base/clock.h"
#include "core/casework/lob_intake.h"
#include "core/casework/record_codes.h"
#include "core/casework/record_schemas.h"
#include "core/casework/swedish_time.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace faltakt;
using casework::KnownPerson;
using casework::LobReportRow;
using casework::LobRoute;
using casework::OfficeReason;
using changelog::Compartment;
using Way = LobRoute::Way;

namespace {

const base::Date Today = *base::parseDate("2026-11-22");
const casework::LobRoutingProfile Taby{20, "Täby", "0160"};

base::Instant at(std::string_view text) { return *base::parseInstant(text); }

/// A grown-up from here, with a number, taken on 14 November.
LobReportRow sheet()
{
    LobReportRow row;
    row.sheetNumber = "5000-K1-26";
    row.takenAt = at("2026-11-14T00:15:00Z");
    row.received = at("2026-11-16T07:00:00Z");
    row.givenName = "Åsa";
    row.familyName = "Lund";
    row.identityNumber = "198112189876";
    row.identityKind = casework::IdentityKind::Personnummer;
    row.birthDate = *base::parseDate("1981-12-18");
    row.sex = "f";
    row.homeMunicipality = "Täby kommun";
    row.phone = "070-174 06 40";
    row.address = "Storgatan 1";
    row.substance = "alcohol";
    row.condition = "Somnade på bänken.";
    row.injuries = false;
    return row;
}
LobReportRow born(std::string_view date)
{
    LobReportRow row = sheet();
    row.birthDate = *base::parseDate(date);
    return row;
}
KnownPerson knownWith(KnownPerson::Matter matter)
{
    KnownPerson known;
    known.matter = matter;
    known.caseId = *base::CaseId::parse("01930000-0000-7000-8000-00000000000a");
    known.responsible = *base::WorkerId::parse("01930000-0000-7000-8000-00000000000b");
    return known;
}
LobRoute routeOf(const LobReportRow &row, const KnownPerson &known = {})
{
    return casework::routeLobReport(row, Taby, known, Today);
}
LobRoute office(OfficeReason reason) { return {Way::Office, reason}; }

class Maker {
public:
    base::UuidMaker &ids() { return m_ids; }

private:
    base::ManualClock m_clock{at("2026-11-22T12:00:00Z")};
    base::SeededRandom m_random{3};
    base::UuidMaker m_ids{m_clock, m_random};
};

const casework::LobIntakeContext Context{at("2026-11-16T07:30:00Z"), "2026-0042", "taby",
                                         *base::WorkerId::parse("01930000-0000-7000-8000-00000000000c"),
                                         at("2026-11-17T16:00:00Z")};

casework::LobIntake intakeOf(const LobReportRow &row, const KnownPerson &known = {})
{
    Maker maker;
    return casework::makeLobIntake(row, routeOf(row, known), known, Context, maker.ids());
}
const base::json::Object *fieldsOf(const casework::LobIntake &intake, std::string_view kind)
{
    for (const auto &change : intake.changes)
        for (const auto &set : change.sets)
            if (set.kind == kind)
                return &set.fields;
    return nullptr;
}
std::string textIn(const casework::LobIntake &intake, std::string_view kind, std::string_view field)
{
    const auto *fields = fieldsOf(intake, kind);
    const auto *value = fields ? fields->find(field) : nullptr;
    return value && value->string() ? *value->string() : std::string("(none)");
}
std::string written(const casework::LobIntake &intake)
{
    std::string all;
    for (const auto &change : intake.changes)
        for (const auto &set : change.sets)
            if (change.compartment != Compartment::Protected)
                all += base::json::serialise(set.fields);
    return all;
}

/// Each change lies whole in its compartment, fits the schema and uses known codes and fields only.
void requireWellFormed(const casework::LobIntake &intake)
{
    std::set<base::RecordId> records;
    std::set<Compartment> compartments;
    for (const auto &part : intake.changes) {
        CHECK(compartments.insert(part.compartment).second);
        changelog::Change change;
        change.sets = part.sets;
        const auto fault = changelog::findSchemaFault(change, casework::recordSchemas());
        CAPTURE(fault ? fault->field + fault->reason : "");
        CHECK_FALSE(fault);
        CHECK(changelog::compartmentOf(change, casework::recordSchemas()) == part.compartment);
        for (const auto &set : part.sets) {
            CHECK(records.insert(set.record).second);
            CHECK(set.base.empty());
            for (const auto &[name, value] : set.fields) {
                const auto *field = casework::recordSchemas().kind(set.kind)->field(name);
                CAPTURE(set.kind, name);
                REQUIRE(field);
                if (field->type == changelog::FieldType::Code)
                    CHECK(std::find(field->codes.begin(), field->codes.end(), *value.string()) != field->codes.end());
            }
        }
    }
}

} // namespace

TEST_CASE("a person not known here gets a case") { CHECK(routeOf(sheet()) == LobRoute{Way::NewCase, {}}); }

TEST_CASE("a sheet without number and name is kept as a report without person")
{
    LobReportRow row = sheet();
    row.identityNumber.clear();
    row.identityKind.reset();
    row.birthDate.reset();
    CHECK(routeOf(row).way == Way::NewCase); // A name alone makes an unconfirmed person.
    row.givenName.clear();
    row.familyName.clear();
    CHECK(routeOf(row) == LobRoute{Way::Unidentified, {}});
}

TEST_CASE("an open matter takes the report, a closed one leaves it at the office")
{
    CHECK(routeOf(sheet(), knownWith(KnownPerson::Matter::Open)) == LobRoute{Way::OpenMatter, {}});
    CHECK(routeOf(sheet(), knownWith(KnownPerson::Matter::Closed)) == office(OfficeReason::ClosedMatter));
}

TEST_CASE("under eighteen at the custody is never an adult case, not even with an open matter")
{
    CHECK(routeOf(born("2008-11-15")) == office(OfficeReason::Minor));
    CHECK(routeOf(born("2008-11-14")).reason
          == OfficeReason::BelowTargetAge); // Taken at 01:15 on the birthday, Swedish time.
    CHECK(routeOf(born("2009-06-04"), knownWith(KnownPerson::Matter::Open)) == office(OfficeReason::Minor));
}

TEST_CASE("below the target age is the office's unless a matter is open; the profile may be silent")
{
    CHECK(routeOf(born("2006-11-23")) == office(OfficeReason::BelowTargetAge));
    CHECK(routeOf(born("2006-11-22")).way == Way::NewCase);
    CHECK(routeOf(born("2007-03-15"), knownWith(KnownPerson::Matter::Open)).way == Way::OpenMatter);
    CHECK(casework::routeLobReport(born("2007-03-15"), {std::nullopt, "Täby", {}}, {}, Today).way == Way::NewCase);
    CHECK(casework::routeLobReport(born("2009-06-04"), {std::nullopt, "Täby", {}}, {}, Today)
          == office(OfficeReason::Minor));
}

TEST_CASE("protected identity goes before everything, whoever says it")
{
    LobReportRow row = born("2009-06-04");
    row.protection = "skyddadFolkbokforing";
    CHECK(routeOf(row, knownWith(KnownPerson::Matter::Open)) == office(OfficeReason::ProtectedIdentity));
    KnownPerson known = knownWith(KnownPerson::Matter::Open);
    known.protection = "sekretessmarkering";
    CHECK(routeOf(sheet(), known) == office(OfficeReason::ProtectedIdentity));
    known.protection = "aLevelOfANewerVersion";
    CHECK(routeOf(sheet(), known) == office(OfficeReason::ProtectedIdentity));
    LobReportRow unknown;
    unknown.protection = "fingerade";
    CHECK(routeOf(unknown).reason == OfficeReason::ProtectedIdentity);
}

TEST_CASE("another home municipality is the office's; a silent sheet is ours")
{
    LobReportRow row = sheet();
    for (const std::string_view own : {"Täby", "TÄBY KOMMUN", "täby", "0160", "Kommunen Täby", ""}) {
        row.homeMunicipality = own;
        CAPTURE(own);
        CHECK(routeOf(row).way == Way::NewCase);
    }
    for (const std::string_view other : {"Uppsala", "Vallentuna kommun", "0380", "Tåby"}) {
        row.homeMunicipality = other;
        CAPTURE(other);
        CHECK(routeOf(row) == office(OfficeReason::OtherMunicipality));
    }
    CHECK(casework::isOwnMunicipality("Stockholms stad", {{}, "Stockholm", {}}));
    CHECK(casework::isOwnMunicipality("Borås", {{}, "Borås stad", {}}));
    CHECK(casework::isOwnMunicipality("Borås stad", {{}, "Borås", {}}));
}

TEST_CASE("twelve months count back from the custody by the calendar, Swedish time")
{
    const auto taken = at("2026-11-14T00:15:00Z");
    const std::vector<base::Instant> others = {at("2025-11-14T00:15:00Z"), at("2025-11-14T00:16:00Z"),
                                               at("2026-06-01T00:00:00Z"), at("2026-11-15T00:00:00Z")};
    CHECK(casework::repeatCountIn12Months(taken, others) == 3);
    CHECK(casework::repeatCountIn12Months(taken, {}) == 1);
    const std::vector<base::Instant> leap = {at("2027-02-28T12:00:00Z"), at("2027-03-01T12:01:00Z")};
    CHECK(casework::repeatCountIn12Months(at("2028-02-29T12:00:00Z"), leap) == 2);
}

TEST_CASE("a new case holds person, case and report, one change for each compartment")
{
    const auto intake = intakeOf(sheet());
    requireWellFormed(intake);
    CHECK(intake.makesCase);
    REQUIRE(intake.changes.size() == 2);
    CHECK(intake.changes[0].compartment == Compartment::Card);
    CHECK(intake.changes[0].sets.size() == 2);
    CHECK(intake.changes[1].compartment == Compartment::Lob);
    CHECK(textIn(intake, "person", "givenName") == "Åsa");
    CHECK(textIn(intake, "person", "identityKind") == "personnummer");
    CHECK(textIn(intake, "case", "stage") == "intake");
    CHECK(textIn(intake, "case", "caseNumber") == "2026-0042");
    CHECK(textIn(intake, "case", "responsible") == Context.responsible->toString());
    CHECK(textIn(intake, "lobReport", "takenAt") == "2026-11-14T00:15:00Z");
    CHECK(*fieldsOf(intake, "lobReport")->find("ageAtCustody") == base::json::Value(44));
    CHECK(*fieldsOf(intake, "lobReport")->find("repeatCount") == base::json::Value(1));
    CHECK(fieldsOf(intake, "person")->find("contactWays")->object()->size() == 2);
    CHECK_FALSE(fieldsOf(intake, "person")->contains("flags"));
    CHECK(intake.allSets().size() == 3);
}

TEST_CASE("a violent custody gives an arrangement with a day on which it is looked at again")
{
    LobReportRow row = sheet();
    row.violent = true;
    const auto intake = intakeOf(row);
    requireWellFormed(intake);
    const auto &flag = fieldsOf(intake, "person")->find("flags")->object()->begin()->second;
    CHECK(flag.stringAt("code") == "twoAtVisit");
    CHECK(flag.stringAt("review") == "2027-05-14");
}

TEST_CASE("the known person's case gets the report and a task for its own worker, and nothing else")
{
    KnownPerson known = knownWith(KnownPerson::Matter::Open);
    known.earlierCustodies = {at("2026-10-01T00:00:00Z"), at("2026-11-01T00:00:00Z")};
    const auto intake = intakeOf(sheet(), known);
    requireWellFormed(intake);
    CHECK_FALSE(intake.makesCase);
    CHECK(intake.caseId == known.caseId);
    CHECK_FALSE(fieldsOf(intake, "person"));
    CHECK_FALSE(fieldsOf(intake, "case"));
    CHECK(textIn(intake, "task", "what") == "newReport");
    CHECK(textIn(intake, "task", "assignedTo") == known.responsible->toString());
    CHECK(textIn(intake, "task", "lobReport") == intake.report.toString());
    CHECK(textIn(intake, "task", "due") == "2026-11-17T16:00:00Z");
    CHECK(*fieldsOf(intake, "lobReport")->find("repeatCount") == base::json::Value(3));
}

TEST_CASE("what stays at the office has a case of its own without a worker, tied to the known one")
{
    const auto intake = intakeOf(sheet(), knownWith(KnownPerson::Matter::Closed));
    requireWellFormed(intake);
    CHECK(intake.makesCase);
    CHECK_FALSE(intake.caseId == knownWith(KnownPerson::Matter::Closed).caseId);
    CHECK_FALSE(fieldsOf(intake, "case")->contains("responsible"));
    CHECK(textIn(intake, "case", "mergedInto") == knownWith(KnownPerson::Matter::Closed).caseId.toString());
}

TEST_CASE("nothing that tells who or where a protected person is leaves the protected compartment")
{
    LobReportRow row = sheet();
    row.protection = "sekretessmarkering";
    const auto intake = intakeOf(row);
    requireWellFormed(intake);
    const std::string open = written(intake);
    for (const std::string_view secret : {"Åsa", "Lund", "1981", "9876", "070", "Storgatan", "Täby"}) {
        CAPTURE(secret);
        CHECK(open.find(secret) == std::string::npos);
    }
    CHECK(textIn(intake, "person", "protection") == "sekretessmarkering");
    CHECK(textIn(intake, "protectedPerson", "familyName") == "Lund");
    CHECK(textIn(intake, "protectedPerson", "address") == "Storgatan 1");
    CHECK(textIn(intake, "protectedPerson", "phone") == "070-174 06 40");
}

TEST_CASE("the higher levels of protection keep no address at all")
{
    KnownPerson known = knownWith(KnownPerson::Matter::Open);
    known.protection = "skyddadFolkbokforing";
    const auto intake = intakeOf(sheet(), known);
    requireWellFormed(intake);
    CHECK(textIn(intake, "person", "protection") == "skyddadFolkbokforing");
    CHECK_FALSE(fieldsOf(intake, "protectedPerson")->contains("address"));
}

TEST_CASE("a report without person has a case of its own and no person record")
{
    LobReportRow row = sheet();
    row.identityNumber.clear();
    row.givenName.clear();
    row.familyName.clear();
    row.birthDate.reset();
    const auto intake = intakeOf(row);
    requireWellFormed(intake);
    CHECK_FALSE(fieldsOf(intake, "person"));
    CHECK(fieldsOf(intake, "case"));
    CHECK_FALSE(fieldsOf(intake, "lobReport")->contains("repeatCount"));
    CHECK(written(intake).find("070") == std::string::npos);
}

TEST_CASE("whatever the sheet holds, the intake is well formed and what belongs to the office has no worker")
{
    CHECK(rc::check("any sheet", [] {
        LobReportRow row = sheet();
        row.takenAt += std::chrono::minutes(*rc::gen::inRange(-500'000, 10'000));
        if (*rc::gen::arbitrary<bool>())
            row.birthDate = base::Date(std::chrono::sys_days(std::chrono::days(*rc::gen::inRange(-15'000, 20'000))));
        row.protection = std::string(*rc::gen::elementOf(casework::codes::Protection));
        row.homeMunicipality = *rc::gen::element<std::string>("", "Täby", "Uppsala");
        row.violent = *rc::gen::arbitrary<bool>();
        if (*rc::gen::inRange(0, 4) == 0) {
            row.givenName.clear();
            row.familyName.clear();
            row.identityNumber.clear();
        }
        KnownPerson known = knownWith(
            *rc::gen::element(KnownPerson::Matter::None, KnownPerson::Matter::Open, KnownPerson::Matter::Closed));
        known.protection = std::string(*rc::gen::elementOf(casework::codes::Protection));
        if (known.matter == KnownPerson::Matter::None)
            known.caseId = {};
        const auto route = routeOf(row, known);
        const auto intake = intakeOf(row, known);
        requireWellFormed(intake);
        RC_ASSERT((route.way == Way::Office) == route.reason.has_value());
        RC_ASSERT(intake.makesCase == (route.way != Way::OpenMatter));
        const bool isHidden = row.protection != "none" || known.protection != "none";
        RC_ASSERT(!isHidden || route.reason == OfficeReason::ProtectedIdentity);
        if (route.way == Way::Office)
            RC_ASSERT(!fieldsOf(intake, "case")->contains("responsible"));
        if (isHidden)
            RC_ASSERT(written(intake).find("Lund") == std::string::npos);
    }));
}

TEST_CASE("a sheet is known by its number however it is written, and two numbers stay two")
{
    CHECK(casework::lobSheetKey("lob", "B-4711") == casework::lobSheetKey("lob", " b 4711 "));
    CHECK(casework::lobSheetKey("lob", "B-4711") != casework::lobSheetKey("otherPolice", "B-4711"));
    CHECK(casework::lobSheetKey("lob", "1-11") != casework::lobSheetKey("lob", "11-1"));
    CHECK(casework::lobSheetKey("lob", " - ").empty());
}
