#include "qml/viewmodels/interview/scratch_result_view_model.h"

namespace faltakt::viewmodels {

ScratchResultViewModel::ScratchResultViewModel(AppServices &services, base::ScratchId scratch)
    : m_services(services), m_scratch(scratch)
{
}

void ScratchResultViewModel::load() { setLoading(false); }

void ScratchResultViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
