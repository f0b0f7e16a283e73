#pragma once

#include "core/store/projection.h"

#include <QString>

namespace faltakt::viewmodels {

/// What a person is called on screen: "Johan E.", or "Ärende 1042" while names are hidden; "Skyddad person" and nothing
/// else with protected identity.
[[nodiscard]] QString personName(const store::CardEntry &card, bool namesHidden);
/// The same with the age on that day where it may be told: "Johan E., 34 år".
[[nodiscard]] QString personNameAndAge(const store::CardEntry &card, bool namesHidden, base::Date today);
/// What stands in the stead of a field that tells who it is while names are hidden; the same for a number to ring.
[[nodiscard]] QString hiddenFieldText();
/// What stands in the stead of this field's value on a page that reads out records; empty where the value itself may.
[[nodiscard]] QString insteadOfField(std::string_view kind, std::string_view field, bool isProtected, bool namesHidden);
[[nodiscard]] QString hiddenNumberText();
/// ". Ärende 1042" behind what comes from another file than the one that lies open; empty without a number.
[[nodiscard]] QString originText(const store::CardEntry &card);
/// "Ärende 1042"; empty without a number.
[[nodiscard]] QString caseNumberText(const store::CardEntry &card);

} // namespace faltakt::viewmodels
