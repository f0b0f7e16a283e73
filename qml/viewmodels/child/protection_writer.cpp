#include "qml/viewmodels/child/protection_writer.h"

#include "core/base/text.h"
#include "core/casework/record_schemas.h"
#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/people/file_person.h"
#include "qml/viewmodels/start/recent_cases.h"

#include <algorithm>
#include <set>

namespace faltakt::viewmodels {

using base::Instant;
using base::RecordId;
using base::Result;
using changelog::FieldType;
namespace json = base::json;

namespace {

using Kind = ProtectionItem::Kind;

bool isStored(const ProtectionItem &item)
{
    return item.kind == Kind::Choice || item.kind == Kind::Line || item.kind == Kind::Text || item.kind == Kind::Check;
}

/// A value as the field of the record wants it; null for an empty one.
json::Value storedValue(const ProtectionForm &form, std::string_view field, const std::string &typed)
{
    const std::string value(base::trimmed(typed));
    if (value.empty())
        return nullptr;
    const changelog::KindSchema *kind = casework::recordSchemas().kind(form.name);
    const changelog::FieldSchema *schema = kind ? kind->field(field) : nullptr;
    if (schema && schema->type == FieldType::Integer)
        return std::int64_t(std::stoll(value));
    if (schema && schema->type == FieldType::Boolean)
        return value == "yes";
    return value;
}

/// What is shown and filled in, by field; what differs from what the worker began with.
json::Object fieldsOf(const ProtectionForm &form, const ProtectionValues &values, const ProtectionValues &before)
{
    json::Object fields;
    std::set<std::string_view> seen;
    for (const ProtectionItem &item : form.items) {
        if (!isStored(item) || !isShown(item, values) || !seen.insert(item.field).second)
            continue;
        const std::string value = valueOf(values, item.field);
        if (value == valueOf(before, item.field))
            continue;
        fields.set(std::string(item.field), storedValue(form, item.field, value));
    }
    return fields;
}

/// A new worry beside one that stood there, and nothing said yet of what is to be done about it: the step that stands, and
/// its reason, were for the former one.
bool isNewWorryAlone(const ProtectionValues &values, const ProtectionValues &before)
{
    return valueOf(values, "newWorry") == "yes" && valueOf(values, "step") == valueOf(before, "step")
           && valueOf(values, "stepReason") == valueOf(before, "stepReason");
}

/// When a worry came up, and when a step was taken. The third step is taken by the report itself.
void tellTimes(const ProtectionForm &form, const ProtectionValues &values, Instant now, json::Object &fields)
{
    const bool isChild = form.name == "child";
    // Said of today alone: the day stands, the tick does not.
    if (fields.remove("considered"))
        fields.set("consideredAt", base::formatInstant(now));
    const std::string_view question = isChild ? "worry" : "answer";
    const bool isWorry = valueOf(values, question) == (isChild ? "yes" : "worry");
    const bool isNewAnswer = fields.contains(question);
    // Nor does the tick of a new worry: the moment says it.
    const bool isNewWorry = fields.remove("newWorry") && isWorry;
    if (isNewWorry || (isNewAnswer && (!isChild || isWorry)))
        fields.set(isChild ? "worryAt" : "at", base::formatInstant(now));
    const std::string step = valueOf(values, "step");
    if (step == "concernReport") {
        fields.remove("step");
        return;
    }
    const bool isNewStep = fields.contains("step") || fields.contains("stepReason") || isNewAnswer;
    if (isWorry && !step.empty() && isNewStep)
        fields.set("stepAt", base::formatInstant(now));
}

/// What an act that makes a record of its own says beside the answers.
void tellAct(const ProtectionForm &form, const ProtectionSubject &subject, const ProtectionValues &values,
             Instant begun, Instant now, json::Object &fields)
{
    fields.set("at", base::formatInstant(begun));
    appendRecord(fields, "child", subject.child);
    if (form.name != "concernReport")
        return;
    const bool isMade = valueOf(values, "way") != "notMade";
    fields.set("concern", isMade ? "made" : "notMade");
    fields.set("madeAt", base::formatInstant(now));
    if (!isMade)
        fields.remove("way");
}

bool takesStep(const ProtectionForm &form, const ProtectionValues &values)
{
    const std::string step = valueOf(values, "step");
    return form.name == "concernReport" || (form.editsRecord && !step.empty() && step != "concernReport");
}

/// A step for all, or for one child: which of the open worries it answers.
bool isAnswered(const rules::CaseFacts &facts, const rules::OpenWorry &worry, std::optional<RecordId> child)
{
    const bool isOfChild = std::ranges::find(facts.children.children, worry.record, &rules::ChildFacts::id)
                           != facts.children.children.end();
    return !child || !isOfChild || worry.record == *child;
}

/// The tasks that a step answers: those about a worry that is answered by it, and those about no record once none is left.
std::vector<rules::PlannedWrite> finishedTasks(const rules::CaseFacts &facts, std::string_view what,
                                               const std::set<RecordId> &answered, bool isAll, Instant now)
{
    std::vector<rules::PlannedWrite> writes;
    for (const rules::TaskFacts &task : facts.tasks) {
        const bool isAbout = task.record ? answered.contains(*task.record) : isAll;
        if (task.what == what && task.isOpen() && isAbout)
            writes.push_back({false, task.id, "task", {{"status", "done"}, {"doneAt", base::formatInstant(now)}}});
    }
    return writes;
}

std::vector<rules::PlannedWrite> tasksAnsweredBy(const ProtectionForm &form, const ProtectionSubject &subject,
                                                 const ProtectionValues &values, const rules::CaseFacts &facts,
                                                 Instant now)
{
    if (takesStep(form, values)) {
        std::set<RecordId> answered;
        const auto open = rules::openWorries(facts);
        for (const rules::OpenWorry &worry : open)
            if (isAnswered(facts, worry, subject.child))
                answered.insert(worry.record);
        return finishedTasks(facts, "children", answered, answered.size() == open.size(), now);
    }
    const std::string told = valueOf(values, "leaderTold");
    if (form.name == "safetyCheck" && !subject.child && (told == "leader" || told == "onCall"))
        return finishedTasks(facts, "safetyCheck", {}, true, now);
    return {};
}

Result<std::vector<changelog::RecordSet>> setsOf(const OpenStore &store, const std::vector<rules::PlannedWrite> &writes)
{
    std::map<RecordId, changelog::RecordState> states;
    for (const rules::PlannedWrite &write : writes) {
        TRY(auto state, store.cases.recordState(write.record));
        if (state)
            states.insert_or_assign(write.record, std::move(*state));
    }
    return rules::makeSets(writes, [&](RecordId record) -> const changelog::RecordState * {
        const auto found = states.find(record);
        return found == states.end() ? nullptr : &found->second;
    });
}

/// The record that a form changes: the child, or the family's latest answer.
Result<std::optional<store::RecordView>> editedRecord(const OpenStore &store, const ProtectionForm &form,
                                                      const ProtectionSubject &subject)
{
    if (!form.editsRecord)
        return std::optional<store::RecordView>();
    TRY(auto records, store.cases.recordsOfKind(subject.caseId, form.name));
    if (form.name == "children")
        return records.empty() ? std::nullopt : std::optional(std::move(records.back()));
    const auto found = std::ranges::find_if(
        records, [&](const store::RecordView &record) { return subject.child && record.id == *subject.child; });
    return found == records.end() ? std::nullopt : std::optional(std::move(*found));
}

json::Object kept(const ProtectionValues &values)
{
    json::Object fields;
    for (const auto &[field, value] : values)
        fields.append(field, value);
    return fields;
}

ProtectionValues keptIn(const json::Object &draft, std::string_view name)
{
    ProtectionValues values;
    const json::Value *fields = draft.find(name);
    if (fields && fields->object())
        for (const auto &[field, value] : *fields->object())
            if (value.string())
                values.emplace(field, *value.string());
    return values;
}

} // namespace

Result<ProtectionHeader> readActHeader(OpenStore &store, const ProtectionForm &form, const ProtectionSubject &subject,
                                       base::Language language)
{
    ProtectionHeader header;
    TRY(auto card, namedCardOf(store.cases, subject.caseId));
    if (!card)
        return base::fail(base::ErrorCode::NotFound, "case");
    header.card = std::move(card->card);
    if (subject.child) {
        TRY(header.child, store.cases.record(*subject.child));
    }
    TRY(header.record, editedRecord(store, form, subject));
    if (header.record) {
        TRY(header.base, readEditBase(store.cases, header.record->id));
    }
    std::set<std::string> codes;
    for (const ProtectionItem &item : form.items)
        if (item.kind == Kind::Numbers)
            for (const std::string &code : base::split(item.field, ' '))
                if (codes.insert(code).second)
                    header.numbers.push_back(ringNumber(code, store.profile, language));
    TRY_VOID(noteRecentCase(store, subject.caseId));
    return header;
}

Result<ProtectionStart> readActStart(OpenStore &store, const ProtectionForm &form, const ProtectionSubject &subject)
{
    ProtectionStart start;
    start.newForm = store.ids.makeId<RecordId>();
    TRY(auto forms, store.cases.forms());
    const auto found = std::ranges::find_if(forms, [&](const store::FormDraft &each) {
        return each.form == form.name && each.caseId == subject.caseId
               && protectionChildIn(each.fields) == subject.child;
    });
    if (found != forms.end())
        start.draft = std::move(*found);
    return start;
}

json::Object protectionDraftFields(const ProtectionSubject &subject, const ProtectionValues &values,
                                   const std::optional<ProtectionEdit> &edit)
{
    json::Object fields{{"values", kept(values)}};
    appendRecord(fields, "child", subject.child);
    if (edit) {
        fields.append(std::string(EditBaseField), toJson(edit->base));
        fields.append("begun", kept(edit->begun));
    }
    return fields;
}

ProtectionValues protectionValuesIn(const json::Object &draft) { return keptIn(draft, "values"); }

std::optional<ProtectionEdit> protectionEditIn(const json::Object &draft)
{
    auto base = editBaseIn(draft);
    return base ? std::optional(ProtectionEdit{std::move(*base), keptIn(draft, "begun")}) : std::nullopt;
}

std::optional<RecordId> protectionChildIn(const json::Object &draft) { return recordIn(draft, "child"); }

ProtectionValues protectionValuesOf(const ProtectionForm &form, const store::RecordView &record)
{
    ProtectionValues values;
    for (const ProtectionItem &item : form.items) {
        const json::Value *value = isStored(item) ? record.fields.find(item.field) : nullptr;
        if (!value || value->isNull())
            continue;
        if (value->string())
            values[std::string(item.field)] = *value->string();
        else if (value->boolean())
            values[std::string(item.field)] = *value->boolean() ? "yes" : "";
        else if (const std::int64_t number = record.integer(item.field); number != 0)
            values[std::string(item.field)] = std::to_string(number);
    }
    // Not a field: by it the form asks whether something new has come up.
    if (form.name == "child" && valueOf(values, "worry") == "yes")
        values["hadWorry"] = "yes";
    return values;
}

Result<ProtectionSaved> saveAct(OpenStore &store, const ProtectionForm &form, const ProtectionSubject &subject,
                                const ProtectionValues &values, const std::optional<ProtectionEdit> &edit,
                                Instant begun, std::optional<RecordId> draft)
{
    const Instant now = store.clock.now();
    ProtectionSaved saved;
    json::Object fields = fieldsOf(form, values, edit ? edit->begun : ProtectionValues());
    if (form.editsRecord)
        tellTimes(form, values, now, fields);
    else
        tellAct(form, subject, values, begun, now, fields);
    store::Draft change;
    change.caseId = subject.caseId;
    saved.record = edit ? edit->base.record : store.ids.makeId<RecordId>();
    if (edit && !fields.empty())
        change = editOn(edit->base, std::move(fields));
    else if (!edit)
        change.sets.push_back(changelog::makeCreation(saved.record, std::string(form.name), std::move(fields)));
    TRY(const rules::CaseFacts facts, factsOfCase(store, subject.caseId));
    if (!edit || !isNewWorryAlone(values, edit->begun)) {
        TRY(auto tasks, setsOf(store, tasksAnsweredBy(form, subject, values, facts, now)));
        std::ranges::move(tasks, std::back_inserter(change.sets));
    }
    if (change.sets.empty()) {
        if (draft)
            TRY_VOID(store.cases.dropForm(*draft));
        return saved;
    }
    TRY(saved.changes, saveAndTakeForm(store, change, draft));
    endReports(store, subject.caseId, saved.changes);
    return saved;
}

Result<ProtectionUndone> undoAct(OpenStore &store, const ProtectionForm &form, const ProtectionSubject &subject,
                                 const ProtectionValues &values, std::optional<ProtectionEdit> edit,
                                 const std::vector<base::ChangeId> &changes)
{
    TRY_VOID(store.cases.undo(changes));
    // Otherwise the next save would stand beside the taking back, as a second version.
    if (edit) {
        TRY(edit->base, readEditBase(store.cases, edit->base.record));
    }
    store::FormDraft draft;
    draft.id = store.ids.makeId<RecordId>();
    draft.form = std::string(form.name);
    draft.caseId = subject.caseId;
    draft.fields = protectionDraftFields(subject, values, edit);
    TRY_VOID(store.cases.keepForm(draft));
    return ProtectionUndone{draft.id, std::move(edit)};
}

} // namespace faltakt::viewmodels
