#include "qml/viewmodels/today/why_view_model.h"

#include "core/casework/moment_words.h"
#include "core/rules/row_explanation.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

WhyViewModel::WhyViewModel(AppServices &services, QObject *parent) : QObject(parent), m_services(services) {}

void WhyViewModel::explain(base::CaseId caseId, const store::AgendaEntry &entry)
{
    const base::Language language = languageOf(m_services.settings);
    m_services.workspace.read<rules::RowExplanation>(
        this,
        [caseId, entry, language](OpenStore &store) -> base::Result<rules::RowExplanation> {
            rules::CaseFacts facts;
            TRY_VOID(store.cases.readCase(caseId, [&](const store::CaseReader &reader) -> base::Result<void> {
                TRY(facts, rules::readCaseFacts(caseId, reader));
                return {};
            }));
            return rules::explainRow(entry, store.profile, facts, language);
        },
        [this, entry, language](const base::Result<rules::RowExplanation> &explained) {
            if (!explained) {
                Q_EMIT failed(errorText(explained.error()));
                return;
            }
            m_title = text(explained->title);
            m_label = text(explained->label);
            m_tone = explained->kind == "agreed" || explained->kind == "own" ? QStringLiteral("plain")
                                                                             : text(explained->kind);
            m_arithmetic = text(explained->arithmetic);
            m_due = text(casework::dueWords(entry.due, m_services.clock.now(), language));
            m_isOpen = true;
            Q_EMIT changed();
        });
}

void WhyViewModel::close()
{
    // A sheet tells of its closing while it is being closed from here: nothing is told twice.
    if (!m_isOpen)
        return;
    m_isOpen = false;
    m_title.clear();
    m_label.clear();
    m_due.clear();
    m_arithmetic.clear();
    Q_EMIT changed();
}

} // namespace faltakt::viewmodels
