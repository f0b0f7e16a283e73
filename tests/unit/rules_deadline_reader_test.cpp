// The reader of the deadline rules: what it takes, and at which place it refuses what is wrong.
#include "tests/unit/rules_deadline_files.h"

using namespace faltakt;
using namespace faltakt::rules;
using namespace faltakt::rules::testing;

namespace {

constexpr std::string_view OneRule = R"({"format":1,"version":1,
    "calendar":{"name":{"sv":"a","en":"b"},"law":"countingOfTime","confidence":"primary"},
    "events":[{"code":"report.received","kind":"instant","name":{"sv":"a","en":"b"}}],
    "rules":[{"id":"one.rule","rows":["1"],"title":{"sv":"a","en":"b"},"start":["report.received"],
              "figure":{"value":3,"unit":"weeks"},"roll":"none","sense":"latest","law":"preAssessment","kind":"law",
              "audience":"field","confidence":"primary","sentence":{"sv":"Inom {sum}.","en":"Within {sum}."}}]})";

std::string good() { return textOf("assets/deadlines/deadlines.json"); }

/// What the reader says of a text; empty where it takes it.
std::string refusalOf(std::string_view text)
{
    const auto rules = DeadlineRules::create(text, shippedLawMap());
    return rules ? std::string() : rules.error().detail();
}

/// One rule with a member put in the place of another, in a file of its own.
std::string refusalWith(std::string_view member, std::string_view value)
{
    base::json::Value file = *base::json::parse(OneRule);
    auto &rule = *file.object()->find("rules")->array()->front().object();
    rule.set(std::string(member), *base::json::parse(value));
    return refusalOf(base::json::serialise(file));
}

} // namespace

TEST_CASE("the shipped deadline rules are in order")
{
    CHECK(refusalOf(good()) == "");
    CHECK(shippedDeadlineRules().event("report.received")->isInstant);
    CHECK(shippedDeadlineRules().rule("no.such") == nullptr);
}

TEST_CASE("each wrong rule file is refused at its place")
{
    const base::json::Value places = jsonOf("tests/data/deadlines/wrong/places.json");
    int seen = 0;
    for (const auto &[name, expected] : *places.object()) {
        if (name.starts_with("law-"))
            continue;
        CAPTURE(name);
        const std::string refusal = refusalOf(textOf("tests/data/deadlines/wrong/" + name));
        CHECK(refusal.substr(0, refusal.find(':')) == expected.stringAt("at"));
        ++seen;
    }
    CHECK(seen > 50);
}

TEST_CASE("a rule that contradicts itself is refused with its reason")
{
    CHECK(refusalWith("roll", R"("none")") == "");
    CHECK(refusalWith("figure", R"({"value":3,"unit":"hours","share":{"key":"a","parts":3,"setting":"lob.attempts"}})")
          == "rules[0].figure.share.key: is none of the rule's keys");
    CHECK(refusalWith("figure", R"({"unit":"given","given":"day"})")
          == "rules[0].figure.given: is none of the rule's keys");
    CHECK(refusalWith("figure", R"({"value":401,"unit":"days"})")
          == "rules[0].figure.value: must be between 0 and 400");
    CHECK(refusalWith("sentence", R"({"sv":"Inom {sum.","en":"Within {sum}."})")
          == "rules[0].sentence.sv: must be a whole sentence with closed braces");
    CHECK(refusalWith("sentence", R"({"sv":"Inom {sum}, {whole}.","en":"Within {sum}, {whole}."})")
          == "rules[0].sentence.sv: has a place that nothing fills");
    CHECK(refusalWith("start", R"([])") == "rules[0].start: must not be empty");
    CHECK(refusalWith("needs", R"("a b")") == "rules[0].needs: must be the name of a setting, such as lob.attempts");
    CHECK(refusalWith("kind", R"("habit")") == "rules[0].kind: must be one of: law, guideline, default, agreed");
    CHECK(refusalWith("then", R"({"value":2,"unit":"days","key":"x"})")
          == "rules[0].then.key: is not a known name here");
}

TEST_CASE("bytes that are no rule file are refused with words")
{
    for (const std::string_view text : {"", "{", "[]", "null", R"({"format":2})", R"({"format":1})"})
        CHECK_FALSE(refusalOf(text).empty());
    CHECK(refusalOf(std::string(DeadlineRules::FileBytes + 1, ' ')) != "");
}
