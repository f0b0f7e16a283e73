// Comparing what a device holds with what it should: which cases differ, and how one comes again.
#include "tests/unit/server_world.h"

#include "sync/server/api/pull_cursor.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
using faltakt::base::ErrorCode;
using faltakt::changelog::CaseSum;
using faltakt::changelog::CompartmentSet;
using faltakt::changelog::ForgetLine;
using faltakt::changelog::GrantLine;

namespace {

struct Office : World {
    WorkerId anna = addWorker("Anna", team);
    WorkerId bo = addWorker("Bo");
    TestDevice annas{*this, anna};
    TestDevice bos{*this, bo};
    CaseId caseId = ids.makeId<CaseId>();
    CaseId other = ids.makeId<CaseId>();

    std::vector<ChangeLine> pushNotes(CaseId to, int count)
    {
        std::vector<std::string> lines;
        std::vector<ChangeLine> made;
        for (int i = 0; i < count; ++i) {
            made.push_back(annas.note(to, std::to_string(i)));
            lines.push_back(made.back().line);
        }
        annas.push(lines);
        return made;
    }
    static CaseSum sumOf(CaseId of, const std::vector<ChangeLine> &lines,
                         CompartmentSet granted = CompartmentSet::ofCaseworker())
    {
        CaseSum sum{of, granted, {}};
        for (const ChangeLine &line : lines)
            sum.lines.add(line.hash);
        return sum;
    }
    faltakt::base::Result<faltakt::protocol::DigestAnswer> compare(TestDevice &device, std::vector<CaseSum> cases)
    {
        std::sort(cases.begin(), cases.end(), [](const CaseSum &a, const CaseSum &b) { return a.caseId < b.caseId; });
        return core->digest().compare(device.session, {device.cursor, logId(), {{}, {}, std::move(cases)}});
    }
    std::vector<CaseId> differing(TestDevice &device, std::vector<CaseSum> cases)
    {
        return need(compare(device, std::move(cases))).differ;
    }
    std::vector<faltakt::changelog::PullItem> bringAgain(TestDevice &device, CaseId which, std::size_t limit)
    {
        std::vector<faltakt::changelog::PullItem> items;
        std::optional<CaseId> again = which;
        while (true) {
            const auto page = need(core->pull().pull(device.session, {.cursor = device.cursor,
                                                                      .limit = limit,
                                                                      .wait = {},
                                                                      .epoch = device.epoch,
                                                                      .logId = logId(),
                                                                      .again = again}));
            const auto read = need(faltakt::protocol::decodePullPage(faltakt::protocol::encodePullPage(page)));
            REQUIRE(items.size() < 100);
            device.cursor = read.cursor;
            again.reset();
            items.insert(items.end(), read.items.begin(), read.items.end());
            if (!read.more)
                return items;
        }
    }
};

} // namespace

TEST_CASE_METHOD(Office, "who holds exactly what he may hold differs in nothing, author and reader alike")
{
    const auto notes = pushNotes(caseId, 4);
    need(core->administration().assignCase(caseId, bo));
    annas.pull();
    bos.pull();
    const auto answer = need(compare(annas, {sumOf(caseId, notes)}));
    CHECK(answer.differ.empty());
    CHECK(answer.lines == 4);
    CHECK(differing(bos, {sumOf(caseId, notes)}).empty());
}

TEST_CASE_METHOD(Office, "a line less, a line more, a case not known of and other compartments differ")
{
    auto notes = pushNotes(caseId, 3);
    const auto others = pushNotes(other, 1);
    annas.pull();
    CHECK(differing(annas, {sumOf(caseId, notes)}) == std::vector{other});
    auto fewer = notes;
    fewer.pop_back();
    CHECK(differing(annas, {sumOf(caseId, fewer), sumOf(other, others)}) == std::vector{caseId});
    CHECK(differing(annas, {sumOf(caseId, notes), sumOf(other, others, CompartmentSet(1))}) == std::vector{other});
    notes.push_back(annas.note(caseId, "never sent"));
    CHECK(differing(annas, {sumOf(caseId, notes), sumOf(other, others)}) == std::vector{caseId});
}

TEST_CASE_METHOD(Office, "what came behind the cursor is not missed, and a right that changed there is left open")
{
    const auto notes = pushNotes(caseId, 3);
    need(core->administration().assignCase(caseId, bo));
    bos.pull();
    pushNotes(caseId, 2);
    CHECK(differing(bos, {sumOf(caseId, notes)}).empty());
    need(core->administration().unassignCase(caseId, bo));
    const auto answer = need(compare(bos, {sumOf(caseId, notes)}));
    CHECK(answer.differ.empty());
    CHECK(answer.unsettled == std::vector{caseId});
}

TEST_CASE_METHOD(Office, "of a foreign case and of one that is not there the same is said")
{
    const auto notes = pushNotes(caseId, 2);
    bos.pull();
    const auto nowhere = ids.makeId<CaseId>();
    const auto answer = need(compare(bos, {sumOf(caseId, notes), sumOf(nowhere, notes)}));
    CHECK(answer.differ.size() == 2);
    CHECK(answer.lines == 0);
    CHECK(differing(bos, {}).empty());
}

TEST_CASE_METHOD(Office, "only the cases of the part that is asked for are compared")
{
    const auto notes = pushNotes(caseId, 1);
    pushNotes(other, 1);
    annas.pull();
    REQUIRE(caseId < other);
    const auto answer =
        need(core->digest().compare(annas.session, {annas.cursor, logId(), {{}, caseId, {sumOf(caseId, notes)}}}));
    CHECK(answer.differ.empty());
    CHECK(answer.lines == 1);
    const auto behind = need(core->digest().compare(annas.session, {annas.cursor, logId(), {caseId, {}, {}}}));
    CHECK(behind.differ == std::vector{other});
}

TEST_CASE_METHOD(Office, "what was opened and read counts for nobody")
{
    const auto notes = pushNotes(caseId, 1);
    annas.push(annas.change(caseId, ids.makeId<RecordId>(), "access", {{"action", "open"}, {"purpose", "assigned"}}));
    annas.pull();
    CHECK(differing(annas, {sumOf(caseId, notes)}).empty());
}

TEST_CASE_METHOD(Office, "a cursor inside a case, of another log or of a stranger, and a revoked device are refused")
{
    pushNotes(caseId, 6);
    need(core->administration().assignCase(caseId, bo));
    (void)need(bos.pullPage(3));
    CHECK(compare(bos, {}).error().code() == ErrorCode::InvalidInput);
    bos.pull();
    CHECK(core->digest().compare(bos.session, {bos.cursor, "another", {}}).error().code() == ErrorCode::Refused);
    CHECK(core->digest().compare(bos.session, {"nonsense", logId(), {}}).error().code() == ErrorCode::InvalidInput);
    CHECK(core->digest().compare(bos.session, {"", logId(), {}}).error().code() == ErrorCode::Refused);
    need(core->administration().revokeDevice(bos.session.device));
    CHECK(compare(bos, {}).error().code() == ErrorCode::Refused);
}

TEST_CASE_METHOD(Office, "a case that is asked for again comes whole, own lines too, in pages of any size")
{
    const auto notes = pushNotes(caseId, 5);
    pushNotes(other, 2);
    annas.pull();
    const std::size_t limit = GENERATE(1, 2, 3, 100);
    const auto items = bringAgain(annas, caseId, limit);
    std::vector<ChangeId> expected;
    expected.reserve(notes.size());
    for (const ChangeLine &line : notes)
        expected.push_back(line.change.id);
    CHECK(TestDevice::changesIn(items) == expected);
    const auto grants = TestDevice::linesIn<GrantLine>(items);
    REQUIRE(grants.size() == 1);
    CHECK(grants.front().compartments == CompartmentSet::ofCaseworker());
    REQUIRE(TestDevice::linesIn<ForgetLine>(items).size() == 1);
    CHECK(TestDevice::linesIn<ForgetLine>(items).front().remaining == CompartmentSet::ofCaseworker());
    CHECK(annas.pull().empty());
}

TEST_CASE_METHOD(Office, "a case without a right that is asked for again is only to be forgotten")
{
    pushNotes(caseId, 2);
    bos.pull();
    for (const CaseId which : {caseId, ids.makeId<CaseId>()}) {
        const auto items = bringAgain(bos, which, 100);
        REQUIRE(items.size() == 1);
        REQUIRE(TestDevice::linesIn<ForgetLine>(items).size() == 1);
        CHECK(TestDevice::linesIn<ForgetLine>(items).front().remaining.empty());
    }
}

TEST_CASE_METHOD(Office, "news that come while a case comes again follow it")
{
    pushNotes(caseId, 4);
    need(core->administration().assignCase(caseId, bo));
    bos.pull();
    const auto page = need(core->pull().pull(
        bos.session, {.cursor = bos.cursor, .limit = 3, .wait = {}, .epoch = 1, .logId = logId(), .again = caseId}));
    CHECK(page.more);
    bos.cursor = page.cursor;
    const auto later = pushNotes(caseId, 1);
    const auto rest = bos.pullChanges();
    CHECK(rest.size() == 4);
    CHECK(rest.back() == later.front().change.id);
}

TEST_CASE_METHOD(Office, "a page for another log is refused to a device that says which log it knows")
{
    pushNotes(caseId, 1);
    const auto asked = core->pull().pull(annas.session, {.cursor = "", .logId = "another"});
    CHECK(asked.error().code() == ErrorCode::Refused);
}
