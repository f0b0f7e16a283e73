#include "qml/viewmodels/interview/answer_option_list_model.h"

#include <algorithm>

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
    case ChosenRole: return bool(m_chosen[std::size_t(index.row())]);
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

void AnswerOptionListModel::show(const QStringList &texts, const std::vector<std::size_t> &chosen)
{
    beginResetModel();
    m_texts = texts;
    m_chosen.assign(std::size_t(texts.size()), false);
    for (const std::size_t row : chosen)
        m_chosen.at(row) = true;
    endResetModel();
    Q_EMIT countChanged();
}

void AnswerOptionListModel::choose(const std::vector<std::size_t> &chosen)
{
    for (std::size_t row = 0; row < m_chosen.size(); ++row) {
        const bool isChosen = std::ranges::find(chosen, row) != chosen.end();
        if (m_chosen[row] == isChosen)
            continue;
        m_chosen[row] = isChosen;
        Q_EMIT dataChanged(index(int(row)), index(int(row)), {ChosenRole});
    }
}

} // namespace faltakt::viewmodels
