#pragma once

#include "core/crypto/secret_bytes.h"
#include "qml/viewmodels/workspace/open_store.h"
#include "qml/viewmodels/workspace/sync_status.h"
#include "qml/viewmodels/workspace/workspace_setup.h"
#include "sync/client/link.h"
#include "sync/protocol/enrolment_code.h"
#include "sync/protocol/known.h"
#include "sync/protocol/quarantine.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>

namespace faltakt::viewmodels {

class StoreRoom;

/// The door between the screens and the store. Lives in the main thread and never waits: work is handed to the one store
/// thread, which does it in order, and the answer comes back to the main thread unless its context object is gone by
/// then. Owns the store thread, and with it the open store and its sync.
class Workspace final : public QObject {
    Q_OBJECT
public:
    enum class State {
        NoDevice,  ///< Nobody has enrolled in this folder: waits for a code.
        Enrolling, ///< Waits for the server's answer to the code.
        Locked,    ///< Waits for the passphrase of the selected worker.
        Unlocking, ///< The key is being derived.
        Open,      ///< Work can be done.
        Closing,   ///< What is unsent is being sealed.
    };

    template <typename T>
    using Work = std::function<base::Result<T>(OpenStore &)>;
    template <typename T>
    using Answer = std::function<void(base::Result<T>)>;

    explicit Workspace(WorkspaceSetup setup, QObject *parent = nullptr);
    /// Closes the store as lock() does, and waits for the store thread to end.
    ~Workspace() override;

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] const WorkspaceSetup &setup() const noexcept { return m_setup; }
    [[nodiscard]] const SyncStatus &syncStatus() const noexcept { return m_syncStatus; }
    [[nodiscard]] bool isTraining() const noexcept { return m_setup.isTraining; }
    /// On which terms the network may be used; also what decides whether something large may go now.
    [[nodiscard]] const client::LinkTerms &link() const noexcept { return m_link; }
    void setLink(const client::LinkTerms &terms);

    /// The devices of this folder as they are now; read from disk.
    [[nodiscard]] std::vector<WorkerDevice> devices() const { return workerDevices(m_setup); }
    /// The folder whose store is meant: the open one, or the one to be unlocked.
    [[nodiscard]] const std::filesystem::path &selected() const noexcept { return m_selected; }
    void select(const std::filesystem::path &folder);
    /// Name and municipality of the worker who has unlocked; empty while locked.
    [[nodiscard]] const QString &workerName() const noexcept { return m_workerName; }
    [[nodiscard]] const std::optional<base::WorkerId> &worker() const noexcept { return m_worker; }
    [[nodiscard]] const QString &tenantName() const noexcept { return m_tenantName; }
    [[nodiscard]] const std::string &profileName() const noexcept { return m_profileName; }
    /// The profile of the worker's municipality as it holds now, also while locked again; the product's own figures where
    /// nobody has unlocked yet or none is known.
    [[nodiscard]] base::Result<rules::Profile> profile() const;
    /// What the server has sent and this program does not go by.
    [[nodiscard]] const std::vector<rules::ProfileFault> &profileFaults() const noexcept { return m_profiles->faults; }

    /// Enrols a new worker with the code, and unlocks. Errors as of client::Enrolment and FieldStore::unlock.
    void enrol(protocol::EnrolmentCode code, crypto::SecretBytes passphrase, QObject *context, Answer<void> done);
    /// Errors as of client::FieldStore::unlock.
    void unlock(crypto::SecretBytes passphrase, QObject *context, Answer<void> done);
    /// Asks for the passphrase of the open store again, before something grave. Counts wrong tries like unlock().
    void confirmPassphrase(crypto::SecretBytes passphrase, QObject *context, Answer<void> done);
    /// Changes the passphrase of the open store. Errors as of client::FieldStore::changePassphrase.
    void changePassphrase(crypto::SecretBytes current, crypto::SecretBytes next, QObject *context, Answer<void> done);
    /// Closes the store; work asked for before is done first. Locked at once for whoever looks at state(). A store that
    /// is just being opened is closed as soon as it is, without having been Open.
    void lock();

    /// Work that only reads. Locked where no store is open, Refused once the lease has ended. No answer comes where the
    /// store was locked in between.
    template <typename T>
    void read(QObject *context, Work<T> work, Answer<T> done)
    {
        post<T>(context, std::move(work), std::move(done), Kind::Read);
    }
    /// Reading that is itself written down: the opening of a file. What other pages show stays as it is, so they are not
    /// told; the outbox is sent soon.
    template <typename T>
    void readLogged(QObject *context, Work<T> work, Answer<T> done)
    {
        post<T>(context, std::move(work), std::move(done), Kind::ReadLogged);
    }
    /// Work that may write; afterwards contentChanged() is told and the outbox is sent soon.
    template <typename T>
    void write(QObject *context, Work<T> work, Answer<T> done)
    {
        post<T>(context, std::move(work), std::move(done), Kind::Write);
    }

    /// Work on what is on its way and not yet content: unfinished forms, scratch, where the worker is. Goes on after the
    /// lease has ended; tells nobody, so that open pages are not read again at every key, and sends nothing.
    template <typename T>
    void keep(QObject *context, Work<T> work, Answer<T> done)
    {
        post<T>(context, std::move(work), std::move(done), Kind::Keep);
    }

    /// Sends and fetches now.
    void syncNow();
    /// The same, with what stayed at the server of a case; `reason` stands in its log. Gives how many records stay there all
    /// the same. Unreachable or Busy where the server does not answer, Refused where it gives nothing of the case.
    void fetchOlder(base::CaseId caseId, std::string reason, QObject *context, Answer<std::int64_t> done);
    /// Asks the server what was not taken of the team's work; nothing of it is kept here. No answer comes where the store was
    /// locked in between. Refused where the worker leads no team, Unreachable or Busy where the server does not answer.
    void askTeam(const protocol::QuarantineRequest &request, QObject *context, Answer<protocol::QuarantinePage> done);
    /// Asks the server whether somebody with this number has a file already. No answer comes where the store was locked in
    /// between. Unreachable or Busy where the server does not answer.
    void askKnown(const protocol::KnownRequest &request, QObject *context, Answer<protocol::KnownAnswer> done);

Q_SIGNALS:
    void stateChanged();
    /// Something in the store is different from what was read before: own writes and received pages alike.
    void contentChanged();
    void syncStatusChanged();
    void linkChanged();
    /// So many bytes more went over the line.
    void trafficGrew(qint64 bytes);
    /// What a locked device had sealed is at the server now.
    void sealedWorkDelivered();
    /// The server ordered a lock or a wipe, and it was carried out.
    void orderedAway(bool wiped);

private:
    enum class Kind { Read, ReadLogged, Write, Keep };
    using Task = std::function<void(StoreRoom &)>;

    static bool isReading(Kind kind) noexcept { return kind == Kind::Read || kind == Kind::ReadLogged; }

    template <typename T>
    void post(QObject *context, Work<T> work, Answer<T> done, Kind kind)
    {
        postTask([this, guard = QPointer<QObject>(context), work = std::move(work), done = std::move(done), kind,
                  opening = m_opening](StoreRoom &room) {
            auto result = std::make_shared<base::Result<T>>(runIn<T>(room, work, kind));
            answer([this, guard, done, result, kind, opening] {
                // What was read before a lock is not shown after it: its page has been cleared and will ask again.
                if (guard && (!isReading(kind) || opening == m_opening))
                    done(std::move(*result));
            });
        });
    }
    template <typename T>
    static base::Result<T> runIn(StoreRoom &room, const Work<T> &work, Kind kind)
    {
        TRY(OpenStore store, openStore(room, kind));
        auto result = work(store);
        if (kind == Kind::Write || kind == Kind::ReadLogged)
            noteWritten(room, kind);
        return result;
    }
    static base::Result<OpenStore> openStore(StoreRoom &room, Kind kind);
    static void noteWritten(StoreRoom &room, Kind kind);

    /// Hands a task to the store thread.
    void postTask(Task task);
    /// Hands an answer to the main thread; safe from the store thread.
    void answer(std::function<void()> deliver);
    void setState(State state);

    WorkspaceSetup m_setup;
    State m_state = State::NoDevice;
    std::filesystem::path m_selected;
    QString m_workerName;
    QString m_tenantName;
    std::string m_profileName;
    std::shared_ptr<const rules::LaidProfiles> m_profiles; ///< Never empty.
    std::optional<base::WorkerId> m_worker;
    SyncStatus m_syncStatus;
    client::LinkTerms m_link;
    bool m_isLockWanted = false; ///< lock() was asked for while the store opens.
    int m_opening = 0;           ///< Counts how often the store was closed.
    QThread m_thread;
    StoreRoom *m_room = nullptr; ///< Lives in m_thread, deleted with it.
};

} // namespace faltakt::viewmodels
