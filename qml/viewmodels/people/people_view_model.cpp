#include "qml/viewmodels/people/people_view_model.h"

namespace faltakt::viewmodels {

PeopleViewModel::PeopleViewModel(AppServices &services) : m_services(services) {}

void PeopleViewModel::load() { setLoading(false); }

void PeopleViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
