#include "qml/viewmodels/people/person_view_model.h"

namespace faltakt::viewmodels {

PersonViewModel::PersonViewModel(AppServices &services, base::CaseId caseId) : m_services(services), m_caseId(caseId) {}

void PersonViewModel::load() { setLoading(false); }

void PersonViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
