#include "qml/viewmodels/today/today_list_model.h"

#include <utility>

namespace faltakt::viewmodels {

int TodayListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant TodayListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TodayRow &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case HeadingRole: return row.heading;
    case HeadingCountRole: return row.headingCount;
    case IsFirstRole: return row.isFirst;
    case IsLastRole: return row.isLast;
    case IsFirstOfPersonRole: return row.isFirstOfPerson;
    case IsLastOfPersonRole: return row.isLastOfPerson;
    case IsChosenRole: return m_chosen == row.caseId;
    case IconNameRole: return row.iconName;
    case WhoRole: return row.who;
    case WhatRole: return row.what;
    case WhenRole: return row.when;
    case RuleTextRole: return row.ruleText;
    case RuleToneRole: return row.ruleTone;
    case RuleIconRole: return row.ruleIcon;
    case StateTextRole: return row.stateText;
    case StateToneRole: return row.stateTone;
    case ActionIconRole: return row.actionIcon;
    case ActionTextRole: return row.actionText;
    default: return {};
    }
}

QHash<int, QByteArray> TodayListModel::roleNames() const
{
    return {{HeadingRole, "heading"},
            {HeadingCountRole, "headingCount"},
            {IsFirstRole, "isFirst"},
            {IsLastRole, "isLast"},
            {IsFirstOfPersonRole, "isFirstOfPerson"},
            {IsLastOfPersonRole, "isLastOfPerson"},
            {IsChosenRole, "isChosen"},
            {IconNameRole, "iconName"},
            {WhoRole, "who"},
            {WhatRole, "what"},
            {WhenRole, "when"},
            {RuleTextRole, "ruleText"},
            {RuleToneRole, "ruleTone"},
            {RuleIconRole, "ruleIcon"},
            {StateTextRole, "stateText"},
            {StateToneRole, "stateTone"},
            {ActionIconRole, "actionIcon"},
            {ActionTextRole, "actionText"}};
}

void TodayListModel::setChosen(const std::optional<base::CaseId> &caseId)
{
    const auto before = std::exchange(m_chosen, caseId);
    if (before == caseId)
        return;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const base::CaseId &shown = m_rows[std::size_t(i)].caseId;
        if (shown == before || shown == caseId)
            Q_EMIT dataChanged(index(i), index(i), {IsChosenRole});
    }
}

const TodayRow *TodayListModel::row(int index) const
{
    return index < 0 || index >= int(m_rows.size()) ? nullptr : &m_rows[std::size_t(index)];
}

} // namespace faltakt::viewmodels
