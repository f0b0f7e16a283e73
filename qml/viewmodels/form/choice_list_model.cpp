#include "qml/viewmodels/form/choice_list_model.h"

#include <algorithm>

namespace faltakt::viewmodels {

void ChoiceListModel::setChoices(std::vector<Choice> choices)
{
    if (choices == m_choices)
        return;
    beginResetModel();
    m_choices = std::move(choices);
    m_chosen = -1;
    endResetModel();
    Q_EMIT choicesChanged();
    Q_EMIT chosenChanged();
}

void ChoiceListModel::setChosen(const std::string &code)
{
    const auto found = std::ranges::find(m_choices, code, &Choice::code);
    const int row = code.empty() || found == m_choices.end() ? -1 : int(found - m_choices.begin());
    const int before = std::exchange(m_chosen, row);
    if (before == row)
        return;
    for (const int changed : {before, row})
        if (changed >= 0)
            Q_EMIT dataChanged(index(changed), index(changed), {ChosenRole});
    Q_EMIT chosenChanged();
}

QStringList ChoiceListModel::names() const
{
    QStringList names;
    for (const Choice &choice : m_choices)
        names.append(choice.text);
    return names;
}

int ChoiceListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant ChoiceListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Choice &choice = m_choices[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TextRole: return choice.text;
    case ChosenRole: return index.row() == m_chosen;
    case IconNameRole: return choice.iconName;
    case NoteRole: return choice.note;
    default: return {};
    }
}

QHash<int, QByteArray> ChoiceListModel::roleNames() const
{
    return {{TextRole, "text"}, {ChosenRole, "chosen"}, {IconNameRole, "iconName"}, {NoteRole, "note"}};
}

void ChoiceListModel::choose(int row)
{
    if (row >= 0 && row < count())
        Q_EMIT picked(m_choices[std::size_t(row)].code);
}

} // namespace faltakt::viewmodels
