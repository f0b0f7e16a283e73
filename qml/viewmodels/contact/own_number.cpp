#include "qml/viewmodels/contact/own_number.h"

#include <array>

namespace faltakt::viewmodels {

namespace {

/// There is one in a store.
const base::RecordId NumberId{base::Uuid(std::array<std::uint8_t, 16>{'o', 'w', 'n', 'n', 'u', 'm', 'b', 'e', 'r'})};

} // namespace

base::Result<std::string> readOwnNumber(const OpenStore &store)
{
    TRY(const auto form, store.cases.form(NumberId));
    return form ? base::json::Value(form->fields).stringAt("number") : std::string();
}

base::Result<void> keepOwnNumber(OpenStore &store, const std::string &number)
{
    store::FormDraft form;
    form.id = NumberId;
    form.form = "ownNumber";
    form.fields = {{"number", number}};
    return store.cases.keepForm(form);
}

} // namespace faltakt::viewmodels
