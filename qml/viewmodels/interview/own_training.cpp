#include "qml/viewmodels/interview/own_training.h"

#include "core/casework/swedish_time.h"

namespace faltakt::viewmodels {

using base::Result;

namespace {

/// One for each store, always the same, so that a new one takes the stead of the old.
constexpr std::string_view FormId = "00000000-0000-7000-8000-747261696e00";
constexpr std::string_view FormName = "training";

} // namespace

Result<OwnTraining> readOwnTraining(const store::CaseStore &cases)
{
    TRY(const base::RecordId id, base::RecordId::parse(FormId));
    TRY(const auto form, cases.form(id));
    OwnTraining own;
    if (!form)
        return own;
    for (const auto &[training, day] : form->fields)
        if (const std::string *text = day.string())
            if (const auto date = base::parseDate(*text))
                own.emplace(training, *date);
    return own;
}

Result<OwnTraining> keepOwnTraining(OpenStore &store, const std::string &training, Trained trained)
{
    TRY(auto own, readOwnTraining(store.cases));
    if (trained == Trained::Yes)
        own.insert_or_assign(training, casework::swedishDate(store.clock.now()));
    else
        own.erase(training);
    base::json::Object fields;
    for (const auto &[name, day] : own)
        fields.set(name, base::formatDate(day));
    TRY(const base::RecordId id, base::RecordId::parse(FormId));
    TRY_VOID(store.cases.keepForm({id, std::string(FormName), std::nullopt, std::move(fields)}));
    return own;
}

} // namespace faltakt::viewmodels
