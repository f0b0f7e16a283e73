#include "core/rules/profile_reader.h"

#include "core/crypto/hash.h"
#include "core/rules/profile_member_reader.h"
#include "core/rules/profile_part_readers.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

namespace {

using base::Result;
using base::json::Value;

constexpr int SupportedFormat = 2;
constexpr int MaxVersion = 1'000'000;
constexpr std::array<std::string_view, 2> Kinds{"county", "municipality"};

Result<void> readHead(const PathReader &reader, Profile &profile)
{
    TRY(profile.id, reader.code("id"));
    TRY(profile.version, reader.integer("version", 1, MaxVersion));
    TRY(profile.name, reader.text("name", ProfileTextLength));
    TRY(const std::string kind, reader.oneOf("kind", Kinds));
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
    TRY(profile.lawVersion, reader.oneOf("lawVersion", SocialServicesActs));
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

} // namespace

std::string canonicalJson(const Value &value) { return base::json::serialise(inNameOrder(value)); }

Result<Profile> readProfile(std::string_view text)
{
    TRY(const Value root, base::json::parse(text, {.maxBytes = ProfileFileBytes, .maxDepth = 8}));
    TRY(const PathReader reader, PathReader::open(root));
    // First of all: a file of another format holds other members.
    TRY(const int format, reader.integer("format", 1, MaxVersion));
    if (format != SupportedFormat)
        return base::fail(base::ErrorCode::Unsupported, format < SupportedFormat
                                                            ? "format: written for an older version of the program"
                                                            : "format: written for a newer version of the program");
    std::vector<std::string_view> names{"$schema", "format",   "id",        "version", "name",
                                        "kind",    "parent",   "validFrom", "validTo", "lawVersion",
                                        "laws",    "settings", "outcomes"};
    forEachList([&](std::string_view name, auto) { names.push_back(name); });
    TRY_VOID(reader.allowOnly(names));
    Profile profile;
    TRY_VOID(readHead(reader, profile));
    TRY_VOID(readProfileLaws(reader, profile));
    TRY_VOID(readProfileSettings(reader, profile));
    TRY_VOID(readProfileLists(reader, profile));
    TRY_VOID(readProfileOutcomes(reader, profile));
    profile.hash = crypto::blake2b256(base::bytesOf(canonicalJson(root)));
    return profile;
}

} // namespace faltakt::rules
