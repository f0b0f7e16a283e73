// Templates of letters, text messages and notes: the product's, and what a municipality puts in their place.
#include "core/rules/templates.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::rules;

TEST_CASE("the shipped templates are in order, and every use has one")
{
    REQUIRE(readTemplates(shippedTemplateText()).has_value());
    for (const TemplateUse use : {TemplateUse::TextMessage, TemplateUse::Letter, TemplateUse::Note})
        CHECK_FALSE(templatesFor(emptyProfile(), use).empty());
    REQUIRE(templateOf(emptyProfile(), "lobLetter", TemplateUse::Letter));
    CHECK(templateOf(emptyProfile(), "lobLetter", TemplateUse::TextMessage) == nullptr);
    CHECK(templateOf(emptyProfile(), "nothing", TemplateUse::Letter) == nullptr);
}

TEST_CASE("a municipality's template goes before the product's of the same code, and its own come after them")
{
    Profile profile = emptyProfile();
    ProfileTemplate text;
    text.code = "firstText";
    text.use = TemplateUse::TextMessage;
    text.message.swedish = "Hej";
    profile.templates = {text};
    text.code = "ours";
    profile.templates.push_back(text);
    CHECK(templateOf(profile, "firstText", TemplateUse::TextMessage)->message.swedish == "Hej");
    const auto all = templatesFor(profile, TemplateUse::TextMessage);
    CHECK(all.size() == templatesFor(emptyProfile(), TemplateUse::TextMessage).size() + 1);
    CHECK(all.back().code == "ours");
    CHECK(std::ranges::count(all, "firstText", &ProfileTemplate::code) == 1);
}

TEST_CASE("places are filled in; one without words stays as a line to write on and is named once")
{
    std::vector<std::string> missing;
    CHECK(filledIn("Hej, {worker}.", {{"worker", "Anna"}}, missing) == "Hej, Anna.");
    CHECK(missing.empty());
    CHECK(filledIn("{number} {number} {worker}", {{"worker", ""}}, missing) == "__________ __________ __________");
    CHECK(missing == std::vector<std::string>{"number", "worker"});
    CHECK(filledIn("a { b", {}, missing) == "a { b");
    CHECK(filledIn("", {}, missing).empty());
}

TEST_CASE("a file of templates that is not in order is refused with the place")
{
    const auto fault = [](std::string_view text) { return readTemplates(text).error().detail(); };
    CHECK_FALSE(readTemplates("[]").has_value());
    CHECK(fault(R"({"format":2,"version":1,"templates":[]})") == "format: written for a newer version of the program");
    const std::string one = R"({"code":"a","use":"sms","name":{"sv":"N"},"text":{"sv":"Socialtjänsten söker dig"},)"
                            R"("kind":"default","source":"S","confidence":"primary"})";
    CHECK(fault(R"({"format":1,"version":1,"templates":[)" + one + "]}")
          == "templates[0].text.sv: gives away who writes or why");
    std::string fine = one;
    fine.replace(fine.find("Socialtjänsten"), std::string("Socialtjänsten").size(), "Jag");
    CHECK(fault(R"({"format":1,"version":1,"templates":[)" + fine + "," + fine + "]}")
          == "templates[1].code: is there twice");
}
