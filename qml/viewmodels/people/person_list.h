#pragma once

#include "qml/viewmodels/form/edit_base.h"

#include <optional>
#include <string>
#include <vector>

// Fields of a person's card that are lists of elements with ids. In the store thread, but for listOf().
namespace faltakt::viewmodels {

/// Such a list as it was read, and what it was read from.
struct PersonList {
    EditBase base;
    std::string field;
    base::json::Object elements = {};
};
[[nodiscard]] PersonList listOf(const store::RecordView &person, const EditBase &base, const std::string &field);

/// One element into the list as it stands now, so that what others have added meanwhile stays; without a value it is taken out.
/// Where others have changed this very element, the worker has not seen it: hers goes on the list that she saw, and the two
/// stand beside each other. An empty id makes a new element.
[[nodiscard]] base::Result<std::vector<base::ChangeId>> writeElement(OpenStore &store, const PersonList &opened,
                                                                     const std::string &id,
                                                                     const std::optional<base::json::Object> &element);

} // namespace faltakt::viewmodels
