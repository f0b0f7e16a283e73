#include "core/screening/response_export.h"

namespace faltakt::screening {

using base::Result;
using base::json::Object;
using base::json::Value;

namespace {

std::string_view statusCode(ResponseHead::Status status)
{
    switch (status) {
    case ResponseHead::Status::InProgress: return "in-progress";
    case ResponseHead::Status::Completed: return "completed";
    case ResponseHead::Status::Stopped: break;
    }
    return "stopped";
}

Value personOf(const std::string &subject)
{
    return Object{{"type", "Patient"}, {"identifier", Object{{"system", SubjectSystem}, {"value", subject}}}};
}

} // namespace

Result<Object> exportResponse(const AnswerSheet &answers, const ResultSettings &settings, const ResponseHead &head)
{
    TRY(const ScreeningResult result, interpret(answers, settings));
    std::vector<Value> calculated(answers.questionnaire().calculations().size());
    for (const ItemResult &item : result.results)
        calculated[item.calculation] = item.value;
    Object items =
        responseForOthers(answers, OpenItems(answers, settings.skipRule), statusCode(head.status), calculated);
    Object response;
    response.append("resourceType", *items.find("resourceType"));
    if (settings.skipRule == SkipRule::Off && answers.questionnaire().hasSkipRule())
        response.append("extension", base::json::Array{Object{{"url", NoSkipRuleUrl}, {"valueBoolean", true}}});
    for (const char *name : {"questionnaire", "status"})
        response.append(name, *items.find(name));
    if (!head.subject.empty())
        response.append("subject", personOf(head.subject));
    if (head.authored)
        response.append("authored", base::formatInstant(*head.authored));
    // The one who recorded the answers and the one whose answers they are: in a talk the first is not told to others.
    if (head.isSelfReported)
        for (const char *name : {"author", "source"})
            response.append(name, head.subject.empty() ? Value(Object{{"type", "Patient"}}) : personOf(head.subject));
    if (Value *const list = items.find("item"))
        response.append("item", std::move(*list));
    return response;
}

} // namespace faltakt::screening
