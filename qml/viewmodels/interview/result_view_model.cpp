#include "qml/viewmodels/interview/result_view_model.h"

namespace faltakt::viewmodels {

ResultViewModel::ResultViewModel(AppServices &services, base::CaseId caseId, base::RecordId assessment)
    : m_services(services), m_caseId(caseId), m_assessment(assessment)
{
}

void ResultViewModel::load() { setLoading(false); }

void ResultViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
