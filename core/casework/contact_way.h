#pragma once

#include "core/base/language.h"
#include "core/store/projection.h"

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::casework {

/// One agreed way to a person: an element of the field `contactWays`. A value.
struct ContactWay {
    std::string id;      ///< Of the element in the list.
    std::string kind;    ///< phone, sms, address, place, through, email; a newer version may bring more
    std::string value;   ///< The number, address or place itself.
    std::string hours;   ///< In free words, such as "17-19" or "efter 16".
    std::string through; ///< The activity or person by whom it goes.
    std::string comment;
    bool neverVoicemail = false;
    bool shared = false; ///< Others read or answer it too.

    /// A number that can be rung.
    [[nodiscard]] bool isPhone() const { return kind == "phone" && !value.empty(); }
    [[nodiscard]] bool isNumber() const { return (kind == "phone" || kind == "sms") && !value.empty(); }
    [[nodiscard]] bool isPlace() const { return kind == "place" && !value.empty(); }
};

/// The ways on the card, in the order in which they were noted. An element without content is left out.
[[nodiscard]] std::vector<ContactWay> readContactWays(const store::RecordView &person);
/// One element, as toJson() wrote it.
[[nodiscard]] ContactWay contactWayFrom(const std::string &id, const base::json::Value &element);
/// The element as the field keeps it; what is empty or false is left out.
[[nodiscard]] base::json::Object toJson(const ContactWay &way);

/// Something to know before ringing; shown in this order.
enum class CallCaution : std::uint8_t {
    Shared,         ///< others may answer: first ask whom one is talking to
    NeverVoicemail, ///< no message is left
    Through,        ///< goes by another person or an activity
    Hours,          ///< only at the hours agreed
};

/// How a way may be used.
struct CallChoice {
    ContactWay way;
    std::vector<CallCaution> cautions;
    bool mayText = false; ///< Never to a number that others read, nor where violence is noted.
};

/// The numbers to ring, the best first: the person's own before a shared one, then those without another person in
/// between, then in the order of the card. `hasViolenceFlag` shuts off text messages. Empty without a number.
[[nodiscard]] std::vector<CallChoice> callOrder(const std::vector<ContactWay> &ways, bool hasViolenceFlag);

/// "Aldrig röstbrevlåda", "17-19": a caution in words, from the way that it stands on.
[[nodiscard]] std::string cautionText(CallCaution caution, const ContactWay &way, base::Language language);

/// A Swedish number as it is written: "070-174 06 05", "08-465 004 00". A number with another country's code, or
/// something that is no number, is given back without white space at its ends.
[[nodiscard]] std::string phoneText(std::string_view number);
/// What the phone's own app is handed: digits, with "+" in front where the country is named. Empty for no number.
[[nodiscard]] std::string dialledNumber(std::string_view number);

} // namespace faltakt::casework
