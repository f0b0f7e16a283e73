// Every write of the store fails once at its n-th step, for every n: no crash, no half state, nothing acknowledged lost.
#include "tests/support/catch.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/store_fixture.h"

#include <filesystem>

using namespace faltakt;
using base::json::Object;

namespace {

struct Snapshot {
    store::StoreCounts counts;
    std::int64_t n = 0;
    std::string cursor;
    std::size_t agenda = 0;
    std::vector<std::string> unsent;
    std::vector<std::string> forms;
    bool operator==(const Snapshot &other) const
    {
        return counts.outbox == other.counts.outbox && counts.changes == other.counts.changes
               && counts.records == other.counts.records && counts.cases == other.counts.cases
               && counts.returned == other.counts.returned && n == other.n && cursor == other.cursor
               && agenda == other.agenda && unsent == other.unsent && forms == other.forms;
    }
};

Snapshot snapshotOf(store::CaseStore &store)
{
    const auto position = store.syncPosition().value();
    const auto kept = store.forms().value();
    std::vector<std::string> forms;
    forms.reserve(kept.size());
    for (const auto &form : kept)
        forms.push_back(base::json::serialise(form.fields));
    return {store.counts().value(),      position.n,      position.cursor, store.agenda().value().size(),
            store.unsentLines().value(), std::move(forms)};
}

using Step = std::function<base::Result<void>(test::Device &)>;

/// Runs `step` with a failure at call n for n = 0, 1, … until it succeeds; after each failure the store must be
/// exactly as before, at once and after reopening, and then work again.
int failAtEachCall(const Step &prepare, const Step &step, bool full)
{
    test::FaultVfs vfs;
    vfs.setFull(full);
    for (int n = 0; n < 500; ++n) {
        test::Device device(std::uint64_t(50 + n), vfs.name());
        device.create().value();
        prepare(device).value();
        const Snapshot before = snapshotOf(device.store());
        vfs.failAfter(n);
        const auto result = step(device);
        const bool failed = vfs.failed();
        vfs.failAfter(-1);
        if (result && !failed)
            return n;
        if (!result) {
            const auto code = result.error().code();
            CHECK((code == base::ErrorCode::StorageFailed || code == base::ErrorCode::StorageFull));
            CHECK(snapshotOf(device.store()) == before);
        }
        const Snapshot after = snapshotOf(device.store());
        device.reopen().value();
        CHECK(snapshotOf(device.store()) == after);
        CHECK(device.store().checkIntegrity().has_value());
        const auto caseId = device.addPerson("After", "Fault");
        CHECK(device.store().hasCase(caseId).value());
    }
    return -1;
}

base::Result<void> twoNotes(test::Device &device)
{
    const auto caseId = device.addPerson("Ali", "N");
    device.addNote(caseId, "a");
    device.addNote(caseId, "b");
    return {};
}

} // namespace

TEST_CASE("a save fails whole at every step")
{
    const bool full = GENERATE(false, true);
    const int steps = failAtEachCall(
        twoNotes,
        [](test::Device &device) -> base::Result<void> {
            const auto caseId = device.makeId<base::CaseId>();
            Object fields{
                {"text", std::string(20000, 'x')}, {"at", "2026-01-01T10:00:00Z"}, {"due", "2026-01-02T10:00:00Z"}};
            TRY_VOID(device.store().save(
                {caseId,
                 {changelog::makeCreation(device.makeId<base::RecordId>(), "person", Object{{"givenName", "Mira"}}),
                  changelog::makeCreation(device.makeId<base::RecordId>(), "note", std::move(fields))},
                 {}}));
            return {};
        },
        full);
    CHECK(steps > 3);
}

TEST_CASE("several drafts, as when a day is signed, fail whole at every step")
{
    const int steps = failAtEachCall(
        twoNotes,
        [](test::Device &device) -> base::Result<void> {
            std::vector<store::Draft> drafts;
            for (int i = 0; i < 3; ++i)
                drafts.push_back({device.makeId<base::CaseId>(),
                                  {changelog::makeCreation(device.makeId<base::RecordId>(), "note",
                                                           Object{{"text", std::string(8000, char('a' + i))}})},
                                  {}});
            TRY_VOID(device.store().saveAll(drafts));
            return {};
        },
        false);
    CHECK(steps > 3);
}

TEST_CASE("verdicts fail whole at every step")
{
    const int steps = failAtEachCall(
        twoNotes,
        [](test::Device &device) -> base::Result<void> {
            const auto now = device.clock().now();
            return device.store().applyVerdicts(1, {{1, changelog::VerdictKind::Accepted, {{1, now, {}}}, {}, {}},
                                                    {2, changelog::VerdictKind::Quarantined, {}, "schema", "note.text"},
                                                    {3, changelog::VerdictKind::Accepted, {{2, now, {}}}, {}, {}}});
        },
        false);
    CHECK(steps > 3);
}

TEST_CASE("a page fails whole at every step, cursor included")
{
    test::Device other(49);
    other.create().value();
    for (int i = 0; i < 5; ++i) {
        const auto caseId = other.addPerson("P" + std::to_string(i), "N");
        other.addNote(caseId, std::string(3000, 'y'));
    }
    const auto page = test::pageFrom(other.store(), 1, other.clock().now());
    const int steps = failAtEachCall(
        twoNotes, [&](test::Device &device) { return device.store().applyPage(page); }, false);
    CHECK(steps > 3);
}

TEST_CASE("forgetting and the next epoch fail whole at every step")
{
    const bool forget = GENERATE(true, false);
    const int steps = failAtEachCall(
        twoNotes,
        [forget](test::Device &device) -> base::Result<void> {
            if (!forget)
                return device.store().startNextEpoch();
            TRY(const auto rows, device.store().cases());
            changelog::PullPage page;
            page.items.emplace_back(changelog::ForgetLine{rows.front().caseId, changelog::CompartmentSet(), 5});
            page.cursor = "y";
            return device.store().applyPage(page);
        },
        false);
    CHECK(steps > 2);
}

TEST_CASE("an answer to a scratch fails whole at every step")
{
    const int steps = failAtEachCall(
        [](test::Device &device) -> base::Result<void> {
            TRY_VOID(device.store().startScratch("audit-c", "1", {}));
            return {};
        },
        [](test::Device &device) -> base::Result<void> {
            TRY(const auto all, device.store().scratches());
            TRY_VOID(device.store().answerScratch(all.front().id, "1", Object{{"option", "never"}}));
            TRY_VOID(device.store().rewriteScratch({all.front().id, "audit", "1", {}, {}, {}}));
            return device.store().discardScratch(all.front().id);
        },
        false);
    CHECK(steps > 1);
}

TEST_CASE("keeping, saving from and dropping a form fail whole at every step")
{
    enum class Act { Keep, Save, Drop };
    const auto act = GENERATE(Act::Keep, Act::Save, Act::Drop);
    const auto keep = [](test::Device &device) -> base::Result<void> {
        TRY_VOID(twoNotes(device));
        return device.store().keepForm(
            {device.makeId<base::RecordId>(), "note", std::nullopt, Object{{"text", "before"}}});
    };
    const int steps = failAtEachCall(
        keep,
        [act](test::Device &device) -> base::Result<void> {
            TRY(const auto forms, device.store().forms());
            store::FormDraft form = forms.front();
            if (act == Act::Drop)
                return device.store().dropForm(form.id);
            if (act == Act::Save) {
                TRY(const auto rows, device.store().cases());
                TRY_VOID(device.store().saveFromForm(
                    form.id, {{rows.front().caseId,
                               {changelog::makeCreation(device.makeId<base::RecordId>(), "note", form.fields)},
                               {}}}));
                return {};
            }
            form.fields.set("text", std::string(20000, 'x'));
            return device.store().keepForm(form);
        },
        false);
    CHECK(steps > 1);
}

TEST_CASE("an undo, a sending again and a letting go fail whole at every step")
{
    enum class Act { UndoCreation, UndoEdit, SendAgain, Drop };
    const auto act = GENERATE(Act::UndoCreation, Act::UndoEdit, Act::SendAgain, Act::Drop);
    std::vector<base::ChangeId> changes;
    const int steps = failAtEachCall(
        [&](test::Device &device) -> base::Result<void> {
            TRY_VOID(twoNotes(device));
            TRY(const auto rows, device.store().cases());
            if (act == Act::UndoCreation) {
                TRY(changes, device.store().save({rows.front().caseId,
                                                  {changelog::makeCreation(device.makeId<base::RecordId>(), "note",
                                                                           Object{{"text", std::string(20000, 'x')}})},
                                                  {}}));
                return {};
            }
            TRY(const auto notes, device.store().recordsOfKind(rows.front().caseId, "note"));
            TRY(const auto edit, device.store().edit(notes.front().id, Object{{"text", "c"}}));
            changes = {edit};
            if (act == Act::UndoEdit)
                return {};
            return device.store().applyVerdicts(1, {{4, changelog::VerdictKind::Quarantined, {}, "access", {}}});
        },
        [&](test::Device &device) -> base::Result<void> {
            if (act == Act::Drop)
                return device.store().dropReturned(changes);
            TRY_VOID(act == Act::SendAgain ? device.store().sendAgain(changes) : device.store().undo(changes));
            return {};
        },
        false);
    CHECK(steps > 1);
}

TEST_CASE("moving what was misfiled is in both files or in neither, whichever step fails")
{
    const bool full = GENERATE(false, true);
    base::CaseId wrong;
    base::CaseId right;
    const int steps = failAtEachCall(
        [&](test::Device &device) -> base::Result<void> {
            wrong = device.addPerson("Ali", "N");
            right = device.addPerson("Bo", "M");
            device.addNote(wrong, "of somebody else");
            return {};
        },
        [&](test::Device &device) -> base::Result<void> {
            TRY(const auto notes, device.store().recordsOfKind(wrong, "note"));
            const auto there = device.makeId<base::RecordId>();
            // As long as an interview that takes two changes, and the act of which nothing stands alone.
            const Object first{{"text", std::string(60'000, 'x')}};
            const Object second{{"judgement", std::string(60'000, 'y')}};
            const Object act{{"record", notes.front().id.toString()}, {"at", "2026-05-01T10:00:00Z"}};
            TRY_VOID(device.store().saveAll(
                {{right, {changelog::makeCreation(there, "note", first)}, {}},
                 {right, {changelog::makeCreation(there, "note", second)}, {}},
                 {wrong, {changelog::makeCreation(device.makeId<base::RecordId>(), "misfiled", act)}, {}}}));
            TRY(const auto left, device.store().recordsOfKind(wrong, "note"));
            TRY(const auto moved, device.store().recordsOfKind(right, "note"));
            CHECK(left.empty());
            CHECK(moved.size() == 1);
            return {};
        },
        full);
    CHECK(steps > 4);
}

TEST_CASE("bringing a store of the first release up to date fails at every step without a loss")
{
    const bool full = GENERATE(false, true);
    test::FaultVfs vfs;
    vfs.setFull(full);
    bool wentThrough = false;
    int steps = 0;
    for (; !wentThrough; ++steps) {
        CAPTURE(steps, full);
        REQUIRE(steps < 1000);
        test::Device device(1001, vfs.name());
        std::filesystem::copy_file(std::string(FALTAKT_SOURCE_DIR) + "/tests/data/stores/release_001.db",
                                   device.setup().path);
        vfs.failAfter(steps);
        const auto opened = device.reopen();
        wentThrough = !vfs.failed();
        vfs.failAfter(-1);
        CHECK((opened.has_value() || !wentThrough));
        device.reopen().value();
        CHECK(device.store().counts().value().cases == 2);
        CHECK(device.store().returned().value().size() == 1);
        CHECK(device.store().unsentLines().value().size() == 2);
        CHECK(device.store().blobs().value().empty());
    }
    // Each migration is on the disk before the next one begins.
    CHECK(steps > 12);
}
