#pragma once

#include "sync/protocol/pull.h"
#include "sync/server/api/access_log.h"
#include "sync/server/api/order_reader.h"
#include "sync/server/api/pull_cursor.h"
#include "sync/server/api/walked_packages.h"

#include <functional>
#include <set>

namespace faltakt::server {

/// One walk along a tenant's order on behalf of one device, inside one snapshot, until the page is full, the budget is
/// spent or the end is reached. A right that stands brings the field package before it as a whole; what comes after comes in
/// order, and a part that had stayed behind comes whole before the change that touches it. Where the cursor names cases that
/// are to come before the others, each of them is walked by itself first, and left out where the walk then passes it.
class PullWalk {
public:
    PullWalk(LogReader &log, const Caller &caller, const protocol::PullRequest &request, PullCursor cursor,
             int scanBudget);

    [[nodiscard]] base::Result<changelog::PullPage> run();
    /// What the page brings of which case; once it has run.
    [[nodiscard]] const AccessNotes &delivered() const { return m_delivered; }

private:
    using Parts = WalkedPackages::Parts;
    enum class Outcome { GoOn, PageFull };

    [[nodiscard]] base::Result<bool> walkChunk();
    [[nodiscard]] base::Result<OrderPiece> nextPiece();
    [[nodiscard]] base::Result<void> reachEnd();
    [[nodiscard]] bool isWalkingAhead() const { return m_cursor.ahead && m_cursor.ahead->isUnderWay(); }
    [[nodiscard]] bool cameAhead(std::int64_t seq, const OrderPiece::Event &event) const;
    [[nodiscard]] base::Result<Outcome> handle(const ChangePlace &place);
    [[nodiscard]] base::Result<Outcome> handle(const AccessEntry &entry);
    [[nodiscard]] base::Result<Outcome> handle(const KeyEntry &entry);
    [[nodiscard]] base::Result<Outcome> handle(const PackageFetch &fetch);
    [[nodiscard]] base::Result<Outcome> goOnBringing();
    [[nodiscard]] base::Result<Outcome> bringCase(CaseId caseId, changelog::CompartmentSet compartments);
    [[nodiscard]] base::Result<Outcome> bringFetched(const PackageFetch &fetch);
    [[nodiscard]] Outcome doneBringing();
    [[nodiscard]] base::Result<Outcome> bringTouched(const ChangePlace &place, const Parts &parts);
    [[nodiscard]] base::Result<Outcome> bringAgain();
    [[nodiscard]] base::Result<Outcome> bringPackage(CaseId caseId, std::int64_t to,
                                                     changelog::CompartmentSet compartments);
    [[nodiscard]] base::Result<Outcome> bringLines(CaseId caseId, std::int64_t to,
                                                   const std::function<bool(const ChangePlace &)> &belongs);
    [[nodiscard]] base::Result<Outcome> deliverInOrder(const ChangePlace &place);
    [[nodiscard]] base::Result<Outcome> deliver(const ChangePlace &place);
    enum class Nothing { IsTold, IsNotTold };
    [[nodiscard]] base::Result<void> tellWhatStaysEverywhere();
    [[nodiscard]] base::Result<void> tellWhatStays(CaseId caseId, Nothing nothing);
    [[nodiscard]] Outcome add(changelog::PullItem item);
    [[nodiscard]] bool isOwn(const ChangePlace &place) const;
    [[nodiscard]] bool spent() const { return m_scanned >= m_scanBudget; }

    LogReader &m_log;
    const Caller &m_caller;
    const std::int64_t m_epoch;
    std::size_t m_maxItems;
    const int m_scanBudget;
    PullCursor m_cursor;
    changelog::PullPage m_page;
    AccessNotes m_delivered;
    std::size_t m_bytes = 0;
    int m_scanned = 0;
    WalkedPackages m_packages;
    OrderReader m_order;
    std::set<CaseId> m_cameAhead; ///< Those of the cursor.
};

} // namespace faltakt::server
