#include "qml/viewmodels/day/tally_list_model.h"

namespace faltakt::viewmodels {

int TallyListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant TallyListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TextRole: return row.text;
    case CountRole: return row.count;
    default: return {};
    }
}

QHash<int, QByteArray> TallyListModel::roleNames() const { return {{TextRole, "text"}, {CountRole, "number"}}; }

const TallyListModel::Row *TallyListModel::row(int index) const
{
    return index >= 0 && index < int(m_rows.size()) ? &m_rows[std::size_t(index)] : nullptr;
}

} // namespace faltakt::viewmodels
