#include "qml/viewmodels/start/new_view_model.h"

namespace faltakt::viewmodels {

NewViewModel::NewViewModel(AppServices &services) : m_services(services) {}

void NewViewModel::load() { setLoading(false); }

void NewViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
