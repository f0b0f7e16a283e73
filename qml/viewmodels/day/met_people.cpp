#include "qml/viewmodels/day/met_people.h"

#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/start/recent_cases.h"

#include <algorithm>
#include <iterator>

namespace faltakt::viewmodels {

using base::Result;

bool MetForm::has(base::CaseId caseId) const { return std::ranges::find(people, caseId) != people.end(); }

base::json::Object toJson(const MetForm &form)
{
    base::json::Array people;
    for (const base::CaseId caseId : form.people)
        people.emplace_back(caseId.toString());
    base::json::Object fields{{"people", std::move(people)}, {"way", form.way}, {"text", form.text}};
    appendInstant(fields, "at", form.at);
    return fields;
}

MetForm readMetForm(const base::json::Object &fields)
{
    const base::json::Value value(fields);
    MetForm form;
    if (const std::string way = value.stringAt("way"); !way.empty())
        form.way = way;
    form.text = value.stringAt("text");
    form.at = instantIn(fields, "at");
    const base::json::Value *people = fields.find("people");
    if (!people || !people->array())
        return form;
    for (const base::json::Value &each : *people->array()) {
        const auto caseId = base::CaseId::parse(each.string() ? *each.string() : std::string());
        if (caseId && !form.has(*caseId))
            form.people.push_back(*caseId);
    }
    return form;
}

Result<std::optional<store::FormDraft>> keptMetForm(const store::CaseStore &cases)
{
    TRY(auto forms, cases.forms());
    for (store::FormDraft &form : forms)
        if (form.form == MetForm::Name)
            return std::optional(std::move(form));
    return std::optional<store::FormDraft>();
}

namespace {

rules::AttemptEntry entryOf(const MetForm &form, base::Instant begun)
{
    rules::AttemptEntry entry;
    entry.way = form.way;
    entry.outcome = "reached";
    entry.text = form.text;
    entry.at = form.at.value_or(begun);
    return entry;
}

} // namespace

Result<std::vector<base::ChangeId>> saveMet(OpenStore &store, const MetForm &form, base::Instant begun,
                                            std::optional<base::RecordId> draft)
{
    std::vector<store::Draft> drafts;
    for (const base::CaseId caseId : form.people) {
        TRY(auto each, draftsOfAttempt(store, caseId, entryOf(form, begun)));
        std::ranges::move(each, std::back_inserter(drafts));
    }
    TRY(auto changes, draft ? store.cases.saveFromForm(*draft, drafts) : store.cases.saveAll(drafts));
    // The first one that was ticked is the likeliest to be written about next.
    for (auto caseId = form.people.rbegin(); caseId != form.people.rend(); ++caseId)
        TRY_VOID(noteRecentCase(store, *caseId));
    return changes;
}

} // namespace faltakt::viewmodels
