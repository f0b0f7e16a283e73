#include "qml/viewmodels/interview/note_draft.h"

namespace faltakt::viewmodels {

using base::Result;
namespace json = base::json;

Result<std::optional<NoteDraft>> findNoteDraft(const store::CaseStore &cases, base::RecordId assessment)
{
    TRY(const auto forms, cases.forms());
    for (const store::FormDraft &form : forms) {
        const json::Value fields(form.fields);
        if (form.form == NoteForm && fields.stringAt("record") == assessment.toString())
            return std::optional(NoteDraft{form.id, fields.stringAt("item"), fields.stringAt("text")});
    }
    return std::optional<NoteDraft>();
}

Result<void> keepNoteDraft(store::CaseStore &cases, const InterviewPlace &place, const NoteDraft &draft)
{
    const std::string record = place.record ? place.record->toString() : std::string();
    return cases.keepForm({.id = draft.form,
                           .form = std::string(NoteForm),
                           .caseId = place.caseId,
                           .fields = {{"record", record}, {"item", draft.item}, {"text", draft.text}}});
}

} // namespace faltakt::viewmodels
