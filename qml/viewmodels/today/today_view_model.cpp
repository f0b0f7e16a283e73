#include "qml/viewmodels/today/today_view_model.h"

namespace faltakt::viewmodels {

TodayViewModel::TodayViewModel(AppServices &services) : m_services(services) {}

void TodayViewModel::load() { setLoading(false); }

void TodayViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
