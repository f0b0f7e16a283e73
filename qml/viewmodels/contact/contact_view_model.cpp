#include "qml/viewmodels/contact/contact_view_model.h"

namespace faltakt::viewmodels {

ContactViewModel::ContactViewModel(AppServices &services, std::optional<base::CaseId> caseId,
                                   std::optional<base::RecordId> contact)
    : m_services(services), m_caseId(std::move(caseId)), m_contact(std::move(contact))
{
}

void ContactViewModel::load() { setLoading(false); }

void ContactViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
