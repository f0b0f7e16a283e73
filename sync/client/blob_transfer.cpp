#include "sync/client/blob_transfer.h"

#include <QObject>
#include <QTimer>

#include <utility>

namespace faltakt::client {

BlobTransfer::BlobTransfer(store::CaseStore &cases, blobs::BlobFolder &folder, const crypto::SigningKey &deviceKey,
                           RequestSender &sender, base::Random &random)
    : m_line(cases.owner(), deviceKey, sender, random), m_carrier(cases, folder, m_line),
      m_anchor(std::make_unique<QObject>())
{
}

BlobTransfer::~BlobTransfer() = default;

void BlobTransfer::start(Scope scope, Moved moved, Done done)
{
    m_done = std::move(done);
    QTimer::singleShot(0, m_anchor.get(), [this, scope, moved = std::move(moved)]() mutable {
        m_carrier.start(scope, std::move(moved),
                        [this](base::Result<blobs::TransferReport> report) { finish(std::move(report)); });
    });
}

/// Whoever is told may drop the transfer.
void BlobTransfer::finish(base::Result<blobs::TransferReport> report)
{
    QTimer::singleShot(0, m_anchor.get(), [this, report = std::move(report)]() mutable {
        if (m_done)
            std::exchange(m_done, nullptr)(std::move(report));
    });
}

} // namespace faltakt::client
