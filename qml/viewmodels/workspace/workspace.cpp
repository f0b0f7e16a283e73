#include "qml/viewmodels/workspace/workspace.h"

#include "qml/viewmodels/workspace/store_room.h"
#include "sync/client/registration.h"

#include <QSysInfo>

namespace faltakt::viewmodels {

using base::Result;

namespace {

/// What the main thread may know of an opened store.
struct Opened {
    QString workerName;
    QString tenantName;
    std::string profile;
    base::WorkerId worker;
    std::shared_ptr<const rules::LaidProfiles> profiles;
};

Opened openedIn(const StoreRoom &room)
{
    const client::Registration &registration = room.field()->registration();
    return {QString::fromStdString(registration.workerName), QString::fromStdString(registration.tenantName),
            registration.profile, registration.owner.worker, room.profiles()};
}

} // namespace

Workspace::Workspace(WorkspaceSetup setup, QObject *parent)
    : QObject(parent), m_setup(std::move(setup)),
      m_profiles(std::make_shared<const rules::LaidProfiles>(profilesWith({})))
{
    qRegisterMetaType<SyncStatus>();
    qRegisterMetaType<std::shared_ptr<const rules::LaidProfiles>>();
    const auto known = devices();
    if (!known.empty()) {
        m_selected = known.front().folder;
        m_state = State::Locked;
    }
    m_room = new StoreRoom(m_setup);
    m_room->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_room, &QObject::deleteLater);
    // Told before the change of content, so that who reads anew reads by them.
    connect(m_room, &StoreRoom::profilesChanged, this,
            [this](const std::shared_ptr<const rules::LaidProfiles> &profiles) { m_profiles = profiles; });
    connect(m_room, &StoreRoom::contentChanged, this, &Workspace::contentChanged);
    connect(m_room, &StoreRoom::statusChanged, this, [this](const SyncStatus &status) {
        m_syncStatus = status;
        Q_EMIT syncStatusChanged();
    });
    connect(m_room, &StoreRoom::trafficGrew, this, &Workspace::trafficGrew);
    connect(m_room, &StoreRoom::sealedWorkDelivered, this, &Workspace::sealedWorkDelivered);
    connect(m_room, &StoreRoom::wiped, this, [this] {
        setState(devices().empty() ? State::NoDevice : State::Locked);
        Q_EMIT orderedAway(true);
    });
    // Closed from here, so that the pages hand in what is typed before the store is.
    connect(m_room, &StoreRoom::lockOrdered, this, [this] {
        lock();
        Q_EMIT orderedAway(false);
    });
    m_thread.setObjectName(QStringLiteral("store"));
    m_thread.start();
    if (m_state == State::Locked)
        postTask([](StoreRoom &room) { room.beginLocked(); });
}

Workspace::~Workspace()
{
    postTask([](StoreRoom &room) { room.close(); });
    // Queued behind the closing, so that nothing is cut short.
    postTask([](StoreRoom &room) { room.thread()->quit(); });
    m_thread.wait();
}

Result<rules::Profile> Workspace::profile() const
{
    return profileFor(m_profiles->catalogue, m_profileName, m_setup.clock.now());
}

void Workspace::select(const std::filesystem::path &folder) { m_selected = folder; }

void Workspace::setState(State state)
{
    if (m_state == state)
        return;
    if (m_state == State::Open)
        ++m_opening;
    m_state = state;
    if (state != State::Open) {
        m_workerName.clear();
        m_tenantName.clear();
        m_worker.reset();
    }
    Q_EMIT stateChanged();
}

void Workspace::postTask(Task task)
{
    QMetaObject::invokeMethod(
        m_room, [room = m_room, task = std::move(task)] { task(*room); }, Qt::QueuedConnection);
}

void Workspace::answer(std::function<void()> deliver)
{
    QMetaObject::invokeMethod(
        this, [deliver = std::move(deliver)] { deliver(); }, Qt::QueuedConnection);
}

void Workspace::unlock(crypto::SecretBytes passphrase, QObject *context, Answer<void> done)
{
    m_isLockWanted = false;
    setState(State::Unlocking);
    auto secret = std::make_shared<crypto::SecretBytes>(std::move(passphrase));
    postTask([this, guard = QPointer<QObject>(context), folder = m_selected, secret,
              done = std::move(done)](StoreRoom &room) {
        const Result<void> opened = room.open(folder, *secret);
        secret->wipe();
        const auto known = opened ? std::optional(openedIn(room)) : std::nullopt;
        answer([this, guard, done, opened, known] {
            if (known && m_isLockWanted) {
                // Somebody came in while the key was made: nothing of the store is shown.
                postTask([](StoreRoom &into) { into.close(); });
                setState(State::Locked);
            } else if (known) {
                m_workerName = known->workerName;
                m_tenantName = known->tenantName;
                m_profileName = known->profile;
                m_profiles = known->profiles;
                m_worker = known->worker;
                setState(State::Open);
            } else {
                setState(State::Locked);
            }
            if (guard)
                done(opened);
        });
    });
}

void Workspace::enrol(protocol::EnrolmentCode code, crypto::SecretBytes passphrase, QObject *context, Answer<void> done)
{
    setState(State::Enrolling);
    const std::filesystem::path folder = enrolmentFolder(m_setup, code);
    std::error_code ignored; // What cannot be made is told by the enrolment itself.
    std::filesystem::create_directories(folder.parent_path(), ignored);
    auto order = std::make_shared<client::EnrolmentOrder>();
    order->code = std::move(code);
    order->passphrase = passphrase.clone();
    order->folder = folder;
    order->deviceName = QSysInfo::machineHostName().toStdString();
    order->app = client::AppName;
    auto secret = std::make_shared<crypto::SecretBytes>(std::move(passphrase));
    postTask(
        [this, folder, order, secret, guard = QPointer<QObject>(context), done = std::move(done)](StoreRoom &room) {
            room.enrol(std::move(*order), [this, folder, secret, guard, done](const Result<void> &enrolled) {
                answer([this, folder, secret, guard, done, enrolled] {
                    if (!enrolled) {
                        // A store that was open before is not: the room has closed it.
                        setState(devices().empty() ? State::NoDevice : State::Locked);
                        if (guard)
                            done(enrolled);
                        return;
                    }
                    m_selected = folder;
                    unlock(std::move(*secret), guard, done);
                });
            });
        });
}

void Workspace::confirmPassphrase(crypto::SecretBytes passphrase, QObject *context, Answer<void> done)
{
    auto secret = std::make_shared<crypto::SecretBytes>(std::move(passphrase));
    postTask([this, secret, guard = QPointer<QObject>(context), done = std::move(done)](StoreRoom &room) {
        const Result<void> confirmed = room.isOpen()
                                           ? room.field()->confirmPassphrase(*secret)
                                           : Result<void>(base::fail(base::ErrorCode::Locked, "no store is open"));
        secret->wipe();
        answer([guard, done, confirmed] {
            if (guard)
                done(confirmed);
        });
    });
}

void Workspace::changePassphrase(crypto::SecretBytes current, crypto::SecretBytes next, QObject *context,
                                 Answer<void> done)
{
    auto secrets =
        std::make_shared<std::pair<crypto::SecretBytes, crypto::SecretBytes>>(std::move(current), std::move(next));
    postTask([this, secrets, guard = QPointer<QObject>(context), done = std::move(done)](StoreRoom &room) {
        const Result<void> changed = room.changePassphrase(secrets->first, secrets->second);
        secrets->first.wipe();
        secrets->second.wipe();
        answer([guard, done, changed] {
            if (guard)
                done(changed);
        });
    });
}

void Workspace::lock()
{
    if (m_state == State::Unlocking)
        m_isLockWanted = true;
    if (m_state != State::Open)
        return;
    setState(State::Closing);
    postTask([this](StoreRoom &room) {
        room.close();
        answer([this] {
            if (m_state == State::Closing)
                setState(State::Locked);
        });
    });
}

void Workspace::setLink(const client::LinkTerms &terms)
{
    if (std::exchange(m_link, terms) == terms)
        return;
    postTask([terms](StoreRoom &room) { room.setLink(terms); });
    Q_EMIT linkChanged();
}

void Workspace::syncNow()
{
    postTask([](StoreRoom &room) { room.syncNow(); });
}

void Workspace::fetchOlder(base::CaseId caseId, std::string reason, QObject *context, Answer<std::int64_t> done)
{
    postTask([this, request = protocol::FetchRequest{caseId, std::move(reason), {}}, guard = QPointer<QObject>(context),
              done = std::move(done)](StoreRoom &room) {
        room.fetchOlder(request, [this, guard, done](const Result<std::int64_t> &left) {
            answer([guard, done, left] {
                if (guard)
                    done(left);
            });
        });
    });
}

void Workspace::askTeam(const protocol::QuarantineRequest &request, QObject *context,
                        Answer<protocol::QuarantinePage> done)
{
    postTask([this, request, guard = QPointer<QObject>(context), done = std::move(done),
              opening = m_opening](StoreRoom &room) {
        room.askTeam(request, [this, guard, done, opening](const Result<protocol::QuarantinePage> &page) {
            answer([this, guard, done, page, opening] {
                if (guard && opening == m_opening)
                    done(page);
            });
        });
    });
}

void Workspace::askKnown(const protocol::KnownRequest &request, QObject *context, Answer<protocol::KnownAnswer> done)
{
    postTask([this, request, guard = QPointer<QObject>(context), done = std::move(done),
              opening = m_opening](StoreRoom &room) {
        room.askKnown(request, [this, guard, done, opening](const Result<protocol::KnownAnswer> &found) {
            answer([this, guard, done, found, opening] {
                if (guard && opening == m_opening)
                    done(found);
            });
        });
    });
}

Result<OpenStore> Workspace::openStore(StoreRoom &room, Kind kind)
{
    if (isReading(kind))
        TRY_VOID(room.checkLease());
    return room.openStore();
}

void Workspace::noteWritten(StoreRoom &room, Kind kind)
{
    room.noteWritten(kind == Kind::Write ? StoreRoom::Shown::Changed : StoreRoom::Shown::AsBefore);
}

} // namespace faltakt::viewmodels
