#include "qml/viewmodels/workspace/store_sync.h"

#include "sync/client/server_orders.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

/// Long enough that what one press saves travels together, short enough that a colleague sees it at once.
constexpr milliseconds AfterWriting(500);
/// Where nobody listens.
constexpr milliseconds BetweenSyncs = minutes(5);
/// A sync that listens ends and begins anew so often: a greeting renews the lease and brings the server's orders.
constexpr milliseconds BetweenGreetings = minutes(2);
/// Devices that got their network back together do not all come in one second.
constexpr std::uint64_t SpreadMs = 2000;
/// Longer rests are not slept away within a sync: the page says when the next try is.
constexpr seconds LongestRest(5);
/// Of a long pull, pages are told so often.
constexpr seconds BetweenNews(1);
/// Where it is paid for by amount, a break costs no more than this.
constexpr std::size_t MeteredPullLines = 250;

/// Something that concerns the store itself; profiles come with every greeting, ordered or not.
bool hasOrders(const client::ServerOrders &orders)
{
    return std::ranges::any_of(orders.commands, [](const protocol::DeviceCommand &command) {
        return command.kind != protocol::CommandKind::FetchProfile;
    });
}

} // namespace

StoreSync::StoreSync(const WorkspaceSetup &setup, client::FieldStore &field, const client::LinkTerms &link)
    : m_setup(setup), m_field(field), m_link(link), m_retry(setup.random), m_carrier(field, setup.random),
      m_packs(field, setup.clock, setup.random), m_profiles(field, setup.random),
      m_known(field, setup.clock, setup.random), m_timer(this), m_greetingTimer(this)
{
    m_status.phase = m_setup.isTraining ? SyncStatus::Phase::Training : SyncStatus::Phase::Waiting;
    m_timer.setSingleShot(true);
    m_greetingTimer.setSingleShot(true);
    m_greetingTimer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &StoreSync::onTimer);
    connect(&m_carrier, &AttachmentCarrier::moved, this, [this] {
        tellStatus();
        Q_EMIT newsCame();
    });
    connect(&m_packs, &PackCarrier::changed, this, &StoreSync::newsCame);
    connect(&m_profiles, &ProfileCarrier::came, this, &StoreSync::profilesCame);
    connect(&m_known, &KnownCheck::changed, this, [this] {
        Q_EMIT newsCame();
        noteWritten();
    });
    connect(&m_greetingTimer, &QTimer::timeout, this, [this] {
        if (m_isSyncing && m_runner)
            m_runner->windUp();
    });
}

StoreSync::~StoreSync()
{
    if (m_fetch)
        m_fetch->done(base::fail(base::ErrorCode::Locked, "no store is open"));
}

void StoreSync::begin()
{
    m_packs.judge(); // A new version of the program may read what the last one could not.
    tellStatus();
    schedule(milliseconds(0));
}

void StoreSync::noteWritten()
{
    tellStatus();
    // After failures the pause decides, not the next word that is written.
    if (m_isSyncing || m_retry.failures() == 0)
        scheduleBy(AfterWriting);
}

void StoreSync::syncNow()
{
    if (m_setup.isTraining)
        return;
    m_retry.reset();
    if (!m_isSyncing) {
        startSync();
    } else if (m_status.isListening) {
        // With a greeting, so that what she sees next is the server's word of this moment.
        m_isOrdered = true;
        m_runner->windUp();
    }
}

void StoreSync::fetchOlder(protocol::FetchRequest request, Fetched done)
{
    if (m_fetch || m_setup.isTraining)
        return done(base::fail(base::ErrorCode::Busy, "no server to ask now"));
    m_fetch = Fetch{std::move(request), std::move(done)};
    syncNow();
}

void StoreSync::concludeFetch(const Result<client::SyncReport> &report)
{
    if (!m_fetch)
        return;
    if (!m_fetch->isUnderWay) {
        // It was asked for while another sync was under way.
        QTimer::singleShot(0, this, &StoreSync::syncNow);
        return;
    }
    const Fetch fetch = *std::exchange(m_fetch, std::nullopt);
    if (!report)
        fetch.done(base::fail(report.error()));
    else if (report->counts.fetch == engine::Report::Fetch::Granted)
        fetch.done(report->counts.left);
    else if (report->counts.outcome == engine::Outcome::Stopped)
        fetch.done(base::fail(base::ErrorCode::Unreachable, "another network"));
    else
        fetch.done(base::fail(base::ErrorCode::Refused, "older records"));
}

void StoreSync::askTeam(const protocol::QuarantineRequest &request, client::TeamQuarantine::Done done)
{
    if (m_setup.isTraining)
        return done(base::fail(base::ErrorCode::Busy, "no server to ask"));
    ensureRunner();
    if (!m_team)
        m_team = std::make_unique<client::TeamQuarantine>(m_field.registration().owner, m_field.keys().signingKey(),
                                                          *m_transport, m_setup.random);
    m_team->ask(request, [this, done = std::move(done)](Result<protocol::QuarantinePage> page) {
        noteTraffic();
        done(std::move(page));
    });
}

void StoreSync::askKnown(const protocol::KnownRequest &request, client::KnownQuestion::Done done)
{
    if (m_setup.isTraining)
        return done(base::fail(base::ErrorCode::Busy, "no server to ask"));
    ensureRunner();
    m_known.ask(*m_transport, request, [this, done = std::move(done)](const Result<protocol::KnownAnswer> &answer) {
        noteTraffic();
        done(answer);
    });
}

void StoreSync::setLink(const client::LinkTerms &terms)
{
    const client::LinkTerms before = std::exchange(m_link, terms);
    if (before == terms || m_setup.isTraining)
        return;
    const bool isOtherNetwork = before.network != terms.network;
    if (isOtherNetwork)
        m_retry.reset(); // What failed on the last one says nothing of this one.
    if (!terms.syncsByItself())
        m_timer.stop();
    if (m_isSyncing && m_runner) {
        // Its connections are those of the network that it began on.
        if (isOtherNetwork)
            m_runner->stop();
        else if (before.listens() && !terms.listens())
            m_runner->windUp();
    } else if (terms.syncsByItself() && (isOtherNetwork || !before.syncsByItself() || terms.listens())) {
        schedule(milliseconds(isOtherNetwork ? std::int64_t(m_setup.random.below(SpreadMs)) : 0));
    }
    m_status.nextTry.reset();
    tellStatus();
}

void StoreSync::schedule(milliseconds in)
{
    if (!m_setup.isTraining && m_link.syncsByItself())
        m_timer.start(m_link.paced(in, m_setup.triesWithoutNetwork));
}

/// Who goes on writing does not put off what was written first.
void StoreSync::scheduleBy(milliseconds in)
{
    const auto latest = m_link.paced(in, m_setup.triesWithoutNetwork);
    if (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > latest)
        schedule(in);
}

void StoreSync::onTimer()
{
    if (!m_isSyncing)
        return startSync();
    m_isWanted = !m_status.isListening;
    if (m_runner)
        m_runner->noteLocalWork();
}

void StoreSync::ensureRunner()
{
    if (m_runner)
        return;
    const client::Registration &registration = m_field.registration();
    m_transport = std::make_unique<client::Transport>(registration.server, registration.rootCertificate,
                                                      m_field.keys().signingKey(), m_setup.clock, m_setup.random);
    const client::SyncEnvironment environment{m_setup.clock, m_setup.monotonic, m_setup.random};
    // Kept from sync to sync: it knows what the link carries.
    m_runner = std::make_unique<client::SyncRunner>(m_field.cases(), m_field.keys().signingKey(),
                                                    registration.tenantKey, *m_transport, environment);
}

client::SyncOrder StoreSync::order()
{
    client::SyncOrder order;
    order.keepListening = m_link.listens();
    order.longestRest = LongestRest;
    if (m_link.isSpared())
        order.pullLines = MeteredPullLines;
    order.compare = client::SyncOrder::Compare::WhenDue;
    order.progress = [this](const client::SyncProgress &progress) { noteProgress(progress); };
    if (m_fetch) {
        // Its end is waited for.
        order.keepListening = false;
        order.fetch = m_fetch->request;
        m_fetch->isUnderWay = true;
    }
    return order;
}

void StoreSync::startSync()
{
    if (!m_field.isOpen())
        return; // Wiped a moment ago.
    m_timer.stop();
    m_isSyncing = true;
    m_isWanted = m_isOrdered = false;
    m_answeredBefore = m_news = m_newsTold = 0;
    m_status.phase = SyncStatus::Phase::Running;
    m_status.nextTry.reset();
    m_status.answered = 0;
    m_status.underWay = 0;
    tellStatus();
    m_status.toSend = m_status.counts.outbox;
    ensureRunner();
    if (m_link.listens())
        m_greetingTimer.start(BetweenGreetings);
    m_runner->start(order(), [this](const Result<client::SyncReport> &report) { conclude(report); });
}

void StoreSync::noteProgress(const client::SyncProgress &progress)
{
    m_news = progress.answered + progress.pulled;
    const bool wasListening = std::exchange(m_status.isListening, progress.isListening);
    if (wasListening && !progress.isListening) {
        m_status.phase = SyncStatus::Phase::Running;
        m_status.toSend = m_status.counts.outbox;
        m_answeredBefore = progress.answered;
    }
    m_status.answered = progress.answered - m_answeredBefore;
    m_status.underWay = progress.underWay;
    m_status.leadsTeam = m_runner->leadsTeam();
    if (progress.isListening)
        noteArrived();
    tellStatus();
    if (progress.isListening || m_setup.monotonic.elapsed() - m_newsAt >= BetweenNews)
        tellNews();
}

void StoreSync::tellNews()
{
    if (std::exchange(m_newsTold, m_news) == m_news)
        return;
    m_newsAt = m_setup.monotonic.elapsed();
    Q_EMIT newsCame();
}

void StoreSync::noteArrived()
{
    m_retry.reset();
    m_status.phase = SyncStatus::Phase::Waiting;
    m_status.underWay = 0;
    m_status.error.reset();
    m_status.offlineSince.reset();
    m_status.nextTry.reset();
    m_status.lastSuccess = m_setup.clock.now();
    // Small, and on every link: whom to ring stands in it.
    m_profiles.carry(*m_transport, m_runner->profiles());
    carryAttachments();
    carryPacks();
    m_known.askKept(*m_transport);
}

void StoreSync::carryPacks()
{
    if (m_runner->packs() && m_link.largeTransfersAllowed())
        m_packs.carry(*m_transport, *m_runner->packs());
}

/// After the changes; on a link that is paid for by amount only what the worker asked for.
void StoreSync::carryAttachments()
{
    using Scope = client::BlobTransfer::Scope;
    m_carrier.carry(*m_transport, m_link.largeTransfersAllowed() ? Scope::All : Scope::OrderedOnly);
}

void StoreSync::conclude(const Result<client::SyncReport> &report)
{
    m_isSyncing = false;
    m_greetingTimer.stop();
    m_status.isListening = false;
    m_status.leadsTeam = m_runner->leadsTeam();
    m_status.phase = SyncStatus::Phase::Waiting;
    if (!report) {
        concludeFailure(report.error().code());
    } else if (report->counts.outcome == engine::Outcome::Stopped) {
        schedule(milliseconds(std::int64_t(m_setup.random.below(SpreadMs))));
    } else {
        noteArrived();
        m_status.isRevoked = report->counts.outcome == engine::Outcome::Revoked;
        // Orders that could not be carried out come again, and are no reason to ask without end.
        const bool listens = m_link.listens() && !m_status.isRevoked && !hasOrders(m_runner->orders());
        schedule(m_isOrdered ? milliseconds(0) : m_isWanted || listens ? AfterWriting : BetweenSyncs);
    }
    tellStatus();
    tellNews();
    concludeFetch(report);
    // Not from within the runner's own call: orders may close the store that it works on.
    QTimer::singleShot(0, this, &StoreSync::carryOutOrders);
}

void StoreSync::concludeFailure(base::ErrorCode code)
{
    const auto pause = m_retry.noteFailure(m_runner->retryAfter());
    m_status.error = code;
    m_status.nextTry.reset();
    if (m_link.syncsByItself())
        m_status.nextTry = m_setup.clock.now() + pause;
    if (!m_status.offlineSince)
        m_status.offlineSince = m_setup.clock.now();
    schedule(pause);
}

void StoreSync::carryOutOrders()
{
    if (m_isSyncing || m_runner->orders().commands.empty())
        return;
    // An order may close the store, and is not put off by a photo.
    m_carrier.stop();
    m_packs.stop();
    m_profiles.stop();
    m_known.stop();
    const bool isLockOrdered = std::ranges::any_of(
        m_runner->orders().commands, [](const auto &command) { return command.kind == protocol::CommandKind::Lock; });
    auto done = client::carryOut(m_runner->orders(), m_field, fieldEnvironment(m_setup));
    if (!done || done->commands.empty())
        return;
    m_isSyncing = true; // Nothing else starts until the server knows.
    m_timer.stop();
    m_runner->confirm(std::move(done->commands), [this, wiped = done->wiped, isLockOrdered](const Result<void> &) {
        m_isSyncing = false;
        if (wiped)
            Q_EMIT this->wiped();
        else if (isLockOrdered)
            Q_EMIT lockOrdered();
        else if (m_fetch)
            syncNow();
        else
            schedule(AfterWriting);
    });
}

void StoreSync::noteTraffic()
{
    if (!m_transport)
        return;
    const std::int64_t bytes = m_transport->traffic().total();
    if (const std::int64_t more = bytes - std::exchange(m_bytesTold, bytes); more > 0)
        Q_EMIT trafficGrew(more);
}

void StoreSync::tellStatus()
{
    if (!m_field.isOpen())
        return;
    store::CaseStore &cases = m_field.cases();
    if (const auto counts = cases.waitingCounts())
        m_status.counts = *counts;
    if (const auto proof = cases.lastProof())
        m_status.proof = *proof;
    if (const auto position = cases.syncPosition()) {
        m_status.written = position->n;
        m_status.acknowledged = position->n - m_status.counts.outbox;
    }
    if (const auto terms = m_field.leaseTerms())
        m_status.lease = *terms;
    noteTraffic();
    Q_EMIT statusChanged(m_status);
}

} // namespace faltakt::viewmodels
