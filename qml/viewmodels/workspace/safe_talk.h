#pragma once

#include "core/base/language.h"
#include "core/changelog/change.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <QString>

namespace faltakt::viewmodels {

/// Whether what somebody wrote belongs to a talk about safety: then it is said nowhere but behind its own entry. What cannot
/// be told is hidden as if it did, and not called one.
enum class SafeTalk : std::uint8_t { No, Yes, Unknown };

/// By the instrument that the set names, or the record in the store where the set changes one. Store thread.
[[nodiscard]] base::Result<SafeTalk> safeTalkOf(OpenStore &store, const changelog::RecordSet &set);
/// The same of a record as it stands.
[[nodiscard]] base::Result<SafeTalk> safeTalkOf(OpenStore &store, base::RecordId record);

/// What is said in the place of a field's name: "Trygghetssamtal", or the kind alone; empty where nothing is hidden.
[[nodiscard]] QString discreetName(SafeTalk talk, base::Language language);

} // namespace faltakt::viewmodels
