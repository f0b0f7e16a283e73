#include "qml/viewmodels/form/form_saving.h"

namespace faltakt::viewmodels {

using base::Result;

void appendInstant(base::json::Object &fields, std::string_view name, std::optional<base::Instant> at)
{
    if (at)
        fields.append(std::string(name), base::toMs(*at));
}

std::optional<base::Instant> instantIn(const base::json::Object &fields, std::string_view name)
{
    if (!fields.contains(name))
        return std::nullopt;
    return base::instantFromMs(base::json::Value(fields).integerAt(name));
}

void appendRecord(base::json::Object &fields, std::string_view name, std::optional<base::RecordId> record)
{
    if (record)
        fields.append(std::string(name), record->toString());
}

std::optional<base::RecordId> recordIn(const base::json::Object &fields, std::string_view name)
{
    const auto record = base::RecordId::parse(base::json::Value(fields).stringAt(name));
    return record ? std::optional(*record) : std::nullopt;
}

Result<std::vector<base::ChangeId>> saveAndTakeForm(OpenStore &store, const store::Draft &draft,
                                                    std::optional<base::RecordId> form)
{
    return form ? store.cases.saveFromForm(*form, {draft}) : store.cases.save(draft);
}

Result<base::RecordId> undoToForm(OpenStore &store, const std::vector<base::ChangeId> &changes, store::FormDraft form)
{
    if (!changes.empty())
        TRY_VOID(store.cases.undo(changes));
    form.id = store.ids.makeId<base::RecordId>();
    TRY_VOID(store.cases.keepForm(form));
    return form.id;
}

} // namespace faltakt::viewmodels
