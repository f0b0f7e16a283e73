// Whether a number is known: exactly this one, to whom it is told, and what stands in the access log of it.
#include "core/casework/identity_number.h"
#include "tests/unit/server_world.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
using faltakt::base::ErrorCode;
using faltakt::protocol::KnownAnswer;
using faltakt::protocol::KnownRequest;
namespace casework = faltakt::casework;

namespace {

/// A made-up number: birth number 000.
std::string numberOf(const std::string &day)
{
    const std::string nine = day.substr(2) + "000";
    return day + "000" + casework::identityCheckDigit(nine);
}

struct Register : World {
    WorkerId anna = addWorker("Anna", team);
    TeamId youth = need(core->administration().addTeam(tenant, "Ungdom"));
    WorkerId bo = addWorker("Bo", youth);
    TestDevice annas{*this, anna};
    TestDevice bos{*this, bo};
    std::string number = numberOf("19900101");

    struct File {
        CaseId caseId;
        RecordId person;
        RecordId matter;
        ChangeId personChange;
        ChangeId matterChange;
    };
    File makeFile(TestDevice &by, const std::string &identityNumber, json::Object more = {})
    {
        File file{ids.makeId<CaseId>(), ids.makeId<RecordId>(), ids.makeId<RecordId>(), {}, {}};
        more.set("identityNumber", identityNumber);
        const auto person = by.change(file.caseId, file.person, "person", std::move(more));
        const auto matter = by.change(file.caseId, file.matter, "case", {{"stage", "insats"}});
        for (const auto &line : {person, matter})
            REQUIRE(by.push(line).kind == VerdictKind::Accepted);
        file.personChange = person.change.id;
        file.matterChange = matter.change.id;
        return file;
    }
    /// Through the wire form.
    faltakt::base::Result<KnownAnswer> ask(const TestDevice &by, const KnownRequest &request)
    {
        TRY(const auto asked, faltakt::protocol::decodeKnownRequest(faltakt::protocol::encode(request)));
        TRY(const auto told, core->known().ask(by.session, asked));
        return faltakt::protocol::decodeKnownAnswer(faltakt::protocol::encode(told));
    }
    std::vector<AccessLogEntry> questions(TenantId of)
    {
        auto all = need(store->read([&](StoreSnapshot &s) { return s.accessLog().entriesAfter(of, 0, 1000); }));
        std::erase_if(all, [](const AccessLogEntry &entry) { return entry.act != AccessAct::Asked; });
        return all;
    }
};

} // namespace

TEST_CASE_METHOD(Register, "an exact number is answered with the unit of the file, and nothing else is")
{
    makeFile(bos, number, {{"givenName", "Kim"}, {"familyName", "Ek"}});
    const KnownAnswer answer = need(ask(annas, {number}));
    CHECK(answer.isKnown);
    CHECK(answer.unit == "Ungdom");
    CHECK_FALSE(need(ask(annas, {numberOf("19900102")})).isKnown);
    // No part of a number, no other writing, no name, no temporary number.
    const auto code = [&](const std::string &text) {
        const auto told = core->known().ask(annas.session, KnownRequest{text});
        return told ? std::string("answered") : told.error().toString();
    };
    for (const std::string &text :
         {number.substr(0, 11), number.substr(2), number + "0", std::string("Kim"), std::string("19900101000"),
          std::string("199001010001"), std::string("TEMP-AAAAA-AAAAA")}) {
        INFO(text);
        CHECK(code(text) != "answered");
        CHECK(code(text).find(text) == std::string::npos);
    }
}

TEST_CASE_METHOD(Register, "however a number was typed, it is found by its twelve digits")
{
    makeFile(bos, number.substr(2, 6) + "-" + number.substr(8));
    CHECK(need(ask(annas, {number})).isKnown);
}

TEST_CASE_METHOD(Register, "somebody with protected identity is answered for as if nobody were known, at every level")
{
    const auto level =
        GENERATE(as<std::string>(), "sekretessmarkering", "skyddadFolkbokforing", "fingerade", "levelOfTomorrow");
    makeFile(bos, number, {{"protection", level}});
    CHECK_FALSE(need(ask(annas, {number})).isKnown);
    // Byte for byte as for a number that nobody has.
    CHECK(faltakt::protocol::encode(need(core->known().ask(annas.session, {number})))
          == faltakt::protocol::encode(need(core->known().ask(annas.session, {numberOf("19900102")}))));
    CHECK(questions(tenant).front().word == "protected");
}

TEST_CASE_METHOD(Register, "protection that stands in conflict, or in another file of the same number, protects too")
{
    const File file = makeFile(bos, number, {{"protection", "none"}});
    CHECK(need(ask(annas, {number})).isKnown);
    SECTION("two workers disagree")
    {
        REQUIRE(bos.push(bos.change(file.caseId, file.person, "person", {{"protection", "fingerade"}})).kind
                == VerdictKind::Accepted);
    }
    SECTION("another file") { makeFile(annas, number, {{"protection", "sekretessmarkering"}}); }
    SECTION("the protected compartment holds the number")
    {
        need(store->write([&](StoreTransaction &t) {
            return setAccess(t, tenant, file.caseId, bo.uuid(),
                             faltakt::changelog::CompartmentSet::ofCaseworker()
                                 | faltakt::changelog::CompartmentSet{faltakt::changelog::Compartment::Protected});
        }));
        REQUIRE(
            bos.push(bos.change(file.caseId, ids.makeId<RecordId>(), "protectedPerson", {{"identityNumber", number}}))
                .kind
            == VerdictKind::Accepted);
    }
    CHECK_FALSE(need(ask(annas, {number})).isKnown);
}

TEST_CASE_METHOD(Register, "the file that was just made is not meant, nor what is tied to it")
{
    const File old = makeFile(bos, number);
    const File fresh = makeFile(annas, number);
    CHECK(need(ask(annas, {number, fresh.caseId})).unit == "Ungdom");
    REQUIRE(annas
                .push(annas.change(fresh.caseId, fresh.matter, "case", {{"mergedInto", old.caseId.toString()}},
                                   {fresh.matterChange}))
                .kind
            == VerdictKind::Accepted);
    CHECK_FALSE(need(ask(annas, {number, fresh.caseId})).isKnown);
    CHECK(need(ask(annas, {number})).unit == "Ungdom");
}

TEST_CASE_METHOD(Register, "of files that are tied one that protects is enough, whichever of them leads")
{
    const bool leads = GENERATE(true, false);
    const File hidden = makeFile(bos, number, {{"protection", "sekretessmarkering"}});
    const File open = makeFile(bos, numberOf("19900103"));
    const File &from = leads ? open : hidden;
    const File &to = leads ? hidden : open;
    REQUIRE(bos.push(bos.change(from.caseId, from.matter, "case", {{"mergedInto", to.caseId.toString()}},
                                {from.matterChange}))
                .kind
            == VerdictKind::Accepted);
    CHECK_FALSE(need(ask(annas, {number})).isKnown);
    CHECK(questions(tenant).back().word == "protected");
}

TEST_CASE_METHOD(Register, "another municipality's people are not known here")
{
    makeFile(bos, number);
    const TenantId other = addTenant("Flen");
    TestDevice stranger(*this, need(core->administration().addWorker(other, {}, "Cia", "caseworker")));
    CHECK_FALSE(need(ask(stranger, {number})).isKnown);
    CHECK(questions(tenant).empty());
    REQUIRE(questions(other).size() == 1);
    CHECK_FALSE(questions(other).front().caseId.has_value());
}

TEST_CASE_METHOD(Register,
                 "each question stands in the access log before its answer, with who asked and never the number")
{
    const File file = makeFile(bos, number);
    need(ask(annas, {number}));
    need(ask(annas, {numberOf("19900102")}));
    const auto log = questions(tenant);
    REQUIRE(log.size() == 2);
    CHECK(log[0].worker == anna);
    CHECK(log[0].device == annas.session.device);
    CHECK(log[0].caseId == file.caseId);
    CHECK(log[0].word == "known");
    CHECK_FALSE(log[1].caseId.has_value());
    CHECK(log[1].word == "unknown");
    for (const auto &entry : log)
        CHECK(entry.purpose.empty());
    CHECK(accessActName(AccessAct::Asked) == "asked");
}

TEST_CASE_METHOD(Register, "a device that is revoked or to be wiped is told nothing, and nothing is logged of it")
{
    makeFile(bos, number);
    SECTION("revoked") { need(core->administration().revokeDevice(annas.session.device)); }
    SECTION("to be wiped")
    {
        need(core->administration().orderDevice(annas.session.device, Administration::DeviceOrder::Wipe));
    }
    CHECK(ask(annas, {number}).error().code() == ErrorCode::Refused);
    CHECK(questions(tenant).empty());
}

TEST_CASE_METHOD(Register, "a file that lies with no team is asked about where its worker is")
{
    WorkerId alone = addWorker("Dan");
    TestDevice dans(*this, alone);
    const File file = makeFile(dans, number);
    CHECK(need(ask(annas, {number})).unit.empty());
    need(core->administration().assignCase(file.caseId, bo));
    CHECK(need(ask(annas, {number})).unit == "Ungdom");
}
