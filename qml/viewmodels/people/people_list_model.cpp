#include "qml/viewmodels/people/people_list_model.h"

#include "core/base/date_words.h"
#include "core/casework/case_projector.h"
#include "core/casework/code_words.h"
#include "core/casework/moment_words.h"
#include "core/casework/swedish_time.h"
#include "core/rules/agenda_order.h"
#include "core/rules/agenda_text.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

bool PersonRow::operator==(const PersonRow &other) const
{
    const auto shown = [](const PersonRow &row) {
        return std::tie(row.key, row.card.shortName, row.card.stage, row.card.isProtected, row.card.birthDate,
                        row.card.caseNumber);
    };
    if (next.has_value() != other.next.has_value() || shown(*this) != shown(other))
        return false;
    return !next || (next->reason == other.next->reason && next->due == other.next->due);
}

int PeopleListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant PeopleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PersonRow &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case WhoRole: return personNameAndAge(row.card, m_wording.namesHidden, casework::swedishDate(m_wording.now));
    case WhatRole: return whatOf(row);
    case WhenRole: return whenOf(row);
    case StateTextRole: return row.card.isProtected ? tr("Skyddad") : QString();
    case StateToneRole: return QStringLiteral("protected");
    case IsChosenRole: return m_chosen == row.caseId;
    default: return {};
    }
}

QHash<int, QByteArray> PeopleListModel::roleNames() const
{
    return {{WhoRole, "who"},
            {WhatRole, "what"},
            {WhenRole, "when"},
            {StateTextRole, "stateText"},
            {StateToneRole, "stateTone"},
            {IsChosenRole, "isChosen"}};
}

QString PeopleListModel::whatOf(const PersonRow &row) const
{
    if (row.next)
        return text(rules::agendaReasonText(row.next->reason, m_wording.language));
    if (row.card.stage == casework::TeamStage)
        return text(row.card.name);
    return text(casework::codeText("case", "stage", row.card.stage, m_wording.language));
}

QString PeopleListModel::whenOf(const PersonRow &row) const
{
    if (!row.next || !row.next->due)
        return {};
    const base::Date today = casework::swedishDate(m_wording.now);
    const base::Date day = casework::swedishDate(*row.next->due);
    const auto distance = (std::chrono::sys_days(day) - std::chrono::sys_days(today)).count();
    if (distance < 0)
        return tr("försenat");
    if (distance > 1)
        return text(base::dayAndMonth(day, m_wording.language));
    const QString words = text(casework::dayHeading(day, today, m_wording.language));
    return words.left(1).toLower() + words.mid(1);
}

void PeopleListModel::setRows(std::vector<PersonRow> rows, const PeopleWording &wording)
{
    const bool isOtherWording = wording.language != m_wording.language || wording.namesHidden != m_wording.namesHidden
                                || casework::swedishDate(wording.now) != casework::swedishDate(m_wording.now);
    m_wording = wording;
    updateRows(m_rows, std::move(rows));
    if (isOtherWording && !m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

void PeopleListModel::setChosen(const std::optional<base::CaseId> &caseId)
{
    const auto before = std::exchange(m_chosen, caseId);
    if (before == caseId)
        return;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].caseId == before || m_rows[i].caseId == caseId)
            Q_EMIT dataChanged(index(int(i)), index(int(i)), {IsChosenRole});
}

const PersonRow *PeopleListModel::row(int index) const
{
    return index < 0 || index >= int(m_rows.size()) ? nullptr : &m_rows[std::size_t(index)];
}

} // namespace faltakt::viewmodels
