#pragma once

#include "sync/client/profile_transfer.h"

#include <QObject>

#include <memory>

namespace faltakt::viewmodels {

/// Fetches the municipality's profiles beside the sync of the open store. Lives in the store thread, no longer than the store
/// is open and the sender is there; dropping it gives up what is under way, and what came stays.
class ProfileCarrier final : public QObject {
    Q_OBJECT
public:
    ProfileCarrier(client::FieldStore &field, base::Random &random, QObject *parent = nullptr)
        : QObject(parent), m_field(field), m_random(random)
    {
    }

    /// What a greeting told of. Does nothing while it is at it, or where all of that is here.
    void carry(client::RequestSender &sender, const std::vector<protocol::ProfileNotice> &notices);
    /// Gives up what is under way. Before the store closes.
    void stop();

Q_SIGNALS:
    /// Profiles came and lie with the store; nobody goes by them yet.
    void came();

private:
    client::FieldStore &m_field;
    base::Random &m_random;
    /// Kept from greeting to greeting: it knows what came damaged, and does not ask for that again.
    std::unique_ptr<client::ProfileTransfer> m_transfer;
    bool m_isUnderWay = false;
};

} // namespace faltakt::viewmodels
