#include "qml/viewmodels/workspace/pack_carrier.h"

#include "core/screening/pack_judge.h"
#include "sync/client/sync_runner.h"

#include <QTimer>

namespace faltakt::viewmodels {

void PackCarrier::carry(client::RequestSender &sender, const std::vector<protocol::PackNotice> &notices)
{
    if (m_transfer)
        return;
    m_transfer =
        std::make_unique<client::PackTransfer>(m_field.cases(), m_field.keys().signingKey(), sender, m_clock, m_random);
    if (!m_transfer->hasWork(notices).value_or(false)) {
        m_transfer.reset();
        return;
    }
    // A failure needs no word of its own: what came stays, and the next greeting tells of the packs again.
    m_transfer->start(notices, [this](const base::Result<int> &) {
        // Not dropped from within its own call.
        QTimer::singleShot(0, this, [this] {
            m_transfer.reset();
            judge();
            Q_EMIT changed();
        });
    });
}

void PackCarrier::judge()
{
    if (!m_field.isOpen())
        return;
    // What cannot be judged today is at the next unlocking; the former pack is asked until then.
    const auto publishers = client::trustedPublishers(m_field);
    if (!publishers)
        return;
    const auto taken = screening::judgeArrivedPacks(m_field.cases().contentPacks(), *publishers, client::AppName);
    if (taken && *taken > 0)
        Q_EMIT changed();
}

} // namespace faltakt::viewmodels
