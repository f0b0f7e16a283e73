#include "core/rules/profile_reader.h"

#include "core/base/text.h"
#include "core/crypto/hash.h"
#include "core/rules/json_path_reader.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

namespace {

using base::Result;
using base::json::Value;

constexpr int SupportedFormat = 1;
constexpr int MaxVersion = 1'000'000;

struct Range {
    std::string_view name;
    int minimum;
    int maximum;
};
/// Wide enough for every working municipality, narrow enough to catch a slip of the finger.
constexpr std::array Ranges{
    Range{"targetAge", 15, 30},
    Range{"minAge", 15, 21},
    Range{"followUpMonths", 1, 24},
    Range{"scratchHours", 1, 72},
    Range{"leaseDays", 1, 30},
    Range{"lob.firstAttemptWorkingDays", 1, 20},
    Range{"lob.attempts", 1, 10},
    Range{"lob.attemptWindowDays", 1, 90},
    Range{"lob.letterWorkingDays", 1, 30},
    Range{"lob.safetyCheckHours", 1, 72},
    Range{"lob.safetyCheckUnderAge", 18, 25},
    Range{"lob.repeatMeetingAt", 2, 20},
    Range{"lob.repeatInvestigationAt", 2, 20},
};

Result<SourceKind> readKind(const PathReader &reader)
{
    TRY(const std::string code, reader.text("kind", 20));
    if (code == "law")
        return SourceKind::Law;
    if (code == "guideline")
        return SourceKind::Guideline;
    if (code == "default")
        return SourceKind::Default;
    return reader.refuse("kind", "must be law, guideline or default");
}

Result<void> readFigureValue(const PathReader &reader, std::string_view name, int &value)
{
    const auto *range = std::ranges::find(Ranges, name, &Range::name);
    TRY(value, reader.integer("value", range->minimum, range->maximum));
    return {};
}

Result<void> readFigureValue(const PathReader &reader, std::string_view, bool &value)
{
    TRY(value, reader.boolean("value"));
    return {};
}

Result<void> readFigureValue(const PathReader &reader, std::string_view, std::string &value)
{
    TRY(value, reader.code("value"));
    return {};
}

template <typename T>
Result<Setting<T>> readFigure(const PathReader &reader, std::string_view name, const std::string &profile)
{
    TRY_VOID(reader.allowOnly({"value", "kind", "source"}));
    Figure<T> figure;
    TRY_VOID(readFigureValue(reader, name, figure.value));
    TRY(figure.kind, readKind(reader));
    TRY(figure.source, reader.text("source", 200));
    figure.profile = profile;
    return Setting<T>(std::move(figure));
}

Result<void> readSettings(const PathReader &reader, Profile &profile)
{
    std::vector<std::string_view> known;
    forEachSetting([&](std::string_view name, auto) { known.push_back(name); });
    TRY_VOID(reader.allowOnly(known));

    Result<void> outcome;
    forEachSetting([&]<typename T>(std::string_view name, Setting<T> ProfileSettings::*member) {
        if (!outcome || !reader.has(name))
            return;
        outcome = [&]() -> Result<void> {
            TRY(const PathReader figure, reader.object(name));
            TRY(profile.stated.*member, readFigure<T>(figure, name, profile.id));
            return {};
        }();
    });
    return outcome;
}

Result<Setting<std::string>> readNumber(const PathReader &reader, const std::string &profile)
{
    TRY_VOID(reader.allowOnly({"value", "kind", "source"}));
    Figure<std::string> figure;
    TRY(figure.value, reader.text("value", 30));
    if (figure.value.find_first_not_of("0123456789+- ") != std::string::npos || figure.value.front() == '-')
        return reader.refuse("value", "must be a telephone number of digits, spaces, hyphens and a plus");
    TRY(figure.kind, readKind(reader));
    TRY(figure.source, reader.text("source", 200));
    figure.profile = profile;
    return Setting<std::string>(std::move(figure));
}

Result<ProfileContact> readContact(const PathReader &reader, const std::string &profile)
{
    TRY_VOID(reader.allowOnly({"code", "name", "number"}));
    ProfileContact contact;
    TRY(contact.code, reader.code("code"));
    TRY(contact.name, reader.text("name", 200));
    if (reader.has("number")) {
        TRY(const PathReader number, reader.object("number"));
        TRY(contact.number, readNumber(number, profile));
    }
    return contact;
}

Result<ProfileInstrument> readInstrument(const PathReader &reader, const std::string &profile)
{
    TRY_VOID(reader.allowOnly({"code", "mandatory", "when", "priority", "maxAge", "kind", "source"}));
    ProfileInstrument instrument;
    TRY(instrument.code, reader.code("code"));
    if (reader.has("mandatory")) {
        TRY(instrument.mandatory, reader.boolean("mandatory"));
    }
    if (reader.has("when")) {
        TRY(instrument.when, reader.text("when", 200));
    }
    if (reader.has("priority")) {
        TRY(instrument.priority, reader.integer("priority", 1, 10));
    }
    if (reader.has("maxAge")) {
        TRY(instrument.maxAge, reader.integer("maxAge", 1, 120));
    }
    TRY(instrument.kind, readKind(reader));
    TRY(instrument.source, reader.text("source", 200));
    instrument.profile = profile;
    return instrument;
}

template <typename Element, typename Read>
Result<std::vector<Element>> readList(const PathReader &reader, std::string_view name, const std::string &profile,
                                      Read read)
{
    std::vector<Element> elements;
    if (!reader.has(name))
        return elements;
    TRY(const auto readers, reader.objects(name, 200));
    for (const PathReader &each : readers) {
        TRY(Element element, read(each, profile));
        if (std::ranges::find(elements, element.code, &Element::code) != elements.end())
            return each.refuse("code", "is there twice");
        elements.push_back(std::move(element));
    }
    return elements;
}

Result<void> readHead(const PathReader &reader, Profile &profile)
{
    TRY(const int format, reader.integer("format", 1, MaxVersion));
    if (format != SupportedFormat)
        return base::fail(base::ErrorCode::Unsupported, "format: written for a newer version of the program");
    TRY(profile.id, reader.code("id"));
    TRY(profile.version, reader.integer("version", 1, MaxVersion));
    TRY(profile.name, reader.text("name", 200));
    TRY(const std::string kind, reader.text("kind", 20));
    if (kind != "county" && kind != "municipality")
        return reader.refuse("kind", "must be county or municipality");
    profile.kind = kind == "county" ? ProfileKind::County : ProfileKind::Municipality;
    if (reader.has("parent")) {
        TRY(profile.parent, reader.code("parent"));
        if (profile.parent == profile.id)
            return reader.refuse("parent", "a profile cannot be its own parent");
    }
    if (reader.has("validFrom")) {
        TRY(profile.validFrom, reader.date("validFrom"));
    }
    if (reader.has("validTo")) {
        TRY(profile.validTo, reader.date("validTo"));
        if (profile.validFrom && *profile.validTo < *profile.validFrom)
            return reader.refuse("validTo", "lies before validFrom");
    }
    TRY(profile.lawVersion, reader.text("lawVersion", 20));
    if (profile.lawVersion != "2001:453" && profile.lawVersion != "2025:400")
        return reader.refuse("lawVersion", "must be 2001:453 or 2025:400");
    if (reader.has("board")) {
        TRY(profile.board, reader.text("board", 200));
    }
    if (reader.has("unit")) {
        TRY(profile.unit, reader.text("unit", 200));
    }
    return {};
}

/// Figures that make sense only together.
Result<void> checkTogether(const Profile &profile)
{
    const auto refuse = [](std::string_view path, std::string_view reason) {
        return base::fail(base::ErrorCode::InvalidInput, "settings." + std::string(path) + ": " + std::string(reason));
    };
    if (profile.setting(&ProfileSettings::lobAttempts)->value
        > profile.setting(&ProfileSettings::lobAttemptWindowDays)->value)
        return refuse("lob.attempts", "there are more attempts than days for them");
    if (profile.setting(&ProfileSettings::lobRepeatInvestigationAt)->value
        < profile.setting(&ProfileSettings::lobRepeatMeetingAt)->value)
        return refuse("lob.repeatInvestigationAt", "lies below lob.repeatMeetingAt");
    if (profile.setting(&ProfileSettings::targetAge)->value < profile.setting(&ProfileSettings::minAge)->value)
        return refuse("targetAge", "lies below minAge");
    return {};
}

Value inNameOrder(const Value &value)
{
    if (const auto *object = value.object()) {
        std::vector<base::json::Member> members(object->begin(), object->end());
        std::ranges::sort(members, {}, &base::json::Member::first);
        base::json::Object sorted;
        for (auto &[name, member] : members)
            sorted.append(std::move(name), inNameOrder(member));
        return sorted;
    }
    if (const auto *array = value.array()) {
        base::json::Array elements;
        std::ranges::transform(*array, std::back_inserter(elements), inNameOrder);
        return elements;
    }
    return value;
}

template <typename Element>
std::vector<Element> overlaid(std::vector<Element> parent, const std::vector<Element> &child)
{
    for (const Element &own : child) {
        const auto inherited = std::ranges::find(parent, own.code, &Element::code);
        if (inherited == parent.end())
            parent.push_back(own);
        else
            *inherited = own;
    }
    return parent;
}

} // namespace

std::string canonicalJson(const Value &value) { return base::json::serialise(inNameOrder(value)); }

Result<Profile> readProfile(std::string_view text)
{
    TRY(const Value root, base::json::parse(text, {.maxBytes = ProfileFileBytes, .maxDepth = 8}));
    TRY(const PathReader reader, PathReader::open(root));
    TRY_VOID(reader.allowOnly({"$schema", "format", "id", "version", "name", "kind", "parent", "validFrom", "validTo",
                               "lawVersion", "board", "unit", "settings", "contacts", "instruments"}));
    Profile profile;
    TRY_VOID(readHead(reader, profile));
    TRY(const PathReader settings, reader.object("settings"));
    TRY_VOID(readSettings(settings, profile));
    TRY(profile.contacts, readList<ProfileContact>(reader, "contacts", profile.id, readContact));
    TRY(profile.instruments, readList<ProfileInstrument>(reader, "instruments", profile.id, readInstrument));
    TRY_VOID(checkTogether(profile));
    profile.hash = crypto::blake2b256(base::bytesOf(canonicalJson(root)));
    return profile;
}

Result<Profile> overlayProfile(const Profile &parent, const Profile &child)
{
    Profile merged = child;
    forEachSetting([&](std::string_view, auto member) {
        if (!(merged.stated.*member))
            merged.stated.*member = parent.stated.*member;
    });
    merged.contacts = overlaid(parent.contacts, child.contacts);
    merged.instruments = overlaid(parent.instruments, child.instruments);
    TRY_VOID(checkTogether(merged));
    merged.hash = crypto::blake2b256(base::ByteView(child.hash), base::ByteView(parent.hash));
    return merged;
}

} // namespace faltakt::rules
