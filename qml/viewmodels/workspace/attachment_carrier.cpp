#include "qml/viewmodels/workspace/attachment_carrier.h"

#include <QTimer>

namespace faltakt::viewmodels {

void AttachmentCarrier::carry(client::RequestSender &sender, client::BlobTransfer::Scope scope)
{
    if (m_transfer)
        return;
    m_transfer = std::make_unique<client::BlobTransfer>(m_field.cases(), m_field.blobs(), m_field.keys().signingKey(),
                                                        sender, m_random);
    // A failure needs no word of its own: what is said of the sync holds, and what waits is tried after the next one.
    m_transfer->start(
        scope, [this] { Q_EMIT moved(); },
        [this](const base::Result<blobs::TransferReport> &report) {
            const bool isNews = report && report->sent + report->fetched + report->failed > 0;
            // Not dropped from within its own call.
            QTimer::singleShot(0, this, [this, isNews] {
                m_transfer.reset();
                if (isNews)
                    Q_EMIT moved();
            });
        });
}

} // namespace faltakt::viewmodels
