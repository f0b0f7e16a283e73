#include "qml/viewmodels/contact/danger_sign_view_model.h"

#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

using Changes = std::vector<base::ChangeId>;

DangerSignViewModel::DangerSignViewModel(AppServices &services) : m_services(services), m_undo(services) {}

void DangerSignViewModel::show(const EditBase &report, bool isSet)
{
    m_report = report;
    m_isSet = isSet;
    Q_EMIT changed();
}

void DangerSignViewModel::hide()
{
    m_report.reset();
    m_isSet = false;
    Q_EMIT changed();
}

void DangerSignViewModel::clear()
{
    m_undo.forget();
    m_problem.clear();
    hide();
}

void DangerSignViewModel::change()
{
    // A second press before the answer would say the opposite of the first.
    if (!m_report || std::exchange(m_isWriting, true))
        return;
    m_problem.clear();
    m_services.workspace.write<Changes>(
        this,
        [report = *m_report, isSet = !m_isSet](OpenStore &store) {
            return store.cases.save(editOn(report, {{"dangerSign", isSet}}));
        },
        [this, isSet = !m_isSet](base::Result<Changes> changes) {
            m_isWriting = false;
            if (changes)
                m_undo.offer(isSet ? tr("Sparat: tecken på fara.") : tr("Sparat: inget tecken på fara."),
                             std::move(*changes));
            else
                m_problem = errorText(changes.error());
            Q_EMIT changed();
        });
}

} // namespace faltakt::viewmodels
