#pragma once

#include "qml/viewmodels/workspace/attachment_carrier.h"
#include "qml/viewmodels/workspace/known_check.h"
#include "qml/viewmodels/workspace/pack_carrier.h"
#include "qml/viewmodels/workspace/profile_carrier.h"
#include "qml/viewmodels/workspace/sync_status.h"
#include "qml/viewmodels/workspace/workspace_setup.h"
#include "sync/client/link.h"
#include "sync/client/retry.h"
#include "sync/client/sync_runner.h"
#include "sync/client/team_quarantine.h"
#include "sync/client/transport.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace faltakt::viewmodels {

/// The sync of the open store: when it runs, on which terms, what the server orders, and where it stands. As long as the link
/// allows it, one sync stays and listens, so that news come at once and what is written goes at once; it greets the server
/// anew now and then. Lives in the store thread, no longer than the store is open; dropping it gives up what is under way.
class StoreSync final : public QObject {
    Q_OBJECT
public:
    /// Borrows setup and store.
    StoreSync(const WorkspaceSetup &setup, client::FieldStore &field, const client::LinkTerms &link);
    ~StoreSync() override;

    /// Begins, as soon as the link allows.
    void begin();
    /// Something was saved: it goes soon.
    void noteWritten();
    /// By the worker's own order, whatever the terms of the link are.
    void syncNow();
    /// A sync that asks for the older records of a case, after the one that may be under way. `done` gets how many stay at the
    /// server all the same: Busy where another one is asked for or nothing is ever synced, Refused where the server gives none.
    using Fetched = std::function<void(const base::Result<std::int64_t> &)>;
    void fetchOlder(protocol::FetchRequest request, Fetched done);
    /// What was not taken of the team's work; beside the sync, by the worker's own order, whatever the terms of the link
    /// are. Busy where nothing is ever synced, and the errors of client::TeamQuarantine. Without an answer where the store is closed meanwhile.
    void askTeam(const protocol::QuarantineRequest &request, client::TeamQuarantine::Done done);
    /// Whether somebody with this number has a file already; beside the sync, by the worker's own order. Busy where nothing is
    /// ever synced, and the errors of client::KnownQuestion. Without an answer where the store is closed meanwhile.
    void askKnown(const protocol::KnownRequest &request, client::KnownQuestion::Done done);
    void setLink(const client::LinkTerms &terms);
    /// Reads anew what is counted, and tells.
    void tellStatus();

Q_SIGNALS:
    void statusChanged(faltakt::viewmodels::SyncStatus status);
    /// What pages show is different now.
    void newsCame();
    /// Profiles of the municipality came; whoever holds the rules goes by them from now on.
    void profilesCame();
    /// So many bytes more went over the line.
    void trafficGrew(qint64 bytes);
    /// The server's order was carried out, and told to it: the store is closed.
    void wiped();
    /// The server orders the store closed.
    void lockOrdered();

private:
    void onTimer();
    void startSync();
    void noteProgress(const client::SyncProgress &progress);
    /// All is here and there: as good as the end of a sync.
    void noteArrived();
    void conclude(const base::Result<client::SyncReport> &report);
    void concludeFailure(base::ErrorCode code);
    void concludeFetch(const base::Result<client::SyncReport> &report);
    void carryAttachments();
    void carryPacks();
    void carryOutOrders();
    void tellNews();
    void schedule(std::chrono::milliseconds in);
    /// At the latest then.
    void scheduleBy(std::chrono::milliseconds in);
    /// Transport and runner, once.
    void ensureRunner();
    void noteTraffic();
    [[nodiscard]] client::SyncOrder order();

    const WorkspaceSetup &m_setup;
    client::FieldStore &m_field;
    client::LinkTerms m_link;
    client::Retry m_retry;
    SyncStatus m_status;

    // Torn down in the opposite order: those below borrow the transport.
    std::unique_ptr<client::Transport> m_transport;
    std::unique_ptr<client::SyncRunner> m_runner;
    std::unique_ptr<client::TeamQuarantine> m_team;
    struct Fetch {
        protocol::FetchRequest request;
        Fetched done;
        bool isUnderWay = false;
    };
    std::optional<Fetch> m_fetch;
    AttachmentCarrier m_carrier;
    PackCarrier m_packs;
    ProfileCarrier m_profiles;
    KnownCheck m_known;
    bool m_isSyncing = false;
    bool m_isOrdered = false;          ///< By the worker, as soon as the one that listens has ended.
    bool m_isWanted = false;           ///< Something was written while a sync was under way.
    std::int64_t m_answeredBefore = 0; ///< Of this sync, when it last listened.
    std::int64_t m_news = 0;           ///< Of this sync: verdicts and items.
    std::int64_t m_newsTold = 0;       ///< How many of them pages were told of.
    std::int64_t m_bytesTold = 0;
    std::chrono::nanoseconds m_newsAt{0}; ///< When they were told last.
    QTimer m_timer;
    QTimer m_greetingTimer;
};

} // namespace faltakt::viewmodels
