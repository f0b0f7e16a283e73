#include "core/casework/contact_way.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace faltakt::casework {

namespace {

/// Area and mobile codes of three digits; 08 has two and all the others four (the national numbering plan).
constexpr std::array<std::string_view, 28> ThreeDigitCodes{
    "010", "011", "013", "016", "018", "019", "020", "021", "023", "026", "031", "033", "035", "036",
    "040", "042", "044", "046", "054", "060", "063", "070", "072", "073", "076", "077", "079", "090"};

bool isDigit(char character) { return character >= '0' && character <= '9'; }

/// A number with the country's code of Sweden becomes one with a leading nought.
std::string national(const std::string &dialled)
{
    if (dialled.starts_with("+46"))
        return "0" + dialled.substr(3);
    return dialled.starts_with("0046") ? "0" + dialled.substr(4) : dialled;
}

/// Groups for a subscriber's number of so many digits.
std::vector<std::size_t> groupsFor(std::size_t digits)
{
    switch (digits) {
    case 5: return {3, 2};
    case 6: return {2, 2, 2};
    case 7: return {3, 2, 2};
    case 8: return {3, 3, 2};
    default: return {digits};
    }
}

std::size_t codeLength(const std::string &number)
{
    if (number.starts_with("08"))
        return 2;
    const std::string_view code = std::string_view(number).substr(0, 3);
    return std::ranges::find(ThreeDigitCodes, code) != ThreeDigitCodes.end() ? 3 : 4;
}

std::vector<CallCaution> cautionsOf(const ContactWay &way)
{
    std::vector<CallCaution> cautions;
    if (way.shared)
        cautions.push_back(CallCaution::Shared);
    if (way.neverVoicemail)
        cautions.push_back(CallCaution::NeverVoicemail);
    if (!way.through.empty())
        cautions.push_back(CallCaution::Through);
    if (!way.hours.empty())
        cautions.push_back(CallCaution::Hours);
    return cautions;
}

/// The person's own number first, and a direct one before one that goes by somebody.
int rankOf(const ContactWay &way) { return (way.shared ? 2 : 0) + (way.through.empty() ? 0 : 1); }

} // namespace

ContactWay contactWayFrom(const std::string &id, const base::json::Value &element)
{
    return {.id = id,
            .kind = element.stringAt("kind"),
            .value = base::trimmed(element.stringAt("value")),
            .hours = element.stringAt("hours"),
            .through = element.stringAt("through"),
            .comment = element.stringAt("comment"),
            .neverVoicemail = element.boolAt("neverVoicemail"),
            .shared = element.boolAt("shared")};
}

std::vector<ContactWay> readContactWays(const store::RecordView &person)
{
    std::vector<ContactWay> ways;
    const auto *list = person.fields.find("contactWays");
    if (!list || !list->object())
        return ways;
    for (const auto &[id, element] : *list->object()) {
        if (!element.object())
            continue;
        ContactWay way = contactWayFrom(id, element);
        if (!way.value.empty() || !way.through.empty())
            ways.push_back(std::move(way));
    }
    return ways;
}

base::json::Object toJson(const ContactWay &way)
{
    base::json::Object element{{"kind", way.kind}};
    const auto append = [&](std::string_view name, const std::string &text) {
        if (!text.empty())
            element.append(std::string(name), text);
    };
    append("value", way.value);
    append("hours", way.hours);
    append("through", way.through);
    append("comment", way.comment);
    if (way.neverVoicemail)
        element.append("neverVoicemail", true);
    if (way.shared)
        element.append("shared", true);
    return element;
}

std::vector<CallChoice> callOrder(const std::vector<ContactWay> &ways, bool hasViolenceFlag)
{
    std::vector<CallChoice> choices;
    for (const int rank : {0, 1, 2, 3})
        for (const ContactWay &way : ways)
            if (way.isPhone() && rankOf(way) == rank)
                choices.push_back({way, cautionsOf(way), !way.shared && way.through.empty() && !hasViolenceFlag});
    return choices;
}

std::string cautionText(CallCaution caution, const ContactWay &way, base::Language language)
{
    switch (caution) {
    case CallCaution::Shared: return std::string(base::inLanguage(language, "Andra kan svara", "Others may answer"));
    case CallCaution::NeverVoicemail:
        return std::string(base::inLanguage(language, "Aldrig röstbrevlåda", "Never voicemail"));
    case CallCaution::Through: return std::string(base::inLanguage(language, "Genom ", "Through ")) + way.through;
    case CallCaution::Hours: break;
    }
    return way.hours;
}

std::string phoneText(std::string_view written)
{
    const std::string number = national(dialledNumber(written));
    if (number.size() < 7 || number.size() > 11 || number.front() != '0')
        return base::trimmed(written);
    const std::size_t code = codeLength(number);
    std::string text = number.substr(0, code);
    std::size_t at = code;
    for (const std::size_t group : groupsFor(number.size() - code)) {
        text += (at == code ? "-" : " ") + number.substr(at, group);
        at += group;
    }
    return text;
}

std::string dialledNumber(std::string_view written)
{
    std::string digits;
    for (const char character : base::trimmed(written)) {
        if (isDigit(character) || (character == '+' && digits.empty()))
            digits += character;
        else if (character != ' ' && character != '-' && character != '(' && character != ')' && character != '/')
            return {};
    }
    return digits.size() >= 3 ? digits : std::string();
}

} // namespace faltakt::casework
