// Hostile and unreadable questionnaires: each gives one error that names the place, never a crash or a wrong score.
#include "core/screening/score.h"

#include "tests/support/catch.h"
#include "tests/unit/screening_fixtures.h"

using namespace faltakt;
using namespace faltakt::screening;
using base::ErrorCode;
using faltakt::screening::test::MiniQuestionnaire;

namespace {

struct Outcome {
    ErrorCode code = ErrorCode::Internal;
    std::string detail = "read";
};

Outcome read(const std::string &json)
{
    const auto questionnaire = Questionnaire::parse(json);
    if (questionnaire)
        return {};
    return {questionnaire.error().code(), questionnaire.error().detail()};
}

/// The small questionnaire with the first of these texts replaced.
std::string changed(const std::string &from, const std::string &to)
{
    std::string json = MiniQuestionnaire;
    const std::size_t place = json.find(from);
    REQUIRE(place != std::string::npos);
    return json.replace(place, from.size(), to);
}

void refuses(const std::string &from, const std::string &to, ErrorCode code, const std::string &detail)
{
    const Outcome outcome = read(changed(from, to));
    CAPTURE(from, to, outcome.detail);
    CHECK(outcome.code == code);
    CHECK(outcome.detail == detail);
}

std::string option(const std::string &code, int weight)
{
    return R"({"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":)"
           + std::to_string(weight) + R"(}],"valueCoding":{"code":")" + code + R"(","display":"x"}})";
}

std::string question(const std::string &linkId, const std::string &more = {})
{
    return R"({"linkId":")" + linkId + R"(","text":"x","type":"choice")" + more + R"(,"answerOption":[)"
           + option("no", 0) + "," + option("maybe", 1) + "," + option("yes", 2) + "]}";
}

std::string when(const std::string &linkId, const std::string &code = "yes")
{
    return R"({"question":")" + linkId + R"(","operator":"=","answerCoding":{"code":")" + code + R"("}})";
}

/// A questionnaire without score and zones around these items.
std::string around(const std::string &items)
{
    return R"({"resourceType":"Questionnaire","id":"t","language":"sv","extension":[{"url":"urn:faltakt:instrument","extension":[)"
           R"({"url":"wording","valueCode":"own"},{"url":"basis","valueString":"b"},{"url":"timeWindow","valueString":"t"}]}],)"
           R"("url":"urn:t","version":"1","status":"active","title":"t","copyright":"c","item":[)"
           + items + "]}";
}

std::string nested(int depth)
{
    std::string items = question("deep");
    for (int i = 0; i < depth; ++i)
        items = R"({"linkId":"g)" + std::to_string(i) + R"(","type":"group","item":[)" + items + "]}";
    return around(items);
}

/// A row of questions each of which hangs on all those before it.
std::string entangled(int count)
{
    std::string items;
    for (int i = 0; i < count; ++i) {
        std::string conditions;
        for (int k = 0; k < i; ++k)
            conditions += (k ? "," : "") + when("q" + std::to_string(k));
        if (i > 0)
            conditions = R"(,"enableBehavior":"any","enableWhen":[)" + conditions + "]";
        items += (i ? "," : "") + question("q" + std::to_string(i), conditions);
    }
    return items;
}

/// A score item that sums all points from 0 to this many.
std::string sumOf(int maximum)
{
    return R"(,{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":0},)"
           R"({"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":)"
           + std::to_string(maximum)
           + R"(},{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",)"
             R"json("valueExpression":{"language":"text/fhirpath","expression":"%resource.repeat(item).where(linkId != 'score').answer.value.weight().sum()"}}],)json"
             R"("linkId":"score","text":"x","type":"integer","readOnly":true})";
}

} // namespace

TEST_CASE("the small questionnaire is read with all that it says")
{
    const QuestionnairePointer questionnaire = Questionnaire::parse(MiniQuestionnaire).value();
    CHECK(questionnaire->id() == "mini");
    CHECK(questionnaire->minimumAge() == 16);
    CHECK(questionnaire->questions().size() == 2);
    CHECK(questionnaire->questions()[0].hint->in("sv") == "svara fritt");
    CHECK(questionnaire->maxScore() == 3);
    CHECK(questionnaire->interpretation()->zones[1].code == "top");
    CHECK(questionnaire->nodes()[2].parent == 1u);
    CHECK(questionnaire->nodes()[1].conditions.front().skipRule);
}

TEST_CASE("text that is no strict JSON is refused by the JSON reader")
{
    CHECK(read("").code == ErrorCode::InvalidInput);
    CHECK(read("{").code == ErrorCode::InvalidInput);
    CHECK(read("[]").detail == "resource: not an object");
    CHECK(read("null").detail == "resource: not an object");
    CHECK(read(changed(R"("id":"mini")", R"("id":"mini","id":"mini")")).code == ErrorCode::InvalidInput);
    CHECK(read(changed("svara fritt", "\xff\xfe")).code == ErrorCode::InvalidInput);
    CHECK(read(std::string(100'000, '[')).code == ErrorCode::TooLarge);
    CHECK(read(std::string(MaxQuestionnaireBytes + 1, ' ')).code == ErrorCode::TooLarge);
}

TEST_CASE("a head that is missing or of a wrong type is refused with its member")
{
    refuses(R"("resourceType":"Questionnaire")", R"("resourceType":"Patient")", ErrorCode::InvalidInput,
            "resourceType: not Questionnaire");
    refuses(R"("resourceType":"Questionnaire",)", "", ErrorCode::InvalidInput, "resourceType: missing");
    refuses(R"("id":"mini")", R"("id":7)", ErrorCode::InvalidInput, "id: not a string");
    refuses(R"("id":"mini")", R"("id":"Mini")", ErrorCode::InvalidInput, "id: not lower case");
    refuses(R"("id":"mini")", R"("id":"../mini")", ErrorCode::InvalidInput,
            "id: holds a character that a code must not have");
    refuses(R"("version":"1",)", "", ErrorCode::InvalidInput, "version: missing");
    refuses(R"("status":"active")", R"("status":"new")", ErrorCode::InvalidInput,
            "status: not active, draft or retired");
    refuses(R"("title":"Mini")", R"("title":" ")", ErrorCode::InvalidInput, "title: blank");
    refuses(R"("title":"Mini")", R"("modifierExtension":[],"title":"Mini")", ErrorCode::Unsupported,
            "resource: modifierExtension or implicitRules are not read");
    refuses("urn:faltakt:instrument", "urn:other", ErrorCode::InvalidInput,
            "resource: extension urn:faltakt:instrument missing");
    refuses(R"("valueCode":"own")", R"("valueCode":"borrowed")", ErrorCode::InvalidInput,
            "extension[0].extension[0].valueCode: not own or official");
}

TEST_CASE("a text of a megabyte is refused where it stands")
{
    refuses(R"("text":"ett")", R"("text":")" + std::string(1024 * 1024, 'a') + '"', ErrorCode::TooLarge,
            "item[0].text: longer than 4096 bytes");
}

TEST_CASE("items of a wrong kind are refused with their place")
{
    refuses(R"("type":"choice")", R"("type":"quantity")", ErrorCode::Unsupported, "item[0].type: not read");
    refuses(R"("type":"choice")", R"("type":"text")", ErrorCode::Unsupported,
            "item[0].answerOption: options of a question that is no choice");
    refuses(R"("type":"choice")", R"("type":"open-choice","repeats":true)", ErrorCode::Unsupported,
            "item[0].repeats: not read for this type");
    refuses(R"("type":"choice")", R"("type":"choice","repeats":true)", ErrorCode::Unsupported,
            "item: points of several answers in a sum, at item 1");
    refuses(R"("type":"choice")", R"("type":"choice","required":true)", ErrorCode::Unsupported,
            "item[0].required: no answer is ever forced");
    refuses(R"("type":"choice")", R"("type":"choice","readOnly":true)", ErrorCode::Unsupported,
            "item[0].readOnly: nothing is calculated here, so nobody can answer");
    refuses(R"("type":"choice")", R"("type":"choice","modifierExtension":[])", ErrorCode::Unsupported,
            "item[0].modifierExtension: not read");
    refuses(R"("type":"choice")", R"("type":"choice","answerValueSet":"urn:x")", ErrorCode::Unsupported,
            "item[0].answerValueSet: not read");
    refuses("urn:faltakt:hint", "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression",
            ErrorCode::Unsupported, "item[0].extension[0].url: this SDC extension is not read");
    refuses(R"("linkId":"1")", R"("linkId":1)", ErrorCode::InvalidInput, "item[0].linkId: not a string");
    refuses(R"("linkId":"1")", R"("linkId":"a/b")", ErrorCode::InvalidInput,
            "item[0].linkId: holds a character that a code must not have");
    refuses(R"("linkId":"2")", R"("linkId":"1")", ErrorCode::InvalidInput,
            "item[1].item[0].linkId: a second item with the same link id");
    refuses(R"("linkId":"2")", R"("linkId":"more")", ErrorCode::InvalidInput,
            "item[1].item[0].linkId: a second item with the same link id");
    CHECK(read(around(R"({"linkId":"g","type":"group"})")).detail == "item[0].item: a group without items");
    CHECK(read(around("")).detail == "item: no question");
    CHECK(read(around("7")).detail == "item[0]: not an object");
    CHECK(read(around(question("1", R"(,"item":[])"))).detail
          == "item[0].item: questions below a question are not read");
}

TEST_CASE("options that cannot be counted are refused with their place")
{
    const std::string first = R"("valueDecimal":1)";
    refuses(first, R"("valueDecimal":"1")", ErrorCode::InvalidInput,
            "item[0].answerOption[1].extension[0].valueDecimal: not a number");
    refuses(first, R"("valueDecimal":1.5)", ErrorCode::Unsupported,
            "item[0].answerOption[1].extension[0].valueDecimal: not a whole number");
    refuses(first, R"("valueDecimal":100000)", ErrorCode::TooLarge,
            "item[0].answerOption[1].extension[0].valueDecimal: beyond 1000");
    refuses(first, R"("valueDecimal":1e15)", ErrorCode::TooLarge,
            "item[0].answerOption[1].extension[0].valueDecimal: beyond 1000000000");
    refuses(R"("code":"yes")", R"("code":"no")", ErrorCode::InvalidInput,
            "item[0].answerOption[1].valueCoding.code: a second option with the same code");
    refuses(R"("code":"yes")", R"("code":"refused")", ErrorCode::InvalidInput,
            "item[0].answerOption[1].valueCoding.code: refused and unknown are answers of their own");
    refuses(R"("valueCoding":{"code":"yes","display":"ja"})", R"("valueString":"ja")", ErrorCode::InvalidInput,
            "item[0].answerOption[1].valueCoding: missing");
    refuses(R"("valueDecimal":2)", R"("valueDecimal":4)", ErrorCode::InvalidInput,
            "item: the points run from 0 to 5, which is not the scale that the score states");
}

TEST_CASE("a scored questionnaire whose option has no points is refused")
{
    refuses(
        R"("extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":0}],"valueCoding":{"code":"a")",
        R"("valueCoding":{"code":"a")", ErrorCode::InvalidInput,
        "item[1].item[0].answerOption[0]: no points, though there is a score");
}

TEST_CASE("a score that is counted in another way is refused, never counted wrongly")
{
    refuses(".weight().sum()", ".weight().avg()", ErrorCode::Unsupported,
            "item[2].extension[2].valueExpression.expression: position 71: no function 'avg'");
    refuses("text/fhirpath", "text/cql", ErrorCode::Unsupported,
            "item[2].extension[2].valueExpression.language: only text/fhirpath is read");
    refuses("sdc-questionnaire-calculatedExpression", "sdc-questionnaire-initialExpression", ErrorCode::Unsupported,
            "item[2].extension[2].url: this SDC extension is not read");
}

TEST_CASE("conditions that mean nothing are refused with their place")
{
    refuses(R"("operator":"!=")", R"("operator":"~")", ErrorCode::InvalidInput,
            "item[1].enableWhen[0].operator: unknown");
    refuses(R"("operator":"!=")", R"("operator":">=")", ErrorCode::Unsupported,
            "item[1].enableWhen[0].operator: choices have no order");
    refuses(R"("operator":"!=",)", "", ErrorCode::InvalidInput, "item[1].enableWhen[0].operator: missing");
    refuses(R"("operator":"!=")", R"("operator":"exists")", ErrorCode::InvalidInput,
            "item[1].enableWhen[0].answerBoolean: missing");
    refuses(R"("question":"1")", R"("question":"9")", ErrorCode::InvalidInput,
            "item[1].enableWhen[0].question: no question with this link id");
    refuses(R"("question":"1")", R"("question":"more")", ErrorCode::InvalidInput,
            "item[1].enableWhen[0].question: no question with this link id");
    refuses(R"("question":"1","operator":"!=","answerCoding":{"code":"no"})",
            R"("question":"1","operator":"!=","answerCoding":{"code":"never"})", ErrorCode::InvalidInput,
            "item[1].enableWhen[0].answerCoding.code: the question has no such option");
    refuses(R"("valueBoolean":true)", R"("valueBoolean":"true")", ErrorCode::InvalidInput,
            "item[1].enableWhen[0].extension[0].valueBoolean: not true or false");
    refuses(
        R"({"url":"urn:faltakt:skip-rule","extension":[{"url":"source","valueString":"ingen"},{"url":"confidence","valueCode":"unconfirmed"}]},)",
        "", ErrorCode::InvalidInput, "item[1].enableWhen[0]: part of a skip rule whose source is not stated");
    CHECK(read(around(question("1") + "," + question("2") + ","
                      + question("3", R"(,"enableWhen":[)" + when("1") + "," + when("2") + "]")))
              .detail
          == "item[2].enableBehavior: missing beside several enableWhen");
    CHECK(read(around(question("1") + ","
                      + question("2", R"(,"enableBehavior":"some","enableWhen":[)" + when("1") + "]")))
              .detail
          == "item[1].enableBehavior: not all or any");
}

TEST_CASE("conditions that run in a circle are refused")
{
    const auto hangsOn = [](const char *gate) { return R"(,"enableWhen":[)" + when(gate) + "]"; };
    CHECK(read(around(question("1", hangsOn("1")))).detail == "enableWhen: conditions run in a circle at item 1");
    CHECK(read(around(question("1", hangsOn("2")) + "," + question("2", hangsOn("1")))).detail
          == "enableWhen: conditions run in a circle at item 1");
    CHECK(read(around(R"({"linkId":"g","type":"group","enableWhen":[)" + when("1") + R"(],"item":[)" + question("1")
                      + "]}"))
              .detail
          == "enableWhen: conditions run in a circle at item g");
}

TEST_CASE("groups within groups are read down to the limit and refused below it")
{
    CHECK(read(nested(MaxGroupDepth - 1)).detail == "read");
    const Outcome outcome = read(nested(MaxGroupDepth));
    CHECK(outcome.code == ErrorCode::TooLarge);
    CHECK(outcome.detail.ends_with("groups more than 8 deep"));
    CHECK(read(nested(1000)).code == ErrorCode::TooLarge);
}

TEST_CASE("questions too entangled for an exact range are refused, not guessed")
{
    CHECK(read(around(entangled(10) + sumOf(10 * 2))).detail == "read");
    const Outcome outcome = read(around(entangled(40) + sumOf(40 * 2)));
    CHECK(outcome.code == ErrorCode::TooLarge);
    CHECK(outcome.detail.starts_with("enableWhen: too many questions depend on one another"));
}

TEST_CASE("a form without a score may be as entangled as it likes")
{
    CHECK(read(around(entangled(40))).detail == "read");
}

TEST_CASE("a condition on a question further down is read, and both of its sides count")
{
    const QuestionnairePointer questionnaire =
        Questionnaire::parse(around(question("1", R"(,"enableWhen":[)" + when("2") + "]") + "," + question("2")))
            .value();
    CHECK(openQuestions(test::sheet(questionnaire, {}), SkipRule::On) == std::vector<bool>{false, true});
    CHECK(openQuestions(test::sheet(questionnaire, {{"2", 2}}), SkipRule::On) == std::vector<bool>{true, true});
}

TEST_CASE("tables of limits with a gap or a contradiction are refused with their place")
{
    const std::string lowM = R"({"url":"sex","valueCode":"m"})";
    refuses(lowM, R"({"url":"sex","valueCode":"f"})", ErrorCode::InvalidInput,
            "extension[2].extension[2].extension[5]: a second row for the same sex and age");
    refuses(lowM, lowM + R"(,{"url":"overAge","valueInteger":65})", ErrorCode::InvalidInput,
            "extension[2].extension[2]: no row for m at every age");
    refuses(lowM, R"({"url":"sex","valueCode":"x"})", ErrorCode::InvalidInput,
            "extension[2].extension[2].extension[5].extension[0].valueCode: not f or m");
    refuses(R"({"url":"from","valueInteger":0})", R"({"url":"from","valueInteger":1})", ErrorCode::InvalidInput,
            "extension[2].extension[2].extension[4]: the limits do not begin at the lowest score");
    refuses(R"({"url":"from","valueInteger":3})", R"({"url":"from","valueInteger":0})", ErrorCode::InvalidInput,
            "extension[2].extension[2].extension[4].extension[2]: limits out of order");
    refuses(R"({"url":"from","valueInteger":3})", R"({"url":"from","valueInteger":4})", ErrorCode::InvalidInput,
            "extension[2].extension[2].extension[4].extension[2]: beyond the highest score");
    refuses(R"({"url":"code","valueCode":"top"})", R"({"url":"code","valueCode":"low"})", ErrorCode::InvalidInput,
            "extension[2].extension[1]: a second zone with the same code");
    refuses(R"({"url":"defaultCutoffSet","valueCode":"all"})", R"({"url":"defaultCutoffSet","valueCode":"other"})",
            ErrorCode::InvalidInput, "extension[2].extension[3].valueCode: no such cut-off set");
    refuses(R"({"url":"question","valueString":"2"})", R"({"url":"question","valueString":"7"})",
            ErrorCode::InvalidInput,
            "extension[2].extension[4].extension[2].valueString: no question with this link id");
    refuses(R"({"url":"confidence","valueCode":"primary"})", R"({"url":"confidence","valueCode":"certain"})",
            ErrorCode::InvalidInput,
            "extension[2].extension[2].extension[3].valueCode: not primary, secondary or unconfirmed");
}

TEST_CASE("translations are read, and two in one language are refused")
{
    const auto translated = [](const std::string &languages) {
        return changed(R"("title":"Mini")", R"("title":"Mini","_title":{"extension":[)" + languages + "]}");
    };
    const auto one = [](const std::string &language) {
        return R"({"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[{"url":"lang","valueCode":")"
               + language + R"("},{"url":"content","valueString":"Little"}]})";
    };
    const QuestionnairePointer questionnaire = Questionnaire::parse(translated(one("en"))).value();
    CHECK(questionnaire->title().in("en") == "Little");
    CHECK(questionnaire->title().in("ar") == "Mini");
    CHECK(read(translated(one("en") + "," + one("en"))).detail
          == "_title.extension[1]: a second text in the same language");
    CHECK(read(translated(one("sv"))).detail == "_title.extension[0]: a second text in the same language");
    CHECK(read(changed(R"("title":"Mini")", R"("title":"Mini","_title":"Little")")).detail == "_title: not an object");
}

TEST_CASE("a questionnaire cut off at any byte is refused and does no harm")
{
    for (std::size_t length = 0; length < MiniQuestionnaire.size(); ++length)
        CHECK_FALSE(Questionnaire::parse(std::string_view(MiniQuestionnaire).substr(0, length)));
}
