#include "qml/viewmodels/sync/sync_view_model.h"

namespace faltakt::viewmodels {

SyncViewModel::SyncViewModel(AppServices &services) : m_services(services) {}

void SyncViewModel::load() { setLoading(false); }

void SyncViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
