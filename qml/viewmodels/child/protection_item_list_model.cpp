#include "qml/viewmodels/child/protection_item_list_model.h"

namespace faltakt::viewmodels {

const ProtectionRow *ProtectionItemListModel::row(int index) const
{
    return index >= 0 && index < rowCount() ? &m_rows[std::size_t(index)] : nullptr;
}

int ProtectionItemListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ProtectionItemListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ProtectionRow &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case KindRole: return row.kind;
    case Qt::DisplayRole:
    case LabelRole: return row.label;
    case HelpRole: return row.help;
    case ValueRole: return row.value;
    case NamesRole: return row.names;
    case ChosenRole: return row.chosen;
    case CheckedRole: return row.isChecked;
    case ErrorRole: return row.error;
    default: return {};
    }
}

QHash<int, QByteArray> ProtectionItemListModel::roleNames() const
{
    return {{KindRole, "kind"},   {LabelRole, "label"},   {HelpRole, "help"},         {ValueRole, "value"},
            {NamesRole, "names"}, {ChosenRole, "chosen"}, {CheckedRole, "isChecked"}, {ErrorRole, "error"}};
}

} // namespace faltakt::viewmodels
