#include "qml/viewmodels/interview/question_words.h"

#include <QCoreApplication>

namespace faltakt::viewmodels {

using screening::Answer;
using screening::InterviewSession;

namespace {

QString words(const char *text, int number = -1)
{
    return QCoreApplication::translate("QuestionWords", text, nullptr, number);
}

int openCount(const InterviewSession &session)
{
    int count = 0;
    for (std::size_t i = 0; i < session.answers().questionnaire().questions().size(); ++i)
        count += session.isOpen(i) ? 1 : 0;
    return count;
}

} // namespace

QString answerText(const screening::Question &question, const std::optional<Answer> &answer,
                   const std::string &language)
{
    if (!answer)
        return {};
    switch (answer->kind()) {
    case Answer::Kind::Option:
        return QString::fromStdString(question.options[*answer->position()].display.in(language));
    case Answer::Kind::Refused: return words(QT_TRANSLATE_NOOP("QuestionWords", "Vill inte svara"));
    case Answer::Kind::Unknown: break;
    }
    return words(QT_TRANSLATE_NOOP("QuestionWords", "Vet inte"));
}

QString instrumentName(const std::string &id) { return QString::fromStdString(id).toUpper(); }

QString progressText(const screening::Progress &progress)
{
    return words(QT_TRANSLATE_NOOP("QuestionWords", "Fråga %1 av %2")).arg(progress.number).arg(progress.total);
}

QString openedText(const InterviewSession &before, const InterviewSession &after)
{
    const int more = openCount(after) - openCount(before);
    if (more > 0)
        return words(QT_TRANSLATE_N_NOOP("QuestionWords", "%n frågor till kommer."), more);
    if (more < 0)
        return words(QT_TRANSLATE_N_NOOP("QuestionWords", "%n frågor faller bort."), -more);
    return {};
}

std::optional<std::size_t> previousQuestion(const InterviewSession &session)
{
    InterviewSession copy = session;
    if (!copy.back())
        return std::nullopt;
    return copy.answers().questionnaire().findQuestion(copy.current()->linkId);
}

QString previousText(const InterviewSession &session, const std::string &language)
{
    const auto previous = previousQuestion(session);
    if (!previous)
        return {};
    InterviewSession copy = session;
    (void)copy.back();
    const QString answer = answerText(*copy.current(), session.answers().at(*previous), language);
    const QString shown = answer.isEmpty() ? words(QT_TRANSLATE_NOOP("QuestionWords", "inget svar än")) : answer;
    return words(QT_TRANSLATE_NOOP("QuestionWords", "Fråga %1: %2")).arg(copy.progress().number).arg(shown);
}

QStringList optionTexts(const screening::Question &question, const std::string &language)
{
    QStringList texts;
    for (const screening::AnswerOption &option : question.options)
        texts.push_back(QString::fromStdString(option.display.in(language)));
    return texts;
}

QString missingText(int missing)
{
    return missing == 0 ? QString() : words(QT_TRANSLATE_N_NOOP("QuestionWords", "%n svar saknas."), missing);
}

} // namespace faltakt::viewmodels
