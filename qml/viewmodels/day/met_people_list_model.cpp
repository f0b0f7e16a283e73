#include "qml/viewmodels/day/met_people_list_model.h"

namespace faltakt::viewmodels {

int MetPeopleListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant MetPeopleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return row.name;
    case SecondaryRole: return row.secondary;
    case ChosenRole: return row.isChosen;
    default: return {};
    }
}

QHash<int, QByteArray> MetPeopleListModel::roleNames() const
{
    return {{NameRole, "name"}, {SecondaryRole, "secondary"}, {ChosenRole, "isChosen"}};
}

void MetPeopleListModel::setRows(std::vector<Row> rows)
{
    updateRows(m_rows, std::move(rows));
    Q_EMIT countChanged();
}

const MetPeopleListModel::Row *MetPeopleListModel::row(int index) const
{
    return index >= 0 && index < count() ? &m_rows[std::size_t(index)] : nullptr;
}

} // namespace faltakt::viewmodels
