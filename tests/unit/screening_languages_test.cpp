// In which languages a whole form can be asked, and which picture helps to answer.
#include "core/screening/form_languages.h"

#include "tests/support/catch.h"
#include "tests/unit/screening_fixtures.h"
#include "tests/unit/screening_forms.h"

using namespace faltakt::screening;
using namespace faltakt::screening::test;

namespace {

/// A text of that member with its translations.
std::string text(const std::string &member, const std::string &base,
                 std::initializer_list<std::pair<const char *, const char *>> translations)
{
    std::string pieces;
    for (const auto &[language, content] : translations)
        pieces +=
            std::string(pieces.empty() ? "" : ",")
            + R"({"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[{"url":"lang","valueCode":")"
            + language + R"("},{"url":"content","valueString":")" + content + R"("}]})";
    return "\"" + member + "\":\"" + base + "\",\"_" + member + R"(":{"extension":[)" + pieces + "]}";
}

std::string number(const std::string &linkId, std::initializer_list<std::pair<const char *, const char *>> translations)
{
    return R"({"linkId":")" + linkId + R"(","type":"integer",)" + text("text", "hur många", translations) + "}";
}

} // namespace

TEST_CASE("a form can be asked in the languages in which all of it is there")
{
    const auto whole = compiled(
        joined({number("1", {{"en", "how many"}, {"ar", "كم"}}), number("2", {{"ar", "كم"}, {"en", "how many"}})}));
    CHECK(formLanguages(*whole) == std::vector<std::string>{"sv", "en", "ar"});
    const auto gapped =
        compiled(joined({number("1", {{"en", "how many"}, {"ar", "كم"}}), number("2", {{"en", "how many"}})}));
    CHECK(formLanguages(*gapped) == std::vector<std::string>{"sv", "en"});
}

TEST_CASE("every shipped instrument can be asked in Swedish and English")
{
    const auto library = InstrumentLibrary::shipped().value();
    for (const auto &[id, questionnaire] : library.all()) {
        INFO(id);
        CHECK(formLanguages(*questionnaire) == std::vector<std::string>{"sv", "en"});
    }
}

TEST_CASE("the drinking questions show what a standard glass is, and a picture that the program has not is refused")
{
    for (const char *id : {"audit", "audit-c"})
        for (const Question &question : instrument(id)->questions()) {
            INFO(id << " " << question.linkId);
            const bool isAboutGlasses = question.linkId == "2" || question.linkId == "3";
            CHECK(question.picture == (isAboutGlasses ? "standard-glass" : ""));
        }
    const std::string item =
        R"({"extension":[{"url":"urn:faltakt:picture","valueCode":"cat"}],"linkId":"1","text":"x","type":"integer"})";
    CHECK(refusal(form(item)) == "invalidInput item[0].extension[0].valueCode: no such picture");
}
