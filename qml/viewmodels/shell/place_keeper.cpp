#include "qml/viewmodels/shell/place_keeper.h"

namespace faltakt::viewmodels {

using base::Result;

namespace {

/// One for each store, always the same, so that a new one takes the stead of the old.
constexpr std::string_view FormId = "00000000-0000-7000-8000-706c61636500";

Result<Whereabouts> readFrom(OpenStore &store)
{
    TRY(const base::RecordId id, base::RecordId::parse(FormId));
    TRY(const auto form, store.cases.form(id));
    return form ? whereaboutsFrom(form->fields) : Whereabouts();
}

} // namespace

void PlaceKeeper::keep(const Whereabouts &whereabouts)
{
    if (m_services.workspace.state() != Workspace::State::Open)
        return;
    auto work = [fields = toJson(whereabouts)](OpenStore &store) -> Result<void> {
        TRY(const base::RecordId id, base::RecordId::parse(FormId));
        return store.cases.keepForm({id, FormName, std::nullopt, fields});
    };
    // A place that could not be kept costs the worker one tap after a crash; nobody needs to be told.
    m_services.workspace.keep<void>(this, std::move(work), [](const Result<void> &) {});
}

void PlaceKeeper::read(std::function<void(const Whereabouts &)> done)
{
    m_services.workspace.keep<Whereabouts>(this, readFrom, [done = std::move(done)](const Result<Whereabouts> &kept) {
        done(kept.value_or(Whereabouts()));
    });
}

} // namespace faltakt::viewmodels
