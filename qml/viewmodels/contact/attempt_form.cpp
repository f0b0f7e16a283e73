#include "qml/viewmodels/contact/attempt_form.h"

#include "core/rules/attempt_choices.h"
#include "core/screening/brief_advice.h"

#include <charconv>

namespace faltakt::viewmodels {

namespace {

/// "simple 5" as the record keeps it.
std::optional<base::json::Object> adviceOf(const std::string &advice)
{
    const std::size_t space = advice.find(' ');
    int minutes = 0;
    if (space == std::string::npos)
        return std::nullopt;
    std::from_chars(advice.data() + space + 1, advice.data() + advice.size(), minutes);
    return screening::briefAdviceField(advice.substr(0, space), minutes);
}

} // namespace

bool AttemptForm::isUntouched() const
{
    for (const std::string *field : {&outcome, &result, &alone, &children, &closePerson, &advice, &agreesToNext,
                                     &mayContactAgain, &ownWish, &text, &textMessage})
        if (!field->empty())
            return false;
    return step == "call";
}

rules::AttemptEntry AttemptForm::entry() const
{
    rules::AttemptEntry entry;
    entry.way = "call";
    entry.outcome = outcome;
    entry.at = started;
    entry.result = result;
    entry.alone = alone;
    entry.children = children;
    entry.closePerson = closePerson;
    entry.agreesToNext = agreesToNext;
    entry.mayContactAgain = mayContactAgain;
    if (mayContactAgain == "yes" && (outcome == "declined" || result == "declined"))
        entry.mayContactAt = rules::contactAgainFrom(againWhen, started);
    entry.briefAdvice = adviceOf(advice);
    entry.nextAt = next == "none" ? std::nullopt : nextAt;
    entry.interpreter = interpreter;
    entry.ownWish = ownWish;
    entry.text = text;
    return entry;
}

base::json::Object toJson(const AttemptForm &form)
{
    base::json::Object fields{{"step", form.step},
                              {"started", base::toMs(form.started)},
                              {"outcome", form.outcome},
                              {"alone", form.alone},
                              {"children", form.children},
                              {"closePerson", form.closePerson},
                              {"advice", form.advice},
                              {"agreesToNext", form.agreesToNext},
                              {"againWhen", form.againWhen},
                              {"result", form.result},
                              {"mayContactAgain", form.mayContactAgain},
                              {"interpreter", form.interpreter},
                              {"next", form.next},
                              {"ownWish", form.ownWish},
                              {"text", form.text},
                              {"guideStep", form.guideStep},
                              {"textTemplate", form.textTemplate},
                              {"textMessage", form.textMessage}};
    if (form.nextAt)
        fields.append("nextAt", base::toMs(*form.nextAt));
    return fields;
}

AttemptForm readAttemptForm(const base::json::Object &fields)
{
    const base::json::Value value(fields);
    AttemptForm form;
    form.step = value.stringAt("step", "call");
    form.started = base::instantFromMs(value.integerAt("started"));
    form.outcome = value.stringAt("outcome");
    form.alone = value.stringAt("alone");
    form.children = value.stringAt("children");
    form.closePerson = value.stringAt("closePerson");
    form.advice = value.stringAt("advice");
    form.agreesToNext = value.stringAt("agreesToNext");
    form.againWhen = value.stringAt("againWhen");
    form.result = value.stringAt("result");
    form.mayContactAgain = value.stringAt("mayContactAgain");
    form.interpreter = value.stringAt("interpreter");
    form.next = value.stringAt("next");
    form.ownWish = value.stringAt("ownWish");
    form.text = value.stringAt("text");
    form.textTemplate = value.stringAt("textTemplate");
    form.textMessage = value.stringAt("textMessage");
    form.guideStep = int(value.integerAt("guideStep"));
    if (fields.contains("nextAt"))
        form.nextAt = base::instantFromMs(value.integerAt("nextAt"));
    return form;
}

} // namespace faltakt::viewmodels
