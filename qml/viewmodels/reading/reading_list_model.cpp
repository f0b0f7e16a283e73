#include "qml/viewmodels/reading/reading_list_model.h"

namespace faltakt::viewmodels {

int ReadingListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant ReadingListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case HeadingRole: return row.heading;
    case Qt::DisplayRole:
    case TextRole: return row.text;
    case NoteRole: return row.note;
    case ShownRole: return row.isShown;
    default: return {};
    }
}

QHash<int, QByteArray> ReadingListModel::roleNames() const
{
    return {{HeadingRole, "heading"}, {TextRole, "text"}, {NoteRole, "note"}, {ShownRole, "isShown"}};
}

void ReadingListModel::setRows(std::vector<Row> rows)
{
    updateRows(m_rows, std::move(rows));
    Q_EMIT countChanged();
}

} // namespace faltakt::viewmodels
