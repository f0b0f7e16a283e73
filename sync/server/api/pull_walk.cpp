#include "sync/server/api/pull_walk.h"

#include <algorithm>
#include <limits>

namespace faltakt::server {

using base::Result;
using changelog::CompartmentSet;

namespace {

constexpr int ChunkSize = 1000;
/// Of the budget, to read one case's rights and parts: some questions to the database.
constexpr int CostOfCase = 20;

constexpr std::int64_t TheEnd = std::numeric_limits<std::int64_t>::max();

} // namespace

PullWalk::PullWalk(LogReader &log, const Caller &caller, const protocol::PullRequest &request, PullCursor cursor,
                   int scanBudget)
    : m_log(log), m_caller(caller), m_epoch(request.epoch),
      m_maxItems(std::clamp<std::size_t>(request.limit, 1, protocol::Limits::PullLines)), m_scanBudget(scanBudget),
      m_cursor(std::move(cursor)), m_packages(log, caller), m_order(log, caller, m_packages.fetches())
{
    if (m_cursor.ahead)
        m_cameAhead.insert(m_cursor.ahead->cases.begin(), m_cursor.ahead->cases.end());
}

Result<changelog::PullPage> PullWalk::run()
{
    m_page.more = true;
    TRY_VOID(m_packages.readFetches());
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
    if (m_cursor.ahead && !m_cursor.ahead->isUnderWay() && m_cursor.seq >= m_cursor.ahead->to)
        m_cursor.ahead.reset();
    m_page.cursor = m_cursor.toString();
    return std::move(m_page);
}

/// True when the page is full. Clears `more` at the end of the order.
Result<bool> PullWalk::walkChunk()
{
    TRY(const OrderPiece piece, nextPiece());
    for (const auto &[seq, event] : piece.events) {
        ++m_scanned;
        auto outcome = Outcome::GoOn;
        if (!cameAhead(seq, event)) {
            TRY(outcome, std::visit([this](const auto &item) { return handle(item); }, event));
        }
        if (outcome == Outcome::PageFull)
            return true;
        m_cursor.seq = seq;
    }
    if (piece.reachesEnd)
        TRY_VOID(reachEnd());
    return false;
}

Result<OrderPiece> PullWalk::nextPiece()
{
    if (!isWalkingAhead())
        return m_order.after(m_cursor.seq);
    const PullCursor::Ahead &ahead = *m_cursor.ahead;
    // With the first case come the keys: whose lines these are is to be seen at once.
    const auto keys = ahead.done == 0 ? OrderReader::Keys::Included : OrderReader::Keys::LeftOut;
    return m_order.ofCase(ahead.cases[ahead.done], m_cursor.seq, ahead.to, keys);
}

/// The end of the order, or of one case that comes before the others: the walk begins anew with the next one, and in the end
/// with all others.
Result<void> PullWalk::reachEnd()
{
    if (isWalkingAhead()) {
        ++m_cursor.ahead->done;
        m_cursor.seq = m_cursor.ahead->from;
        return {};
    }
    // Places of others at the very end need not be walked again.
    TRY(const std::int64_t last, m_log.lastSeq(m_caller.session.tenant));
    m_cursor.seq = std::max(m_cursor.seq, last);
    m_page.more = false;
    return m_cursor.recount ? tellWhatStaysEverywhere() : Result<void>();
}

bool PullWalk::cameAhead(std::int64_t seq, const OrderPiece::Event &event) const
{
    if (m_cameAhead.empty() || isWalkingAhead() || seq > m_cursor.ahead->to)
        return false;
    return std::holds_alternative<KeyEntry>(event) || m_cameAhead.contains(caseOf(event));
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
    TRY(const FieldPackage *package, m_packages.of(place.caseId));
    // What a device pushed it has, unless the case was taken from it at some time and its lines with it.
    if (isOwn(place) && !package->access().everClosed())
        return Outcome::GoOn;
    return package->delivers(place.compartment, place.seq) ? deliver(place) : Result<Outcome>(Outcome::GoOn);
}

Result<PullWalk::Outcome> PullWalk::handle(const ChangePlace &place)
{
    TRY(const Parts parts, m_packages.touchedBy(place));
    if (parts.empty())
        return deliverInOrder(place);
    m_cursor.grant = place.seq;
    m_cursor.brought = *parts.begin() - 1;
    return bringTouched(place, parts);
}

Result<PullWalk::Outcome> PullWalk::handle(const AccessEntry &entry)
{
    TRY(const FieldPackage *package, m_packages.of(entry.caseId));
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
    TRY(const Parts parts, m_packages.openedBy(fetch));
    auto outcome = Outcome::GoOn;
    if (!parts.empty()) {
        TRY(outcome, bringLines(fetch.caseId, fetch.seq - 1,
                                [&parts](const ChangePlace &place) { return parts.contains(place.place.part); }));
        if (outcome == Outcome::GoOn)
            TRY_VOID(tellWhatStays(fetch.caseId, Nothing::IsTold));
    }
    return outcome == Outcome::PageFull ? outcome : doneBringing();
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

/// A case that the device holds otherwise than it should: first what it may hold of it now, so that it drops what is beyond
/// and makes its records anew, then the package. An entry behind the cursor is left to the walk.
Result<PullWalk::Outcome> PullWalk::bringAgain()
{
    const CaseId caseId = *m_cursor.again;
    TRY(const FieldPackage *package, m_packages.of(caseId));
    const CompartmentSet held = package->access().stepAt(m_cursor.seq + 1).remaining;
    if (m_cursor.brought == 0) {
        TRY(const Parts behind, m_packages.behind(caseId, m_cursor.seq));
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
    TRY(const Parts behind, m_packages.behind(caseId, m_cursor.again ? m_cursor.seq : m_cursor.grant));
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
        TRY(const FieldPackage *package, m_packages.of(entries.front().caseId));
        return bringCase(entries.front().caseId, package->access().stepAt(m_cursor.grant).opened);
    }
    const auto fetch = std::find_if(m_packages.fetches().begin(), m_packages.fetches().end(),
                                    [this](const PackageFetch &one) { return one.seq == m_cursor.grant; });
    if (fetch != m_packages.fetches().end())
        return bringFetched(*fetch);
    TRY(const auto places, m_log.changesAfter(tenant, m_cursor.grant - 1, 1));
    if (places.empty() || places.front().seq != m_cursor.grant)
        return base::fail(base::ErrorCode::InvalidInput, "cursor");
    TRY(const Parts parts, m_packages.touchedBy(places.front()));
    return bringTouched(places.front(), parts);
}

/// As it stands at the end of the order: a count behind which the device's walk is still on its way. Takes no room: however
/// small the pages are, what follows it must come on with the same one.
Result<void> PullWalk::tellWhatStays(CaseId caseId, Nothing nothing)
{
    TRY(const Parts behind, m_packages.behind(caseId, TheEnd));
    if (behind.empty() && nothing == Nothing::IsNotTold)
        return {};
    m_page.items.emplace_back(changelog::OlderLine{caseId, std::int64_t(behind.size())});
    ++m_maxItems;
    return {};
}

/// Of each case that the device holds, none too: it may still count what a log held that has ended. So many as the budget
/// allows; the cursor keeps how far it came.
Result<void> PullWalk::tellWhatStaysEverywhere()
{
    std::set<CaseId> told;
    while (true) {
        TRY(const auto entries,
            m_log.accessAfter(m_caller.session.tenant, m_caller.grantees(), *m_cursor.recount, ChunkSize));
        for (const AccessEntry &entry : entries) {
            if (spent()) {
                m_page.more = true;
                return {};
            }
            m_cursor.recount = entry.seq;
            ++m_scanned;
            if (!told.insert(entry.caseId).second)
                continue;
            m_scanned += CostOfCase;
            TRY(const FieldPackage *package, m_packages.of(entry.caseId));
            if (!package->access().effective().empty())
                TRY_VOID(tellWhatStays(entry.caseId, Nothing::IsTold));
        }
        if (entries.size() < std::size_t(ChunkSize))
            break;
    }
    m_cursor.recount.reset();
    return {};
}

} // namespace faltakt::server
