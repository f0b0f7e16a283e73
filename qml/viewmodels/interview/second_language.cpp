#include "qml/viewmodels/interview/second_language.h"

#include "core/screening/form_languages.h"
#include "qml/viewmodels/interview/language_names.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

namespace {

QStringList optionsIn(const screening::Question &question, const std::string &language)
{
    QStringList texts;
    for (const screening::AnswerOption &option : question.options)
        texts.push_back(text(option.display.in(language)));
    if (question.type != screening::QuestionType::Boolean)
        return texts;
    // A form has no words for yes and no; where the app has none either, the worker's alone are shown.
    if (language == "sv")
        return {QStringLiteral("Ja"), QStringLiteral("Nej")};
    return language == "en" ? QStringList{QStringLiteral("Yes"), QStringLiteral("No")} : QStringList();
}

} // namespace

void SecondLanguage::show(const screening::Questionnaire *form, const screening::Question *question,
                          const std::string &language)
{
    m_others = form ? screening::formLanguages(*form) : std::vector<std::string>();
    std::erase(m_others, language);
    m_question.clear();
    m_timeWindow.clear();
    m_hint.clear();
    m_options.clear();
    if (question && isOn()) {
        m_question = text(question->text.in(m_tag));
        m_timeWindow = text(form->timeWindow().has(m_tag) ? form->timeWindow().in(m_tag) : std::string());
        m_hint = question->hint ? text(question->hint->in(m_tag)) : QString();
        m_options = optionsIn(*question, m_tag);
    }
    Q_EMIT changed();
}

QStringList SecondLanguage::names() const { return QStringList(tr("Bara ett språk")) + ownLanguageNames(m_others); }

int SecondLanguage::index() const
{
    const auto place = std::ranges::find(m_others, m_tag);
    return place == m_others.end() ? 0 : int(place - m_others.begin()) + 1;
}

bool SecondLanguage::isOn() const { return std::ranges::find(m_others, m_tag) != m_others.end(); }

bool SecondLanguage::isRightToLeft() const { return isOn() && isWrittenRightToLeft(m_tag); }

void SecondLanguage::choose(int index)
{
    if (index < 0 || index > int(m_others.size()) || index == this->index())
        return;
    m_tag = index == 0 ? std::string() : m_others[std::size_t(index - 1)];
    Q_EMIT chosen();
}

} // namespace faltakt::viewmodels
