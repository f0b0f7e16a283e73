#pragma once

#include "qml/viewmodels/workspace/open_store.h"

#include <optional>
#include <vector>

namespace faltakt::viewmodels {

// What the forms of a note and of a contact write and read alike.

void appendInstant(base::json::Object &fields, std::string_view name, std::optional<base::Instant> at);
[[nodiscard]] std::optional<base::Instant> instantIn(const base::json::Object &fields, std::string_view name);
void appendRecord(base::json::Object &fields, std::string_view name, std::optional<base::RecordId> record);
[[nodiscard]] std::optional<base::RecordId> recordIn(const base::json::Object &fields, std::string_view name);

/// Saves, and takes the form away where one is named, in one transaction. Store thread.
[[nodiscard]] base::Result<std::vector<base::ChangeId>> saveAndTakeForm(OpenStore &store, const store::Draft &draft,
                                                                        std::optional<base::RecordId> form);
/// Undoes what was saved and keeps the form again, under an id of its own. Store thread.
[[nodiscard]] base::Result<base::RecordId> undoToForm(OpenStore &store, const std::vector<base::ChangeId> &changes,
                                                      store::FormDraft form);

} // namespace faltakt::viewmodels
