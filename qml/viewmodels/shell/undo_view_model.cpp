#include "qml/viewmodels/shell/undo_view_model.h"

#include "core/rules/file_guard.h"
#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

UndoViewModel::UndoViewModel(AppServices &services, QObject *parent) : QObject(parent), m_services(services) {}

void UndoViewModel::offer(const QString &text, std::vector<base::ChangeId> changes)
{
    m_text = text;
    m_problem.clear();
    m_changes = std::move(changes);
    Q_EMIT changed();
}

void UndoViewModel::undo()
{
    if (m_changes.empty())
        return;
    m_services.workspace.write<std::vector<base::ChangeId>>(
        this, [changes = std::exchange(m_changes, {})](OpenStore &store) { return store.cases.undo(changes); },
        [this](const base::Result<std::vector<base::ChangeId>> &result) {
            m_text.clear();
            if (result)
                m_problem.clear();
            else if (result.error().code() == base::ErrorCode::Refused && result.error().detail() != rules::ClosedFile)
                m_problem = tr("Det har ändrats igen sedan dess, så det går inte att ångra. Inget är borta.");
            else
                m_problem = errorText(result.error());
            Q_EMIT changed();
            Q_EMIT undone();
        });
}

} // namespace faltakt::viewmodels
