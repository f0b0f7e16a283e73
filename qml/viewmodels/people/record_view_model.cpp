#include "qml/viewmodels/people/record_view_model.h"

namespace faltakt::viewmodels {

RecordViewModel::RecordViewModel(AppServices &services, base::CaseId caseId, base::RecordId record)
    : m_services(services), m_caseId(caseId), m_record(record)
{
}

void RecordViewModel::load() { setLoading(false); }

void RecordViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
