#include "core/screening/form_languages.h"

#include <algorithm>

namespace faltakt::screening {

namespace {

bool isAskedIn(const Question &question, const std::string &language)
{
    return question.text.has(language) && (!question.hint || question.hint->has(language))
           && (!question.unit || question.unit->display.has(language))
           && std::ranges::all_of(question.options,
                                  [&](const AnswerOption &option) { return option.display.has(language); });
}

} // namespace

std::vector<std::string> formLanguages(const Questionnaire &questionnaire)
{
    const auto &questions = questionnaire.questions();
    std::vector<std::string> languages = questions.front().text.languages();
    std::erase_if(languages, [&](const std::string &language) {
        return !std::ranges::all_of(questions, [&](const Question &question) { return isAskedIn(question, language); });
    });
    return languages;
}

} // namespace faltakt::screening
