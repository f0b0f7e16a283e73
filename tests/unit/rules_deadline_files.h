#pragma once

// The files about deadlines in the source tree, and a profile that states what an example says.

#include "core/base/json.h"
#include "core/rules/deadline.h"
#include "core/rules/profile.h"
#include "tests/support/catch.h"

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <type_traits>

namespace faltakt::rules::testing {

inline constexpr std::string_view StatedSourceText = "Riktlinje i provet";

inline std::string textOf(const std::string &file)
{
    std::ifstream stream(std::string(FALTAKT_SOURCE_DIR) + "/" + file);
    std::ostringstream text;
    text << stream.rdbuf();
    REQUIRE_FALSE(text.str().empty());
    return text.str();
}

inline base::json::Value jsonOf(const std::string &file)
{
    auto value = base::json::parse(textOf(file), {.maxBytes = 1024 * 1024, .maxDepth = 16});
    if (!value)
        FAIL(value.error().detail());
    return std::move(*value);
}

/// Sets one setting by its name in the files. Fails where no setting has that name, or where it is of another type.
inline void state(Profile &profile, std::string_view wanted, const base::json::Value &value)
{
    bool isSet = false;
    forEachSetting([&]<typename T>(std::string_view name, Setting<T> ProfileSettings::*member) {
        if (name != wanted)
            return;
        if constexpr (std::is_same_v<T, int>) {
            REQUIRE(value.isInteger());
            profile.stated.*member =
                Figure<int>{int(*value.integer()), SourceKind::Guideline, std::string(StatedSourceText), "test"};
            isSet = true;
        } else if constexpr (std::is_same_v<T, bool>) {
            REQUIRE(value.isBool());
            profile.stated.*member =
                Figure<bool>{*value.boolean(), SourceKind::Guideline, std::string(StatedSourceText), "test"};
            isSet = true;
        }
    });
    CAPTURE(wanted);
    REQUIRE(isSet);
}

/// Nobody's profile with what the example states.
inline Profile profileOf(const base::json::Value &example)
{
    Profile profile = emptyProfile();
    if (const auto *settings = example.find("settings"))
        for (const auto &[name, value] : *settings->object())
            state(profile, name, value);
    if (const auto *stated = example.find("stated")) {
        ProfileDeadline entry;
        entry.code = example.stringAt("rule");
        entry.kind = SourceKind::Guideline;
        entry.source = StatedSourceText;
        if (stated->find("value"))
            entry.value = int(stated->integerAt("value"));
        entry.unit = stated->stringAt("unit");
        profile.deadlines.push_back(std::move(entry));
    }
    return profile;
}

/// Keys of an example as they are written on the command line.
inline std::map<std::string, std::string, std::less<>> writtenKeys(const base::json::Value &example)
{
    std::map<std::string, std::string, std::less<>> written;
    if (const auto *with = example.find("with"))
        for (const auto &[name, value] : *with->object())
            written.emplace(name, value.isInteger() ? std::to_string(*value.integer()) : *value.string());
    return written;
}

inline DeadlineStart startOf(const std::string &text)
{
    if (const auto day = base::parseDate(text))
        return *day;
    return *base::parseInstant(text);
}

} // namespace faltakt::rules::testing
