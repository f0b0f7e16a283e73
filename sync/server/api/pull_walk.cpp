#include "sync/server/api/pull_walk.h"

#include <algorithm>
#include <limits>

namespace faltakt::server {

using base::Result;
using changelog::CompartmentSet;

namespace {

constexpr int ChunkSize = 1000;

std::int64_t seqOf(const std::variant<ChangePlace, AccessEntry, KeyEntry> &event)
{
    return std::visit([](const auto &item) { return item.seq; }, event);
}

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
    std::int64_t horizon = std::numeric_limits<std::int64_t>::max();
    const auto limitTo = [&](const auto &rows) {
        if (rows.size() == std::size_t(ChunkSize))
            horizon = std::min(horizon, rows.back().seq);
    };
    limitTo(changes);
    limitTo(entries);
    limitTo(keys);
    reachesEnd = horizon == std::numeric_limits<std::int64_t>::max();
    std::vector<std::pair<std::int64_t, Event>> events;
    events.reserve(changes.size() + entries.size() + keys.size());
    const auto take = [&](const auto &rows) {
        for (const auto &row : rows)
            if (row.seq <= horizon)
                events.emplace_back(row.seq, row);
    };
    take(changes);
    take(entries);
    take(keys);
    std::sort(events.begin(), events.end(),
              [](const auto &a, const auto &b) { return seqOf(a.second) < seqOf(b.second); });
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

Result<PullWalk::Outcome> PullWalk::handle(const ChangePlace &place)
{
    TRY(const CaseAccess *access, accessOf(place.caseId));
    // What a device pushed it has, unless the case was taken from it at some time and its lines with it.
    if (isOwn(place) && !access->everClosed())
        return Outcome::GoOn;
    return access->delivers(place.compartment, place.seq) ? deliver(place) : Result<Outcome>(Outcome::GoOn);
}

Result<PullWalk::Outcome> PullWalk::handle(const AccessEntry &entry)
{
    TRY(const CaseAccess *access, accessOf(entry.caseId));
    const CaseAccess::Step step = access->stepAt(entry.seq);
    if (step.closed && add(changelog::ForgetLine{entry.caseId, step.remaining, entry.seq}) == Outcome::PageFull)
        return Outcome::PageFull;
    if (step.opened.empty())
        return Outcome::GoOn;
    if (add(changelog::GrantLine{entry.caseId, step.opened | step.remaining, entry.seq}) == Outcome::PageFull)
        return Outcome::PageFull;
    m_cursor.grant = entry.seq;
    m_cursor.brought = 0;
    return bringCase(entry.caseId, step.opened);
}

Result<PullWalk::Outcome> PullWalk::handle(const KeyEntry &entry) { return add(entry.line); }

/// The lines before the grant, from where the cursor stands in them; the device's own too, since a grant may come after a
/// forget that took them off the device.
Result<PullWalk::Outcome> PullWalk::bringCase(CaseId caseId, CompartmentSet compartments)
{
    TRY(const Outcome outcome, bringLines(caseId, m_cursor.grant - 1, compartments));
    if (outcome == Outcome::PageFull)
        return outcome;
    m_cursor.seq = m_cursor.grant;
    m_cursor.grant = 0;
    m_cursor.brought = 0;
    return outcome;
}

/// A case that the device holds otherwise than it should: first what it may hold of it now, so that it drops what is beyond
/// and makes its records anew, then the lines. An entry behind the cursor is left to the walk.
Result<PullWalk::Outcome> PullWalk::bringAgain()
{
    const CaseId caseId = *m_cursor.again;
    TRY(const CaseAccess *access, accessOf(caseId));
    const CompartmentSet held = access->stepAt(m_cursor.seq + 1).remaining;
    if (m_cursor.brought == 0) {
        const std::int64_t place = std::max<std::int64_t>(m_cursor.seq, 1);
        m_page.items.emplace_back(changelog::ForgetLine{caseId, held, place});
        if (!held.empty())
            m_page.items.emplace_back(changelog::GrantLine{caseId, held, place});
        // However small the pages are, a line must follow, or it would all begin once more.
        m_maxItems = std::max(m_maxItems, m_page.items.size() + 1);
    }
    TRY(const Outcome outcome, bringLines(caseId, m_cursor.seq, held));
    if (outcome == Outcome::PageFull)
        return outcome;
    m_cursor.again.reset();
    m_cursor.brought = 0;
    return outcome;
}

/// The lines of a case up to a place, from where the cursor stands in them.
Result<PullWalk::Outcome> PullWalk::bringLines(CaseId caseId, std::int64_t to, CompartmentSet compartments)
{
    while (true) {
        TRY(const auto places, m_log.changesOfCase(m_caller.session.tenant, caseId, m_cursor.brought, to, ChunkSize));
        for (const ChangePlace &place : places) {
            ++m_scanned;
            if (compartments.contains(place.compartment)) {
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
    TRY(const auto entries, m_log.accessAfter(m_caller.session.tenant, m_caller.grantees(), m_cursor.grant - 1, 1));
    if (entries.empty() || entries.front().seq != m_cursor.grant)
        return base::fail(base::ErrorCode::InvalidInput, "cursor");
    TRY(const CaseAccess *access, accessOf(entries.front().caseId));
    return bringCase(entries.front().caseId, access->stepAt(m_cursor.grant).opened);
}

Result<const CaseAccess *> PullWalk::accessOf(CaseId caseId)
{
    auto cached = m_access.find(caseId);
    if (cached == m_access.end()) {
        TRY(const auto entries, m_log.accessOfCase(m_caller.session.tenant, caseId, m_caller.grantees()));
        cached = m_access.emplace(caseId, CaseAccess(entries)).first;
    }
    return &cached->second;
}

} // namespace faltakt::server
