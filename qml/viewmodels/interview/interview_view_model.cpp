#include "qml/viewmodels/interview/interview_view_model.h"

namespace faltakt::viewmodels {

InterviewViewModel::InterviewViewModel(AppServices &services, InterviewOrder order)
    : m_services(services), m_order(std::move(order))
{
}

void InterviewViewModel::load() { setLoading(false); }

void InterviewViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
