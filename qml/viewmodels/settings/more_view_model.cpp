#include "qml/viewmodels/settings/more_view_model.h"

namespace faltakt::viewmodels {

MoreViewModel::MoreViewModel(AppServices &services) : m_services(services) {}

void MoreViewModel::load() { setLoading(false); }

void MoreViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
