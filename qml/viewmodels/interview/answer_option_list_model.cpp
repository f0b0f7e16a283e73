#include "qml/viewmodels/interview/answer_option_list_model.h"

namespace faltakt::viewmodels {

namespace {

constexpr int HighestDigit = 9;

} // namespace

int AnswerOptionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_texts.size());
}

QVariant AnswerOptionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int position = index.row() + 1;
    switch (role) {
    case TextRole: return m_texts[index.row()];
    case ChosenRole: return index.row() == m_chosen;
    case PositionRole: return position;
    case DigitRole: return position <= HighestDigit ? position : 0;
    default: return {};
    }
}

QHash<int, QByteArray> AnswerOptionListModel::roleNames() const
{
    return {{TextRole, "answerText"},
            {ChosenRole, "answerChosen"},
            {PositionRole, "answerPosition"},
            {DigitRole, "answerDigit"}};
}

void AnswerOptionListModel::show(const QStringList &texts, std::optional<std::size_t> chosen)
{
    beginResetModel();
    m_texts = texts;
    m_chosen = chosen ? int(*chosen) : -1;
    endResetModel();
    Q_EMIT countChanged();
}

void AnswerOptionListModel::choose(std::optional<std::size_t> chosen)
{
    const int before = std::exchange(m_chosen, chosen ? int(*chosen) : -1);
    if (before == m_chosen)
        return;
    for (const int row : {before, m_chosen})
        if (row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {ChosenRole});
}

} // namespace faltakt::viewmodels
