#include "qml/viewmodels/interview/question_words.h"

#include "core/casework/timeline_text.h"

#include <QCoreApplication>

namespace faltakt::viewmodels {

using screening::Answer;
using screening::InterviewSession;

namespace {

QString words(const char *text, int number = -1)
{
    return QCoreApplication::translate("QuestionWords", text, nullptr, number);
}

int openCount(const InterviewSession &session) { return int(session.progress().total); }

QString chosenText(const screening::Question &question, const Answer &answer, const std::string &language)
{
    QStringList texts;
    for (const std::size_t position : answer.positions())
        texts.push_back(QString::fromStdString(question.options[position].display.in(language)));
    return texts.isEmpty() ? words(QT_TRANSLATE_NOOP("QuestionWords", "Inget av dem"))
                           : texts.join(QStringLiteral(", "));
}

QString withUnit(const screening::Question &question, const QString &number, const std::string &language)
{
    return question.unit ? number + QChar::Nbsp + QString::fromStdString(question.unit->display.in(language)) : number;
}

QString decimalText(const screening::DecimalNumber &number, const std::string &language)
{
    QString text = QString::fromStdString(number.text());
    return language == "en" ? text : text.replace(u'.', u',');
}

} // namespace

QString answerText(const screening::Question &question, const std::optional<Answer> &answer,
                   const std::string &language)
{
    if (!answer)
        return {};
    switch (answer->kind()) {
    case Answer::Kind::Option:
    case Answer::Kind::Options: return chosenText(question, *answer, language);
    case Answer::Kind::Boolean:
        return *answer->boolean() ? words(QT_TRANSLATE_NOOP("QuestionWords", "Ja"))
                                  : words(QT_TRANSLATE_NOOP("QuestionWords", "Nej"));
    case Answer::Kind::Integer: return withUnit(question, QString::number(*answer->integer()), language);
    case Answer::Kind::Decimal: return withUnit(question, decimalText(*answer->decimal(), language), language);
    case Answer::Kind::Date: return QString::fromStdString(answer->date()->text());
    case Answer::Kind::Text: return QString::fromStdString(*answer->text());
    case Answer::Kind::Refused: return words(QT_TRANSLATE_NOOP("QuestionWords", "Vill inte svara"));
    case Answer::Kind::NotRelevant: return words(QT_TRANSLATE_NOOP("QuestionWords", "Inte aktuellt"));
    case Answer::Kind::Unknown: break;
    }
    return words(QT_TRANSLATE_NOOP("QuestionWords", "Vet inte"));
}

QString instrumentName(const std::string &id, const std::string &language)
{
    return QString::fromStdString(
        casework::instrumentName(id, language == "en" ? base::Language::English : base::Language::Swedish));
}

QString instrumentName(const screening::Questionnaire &form, const std::string &language)
{
    const bool isSafe = form.head().mode == screening::InstrumentMode::Safe;
    return instrumentName(isSafe ? std::string("freda") : form.id(), language);
}

QString wordingNote(const screening::Questionnaire &questionnaire)
{
    if (questionnaire.wording() == "own")
        return words(QT_TRANSLATE_NOOP("QuestionWords", "Egen formulering, inte den officiella texten"));
    if (questionnaire.pack().empty())
        return {};
    return words(QT_TRANSLATE_NOOP("QuestionWords", "Frågornas ord kommer från innehållspaketet %1"))
        .arg(QString::fromStdString(questionnaire.pack()));
}

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

QString previousText(const InterviewSession &session, const std::string &language)
{
    const auto previous = session.previous();
    if (!previous)
        return {};
    const auto &answers = session.answers();
    const screening::Question &question = answers.questionnaire().questions()[previous->place.question];
    const QString answer = answerText(question, answers.at(previous->place), language);
    QString shown = answer.isEmpty() ? words(QT_TRANSLATE_NOOP("QuestionWords", "inget svar än")) : answer;
    // Not carried on to the next question's page: that one may be answered in others' sight.
    if (question.isSafe && answers.at(previous->place))
        shown = words(QT_TRANSLATE_NOOP("QuestionWords", "svaret är dolt"));
    return words(QT_TRANSLATE_NOOP("QuestionWords", "Fråga %1: %2")).arg(previous->number).arg(shown);
}

QStringList optionTexts(const screening::Question &question, const std::string &language)
{
    if (question.type == screening::QuestionType::Boolean)
        return {words(QT_TRANSLATE_NOOP("QuestionWords", "Ja")), words(QT_TRANSLATE_NOOP("QuestionWords", "Nej"))};
    QStringList texts;
    for (const screening::AnswerOption &option : question.options)
        texts.push_back(QString::fromStdString(option.display.in(language)));
    if (question.type == screening::QuestionType::Choices)
        texts.push_back(words(QT_TRANSLATE_NOOP("QuestionWords", "Inget av dem")));
    return texts;
}

std::vector<std::size_t> chosenRows(const screening::Question &question, const Answer &answer)
{
    if (const bool *yes = answer.boolean())
        return {*yes ? std::size_t(0) : std::size_t(1)};
    if (answer.kind() == Answer::Kind::Options && answer.positions().empty())
        return {question.options.size()};
    return answer.positions();
}

Answer toggled(const screening::Question &question, const std::optional<Answer> &before, std::size_t row)
{
    std::vector<std::size_t> positions = before ? before->positions() : std::vector<std::size_t>();
    if (row >= question.options.size())
        positions.clear();
    else if (std::erase(positions, row) == 0)
        positions.push_back(row);
    return Answer::options(std::move(positions));
}

bool takesRefusal(const screening::Questionnaire &questionnaire, const screening::Question &question)
{
    return questionnaire.head().kind != screening::InstrumentKind::Record && !question.isInterviewers;
}

QString windowText(screening::TimeWindow window)
{
    using Window = screening::TimeWindow;
    switch (window) {
    case Window::Lifetime: return words(QT_TRANSLATE_NOOP("QuestionWords", "Tänk på hela livet."));
    case Window::Last30Days: return words(QT_TRANSLATE_NOOP("QuestionWords", "Tänk på de senaste 30 dagarna."));
    case Window::Last6Months: return words(QT_TRANSLATE_NOOP("QuestionWords", "Tänk på de senaste sex månaderna."));
    case Window::Last12Months: return words(QT_TRANSLATE_NOOP("QuestionWords", "Tänk på de senaste 12 månaderna."));
    case Window::Last3Years: return words(QT_TRANSLATE_NOOP("QuestionWords", "Tänk på de senaste tre åren."));
    case Window::SinceLast: break;
    }
    return words(QT_TRANSLATE_NOOP("QuestionWords", "Tänk på tiden sedan förra intervjun."));
}

QString missingText(int missing)
{
    return missing == 0 ? QString() : words(QT_TRANSLATE_N_NOOP("QuestionWords", "%n svar saknas."), missing);
}

} // namespace faltakt::viewmodels
