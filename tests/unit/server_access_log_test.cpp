// What goes into the access log: who, which case, how much, and never what stands in it.
#include "tests/unit/server_world.h"

#include "sync/server/api/access_log.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
using faltakt::changelog::Compartment;
using faltakt::changelog::CompartmentSet;

namespace {

struct LoggedWorld : World {
    WorkerId anna = addWorker("Anna", team);
    WorkerId bo = addWorker("Bo");
    TestDevice annas{*this, anna};
    TestDevice bos{*this, bo};
    CaseId caseId = ids.makeId<CaseId>();

    std::vector<AccessLogEntry> log()
    {
        return need(
            store->read([&](StoreSnapshot &snapshot) { return snapshot.accessLog().entriesAfter(tenant, 0, 1000); }));
    }
    /// Entries that came after the first `before`.
    std::vector<AccessLogEntry> newLog(std::size_t before)
    {
        const auto all = log();
        return {all.begin() + std::ptrdiff_t(before), all.end()};
    }
};

} // namespace

TEST_CASE_METHOD(LoggedWorld, "a push is one entry for each case, with who, what and how much")
{
    const CaseId other = ids.makeId<CaseId>();
    annas.push({annas.note(caseId).line, annas.note(caseId).line, annas.note(other).line,
                annas.change(caseId, ids.makeId<RecordId>(), "task", {{"what", "ownTask"}}).line});
    const auto entries = log();
    REQUIRE(entries.size() == 2);
    const auto &first = entries[0].caseId == caseId ? entries[0] : entries[1];
    CHECK(first.act == AccessAct::Written);
    CHECK(first.worker == anna);
    CHECK(first.device == annas.session.device);
    CHECK(first.at == Start);
    CHECK(first.lines == 3);
    CHECK(first.compartments == CompartmentSet{Compartment::File, Compartment::Card});
}

TEST_CASE_METHOD(LoggedWorld, "what is brought back to a restored server stands under who brought it, once")
{
    const auto line = annas.note(caseId);
    const auto stamp = makeStamp(keys.stampKey(), tenant, 500, Start, line.hash);
    const std::vector<faltakt::changelog::OfferedLine> offer{{{500, Start, stamp}, line.line}};
    need(core->offer().take(bos.session, offer));
    need(core->offer().take(bos.session, offer));
    const auto entries = log();
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].act == AccessAct::Written);
    CHECK(entries[0].word == "broughtBack");
    CHECK(entries[0].worker == bo);
    CHECK(entries[0].lines == 1);
    CHECK(entries[0].caseId == caseId);
}

TEST_CASE_METHOD(LoggedWorld, "a push that comes again is not written twice")
{
    const auto batch = annas.append({annas.note(caseId).line});
    need(annas.pushBatch(batch));
    const auto before = log().size();
    need(annas.pushBatch(batch));
    CHECK(log().size() == before);
}

TEST_CASE_METHOD(LoggedWorld,
                 "a page is one entry for each case that it brings something of, and none where it is empty")
{
    annas.push({annas.note(caseId).line, annas.note(caseId).line});
    need(core->administration().assignCase(caseId, bo));
    const auto before = log().size();
    bos.pull();
    bos.pull();
    const auto entries = newLog(before);
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].act == AccessAct::Delivered);
    CHECK(entries[0].worker == bo);
    CHECK(entries[0].device == bos.session.device);
    CHECK(entries[0].caseId == caseId);
    CHECK(entries[0].lines == 2);
    CHECK(entries[0].compartments == CompartmentSet{Compartment::File});
}

TEST_CASE_METHOD(LoggedWorld, "a case that comes in several pages counts every line once")
{
    std::vector<std::string> lines;
    for (int i = 0; i < 7; ++i)
        lines.push_back(annas.note(caseId).line);
    annas.push(lines);
    need(core->administration().assignCase(caseId, bo));
    const auto before = log().size();
    bos.pull(3);
    std::int64_t delivered = 0;
    for (const auto &entry : newLog(before))
        delivered += entry.lines;
    CHECK(newLog(before).size() > 1);
    CHECK(delivered == 7);
}

TEST_CASE_METHOD(LoggedWorld, "what was not let in is in the log with the reason, also where it names a case of others")
{
    annas.push(annas.note(caseId));
    const auto before = log().size();
    bos.push({bos.note(caseId).line, std::string("no change")});
    const auto entries = newLog(before);
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].act == AccessAct::Returned);
    CHECK_FALSE(entries[0].caseId.has_value());
    CHECK(entries[0].word == "form");
    CHECK(entries[1].caseId == caseId);
    CHECK(entries[1].word == "access");
    CHECK(entries[1].worker == bo);
}

TEST_CASE_METHOD(LoggedWorld, "what a device tells of an opening is in the log with its purpose, without its reason")
{
    annas.push(annas.note(caseId));
    const auto before = log().size();
    annas.push(annas.change(caseId, ids.makeId<RecordId>(), "access",
                            {{"action", "open"}, {"purpose", "deputy"}, {"reason", "markerReason"}}));
    const auto entries = newLog(before);
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].act == AccessAct::Written);
    CHECK(entries[1].act == AccessAct::Told);
    CHECK(entries[1].caseId == caseId);
    CHECK(entries[1].word == "open");
    CHECK(entries[1].purpose == "deputy");
}

TEST_CASE_METHOD(LoggedWorld, "the server's own writes are in the log under its own worker")
{
    annas.push(annas.change(caseId, ids.makeId<RecordId>(), "case", {{"stage", "intake"}}));
    const auto before = log().size();
    need(core->administration().assignCase(caseId, bo)); // Writes who is responsible.
    const auto entries = newLog(before);
    REQUIRE(entries.size() == 1);
    const auto own = need(store->read([&](StoreSnapshot &snapshot) { return snapshot.identity().tenant(tenant); }));
    CHECK(entries[0].worker == own->serverWorker);
}

TEST_CASE_METHOD(LoggedWorld, "a page that cannot be logged is not handed out")
{
    annas.push(annas.note(caseId));
    need(core->administration().assignCase(caseId, bo));
    // The next number is taken already, as after damage.
    const auto head = need(store->read([&](StoreSnapshot &snapshot) { return snapshot.accessLog().head(tenant); }));
    AccessLogEntry inTheWay;
    inTheWay.n = head.n + 1;
    need(store->write(
        [&](StoreTransaction &transaction) { return transaction.accessLog().append(tenant, {inTheWay}, head); }));
    CHECK_FALSE(bos.pullPage().has_value());
    CHECK(bos.cursor.empty());
}

TEST_CASE("where a review ended reads back as it was written, and nothing else reads at all")
{
    faltakt::base::Hash link{};
    link[0] = 7;
    const std::string text = toText({42, link});
    CHECK(need(knownFromText(text)) == AccessLog::Known(42, link));
    for (std::size_t end = 0; end < text.size(); ++end)
        CHECK_FALSE(knownFromText(text.substr(0, end)).has_value());
    for (const std::string &bad :
         {" " + text, text + "x", "0" + text.substr(2), "-1" + text.substr(2), "4 2" + text.substr(2)})
        CHECK_FALSE(knownFromText(bad).has_value());
}

TEST_CASE_METHOD(LoggedWorld, "the chain of a busy day is whole")
{
    for (int i = 0; i < 20; ++i) {
        annas.push({annas.note(caseId).line, annas.note(ids.makeId<CaseId>()).line});
        clock.advance(std::chrono::minutes(5));
    }
    need(core->administration().assignCase(caseId, bo));
    bos.pull();
    std::int64_t entries = 0;
    const auto review = need(store->read([&](StoreSnapshot &snapshot) {
        return core->accessLog().review(snapshot, tenant, {}, [&](const AccessLogEntry &) { ++entries; });
    }));
    CHECK_FALSE(review.brokenAt.has_value());
    CHECK(review.entries == entries);
    CHECK(entries == 41);
}
