#include "qml/viewmodels/interview/interview_rows.h"

#include "qml/viewmodels/interview/question_words.h"

namespace faltakt::viewmodels {

using screening::InterviewSession;
using screening::Place;

int InterviewRows::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant InterviewRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case TitleRole: return row.title;
    case SummaryRole: return row.summary;
    default: return {};
    }
}

QHash<int, QByteArray> InterviewRows::roleNames() const { return {{TitleRole, "title"}, {SummaryRole, "summary"}}; }

void InterviewRows::show(const InterviewSession &session, std::size_t repeat, const std::string &language)
{
    const auto &answers = session.answers();
    const auto &form = answers.questionnaire();
    const screening::RepeatingGroup &group = form.repeats()[repeat];
    const screening::Node &node = form.nodes()[group.node];
    std::vector<Row> rows;
    rows.reserve(answers.rowCount(repeat));
    for (std::size_t i = 0; i < answers.rowCount(repeat); ++i) {
        QStringList said;
        for (std::size_t k = group.firstQuestion; k < group.firstQuestion + group.questionCount; ++k)
            if (const Place place{k, i}; session.openItems().isOpen(place) && answers.at(place))
                said.push_back(answerText(form.questions()[k], answers.at(place), language));
        const QString title = said.isEmpty() ? tr("Tom rad") : said.takeFirst();
        rows.push_back({answers.rowId(repeat, i), title, said.join(QStringLiteral(", "))});
    }
    m_repeat = repeat;
    m_title = QString::fromStdString(node.text.in(language));
    m_hint = node.hint ? QString::fromStdString(node.hint->in(language)) : QString();
    m_canAdd = rows.size() < group.maxOccurs;
    if (m_removed && m_removed->repeat != repeat)
        m_removed.reset();
    updateRows(m_rows, std::move(rows));
    Q_EMIT changed();
}

void InterviewRows::clear()
{
    m_repeat.reset();
    m_removed.reset();
    m_title.clear();
    m_hint.clear();
    updateRows(m_rows, {});
    Q_EMIT changed();
}

void InterviewRows::setRemoved(std::optional<RemovedRow> removed)
{
    m_removed = std::move(removed);
    Q_EMIT changed();
}

QString InterviewRows::countText() const
{
    return m_rows.empty() ? tr("Ingen rad än.") : tr("%n rader", nullptr, int(m_rows.size()));
}

void InterviewRows::change(int row)
{
    if (row >= 0 && row < int(m_rows.size()))
        Q_EMIT changeWanted(m_rows[std::size_t(row)].key);
}

void InterviewRows::remove(int row)
{
    if (row >= 0 && row < int(m_rows.size()))
        Q_EMIT removeWanted(m_rows[std::size_t(row)].key);
}

void InterviewRows::undo()
{
    if (const auto removed = m_removed)
        Q_EMIT undoWanted(*removed);
}

} // namespace faltakt::viewmodels
