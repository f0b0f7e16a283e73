#include "qml/viewmodels/interview/rating_profile.h"

#include <algorithm>

namespace faltakt::viewmodels {

using screening::Answer;
using screening::Question;
using screening::Questionnaire;

namespace {

/// The group that is the area page, or stands for it.
const screening::Node *areaNode(const Questionnaire &form, const std::string &area)
{
    const auto found = std::ranges::find(form.nodes(), area, &screening::Node::area);
    return found == form.nodes().end() ? nullptr : &*found;
}

std::optional<int> valueOf(const Question &question, const Answer &answer)
{
    if (const auto position = answer.position())
        return question.options[*position].points;
    const std::int64_t *number = answer.integer();
    return number ? std::optional(int(*number)) : std::nullopt;
}

int maximumOf(const Question &question)
{
    if (question.isChoice())
        return question.maxWeight();
    return question.maximum && question.maximum->integer() ? int(*question.maximum->integer()) : 0;
}

} // namespace

std::vector<RatedPoint> ratingProfile(const screening::AnswerSheet &answers, screening::SkipRule skipRule)
{
    const Questionnaire &form = answers.questionnaire();
    const screening::OpenItems open(answers, skipRule);
    std::vector<RatedPoint> points;
    for (std::size_t i = 0; i < form.questions().size(); ++i) {
        const Question &question = form.questions()[i];
        if (!question.rating || question.repeat || !open.isOpen({i, std::nullopt}) || !answers.at(i))
            continue;
        const auto value = valueOf(question, *answers.at(i));
        const int maximum = maximumOf(question);
        const screening::Node *area = areaNode(form, question.area);
        if (!value || maximum <= 0 || !area)
            continue;
        // Beside what was said of the same area before: the interviewer's own stand at the end of the page.
        const auto after = std::ranges::find(points.rbegin(), points.rend(), question.area, &RatedPoint::area);
        const auto at = after == points.rend() ? points.end() : after.base();
        points.insert(at, RatedPoint{question.area + '/' + std::string(ratingCode(*question.rating)), question.area,
                                     area->text, *question.rating, *value, maximum});
    }
    return points;
}

} // namespace faltakt::viewmodels
