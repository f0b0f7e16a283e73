#include "qml/viewmodels/workspace/store_room.h"

#include "core/casework/swedish_time.h"
#include "core/rules/ended_cases.h"
#include "qml/viewmodels/workspace/tally_upload.h"
#include "sync/client/lease.h"
#include "sync/client/registration.h"

#include <QTimer>

namespace faltakt::viewmodels {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::chrono::milliseconds AfterStart = std::chrono::seconds(3);
/// When the first page stands, and before anybody has begun a talk.
constexpr std::chrono::milliseconds AfterOpening = std::chrono::seconds(1);

} // namespace

StoreRoom::StoreRoom(WorkspaceSetup setup) : m_setup(std::move(setup)), m_lockedDelivery(m_setup, this)
{
    connect(&m_lockedDelivery, &LockedDelivery::delivered, this, &StoreRoom::sealedWorkDelivered);
    connect(&m_lockedDelivery, &LockedDelivery::trafficGrew, this, &StoreRoom::trafficGrew);
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
    if (const auto read = readProfiles(); !read) {
        m_field.reset();
        return base::fail(read.error());
    }
    m_ids = std::make_unique<base::UuidMaker>(m_setup.clock, m_setup.random);
    m_instruments = std::make_unique<screening::PackShelf>(m_field->cases().contentPacks());
    // Where this fails the screening stays until the next unlocking, which is better than a store that does not open.
    static_cast<void>(m_field->cases().discardScratchOlderThan(scratchLife(*m_profile)));
    // Nor where the counts of a week cannot be handed in: the next unlocking does it.
    if (auto opened = openStore())
        static_cast<void>(handInTallies(*opened));
    openSync();
    QTimer::singleShot(AfterOpening, this, &StoreRoom::readInstruments);
    return {};
}

Result<void> StoreRoom::readProfiles()
{
    m_profiles = std::make_shared<const rules::LaidProfiles>(profilesWith(m_field->receivedProfiles()));
    TRY(rules::Profile profile,
        profileFor(m_profiles->catalogue, m_field->registration().profile, m_setup.clock.now()));
    m_profile = std::make_unique<rules::Profile>(std::move(profile));
    return {};
}

/// What fails here leaves the former rules in force until the next unlocking.
void StoreRoom::applyProfiles()
{
    if (!isOpen() || !m_field->renewProjections(fieldEnvironment(m_setup)) || !readProfiles())
        return;
    Q_EMIT profilesChanged(m_profiles);
    Q_EMIT contentChanged();
}

/// Some thirty forms take longer to read than the first of them may take to open. What cannot be read is asked for again by
/// whoever wants it, and told there.
void StoreRoom::readInstruments()
{
    if (m_instruments)
        static_cast<void>(m_instruments->library(casework::swedishDate(m_setup.clock.now())));
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
    if (!isOpen())
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
    m_sync.reset();
    m_instruments.reset();
    if (m_field) {
        // A sealed copy that could not be written takes nothing away: the store itself holds all of it.
        static_cast<void>(m_field->close());
        m_field.reset();
    }
    m_profile.reset();
    m_ids.reset();
}

void StoreRoom::openSync()
{
    m_sync = std::make_unique<StoreSync>(m_setup, *m_field, m_link);
    connect(m_sync.get(), &StoreSync::statusChanged, this, &StoreRoom::statusChanged);
    connect(m_sync.get(), &StoreSync::newsCame, this, &StoreRoom::contentChanged);
    connect(m_sync.get(), &StoreSync::profilesCame, this, &StoreRoom::applyProfiles);
    connect(m_sync.get(), &StoreSync::trafficGrew, this, &StoreRoom::trafficGrew);
    // Both end the sync that tells of them.
    const auto afterwards = Qt::QueuedConnection;
    connect(
        m_sync.get(), &StoreSync::wiped, this,
        [this, sync = m_sync.get()] {
            if (m_sync.get() == sync)
                close();
            Q_EMIT wiped();
        },
        afterwards);
    connect(m_sync.get(), &StoreSync::lockOrdered, this, &StoreRoom::lockOrdered, afterwards);
    m_sync->begin();
}

Result<OpenStore> StoreRoom::openStore()
{
    if (!isOpen())
        return base::fail(ErrorCode::Locked, "no store is open");
    return OpenStore{*m_field, m_field->cases(), *m_profile, m_setup.clock, m_setup.random, *m_ids, *m_instruments};
}

Result<void> StoreRoom::checkLease()
{
    if (!isOpen())
        return {};
    TRY(const client::Lease lease, m_field->lease());
    TRY(const base::Instant counted, m_field->countedTime());
    TRY_VOID(rules::leaveEndedCases(m_field->cases(), counted));
    return lease.ended ? base::fail(ErrorCode::Refused, "the lease has ended") : Result<void>();
}

void StoreRoom::noteWritten(Shown shown)
{
    if (m_sync)
        m_sync->noteWritten();
    if (shown == Shown::Changed)
        Q_EMIT contentChanged();
}

void StoreRoom::syncNow()
{
    if (m_sync)
        m_sync->syncNow();
}

void StoreRoom::fetchOlder(protocol::FetchRequest request, StoreSync::Fetched done)
{
    if (m_sync)
        m_sync->fetchOlder(std::move(request), std::move(done));
    else
        done(base::fail(ErrorCode::Locked, "no store is open"));
}

void StoreRoom::askTeam(const protocol::QuarantineRequest &request, client::TeamQuarantine::Done done)
{
    if (const auto lease = checkLease(); !lease)
        done(base::fail(lease.error()));
    else if (m_sync)
        m_sync->askTeam(request, std::move(done));
    else
        done(base::fail(ErrorCode::Locked, "no store is open"));
}

void StoreRoom::askKnown(const protocol::KnownRequest &request, client::KnownQuestion::Done done)
{
    if (m_sync)
        m_sync->askKnown(request, std::move(done));
    else
        done(base::fail(ErrorCode::Locked, "no store is open"));
}

void StoreRoom::setLink(const client::LinkTerms &terms)
{
    m_link = terms;
    m_lockedDelivery.setLink(terms);
    if (m_sync)
        m_sync->setLink(terms);
}

} // namespace faltakt::viewmodels
