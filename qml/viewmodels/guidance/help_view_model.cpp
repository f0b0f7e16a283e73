#include "qml/viewmodels/guidance/help_view_model.h"

namespace faltakt::viewmodels {

HelpViewModel::HelpViewModel(AppServices &services, QString page) : m_services(services), m_page(std::move(page)) {}

void HelpViewModel::load() { setLoading(false); }

void HelpViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
