#include "qml/viewmodels/settings/settings_view_model.h"

namespace faltakt::viewmodels {

SettingsViewModel::SettingsViewModel(AppServices &services) : m_services(services) {}

void SettingsViewModel::load() { setLoading(false); }

void SettingsViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
