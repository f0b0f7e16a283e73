#include "qml/viewmodels/today/deputyship_rows.h"

#include "core/rules/agenda.h"
#include "qml/viewmodels/shell/language.h"

#include <QCoreApplication>
#include <QStringList>

namespace faltakt::viewmodels {

void DeputyshipRows::gather(std::vector<store::AgendaRow> &agenda)
{
    std::erase_if(agenda, [&](const store::AgendaRow &row) {
        if (row.entry.rule != rules::DeputyRule)
            return false;
        // deputy:NAME:DAY:WORKER
        const QStringList parts = text(row.entry.reason).split(QLatin1Char(':'));
        if (parts.size() == 4)
            m_until.insert_or_assign(row.caseId, parts.at(2));
        return m_gathered[row.entry.reason]++ > 0;
    });
}

void DeputyshipRows::mark(TodayRow &row) const
{
    const auto until = m_until.find(row.caseId);
    if (until == m_until.end())
        return;
    row.stateText = QCoreApplication::translate("TodayReader", "Ersättare till %1").arg(until->second);
    row.stateTone = QStringLiteral("info");
}

void DeputyshipRows::tellGathered(TodayRow &row) const
{
    const auto gathered = m_gathered.find(row.entry.reason);
    if (gathered == m_gathered.end() || gathered->second < 2)
        return;
    row.caseId = {};
    row.who = QCoreApplication::translate("TodayReader", "%n ärenden", nullptr, gathered->second);
    row.stateText.clear();
}

} // namespace faltakt::viewmodels
