#pragma once

#include "core/base/language.h"
#include "core/rules/profile.h"
#include "core/store/projection.h"

#include <QString>

#include <string_view>

namespace faltakt::viewmodels {

/// "Kim, 6–12 år"; "Barn utan namn" where no name was said, and "Barn" alone while names are hidden.
[[nodiscard]] QString childName(const store::RecordView &child, bool namesHidden, base::Language language);
/// "Hela tiden. Oro, inget steg än".
[[nodiscard]] QString childState(const store::RecordView &child, bool hasOpenWorry, base::Language language);

/// Somebody to ring, by the profile's code for the contact or the product's.
struct RingNumber {
    std::string code;
    QString name;
    QString when; ///< In one line: when to ring.
    QString
        number; ///< Empty where the municipality's profile states none; `when` then says so, and whom to ring instead.
};
[[nodiscard]] RingNumber ringNumber(std::string_view code, const rules::Profile &profile, base::Language language);

} // namespace faltakt::viewmodels
