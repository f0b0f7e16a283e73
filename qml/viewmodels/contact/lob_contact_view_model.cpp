#include "qml/viewmodels/contact/lob_contact_view_model.h"

namespace faltakt::viewmodels {

LobContactViewModel::LobContactViewModel(AppServices &services, base::CaseId caseId,
                                         std::optional<base::RecordId> report)
    : m_services(services), m_caseId(caseId), m_report(std::move(report))
{
}

void LobContactViewModel::load() { setLoading(false); }

void LobContactViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
