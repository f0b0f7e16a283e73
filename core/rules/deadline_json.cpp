#include "core/casework/swedish_time.h"
#include "core/rules/deadline.h"

namespace faltakt::rules {

namespace {

using base::json::Array;
using base::json::Object;
using base::json::Value;

Value textOrNull(const std::string &text) { return text.empty() ? Value(nullptr) : Value(text); }

Value dueOf(const Deadline &deadline)
{
    if (!deadline.due)
        return nullptr;
    return deadline.wholeDay ? base::formatDate(casework::swedishDate(*deadline.due))
                             : base::formatInstant(*deadline.due);
}

Value startKindOf(const DeadlineRule &rule, const DeadlineRules &rules)
{
    if (rule.start.empty())
        return nullptr;
    for (const std::string &code : rule.start) {
        const DeadlineEvent *event = rules.event(code);
        if (event && event->isInstant)
            return "instant";
    }
    return "day";
}

} // namespace

Object toJson(const Deadline &deadline, Language language)
{
    return {{"due", dueOf(deadline)},
            {"rule", deadline.rule},
            {"kind", sourceKindName(deadline.kind)},
            {"paragraph", textOrNull(deadline.paragraph)},
            {"explanation", language == Language::Swedish ? deadline.explanation.sv : deadline.explanation.en},
            {"audience", audienceName(deadline.audience)},
            {"confidence", confidenceName(deadline.confidence)}};
}

Object listedJson(const DeadlineRule &rule, const DeadlineRules &rules, const Binding &binding, Language language)
{
    Array start;
    for (const std::string &code : rule.start)
        start.emplace_back(code);
    Array keys;
    for (const DeadlineKey &key : rule.keys)
        keys.emplace_back(Object{{"key", key.name}, {"type", keyTypeName(key.type)}, {"required", key.isRequired}});
    return {{"rule", rule.id},
            {"title", rule.title.in(language)},
            {"start", std::move(start)},
            {"startKind", startKindOf(rule, rules)},
            {"keys", std::move(keys)},
            {"kind", sourceKindName(binding.kind)},
            {"audience", audienceName(rule.audience)},
            {"paragraph", textOrNull(binding.paragraph)}};
}

} // namespace faltakt::rules
