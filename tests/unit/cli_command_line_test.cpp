#include "sync/cli/command_line.h"

#include "sync/cli/context.h"
#include "tests/support/catch.h"

using namespace faltakt::cli;

namespace {

/// Lives as long as the program, since what was parsed points into it.
const CommandTable &table()
{
    const auto nothing = [](CommandContext &, const Invocation &) { return CommandResult(); };
    static const CommandTable Commands("program", "does things",
                                       {{"case", "ID", "show a case", 1, 1, {{"store", "DIR", "folder"}}, nothing},
                                        {"case new",
                                         "",
                                         "make a case",
                                         0,
                                         0,
                                         {{"store", "DIR", "folder"}, {"set", "FIELD=JSON", "a field", true}},
                                         nothing},
                                        {"screen", "INSTRUMENT", "ask", 1, 1, {{"step", "", "one by one"}}, nothing}});
    return Commands;
}

} // namespace

TEST_CASE("options may stand anywhere and be one word with their value")
{
    const auto parsed = table().parse({"--store", "a folder", "case", "42"});
    REQUIRE(parsed.has_value());
    CHECK(parsed->command()->path == "case");
    CHECK(parsed->value("store") == "a folder");
    CHECK(table().parse({"case", "--store=x=y", "42"})->value("store") == "x=y");
}

TEST_CASE("the longer verb wins")
{
    const auto parsed = table().parse({"case", "new", "--set", "a=1", "--set", "b=2"});
    REQUIRE(parsed.has_value());
    CHECK(parsed->command()->path == "case new");
    CHECK(parsed->arguments().empty());
    CHECK(parsed->values("set") == std::vector<std::string>{"a=1", "b=2"});
}

TEST_CASE("a single dash and negative numbers are arguments, and so is all after two dashes")
{
    CHECK(table().parse({"case", "-"})->argument(0) == "-");
    CHECK(table().parse({"case", "-5"})->argument(0) == "-5");
    CHECK(table().parse({"case", "--", "--store"})->argument(0) == "--store");
}

TEST_CASE("wrong usage is told apart from failure")
{
    const std::vector<std::vector<std::string>> wrong = {
        {},                                            // no verb
        {"unknown"},                                   // no such verb
        {"case"},                                      // too few arguments
        {"case", "1", "2"},                            // too many
        {"case", "1", "--colour", "red"},              // no such option
        {"case", "1", "--step"},                       // another verb's option
        {"case", "1", "--store"},                      // no value
        {"case", "1", "--store", "a", "--store", "b"}, // given twice
        {"screen", "AUDIT", "--step=yes"},             // a switch with a value
    };
    for (const auto &words : wrong) {
        const auto parsed = table().parse(words);
        REQUIRE_FALSE(parsed.has_value());
        CHECK(parsed.error().exitCode() == ExitCode::WrongUsage);
        CHECK_FALSE(parsed.error().words().empty());
    }
}

TEST_CASE("there is help on every level")
{
    const auto all = table().parse({"--help"});
    REQUIRE(all->helpWanted());
    CHECK(table().help(all->topic()).find("screen INSTRUMENT") != std::string::npos);
    const auto nested = table().parse({"case", "new", "--help"});
    CHECK(table().help(nested->topic()).find("--set FIELD=JSON") != std::string::npos);
    const auto outer = table().parse({"case", "-h"});
    CHECK(table().help(outer->topic()).find("case new") != std::string::npos);
}

TEST_CASE("an error of the layers below becomes an exit code and words")
{
    using faltakt::base::Error;
    using faltakt::base::ErrorCode;
    CHECK(CommandFault(Error(ErrorCode::Unreachable, "x")).exitCode() == ExitCode::Unreachable);
    CHECK(CommandFault(Error(ErrorCode::WrongKey)).exitCode() == ExitCode::Failed);
    CHECK(CommandFault(Error(ErrorCode::NotFound, "record")).words().find("record") != std::string::npos);
}
