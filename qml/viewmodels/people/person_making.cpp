#include "qml/viewmodels/people/person_making.h"

#include "core/casework/case_projector.h"
#include "core/casework/identity_number.h"
#include "core/changelog/record_state.h"
#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/people/contact_way_view_model.h"
#include "qml/viewmodels/workspace/known_check.h"

#include <algorithm>

namespace faltakt::viewmodels {

namespace json = base::json;
using base::Result;

namespace {

constexpr int MostSimilar = 5;

json::Object caseFields(OpenStore &store)
{
    return {{"stage", "intake"},
            {"openedAt", base::formatInstant(store.clock.now())},
            {"profile", store.field.registration().profile},
            {"responsible", store.cases.owner().worker.toString()}};
}

} // namespace

Result<store::FormDraft> openNewPersonForm(OpenStore &store)
{
    TRY(auto forms, store.cases.forms());
    for (store::FormDraft &form : forms)
        if (form.form == NewPersonForm)
            return std::move(form);
    store::FormDraft fresh;
    fresh.id = store.ids.makeId<base::RecordId>();
    return fresh;
}

Result<std::vector<store::CaseRow>> findSimilar(OpenStore &store, const std::string &number, const std::string &names)
{
    if (!number.empty()) {
        TRY(auto byNumber, store.cases.search(number, MostSimilar));
        if (!byNumber.empty())
            return byNumber;
    }
    if (names.empty())
        return std::vector<store::CaseRow>();
    TRY(auto byName, store.cases.search(names, MostSimilar));
    std::erase_if(byName, [](const store::CaseRow &row) { return row.card.stage == casework::TeamStage; });
    return byName;
}

Result<bool> isNumberHere(OpenStore &store, const std::string &number)
{
    TRY(const auto found, store.cases.search(number, 1));
    return !found.empty();
}

Result<bool> offerNumber(OpenStore &store, base::CaseId caseId, const std::string &phone)
{
    TRY(const auto forms, store.cases.forms());
    store::FormDraft number;
    number.form = ContactWayViewModel::FormName;
    number.caseId = caseId;
    for (const store::FormDraft &form : forms)
        if (form.form == number.form && form.caseId == caseId)
            return false;
    casework::ContactWay way;
    way.kind = "phone";
    way.value = phone;
    number.id = store.ids.makeId<base::RecordId>();
    number.fields = {{"id", ""}, {"way", casework::toJson(way)}};
    TRY_VOID(store.cases.keepForm(number));
    return true;
}

Result<base::CaseId> createPerson(OpenStore &store, const NewPerson &person)
{
    const auto caseId = store.ids.makeId<base::CaseId>();
    json::Object fields = person.fields;
    if (!person.phone.empty())
        fields.set("contactWays", json::Object{{store.ids.make().toString(),
                                                json::Object{{"kind", "phone"}, {"value", person.phone}}}});
    if (json::Value(fields).stringAt("identityKind") == "temporary" && !fields.contains("identityNumber"))
        fields.set("identityNumber", casework::makeTemporaryIdentity(store.random));
    // Before the person: a kill in between leaves a question about nobody, which goes by itself.
    if (!person.askedLater.empty())
        TRY_VOID(store.cases.keepForm(makeKnownCheck(store.ids.makeId<base::RecordId>(), caseId, person.askedLater)));
    const store::Draft draft{caseId,
                             {changelog::makeCreation(store.ids.makeId<base::RecordId>(), "person", std::move(fields)),
                              changelog::makeCreation(store.ids.makeId<base::RecordId>(), "case", caseFields(store))},
                             {}};
    TRY_VOID(saveAndTakeForm(store, draft, person.form));
    return caseId;
}

} // namespace faltakt::viewmodels
