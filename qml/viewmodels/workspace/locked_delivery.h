#pragma once

#include "qml/viewmodels/workspace/workspace_setup.h"
#include "sync/client/link.h"
#include "sync/client/outbox_delivery.h"
#include "sync/client/retry.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace faltakt::viewmodels {

/// Brings what was sealed at the last locking to the server while no store is open: for every worker of this device, so that
/// work reaches the office also when its passphrase is forgotten or its worker does not come back. Tries at once and then at
/// growing distances, until nothing waits. Lives in the store thread.
class LockedDelivery final : public QObject {
    Q_OBJECT
public:
    explicit LockedDelivery(const WorkspaceSetup &setup, QObject *parent = nullptr);
    ~LockedDelivery() override;

    void begin(std::chrono::milliseconds in = {});
    /// Gives up what is under way; nothing is lost, it lies there as before.
    void stop();
    /// Nothing goes by itself where the terms of the link do not allow it; where they do again, it goes at once.
    void setLink(const client::LinkTerms &terms);

Q_SIGNALS:
    /// The server holds one worker's work now.
    void delivered();
    void trafficGrew(qint64 bytes);

private:
    void tryAll();
    void tryNext();
    void beginIn(std::chrono::milliseconds in);

    const WorkspaceSetup &m_setup;
    QTimer m_timer;
    std::vector<std::filesystem::path> m_waiting; ///< Of this round.
    std::unique_ptr<client::OutboxDelivery> m_delivery;
    client::Retry m_retry;
    std::chrono::seconds m_asked{0}; ///< The longest that the server asked for in this round.
    bool m_failed = false;           ///< In this round.
    bool m_isWanted = false;         ///< From begin() to stop(), or until nothing waits.
    client::LinkTerms m_link;
};

} // namespace faltakt::viewmodels
