#include "qml/viewmodels/contact/call_list_view_model.h"

namespace faltakt::viewmodels {

CallListViewModel::CallListViewModel(AppServices &services) : m_services(services) {}

void CallListViewModel::load() { setLoading(false); }

void CallListViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
