#include "qml/viewmodels/form/form_moment.h"

#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

FormMoment::FormMoment(AppServices &services)
    : m_services(services), m_picker(services.clock, MomentPicker::Direction::Past)
{
    connect(&m_picker, &MomentPicker::changed, this, [this] {
        if (m_isPicking)
            Q_EMIT named(m_picker.moment());
    });
}

QString FormMoment::text(std::optional<base::Instant> at) const
{
    const base::Instant shown = at.value_or(m_begun);
    if (shown == base::Instant())
        return {};
    return tr("När: %1").arg(momentText(shown, m_services.clock.now(), languageOf(m_services.settings)));
}

void FormMoment::begin(base::Instant begun)
{
    m_picker.setLanguage(languageOf(m_services.settings));
    m_begun = begun;
}

void FormMoment::pick(std::optional<base::Instant> at)
{
    m_picker.setLanguage(languageOf(m_services.settings));
    m_isPicking = true;
    m_picker.setMoment(at.value_or(m_begun));
}

} // namespace faltakt::viewmodels
