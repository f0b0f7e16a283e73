#include "qml/viewmodels/guidance/guidance_card_view_model.h"

#include "qml/viewmodels/guidance/guidance_view_model.h"
#include "qml/viewmodels/guidance/municipal_guidance.h"
#include "qml/viewmodels/guidance/text_lines.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

GuidanceCardViewModel::GuidanceCardViewModel(AppServices &services, QString card)
    : m_services(services), m_card(std::move(card))
{
}

void GuidanceCardViewModel::load()
{
    const base::Language language = languageOf(m_services.settings);
    const auto catalogue = municipalGuidance(m_services);
    const auto card = catalogue ? catalogue->find(m_card.toStdString(), language)
                                : base::Result<rules::GuidanceCard>(base::fail(catalogue.error()));
    setLoading(false);
    if (!card)
        return setProblem(errorText(card.error()));
    m_title = text(card->title);
    m_area = text(card->areaName);
    m_priority = card->priority ? text(rules::priorityText(*card->priority, language)) : QString();
    m_source = text(card->source);
    m_tone = viewmodels::sourceTone(card->kind);
    // How well a source was read says nothing about a proposal of our own.
    m_confidence =
        card->kind == rules::SourceKind::Default ? QString() : text(rules::confidenceText(card->confidence, language));
    m_number = card->number;
    m_blocks.setLines(textLines(card->blocks));
    Q_EMIT cardChanged();
}

QString GuidanceCardViewModel::callText() const
{
    return m_number.empty() || !m_services.telephone.canCall() ? QString() : tr("Ring %1").arg(text(m_number));
}

void GuidanceCardViewModel::call()
{
    const bool isCalling = m_services.telephone.call(m_number);
    setProblem(isCalling ? QString() : tr("Enheten kunde inte ringa. Slå numret på en annan telefon."));
}

void GuidanceCardViewModel::close() { m_services.router.back(); }

} // namespace faltakt::viewmodels
