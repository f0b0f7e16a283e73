#include "qml/viewmodels/guidance/guidance_view_model.h"

namespace faltakt::viewmodels {

GuidanceViewModel::GuidanceViewModel(AppServices &services) : m_services(services) {}

void GuidanceViewModel::load() { setLoading(false); }

void GuidanceViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
