// What a team's leader is told of the team's changes that were not taken, and nobody else.
#include "tests/unit/server_world.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
using faltakt::base::ErrorCode;
using faltakt::changelog::Compartment;
using faltakt::changelog::CompartmentSet;
using faltakt::protocol::QuarantinedLine;
using faltakt::protocol::QuarantinePage;
using faltakt::protocol::QuarantineRequest;

namespace {

/// Anna works in the team that Lena leads; Bo works in another.
struct TwoTeams : World {
    WorkerId anna = addWorker("Anna", team);
    WorkerId lena = addLeader("Lena", team);
    TeamId otherTeam = need(core->administration().addTeam(tenant, "other team"));
    WorkerId bo = addWorker("Bo", otherTeam);
    TestDevice annas{*this, anna};
    TestDevice lenas{*this, lena};
    TestDevice bos{*this, bo};

    WorkerId addLeader(const std::string &name, std::optional<TeamId> of)
    {
        return need(core->administration().addWorker(tenant, of, name, std::string(TeamLeaderRole)));
    }
    /// A case of the device's team.
    CaseId makeCase(TestDevice &by)
    {
        const auto caseId = ids.makeId<CaseId>();
        REQUIRE(by.push(by.note(caseId)).kind == VerdictKind::Accepted);
        return caseId;
    }
    /// Sends a line that is not taken: a field of the note is too long.
    ChangeId sendWrong(TestDevice &by, CaseId caseId, const std::string &text = "hemligt")
    {
        const auto line =
            by.change(caseId, ids.makeId<RecordId>(), "note", {{"text", text}, {"at", std::string(5000, 'x')}});
        REQUIRE(by.push(line).reason == "schema");
        return line.change.id;
    }
    /// Through the wire form.
    faltakt::base::Result<QuarantinePage> page(const TestDevice &by, const QuarantineRequest &request = {})
    {
        TRY(const auto asked,
            faltakt::protocol::decodeQuarantineQuery(faltakt::protocol::encodeQuarantineQuery(request)));
        TRY(const auto told, core->quarantine().read(by.session, asked));
        return faltakt::protocol::decodeQuarantinePage(faltakt::protocol::encode(told));
    }
    std::vector<QuarantinedLine> told() { return need(page(lenas)).lines; }
    ErrorCode refusal(const TestDevice &by)
    {
        const auto asked = page(by);
        REQUIRE_FALSE(asked);
        return asked.error().code();
    }
    std::vector<AccessLogEntry> readings()
    {
        auto all = need(store->read([&](StoreSnapshot &s) { return s.accessLog().entriesAfter(tenant, 0, 1000); }));
        std::erase_if(all, [](const AccessLogEntry &entry) { return entry.word != "quarantine"; });
        return all;
    }
    void setRight(CaseId caseId, Grantee to, CompartmentSet right)
    {
        need(store->write([&](StoreTransaction &t) { return setAccess(t, tenant, caseId, to, right); }));
    }
};

/// Remembers how each write was wanted.
class DurabilitySpy final : public ServerStore {
public:
    explicit DurabilitySpy(ServerStore &store) : m_store(store) {}
    std::vector<Durability> writes;

protected:
    faltakt::base::Result<void> runRead(
        const std::function<faltakt::base::Result<void>(StoreSnapshot &)> &function) override
    {
        return m_store.read([&](StoreSnapshot &snapshot) { return function(snapshot); });
    }
    faltakt::base::Result<void> runWrite(const std::function<faltakt::base::Result<void>(StoreTransaction &)> &function,
                                         Durability durability) override
    {
        writes.push_back(durability);
        return m_store.write([&](StoreTransaction &transaction) { return function(transaction); }, durability);
    }

private:
    ServerStore &m_store;
};

} // namespace

TEST_CASE_METHOD(TwoTeams, "that a leader has read something outlives a power cut, and nothing is written of nothing")
{
    DurabilitySpy spy(*store);
    QuarantineService service(spy, core->accessLog());
    CHECK(need(service.read(lenas.session, {})).lines.empty());
    CHECK(spy.writes.empty());
    sendWrong(annas, makeCase(annas));
    CHECK(need(service.read(lenas.session, {})).lines.size() == 1);
    CHECK(spy.writes == std::vector{Durability::Now});
}

TEST_CASE_METHOD(TwoTeams, "a line that names another team's record is not told, whichever case it claims")
{
    const CaseId ours = makeCase(annas);
    const CaseId theirs = makeCase(bos);
    const auto bosNote = bos.note(theirs);
    REQUIRE(bos.push(bosNote).kind == VerdictKind::Accepted);
    const RecordId record = bosNote.change.sets.front().record;
    REQUIRE(bos.push(bos.change(ours, record, "note", {{"text", "om en annan"}})).kind == VerdictKind::Quarantined);
    REQUIRE(annas.push(annas.change(ours, record, "note", {{"text", "om en annan"}})).reason == "record");
    CHECK(told().empty());
    // The same within the own team is told.
    const auto own = annas.note(makeCase(annas));
    REQUIRE(annas.push(own).kind == VerdictKind::Accepted);
    REQUIRE(annas.push(annas.change(ours, own.change.sets.front().record, "note", {{"text", "x"}})).reason == "record");
    CHECK(told().size() == 1);
}

TEST_CASE_METHOD(TwoTeams, "a returned signature lies where the record lies that it signs, whatever it names")
{
    const CaseId ours = makeCase(annas);
    setRight(ours, anna.uuid(), CompartmentSet{Compartment::Protected});
    const auto hidden = annas.change(ours, ids.makeId<RecordId>(), "protectedPerson", {{"familyName", "x"}});
    REQUIRE(annas.push(hidden).kind == VerdictKind::Accepted);
    const auto sign = [&](const ChangeLine &line) {
        return annas.push(annas.change(ours, ids.makeId<RecordId>(), "signature",
                                       {{"record", line.change.sets.front().record.toString()},
                                        {"compartment", "file"},
                                        {"at", std::string(5000, 'x')}}));
    };
    REQUIRE(sign(hidden).kind == VerdictKind::Quarantined);
    CHECK(told().empty());
    const auto open = annas.note(ours);
    REQUIRE(annas.push(open).kind == VerdictKind::Accepted);
    REQUIRE(sign(open).kind == VerdictKind::Quarantined);
    CHECK(told().size() == 1);
}

TEST_CASE_METHOD(TwoTeams, "what was sent again and taken leaves the leader's page, and what was not taken stays on it")
{
    const CaseId caseId = makeCase(annas);
    setRight(caseId, anna.uuid(), {});
    setRight(caseId, team.uuid(), CompartmentSet{Compartment::Card});
    const auto first = annas.change(caseId, ids.makeId<RecordId>(), "note", {{"text", "ett"}, {"place", "torget"}});
    const auto second = annas.change(caseId, ids.makeId<RecordId>(), "note", {{"text", "två"}});
    REQUIRE(annas.push(first).reason == "access");
    REQUIRE(annas.push(second).reason == "access");
    setRight(caseId, team.uuid(), CompartmentSet::ofCaseworker());
    REQUIRE(told().size() == 2);
    const auto sendAgain = [&](TestDevice &by, const ChangeLine &line, json::Object fields) {
        const auto &set = line.change.sets.front();
        const auto again = by.change(caseId, set.record, set.kind, std::move(fields));
        REQUIRE(by.push(again).kind == VerdictKind::Accepted);
        return again.change.id;
    };
    // Something else in the record, or the same words by somebody else, is not it.
    const auto other = sendAgain(annas, first, {{"text", "ett"}});
    CHECK(told().size() == 2);
    TestDevice another(*this, anna);
    REQUIRE(another
                .push(another.change(caseId, first.change.sets.front().record, "note",
                                     {{"text", "ett"}, {"place", "torget"}}, {other}))
                .kind
            == VerdictKind::Accepted);
    CHECK(told().size() == 2);
    clock.advance(std::chrono::minutes(5));
    sendAgain(annas, first, first.change.sets.front().fields);
    const auto left = told();
    REQUIRE(left.size() == 1);
    CHECK(left.front().change == second.change.id);
    sendAgain(annas, second, second.change.sets.front().fields);
    CHECK(told().empty());
    // Nothing was removed.
    CHECK(need(store->read([&](StoreSnapshot &s) { return s.log().quarantine(tenant); })).size() == 2);
}

TEST_CASE_METHOD(TwoTeams, "what was sent again in another form leaves the page too: in parts, or as a deletion alone")
{
    const CaseId caseId = makeCase(annas);
    const auto kept = annas.note(caseId, "står kvar");
    REQUIRE(annas.push(kept).kind == VerdictKind::Accepted);
    const auto &keptSet = kept.change.sets.front();
    setRight(caseId, anna.uuid(), {});
    setRight(caseId, team.uuid(), CompartmentSet{Compartment::Card});
    const RecordId record = ids.makeId<RecordId>();
    REQUIRE(annas.push(annas.change(caseId, record, "note", {{"text", "ett"}, {"place", "torget"}})).reason
            == "access");
    REQUIRE(
        annas
            .push(annas.change(caseId, keptSet.record, "note", {{"deleted", true}, {"text", "bort"}}, {kept.change.id}))
            .reason
        == "access");
    setRight(caseId, team.uuid(), CompartmentSet::ofCaseworker());
    REQUIRE(told().size() == 2);
    const auto place = annas.change(caseId, record, "note", {{"place", "torget"}});
    REQUIRE(annas.push(place).kind == VerdictKind::Accepted);
    CHECK(told().size() == 2);
    // Another value of the rest is not it.
    const auto wrong = annas.change(caseId, record, "note", {{"text", "två"}}, {place.change.id});
    REQUIRE(annas.push(wrong).kind == VerdictKind::Accepted);
    CHECK(told().size() == 2);
    REQUIRE(annas.push(annas.change(caseId, record, "note", {{"text", "ett"}}, {wrong.change.id})).kind
            == VerdictKind::Accepted);
    CHECK(told().size() == 1);
    REQUIRE(annas.push(annas.change(caseId, keptSet.record, "note", {{"deleted", true}}, {kept.change.id})).kind
            == VerdictKind::Accepted);
    CHECK(told().empty());
}

TEST_CASE_METHOD(TwoTeams, "of a returned change of two records both have to be taken before it leaves the page")
{
    const CaseId caseId = makeCase(annas);
    setRight(caseId, anna.uuid(), {});
    setRight(caseId, team.uuid(), CompartmentSet{Compartment::Card});
    auto both = annas.note(caseId, "ett");
    both.change.sets.push_back({ids.makeId<RecordId>(), "contact", {{"text", "två"}}, {}});
    both = faltakt::changelog::sealChange(both.change);
    REQUIRE(annas.push(both).reason == "access");
    setRight(caseId, team.uuid(), CompartmentSet::ofCaseworker());
    for (const auto &set : both.change.sets) {
        CHECK(told().size() == 1);
        REQUIRE(annas.push(annas.change(caseId, set.record, set.kind, set.fields)).kind == VerdictKind::Accepted);
    }
    CHECK(told().empty());
}

TEST_CASE_METHOD(TwoTeams, "a line that is to leave as a file is told alone, and logged as that before it is told")
{
    const CaseId caseId = makeCase(annas);
    const ChangeId change = sendWrong(annas, caseId, "sparas");
    sendWrong(annas, caseId, "en annan");
    const auto exported = [&](const TestDevice &by, CaseId of, ChangeId which) {
        return page(by, {.exported = QuarantineRequest::Export{of, which}});
    };
    const auto line = need(exported(lenas, caseId, change)).lines;
    REQUIRE(line.size() == 1);
    CHECK(line.front().change == change);
    const auto entries = readings();
    REQUIRE(entries.size() == 1);
    CHECK(entries.front().act == AccessAct::Exported);
    CHECK(entries.front().worker == lena);
    CHECK(entries.front().caseId == caseId);
    CHECK(entries.front().purpose == change.toString());
    // What is not there to be told is not exported, and nothing is written of it.
    CHECK(exported(lenas, caseId, ids.makeId<ChangeId>()).error().code() == ErrorCode::NotFound);
    CHECK(exported(lenas, ids.makeId<CaseId>(), change).error().code() == ErrorCode::NotFound);
    CHECK(exported(annas, caseId, change).error().code() == ErrorCode::Refused);
    setRight(caseId, team.uuid(), CompartmentSet{Compartment::Card});
    CHECK(exported(lenas, caseId, change).error().code() == ErrorCode::NotFound);
    CHECK(readings().size() == 1);
}

TEST_CASE_METHOD(TwoTeams, "what lines name costs a page no more than so much, and each line comes all the same")
{
    const CaseId caseId = makeCase(annas);
    std::vector<ChangeId> wrong;
    wrong.reserve(150);
    for (int i = 0; i < 150; ++i)
        wrong.push_back(sendWrong(annas, caseId, "x"));
    constexpr int Many = 25;
    for (int i = 0; i < Many; ++i)
        REQUIRE(
            annas.push(annas.change(caseId, ids.makeId<RecordId>(), "note", {{"at", std::string(5000, 'x')}}, wrong))
                .kind
            == VerdictKind::Quarantined);
    const auto first = need(page(lenas));
    CHECK(first.lines.front().buildsOn.size() == 100);
    CHECK(first.lines.size() < Many);
    std::size_t lines = first.lines.size();
    for (auto before = first.before; before;) {
        const auto next = need(page(lenas, {.before = before}));
        lines += next.lines.size();
        before = next.before;
    }
    CHECK(lines == wrong.size() + Many);
}

TEST_CASE_METHOD(TwoTeams,
                 "a leader is told who wrote what was not taken, when, in which case and why, and it is logged")
{
    const CaseId caseId = makeCase(annas);
    clock.advance(std::chrono::hours(2));
    const ChangeId change = sendWrong(annas, caseId);
    const auto lines = told();
    REQUIRE(lines.size() == 1);
    const QuarantinedLine &line = lines.front();
    CHECK(line.change == change);
    CHECK(line.caseId == caseId);
    CHECK(line.worker == anna);
    CHECK(line.workerName == "Anna");
    CHECK(line.device == annas.session.device);
    CHECK_FALSE(line.isForsaken);
    CHECK(line.received == clock.now());
    CHECK(line.reason == "schema");
    CHECK(line.field == "note.at");
    REQUIRE(line.line);
    CHECK(line.line->change.id == change);
    CHECK(*line.line->change.sets.front().fields.find("text")->string() == "hemligt");

    const auto entries = readings();
    REQUIRE(entries.size() == 1);
    CHECK(entries.front().worker == lena);
    CHECK(entries.front().device == lenas.session.device);
    CHECK(entries.front().act == AccessAct::Delivered);
    CHECK(entries.front().caseId == caseId);
    CHECK(entries.front().compartments == CompartmentSet{Compartment::File});
    CHECK(entries.front().lines == 1);
}

TEST_CASE_METHOD(TwoTeams, "nobody but the leader of a team is told, and a leader who is gone no more")
{
    sendWrong(annas, makeCase(annas));
    CHECK(refusal(annas) == ErrorCode::Refused);
    CHECK(refusal(TestDevice(*this, addLeader("Without a team", {}))) == ErrorCode::Refused);
    CHECK(need(page(TestDevice(*this, addLeader("Of another team", otherTeam)))).lines.empty());
    CHECK(told().size() == 1);
    SECTION("revoked") { need(core->administration().revokeDevice(lenas.session.device)); }
    SECTION("to be wiped")
    {
        need(store->write([&](StoreTransaction &t) {
            return t.identity().addCommand(tenant, lenas.session.device,
                                           {ids.make(), std::string(WipeCommand), clock.now()});
        }));
    }
    CHECK(refusal(lenas) == ErrorCode::Refused);
    CHECK(readings().size() == 1);
}

TEST_CASE_METHOD(TwoTeams, "a leader is told of the own team's cases alone, whoever sent the line")
{
    const CaseId ours = makeCase(annas);
    const CaseId theirs = makeCase(bos);
    REQUIRE(bos.push(bos.note(ours)).reason == "access");
    REQUIRE(annas.push(annas.note(theirs)).reason == "access");
    sendWrong(bos, theirs);
    const auto lines = told();
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().worker == bo);
    CHECK(lines.front().caseId == ours);
    // Also not where the leader has a right of her own to a case of the other team.
    setRight(theirs, lena.uuid(), CompartmentSet::ofCaseworker());
    CHECK(told().size() == 1);
}

TEST_CASE_METHOD(TwoTeams,
                 "a leader is told what lies in compartments that she holds now, and nothing that reaches beyond")
{
    const CaseId caseId = makeCase(annas);
    setRight(caseId, anna.uuid(), CompartmentSet{Compartment::Protected});
    REQUIRE(annas
                .push(annas.change(caseId, ids.makeId<RecordId>(), "protectedPerson",
                                   {{"familyName", std::string(5000, 'x')}}))
                .reason
            == "schema");
    // Of two compartments in one line the one is hers, the other not.
    auto both = annas.change(caseId, ids.makeId<RecordId>(), "note", {{"text", "x"}}).change;
    both.sets.push_back({ids.makeId<RecordId>(), "protectedPerson", {{"familyName", "x"}}, {}});
    REQUIRE(annas.push(faltakt::changelog::sealChange(both)).reason == "schema");
    CHECK(told().empty());
    CHECK(readings().empty());

    sendWrong(annas, caseId);
    CHECK(told().size() == 1);
    setRight(caseId, team.uuid(), CompartmentSet{Compartment::Card});
    CHECK(told().empty());
    setRight(caseId, team.uuid(),
             CompartmentSet(CompartmentSet::ofCaseworker() | CompartmentSet{Compartment::Protected}));
    CHECK(told().size() == 3);
    need(core->administration().closeCase(caseId, "done"));
    CHECK(told().empty());
}

TEST_CASE_METHOD(
    TwoTeams,
    "of a case that never came to be a leader is told what the own team wrote, and that nobody else can save it")
{
    need(core->administration().revokeDevice(annas.session.device));
    need(core->administration().revokeDevice(bos.session.device));
    REQUIRE(annas.push(annas.note(ids.makeId<CaseId>(), "skrivet offline")).reason == "revoked");
    REQUIRE(
        annas.push(annas.change(ids.makeId<CaseId>(), ids.makeId<RecordId>(), "protectedPerson", {{"familyName", "x"}}))
            .reason
        == "revoked");
    REQUIRE(bos.push(bos.note(ids.makeId<CaseId>())).reason == "revoked");
    const auto lines = told();
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().worker == anna);
    CHECK(lines.front().isForsaken);
    CHECK(*lines.front().line->change.sets.front().fields.find("text")->string() == "skrivet offline");
}

TEST_CASE_METHOD(TwoTeams, "a device that is to be wiped cannot save what it wrote either")
{
    sendWrong(annas, makeCase(annas));
    CHECK_FALSE(told().front().isForsaken);
    need(store->write([&](StoreTransaction &t) {
        return t.identity().addCommand(tenant, annas.session.device,
                                       {ids.make(), std::string(WipeCommand), clock.now()});
    }));
    CHECK(told().front().isForsaken);
}

TEST_CASE_METHOD(TwoTeams, "what a returned line builds on is told where that was returned too")
{
    const CaseId caseId = makeCase(annas);
    const auto good = annas.note(caseId);
    REQUIRE(annas.push(good).kind == VerdictKind::Accepted);
    const ChangeId wrong = sendWrong(annas, caseId);
    const auto after =
        annas.change(caseId, good.change.sets.front().record, "note", {{"text", "ändrad"}}, {good.change.id, wrong});
    REQUIRE(annas.push(after).reason == "dependsOn");
    const auto lines = told();
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].change == after.change.id);
    CHECK(lines[0].buildsOn == std::vector{wrong});
    CHECK(lines[1].buildsOn.empty());
}

TEST_CASE_METHOD(TwoTeams, "a line that cannot be read is told of, and nothing of it is shown")
{
    REQUIRE(annas.push(std::vector<std::string>{"{\"secret\":"}).front().reason == "form");
    REQUIRE(bos.push(std::vector<std::string>{"{\"other\":"}).front().reason == "form");
    const auto lines = told();
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().worker == anna);
    CHECK_FALSE(lines.front().line);
    CHECK_FALSE(lines.front().caseId);
    CHECK(readings().size() == 1);
}

TEST_CASE_METHOD(TwoTeams, "the latest come first, page by page, each once, also past many of other teams")
{
    const CaseId ours = makeCase(annas);
    const CaseId theirs = makeCase(bos);
    std::vector<ChangeId> expected;
    for (int i = 0; i < 3; ++i) {
        expected.insert(expected.begin(), sendWrong(annas, ours));
        // More than one call walks over.
        for (int batch = 0; batch < (i == 1 ? 2 : 0); ++batch) {
            std::vector<std::string> lines;
            lines.reserve(300);
            for (int j = 0; j < 300; ++j)
                lines.push_back(annas.note(theirs).line);
            annas.push(lines);
        }
    }
    std::vector<ChangeId> got;
    QuarantineRequest request{.before = {}, .limit = 2};
    int pages = 0;
    do {
        const auto one = need(page(lenas, request));
        CHECK(one.lines.size() <= 2);
        for (const QuarantinedLine &line : one.lines)
            got.push_back(*line.change);
        request.before = one.before;
        ++pages;
    } while (request.before);
    CHECK(got == expected);
    CHECK(pages == 2); // The first call stopped among those of the other team.
}

TEST_CASE_METHOD(TwoTeams, "a page ends where it is large, and holds one line at least")
{
    const CaseId caseId = makeCase(annas);
    // Each near the longest that a line may be.
    for (int i = 0; i < 10; ++i)
        sendWrong(annas, caseId, std::string(120'000, 'a'));
    const auto first = need(page(lenas));
    CHECK(first.lines.size() == 8);
    REQUIRE(first.before);
    const auto second = need(page(lenas, {.before = first.before}));
    CHECK(second.lines.size() == 2);
    CHECK_FALSE(second.before);
    CHECK(need(page(lenas, {.before = {}, .limit = 1})).lines.size() == 1);
}

TEST_CASE_METHOD(TwoTeams, "a leader's device hears at each greeting that its worker leads, and others do not")
{
    const auto greet = [&](const TestDevice &by) {
        faltakt::protocol::HelloRequest hello;
        hello.device = by.session.device;
        hello.app = "test";
        const auto answer = need(core->hello().hello(hello, by.key.publicKey()));
        return need(faltakt::protocol::decodeHelloAnswer(faltakt::protocol::encode(answer))).leadsTeam;
    };
    CHECK(greet(lenas));
    CHECK_FALSE(greet(annas));
    need(core->administration().revokeDevice(lenas.session.device));
    CHECK_FALSE(greet(lenas));
}
