#pragma once

#include "sync/client/blob_transfer.h"
#include "sync/client/field_store.h"

#include <QObject>

#include <memory>

namespace faltakt::viewmodels {

/// Carries the bytes of attachments beside the sync of the open store, after the changes. Lives in the store thread, no longer
/// than the store is open and the sender is there; dropping it gives up what is under way.
class AttachmentCarrier final : public QObject {
    Q_OBJECT
public:
    explicit AttachmentCarrier(client::FieldStore &field, base::Random &random, QObject *parent = nullptr)
        : QObject(parent), m_field(field), m_random(random)
    {
    }

    /// Changes are where they belong: whatever waits of attachments may go. Does nothing while it is at it.
    void carry(client::RequestSender &sender, client::BlobTransfer::Scope scope);

    /// Gives up what is under way; what was carried stays. Before the store closes.
    void stop() { m_transfer.reset(); }

Q_SIGNALS:
    /// Pages show something else now: a photo has gone or come.
    void moved();

private:
    client::FieldStore &m_field;
    base::Random &m_random;
    std::unique_ptr<client::BlobTransfer> m_transfer;
};

} // namespace faltakt::viewmodels
