#include "qml/viewmodels/shell/line_list_model.h"

namespace faltakt::viewmodels {

void LineListModel::setLines(std::vector<Line> lines)
{
    const std::size_t before = m_lines.size();
    updateRows(m_lines, std::move(lines));
    if (before != m_lines.size())
        Q_EMIT countChanged();
}

int LineListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant LineListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[std::size_t(index.row())];
    switch (role) {
    case KeyRole: return QString::fromStdString(line.key);
    case KindRole: return line.kind;
    case TextRole: return line.text;
    case SecondaryRole: return line.secondary;
    case TrailingRole: return line.trailing;
    case IconNameRole: return line.iconName;
    case ToneRole: return line.tone;
    case ChipRole: return line.chip;
    default: return {};
    }
}

QHash<int, QByteArray> LineListModel::roleNames() const
{
    return {{KeyRole, "key"},           {KindRole, "kind"},         {TextRole, "text"}, {SecondaryRole, "secondary"},
            {TrailingRole, "trailing"}, {IconNameRole, "iconName"}, {ToneRole, "tone"}, {ChipRole, "chip"}};
}

} // namespace faltakt::viewmodels
