#include "qml/viewmodels/contact/attempt_form.h"

namespace faltakt::viewmodels {

bool AttemptForm::isUntouched() const
{
    return step == "call" && outcome.empty() && result.empty() && alone.empty() && children.empty() && ownWish.empty()
           && text.empty();
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
    entry.mayContactAgain = mayContactAgain;
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
                              {"result", form.result},
                              {"mayContactAgain", form.mayContactAgain},
                              {"interpreter", form.interpreter},
                              {"next", form.next},
                              {"ownWish", form.ownWish},
                              {"text", form.text},
                              {"guideStep", form.guideStep}};
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
    form.result = value.stringAt("result");
    form.mayContactAgain = value.stringAt("mayContactAgain");
    form.interpreter = value.stringAt("interpreter");
    form.next = value.stringAt("next");
    form.ownWish = value.stringAt("ownWish");
    form.text = value.stringAt("text");
    form.guideStep = int(value.integerAt("guideStep"));
    if (fields.contains("nextAt"))
        form.nextAt = base::instantFromMs(value.integerAt("nextAt"));
    return form;
}

} // namespace faltakt::viewmodels
