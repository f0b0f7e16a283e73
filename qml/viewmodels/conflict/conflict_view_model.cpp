#include "qml/viewmodels/conflict/conflict_view_model.h"

namespace faltakt::viewmodels {

ConflictViewModel::ConflictViewModel(AppServices &services, base::RecordId record, std::string field)
    : m_services(services), m_record(record), m_field(std::move(field))
{
}

void ConflictViewModel::load() { setLoading(false); }

void ConflictViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
