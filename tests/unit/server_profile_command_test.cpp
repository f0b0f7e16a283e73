// What whoever looks after a municipality's profile sees of its file, without a server.
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/rules/profile_catalogue.h"
#include "sync/server/app/profile_commands.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace faltakt;
using namespace faltakt::server;

namespace {

const std::string Example = FALTAKT_SOURCE_DIR "/assets/examples/exempelby.json";

class ProfileFolder {
public:
    std::string write(const std::string &name, const std::string &text) const
    {
        const std::string path = m_folder.file(name);
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }

    base::Result<std::string> check(const std::string &file, const std::string &with = {}) const
    {
        AdminRequest request;
        request.words = {"profile", "check", file};
        if (!with.empty())
            request.options["with"] = with;
        return checkProfile(request, m_clock);
    }

    base::Result<std::string> show(const std::string &file) const
    {
        AdminRequest request;
        request.words = {"profile", "show", file};
        return showProfile(request, m_clock);
    }

    /// The line about one statement.
    base::json::Value line(const std::string &file, std::string_view part, std::string_view name) const
    {
        const auto lines = show(file);
        if (!lines)
            FAIL(lines.error().detail());
        for (const std::string &each : base::split(base::trimmed(*lines), '\n')) {
            auto value = base::json::parse(each);
            REQUIRE(value.has_value());
            if (value->stringAt("part") == part && value->stringAt("name") == name)
                return std::move(*value);
        }
        FAIL("there is no such line");
        return {};
    }

private:
    test::TemporaryFolder m_folder;
    base::ManualClock m_clock{*base::parseInstant("2026-11-26T12:00:00Z")};
};

std::string shippedText(std::string_view name)
{
    const auto &files = rules::shippedProfileFiles();
    const auto file = std::ranges::find(files, name, &rules::ProfileFile::name);
    REQUIRE(file != files.end());
    return file->text;
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    const auto found = text.find(what);
    REQUIRE(found != std::string::npos);
    return text.replace(found, what.size(), with);
}

} // namespace

TEST_CASE_METHOD(ProfileFolder, "a profile in order is told in one line, with what it leaves open")
{
    const auto line = check(Example);
    if (!line)
        FAIL(line.error().detail());
    const auto told = base::json::parse(base::trimmed(*line));
    REQUIRE(told.has_value());
    CHECK(told->stringAt("id") == "exempelby");
    CHECK(told->stringAt("parent") == "vasterbotten");
    CHECK(told->integerAt("statements", 0) > 40);
    const auto &missing = *told->find("missing")->array();
    CHECK(std::ranges::any_of(missing, [](const auto &name) { return *name.string() == "fee.openCare"; }));
}

TEST_CASE_METHOD(ProfileFolder, "a mistake is told with its file and its place")
{
    const std::string text = shippedText("taby.json");
    const std::string wrong = write("ny.json", replaced(text, R"("followUpMonths": {)", R"("followUpMonth": {)"));
    CHECK(check(wrong).error().detail() == "ny.json: settings.followUpMonth: is not a known name here");
    CHECK(show(wrong).error().detail() == check(wrong).error().detail());
    CHECK(check(write("tom.json", "")).error().detail().starts_with("tom.json: "));
    CHECK(check("/nowhere/at/all.json").error().detail().starts_with("the file cannot be read"));
    CHECK(show("nobody").error().code() == base::ErrorCode::NotFound);
}

TEST_CASE_METHOD(ProfileFolder, "a new version of a shipped profile stands in for it")
{
    const std::string next = replaced(shippedText("taby.json"), R"("version": 1,)", R"("version": 2,)");
    const auto told = check(write("taby.json", next));
    if (!told)
        FAIL(told.error().detail());
    CHECK(base::json::parse(base::trimmed(*told))->integerAt("version", 0) == 2);
}

TEST_CASE_METHOD(ProfileFolder, "a parent that is not shipped is named beside the file")
{
    const std::string county = replaced(shippedText("vasterbotten.json"), R"("id": "vasterbotten")", R"("id": "lan")");
    const std::string parent = write("lan.json", county);
    const std::string text = R"({"format":2,"id":"ny","version":1,"name":"Ny","kind":"municipality","parent":"lan",)"
                             R"("lawVersion":"2025:400","settings":{}})";
    const std::string child = write("ny.json", text);
    CHECK(check(child).error().detail() == "ny.json: parent: no profile of this id is valid on that day");
    CHECK(check(child, parent).has_value());
}

TEST_CASE_METHOD(ProfileFolder, "every statement is shown with whose it is, and what is not stated as such")
{
    const auto followUp = line("taby", "settings", "followUpMonths");
    CHECK(followUp.integerAt("value", 0) == 3);
    CHECK(followUp.stringAt("kind") == "guideline");
    CHECK(followUp.stringAt("profile") == "taby");
    CHECK_FALSE(followUp.stringAt("source").empty());
    CHECK(followUp.stringAt("confidence") == "primary");
    const auto attempts = line("taby", "settings", "lob.attempts");
    REQUIRE(attempts.find("stated"));
    CHECK_FALSE(*attempts.find("stated")->boolean());
    CHECK(line("norsjo", "settings", "lob.enabled").stringAt("profile") == "vasterbotten");
    CHECK(line("flen", "contacts", "varnas").stringAt("group") == "provider");
    CHECK(line(Example, "contacts", "onCall").stringAt("number") == "08-465 004 21");
}
