#include "qml/viewmodels/contact/booking_view_model.h"

#include "qml/viewmodels/contact/contact_form.h"
#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

using base::Result;
using Changes = std::vector<base::ChangeId>;

BookingViewModel::BookingViewModel(AppServices &services, QObject *parent)
    : QObject(parent), m_services(services), m_moment(services.clock, MomentPicker::Direction::Ahead)
{
}

void BookingViewModel::open()
{
    if (!m_caseId)
        return;
    m_moment.setLanguage(languageOf(m_services.settings));
    m_moment.setMoment(std::nullopt);
    m_problem.clear();
    m_isOpen = true;
    Q_EMIT changed();
}

void BookingViewModel::close()
{
    // The sheet tells also of the close that was asked for from here.
    if (!m_isOpen)
        return;
    m_isOpen = false;
    Q_EMIT changed();
}

void BookingViewModel::book()
{
    if (m_isSaving || !m_caseId || !m_moment.check())
        return;
    const base::Instant at = *m_moment.moment();
    m_isSaving = true;
    m_services.workspace.write<Changes>(
        this, [caseId = *m_caseId, at](OpenStore &store) { return bookContact(store, caseId, at); },
        [this, at](Result<Changes> changes) {
            m_isSaving = false;
            m_problem = changes ? QString() : errorText(changes.error());
            if (changes) {
                m_changes = std::move(*changes);
                m_booked = at;
                m_isOpen = false;
                Q_EMIT booked(bookedText(), m_changes);
            }
            Q_EMIT changed();
        });
}

void BookingViewModel::undo()
{
    if (m_changes.empty())
        return;
    m_services.workspace.write<Changes>(
        this, [changes = m_changes](OpenStore &store) { return store.cases.undo(changes); },
        [this](Result<Changes> undone) {
            m_problem = undone ? QString() : errorText(undone.error());
            if (undone) {
                m_changes.clear();
                m_booked.reset();
            }
            Q_EMIT changed();
        });
}

QString BookingViewModel::bookedText() const
{
    if (!m_booked)
        return {};
    return tr("Bokat: %1").arg(momentText(*m_booked, m_services.clock.now(), languageOf(m_services.settings)));
}

} // namespace faltakt::viewmodels
