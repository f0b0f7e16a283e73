// Any bytes as a QuestionnaireResponse: the reader answers with answers or with reasons. What it reads without a problem is
// answers that each question takes, comes to a result, and goes out and in again unchanged.
#include "core/screening/assessment_record.h"
#include "core/screening/instrument_library.h"
#include "core/screening/response_reader.h"
#include "tests/unit/screening_forms.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace faltakt;
using namespace faltakt::screening;

namespace {

/// A broken promise is a find like a crash.
void expect(bool promise)
{
    if (!promise)
        std::abort();
}

/// Every kind of question, a group, a condition and a group with rows: "urn:t|1".
QuestionnairePointer everything()
{
    using namespace faltakt::screening::test;
    return compiled(joined(
        {item("one", "choice", plainOptions()), item("several", "choice", R"(,"repeats":true)" + plainOptions()),
         item("open", "open-choice", plainOptions()), item("yes", "boolean"),
         item("number", "integer", extensions({extension("urn:faltakt:not-relevant", R"("valueBoolean":true)")})),
         item("amount", "decimal"), item("day", "date"), item("line", "string"), item("lines", "text"),
         item("group", "group",
              R"(,"item":[)" + joined({item("in", "choice", plainOptions()), item("told", "display")}) + "]"),
         item("after", "boolean",
              R"(,"enableWhen":[{"question":"yes","operator":"=","answerBoolean":true}],"enableBehavior":"all")"),
         item("row", "group",
              R"(,"repeats":true)" + extensions({fhirExtension("questionnaire-maxOccurs", R"("valueInteger":3)")})
                  + R"(,"item":[)" + joined({item("row-number", "integer"), item("row-line", "string")}) + "]")}));
}

const InstrumentLibrary &library()
{
    static const InstrumentLibrary all = [] {
        InstrumentLibrary shipped = InstrumentLibrary::shipped().value();
        expect(shipped.add(everything()).has_value());
        return shipped;
    }();
    return all;
}

QuestionnairePointer named(const ResponseHead &head)
{
    for (const auto &[id, questionnaire] : library().all())
        if (questionnaire->url() == head.questionnaire)
            return questionnaire;
    return nullptr;
}

void expectSound(const QuestionnairePointer &questionnaire, const ForeignResponse &foreign, const ReadResponse &read)
{
    expect(AnswerSheet::fromStored(questionnaire, storedAnswers(answerFields(read.answers))).unreadable.empty());
    ResultSettings settings;
    settings.skipRule = read.skipRule;
    const auto result = interpret(read.answers, settings);
    if (!result)
        return expect(!result.error().detail().empty());
    expect(result->score.min <= result->score.max);
    (void)differingResults(read.stated, *result);
    const auto once = exportResponse(read.answers, settings, foreign.head());
    expect(once.has_value());
    const auto again = ForeignResponse::parse(base::json::serialise(*once));
    expect(again.has_value());
    const auto back = again->read(questionnaire);
    expect(back.has_value() && back->problems.empty());
    const auto twice = exportResponse(back->answers, settings, again->head());
    expect(twice.has_value() && base::json::serialise(*twice) == base::json::serialise(*once));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto foreign = ForeignResponse::parse({reinterpret_cast<const char *>(data), size});
    if (!foreign) {
        expect(!foreign.error().detail().empty());
        return 0;
    }
    const QuestionnairePointer questionnaire = named(foreign->head());
    if (!questionnaire)
        return 0;
    const auto read = foreign->read(questionnaire);
    if (read && read->problems.empty())
        expectSound(questionnaire, *foreign, *read);
    return 0;
}
