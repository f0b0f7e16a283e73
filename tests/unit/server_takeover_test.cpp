// Handing over a matter: who may ask, who may answer, what both may see, and whose the matter is meanwhile.
#include "sync/server/api/case_access.h"
#include "sync/server/api/record_reader.h"
#include "tests/unit/server_world.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
namespace base = faltakt::base;
namespace json = faltakt::base::json;
namespace changelog = faltakt::changelog;
using changelog::Compartment;
using changelog::CompartmentSet;

namespace {

/// Anna's matter, which nobody else of the team sees; she may ask Bo and Cia, and not Dan of another team.
struct Matter : World {
    Matter()
    {
        const TeamId other = need(core->administration().addTeam(tenant, "other"));
        annas = std::make_unique<TestDevice>(*this, addWorker("Anna", team));
        bos = std::make_unique<TestDevice>(*this, addWorker("Bo", team));
        cias = std::make_unique<TestDevice>(*this, addWorker("Cia", team));
        dans = std::make_unique<TestDevice>(*this, addWorker("Dan", other));
        caseId = ids.makeId<CaseId>();
        file =
            annas->change(caseId, ids.makeId<RecordId>(), "case", {{"stage", "intake"}, {"responsible", idOf(*annas)}});
        annas->pushTaken({file, annas->note(caseId, "secret")});
        need(store->write(
            [&](StoreTransaction &t) { return setAccess(t, tenant, caseId, team.uuid(), CompartmentSet()); }));
    }
    static std::string idOf(const TestDevice &device) { return device.session.worker.toString(); }

    json::Object question(const TestDevice &from, const TestDevice *to) const
    {
        json::Object fields{{"from", idOf(from)}, {"fromName", "F"}, {"text", "open"}};
        if (to)
            fields.set("to", idOf(*to));
        return fields;
    }
    Verdict ask(TestDevice &from, const TestDevice *to)
    {
        asked = from.change(caseId, record = ids.makeId<RecordId>(), "takeover", question(from, to));
        return from.push(asked);
    }
    /// The answer; with the responsibility in the same change where it is a yes.
    Verdict answer(TestDevice &by, const std::string &word)
    {
        changelog::Change change;
        change.id = ids.makeId<ChangeId>();
        change.by = by.session.worker;
        change.caseId = caseId;
        change.at = clock.now();
        change.sets.push_back({record, "takeover", {{"answer", word}, {"answeredBy", idOf(by)}}, {asked.change.id}});
        if (word == "accepted")
            change.sets.push_back(
                {file.change.sets.front().record, "case", {{"responsible", idOf(by)}}, {file.change.id}});
        return by.push(changelog::sealChange(std::move(change)));
    }
    CompartmentSet rightOf(const TestDevice &device)
    {
        return need(store->read([&](StoreSnapshot &snapshot) -> base::Result<CompartmentSet> {
            TRY(const auto entries,
                snapshot.log().accessOfCase(tenant, caseId, {device.session.worker.uuid(), team.uuid()}));
            return CaseAccess(entries).effective();
        }));
    }
    Verdict edit(TestDevice &by, json::Object fields)
    {
        return by.push(by.change(caseId, record, "takeover", std::move(fields), {asked.change.id}));
    }
    std::string responsible()
    {
        return need(store->read([&](StoreSnapshot &snapshot) -> base::Result<std::string> {
            const RecordReader reader(snapshot.log(), tenant);
            TRY(const auto found, reader.first(caseId, "case"));
            return reader.text(*found, "responsible");
        }));
    }
    static bool taken(const Verdict &verdict) { return verdict.kind == VerdictKind::Accepted; }

    std::unique_ptr<TestDevice> annas, bos, cias, dans;
    CaseId caseId;
    RecordId record;
    ChangeLine file;
    ChangeLine asked;
};

constexpr CompartmentSet Card{Compartment::Card};

} // namespace

TEST_CASE("who is asked sees the card and the question, and the matter is still the asker's")
{
    Matter matter;
    REQUIRE(Matter::taken(matter.ask(*matter.annas, matter.bos.get())));
    CHECK(matter.rightOf(*matter.bos) == Card);
    CHECK(matter.rightOf(*matter.cias).empty());
    CHECK(matter.bos->pullChanges().size() == 2); // The case and the question, and nothing of the file.
    CHECK(matter.responsible() == Matter::idOf(*matter.annas));
}

TEST_CASE("who takes over gets the file and the responsibility")
{
    Matter matter;
    matter.ask(*matter.annas, matter.bos.get());
    matter.bos->pull();
    REQUIRE(Matter::taken(matter.answer(*matter.bos, "accepted")));
    CHECK(matter.rightOf(*matter.bos) == CompartmentSet::ofCaseworker());
    CHECK(matter.responsible() == Matter::idOf(*matter.bos));
    CHECK(TestDevice::linesIn<changelog::ForgetLine>(matter.bos->pull()).empty());
}

TEST_CASE("who says no has nothing of the case any more")
{
    Matter matter;
    matter.ask(*matter.annas, matter.bos.get());
    REQUIRE(Matter::taken(matter.answer(*matter.bos, "declined")));
    CHECK(matter.rightOf(*matter.bos).empty());
    CHECK(matter.responsible() == Matter::idOf(*matter.annas));
}

TEST_CASE("a question that is taken back takes its right back")
{
    Matter matter;
    matter.ask(*matter.annas, matter.bos.get());
    REQUIRE(Matter::taken(matter.answer(*matter.annas, "withdrawn")));
    CHECK(matter.rightOf(*matter.bos).empty());
    CHECK_FALSE(Matter::taken(matter.answer(*matter.bos, "accepted")));
}

TEST_CASE("of a team that is asked the first one takes over")
{
    Matter matter;
    REQUIRE(Matter::taken(matter.ask(*matter.annas, nullptr)));
    CHECK(matter.rightOf(*matter.cias) == Card);
    REQUIRE(Matter::taken(matter.answer(*matter.bos, "accepted")));
    CHECK(matter.rightOf(*matter.bos) == CompartmentSet::ofCaseworker());
    CHECK(matter.rightOf(*matter.cias).empty());
    const Verdict second = matter.answer(*matter.cias, "accepted");
    CHECK(second.kind == VerdictKind::Quarantined);
    CHECK(matter.responsible() == Matter::idOf(*matter.bos));
}

TEST_CASE("the whole team is not asked about somebody with protected identity, one colleague by name is")
{
    Matter matter;
    matter.annas->pushTaken({matter.annas->change(matter.caseId, matter.ids.makeId<RecordId>(), "person",
                                                  {{"protection", "sekretessmarkering"}})});
    const Verdict toTeam = matter.ask(*matter.annas, nullptr);
    CHECK(toTeam.kind == VerdictKind::Quarantined);
    CHECK(matter.rightOf(*matter.cias).empty());
    CHECK(Matter::taken(matter.ask(*matter.annas, matter.bos.get())));
    CHECK(matter.rightOf(*matter.bos) == Card);
}

TEST_CASE("a level of protection that comes after the question takes the team's right back")
{
    Matter matter;
    REQUIRE(Matter::taken(matter.ask(*matter.annas, nullptr)));
    REQUIRE(matter.rightOf(*matter.cias) == Card);
    matter.annas->pushTaken({matter.annas->change(matter.caseId, matter.ids.makeId<RecordId>(), "person",
                                                  {{"protection", "sekretessmarkering"}})});
    CHECK(matter.rightOf(*matter.cias).empty());
}

TEST_CASE("nobody but who is asked may answer")
{
    Matter matter;
    matter.ask(*matter.annas, matter.bos.get());
    need(matter.store->write([&](StoreTransaction &t) {
        return setAccess(t, matter.tenant, matter.caseId, matter.cias->session.worker.uuid(),
                         CompartmentSet::ofCaseworker());
    }));
    CHECK_FALSE(Matter::taken(matter.answer(*matter.cias, "accepted")));
    CHECK_FALSE(Matter::taken(matter.answer(*matter.annas, "accepted")));
    CHECK_FALSE(Matter::taken(matter.answer(*matter.bos, "withdrawn")));
    CHECK(Matter::taken(matter.answer(*matter.bos, "declined")));
}

TEST_CASE("only who holds the whole file asks, in the own name, and only a colleague")
{
    Matter matter;
    CHECK_FALSE(Matter::taken(matter.ask(*matter.annas, matter.dans.get())));
    CHECK_FALSE(Matter::taken(matter.ask(*matter.annas, matter.annas.get())));
    CHECK_FALSE(Matter::taken(matter.ask(*matter.bos, matter.cias.get())));
    REQUIRE(Matter::taken(matter.ask(*matter.annas, matter.bos.get())));
    // With the card alone nobody goes on to ask, and so come by the file.
    CHECK_FALSE(Matter::taken(matter.ask(*matter.bos, nullptr)));
    auto forged = matter.question(*matter.bos, matter.cias.get());
    CHECK_FALSE(Matter::taken(
        matter.annas->push(matter.annas->change(matter.caseId, matter.ids.makeId<RecordId>(), "takeover", forged))));
}

TEST_CASE("a matter changes hands by no other way")
{
    Matter matter;
    matter.ask(*matter.annas, matter.bos.get());
    const auto grab = [&](TestDevice &by, const TestDevice &to) {
        return by.push(by.change(matter.caseId, matter.file.change.sets.front().record, "case",
                                 {{"responsible", Matter::idOf(to)}}, {matter.file.change.id}));
    };
    CHECK_FALSE(Matter::taken(grab(*matter.bos, *matter.bos)));
    CHECK_FALSE(Matter::taken(grab(*matter.annas, *matter.bos)));
    CHECK(matter.responsible() == Matter::idOf(*matter.annas));
}

TEST_CASE("what was asked stands as it was asked")
{
    Matter matter;
    matter.ask(*matter.annas, matter.bos.get());
    CHECK_FALSE(Matter::taken(matter.annas->push(matter.annas->change(
        matter.caseId, matter.record, "takeover", {{"to", Matter::idOf(*matter.cias)}}, {matter.asked.change.id}))));
}

TEST_CASE("a question that was taken back before anybody heard of it goes to the server in one go")
{
    Matter matter;
    const auto record = matter.ids.makeId<RecordId>();
    const auto asked =
        matter.annas->change(matter.caseId, record, "takeover", matter.question(*matter.annas, matter.bos.get()));
    const auto back =
        matter.annas->change(matter.caseId, record, "takeover",
                             {{"answer", "withdrawn"}, {"answeredBy", Matter::idOf(*matter.annas)}}, {asked.change.id});
    matter.annas->pushTaken({asked, back});
    CHECK(matter.rightOf(*matter.bos).empty());
}

TEST_CASE("what is written in a question later gives back nothing that was taken away meanwhile")
{
    Matter matter;
    const auto level = [&] {
        matter.annas->pushTaken({matter.annas->change(matter.caseId, matter.ids.makeId<RecordId>(), "person",
                                                      {{"protection", "sekretessmarkering"}})});
    };
    const auto unassign = [&](const TestDevice &device) {
        need(matter.core->administration().unassignCase(matter.caseId, device.session.worker));
    };
    SECTION("the team's card, of somebody with protected identity")
    {
        REQUIRE(Matter::taken(matter.ask(*matter.annas, nullptr)));
        level();
        REQUIRE(Matter::taken(matter.edit(*matter.annas, {{"text", "more"}})));
        CHECK(matter.rightOf(*matter.cias).empty());
    }
    SECTION("the card of who was asked")
    {
        REQUIRE(Matter::taken(matter.ask(*matter.annas, matter.bos.get())));
        unassign(*matter.bos);
        REQUIRE(Matter::taken(matter.edit(*matter.annas, {{"text", "more"}})));
        CHECK(matter.rightOf(*matter.bos).empty());
    }
    SECTION("the file of who took over")
    {
        matter.ask(*matter.annas, matter.bos.get());
        REQUIRE(Matter::taken(matter.answer(*matter.bos, "accepted")));
        unassign(*matter.bos);
        REQUIRE(Matter::taken(matter.edit(*matter.annas, {{"closed", true}})));
        CHECK(matter.rightOf(*matter.bos).empty());
    }
    SECTION("and takes nothing from who is asked anew")
    {
        matter.ask(*matter.annas, matter.bos.get());
        REQUIRE(Matter::taken(matter.answer(*matter.bos, "declined")));
        const auto former = matter.record;
        const auto first = matter.asked.change.id;
        REQUIRE(Matter::taken(matter.ask(*matter.annas, matter.bos.get())));
        REQUIRE(Matter::taken(
            matter.annas->push(matter.annas->change(matter.caseId, former, "takeover", {{"closed", true}}, {first}))));
        CHECK(matter.rightOf(*matter.bos) == Card);
    }
}

TEST_CASE("who has handed over keeps the card with the answer until that is read, and nothing of the file")
{
    Matter matter;
    matter.annas->pull();
    matter.ask(*matter.annas, matter.bos.get());
    REQUIRE(Matter::taken(matter.answer(*matter.bos, "accepted")));
    CHECK(matter.rightOf(*matter.annas) == Card);
    const auto items = matter.annas->pull();
    REQUIRE(TestDevice::linesIn<changelog::ForgetLine>(items).size() == 1);
    std::string all;
    for (const auto &item : items)
        if (const auto *delivered = std::get_if<changelog::DeliveredChange>(&item))
            all += delivered->line.line;
    CHECK(all.find("accepted") != std::string::npos);
    CHECK(all.find("secret") == std::string::npos);
    CHECK(matter.annas->push(matter.annas->note(matter.caseId)).reason == "access");
    REQUIRE(Matter::taken(matter.edit(*matter.annas, {{"closed", true}})));
    CHECK(matter.rightOf(*matter.annas).empty());
    CHECK(matter.rightOf(*matter.bos) == CompartmentSet::ofCaseworker());
}

TEST_CASE("what the team holds of a matter that is handed over stays the team's")
{
    Matter matter;
    need(matter.store->write([&](StoreTransaction &t) {
        return setAccess(t, matter.tenant, matter.caseId, matter.team.uuid(), CompartmentSet::ofCaseworker());
    }));
    matter.ask(*matter.annas, matter.bos.get());
    REQUIRE(Matter::taken(matter.answer(*matter.bos, "accepted")));
    CHECK(matter.rightOf(*matter.annas) == CompartmentSet::ofCaseworker());
}

TEST_CASE("nobody hands over what was taken from them since they asked")
{
    Matter matter;
    matter.ask(*matter.annas, matter.bos.get());
    need(matter.core->administration().unassignCase(matter.caseId, matter.annas->session.worker));
    const Verdict verdict = matter.answer(*matter.bos, "accepted");
    CHECK(verdict.kind == VerdictKind::Quarantined);
    CHECK(verdict.field == "from");
    CHECK(matter.rightOf(*matter.bos) == Card);
    CHECK(Matter::taken(matter.answer(*matter.bos, "declined")));
}

TEST_CASE("who says no to one question keeps the card for another one")
{
    Matter matter;
    need(matter.store->write([&](StoreTransaction &t) {
        return setAccess(t, matter.tenant, matter.caseId, matter.cias->session.worker.uuid(),
                         CompartmentSet::ofCaseworker());
    }));
    REQUIRE(Matter::taken(matter.ask(*matter.cias, matter.bos.get())));
    const auto ciasRecord = matter.record;
    const auto ciasQuestion = matter.asked;
    REQUIRE(Matter::taken(matter.ask(*matter.annas, matter.bos.get())));
    REQUIRE(Matter::taken(matter.answer(*matter.bos, "declined")));
    CHECK(matter.rightOf(*matter.bos) == Card);
    matter.record = ciasRecord;
    matter.asked = ciasQuestion;
    REQUIRE(Matter::taken(matter.answer(*matter.bos, "declined")));
    CHECK(matter.rightOf(*matter.bos).empty());
}

TEST_CASE("who is asked by name in the moment in which the team's right goes has the card")
{
    Matter matter;
    need(matter.store->write([&](StoreTransaction &t) {
        return setAccess(t, matter.tenant, matter.caseId, matter.team.uuid(), CompartmentSet::ofCaseworker());
    }));
    TestDevice &anna = *matter.annas;
    const auto person =
        anna.change(matter.caseId, matter.ids.makeId<RecordId>(), "person", {{"protection", "sekretessmarkering"}});
    anna.pushTaken({person, anna.change(matter.caseId, matter.ids.makeId<RecordId>(), "takeover",
                                        matter.question(anna, matter.bos.get()))});
    CHECK(matter.rightOf(*matter.bos) == Card);
    CHECK(matter.rightOf(*matter.cias).empty());
}

TEST_CASE("a question is answered once, also within one push")
{
    Matter matter;
    matter.ask(*matter.annas, matter.bos.get());
    TestDevice &bo = *matter.bos;
    const auto say = [&](const char *word) {
        return bo.change(matter.caseId, matter.record, "takeover", {{"answer", word}, {"answeredBy", Matter::idOf(bo)}},
                         {matter.asked.change.id});
    };
    const auto verdicts = bo.push(std::vector{say("declined").line, say("accepted").line});
    REQUIRE(verdicts.size() == 2);
    CHECK(Matter::taken(verdicts[0]));
    CHECK(verdicts[1].field == "answer");
    CHECK(matter.rightOf(bo).empty());
}
