#include "qml/viewmodels/interview/question_input.h"

namespace faltakt::viewmodels {

using screening::QuestionType;

namespace {

QuestionInput::Way wayOf(AnswerWay way)
{
    switch (way) {
    case AnswerWay::Boxes: return QuestionInput::Boxes;
    case AnswerWay::Number: return QuestionInput::Number;
    case AnswerWay::Decimal: return QuestionInput::Decimal;
    case AnswerWay::Date: return QuestionInput::Date;
    case AnswerWay::Line: return QuestionInput::Line;
    case AnswerWay::Lines: return QuestionInput::Lines;
    case AnswerWay::Options: break;
    }
    return QuestionInput::Options;
}

} // namespace

void QuestionInput::show(const screening::Question *question, const QString &typed, bool takesRefusal,
                         const std::string &language)
{
    m_way = question ? wayOf(answerWay(question->type)) : Options;
    m_hasField = question && takesWriting(question->type);
    m_label = !m_hasField                                  ? QString()
              : question->type == QuestionType::OpenChoice ? tr("Med egna ord")
              : m_way == Number || m_way == Decimal        ? tr("Antal")
              : m_way == Date                              ? tr("Datum")
                                                           : tr("Svar");
    if (m_hasField && (m_way == Number || m_way == Decimal) && !question->unit)
        m_label = tr("Siffra");
    m_help = m_hasField ? writingHelp(*question, language) : QString();
    m_unit = m_hasField ? unitText(*question, language) : QString();
    m_takesRefusal = question && takesRefusal;
    m_takesNotRelevant = question && question->takesNotRelevant;
    m_typed = typed;
    m_problem.clear();
    Q_EMIT shown();
    Q_EMIT typedChanged();
}

void QuestionInput::setProblem(const QString &problem)
{
    if (std::exchange(m_problem, problem) != problem)
        Q_EMIT typedChanged();
}

void QuestionInput::setTyped(const QString &text)
{
    m_typed = text;
    m_problem.clear();
    Q_EMIT typedChanged();
}

void QuestionInput::edit(const QString &text)
{
    if (!m_hasField || m_typed == text)
        return;
    setTyped(text);
    Q_EMIT edited();
}

} // namespace faltakt::viewmodels
