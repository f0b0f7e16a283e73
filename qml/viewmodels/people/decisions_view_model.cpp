#include "qml/viewmodels/people/decisions_view_model.h"

#include "core/base/date_words.h"
#include "core/casework/act_text.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

using rules::InForce;

DecisionsViewModel::DecisionsViewModel(AppServices &services, QObject *parent) : QObject(parent), m_services(services)
{
}

QString DecisionsViewModel::dayText(base::Date day) const
{
    return text(base::dayWordsWithYear(day, languageOf(m_services.settings)));
}

QString DecisionsViewModel::statusText() const
{
    const auto decisions = std::ranges::count(m_entries, InForce::Kind::Decision, &InForce::kind);
    if (decisions == 0)
        return m_entries.empty() ? QString() : tr("Plan: se vad som gäller");
    const QString count = tr("%n beslut gäller", nullptr, int(decisions));
    // Those with an end come first.
    const auto until = m_entries.front().until;
    return until ? tr("%1. Till %2").arg(count, dayText(*until)) : count;
}

QString DecisionsViewModel::noteText() const
{
    return m_entries.empty()
               ? tr("Inget beslut och ingen plan är noterade här. Besluten finns på kontoret.")
               : tr("Så långt det är noterat här. Vem som beslutade och på vilken grund står i beslutet, på kontoret.");
}

RecordLine DecisionsViewModel::lineOf(const InForce &entry) const
{
    const QString form = text(casework::formName(entry.form, languageOf(m_services.settings)));
    const bool isDecision = entry.kind == InForce::Kind::Decision;
    QStringList parts;
    if (isDecision && !entry.what.empty())
        parts += form;
    if (entry.from)
        parts += (isDecision ? tr("Fick det %1") : tr("Från %1")).arg(dayText(*entry.from));
    if (entry.until)
        parts += tr("Gäller till %1").arg(dayText(*entry.until));
    else if (isDecision)
        parts += tr("Inget slut är noterat");
    if (entry.followedUp)
        parts += tr("Uppföljd %1").arg(dayText(*entry.followedUp));
    if (entry.review)
        parts += tr("Följs upp %1").arg(dayText(*entry.review));
    return {entry.record.toString(), entry.what.empty() ? form : text(entry.what), parts.join(QStringLiteral(". "))};
}

void DecisionsViewModel::show(std::vector<InForce> entries)
{
    m_entries = std::move(entries);
    std::vector<RecordLine> lines;
    std::ranges::transform(m_entries, std::back_inserter(lines),
                           [this](const InForce &entry) { return lineOf(entry); });
    m_lines.setLines(std::move(lines));
    Q_EMIT changed();
}

void DecisionsViewModel::open(int index)
{
    if (index >= 0 && index < int(m_entries.size()))
        m_services.router.openRecord(m_entries[std::size_t(index)].caseId, m_entries[std::size_t(index)].record);
}

} // namespace faltakt::viewmodels
