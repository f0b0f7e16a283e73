#include "qml/viewmodels/interview/sitting_draft.h"

namespace faltakt::viewmodels {

using base::Result;
namespace json = base::json;

namespace {

SittingDraft readDraft(const store::FormDraft &form)
{
    SittingDraft draft{form.id};
    draft.item = json::Value(form.fields).stringAt("item");
    const json::Value *typed = form.fields.find("typed");
    if (typed && typed->object())
        for (const auto &[key, text] : *typed->object())
            if (text.string())
                draft.typed.emplace(key, *text.string());
    const json::Value *passed = form.fields.find("passed");
    if (passed && passed->array())
        for (const json::Value &key : *passed->array())
            if (key.string())
                draft.passed.insert(*key.string());
    return draft;
}

} // namespace

Result<std::optional<SittingDraft>> findSittingDraft(const store::CaseStore &cases, base::RecordId assessment)
{
    TRY(const auto forms, cases.forms());
    for (const store::FormDraft &form : forms)
        if (form.form == SittingForm && json::Value(form.fields).stringAt("record") == assessment.toString())
            return std::optional(readDraft(form));
    return std::optional<SittingDraft>();
}

json::Object toJson(const SittingDraft &draft, base::RecordId assessment)
{
    json::Object typed;
    for (const auto &[key, text] : draft.typed)
        typed.append(key, text);
    json::Array passed;
    for (const std::string &key : draft.passed)
        passed.emplace_back(key);
    return {{"record", assessment.toString()},
            {"item", draft.item},
            {"typed", std::move(typed)},
            {"passed", std::move(passed)}};
}

} // namespace faltakt::viewmodels
