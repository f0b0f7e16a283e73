// Today's people come first: in a first sync and after a long absence, with nothing lost and nothing doubled.
#include "tests/unit/server_world.h"

#include "sync/server/api/log_history.h"
#include "sync/server/api/pull_cursor.h"

#include <map>
#include <set>

using namespace faltakt::server;
using namespace faltakt::server::testing;
using faltakt::changelog::CaseSum;
using faltakt::changelog::Compartment;
using faltakt::changelog::CompartmentSet;
using faltakt::changelog::DeliveredChange;
using faltakt::changelog::ForgetLine;
using faltakt::changelog::GrantLine;
using faltakt::changelog::KeyLine;
using faltakt::changelog::PullItem;

namespace {

constexpr int Cases = 200;
constexpr int LinesOfCase = 5;
/// A page of a slow link.
constexpr std::size_t PageLines = 20;

/// Anna has written two hundred files, all of them granted to Bo. Of five of them something is due today, spread over all.
struct Caseload : World {
    WorkerId anna = addWorker("Anna");
    WorkerId bo = addWorker("Bo");
    TestDevice annas{*this, anna};
    std::vector<CaseId> files;
    std::set<CaseId> todays;
    std::map<CaseId, std::vector<ChangeLine>> written;

    static std::string hoursFromNow(int hours)
    {
        return faltakt::base::formatInstant(Start + std::chrono::hours(hours));
    }
    void push(const std::vector<ChangeLine> &lines)
    {
        annas.pushTaken(lines);
        for (const ChangeLine &line : lines)
            written[line.change.caseId].push_back(line);
    }
    ChangeLine made(CaseId file, const std::string &kind, json::Object fields)
    {
        return annas.change(file, ids.makeId<RecordId>(), kind, std::move(fields));
    }
    void write(CaseId file, const std::string &kind, json::Object fields)
    {
        push({made(file, kind, std::move(fields))});
    }
    /// The same in each of them.
    void writeInAll(const char *text)
    {
        std::vector<ChangeLine> lines;
        lines.reserve(files.size());
        for (const CaseId file : files)
            lines.push_back(made(file, "note", {{"text", text}}));
        push(lines);
    }
    CaseId makeFile(std::vector<ChangeLine> &lines, const std::string &due, std::optional<WorkerId> responsible = {})
    {
        const auto file = ids.makeId<CaseId>();
        lines.push_back(made(file, "person", {{"givenName", "Prov"}}));
        lines.push_back(
            made(file, "case", {{"stage", "contact"}, {"responsible", responsible.value_or(anna).toString()}}));
        lines.push_back(made(file, "task", {{"what", "ownTask"}, {"status", "open"}, {"due", due}}));
        lines.push_back(made(file, "note", {{"text", "ett"}}));
        lines.push_back(made(file, "note", {{"text", "två"}}));
        files.push_back(file);
        return file;
    }
    CaseId addFile(const std::string &due, std::optional<WorkerId> responsible = {})
    {
        std::vector<ChangeLine> lines;
        const CaseId file = makeFile(lines, due, responsible);
        push(lines);
        return file;
    }
    void addBareFiles(int count)
    {
        std::vector<ChangeLine> lines;
        for (int i = 0; i < count; ++i) {
            files.push_back(ids.makeId<CaseId>());
            lines.push_back(made(files.back(), "case", {{"stage", "contact"}, {"responsible", anna.toString()}}));
        }
        push(lines);
    }
    void give(CaseId file, CompartmentSet compartments)
    {
        need(store->write([&](StoreTransaction &transaction) {
            return setAccess(transaction, tenant, file, bo.uuid(), compartments);
        }));
    }
    void grantAll()
    {
        need(store->write([&](StoreTransaction &transaction) -> faltakt::base::Result<void> {
            for (const CaseId file : files)
                TRY_VOID(setAccess(transaction, tenant, file, bo.uuid(), CompartmentSet::ofCaseworker(), clock.now()));
            return {};
        }));
    }
    void fill()
    {
        std::vector<ChangeLine> lines;
        for (int i = 0; i < Cases; ++i) {
            const bool isToday = i % 40 == 39;
            const CaseId file = makeFile(lines, hoursFromNow(isToday ? 2 : 24 * 9));
            if (isToday)
                todays.insert(file);
        }
        push(lines);
        grantAll();
    }

    /// What the server finds to differ from what was pulled.
    std::vector<CaseId> differing(const TestDevice &device, const std::vector<PullItem> &items)
    {
        std::map<CaseId, CaseSum> sums;
        for (const GrantLine &grant : TestDevice::linesIn<GrantLine>(items))
            sums[grant.caseId].granted = grant.compartments;
        for (const DeliveredChange &item : TestDevice::linesIn<DeliveredChange>(items))
            sums[item.line.change.caseId].lines.add(item.line.hash);
        std::vector<CaseId> differ;
        std::optional<CaseId> after;
        std::vector<CaseSum> part;
        const auto compare = [&](std::optional<CaseId> through) {
            const auto answer =
                need(core->digest().compare(device.session, {device.cursor, logId(), {after, through, part}}));
            differ.insert(differ.end(), answer.differ.begin(), answer.differ.end());
            after = through;
            part.clear();
        };
        for (auto &[caseId, sum] : sums) {
            sum.caseId = caseId;
            part.push_back(sum);
            if (part.size() == faltakt::protocol::Limits::DigestCases)
                compare(caseId);
        }
        compare({});
        return differ;
    }
    static std::map<CaseId, std::vector<std::int64_t>> placesIn(const std::vector<PullItem> &items)
    {
        std::map<CaseId, std::vector<std::int64_t>> places;
        for (const DeliveredChange &item : TestDevice::linesIn<DeliveredChange>(items))
            places[item.line.change.caseId].push_back(item.receipt.seq);
        return places;
    }
    std::set<CaseId> wholeIn(const std::vector<PullItem> &items) const
    {
        std::set<CaseId> whole;
        for (const auto &[caseId, places] : placesIn(items))
            if (places.size() == written.at(caseId).size())
                whole.insert(caseId);
        return whole;
    }
    /// All that was written is there once, each file in the order of its writing, and the server agrees.
    void checkAllThereOnce(const TestDevice &device, const std::vector<PullItem> &items)
    {
        const auto places = placesIn(items);
        REQUIRE(places.size() == files.size());
        for (const auto &[caseId, ofCase] : places) {
            CHECK(ofCase.size() == written.at(caseId).size());
            CHECK(std::is_sorted(ofCase.begin(), ofCase.end()));
        }
        CHECK(TestDevice::linesIn<GrantLine>(items).size() == files.size());
        CHECK(differing(device, items).empty());
    }
    static void append(std::vector<PullItem> &items, const faltakt::changelog::PullPage &page)
    {
        items.insert(items.end(), page.items.begin(), page.items.end());
    }
};

} // namespace

TEST_CASE_METHOD(Caseload,
                 "today's people are whole after the first pages of a first sync, and the others come after them")
{
    fill();
    TestDevice bos(*this, bo);
    std::vector<PullItem> items;
    // Two keys, and of each of the five a right and its lines.
    const int pages = int((2 + todays.size() * (1 + LinesOfCase) + PageLines - 1) / PageLines);
    for (int i = 0; i < pages; ++i)
        append(items, need(bos.pullPage(PageLines)));
    CHECK(TestDevice::linesIn<KeyLine>(items).size() >= 2);
    const auto whole = wholeIn(items);
    CHECK(std::includes(whole.begin(), whole.end(), todays.begin(), todays.end()));
    CHECK(whole.size() <= todays.size() + 2);

    // The line breaks: a page is lost on its way, and comes once more.
    const std::string before = bos.cursor;
    const auto lost = need(bos.pullPage(PageLines));
    bos.cursor = before;
    const auto repeated = need(bos.pullPage(PageLines));
    CHECK(repeated.cursor == lost.cursor);
    append(items, repeated);
    const auto rest = bos.pull(PageLines);
    items.insert(items.end(), rest.begin(), rest.end());
    checkAllThereOnce(bos, items);
    CHECK(bos.pull().empty());
}

TEST_CASE_METHOD(Caseload,
                 "a break at any page of what comes first loses and doubles nothing, while others go on writing")
{
    fill();
    TestDevice bos(*this, bo);
    std::vector<PullItem> items;
    for (int i = 0;; ++i) {
        const std::string before = bos.cursor;
        (void)need(bos.pullPage(7));
        bos.cursor = before;
        const auto page = need(bos.pullPage(7));
        append(items, page);
        if (!page.more)
            break;
        if (i % 30 == 0) {
            write(*todays.begin(), "note", {{"text", "nytt"}});
            write(files.front(), "note", {{"text", "nytt"}});
        }
    }
    checkAllThereOnce(bos, items);
}

TEST_CASE_METHOD(Caseload, "after a long absence today's people come first as well, with what is new alone")
{
    fill();
    TestDevice bos(*this, bo);
    auto items = bos.pull();
    writeInAll("sedan dess");
    const auto page = need(bos.pullPage(todays.size()));
    const auto first = placesIn(page.items);
    REQUIRE(first.size() == todays.size());
    for (const auto &[caseId, places] : first) {
        CHECK(todays.contains(caseId));
        CHECK(places.size() == 1);
    }
    append(items, page);
    const auto rest = bos.pull(PageLines);
    items.insert(items.end(), rest.begin(), rest.end());
    checkAllThereOnce(bos, items);
}

TEST_CASE_METHOD(Caseload, "what fits into one page comes in the tenant's order, whatever stands on today's list")
{
    addFile(hoursFromNow(24 * 9));
    addFile(hoursFromNow(2));
    grantAll();
    TestDevice bos(*this, bo);
    const auto items = bos.pull();
    std::vector<std::int64_t> rights;
    for (const GrantLine &grant : TestDevice::linesIn<GrantLine>(items))
        rights.push_back(grant.seq);
    CHECK(std::is_sorted(rights.begin(), rights.end()));
}

TEST_CASE_METHOD(Caseload, "children in danger come before what is due, and a worker's own before a colleague's")
{
    const CaseId colleagues = addFile(hoursFromNow(1));
    const CaseId own = addFile(hoursFromNow(3), bo);
    files.push_back(ids.makeId<CaseId>());
    const CaseId child = files.back();
    write(child, "lobReport",
          {{"source", "lob"}, {"received", hoursFromNow(-1)}, {"childrenPresent", "yes"}, {"status", "open"}});
    grantAll();
    TestDevice bos(*this, bo);
    std::vector<CaseId> order;
    for (const GrantLine &grant : TestDevice::linesIn<GrantLine>(bos.pull(2)))
        order.push_back(grant.caseId);
    CHECK(order == std::vector{child, own, colleagues});
}

TEST_CASE_METHOD(Caseload, "what a worker may not see of a file does not bring it forward")
{
    fill();
    const auto urgent = addFile(hoursFromNow(24 * 9));
    write(urgent, "lobReport",
          {{"source", "lob"}, {"received", hoursFromNow(-1)}, {"childrenPresent", "yes"}, {"status", "open"}});
    give(urgent, CompartmentSet{Compartment::Card});
    TestDevice bos(*this, bo);
    std::vector<PullItem> items;
    for (int i = 0; i < 4; ++i)
        append(items, need(bos.pullPage(PageLines)));
    CHECK_FALSE(placesIn(items).contains(urgent));
    need(core->administration().assignCase(urgent, bo));
    TestDevice second(*this, bo);
    CHECK(TestDevice::linesIn<GrantLine>(need(second.pullPage(PageLines)).items).front().caseId == urgent);
}

TEST_CASE_METHOD(Caseload, "what is taken away is told in the tenant's order, so that its receipt is true")
{
    fill();
    TestDevice bos(*this, bo);
    auto items = bos.pull();
    // Taken and given back: the file is on today's list, and yet it waits for its turn.
    const CaseId taken = *todays.begin();
    give(files.front(), {});
    give(taken, {});
    need(core->administration().assignCase(taken, bo));
    writeInAll("sedan dess");
    items = bos.pull(PageLines);
    std::vector<std::int64_t> forgets;
    for (const ForgetLine &forget : TestDevice::linesIn<ForgetLine>(items))
        forgets.push_back(forget.seq);
    CHECK(forgets.size() == 2);
    CHECK(std::is_sorted(forgets.begin(), forgets.end()));
    CHECK(placesIn(items).at(taken).size() == written.at(taken).size());
}

TEST_CASE_METHOD(Caseload, "a right that is taken while its file comes first ends it with a forget")
{
    fill();
    TestDevice bos(*this, bo);
    std::vector<PullItem> items;
    append(items, need(bos.pullPage(4)));
    const CaseId file = TestDevice::linesIn<GrantLine>(items).front().caseId;
    REQUIRE(todays.contains(file));
    give(file, {});
    const auto rest = bos.pull(PageLines);
    CHECK_FALSE(placesIn(rest).contains(file));
    const auto forgets = TestDevice::linesIn<ForgetLine>(rest);
    REQUIRE(forgets.size() == 1);
    CHECK(forgets.front().caseId == file);
}

TEST_CASE_METHOD(Caseload, "a server put back in the middle of it is walked from where the first of them began")
{
    fill();
    const std::size_t pages = GENERATE(1, 2, 30);
    TestDevice bos(*this, bo);
    std::vector<PullItem> items;
    for (std::size_t i = 0; i < pages; ++i)
        append(items, need(bos.pullPage(PageLines)));
    need(beginNewLog(*store, random));
    const auto rest = bos.pull(PageLines);
    items.insert(items.end(), rest.begin(), rest.end());
    const auto whole = placesIn(items);
    CHECK(whole.size() == files.size());
    for (const auto &[caseId, places] : whole)
        CHECK(std::set(places.begin(), places.end()).size() == written.at(caseId).size());
}

TEST_CASE_METHOD(Caseload, "nothing is compared and no file brought again while some have come before the others")
{
    fill();
    TestDevice bos(*this, bo);
    (void)need(bos.pullPage(PageLines));
    CHECK(core->digest().compare(bos.session, {bos.cursor, logId(), {}}).error().code()
          == faltakt::base::ErrorCode::InvalidInput);
    const faltakt::protocol::PullRequest again{.cursor = bos.cursor, .limit = PageLines, .again = files.front()};
    CHECK(core->pull().pull(bos.session, again).error().code() == faltakt::base::ErrorCode::InvalidInput);
}

TEST_CASE_METHOD(Caseload, "a process of an older version, which knows nothing of it, goes on with nothing lost")
{
    fill();
    const std::size_t pages = GENERATE(1, 2, 30);
    TestDevice bos(*this, bo);
    std::vector<PullItem> items;
    for (std::size_t i = 0; i < pages; ++i)
        append(items, need(bos.pullPage(PageLines)));
    // What it reads of such a cursor.
    const auto bytes = need(faltakt::base::fromBase64Url(bos.cursor));
    auto known = need(json::parse(faltakt::base::textOf(bytes), {.maxBytes = 1024, .maxDepth = 2}));
    json::Object old;
    for (const char *member : {"v", "l", "s", "g", "b"})
        if (const auto *value = known.find(member))
            old.append(member, *value);
    bos.cursor = faltakt::base::toBase64Url(faltakt::base::bytesOf(json::serialise(std::move(old))));
    const auto rest = bos.pull(PageLines);
    items.insert(items.end(), rest.begin(), rest.end());
    for (const auto &[caseId, places] : placesIn(items))
        CHECK(std::set(places.begin(), places.end()).size() == written.at(caseId).size());
    CHECK(placesIn(items).size() == files.size());
}

TEST_CASE_METHOD(Caseload, "an order that cannot be told costs the order and nothing else")
{
    fill();
    const FirstCases broken = [](StoreSnapshot &, const Caller &, std::int64_t, std::int64_t,
                                 int) -> faltakt::base::Result<std::vector<CaseId>> {
        return faltakt::base::fail(faltakt::base::ErrorCode::Damaged, "a record");
    };
    PullService pull(*store, core->accessLog(), clock, broken);
    TestDevice bos(*this, bo);
    const auto page = need(pull.pull(bos.session, {.cursor = {}, .limit = PageLines}));
    CHECK(page.more);
    CHECK_FALSE(page.items.empty());
}

TEST_CASE_METHOD(Caseload, "what comes first is looked up once, however often its page is asked for again")
{
    fill();
    int looks = 0;
    const FirstCases counted = [&, look = todaysCases(shippedRules, clock)](StoreSnapshot &snapshot,
                                                                            const Caller &caller, std::int64_t after,
                                                                            std::int64_t to, int budget) {
        ++looks;
        return look(snapshot, caller, after, to, budget);
    };
    PullService pull(*store, core->accessLog(), clock, counted);
    TestDevice bos(*this, bo);
    const auto ask = [&] {
        return need(pull.pull(bos.session, {.cursor = bos.cursor, .limit = PageLines, .epoch = 2}));
    };
    const auto first = ask();
    for (int i = 0; i < 20; ++i) {
        write(files.front(), "note", {{"text", "meanwhile"}});
        CHECK(ask().cursor == first.cursor);
    }
    CHECK(looks == 1);
    bos.cursor = first.cursor;
    (void)ask();
    CHECK(looks == 1);
    TestDevice second(*this, bo);
    (void)need(pull.pull(second.session, {.cursor = {}, .limit = PageLines}));
    CHECK(looks == 2);
    // Another day another list.
    bos.cursor.clear();
    clock.advance(FirstLooks::Kept);
    CHECK(ask().cursor != first.cursor);
    CHECK(looks == 3);
    need(beginNewLog(*store, random));
    (void)ask();
    CHECK(looks == 4);
}

TEST_CASE_METHOD(Caseload, "who has far more files than anybody works with gets those looked at that came last")
{
    constexpr int Many = 400;
    addFile(hoursFromNow(1));
    addBareFiles(Many);
    const auto recent = addFile(hoursFromNow(3));
    grantAll();
    TestDevice bos(*this, bo);
    const auto items = need(bos.pullPage(PageLines)).items;
    CHECK(TestDevice::linesIn<GrantLine>(items).front().caseId == recent);
    CHECK(placesIn(items).at(recent).size() == written.at(recent).size());
    const auto rest = bos.pull();
    std::vector<PullItem> all = items;
    all.insert(all.end(), rest.begin(), rest.end());
    checkAllThereOnce(bos, all);
}

TEST_CASE_METHOD(Caseload, "who has more rights to read than one call may cost gets the plain order, and everything")
{
    fill();
    const auto look = todaysCases(shippedRules, clock);
    const TestDevice bos(*this, bo);
    const Caller caller = need(store->read([&](StoreSnapshot &s) { return findCaller(s.identity(), bos.session); }));
    const auto with = [&](int budget) {
        return need(store->read([&](StoreSnapshot &s) -> faltakt::base::Result<std::vector<CaseId>> {
                   TRY(const std::int64_t last, s.log().lastSeq(tenant));
                   return look(s, caller, 0, last, budget);
               }))
            .size();
    };
    CHECK(with(50'000) == todays.size());
    CHECK(with(100) == 0);
    // All rights, and the states of the first fifty files.
    CHECK(with(Cases + 10) == 2);
}

TEST_CASE("one device looks up once at a time, and few do together")
{
    faltakt::base::ManualClock clock(Start);
    FirstLooks looks(clock);
    faltakt::base::SeededRandom random(3);
    faltakt::base::UuidMaker ids(clock, random);
    const auto a = ids.makeId<DeviceId>();
    const auto b = ids.makeId<DeviceId>();
    const auto c = ids.makeId<DeviceId>();
    {
        const auto first = looks.begin(a);
        CHECK(first);
        CHECK_FALSE(looks.begin(a));
        const auto second = looks.begin(b);
        CHECK(second);
        CHECK_FALSE(looks.begin(c));
    }
    CHECK(looks.begin(c));
    const FirstLooks::Place place{a, "log", 7};
    looks.remember(place, {9, {}});
    CHECK(looks.find(place));
    CHECK_FALSE(looks.find({b, "log", 7}));
    CHECK_FALSE(looks.find({a, "log", 8}));
    clock.advance(FirstLooks::Kept);
    CHECK_FALSE(looks.find(place));
}

TEST_CASE_METHOD(Caseload, "a cursor with as many files as fit is no longer than a cursor may be")
{
    PullCursor cursor{.logId = std::string(16, 'x'), .seq = std::int64_t(1) << 50, .grant = std::int64_t(1) << 51};
    cursor.brought = cursor.seq;
    cursor.ahead = PullCursor::Ahead{.to = std::int64_t(1) << 52, .from = cursor.seq, .cases = {}, .done = 3};
    for (std::size_t i = 0; i < PullCursor::MostAhead; ++i)
        cursor.ahead->cases.push_back(ids.makeId<CaseId>());
    const std::string text = cursor.toString();
    CHECK(text.size() <= faltakt::protocol::Limits::CursorBytes);
    CHECK(need(PullCursor::parse(text)) == cursor);
    cursor.ahead->cases.push_back(ids.makeId<CaseId>());
    CHECK_FALSE(PullCursor::parse(cursor.toString()).has_value());
}
