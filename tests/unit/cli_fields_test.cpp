#include "core/casework/record_schemas.h"
#include "sync/cli/record_json.h"
#include "tests/support/catch.h"

using namespace faltakt;
using cli::ExitCode;

namespace {

cli::CommandResult checkNote(const char *field, base::json::Value value)
{
    return cli::checkFields(**cli::findKind(casework::recordSchemas(), "note"), {{field, std::move(value)}});
}
cli::CommandResult checkContact(const char *field, base::json::Value value)
{
    return cli::checkFields(**cli::findKind(casework::recordSchemas(), "contact"), {{field, std::move(value)}});
}

} // namespace

TEST_CASE("fields are given as FIELD=JSON")
{
    const auto fields = cli::readFields({"text=\"a = b\"", "quick=true"});
    REQUIRE(fields.has_value());
    CHECK(*fields == base::json::Object{{"text", "a = b"}, {"quick", true}});
}

TEST_CASE("words that are no FIELD=JSON are wrong usage")
{
    for (const char *word : {"text", "=1", "text=plain words", "text=", "text={\"a\":1,\"a\":2}"}) {
        const auto fields = cli::readFields({word});
        REQUIRE_FALSE(fields.has_value());
        CHECK(fields.error().exitCode() == ExitCode::WrongUsage);
    }
    CHECK_FALSE(cli::readFields({"a=1", "a=2"}).has_value());
}

TEST_CASE("unknown kinds and those that the program writes itself are refused")
{
    CHECK(cli::findKind(casework::recordSchemas(), "note").has_value());
    for (const char *kind : {"nothing", "signature", "access"})
        CHECK(cli::findKind(casework::recordSchemas(), kind).error().exitCode() == ExitCode::Failed);
}

TEST_CASE("fields that a form would not let through are refused with the field's name and without its value")
{
    CHECK(checkNote("text", "Talat en stund.").has_value());
    CHECK(checkNote("text", nullptr).has_value());
    CHECK(checkContact("outcome", "noAnswer").has_value());
    const std::vector<cli::CommandResult> refused = {
        checkNote("text", 5),
        checkNote("colour", "red"),
        checkNote("quick", "hemligt"),
        checkNote("at", "yesterday"),
        checkContact("outcome", "hemligt"),
        checkContact("lobReport", "hemligt"),
        checkContact("outcome", true),
        checkNote("text", std::string(2'000'000, 'x')),
    };
    for (const auto &result : refused) {
        REQUIRE_FALSE(result.has_value());
        CHECK(result.error().exitCode() == ExitCode::Failed);
        CHECK(result.error().words().find("hemligt") == std::string::npos);
    }
}
