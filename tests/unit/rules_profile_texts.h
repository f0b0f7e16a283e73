#pragma once

#include "core/rules/profile_catalogue.h"
#include "core/rules/profile_reader.h"
#include "tests/support/catch.h"

#include <fstream>
#include <sstream>

/// Profiles that the tests of reader and catalogue begin with.
namespace faltakt::testing {

using namespace rules;

inline const base::Date Today = *base::parseDate("2026-10-19");

inline Profile shipped(std::string_view id)
{
    const auto catalogue = shippedProfiles();
    REQUIRE(catalogue.has_value());
    const auto profile = catalogue->find(id, Today);
    REQUIRE(profile.has_value());
    return *profile;
}

/// A small profile in order; tests break one thing each.
inline std::string goodText()
{
    return R"({"format":2,"id":"test","version":1,"name":"Test","kind":"municipality","validFrom":"2025-07-01",)"
           R"("lawVersion":"2025:400","settings":{)"
           R"("targetAge":{"value":20,"kind":"guideline","source":"Riktlinje","confidence":"primary"},)"
           R"("lob.attempts":{"value":4,"kind":"guideline","source":"Riktlinje","confidence":"secondary"}},)"
           R"("contacts":[{"code":"onCall","name":"Jouren","number":{"value":"08-465 004 00","kind":"guideline",)"
           R"("source":"x","confidence":"primary"},"kind":"guideline","source":"x","confidence":"primary"}],)"
           R"("instruments":[{"code":"audit","kind":"guideline","source":"x","confidence":"primary"}]})";
}

inline std::string fileText(const std::string &path)
{
    std::ifstream file(FALTAKT_SOURCE_DIR + ("/" + path), std::ios::binary);
    REQUIRE(file.is_open());
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// A setting as a file states it.
inline std::string setting(std::string_view name, std::string_view value)
{
    return "\"" + std::string(name) + "\":{\"value\":" + std::string(value)
           + R"(,"kind":"guideline","source":"x","confidence":"primary"},)";
}

/// Why a catalogue of this file alone is refused.
inline std::string faultOf(const std::string &text)
{
    const auto catalogue = ProfileCatalogue::create({{"file", text}});
    return catalogue ? std::string() : catalogue.error().detail();
}

inline std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    const auto found = text.find(what);
    REQUIRE(found != std::string::npos);
    return text.replace(found, what.size(), with);
}

} // namespace faltakt::testing
