#pragma once

#include "qml/viewmodels/workspace/locked_delivery.h"
#include "qml/viewmodels/workspace/open_store.h"
#include "qml/viewmodels/workspace/store_sync.h"
#include "qml/viewmodels/workspace/workspace_setup.h"
#include "sync/client/enrolment.h"
#include "sync/client/link.h"

#include <QObject>

#include <memory>

namespace faltakt::viewmodels {

/// What lives in the store thread: the unlocked store, and its sync with the server. Only ever touched there.
class StoreRoom final : public QObject {
    Q_OBJECT
public:
    explicit StoreRoom(WorkspaceSetup setup);
    ~StoreRoom() override;

    [[nodiscard]] base::Result<void> open(const std::filesystem::path &folder, const crypto::SecretBytes &passphrase);
    void enrol(client::EnrolmentOrder order, std::function<void(base::Result<void>)> done);
    /// Gives up a sync under way and closes the store; what is unsent is sealed, and brought to the server as soon as it can
    /// be reached.
    void close();
    /// For a device that begins locked: what was sealed is brought once the lock screen has had its time.
    void beginLocked();
    [[nodiscard]] bool isOpen() const noexcept { return m_field && m_field->isOpen(); }
    [[nodiscard]] client::FieldStore *field() const noexcept { return m_field.get(); }

    /// As they are known now; of the store that was opened last.
    [[nodiscard]] const std::shared_ptr<const rules::LaidProfiles> &profiles() const noexcept { return m_profiles; }

    [[nodiscard]] base::Result<void> changePassphrase(const crypto::SecretBytes &current,
                                                      const crypto::SecretBytes &next);
    [[nodiscard]] base::Result<OpenStore> openStore();
    /// Refused once the lease has ended: reading stops then, writing and sending do not.
    [[nodiscard]] base::Result<void> checkLease();

    /// Whether what pages show is different now.
    enum class Shown { Changed, AsBefore };
    void noteWritten(Shown shown);
    /// By the worker's own order, whatever the terms of the link are.
    void syncNow();
    /// As StoreSync::fetchOlder(); Locked where no store is open.
    void fetchOlder(protocol::FetchRequest request, StoreSync::Fetched done);
    /// As StoreSync::askTeam(); Locked where no store is open, Refused once the lease has ended.
    void askTeam(const protocol::QuarantineRequest &request, client::TeamQuarantine::Done done);
    /// As StoreSync::askKnown(); Locked where no store is open.
    void askKnown(const protocol::KnownRequest &request, client::KnownQuestion::Done done);

    /// On which terms the network may be used from here on.
    void setLink(const client::LinkTerms &terms);
    [[nodiscard]] const client::LinkTerms &link() const noexcept { return m_link; }

Q_SIGNALS:
    void contentChanged();
    /// From here on the rules are those of other profiles; everything that is shown may be different.
    void profilesChanged(std::shared_ptr<const faltakt::rules::LaidProfiles> profiles);
    void statusChanged(faltakt::viewmodels::SyncStatus status);
    /// The server's order was carried out, and told to it.
    void wiped();
    /// The server orders the store closed.
    void lockOrdered();
    /// What a locked device had sealed is at the server.
    void sealedWorkDelivered();
    /// So many bytes more went over the line, whoever sent them.
    void trafficGrew(qint64 bytes);

private:
    /// What a new passphrase costs to derive: as set, or as this device bears it.
    [[nodiscard]] base::Result<crypto::KdfCost> kdfCost() const;
    void openSync();
    [[nodiscard]] base::Result<void> readProfiles();
    void applyProfiles();
    void readInstruments();
    void closeStore();

    WorkspaceSetup m_setup;
    std::unique_ptr<client::FieldStore> m_field;
    std::shared_ptr<const rules::LaidProfiles> m_profiles;
    std::unique_ptr<rules::Profile> m_profile;
    std::unique_ptr<base::UuidMaker> m_ids;
    std::unique_ptr<screening::PackShelf> m_instruments; ///< Of the open store.
    std::unique_ptr<client::Enrolment> m_enrolment;
    std::unique_ptr<StoreSync> m_sync; ///< Goes before the store that it borrows.
    client::LinkTerms m_link;
    LockedDelivery m_lockedDelivery;
};

} // namespace faltakt::viewmodels
