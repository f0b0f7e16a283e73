#include "qml/viewmodels/workspace/store_room.h"

#include "sync/client/lease.h"
#include "sync/client/registration.h"

#include <algorithm>
#include <array>

namespace faltakt::viewmodels {

using base::ErrorCode;
using base::Result;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

/// Long enough that the answers of one talk travel together, short enough that a colleague sees them soon.
constexpr milliseconds AfterWriting = seconds(2);
constexpr milliseconds AfterStart = seconds(3);
constexpr milliseconds BetweenSyncs = minutes(5);
constexpr std::array<minutes, 4> AfterFailures = {minutes(1), minutes(2), minutes(5), minutes(15)};

} // namespace

StoreRoom::StoreRoom(WorkspaceSetup setup)
    : m_setup(std::move(setup)), m_syncTimer(this), m_lockedDelivery(m_setup, this)
{
    m_syncTimer.setSingleShot(true);
    // The system may gather wake-ups: nobody waits for a sync to the millisecond.
    m_syncTimer.setTimerType(Qt::CoarseTimer);
    connect(&m_syncTimer, &QTimer::timeout, this, &StoreRoom::startSync);
    connect(&m_lockedDelivery, &LockedDelivery::delivered, this, &StoreRoom::sealedWorkDelivered);
}

StoreRoom::~StoreRoom() { closeStore(); }

Result<void> StoreRoom::open(const std::filesystem::path &folder, const crypto::SecretBytes &passphrase)
{
    closeStore();
    m_lockedDelivery.stop();
    auto unlocked = client::FieldStore::unlock(folder, passphrase, fieldEnvironment(m_setup));
    if (!unlocked) {
        m_lockedDelivery.begin();
        return base::fail(unlocked.error());
    }
    m_field = std::move(*unlocked);
    auto profile = profileFor(m_field->registration().profile, m_setup.clock.now());
    if (!profile) {
        m_field.reset();
        return base::fail(profile.error());
    }
    m_profile = std::make_unique<rules::Profile>(std::move(*profile));
    m_ids = std::make_unique<base::UuidMaker>(m_setup.clock, m_setup.random);
    // Where this fails the screening stays until the next unlocking, which is better than a store that does not open.
    static_cast<void>(m_field->cases().discardScratchOlderThan(scratchLife(*m_profile)));
    m_status = {};
    m_status.phase = m_setup.isTraining ? SyncStatus::Phase::Training : SyncStatus::Phase::Waiting;
    m_failuresInARow = 0;
    tellStatus();
    scheduleSync(milliseconds(0));
    return {};
}

void StoreRoom::enrol(client::EnrolmentOrder order, std::function<void(Result<void>)> done)
{
    close();
    const auto cost = kdfCost();
    if (!cost)
        return done(base::fail(cost.error()));
    order.kdfCost = *cost;
    m_enrolment = std::make_unique<client::Enrolment>(std::move(order), fieldEnvironment(m_setup));
    m_enrolment->start([this, done = std::move(done)](const Result<client::Registration> &registration) {
        // Not dropped from within its own call.
        QTimer::singleShot(0, this, [this] { m_enrolment.reset(); });
        done(registration ? Result<void>() : Result<void>(base::fail(registration.error())));
    });
}

Result<crypto::KdfCost> StoreRoom::kdfCost() const
{
    return m_setup.kdfCost ? Result<crypto::KdfCost>(*m_setup.kdfCost) : crypto::tuneKdf(m_setup.monotonic);
}

Result<void> StoreRoom::changePassphrase(const crypto::SecretBytes &current, const crypto::SecretBytes &next)
{
    if (!m_field)
        return base::fail(ErrorCode::Locked, "no store is open");
    TRY(const crypto::KdfCost cost, kdfCost());
    return m_field->changePassphrase(current, next, cost);
}

void StoreRoom::close()
{
    closeStore();
    m_lockedDelivery.begin();
}

void StoreRoom::beginLocked() { m_lockedDelivery.begin(AfterStart); }

void StoreRoom::closeStore()
{
    m_syncTimer.stop();
    m_runner.reset();
    m_transport.reset();
    m_isSyncing = false;
    m_isSyncWanted = false;
    if (m_field) {
        // A sealed copy that could not be written takes nothing away: the store itself holds all of it.
        static_cast<void>(m_field->close());
        m_field.reset();
    }
    m_profile.reset();
    m_ids.reset();
}

Result<OpenStore> StoreRoom::openStore()
{
    if (!m_field)
        return base::fail(ErrorCode::Locked, "no store is open");
    return OpenStore{*m_field, m_field->cases(), *m_profile, m_setup.clock, m_setup.random, *m_ids};
}

Result<void> StoreRoom::checkLease()
{
    if (!m_field)
        return {};
    TRY(const client::Lease lease, m_field->lease());
    return lease.ended ? base::fail(ErrorCode::Refused, "the lease has ended") : Result<void>();
}

void StoreRoom::noteWritten(Shown shown)
{
    tellStatus();
    if (shown == Shown::Changed)
        Q_EMIT contentChanged();
    if (m_isSyncing)
        m_isSyncWanted = true;
    else if (m_failuresInARow == 0)
        scheduleSync(AfterWriting);
}

void StoreRoom::syncNow()
{
    if (m_field && !m_isSyncing)
        startSync();
}

void StoreRoom::setLink(const client::LinkTerms &terms)
{
    const client::LinkTerms before = std::exchange(m_link, terms);
    if (before.syncsByItself() == terms.syncsByItself() && before.network == terms.network)
        return;
    m_lockedDelivery.setLink(terms);
    if (!terms.syncsByItself()) {
        m_syncTimer.stop();
        m_status.nextTry.reset();
        tellStatus();
    } else if (m_field && !m_isSyncing) {
        // Another network is another chance: what failed on the last one says nothing of it.
        m_failuresInARow = 0;
        scheduleSync(AfterWriting);
    }
}

void StoreRoom::scheduleSync(milliseconds in)
{
    if (!m_setup.isTraining && m_link.syncsByItself())
        m_syncTimer.start(in);
}

void StoreRoom::startSync()
{
    if (!m_field || m_isSyncing || m_setup.isTraining)
        return;
    m_syncTimer.stop();
    m_isSyncing = true;
    m_isSyncWanted = false;
    m_status.phase = SyncStatus::Phase::Running;
    m_status.nextTry.reset();
    m_status.answered = 0;
    m_status.underWay = 0;
    tellStatus();
    m_status.toSend = m_status.counts.outbox;
    const client::Registration &registration = m_field->registration();
    if (!m_transport)
        m_transport = std::make_unique<client::Transport>(registration.server, registration.rootCertificate,
                                                          m_field->keys().signingKey(), m_setup.clock, m_setup.random);
    const client::SyncEnvironment environment{m_setup.clock, m_setup.monotonic, m_setup.random};
    m_runner = std::make_unique<client::SyncRunner>(m_field->cases(), m_field->keys().signingKey(),
                                                    registration.tenantKey, *m_transport, environment);
    client::SyncOrder order;
    order.compare = client::SyncOrder::Compare::WhenDue;
    order.progress = [this](const client::SyncProgress &progress) { noteProgress(progress); };
    m_runner->start(order, [this](Result<client::SyncReport> report) { concludeSync(std::move(report)); });
}

void StoreRoom::noteProgress(const client::SyncProgress &progress)
{
    m_status.answered = progress.answered;
    m_status.underWay = progress.underWay;
    tellStatus();
}

milliseconds StoreRoom::pauseAfterFailure() const noexcept
{
    const auto step = std::size_t(std::max(m_failuresInARow - 1, 0));
    return AfterFailures[std::min(step, AfterFailures.size() - 1)];
}

void StoreRoom::concludeSync(Result<client::SyncReport> report)
{
    m_isSyncing = false;
    m_status.phase = SyncStatus::Phase::Waiting;
    if (report) {
        m_failuresInARow = 0;
        m_status.underWay = 0;
        m_status.error.reset();
        m_status.offlineSince.reset();
        m_status.isRevoked = report->counts.outcome == engine::Outcome::Revoked;
        m_status.lastSuccess = m_setup.clock.now();
        m_status.nextTry.reset();
        scheduleSync(m_isSyncWanted ? AfterWriting : BetweenSyncs);
    } else {
        ++m_failuresInARow;
        m_status.error = report.error().code();
        m_status.nextTry.reset();
        if (m_link.syncsByItself())
            m_status.nextTry = m_setup.clock.now() + pauseAfterFailure();
        if (!m_status.offlineSince)
            m_status.offlineSince = m_setup.clock.now();
        scheduleSync(pauseAfterFailure());
    }
    const bool isNews = report
                        && (report->counts.pulled > 0 || report->counts.grants > 0 || report->counts.forgets > 0
                            || report->counts.pushed > 0 || report->counts.mended > 0);
    tellStatus();
    if (isNews)
        Q_EMIT contentChanged();
    // Not from within the runner's own call: orders may close the store that it works on.
    QTimer::singleShot(0, this, &StoreRoom::carryOutOrders);
}

void StoreRoom::carryOutOrders()
{
    if (!m_runner || !m_field || m_isSyncing)
        return;
    const bool isLockOrdered = std::ranges::any_of(
        m_runner->orders().commands, [](const auto &command) { return command.kind == protocol::CommandKind::Lock; });
    auto done = client::carryOut(m_runner->orders(), *m_field, fieldEnvironment(m_setup));
    if (!done) {
        m_runner.reset();
        return;
    }
    const bool wiped = done->wiped;
    if (done->commands.empty()) {
        m_runner.reset();
        return;
    }
    m_isSyncing = true; // Nothing else starts until the server knows.
    m_runner->confirm(std::move(done->commands), [this, wiped, isLockOrdered](const Result<void> &) {
        m_isSyncing = false;
        QTimer::singleShot(0, this, [this, wiped, isLockOrdered] {
            m_runner.reset();
            if (wiped) {
                close();
                Q_EMIT this->wiped();
            } else if (isLockOrdered) {
                Q_EMIT lockOrdered();
            }
        });
    });
}

void StoreRoom::tellStatus()
{
    if (!m_field)
        return;
    store::CaseStore &cases = m_field->cases();
    if (const auto counts = cases.waitingCounts())
        m_status.counts = *counts;
    if (const auto proof = cases.lastProof())
        m_status.proof = *proof;
    if (const auto position = cases.syncPosition()) {
        m_status.written = position->n;
        m_status.acknowledged = position->n - m_status.counts.outbox;
    }
    if (const auto terms = m_field->leaseTerms())
        m_status.lease = *terms;
    if (m_transport)
        m_status.bytesToday = m_transport->traffic().sent + m_transport->traffic().received;
    Q_EMIT statusChanged(m_status);
}

} // namespace faltakt::viewmodels
