#include "qml/viewmodels/guidance/guidance_card_view_model.h"

namespace faltakt::viewmodels {

GuidanceCardViewModel::GuidanceCardViewModel(AppServices &services, QString card)
    : m_services(services), m_card(std::move(card))
{
}

void GuidanceCardViewModel::load() { setLoading(false); }

void GuidanceCardViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
