#include "qml/viewmodels/interview/typed_answer.h"

#include "core/screening/answer_check.h"

#include <QCoreApplication>

namespace faltakt::viewmodels {

using screening::Answer;
using screening::AnswerProblem;
using screening::Question;
using screening::QuestionType;

namespace {

QString words(const char *text) { return QCoreApplication::translate("TypedAnswer", text); }

QString shownFigure(const QString &figure, const std::string &language)
{
    return language == "en" ? figure : QString(figure).replace(u'.', u',');
}

QString problemText(const Question &question, const AnswerProblem &problem, const std::string &language)
{
    using Code = AnswerProblem::Code;
    const QString figure = shownFigure(QString::fromStdString(problem.figure), language);
    const QString unit = unitText(question, language);
    const QString limit = unit.isEmpty() ? figure : figure + QChar::Nbsp + unit;
    switch (problem.code) {
    case Code::BelowMinimum: return words(QT_TRANSLATE_NOOP("TypedAnswer", "Minst %1 går att spara här.")).arg(limit);
    case Code::AboveMaximum: return words(QT_TRANSLATE_NOOP("TypedAnswer", "Högst %1 går att spara här.")).arg(limit);
    case Code::TooLong:
        return words(QT_TRANSLATE_NOOP("TypedAnswer", "Texten är för lång. Högst %1 tecken får plats.")).arg(figure);
    case Code::BadCharacter:
        return words(QT_TRANSLATE_NOOP("TypedAnswer", "Texten har ett tecken som inte går att spara. Ta bort det."));
    case Code::Blank:
    case Code::WrongKind:
    case Code::NoSuchOption:
    case Code::NotRelevant: break;
    }
    return words(QT_TRANSLATE_NOOP("TypedAnswer", "Det här går inte att spara som svar på frågan."));
}

TypedAnswer readInteger(const QString &text)
{
    constexpr int MostDigits = 9;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (isNumber && text.size() <= MostDigits)
        return {Answer::integer(number), {}};
    return {{}, words(QT_TRANSLATE_NOOP("TypedAnswer", "Skriv ett helt tal med siffror."))};
}

TypedAnswer readDecimal(const QString &text)
{
    const auto number = screening::DecimalNumber::parse(text.toStdString());
    if (number)
        return {Answer::decimal(*number), {}};
    return {{}, words(QT_TRANSLATE_NOOP("TypedAnswer", "Skriv ett tal med siffror, till exempel 1,5."))};
}

/// With the hyphens that were left out.
QString withHyphens(QString text)
{
    constexpr qsizetype MonthAt = 4;
    constexpr qsizetype DayAt = 7;
    constexpr qsizetype WholeDay = 8;
    constexpr qsizetype WholeMonth = 6;
    text.remove(u' ');
    if (text.contains(u'-') || (text.size() != WholeDay && text.size() != WholeMonth))
        return text;
    text.insert(MonthAt, u'-');
    if (text.size() > DayAt)
        text.insert(DayAt, u'-');
    return text;
}

TypedAnswer readDate(const QString &text)
{
    const auto date = screening::PartialDate::parse(withHyphens(text).toStdString());
    if (date)
        return {Answer::date(*date), {}};
    return {{},
            words(QT_TRANSLATE_NOOP("TypedAnswer", "Skriv datumet som 2026-11-26, eller bara 2026-11 eller 2026."))};
}

TypedAnswer readPlain(const Question &question, const QString &text)
{
    switch (question.type) {
    case QuestionType::Integer: return readInteger(text);
    case QuestionType::Decimal: return readDecimal(text);
    case QuestionType::Date: return readDate(text);
    default: return {Answer::text(text.toStdString()), {}};
    }
}

} // namespace

AnswerWay answerWay(QuestionType type) noexcept
{
    switch (type) {
    case QuestionType::Choices: return AnswerWay::Boxes;
    case QuestionType::Integer: return AnswerWay::Number;
    case QuestionType::Decimal: return AnswerWay::Decimal;
    case QuestionType::Date: return AnswerWay::Date;
    case QuestionType::String: return AnswerWay::Line;
    case QuestionType::Text: return AnswerWay::Lines;
    case QuestionType::Choice:
    case QuestionType::OpenChoice:
    case QuestionType::Boolean: break;
    }
    return AnswerWay::Options;
}

bool takesWriting(QuestionType type) noexcept
{
    const AnswerWay way = answerWay(type);
    return type == QuestionType::OpenChoice || (way != AnswerWay::Options && way != AnswerWay::Boxes);
}

TypedAnswer readTyped(const Question &question, const QString &text, const std::string &language)
{
    TypedAnswer read = readPlain(question, text.trimmed());
    if (!read.answer)
        return read;
    if (const auto problem = screening::findProblem(question, *read.answer))
        return {{}, problemText(question, *problem, language)};
    return read;
}

QString typedText(const std::optional<Answer> &answer, const std::string &language)
{
    if (!answer)
        return {};
    if (answer->integer())
        return QString::number(*answer->integer());
    if (answer->decimal())
        return shownFigure(QString::fromStdString(answer->decimal()->text()), language);
    if (answer->date())
        return QString::fromStdString(answer->date()->text());
    return answer->text() ? QString::fromStdString(*answer->text()) : QString();
}

QString unitText(const Question &question, const std::string &language)
{
    return question.unit ? QString::fromStdString(question.unit->display.in(language)) : QString();
}

QString writingHelp(const Question &question, const std::string &language)
{
    if (question.type == QuestionType::Date)
        return words(QT_TRANSLATE_NOOP("TypedAnswer", "År-månad-dag, eller bara år och månad, eller bara år."));
    const QString least = typedText(question.minimum, language);
    const QString most = typedText(question.maximum, language);
    if (!least.isEmpty() && !most.isEmpty())
        return words(QT_TRANSLATE_NOOP("TypedAnswer", "%1 till %2")).arg(least, most);
    if (!least.isEmpty())
        return words(QT_TRANSLATE_NOOP("TypedAnswer", "Minst %1")).arg(least);
    return most.isEmpty() ? QString() : words(QT_TRANSLATE_NOOP("TypedAnswer", "Högst %1")).arg(most);
}

} // namespace faltakt::viewmodels
