// The forms of the worker's own acts: that they read, that they say what their vectors say, and what no form may be.
#include "core/casework/act_text.h"
#include "core/screening/act_record.h"
#include "core/screening/assessment_record.h"
#include "tests/support/catch.h"
#include "tests/unit/screening_fixtures.h"

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace faltakt;
using namespace faltakt::screening;
namespace json = faltakt::base::json;

namespace {

std::string readText(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file.good());
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const std::filesystem::path Folder = std::filesystem::path(FALTAKT_SOURCE_DIR) / "assets" / "forms";

InstrumentLibrary forms() { return InstrumentLibrary::forms().value(); }

InterviewSession sessionOf(AnswerSheet answers)
{
    return InterviewSession::start(std::move(answers), SkipRule::On).value();
}

/// The fields under a prefix, without it.
json::Object under(const json::Object &fields, std::string_view prefix)
{
    json::Object found;
    for (const auto &[name, value] : fields)
        if (name.starts_with(prefix))
            found.append(name.substr(prefix.size()), value);
    return found;
}

json::Object objectIn(const json::Value &value, std::string_view name) { return *value.find(name)->object(); }

/// A form of one date and one text, with more said of the root's extension and of the date.
std::string small(std::string_view head, std::string_view ofDate, std::string_view kind = "form",
                  std::string_view selfFill = "never", std::string_view more = "")
{
    return R"({"resourceType":"Questionnaire","id":"small","language":"sv","extension":[{"url":"urn:faltakt:instrument","extension":[
{"url":"wording","valueCode":"own"},{"url":"basis","valueString":"none"},{"url":"kind","valueCode":")"
           + std::string(kind) + R"("},{"url":"selfFill","valueCode":")" + std::string(selfFill) + "\"}"
           + std::string(head)
           + R"(]}],"url":"urn:test:small","version":"1","status":"active","title":"Liten","copyright":"fri","item":[
{"linkId":"day","text":"dag","type":"date","extension":[)"
           + std::string(ofDate) + R"(]},{"linkId":"text","text":"text","type":"text"})" + std::string(more) + "]}";
}

} // namespace

TEST_CASE("every form is found under its file's name and called what the file of the person calls it")
{
    const auto library = forms();
    std::size_t files = 0;
    for (const auto &entry : std::filesystem::directory_iterator(Folder)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".vectors.json"))
            continue;
        ++files;
        INFO(name);
        const auto form = library.find(name.substr(0, name.find('.')));
        REQUIRE(form.has_value());
        for (const base::Language language : {base::Language::Swedish, base::Language::English}) {
            const std::string title = (*form)->title().in(base::languageTag(language));
            CHECK(title.substr(0, title.find(" – ")) == casework::formName((*form)->id(), language));
        }
        CHECK((*form)->head().kind == InstrumentKind::Form);
    }
    CHECK(files == library.all().size());
}

TEST_CASE("a form says of its vectors what is missing and what its days start, give, end and replace")
{
    const auto library = forms();
    for (const auto &[id, form] : library.all()) {
        const auto vectors = json::parse(readText(Folder / (id + ".vectors.json"))).value();
        CHECK(vectors.stringAt("form") == id);
        CHECK(vectors.stringAt("version") == form->version());
        for (const json::Value &vector : *vectors.find("vectors")->array()) {
            INFO(id << ": " << vector.stringAt("name"));
            const auto read = AnswerSheet::fromStored(form, objectIn(vector, "answers"));
            REQUIRE(read.unreadable.empty());
            const auto session = sessionOf(read.sheet);
            const json::Value &expected = *vector.find("expect");
            json::Array missing;
            for (const std::string &key : missingAnswers(session))
                missing.emplace_back(key);
            CHECK(json::serialise(missing) == json::serialise(*expected.find("missing")));
            const json::Object fields = actFields(session, *base::parseInstant("2026-11-26T12:00:00Z"));
            for (const char *use : {"starts", "gives", "ends", "replaces"}) {
                INFO(use);
                CHECK(under(fields, std::string(use) + "/") == objectIn(expected, use));
            }
        }
    }
}

TEST_CASE("an act happened on the form's own day, and now where that is today")
{
    const auto form = forms().find("application").value();
    const auto now = *base::parseInstant("2026-11-26T12:00:00Z");
    const auto at = [&](const char *day) {
        const auto read = AnswerSheet::fromStored(form, {{"received", json::Object{{"date", day}}}});
        return json::Value(actFields(sessionOf(read.sheet), now)).stringAt("at");
    };
    CHECK(at("2026-11-26") == "2026-11-26T12:00:00Z");
    CHECK(at("2026-11-20") == "2026-11-19T23:00:00Z"); // Midnight in Sweden.
}

TEST_CASE("a new form has its days at today; one that goes on from another has that one's words and not its days")
{
    const auto plan = forms().find("plan").value();
    const auto followUp = forms().find("follow-up").value();
    CHECK(followUp->head().goesOnFrom == "plan");
    const auto stored = AnswerSheet::fromStored(plan, {{"goals.a/goal", json::Object{{"text", "Sova"}}},
                                                       {"goals.a/how", json::Object{{"text", "Samtal"}}},
                                                       {"made", json::Object{{"date", "2026-08-01"}}}});
    const base::Date today = *base::parseDate("2026-11-26");
    const AnswerSheet begun = begunForm(followUp, today, &stored.sheet);
    CHECK(*begun.at(*begun.findPlace("goals.a/goal")) == Answer::text("Sova"));
    CHECK(begun.at(*begun.findPlace("day"))->date()->text() == "2026-11-26");
    const AnswerSheet again = begunForm(plan, today, &stored.sheet);
    CHECK(again.at(*again.findPlace("made"))->date()->text() == "2026-11-26");
    CHECK_FALSE(again.at(*again.findPlace("review")));
}

TEST_CASE("a change writes what is new and takes away what is gone, and leaves when it was written")
{
    const json::Object before{{"form", "a"},
                              {"at", "2026-11-26T12:00:00Z"},
                              {"answers/x", json::Object{{"text", "ett"}}},
                              {"starts/consent.ends", "2027-01-01"},
                              {"settled/consent.end", "2026-11-27T08:00:00Z"}};
    const json::Object after{
        {"form", "a"}, {"at", "2026-11-26T15:00:00Z"}, {"answers/x", json::Object{{"text", "två"}}}};
    const json::Object changes = actChanges(before, after);
    CHECK(changes == json::Object{{"answers/x", json::Object{{"text", "två"}}}, {"starts/consent.ends", nullptr}});
    CHECK(actChanges(before, before).empty());
}

TEST_CASE("an act is read line by line in its form's words; what the form does not know is not lost")
{
    const auto form = forms().find("plan").value();
    const json::Object fields{{"answers/goals.a/goal", json::Object{{"text", "Sova"}}},
                              {"answers/approved", json::Object{{"option", "partly"}}},
                              {"answers/made", json::Object{{"date", "2026-11-26"}}},
                              {"answers/later", json::Object{{"text", "nytt"}}}};
    const auto lines = actLines(form, fields, "sv");
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] == ActLine{"Mål 1", "Målet", "Sova"});
    CHECK(lines[1] == ActLine{"", "Planen gjordes", "torsdag 26 november 2026"});
    CHECK(lines[2].value == "Delvis");
    CHECK(lines[3].label == "later");
}

TEST_CASE("nothing that a form cannot be is read as one")
{
    const std::string starts = R"({"url":"urn:faltakt:starts","valueCode":"x.y"})";
    CHECK(Questionnaire::parse(small("", starts)).has_value());
    const std::pair<const char *, std::string> refused[] = {
        {"an instrument whose day starts something", small("", starts, "record")},
        {"an instrument that needs an answer",
         small("", R"({"url":"urn:faltakt:needed","valueBoolean":true})", "record")},
        {"a group of an instrument", small(R"(,{"url":"group","valueCode":"law"})", "", "record")},
        {"an unknown group", small(R"(,{"url":"group","valueCode":"other"})", "")},
        {"a form that the person fills in", small("", "", "form", "allowed")},
        {"a form in safe mode", small(R"(,{"url":"mode","valueCode":"safe"})", "")},
        {"an event that is no code", small("", R"({"url":"urn:faltakt:starts","valueCode":"två ord"})")},
        {"two events", small("", starts + "," + starts)},
        {"a text that starts something",
         small(
             "", "", "form", "never",
             R"(,{"linkId":"t","text":"t","type":"text","extension":[{"url":"urn:faltakt:starts","valueCode":"x"}]})")},
        {"a day with a use in a row",
         small(
             "", "", "form", "never",
             R"(,{"linkId":"g","text":"g","type":"group","repeats":true,"item":[{"linkId":"d","text":"d","type":"date","extension":[)"
                 + starts + "]}]}")},
    };
    for (const auto &[what, text] : refused) {
        INFO(what);
        CHECK_FALSE(Questionnaire::parse(text).has_value());
    }
}
