#include "qml/viewmodels/interview/note_draft.h"

namespace faltakt::viewmodels {

using base::Result;
namespace json = base::json;

namespace {

NoteDraft readNoteDraft(const store::FormDraft &form)
{
    const json::Value fields(form.fields);
    NoteDraft draft{form.id, fields.stringAt("item"), fields.stringAt("text")};
    const json::Value *seen = form.fields.find("seen");
    if (!seen || !seen->array())
        return draft;
    for (const json::Value &name : *seen->array())
        if (const auto change = base::ChangeId::parse(name.string() ? *name.string() : std::string()))
            draft.seen.push_back(*change);
    return draft;
}

} // namespace

Result<std::optional<NoteDraft>> findNoteDraft(const store::CaseStore &cases, base::RecordId assessment)
{
    TRY(const auto forms, cases.forms());
    for (const store::FormDraft &form : forms) {
        const json::Value fields(form.fields);
        if (form.form == NoteForm && fields.stringAt("record") == assessment.toString())
            return std::optional(readNoteDraft(form));
    }
    return std::optional<NoteDraft>();
}

json::Object toJson(const NoteDraft &draft, const InterviewPlace &place)
{
    const std::string record = place.record ? place.record->toString() : std::string();
    json::Array seen;
    for (const base::ChangeId change : draft.seen)
        seen.emplace_back(change.toString());
    return {{"record", record}, {"item", draft.item}, {"text", draft.text}, {"seen", std::move(seen)}};
}

} // namespace faltakt::viewmodels
