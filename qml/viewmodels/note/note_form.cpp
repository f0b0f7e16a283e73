#include "qml/viewmodels/note/note_form.h"

#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/start/recent_cases.h"

namespace faltakt::viewmodels {

base::json::Object toJson(const NoteForm &form)
{
    base::json::Object fields{{"text", form.text},
                              {"judgement", form.judgement},
                              {"isDisputed", form.isDisputed},
                              {"disputed", form.disputed}};
    appendInstant(fields, "at", form.at);
    appendRecord(fields, "addendumTo", form.addendumTo);
    if (!form.toldBy.empty()) {
        fields.append("toldBy", form.toldBy);
        fields.append("toldByName", form.toldByName);
    }
    return fields;
}

NoteForm readNoteForm(const base::json::Object &fields)
{
    const base::json::Value value(fields);
    NoteForm form;
    form.text = value.stringAt("text");
    form.judgement = value.stringAt("judgement");
    form.isDisputed = value.boolAt("isDisputed");
    form.disputed = value.stringAt("disputed");
    form.at = instantIn(fields, "at");
    form.toldBy = value.stringAt("toldBy");
    form.toldByName = value.stringAt("toldByName");
    form.addendumTo = recordIn(fields, "addendumTo");
    return form;
}

base::Result<NoteSaved> saveNote(OpenStore &store, base::CaseId caseId, const NoteForm &form, base::Instant begun,
                                 std::optional<base::RecordId> draft)
{
    NoteSaved saved;
    saved.note = store.ids.makeId<base::RecordId>();
    const std::string at = base::formatInstant(form.at.value_or(begun));
    base::json::Object fields{{"text", form.text}, {"at", at}};
    if (!form.judgement.empty())
        fields.append("judgement", form.judgement);
    if (form.isDisputed && !form.disputed.empty())
        fields.append("disputed", form.disputed);
    appendRecord(fields, "addendumTo", form.addendumTo);
    if (!form.toldBy.empty())
        fields.append("toldBy", form.toldBy);
    if (!form.toldByName.empty())
        fields.append("toldByName", form.toldByName);
    store::Draft change;
    change.caseId = caseId;
    change.event = at;
    change.sets.push_back(changelog::makeCreation(saved.note, "note", std::move(fields)));
    TRY(saved.changes, saveAndTakeForm(store, change, draft));
    TRY_VOID(noteRecentCase(store, caseId));
    return saved;
}

} // namespace faltakt::viewmodels
