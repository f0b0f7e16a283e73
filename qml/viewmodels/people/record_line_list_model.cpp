#include "qml/viewmodels/people/record_line_list_model.h"

namespace faltakt::viewmodels {

int RecordLineListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant RecordLineListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RecordLine &line = m_lines[std::size_t(index.row())];
    switch (role) {
    case LabelRole: return line.label;
    case ValueRole: return line.value;
    default: return {};
    }
}

QHash<int, QByteArray> RecordLineListModel::roleNames() const { return {{LabelRole, "label"}, {ValueRole, "value"}}; }

} // namespace faltakt::viewmodels
