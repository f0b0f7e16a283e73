// Prints what faltakt-cli exports of every golden vector of every shipped instrument and form, and of one half filled in: one
// FHIR resource a line, for the validators of other people.
#include "core/screening/instrument_library.h"
#include "core/screening/response_export.h"

#include <fstream>
#include <iostream>
#include <sstream>

using namespace faltakt;
using namespace faltakt::screening;
using base::Result;
using base::json::Value;

namespace {

constexpr std::int64_t SomeTime = 1'795'700'000'000;

/// Every other answer.
AnswerSheet halfOf(AnswerSheet answers)
{
    bool isKept = true;
    for (const Place &place : answers.places()) {
        if (answers.at(place) && !isKept)
            answers.set(place, std::nullopt);
        isKept = !isKept;
    }
    return answers;
}

Result<void> print(const AnswerSheet &answers, SkipRule skipRule, ResponseHead::Status status)
{
    ResultSettings settings;
    settings.skipRule = skipRule;
    ResponseHead head;
    head.status = status;
    head.authored = base::instantFromMs(SomeTime);
    head.subject = "0193a4b0-0000-7000-8000-000000000001";
    head.isSelfReported = status == ResponseHead::Status::Completed;
    TRY(const base::json::Object response, exportResponse(answers, settings, head));
    std::cout << base::json::serialise(response) << '\n';
    return {};
}

Result<std::string> readVectors(const std::string &id)
{
    std::ifstream file(std::string(FALTAKT_FORMS_FOLDER) + '/' + id + ".vectors.json");
    std::ostringstream text;
    text << file.rdbuf();
    return file.good() || file.eof() ? Result<std::string>(text.str()) : base::fail(base::ErrorCode::NotFound, id);
}

Result<void> printForms()
{
    TRY(const InstrumentLibrary library, InstrumentLibrary::forms());
    for (const auto &[id, form] : library.all()) {
        TRY(const std::string text, readVectors(id));
        TRY(const Value file, base::json::parse(text, {.maxBytes = MaxQuestionnaireBytes, .maxDepth = 16}));
        TRY(const auto *vectors, file.requireArray("vectors"));
        for (const Value &vector : *vectors) {
            TRY(const auto *answers, vector.requireObject("answers"));
            const auto read = AnswerSheet::fromStored(form, *answers);
            TRY_VOID(print(read.sheet, SkipRule::On, ResponseHead::Status::Completed));
        }
    }
    return {};
}

Result<void> printAll()
{
    TRY(const InstrumentLibrary library, InstrumentLibrary::shipped());
    for (const auto &[id, questionnaire] : library.all()) {
        TRY(const std::string text, shippedVectors(id));
        TRY(const Value file, base::json::parse(text, {.maxBytes = MaxQuestionnaireBytes, .maxDepth = 16}));
        TRY(const auto *vectors, file.requireArray("vectors"));
        for (const Value &vector : *vectors) {
            TRY(const AnswerSheet answers, AnswerSheet::fromInput(questionnaire, *vector.find("answers")));
            const auto skipRule = vector.boolAt("skipRule", true) ? SkipRule::On : SkipRule::Off;
            TRY_VOID(print(answers, skipRule, ResponseHead::Status::Completed));
            TRY_VOID(print(halfOf(answers), skipRule, ResponseHead::Status::InProgress));
        }
    }
    return {};
}

} // namespace

int main()
{
    auto printed = printAll();
    if (printed)
        printed = printForms();
    if (!printed)
        std::cerr << printed.error().detail() << '\n';
    return printed ? 0 : 1;
}
