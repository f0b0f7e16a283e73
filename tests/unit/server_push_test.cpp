// What becomes of pushed lines: the table of verdicts, repetitions, gaps and forks.
#include "tests/unit/server_world.h"

#include "core/crypto/hash.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
using faltakt::protocol::PushFork;
using faltakt::protocol::PushGap;
using faltakt::protocol::PushVerdicts;

namespace {

struct TwoWorkers : World {
    WorkerId anna = addWorker("Anna", team);
    WorkerId bo = addWorker("Bo");
    TestDevice annas{*this, anna};
    TestDevice bos{*this, bo};
    CaseId caseId = ids.makeId<CaseId>();
};

std::string reasonOf(const Verdict &verdict)
{
    return verdict.kind == VerdictKind::Quarantined ? verdict.reason : std::string("not quarantined");
}

} // namespace

TEST_CASE_METHOD(TwoWorkers, "a pushed change is accepted with its place, time and stamp")
{
    const auto line = annas.note(caseId);
    const Verdict verdict = annas.push(line);
    REQUIRE(verdict.kind == VerdictKind::Accepted);
    CHECK(verdict.receipt->received == Start);
    CHECK(verdict.receipt->stamp
          == makeStamp(keys.stampKey(), tenant, verdict.receipt->seq, verdict.receipt->received, line.hash));
}

TEST_CASE_METHOD(TwoWorkers, "accepted changes, rights and keys are counted without gaps")
{
    std::vector<std::int64_t> places;
    for (int i = 0; i < 3; ++i)
        places.push_back(annas.push(annas.note(caseId)).receipt->seq);
    CHECK(places[1] == places[0] + 1);
    CHECK(places[2] == places[1] + 1);
    CHECK(need(store->read([&](StoreSnapshot &snapshot) { return snapshot.log().lastSeq(tenant); })) == places[2]);
}

TEST_CASE_METHOD(TwoWorkers, "a repeated push returns the first answer")
{
    const auto batch = annas.append({annas.note(caseId).line, "no change", annas.note(caseId).line});
    const auto first = need(annas.pushBatch(batch));
    clock.advance(std::chrono::hours(1));
    const auto second = need(annas.pushBatch(batch));
    CHECK(faltakt::protocol::encodePushAnswer(first) == faltakt::protocol::encodePushAnswer(second));
}

TEST_CASE_METHOD(TwoWorkers, "a push that overlaps what is held is answered as a whole")
{
    const auto first = annas.append({annas.note(caseId).line});
    need(annas.pushBatch(first));
    auto both = first;
    const auto more = annas.append({annas.note(caseId).line});
    both.lines.push_back(more.lines.front());
    both.head = more.head;
    const auto answer = need(annas.pushBatch(both));
    REQUIRE(std::get<PushVerdicts>(answer).verdicts.size() == 2);
    CHECK(std::get<PushVerdicts>(answer).n == 2);
}

TEST_CASE_METHOD(TwoWorkers, "a push that leaves something out is told what is expected")
{
    (void)annas.append({annas.note(caseId).line});
    const auto answer = need(annas.pushBatch(annas.append({annas.note(caseId).line})));
    CHECK(std::get<PushGap>(answer).expected == 1);
}

TEST_CASE_METHOD(TwoWorkers, "another line at a known place is a fork")
{
    annas.push(annas.note(caseId));
    annas.n = 0;
    annas.link = {};
    const auto answer = need(annas.pushBatch(annas.append({annas.note(caseId, "another").line})));
    CHECK(std::get<PushFork>(answer).n == 1);
}

TEST_CASE_METHOD(TwoWorkers, "a journal that does not lead on from what is held is a fork")
{
    annas.push(annas.note(caseId));
    annas.link = {};
    const auto answer = need(annas.pushBatch(annas.append({annas.note(caseId).line})));
    CHECK(std::get<PushFork>(answer).n == 1);
}

TEST_CASE_METHOD(TwoWorkers, "after a fork the same lines at new places are duplicates with their first receipts")
{
    const auto line = annas.note(caseId);
    const Verdict first = annas.push(line);
    annas.epoch = 2;
    annas.n = 0;
    annas.link = {};
    const Verdict again = annas.push(line);
    CHECK(again.kind == VerdictKind::Duplicate);
    CHECK(again.receipt->seq == first.receipt->seq);
}

TEST_CASE_METHOD(TwoWorkers, "a line that is no longer held is known by its hash, or absent")
{
    const auto line = annas.note(caseId);
    annas.push(line);
    annas.epoch = 2;
    annas.n = 0;
    annas.link = {};
    auto batch = annas.append({line.line, "never sent"});
    batch.lines[0].line.reset();
    batch.lines[1].line.reset();
    const auto verdicts = std::get<PushVerdicts>(need(annas.pushBatch(batch))).verdicts;
    CHECK(verdicts[0].kind == VerdictKind::Duplicate);
    CHECK(verdicts[1].kind == VerdictKind::Absent);
}

TEST_CASE_METHOD(TwoWorkers, "a line that cannot be read is kept and returned as form, and holds nothing up")
{
    const auto verdicts = annas.push({std::string("{\"id\":1}"), annas.note(caseId).line});
    CHECK(reasonOf(verdicts[0]) == "form");
    CHECK(verdicts[1].kind == VerdictKind::Accepted);
    const auto kept = need(store->read([&](StoreSnapshot &snapshot) { return snapshot.log().quarantine(tenant); }));
    REQUIRE(kept.size() == 1);
    CHECK(kept.front().line == "{\"id\":1}");
}

TEST_CASE_METHOD(TwoWorkers, "a change by somebody else than the token's worker is returned as author")
{
    CHECK(reasonOf(annas.push(bos.note(caseId))) == "author");
}

TEST_CASE_METHOD(TwoWorkers, "a change for a case without right is returned as access")
{
    annas.push(annas.note(caseId));
    CHECK(reasonOf(bos.push(bos.note(caseId))) == "access");
}

TEST_CASE_METHOD(TwoWorkers, "the compartment protected needs a right of its own")
{
    annas.push(annas.note(caseId));
    const auto line = annas.change(caseId, ids.makeId<RecordId>(), "protectedPerson", {{"givenName", "Kim"}});
    CHECK(reasonOf(annas.push(line)) == "access");
}

TEST_CASE_METHOD(TwoWorkers, "a case of another tenant cannot be written to or taken over")
{
    annas.push(annas.note(caseId));
    const TenantId other = addTenant("Flen");
    const WorkerId stranger = need(core->administration().addWorker(other, {}, "Cia", "caseworker"));
    TestDevice strangers(*this, stranger);
    CHECK(reasonOf(strangers.push(strangers.note(caseId))) == "case");
    CHECK(strangers.pullChanges().empty());
}

TEST_CASE_METHOD(TwoWorkers, "a record belongs to one case and has one kind for ever")
{
    const auto record = ids.makeId<RecordId>();
    annas.push(annas.change(caseId, record, "note", {{"text", "a"}}));
    const auto moved = annas.change(ids.makeId<CaseId>(), record, "note", {{"text", "b"}});
    CHECK(reasonOf(annas.push(moved)) == "record");
    const auto turned = annas.change(caseId, record, "contact", {{"way", "call"}});
    CHECK(reasonOf(annas.push(turned)) == "record");
}

TEST_CASE_METHOD(TwoWorkers, "a value that breaks the schema is returned with kind and field")
{
    const auto line = annas.change(caseId, ids.makeId<RecordId>(), "note", {{"text", 7}});
    const Verdict verdict = annas.push(line);
    CHECK(reasonOf(verdict) == "schema");
    CHECK(verdict.field == "note.text");
}

TEST_CASE_METHOD(TwoWorkers, "unknown kinds and fields of newer versions are accepted byte for byte")
{
    const auto line = annas.change(caseId, ids.makeId<RecordId>(), "songbook", {{"verse", 3}});
    const Verdict verdict = annas.push(line);
    REQUIRE(verdict.kind == VerdictKind::Accepted);
    const auto kept =
        need(store->read([&](StoreSnapshot &snapshot) { return snapshot.log().change(tenant, verdict.receipt->seq); }));
    CHECK(kept.line == line.line);
    CHECK(kept.compartment == faltakt::changelog::Compartment::File);
}

TEST_CASE_METHOD(TwoWorkers, "what builds on a returned change is returned with it, also in a later push")
{
    const auto record = ids.makeId<RecordId>();
    const auto bad = annas.change(caseId, record, "note", {{"text", 7}});
    const auto onTop = annas.change(caseId, record, "note", {{"text", "b"}}, {bad.change.id});
    const auto verdicts = annas.push({bad.line, onTop.line});
    CHECK(reasonOf(verdicts[1]) == "dependsOn");
    const auto later = annas.change(caseId, record, "note", {{"text", "c"}}, {onTop.change.id});
    CHECK(reasonOf(annas.push(later)) == "dependsOn");
}

TEST_CASE_METHOD(TwoWorkers, "another line under a known id is returned as idReused and does not harm the first")
{
    const auto line = annas.note(caseId);
    annas.push(line);
    auto copy = line.change;
    copy.sets.front().fields.set("text", "another");
    CHECK(reasonOf(annas.push(faltakt::changelog::sealChange(copy))) == "idReused");
    const auto onTop = annas.change(caseId, line.change.sets.front().record, "note", {{"text", "c"}}, {line.change.id});
    CHECK(annas.push(onTop).kind == VerdictKind::Accepted);
}

TEST_CASE_METHOD(TwoWorkers, "one id twice in one push: the same line is a duplicate, another one is idReused")
{
    const auto line = annas.note(caseId);
    auto copy = line.change;
    copy.sets.front().fields.set("text", "another");
    const auto verdicts = annas.push({line.line, line.line, faltakt::changelog::sealChange(copy).line});
    CHECK(verdicts[0].kind == VerdictKind::Accepted);
    CHECK(verdicts[1].kind == VerdictKind::Duplicate);
    CHECK(verdicts[1].receipt->seq == verdicts[0].receipt->seq);
    CHECK(reasonOf(verdicts[2]) == "idReused");
}

TEST_CASE_METHOD(TwoWorkers, "a revoked device may push, into quarantine, and its earlier receipts still stand")
{
    const auto line = annas.note(caseId);
    const auto batch = annas.append({line.line});
    const auto first = need(annas.pushBatch(batch));
    need(core->administration().revokeDevice(annas.session.device));
    CHECK(faltakt::protocol::encodePushAnswer(need(annas.pushBatch(batch)))
          == faltakt::protocol::encodePushAnswer(first));
    CHECK(reasonOf(annas.push(annas.note(caseId))) == "revoked");
    CHECK(annas.pullPage().error().code() == faltakt::base::ErrorCode::Refused);
}

TEST_CASE_METHOD(TwoWorkers, "a journal signed by another key, or of another device, is refused")
{
    const auto batch = annas.append({annas.note(caseId).line});
    const auto foreign = need(faltakt::protocol::signPush(batch, tenant, annas.session.device, bos.key));
    CHECK(core->push().push(annas.session, foreign).error().code() == faltakt::base::ErrorCode::InvalidInput);
    const auto other = need(faltakt::protocol::signPush(batch, tenant, annas.session.device, annas.key));
    CHECK(core->push().push(bos.session, other).error().code() == faltakt::base::ErrorCode::Refused);
}

TEST_CASE_METHOD(TwoWorkers, "who read a file may say so after the right has gone, but a reading makes no case")
{
    annas.push(annas.note(caseId));
    need(core->administration().assignCase(caseId, bo));
    need(core->administration().unassignCase(caseId, bo));
    const auto reading =
        bos.change(caseId, ids.makeId<RecordId>(), "access", {{"action", "open"}, {"purpose", "assigned"}});
    CHECK(bos.push(reading).kind == VerdictKind::Accepted);
    const auto nowhere = bos.change(ids.makeId<CaseId>(), ids.makeId<RecordId>(), "access", {{"action", "open"}});
    CHECK(reasonOf(bos.push(nowhere)) == "case");
}

TEST_CASE_METHOD(TwoWorkers, "the first change for a new case grants it to author and team")
{
    annas.push(annas.note(caseId));
    const auto entries =
        need(store->read([&](StoreSnapshot &snapshot) { return snapshot.log().accessOfCase(tenant, caseId, {}); }));
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].grantee == anna.uuid());
    CHECK(entries[1].grantee == team.uuid());
}
