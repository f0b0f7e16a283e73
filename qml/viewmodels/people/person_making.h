#pragma once

#include "qml/viewmodels/workspace/open_store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The making of a person's file. In the store thread.
namespace faltakt::viewmodels {

/// Name of the form among the app's forms.
inline constexpr std::string_view NewPersonForm = "newPerson";

/// What was typed before, or an id for what will be.
[[nodiscard]] base::Result<store::FormDraft> openNewPersonForm(OpenStore &store);
/// People who bear the number, else those who bear one of the names.
[[nodiscard]] base::Result<std::vector<store::CaseRow>> findSimilar(OpenStore &store, const std::string &number,
                                                                    const std::string &names);
/// Whether somebody on this device, whose number may be looked up, bears exactly this one.
[[nodiscard]] base::Result<bool> isNumberHere(OpenStore &store, const std::string &number);
/// The telephone number as a way to reach that person, begun and not saved: her file opens with it. False where another one
/// was begun there before.
[[nodiscard]] base::Result<bool> offerNumber(OpenStore &store, base::CaseId caseId, const std::string &phone);

struct NewPerson {
    base::json::Object fields;
    std::string phone;
    std::optional<base::RecordId> form; ///< Taken away in the same transaction, so that nobody is made twice.
    std::string askedLater = {};        ///< The number after which the server could not be asked; empty: it was.
};
[[nodiscard]] base::Result<base::CaseId> createPerson(OpenStore &store, const NewPerson &person);

} // namespace faltakt::viewmodels
