// Responses to and from other systems: what goes out comes back the same, and what is wrong is refused with its place.
#include "core/screening/golden_vectors.h"
#include "core/screening/instrument_library.h"
#include "core/screening/response_reader.h"

#include "tests/support/catch.h"
#include "tests/unit/screening_forms.h"

using namespace faltakt;
using namespace faltakt::screening;
using namespace faltakt::screening::test;
using base::json::Object;
using base::json::serialise;

namespace {

const std::string NotRelevant = extensions({extension("urn:faltakt:not-relevant", R"("valueBoolean":true)")});

/// Every kind of question, a group, a condition and a group with rows.
std::string everything()
{
    return joined(
        {item("one", "choice", plainOptions()), item("several", "choice", R"(,"repeats":true)" + plainOptions()),
         item("open", "open-choice", plainOptions()), item("yes", "boolean"), item("number", "integer", NotRelevant),
         item("amount", "decimal"), item("day", "date"), item("line", "string"), item("lines", "text"),
         item("group", "group",
              R"(,"item":[)" + joined({item("in", "choice", plainOptions()), item("told", "display")}) + "]"),
         item("after", "boolean",
              R"(,"enableWhen":[{"question":"yes","operator":"=","answerBoolean":true}],"enableBehavior":"all")"),
         item("row", "group",
              R"(,"repeats":true)" + extensions({fhirExtension("questionnaire-maxOccurs", R"("valueInteger":3)")})
                  + R"(,"item":[)" + joined({item("row-number", "integer"), item("row-line", "string")}) + "]")});
}

Object exported(const AnswerSheet &answers, const ResponseHead &head = {}, SkipRule skipRule = SkipRule::On)
{
    return exportResponse(answers, {.skipRule = skipRule, .cutoffSet = {}, .sex = {}, .age = {}}, head).value();
}

/// A response to form "t" with these items.
std::string response(const std::string &items, const std::string &head = R"("status":"completed")")
{
    return R"({"resourceType":"QuestionnaireResponse","questionnaire":"urn:t|1",)" + head + R"(,"item":[)" + items
           + "]}";
}

std::string answer(const std::string &linkId, const std::string &values)
{
    return R"({"linkId":")" + linkId + R"(","answer":[)" + values + "]}";
}

/// The refusal of the whole, or the problems one a line; "read" for neither.
std::string judged(const QuestionnairePointer &questionnaire, const std::string &text)
{
    const auto foreign = ForeignResponse::parse(text);
    if (!foreign)
        return foreign.error().detail();
    const auto read = foreign->read(questionnaire);
    if (!read)
        return read.error().detail();
    std::string words;
    for (const std::string &problem : read->problems)
        words += (words.empty() ? "" : "\n") + problem;
    return words.empty() ? "read" : words;
}

ReadResponse readBack(const QuestionnairePointer &questionnaire, const std::string &text)
{
    auto read = ForeignResponse::parse(text).value().read(questionnaire).value();
    INFO(text);
    REQUIRE(read.problems.empty());
    return read;
}

} // namespace

TEST_CASE("a response of every kind of answer comes back as the same answers and the same resource")
{
    const QuestionnairePointer questionnaire = compiled(everything());
    const AnswerSheet answers =
        answered(questionnaire, R"({"one":"b","several":[0,2],"open":"eget","yes":true,"number":"not-relevant",)"
                                R"("amount":1.5,"day":"2026-11","line":"en rad","lines":"två\nrader","in":1,)"
                                R"("after":"unknown","row.a/row-number":3,"row.b/row-line":"refused"})");
    const ResponseHead head{{},    {},  ResponseHead::Status::Completed, base::instantFromMs(1'795'700'000'000),
                            "c-1", true};
    const std::string once = serialise(exported(answers, head));
    const ForeignResponse foreign = ForeignResponse::parse(once).value();
    CHECK(foreign.head().questionnaire == "urn:t");
    CHECK(foreign.head().version == "1");
    CHECK(foreign.head().status == ResponseHead::Status::Completed);
    CHECK(foreign.head().subject == "c-1");
    CHECK(foreign.head().isSelfReported);
    const ReadResponse read = readBack(questionnaire, once);
    CHECK(read.answers.places().size() == answers.places().size());
    CHECK(serialise(exported(read.answers, foreign.head())) == once);
}

TEST_CASE("none of several options is told apart from no answer")
{
    const QuestionnairePointer questionnaire = compiled(everything());
    const std::string none = serialise(exported(answered(questionnaire, R"({"several":[]})")));
    CHECK(none.find(R"({"linkId":"several","extension":[{"url":"urn:faltakt:none-chosen","valueBoolean":true}]})")
          != std::string::npos);
    const auto several = questionnaire->findQuestion("several").value();
    CHECK(readBack(questionnaire, none).answers.at(several) == Answer::options({}));
    CHECK_FALSE(readBack(questionnaire, response(R"({"linkId":"several"})")).answers.at(several).has_value());
}

TEST_CASE("what does not change the meaning is passed over")
{
    const QuestionnairePointer questionnaire = compiled(everything());
    const ReadResponse read = readBack(
        questionnaire,
        response(R"({"linkId":"yes","text":"t","answer":[{"id":"a","valueBoolean":true}]},)"
                 R"({"linkId":"number"},{"linkId":"group","item":[{"linkId":"told","text":"t"}]})",
                 R"("status":"in-progress","authored":"2026-11-26T10:00:00+01:00","text":{"status":"empty"})"));
    CHECK(serialise(*exported(read.answers).find("item")) == R"([{"linkId":"yes","answer":[{"valueBoolean":true}]}])");
}

TEST_CASE("each wrong answer is one problem, with its place and the reason")
{
    const QuestionnairePointer questionnaire = compiled(everything());
    const auto judgedItems = [&](const std::string &items) { return judged(questionnaire, response(items)); };
    CHECK(judgedItems(answer("one", R"({"valueCoding":{"code":"z"}})") + "," + answer("yes", R"({"valueInteger":1})"))
          == "item[0].answer[0].valueCoding (one): the question has no such option\n"
             "item[1].answer[0] (yes): the question takes a valueBoolean");
    CHECK(judgedItems(answer("one", R"({"valueCoding":{"system":"urn:other","code":"a"}})"))
          == "item[0].answer[0].valueCoding (one): the question has no such option");
    CHECK(judgedItems(answer("one", R"({"valueCoding":{"code":"a"}},{"valueCoding":{"code":"b"}})"))
          == "item[0].answer[1] (one): the question takes one answer");
    CHECK(judgedItems(answer("several", R"({"valueCoding":{"code":"a"}},{"valueCoding":{"code":"a"}})"))
          == "item[0].answer[1] (several): the same option twice");
    CHECK(judgedItems(answer("number", R"({"valueInteger":1.5})"))
          == "item[0].answer[0].valueInteger (number): not a whole number");
    CHECK(judgedItems(answer("number", R"({"valueInteger":"1"})"))
          == "item[0].answer[0].valueInteger (number): not a number");
    CHECK(judgedItems(answer("number", R"({"valueInteger":1,"valueString":"1"})"))
          == "item[0].answer[0] (number): several values");
    CHECK(judgedItems(answer("number", "{}")) == "item[0].answer[0] (number): the question takes a valueInteger");
    CHECK(judgedItems(answer("day", R"({"valueDate":"2026-13"})")).starts_with("item[0].answer[0].valueDate (day): "));
    CHECK(judgedItems(answer("line", R"({"valueString":"två\nrader"})"))
          == "item[0].answer[0] (line): holds a character that is not taken");
    CHECK(judgedItems(R"({"linkId":"yes","answer":true})") == "item[0].answer (yes): not an array");
    CHECK(judgedItems(R"({"linkId":"yes","answer":[{"valueBoolean":true,"item":[{"linkId":"one"}]}]})")
          == "item[0].answer[0].item (yes): not read here");
    CHECK(judgedItems(R"({"linkId":"group","item":[{"linkId":"told","answer":[{"valueBoolean":true}]}]})")
          == "item[0].item[0] (told): a text takes no answer");
    CHECK(judgedItems(answer("group", R"({"valueBoolean":true})")) == "item[0].answer (group): a group takes none");
}

TEST_CASE("a reason for no answer has to be one that the question takes, and alone")
{
    const QuestionnairePointer questionnaire = compiled(everything());
    const auto absent = [&](const char *linkId, const char *reason, const char *more = "") {
        return judged(questionnaire,
                      response(answer(linkId, R"({"extension":[)"
                                                  + fhirExtension("data-absent-reason",
                                                                  R"("valueCode":")" + std::string(reason) + '"')
                                                  + "]" + more + "}")));
    };
    CHECK(absent("yes", "asked-declined") == "read");
    CHECK(absent("number", "not-applicable") == "read");
    CHECK(absent("yes", "not-applicable") == "item[0].answer[0] (yes): cannot be not relevant");
    CHECK(absent("yes", "masked")
          == "item[0].answer[0].extension[0].valueCode (yes): not asked-declined, asked-unknown or not-applicable");
    CHECK(absent("yes", "asked-unknown", R"(,"valueBoolean":true)")
          == "item[0].answer[0] (yes): a value and a reason for having none");
}

TEST_CASE("items stand where the questionnaire has them, and once")
{
    const QuestionnairePointer questionnaire = compiled(everything());
    const auto judgedItems = [&](const std::string &items) { return judged(questionnaire, response(items)); };
    const std::string yes = answer("yes", R"({"valueBoolean":true})");
    CHECK(judgedItems(answer("other", "{}")) == "item[0] (other): the questionnaire has no such item");
    CHECK(judgedItems(yes + "," + yes) == "item[1] (yes): stands there twice");
    CHECK(judgedItems(R"({"linkId":"group","item":[)" + yes + "]}")
          == "item[0].item[0] (yes): stands elsewhere in the questionnaire");
    CHECK(judgedItems(answer("in", "{}")) == "item[0] (in): stands elsewhere in the questionnaire");
    // A group below itself: ids that lead in a circle.
    CHECK(judgedItems(R"({"linkId":"group","item":[{"linkId":"group","item":[{"linkId":"group"}]}]})")
          == "item[0].item[0] (group): stands elsewhere in the questionnaire");
    CHECK(judgedItems(R"({"linkId":"yes","item":[{"linkId":"yes"}]})")
          == "item[0].item (yes): nothing stands below a question here");
    CHECK(judgedItems(R"({"linkId":3})") == "item[0].linkId: not a string");
    const std::string row = R"({"linkId":"row","item":[)" + answer("row-number", R"({"valueInteger":1})") + "]}";
    CHECK(judgedItems(joined({row, row, row})) == "read");
    CHECK(judgedItems(joined({row, row, row, row})) == "item[3] (row): the group takes no more rows");
}

TEST_CASE("what the answers before it close cannot be answered")
{
    const QuestionnairePointer questionnaire = compiled(everything());
    CHECK(judged(questionnaire, response(answer("after", R"({"valueBoolean":true})")))
          == "item[0] (after): answered, though the answers before it close the question");
}

TEST_CASE("answers that the skip rule leaves out say that it was not used")
{
    const InstrumentLibrary library = InstrumentLibrary::shipped().value();
    const QuestionnairePointer audit = library.find("audit-c").value();
    const AnswerSheet answers = answered(audit, R"({"1":0,"2":1,"3":0})");
    const std::string all = serialise(exported(answers, {}, SkipRule::Off));
    const ReadResponse read = readBack(audit, all);
    CHECK(read.skipRule == SkipRule::Off);
    CHECK(serialise(exported(read.answers, {}, read.skipRule)) == all);
    Object silent = exported(answers, {}, SkipRule::Off);
    REQUIRE(silent.remove("extension"));
    CHECK(readBack(audit, serialise(silent)).skipRule == SkipRule::Off);
    CHECK(readBack(audit, serialise(exported(answers))).skipRule == SkipRule::On);
}

TEST_CASE("a stated score is compared and never taken")
{
    const InstrumentLibrary library = InstrumentLibrary::shipped().value();
    const QuestionnairePointer audit = library.find("audit-c").value();
    std::string text = serialise(exported(answered(audit, R"({"1":4,"2":4,"3":4})")));
    const auto differing = [&audit](const std::string &changed) {
        const ReadResponse read = readBack(audit, changed);
        return differingResults(read.stated, interpret(read.answers, {}).value());
    };
    CHECK(differing(text).empty());
    text.replace(text.find(R"("valueInteger":12)"), 17, R"("valueInteger":3)");
    CHECK(differing(text) == std::vector<std::string>{"score: 3 is stated, and it comes out as 12"});
    CHECK(differing(R"({"resourceType":"QuestionnaireResponse","questionnaire":"urn:faltakt:questionnaire:audit-c|)"
                    + audit->version() + R"(","status":"in-progress","item":[)"
                    + answer("score", R"({"valueInteger":0})") + "]}")
          == std::vector<std::string>{"score: 0 is stated, and it is not certain from the answers"});
}

TEST_CASE("a response that is none, or of another form, is refused as a whole")
{
    const QuestionnairePointer questionnaire = compiled(everything());
    const auto judgedText = [&](const std::string &text) { return judged(questionnaire, text); };
    CHECK(judgedText("[]") == "resource: not an object");
    CHECK(judgedText(R"({"resourceType":"Patient"})") == "resourceType: not QuestionnaireResponse");
    CHECK(judgedText(response("", R"("status":"entered-in-error")")) == "status: the answers were entered in error");
    CHECK(judgedText(response("", R"("status":"done")")) == "status: not in-progress, completed, amended or stopped");
    CHECK(judgedText(response("", R"("status":"completed","authored":"i går")")) == "authored: no date and no time");
    CHECK(judgedText(response("", R"("status":"completed","implicitRules":"urn:x")")).starts_with("implicitRules: "));
    CHECK(judgedText(response("", R"("status":"completed","subject":"Kim")")) == "subject: not an object");
    std::string other = response("");
    other.replace(other.find("urn:t|1"), 7, "urn:t|2");
    CHECK(judgedText(other) == "questionnaire: another one, or another version");
    CHECK(judgedText(response("").substr(0, 60)) != "read");
    CHECK(judgedText(
              R"({"resourceType":"QuestionnaireResponse","questionnaire":"urn:t|1","status":"completed","item":{}})")
          == "item: not an array");
}

TEST_CASE("what is too deep or too large is refused before it is walked through")
{
    const QuestionnairePointer questionnaire = compiled(everything());
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += R"({"linkId":"group","item":[)";
    const auto tooDeep = ForeignResponse::parse(response(deep));
    REQUIRE_FALSE(tooDeep.has_value());
    CHECK(tooDeep.error().code() == base::ErrorCode::TooLarge);
    const auto tooLarge = ForeignResponse::parse(
        response(answer("line", R"({"valueString":")" + std::string(MaxResponseBytes, 'a') + "\"}")));
    REQUIRE_FALSE(tooLarge.has_value());
    CHECK(tooLarge.error().code() == base::ErrorCode::TooLarge);
    // Many wrong answers stay a list that people can read.
    std::string many = answer("x", "{}");
    for (int i = 0; i < 5000; ++i)
        many += "," + answer("x", "{}");
    const ReadResponse read = ForeignResponse::parse(response(many)).value().read(questionnaire).value();
    CHECK(read.problems.size() == MaxResponseProblems + 1);
    CHECK(read.problems.back() == "and more that are not listed");
}

TEST_CASE("every golden vector of every instrument survives the way out and back")
{
    const InstrumentLibrary library = InstrumentLibrary::shipped().value();
    std::size_t vectors = 0;
    for (const auto &[id, questionnaire] : library.all()) {
        const auto file =
            base::json::parse(shippedVectors(id).value(), {.maxBytes = MaxQuestionnaireBytes, .maxDepth = 16});
        for (const base::json::Value &vector : *file->find("vectors")->array()) {
            INFO(id << ": " << vector.stringAt("name"));
            const AnswerSheet answers = AnswerSheet::fromInput(questionnaire, *vector.find("answers")).value();
            const auto skipRule = vector.boolAt("skipRule", true) ? SkipRule::On : SkipRule::Off;
            const std::string once = serialise(exported(answers, {}, skipRule));
            const ReadResponse read = readBack(questionnaire, once);
            CHECK(serialise(exported(read.answers, {}, read.skipRule)) == once);
            const auto result = interpret(read.answers, {.skipRule = skipRule, .cutoffSet = {}, .sex = {}, .age = {}});
            CHECK(differingResults(read.stated, *result).empty());
            ++vectors;
        }
    }
    CHECK(vectors > 300);
}
