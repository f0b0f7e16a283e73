// The dated examples of every deadline rule, and what a rule says of itself.
#include "core/casework/swedish_time.h"
#include "core/rules/profile_catalogue.h"
#include "core/rules/swedish_calendar.h"
#include "tests/unit/rules_deadline_files.h"

#include <set>

using namespace faltakt;
using namespace faltakt::rules;
using namespace faltakt::rules::testing;
using base::json::Value;

namespace {

base::Date day(std::string_view text) { return *base::parseDate(text); }

base::Result<Deadline> answer(const Value &example, const Profile &profile)
{
    const DeadlineRule *rule = shippedDeadlineRules().rule(example.stringAt("rule"));
    REQUIRE(rule != nullptr);
    const auto keys = readDeadlineKeys(*rule, writtenKeys(example));
    if (!keys)
        return base::fail(keys.error());
    return countDeadline(*rule, startOf(example.stringAt("from")), *keys, profile, shippedLawMap());
}

base::Result<Deadline> answer(std::string_view json)
{
    const Value example = *base::json::parse(json);
    return answer(example, profileOf(example));
}

std::string swedish(std::string_view json)
{
    const auto deadline = answer(json);
    return deadline ? deadline->explanation.sv : "refused: " + deadline.error().detail();
}

} // namespace

TEST_CASE("every dated example of the deadline rules comes out as it was counted by hand")
{
    const Value file = jsonOf("assets/deadlines/deadlines.examples.json");
    std::map<std::string, int> answered;
    for (const Value &example : *file.find("examples")->array()) {
        CAPTURE(base::json::serialise(example));
        const Profile profile = profileOf(example);
        const auto deadline = answer(example, profile);
        if (const Value *refused = example.find("refused")) {
            REQUIRE_FALSE(deadline.has_value());
            CHECK(deadline.error().code() == base::ErrorCode::InvalidInput);
            CHECK(deadline.error().detail().starts_with(*refused->string() + ":"));
            continue;
        }
        if (!deadline)
            FAIL(deadline.error().detail());
        ++answered[deadline->rule];
        const auto json = toJson(*deadline, Language::Swedish);
        CHECK(*json.find("due") == *example.find("due"));
        const bool isKindOfRule = deadline->kind == shippedDeadlineRules().rule(deadline->rule)->kind;
        CHECK((isKindOfRule || deadline->kind == SourceKind::Guideline));
        if (const Value *paragraph = example.find("paragraph"))
            CHECK(deadline->paragraph == *paragraph->string());
        else if (deadline->kind == SourceKind::Agreed)
            CHECK(deadline->paragraph == "Överenskommet");
        else if (deadline->kind != SourceKind::Law)
            CHECK(deadline->paragraph == StatedSourceText);
        for (const std::string &text : {deadline->explanation.sv, deadline->explanation.en}) {
            CHECK(text.ends_with('.'));
            CHECK(text.find_first_of("{}") == std::string::npos);
            CHECK(text.find(": .") == std::string::npos);
            CHECK(text.find("  ") == std::string::npos);
        }
    }
    CHECK(answered.size() == shippedDeadlineRules().rules().size());
    for (const auto &[rule, count] : answered) {
        CAPTURE(rule);
        CHECK(count >= 3);
    }
}

TEST_CASE("every rule has words in both languages and a place in the law of the days on which it holds")
{
    const auto &rules = shippedDeadlineRules();
    REQUIRE(rules.rules().size() == 89);
    for (const DeadlineRule &rule : rules.rules()) {
        CAPTURE(rule.id);
        CHECK_FALSE(rule.title.swedish.empty());
        CHECK_FALSE(rule.title.english.empty());
        CHECK(rule.sentence.swedish != rule.sentence.english);
        REQUIRE(shippedLawMap().subject(rule.law) != nullptr);
        if (rule.kind == SourceKind::Law)
            CHECK_FALSE(bindingOf(rule, rule.until.value_or(day("2026-11-26")), emptyProfile(), shippedLawMap())
                            .paragraph.empty());
    }
}

TEST_CASE("the product's own figures stand in the rules and in the settings alike")
{
    for (const auto &[id, member] : {std::pair{"lob.firstAttempt", &ProfileSettings::lobFirstAttemptDays},
                                     std::pair{"lob.attempt", &ProfileSettings::lobAttemptWindowDays},
                                     std::pair{"lob.letter", &ProfileSettings::lobLetterDays}}) {
        CAPTURE(id);
        CHECK(shippedDeadlineRules().rule(id)->figure->value == (productDefaults().*member)->value);
    }
    CHECK(shippedDeadlineRules().rule("lob.attempt")->figure->share->parts == productDefaults().lobAttempts->value);
    CHECK(shippedDeadlineRules().rule("lob.safetyCheckLimit")->conditions.front().below
          == productDefaults().lobSafetyCheckUnderAge->value);
}

TEST_CASE("a sentence tells the arithmetic, what moved the end, and which days were not counted")
{
    CHECK(swedish(R"({"rule":"appeal.arrive","from":"2026-12-03"})")
          == "Överklagandet ska ha kommit till nämnden inom 3 veckor från den dag personen fick del av beslutet: "
             "torsdag 3 "
             "december 2026 + 3 veckor = torsdag 24 december 2026, flyttat till måndag 28 december 2026.");
    CHECK(swedish(R"({"rule":"decision.end","from":"2026-03-16"})")
          == "Påminnelse 30 dagar innan beslutet går ut: 30 dagar före måndag 16 mars 2026 = lördag 14 februari 2026, "
             "flyttat till fredag 13 februari 2026.");
    CHECK(swedish(R"({"rule":"eviction.decide","from":"2026-11-30","with":{"notified":"2026-12-04"}})")
          == "Efter de tre veckorna ska ytterligare två vardagar gå. Inget beslut om avhysning före utgången av onsdag "
             "30 "
             "december 2026: fredag 4 december 2026 + 3 veckor = fredag 25 december 2026, flyttat till onsdag 30 "
             "december 2026.");
    CHECK(swedish(R"({"rule":"communication.reply","from":"2026-12-17","with":{"reply":"2027-01-11"}})")
          == "Personen får en bestämd tid att svara. Lagen ger inget antal dagar; vi föreslår 14 dagar: bestämt till "
             "måndag "
             "11 januari 2027.");
    CHECK(swedish(R"({"rule":"lob.firstAttempt","from":"2026-12-23"})")
          == "Första försöket senast: onsdag 23 december 2026 + 3 arbetsdagar = onsdag 30 december 2026 (räknas inte: "
             "Julafton, Juldagen).");
    CHECK(
        swedish(R"({"rule":"lob.attempt","from":"2026-10-16","with":{"attempt":3,"last":"2026-10-30"}})")
        == "Försök 3 av 3 inom 14 dagar, en annan dag än förra: fredag 16 oktober 2026 + 14 dagar = fredag 30 oktober "
           "2026, flyttat till måndag 2 november 2026.");
    CHECK(swedish(R"({"rule":"safetyCheck.limit","from":"2026-10-24T18:15:00+02:00","with":{"age":19},)"
                  R"("settings":{"lob.safetyCheckHours":24}})")
          == "Lagen säger genast. Riktlinjen sätter en yttre gräns på 24 timmar för 18 till 20 år; den får göras även "
             "för "
             "äldre: lördag 24 oktober 2026 kl. 18:15 + 24 timmar = söndag 25 oktober 2026 kl. 17:15.");
}

TEST_CASE("a rule says how well it is known, by itself and by its place in the law")
{
    CHECK(answer(R"({"rule":"service.control","from":"2026-10-13","with":{"told":"yes"}})")->confidence
          == Confidence::Unconfirmed);
    CHECK(answer(R"({"rule":"lob.letter","from":"2026-10-13"})")->confidence == Confidence::Primary);
}

TEST_CASE("a refusal names what the rule lacks and takes no key that it does not know")
{
    const auto detail = [](std::string_view json) {
        const auto deadline = answer(json);
        return deadline ? std::string() : deadline.error().detail();
    };
    CHECK(detail(R"({"rule":"lob.safetyCheck","from":"2026-10-13"})") == "age: this rule needs it");
    CHECK(detail(R"({"rule":"lob.safetyCheck","from":"2026-10-13","with":{"age":"x"}})")
          == "age: must be a whole number from 0 to 130");
    CHECK(detail(R"({"rule":"lob.safetyCheck","from":"2026-10-13","with":{"age":131}})")
          == "age: must be a whole number from 0 to 130");
    CHECK(detail(R"({"rule":"lob.safetyCheck","from":"2026-10-13","with":{"age":30}})")
          == "age: The rule is for people under 21.");
    CHECK(detail(R"({"rule":"lob.safetyCheckLimit","from":"2026-10-13","with":{"age":20}})")
          == "lob.safetyCheckHours: the municipality's profile does not state it");
    CHECK(detail(R"({"rule":"lob.letter","from":"2026-10-13","with":{"age":20}})") == "keys: this rule takes none");
    CHECK(detail(R"({"rule":"lob.letter","from":"2026-10-13","with":{"":"20"}})") == "keys: this rule takes none");
    CHECK(detail(R"({"rule":"lob.safetyCheck","from":"2026-10-13","with":{"years":20}})")
          == "keys: this rule takes age");
    CHECK(detail(R"({"rule":"lob.firstAttempt","from":"2026-10-13","with":{"number":"maybe"}})")
          == "number: must be yes or no");
    CHECK(detail(R"({"rule":"lob.attempt","from":"2026-10-13","with":{"attempt":2,"last":"soon"}})")
          == "last: must be an existing day as YYYY-MM-DD");
    CHECK(detail(R"({"rule":"lob.attempt","from":"2026-10-13","with":{"attempt":7,"last":"2026-10-19"}})")
          == "attempt: there are 3 in this municipality");
    CHECK(detail(R"({"rule":"placement.review","from":"2026-10-13"})")
          == "stated: the municipality's profile does not state it");
    CHECK(detail(R"({"rule":"concern.feedback","from":"2026-01-14"})") == "from: the rule holds from 2026-01-15");
}

TEST_CASE("a value from a record that is of another type is refused like a written one")
{
    const DeadlineRule &rule = *shippedDeadlineRules().rule("lob.safetyCheck");
    const auto refused = [&](const KeyValues &keys) {
        return countDeadline(rule, day("2026-10-13"), keys, emptyProfile(), shippedLawMap()).error().detail();
    };
    CHECK(refused({{"age", true}}) == "age: has a value that this rule does not take");
    CHECK(refused({{"age", 19}, {"other", 1}}) == "other: is no key of this rule");
}

TEST_CASE("the list gives each rule's start, keys and binding, with the municipality's own source")
{
    const Value example = *base::json::parse(R"({"rule":"x","settings":{"followUpMonths":6}})");
    const auto listed = [&](std::string_view id, const Profile &profile) {
        const DeadlineRule &rule = *shippedDeadlineRules().rule(id);
        return listedJson(rule, shippedDeadlineRules(), bindingOf(rule, day("2026-11-26"), profile, shippedLawMap()),
                          Language::Swedish);
    };
    CHECK(
        base::json::serialise(Value(listed("eviction.recover", emptyProfile())))
        == R"({"rule":"eviction.recover","title":"Återvinna hyresrätten","start":["eviction.served"],"startKind":"day",)"
           R"("keys":[{"key":"notified","type":"day","required":true}],"kind":"law","audience":"field",)"
           R"("paragraph":"JB 12:44"})");
    CHECK(*listed("insats.followUp", emptyProfile()).find("paragraph") == Value(nullptr));
    CHECK(*listed("insats.followUp", profileOf(example)).find("paragraph") == Value(StatedSourceText));
    CHECK(*listed("investigation.open", emptyProfile()).find("startKind") == Value("instant"));
    CHECK(*listed("lvm.criteria", emptyProfile()).find("startKind") == Value(nullptr));
}
