#include "qml/viewmodels/interview/result_lists.h"

#include "qml/viewmodels/interview/question_words.h"

#include <QCoreApplication>

namespace faltakt::viewmodels {

namespace {

QString words(const char *text) { return QCoreApplication::translate("ResultLists", text); }

/// The instrument's own number, where it has numbers; else the place in the list.
QString numberOf(const screening::Question &question, std::size_t place)
{
    const bool isNumbered = question.linkId.find_first_not_of("0123456789.") == std::string::npos;
    return isNumbered ? QString::fromStdString(question.linkId) : QString::number(place);
}

/// The title of the outermost group in which the question stands: its area.
QString topTitle(const screening::Questionnaire &form, const screening::Question &question, const std::string &language)
{
    std::size_t node = question.node;
    while (form.nodes()[node].parent)
        node = *form.nodes()[node].parent;
    return node == question.node ? QString() : QString::fromStdString(form.nodes()[node].text.in(language));
}

} // namespace

int AnswerListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant AnswerListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case NumberRole: return row.number;
    case QuestionRole: return row.question;
    case AnswerRole: return row.answer;
    case NoteRole: return row.note;
    case HeadingRole: return row.heading;
    case VeiledRole: return row.isVeiled;
    default: return {};
    }
}

QHash<int, QByteArray> AnswerListModel::roleNames() const
{
    return {{NumberRole, "number"}, {QuestionRole, "question"}, {AnswerRole, "answer"},
            {NoteRole, "note"},     {HeadingRole, "heading"},   {VeiledRole, "veiled"}};
}

void AnswerListModel::show(const ReadResult &read, Violence violence, const std::string &language)
{
    fill(read.answers, {read.answers, read.result.settings.skipRule}, read.notes, {Ratings::Shown, violence, language});
}

void AnswerListModel::showSoFar(const screening::InterviewSession &session, const Notes &notes, Ratings ratings,
                                Violence violence, const std::string &language)
{
    fill(session.answers(), session.openItems(), notes, {ratings, violence, language});
}

void AnswerListModel::fill(const screening::AnswerSheet &answers, const screening::OpenItems &open, const Notes &notes,
                           const Manner &manner)
{
    const auto &form = answers.questionnaire();
    // A form in safe mode stands behind its own page's veil.
    const bool veils = manner.violence == Violence::Veiled && form.head().mode != screening::InstrumentMode::Safe;
    std::vector<Row> rows;
    QString heading;
    for (const screening::Place &place : answers.places()) {
        const screening::Question &question = form.questions()[place.question];
        if (!open.isOpen(place) || (question.isInterviewers && manner.ratings == Ratings::Left))
            continue;
        const bool isVeiled = veils && question.isSafe;
        if (isVeiled && !rows.empty() && rows.back().isVeiled)
            continue;
        const std::string key = answers.key(place);
        const QString title = topTitle(form, question, manner.language);
        const QString newHeading = title == heading ? QString() : title;
        heading = title;
        if (isVeiled) {
            rows.push_back({.key = key,
                            .question = words(QT_TRANSLATE_NOOP("ResultLists", "Svar i ett trygghetssamtal")),
                            .answer = words(QT_TRANSLATE_NOOP("ResultLists", "Innehållet är dolt")),
                            .heading = newHeading,
                            .isVeiled = true});
            continue;
        }
        const QString answer = answerText(question, answers.at(place), manner.language);
        const auto note = notes.find(key);
        rows.push_back({key,
                        words(QT_TRANSLATE_NOOP("ResultLists", "Fråga %1")).arg(numberOf(question, rows.size() + 1)),
                        QString::fromStdString(question.text.in(manner.language)),
                        answer.isEmpty() ? words(QT_TRANSLATE_NOOP("ResultLists", "Inget svar")) : answer,
                        note == notes.end() ? QString() : QString::fromStdString(note->second), newHeading});
    }
    updateRows(m_rows, std::move(rows));
}

std::string AnswerListModel::itemAt(int row) const
{
    const bool isThere = row >= 0 && row < int(m_rows.size()) && !m_rows[std::size_t(row)].isVeiled;
    return isThere ? m_rows[std::size_t(row)].key : std::string();
}

int NextStepListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant NextStepListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case TextRole: return row.text;
    case PriorityRole: return row.priority;
    case SourceRole: return row.source;
    default: return {};
    }
}

QHash<int, QByteArray> NextStepListModel::roleNames() const
{
    return {{TextRole, "title"}, {PriorityRole, "priority"}, {SourceRole, "source"}};
}

void NextStepListModel::show(const std::vector<rules::GuidanceCard> &cards, base::Language language)
{
    std::vector<Row> rows;
    for (const rules::GuidanceCard &card : cards)
        rows.push_back(
            {card.id, QString::fromStdString(card.title),
             card.priority ? QString::fromStdString(rules::priorityText(*card.priority, language)) : QString(),
             QString::fromStdString(card.source)});
    updateRows(m_rows, std::move(rows));
    Q_EMIT countChanged();
}

QString NextStepListModel::cardAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? QString::fromStdString(m_rows[std::size_t(row)].key) : QString();
}

} // namespace faltakt::viewmodels
