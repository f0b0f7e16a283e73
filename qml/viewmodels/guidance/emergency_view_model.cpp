#include "qml/viewmodels/guidance/emergency_view_model.h"

namespace faltakt::viewmodels {

EmergencyViewModel::EmergencyViewModel(AppServices &services) : m_services(services) {}

void EmergencyViewModel::open()
{
    if (!std::exchange(m_isOpen, true))
        Q_EMIT isOpenChanged();
}

void EmergencyViewModel::close()
{
    if (std::exchange(m_isOpen, false))
        Q_EMIT isOpenChanged();
}

} // namespace faltakt::viewmodels
