#include "qml/viewmodels/contact/contact_form.h"

#include "qml/viewmodels/contact/attempt_form.h"
#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/start/recent_cases.h"

#include <array>

namespace faltakt::viewmodels {

using base::Result;

namespace {

/// Kept as they are typed, and written as they are: what no rule looks at.
struct PlainField {
    const char *name;
    std::string ContactForm::*field;
    bool (ContactForm::*isAsked)() const = nullptr; ///< Written only where it is; null: always.
};
constexpr std::array PlainFields{PlainField{"representativeView", &ContactForm::representativeView},
                                 PlainField{"judgement", &ContactForm::judgement},
                                 PlainField{"agreedHow", &ContactForm::agreedHow, &ContactForm::isVisit},
                                 PlainField{"whoPresent", &ContactForm::whoPresent, &ContactForm::isVisit},
                                 PlainField{"othersAgreed", &ContactForm::othersAgreed, &ContactForm::isVisit},
                                 PlainField{"letIn", &ContactForm::letIn, &ContactForm::isVisit},
                                 PlainField{"place", &ContactForm::place, &ContactForm::hasPlace},
                                 PlainField{"through", &ContactForm::through, &ContactForm::goesThrough},
                                 PlainField{"personAgreed", &ContactForm::personAgreed, &ContactForm::isWithOther},
                                 PlainField{"interpretedBy", &ContactForm::interpretedBy}};

/// What stands in them; of another sort of contact only where it was one.
base::json::Object plainFieldsOf(const ContactForm &form)
{
    base::json::Object fields;
    for (const PlainField &each : PlainFields)
        if (!(form.*each.field).empty() && (!each.isAsked || (form.*each.isAsked)()))
            fields.append(each.name, form.*each.field);
    return fields;
}

} // namespace

base::json::Object toJson(const ContactForm &form)
{
    base::json::Object fields{{"way", form.way},           {"outcome", form.outcome}, {"result", form.result},
                              {"children", form.children}, {"text", form.text},       {"ownWish", form.ownWish}};
    for (const PlainField &each : PlainFields)
        fields.append(each.name, form.*each.field);
    appendInstant(fields, "at", form.at);
    appendRecord(fields, "unfinished", form.unfinished);
    return fields;
}

ContactForm readContactForm(const base::json::Object &fields)
{
    const base::json::Value value(fields);
    ContactForm form;
    form.way = value.stringAt("way");
    form.outcome = value.stringAt("outcome");
    form.result = value.stringAt("result");
    form.children = value.stringAt("children");
    form.text = value.stringAt("text");
    form.ownWish = value.stringAt("ownWish");
    for (const PlainField &each : PlainFields)
        form.*each.field = value.stringAt(each.name);
    form.at = instantIn(fields, "at");
    form.unfinished = recordIn(fields, "unfinished");
    return form;
}

ContactForm contactFormOf(const store::FormDraft &draft)
{
    ContactForm form = readContactForm(draft.fields);
    if (draft.form != AttemptForm::Name)
        return form;
    const AttemptForm attempt = readAttemptForm(draft.fields);
    form.way = "call";
    if (attempt.started != base::Instant())
        form.at = attempt.started;
    return form;
}

ContactForm contactFormOf(const store::RecordView &record)
{
    ContactForm form;
    form.way = record.text("way");
    form.outcome = record.text("outcome");
    form.result = record.text("result");
    form.children = record.text("children");
    form.text = record.text("text");
    form.ownWish = record.text("ownWish");
    for (const PlainField &each : PlainFields)
        form.*each.field = record.text(each.name);
    form.at = record.instant("at");
    form.unfinished = record.id;
    return form;
}

namespace {

rules::AttemptEntry entryOf(const ContactForm &form, base::Instant begun)
{
    rules::AttemptEntry entry;
    entry.way = form.way;
    entry.outcome = form.outcome;
    entry.result = form.result;
    entry.children = form.children;
    entry.text = form.text;
    entry.ownWish = form.ownWish;
    entry.more = plainFieldsOf(form);
    entry.at = form.at.value_or(begun);
    return entry;
}

/// A contact that was only sent, or that a record already stands for: its fields, with nothing that follows.
std::vector<rules::PlannedWrite> plainWrites(OpenStore &store, const ContactForm &form, base::Instant begun)
{
    base::json::Object fields{{"way", form.way}, {"at", base::formatInstant(form.at.value_or(begun))}};
    for (const auto &[name, value] :
         {std::pair("outcome", form.outcome), std::pair("result", form.result), std::pair("children", form.children),
          std::pair("text", form.text), std::pair("ownWish", form.ownWish)})
        if (!value.empty())
            fields.append(name, value);
    for (const auto &[name, value] : plainFieldsOf(form))
        fields.append(name, value);
    const base::RecordId record = form.unfinished ? *form.unfinished : store.ids.makeId<base::RecordId>();
    return {{!form.unfinished.has_value(), record, "contact", std::move(fields)}};
}

} // namespace

Result<AttemptSaved> saveContact(OpenStore &store, base::CaseId caseId, const ContactForm &form, base::Instant begun,
                                 std::optional<base::RecordId> draft)
{
    TRY_VOID(noteRecentCase(store, caseId));
    if (!form.outcome.empty() && !form.unfinished)
        return saveAttempt(store, caseId, entryOf(form, begun), Booking::AsChosen, draft);
    const auto writes = plainWrites(store, form, begun);
    AttemptSaved saved;
    saved.contact = writes.front().record;
    TRY(saved.changes, saveWrites(store, caseId, writes, draft));
    return saved;
}

Result<std::vector<base::ChangeId>> bookContact(OpenStore &store, base::CaseId caseId, base::Instant at)
{
    const base::json::Object fields{{"what", "nextContact"},
                                    {"due", base::formatInstant(at)},
                                    {"basis", "agreed"},
                                    {"assignedTo", store.cases.owner().worker.toString()},
                                    {"status", "open"}};
    return saveWrites(store, caseId, {{true, store.ids.makeId<base::RecordId>(), "task", fields}});
}

} // namespace faltakt::viewmodels
