// What was written in the wrong person's file: who may say so, and what the office's own work still reads of it.
#include "sync/server/api/folded_case.h"
#include "sync/server/api/whole_case.h"
#include "tests/unit/server_world.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
namespace base = faltakt::base;
namespace json = faltakt::base::json;

namespace {

/// Anna has written in a file that the whole team holds; Bo is of it, Cia leads it.
struct Misfiled : World {
    Misfiled()
    {
        caseId = ids.makeId<CaseId>();
        note = annas.note(caseId, "of somebody else");
        annas.pushTaken({annas.change(caseId, ids.makeId<RecordId>(), "case", {{"stage", "intake"}}), note});
        addendum = bos.change(caseId, ids.makeId<RecordId>(), "note",
                              {{"text", "more of it"}, {"addendumTo", idOf(note).toString()}});
        bos.pushTaken({addendum});
    }
    static RecordId idOf(const ChangeLine &line) { return line.change.sets.front().record; }
    ChangeLine act(TestDevice &by, const ChangeLine &on, const CaseId &in)
    {
        return by.change(in, ids.makeId<RecordId>(), "misfiled", {{"record", idOf(on).toString()}, {"byName", "A"}});
    }
    Verdict say(TestDevice &by, const ChangeLine &on) { return by.push(act(by, on, caseId)); }
    std::size_t notesRead() { return recordsRead("note"); }
    std::size_t recordsRead(const std::string &kind)
    {
        return need(store->read([&](StoreSnapshot &snapshot) -> base::Result<std::size_t> {
            TRY(const WholeCase whole, WholeCase::read(snapshot.log(), tenant, caseId));
            TRY(const auto records, whole.records(caseId, kind));
            return records.size();
        }));
    }
    /// As the rules of the server read it.
    std::size_t recordsFolded(const std::string &kind)
    {
        return need(store->read([&](StoreSnapshot &snapshot) -> base::Result<std::size_t> {
            TRY(const FoldedCase folded, FoldedCase::read(snapshot.log(), tenant, caseId));
            TRY(const auto records, folded.records(caseId, kind));
            return records.size();
        }));
    }

    TestDevice annas{*this, addWorker("Anna", team)};
    TestDevice bos{*this, addWorker("Bo", team)};
    TestDevice cias{*this, need(core->administration().addWorker(tenant, team, "Cia", std::string(TeamLeaderRole)))};
    CaseId caseId;
    ChangeLine note;
    ChangeLine addendum;
};

} // namespace

TEST_CASE_METHOD(Misfiled, "who wrote it says that it stands wrongly, and the office reads it no more")
{
    REQUIRE(notesRead() == 2);
    const ChangeLine said = act(annas, note, caseId);
    REQUIRE(annas.push(said).kind == VerdictKind::Accepted);
    CHECK(notesRead() == 0); // What hangs on it is sealed with it.
    ChangeLine back = annas.change(caseId, idOf(said), "misfiled", {{"deleted", true}}, {said.change.id});
    REQUIRE(annas.push(back).kind == VerdictKind::Accepted);
    CHECK(notesRead() == 2);
}

TEST_CASE_METHOD(Misfiled, "a colleague who has written nothing in it may not, a leader of the team may")
{
    const Verdict refused = say(bos, note);
    CHECK(refused.kind == VerdictKind::Quarantined);
    CHECK(refused.reason == "access");
    CHECK(refused.field == "misfiled.record");
    CHECK(notesRead() == 2);
    CHECK(say(cias, note).kind == VerdictKind::Accepted);
}

TEST_CASE_METHOD(Misfiled, "an addition may be moved by who wrote it and by who wrote what it hangs on")
{
    CHECK(say(bos, addendum).kind == VerdictKind::Accepted);
    CHECK(say(annas, addendum).kind == VerdictKind::Accepted);
    CHECK(notesRead() == 1);
}

TEST_CASE_METHOD(Misfiled, "an act is about a record of its own case")
{
    const CaseId other = ids.makeId<CaseId>();
    const ChangeLine elsewhere = annas.note(other, "there");
    annas.pushTaken({annas.change(other, ids.makeId<RecordId>(), "case", {{"stage", "intake"}}), elsewhere});
    CHECK(say(annas, elsewhere).reason == "schema");
    CHECK(say(annas, annas.note(caseId, "never sent")).reason == "schema");
}

TEST_CASE_METHOD(Misfiled, "what is written and moved within one push is taken")
{
    const ChangeLine fresh = annas.note(caseId, "written just now");
    annas.pushTaken({fresh, act(annas, fresh, caseId)});
    CHECK(notesRead() == 2);
}

TEST_CASE_METHOD(Misfiled, "screenings, acts and children are sealed for the office and its rules alike")
{
    const std::vector<std::pair<std::string, json::Object>> written{
        {"assessment", {{"instrument", "audit"}, {"status", "completed"}}},
        {"act", {{"form", "report"}, {"gives/decision", "2026-05-02"}}},
        {"children", {{"answer", "worry"}}},
        {"child", {{"worry", "yes"}}},
        {"concernReport", {{"concern", "made"}}},
        {"safetyCheck", {{"need", "no"}}}};
    for (const auto &[kind, fields] : written) {
        CAPTURE(kind);
        const ChangeLine record = annas.change(caseId, ids.makeId<RecordId>(), kind, fields);
        annas.pushTaken({record});
        REQUIRE(recordsRead(kind) == 1);
        REQUIRE(recordsFolded(kind) == 1);
        CHECK(say(bos, record).reason == "access");
        CHECK(say(annas, record).kind == VerdictKind::Accepted);
        CHECK(recordsRead(kind) == 0);
        CHECK(recordsFolded(kind) == 0);
    }
}

TEST_CASE_METHOD(Misfiled, "a report about a child is sealed with the child, by whoever wrote of the child")
{
    const ChangeLine child = annas.change(caseId, ids.makeId<RecordId>(), "child", {{"worry", "yes"}});
    annas.pushTaken({child});
    const ChangeLine report = bos.change(caseId, ids.makeId<RecordId>(), "concernReport",
                                         {{"concern", "made"}, {"child", idOf(child).toString()}});
    bos.pushTaken({report});
    CHECK(say(bos, child).reason == "access");
    CHECK(say(annas, report).kind == VerdictKind::Accepted);
    CHECK(say(annas, child).kind == VerdictKind::Accepted);
    CHECK(recordsRead("concernReport") == 0);
    CHECK(recordsFolded("concernReport") == 0);
}
