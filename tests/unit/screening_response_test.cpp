// The answers as a QuestionnaireResponse: what expressions are evaluated over, and what is exported.
#include "core/screening/questionnaire_response.h"

#include "tests/support/catch.h"
#include "tests/unit/screening_forms.h"

using namespace faltakt;
using namespace faltakt::screening;
using namespace faltakt::screening::test;

namespace {

std::string itemsOf(const AnswerSheet &answers, const ResponseContent &content = {})
{
    const auto response = questionnaireResponse(answers, OpenItems(answers, SkipRule::On), "completed", content);
    const base::json::Value *items = response.find("item");
    return items ? base::json::serialise(*items) : "none";
}

} // namespace

TEST_CASE("a response names its questionnaire with the version, and says how far it has come")
{
    const AnswerSheet answers(compiled(item("1", "boolean")));
    CHECK(base::json::serialise(questionnaireResponse(answers, OpenItems(answers, SkipRule::On), "in-progress"))
          == R"({"resourceType":"QuestionnaireResponse","questionnaire":"urn:t|1","status":"in-progress"})");
}

TEST_CASE("every kind of answer has its FHIR type, and texts are left out")
{
    const QuestionnairePointer questionnaire = compiled(
        joined({item("1", "choice", plainOptions()), item("2", "choice", R"(,"repeats":true)" + plainOptions()),
                item("3", "open-choice", plainOptions()), item("4", "boolean"), item("5", "integer"),
                item("6", "decimal"), item("7", "date"), item("8", "string"), item("9", "text")}));
    CHECK(
        itemsOf(answered(questionnaire,
                         R"({"1":"a","2":[1,2],"3":"eget","4":false,"5":0,"6":"1.50","7":"2026-11","8":"s","9":"t"})"))
        == R"([{"linkId":"1","answer":[{"valueCoding":{"code":"a","display":"a"}}]},)"
           R"({"linkId":"2","answer":[{"valueCoding":{"code":"b","display":"b"}},{"valueCoding":{"code":"c","display":"c"}}]},)"
           R"({"linkId":"3","answer":[{"valueString":"eget"}]},{"linkId":"4","answer":[{"valueBoolean":false}]},)"
           R"({"linkId":"5","answer":[{"valueInteger":0}]},{"linkId":"6","answer":[{"valueDecimal":1.5}]},)"
           R"({"linkId":"7","answer":[{"valueDate":"2026-11"}]},{"linkId":"8","answer":[{"valueString":"s"}]},)"
           R"({"linkId":"9","answer":[{"valueString":"t"}]}])");
}

TEST_CASE("refused, unknown and not relevant are answers without a value that say why")
{
    const std::string notRelevant = extensions({extension("urn:faltakt:not-relevant", R"("valueBoolean":true)")});
    const QuestionnairePointer questionnaire =
        compiled(joined({item("1", "integer"), item("2", "integer"), item("3", "integer", notRelevant)}));
    const auto absent = [](const char *linkId, const char *reason) {
        return R"({"linkId":")" + std::string(linkId)
               + R"(","answer":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":")"
               + reason + R"("}]}]})";
    };
    CHECK(itemsOf(answered(questionnaire, R"({"1":"refused","2":"unknown","3":"not-relevant"})"))
          == "[" + joined({absent("1", "asked-declined"), absent("2", "asked-unknown"), absent("3", "not-applicable")})
                 + "]");
}

TEST_CASE("groups hold what was answered in them, rows stand one by one, and what is closed or empty is left out")
{
    const QuestionnairePointer questionnaire = compiled(joined(
        {item("1", "boolean"), group("g", item("2", "boolean"), enabled(when("1", "=", R"("answerBoolean":true)"))),
         group("r", joined({item("3", "string"), item("4", "string")}), R"(,"repeats":true)"),
         group("empty", item("5", "boolean")), item("d", "display")}));
    CHECK(itemsOf(answered(questionnaire, R"({"1":true,"2":true,"r.b/3":"b","r.a/4":"a"})"))
          == R"([{"linkId":"1","answer":[{"valueBoolean":true}]},)"
             R"({"linkId":"g","item":[{"linkId":"2","answer":[{"valueBoolean":true}]}]},)"
             R"({"linkId":"r","item":[{"linkId":"4","answer":[{"valueString":"a"}]}]},)"
             R"({"linkId":"r","item":[{"linkId":"3","answer":[{"valueString":"b"}]}]}])");
    CHECK(itemsOf(answered(questionnaire, R"({"1":false,"2":true})"))
          == R"([{"linkId":"1","answer":[{"valueBoolean":false}]}])");
    CHECK(itemsOf(AnswerSheet(questionnaire)) == "none");
}

TEST_CASE("calculated items stand in a response where they stand in the form")
{
    const QuestionnairePointer questionnaire = compiled(
        joined({calculated("first", "integer", "1"),
                group("g", joined({item("1", "boolean"), calculated("in", "decimal", "1.5"), item("2", "boolean")})),
                calculated("last", "boolean", "true")}));
    const std::vector<base::json::Value> values{1, 1.5, base::json::Value()};
    CHECK(
        itemsOf(answered(questionnaire, R"({"1":true,"2":true})"), {.calculated = &values})
        == R"([{"linkId":"first","answer":[{"valueInteger":1}]},)"
           R"({"linkId":"g","item":[{"linkId":"1","answer":[{"valueBoolean":true}]},{"linkId":"in","answer":[{"valueDecimal":1.5}]},)"
           R"({"linkId":"2","answer":[{"valueBoolean":true}]}]}])");
}

TEST_CASE("a code keeps the system that it belongs to")
{
    const QuestionnairePointer questionnaire = compiled(item(
        "1", "choice",
        R"(,"answerOption":[{"valueCoding":{"system":"urn:s","code":"a","display":"A"}},{"valueCoding":{"code":"b","display":"B"}}])"));
    CHECK(itemsOf(answered(questionnaire, R"({"1":0})"))
          == R"([{"linkId":"1","answer":[{"valueCoding":{"system":"urn:s","code":"a","display":"A"}}]}])");
}
