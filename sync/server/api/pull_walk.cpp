#include "sync/server/api/pull_walk.h"

#include "sync/server/api/package_keeper.h"

#include <algorithm>
#include <limits>

namespace faltakt::server {

using base::Result;
using changelog::CompartmentSet;

namespace {

constexpr int ChunkSize = 1000;

constexpr std::int64_t TheEnd = std::numeric_limits<std::int64_t>::max();

} // namespace

PullWalk::PullWalk(LogReader &log, const Caller &caller, const protocol::PullRequest &request, PullCursor cursor,
                   int scanBudget)
    : m_log(log), m_caller(caller), m_epoch(request.epoch),
      m_maxItems(std::clamp<std::size_t>(request.limit, 1, protocol::Limits::PullLines)), m_scanBudget(scanBudget),
      m_cursor(std::move(cursor))
{
}

Result<changelog::PullPage> PullWalk::run()
{
    m_page.more = true;
    TRY_VOID(readFetches());
    auto outcome = Outcome::GoOn;
    if (m_cursor.again) {
        TRY(outcome, bringAgain());
    } else if (m_cursor.grant != 0) {
        TRY(outcome, goOnBringing());
    }
    while (outcome == Outcome::GoOn && !spent()) {
        TRY(const bool full, walkChunk());
        if (full || !m_page.more)
            break;
    }
    m_page.cursor = m_cursor.toString();
    return std::move(m_page);
}

/// There are as many as somebody asked for on this device.
Result<void> PullWalk::readFetches()
{
    for (std::int64_t after = 0;;) {
        TRY(const auto some, m_log.fetchesAfter(m_caller.session.tenant, m_caller.session.device, after, ChunkSize));
        m_fetches.insert(m_fetches.end(), some.begin(), some.end());
        if (some.size() < std::size_t(ChunkSize))
            return {};
        after = some.back().seq;
    }
}

/// True when the page is full. Clears `more` at the end of the order.
Result<bool> PullWalk::walkChunk()
{
    bool reachesEnd = false;
    TRY(const auto events, readChunk(reachesEnd));
    for (const auto &[seq, event] : events) {
        ++m_scanned;
        TRY(const Outcome outcome, std::visit([this](const auto &item) { return handle(item); }, event));
        if (outcome == Outcome::PageFull)
            return true;
        m_cursor.seq = seq;
    }
    if (reachesEnd) {
        // Places of others at the very end need not be walked again.
        TRY(const std::int64_t last, m_log.lastSeq(m_caller.session.tenant));
        m_cursor.seq = std::max(m_cursor.seq, last);
        m_page.more = false;
    }
    return false;
}

/// The next events of all sorts in their order, as far as all sorts have been read.
Result<std::vector<std::pair<std::int64_t, PullWalk::Event>>> PullWalk::readChunk(bool &reachesEnd)
{
    const TenantId tenant = m_caller.session.tenant;
    TRY(const auto changes, m_log.changesAfter(tenant, m_cursor.seq, ChunkSize));
    TRY(const auto entries, m_log.accessAfter(tenant, m_caller.grantees(), m_cursor.seq, ChunkSize));
    TRY(const auto keys, m_log.keysAfter(tenant, m_cursor.seq, ChunkSize));
    std::int64_t horizon = TheEnd;
    const auto limitTo = [&](const auto &rows) {
        if (rows.size() == std::size_t(ChunkSize))
            horizon = std::min(horizon, rows.back().seq);
    };
    limitTo(changes);
    limitTo(entries);
    limitTo(keys);
    reachesEnd = horizon == TheEnd;
    std::vector<std::pair<std::int64_t, Event>> events;
    events.reserve(changes.size() + entries.size() + keys.size());
    const auto take = [&](const auto &rows) {
        for (const auto &row : rows)
            if (row.seq > m_cursor.seq && row.seq <= horizon)
                events.emplace_back(row.seq, row);
    };
    take(changes);
    take(entries);
    take(keys);
    take(m_fetches);
    std::sort(events.begin(), events.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    return events;
}

bool PullWalk::isOwn(const ChangePlace &place) const
{
    return place.device == m_caller.session.device && place.epoch == m_epoch;
}

PullWalk::Outcome PullWalk::add(changelog::PullItem item)
{
    const std::size_t size = protocol::encodedSize(item);
    const bool fits = m_page.items.size() < m_maxItems && m_bytes + size <= protocol::Limits::PullBytes;
    if (!fits && !m_page.items.empty())
        return Outcome::PageFull;
    m_bytes += size;
    m_page.items.push_back(std::move(item));
    return Outcome::GoOn;
}

Result<PullWalk::Outcome> PullWalk::deliver(const ChangePlace &place)
{
    if (m_page.items.size() >= m_maxItems)
        return Outcome::PageFull;
    TRY(StoredChange stored, m_log.change(m_caller.session.tenant, place.seq));
    changelog::DeliveredChange delivered;
    delivered.receipt = {stored.seq, stored.received, stored.stamp};
    delivered.line.line = std::move(stored.line);
    delivered.line.hash = stored.hash;
    const Outcome outcome = add(std::move(delivered));
    if (outcome == Outcome::GoOn)
        m_delivered.add(AccessAct::Delivered, place.caseId, {place.compartment});
    return outcome;
}

Result<PullWalk::Outcome> PullWalk::deliverInOrder(const ChangePlace &place)
{
    TRY(const FieldPackage *package, packageOf(place.caseId));
    // What a device pushed it has, unless the case was taken from it at some time and its lines with it.
    if (isOwn(place) && !package->access().everClosed())
        return Outcome::GoOn;
    return package->delivers(place.compartment, place.seq) ? deliver(place) : Result<Outcome>(Outcome::GoOn);
}

Result<PullWalk::Outcome> PullWalk::handle(const ChangePlace &place)
{
    TRY(const Parts parts, partsToBring(place));
    if (parts.empty())
        return deliverInOrder(place);
    m_cursor.grant = place.seq;
    m_cursor.brought = *parts.begin() - 1;
    return bringTouched(place, parts);
}

Result<PullWalk::Outcome> PullWalk::handle(const AccessEntry &entry)
{
    TRY(const FieldPackage *package, packageOf(entry.caseId));
    const CaseAccess::Step step = package->access().stepAt(entry.seq);
    if (step.closed && add(changelog::ForgetLine{entry.caseId, step.remaining, entry.seq}) == Outcome::PageFull)
        return Outcome::PageFull;
    if (step.opened.empty()) {
        if (step.closed && !step.remaining.empty())
            TRY_VOID(tellWhatStays(entry.caseId, Nothing::IsTold));
        return Outcome::GoOn;
    }
    if (add(changelog::GrantLine{entry.caseId, step.opened | step.remaining, entry.seq}) == Outcome::PageFull)
        return Outcome::PageFull;
    m_cursor.grant = entry.seq;
    m_cursor.brought = 0;
    return bringCase(entry.caseId, step.opened);
}

Result<PullWalk::Outcome> PullWalk::handle(const KeyEntry &entry) { return add(entry.line); }

Result<PullWalk::Outcome> PullWalk::handle(const PackageFetch &fetch)
{
    m_cursor.grant = fetch.seq;
    m_cursor.brought = 0;
    return bringFetched(fetch);
}

/// The package before the grant, from where the cursor stands in it; the device's own lines too, since a grant may come after
/// a forget that took them off the device. For a device that enrolled later, the package is as it was then.
Result<PullWalk::Outcome> PullWalk::bringCase(CaseId caseId, CompartmentSet compartments)
{
    TRY(const Outcome outcome, bringPackage(caseId, std::max(m_cursor.grant - 1, m_caller.package.seq), compartments));
    return outcome == Outcome::PageFull ? outcome : doneBringing();
}

/// What lies in the package of the fetch and lay not in the one before it.
Result<PullWalk::Outcome> PullWalk::bringFetched(const PackageFetch &fetch)
{
    TRY(const Parts parts, partsOpenedBy(fetch));
    auto outcome = Outcome::GoOn;
    if (!parts.empty()) {
        TRY(outcome, bringLines(fetch.caseId, fetch.seq - 1,
                                [&parts](const ChangePlace &place) { return parts.contains(place.place.part); }));
        if (outcome == Outcome::GoOn)
            TRY_VOID(tellWhatStays(fetch.caseId, Nothing::IsTold));
    }
    return outcome == Outcome::PageFull ? outcome : doneBringing();
}

/// A fetch that lies before the right it needs, or behind its end, opens nothing.
Result<PullWalk::Parts> PullWalk::partsOpenedBy(const PackageFetch &fetch)
{
    TRY(const FieldPackage *package, packageOf(fetch.caseId));
    TRY(const auto *outside, partsOutside(fetch.caseId));
    Parts parts;
    for (const PackagePart &part : *outside) {
        const std::int64_t start = package->startOf(part.compartment).seq;
        if (!package->delivers(part.compartment, fetch.seq) || part.first > start)
            continue;
        // What was touched later than the fetch may have lain outside before; twice does no harm.
        const bool opened =
            part.last <= start && package->leavesBehind(part, fetch.seq - 1) && !package->leavesBehind(part, fetch.seq);
        if (opened || part.last > fetch.seq)
            parts.insert(part.first);
    }
    return parts;
}

/// What was to be brought at the cursor's entry, fetch or change is there; the walk goes on behind it.
PullWalk::Outcome PullWalk::doneBringing()
{
    m_cursor.seq = m_cursor.grant;
    m_cursor.grant = 0;
    m_cursor.brought = 0;
    return Outcome::GoOn;
}

/// Parts that stayed behind, whole, and then the change that touches them.
Result<PullWalk::Outcome> PullWalk::bringTouched(const ChangePlace &place, const Parts &parts)
{
    TRY(auto outcome, bringLines(place.caseId, place.seq - 1,
                                 [&parts](const ChangePlace &one) { return parts.contains(one.place.part); }));
    if (outcome == Outcome::GoOn) {
        TRY_VOID(tellWhatStays(place.caseId, Nothing::IsTold));
        TRY(outcome, deliverInOrder(place));
    }
    return outcome == Outcome::PageFull ? outcome : doneBringing();
}

Result<PullWalk::Parts> PullWalk::partsToBring(const ChangePlace &place)
{
    const bool startsItself = place.place.part == place.seq;
    if (startsItself || (place.place.part == 0 && !place.place.touchesMore))
        return Parts();
    TRY(const FieldPackage *package, packageOf(place.caseId));
    // Nothing is held, or everything since always.
    const PackageStart latest = package->latestStart();
    if (package->access().effective().empty() || latest.since == base::Instant())
        return Parts();
    Parts reached{place.place.part};
    if (place.place.touchesMore) {
        TRY(reached, partsTouchedBy(m_log, m_caller.session.tenant, place.seq));
    }
    std::erase_if(reached, [&](std::int64_t first) { return first > latest.seq || m_followed.contains(first); });
    TRY(const auto parts,
        partsAt(m_log, m_caller.session.tenant, place.caseId, reached, place.seq - 1, PartLines::NotCounted));
    m_followed.insert(reached.begin(), reached.end());
    Parts behind;
    for (const PackagePart &part : parts)
        if (package->leavesBehind(part, place.seq - 1) && package->delivers(part.compartment, place.seq))
            behind.insert(part.first);
    return behind;
}

/// A case that the device holds otherwise than it should: first what it may hold of it now, so that it drops what is beyond
/// and makes its records anew, then the package. An entry behind the cursor is left to the walk.
Result<PullWalk::Outcome> PullWalk::bringAgain()
{
    const CaseId caseId = *m_cursor.again;
    TRY(const FieldPackage *package, packageOf(caseId));
    const CompartmentSet held = package->access().stepAt(m_cursor.seq + 1).remaining;
    if (m_cursor.brought == 0) {
        TRY(const Parts behind, partsBehind(caseId, m_cursor.seq));
        const std::int64_t place = std::max<std::int64_t>(m_cursor.seq, 1);
        // Where something stays behind, the device may hold some of that: nothing else tells it what to drop.
        m_page.items.emplace_back(changelog::ForgetLine{caseId, held, place, !held.empty() && !behind.empty()});
        if (!held.empty())
            m_page.items.emplace_back(changelog::GrantLine{caseId, held, place});
        // However small the pages are, a line must follow, or it would all begin once more.
        m_maxItems = std::max(m_maxItems, m_page.items.size() + 1);
    }
    TRY(const Outcome outcome, bringPackage(caseId, std::max(m_cursor.seq, m_caller.package.seq), held));
    if (outcome == Outcome::PageFull)
        return outcome;
    m_cursor.again.reset();
    m_cursor.brought = 0;
    return outcome;
}

/// The lines of a case up to a place, without the parts that stay behind; then how many those are.
Result<PullWalk::Outcome> PullWalk::bringPackage(CaseId caseId, std::int64_t to, CompartmentSet compartments)
{
    // What was fetched since then has its own place in the order, where it is brought.
    TRY(const Parts behind, partsBehind(caseId, m_cursor.again ? m_cursor.seq : m_cursor.grant));
    TRY(const Outcome outcome, bringLines(caseId, to, [&](const ChangePlace &one) {
            return compartments.contains(one.compartment) && !behind.contains(one.place.part);
        }));
    if (outcome == Outcome::GoOn)
        TRY_VOID(tellWhatStays(caseId, Nothing::IsNotTold));
    return outcome;
}

/// The lines of a case up to a place that belong, from where the cursor stands in them.
Result<PullWalk::Outcome> PullWalk::bringLines(CaseId caseId, std::int64_t to,
                                               const std::function<bool(const ChangePlace &)> &belongs)
{
    while (true) {
        TRY(const auto places, m_log.changesOfCase(m_caller.session.tenant, caseId, m_cursor.brought, to, ChunkSize));
        for (const ChangePlace &place : places) {
            ++m_scanned;
            if (belongs(place)) {
                TRY(const Outcome outcome, deliver(place));
                if (outcome == Outcome::PageFull)
                    return outcome;
            }
            m_cursor.brought = place.seq;
        }
        if (places.size() < std::size_t(ChunkSize))
            return Outcome::GoOn;
        if (spent())
            return Outcome::PageFull;
    }
}

/// The page before ended inside a case. What of it still stands is brought on; a right that has gone is left to the entry
/// that took it.
Result<PullWalk::Outcome> PullWalk::goOnBringing()
{
    const TenantId tenant = m_caller.session.tenant;
    TRY(const auto entries, m_log.accessAfter(tenant, m_caller.grantees(), m_cursor.grant - 1, 1));
    if (!entries.empty() && entries.front().seq == m_cursor.grant) {
        TRY(const FieldPackage *package, packageOf(entries.front().caseId));
        return bringCase(entries.front().caseId, package->access().stepAt(m_cursor.grant).opened);
    }
    const auto fetch = std::find_if(m_fetches.begin(), m_fetches.end(),
                                    [this](const PackageFetch &one) { return one.seq == m_cursor.grant; });
    if (fetch != m_fetches.end())
        return bringFetched(*fetch);
    TRY(const auto places, m_log.changesAfter(tenant, m_cursor.grant - 1, 1));
    if (places.empty() || places.front().seq != m_cursor.grant)
        return base::fail(base::ErrorCode::InvalidInput, "cursor");
    TRY(const Parts parts, partsToBring(places.front()));
    return bringTouched(places.front(), parts);
}

/// As it stands at the end of the order: a count behind which the device's walk is still on its way. Takes no room: however
/// small the pages are, what follows it must come on with the same one.
Result<void> PullWalk::tellWhatStays(CaseId caseId, Nothing nothing)
{
    TRY(const Parts behind, partsBehind(caseId, TheEnd));
    if (behind.empty() && nothing == Nothing::IsNotTold)
        return {};
    m_page.items.emplace_back(changelog::OlderLine{caseId, std::int64_t(behind.size())});
    ++m_maxItems;
    return {};
}

/// Those that may lie outside this device's package.
Result<const std::vector<PackagePart> *> PullWalk::partsOutside(CaseId caseId)
{
    auto cached = m_outside.find(caseId);
    if (cached == m_outside.end()) {
        TRY(const FieldPackage *package, packageOf(caseId));
        const PackageStart latest = package->latestStart();
        std::vector<PackagePart> parts;
        if (latest.since != base::Instant()) {
            TRY(parts, m_log.partsOutside(m_caller.session.tenant, {caseId}, latest.since, latest.seq));
        }
        cached = m_outside.emplace(caseId, std::move(parts)).first;
    }
    return &cached->second;
}

/// Those that stay behind for a device whose walk has come to this place.
Result<PullWalk::Parts> PullWalk::partsBehind(CaseId caseId, std::int64_t place)
{
    TRY(const FieldPackage *package, packageOf(caseId));
    TRY(const auto *outside, partsOutside(caseId));
    Parts behind;
    for (const PackagePart &part : *outside)
        if (package->leavesBehind(part, place))
            behind.insert(part.first);
    return behind;
}

Result<const FieldPackage *> PullWalk::packageOf(CaseId caseId)
{
    auto cached = m_packages.find(caseId);
    if (cached == m_packages.end()) {
        TRY(const auto entries, m_log.accessOfCase(m_caller.session.tenant, caseId, m_caller.grantees()));
        std::vector<PackageFetch> fetches;
        std::copy_if(m_fetches.begin(), m_fetches.end(), std::back_inserter(fetches),
                     [caseId](const PackageFetch &fetch) { return fetch.caseId == caseId; });
        cached = m_packages.emplace(caseId, FieldPackage(entries, m_caller.package, std::move(fetches))).first;
    }
    return &cached->second;
}

} // namespace faltakt::server
