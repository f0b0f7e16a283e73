#include "qml/viewmodels/day/contact_card_choice.h"

#include <array>

namespace faltakt::viewmodels {

namespace {

/// There is one in a store.
const base::RecordId ChoiceId{
    base::Uuid(std::array<std::uint8_t, 16>{'c', 'o', 'n', 't', 'a', 'c', 't', 'c', 'a', 'r', 'd'})};

} // namespace

base::Result<ContactCardChoice> readContactCardChoice(const OpenStore &store)
{
    TRY(const auto form, store.cases.form(ChoiceId));
    if (!form)
        return ContactCardChoice();
    const base::json::Value fields(form->fields);
    return ContactCardChoice{fields.stringAt("contact"), fields.boolAt("namesWorker")};
}

base::Result<void> keepContactCardChoice(OpenStore &store, const ContactCardChoice &choice)
{
    store::FormDraft form;
    form.id = ChoiceId;
    form.form = "contactCard";
    form.fields = {{"contact", choice.contact}, {"namesWorker", choice.namesWorker}};
    return store.cases.keepForm(form);
}

} // namespace faltakt::viewmodels
