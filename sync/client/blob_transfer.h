#pragma once

#include "sync/blobs/blob_carrier.h"
#include "sync/client/blob_calls.h"

#include <memory>

class QObject;

namespace faltakt::client {

/// Carries the bytes of attachments over HTTPS: a carrier on a line of requests, called from the event loop. Beside a sync
/// that listens it may run; two at a time of one store may not. In the thread that owns the store and has an event loop.
/// Dropping it gives up; what was carried stays.
class BlobTransfer {
public:
    /// Unreachable where the server could not be reached or asked for patience, Refused where it does not take the device,
    /// and the store's own errors. What is wrong with one attachment is no error of the transfer.
    using Done = blobs::BlobCarrier::Done;
    using Scope = blobs::BlobCarrier::Scope;
    using Moved = blobs::BlobCarrier::Moved;

    BlobTransfer(store::CaseStore &cases, blobs::BlobFolder &folder, const crypto::SigningKey &deviceKey,
                 RequestSender &sender, base::Random &random);
    ~BlobTransfer();
    BlobTransfer(const BlobTransfer &) = delete;
    BlobTransfer &operator=(const BlobTransfer &) = delete;

    /// `done` is called once, from the event loop, where there was anything to carry or not.
    void start(Scope scope, Moved moved, Done done);
    [[nodiscard]] bool isRunning() const noexcept { return m_done != nullptr; }

private:
    void finish(base::Result<blobs::TransferReport> report);

    BlobCalls m_line;
    blobs::BlobCarrier m_carrier;
    Done m_done;
    /// Receiver of what is put off: with it that ends.
    std::unique_ptr<QObject> m_anchor;
};

} // namespace faltakt::client
