#pragma once

#include "qml/viewmodels/conflict/conflict_reading.h"

namespace faltakt::viewmodels {

/// Both values as one: the elements of both lists, both texts one after the other. An element that both changed stays in
/// both forms, the second under an id of its own. Empty for a field that holds one value only.
[[nodiscard]] std::optional<base::json::Value> bothTogether(const std::vector<VersionContent> &versions,
                                                            FieldNature nature, base::UuidMaker &ids);

/// A choice that can be taken back.
struct TakenChoice {
    base::ChangeId change;
    std::vector<base::json::Value> values; ///< What stood against each other before.
};

/// Puts the values back side by side, as a choice for whoever looks next: changes that each have seen the choice and not
/// each other. Refused where something was written on top of the choice.
[[nodiscard]] base::Result<void> takeBack(OpenStore &store, base::RecordId record, const std::string &field,
                                          const TakenChoice &choice);

} // namespace faltakt::viewmodels
