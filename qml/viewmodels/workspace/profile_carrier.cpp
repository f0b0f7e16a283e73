#include "qml/viewmodels/workspace/profile_carrier.h"

namespace faltakt::viewmodels {

void ProfileCarrier::carry(client::RequestSender &sender, const std::vector<protocol::ProfileNotice> &notices)
{
    if (m_isUnderWay)
        return;
    if (!m_transfer)
        m_transfer = std::make_unique<client::ProfileTransfer>(m_field, sender, m_random);
    if (!m_transfer->hasWork(notices))
        return;
    m_isUnderWay = true;
    const std::size_t before = m_field.receivedProfiles().size();
    // A failure needs no word of its own: what came stays, and the next greeting tells of the profiles again.
    m_transfer->start(notices, [this, before](const base::Result<int> &) {
        m_isUnderWay = false;
        if (m_field.receivedProfiles().size() > before)
            Q_EMIT came();
    });
}

void ProfileCarrier::stop()
{
    m_transfer.reset();
    m_isUnderWay = false;
}

} // namespace faltakt::viewmodels
