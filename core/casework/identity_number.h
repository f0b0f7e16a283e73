#pragma once

#include "core/base/instant.h"
#include "core/base/json.h"
#include "core/base/random.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::casework {

enum class IdentityKind {
    Personnummer,
    Samordningsnummer, ///< Coordination number: the day is written 60 higher (lag 2022:1697, 2 kap. 8 §).
    Temporary,         ///< Our own TEMP number, or a region's reserve number; says nothing about a birth date.
};

/// The code of a kind as it stands in the field `identityKind` and in the command line's answers.
[[nodiscard]] std::string_view identityKindName(IdentityKind kind) noexcept;

/// Why a text is no identity number. Each has its own message, and none is ever corrected on its own.
enum class IdentityFault {
    Format,   ///< No known form.
    Date,     ///< The day does not exist, lies after today, or before 1850.
    Checksum, ///< The last character does not fit the others.
};
[[nodiscard]] std::string_view identityFaultName(IdentityFault fault) noexcept;

/// What a text says as an identity number. A value.
struct IdentityNumber {
    /// Empty only where not even the kind can be told.
    std::optional<IdentityKind> kind;
    std::optional<IdentityFault> fault;
    /// Twelve digits, or the temporary number in its written form; empty where there is a fault.
    std::string normalised;
    /// The day in the number. It may differ from the birthday: a day that ran out of numbers borrowed from a near one.
    std::optional<base::Date> date;

    [[nodiscard]] bool isValid() const noexcept { return !fault; }
};

/// Reads what a person types or a file holds: YYYYMMDDNNNC and YYMMDDNNNC, with '-', '+' or nothing before the last
/// four, and white space anywhere. Two-digit years: the latest century in which the day is not after today; with '+',
/// which by FBL 18 § replaces the hyphen in the year in which the person turns 100, the latest in which that year has
/// come. Also takes TEMP numbers and the reserve numbers of Stockholm, Västra Götaland and the nation (NRID), these
/// only as temporary. The birth number 000 passes: it is used for made-up people.
[[nodiscard]] IdentityNumber readIdentityNumber(std::string_view text, base::Date today);

/// {"valid","kind","normalised","date","error"}; what is not known is null.
[[nodiscard]] base::json::Object toJson(const IdentityNumber &number);

/// Check digit of the nine digits YYMMDDNNN: weights 2,1,2…, the digits of the products summed, up to the next ten.
/// The text must hold digits only.
[[nodiscard]] char identityCheckDigit(std::string_view nineDigits) noexcept;

/// Whole years on that day. A person born on 29 February has the birthday on 1 March in other years. Negative before
/// the birth.
[[nodiscard]] int ageOn(base::Date birth, base::Date day) noexcept;

/// The sex row that the last digit of the birth number proposes: odd "m", even "f". Only a proposal for the choice of
/// a row in a questionnaire; says nothing about gender identity. Empty for temporary numbers.
[[nodiscard]] std::optional<std::string_view> proposedSex(const IdentityNumber &number) noexcept;

/// A new temporary number, TEMP-XXXXX-XXXXX: nine random characters and a check character, from an alphabet without
/// look-alikes. One wrong character, or two that changed places, never gives another valid number.
[[nodiscard]] std::string makeTemporaryIdentity(base::Random &random);

/// The forms under which a person may be looked for: twelve and ten digits, both also with the hyphen; a temporary
/// or reserve number as it is. Takes the normalised form.
[[nodiscard]] std::vector<std::string> identitySearchForms(std::string_view normalised);

} // namespace faltakt::casework
