#include "core/screening/golden_vectors.h"

#include <cmath>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;
using base::json::Object;
using base::json::Value;

namespace {

constexpr int MaxJsonDepth = 16;

Result<ResultSettings> readSettings(const Value &vector)
{
    ResultSettings settings;
    settings.skipRule = vector.boolAt("skipRule", true) ? SkipRule::On : SkipRule::Off;
    if (vector.find("age")) {
        TRY(const std::int64_t age, vector.requireInteger("age"));
        settings.age = int(age);
    }
    if (vector.find("cutoffSet")) {
        TRY(settings.cutoffSet, vector.requireString("cutoffSet"));
    }
    if (vector.find("sex")) {
        TRY(const std::string sex, vector.requireString("sex"));
        if (sex != "f" && sex != "m")
            return base::fail(ErrorCode::InvalidInput, "sex: not f or m");
        settings.sex = sex == "f" ? Sex::Female : Sex::Male;
    }
    return settings;
}

/// The zone codes alone: {"f":"I","m":null}.
Value zoneCodes(const Value &zones)
{
    Object codes;
    for (const auto &[sex, zone] : *zones.object())
        codes.append(sex, *zone.find("zone"));
    return codes;
}

/// Fractions are given to the thousandth, as publications print them; everything else has to be the same.
bool isSame(const Value &actual, const Value &expected)
{
    constexpr double HalfOfLastDigit = 0.0005;
    if (actual.isNumber() && expected.isNumber() && !(actual.isInteger() && expected.isInteger()))
        return std::abs(actual.number() - expected.number()) <= HalfOfLastDigit;
    return actual == expected;
}

/// Every result that the vector names; "linkId is …, expected …" or an empty text.
std::string resultDifference(const Value &actual, const Value &expected)
{
    if (!expected.object())
        return "results is no object";
    for (const auto &[linkId, value] : *expected.object()) {
        const Value *found = actual.find(linkId);
        if (!found)
            return linkId + " is no result";
        if (!isSame(*found, value))
            return linkId + " is " + base::json::serialise(*found) + ", expected " + base::json::serialise(value);
    }
    return {};
}

/// Compares every key that the vector expects; answers "name: …" or an empty text.
std::string difference(const std::string &name, const Object &expected, const Value &actual)
{
    for (const auto &[key, value] : expected) {
        const Value *found = actual.find(key);
        if (key == "results") {
            const std::string different = resultDifference(*found, value);
            if (!different.empty())
                return name + ": " + different;
            continue;
        }
        const Value compared = !found ? Value() : key == "zones" ? zoneCodes(*found) : *found;
        if (!found || compared != value)
            return name + ": " + key + " is " + base::json::serialise(compared) + ", expected "
                   + base::json::serialise(value);
    }
    return {};
}

Result<std::string> runVector(const QuestionnairePointer &questionnaire, const Value &vector)
{
    TRY(const std::string name, vector.requireString("name"));
    TRY(const ResultSettings settings, readSettings(vector));
    const Value *answers = vector.find("answers");
    if (!answers)
        return base::fail(ErrorCode::InvalidInput, name + ": no answers");
    TRY(const AnswerSheet sheet, AnswerSheet::fromInput(questionnaire, *answers));
    TRY(const ScreeningResult result, interpret(sheet, settings));
    TRY(const Object *expected, vector.requireObject("expect"));
    for (const std::string_view key : {"score", "min", "max", "complete", "unanswered", "zones", "flags"})
        if (!expected->contains(key))
            return base::fail(ErrorCode::InvalidInput, name + ": nothing expected of " + std::string(key));
    return difference(name, *expected, resultToJson(result));
}

} // namespace

Result<VectorReport> runVectors(const QuestionnairePointer &questionnaire, std::string_view json)
{
    TRY(const Value file, base::json::parse(json, {.maxBytes = MaxQuestionnaireBytes, .maxDepth = MaxJsonDepth}));
    TRY(const std::string instrument, file.requireString("instrument"));
    TRY(const std::string version, file.requireString("version"));
    if (instrument != questionnaire->id() || version != questionnaire->version())
        return base::fail(ErrorCode::InvalidInput, "vectors of another instrument or version");
    TRY(const auto *vectors, file.requireArray("vectors"));
    if (vectors->empty())
        return base::fail(ErrorCode::InvalidInput, "vectors: none");
    VectorReport report;
    for (const Value &vector : *vectors) {
        TRY(std::string failure, runVector(questionnaire, vector));
        ++report.run;
        if (!failure.empty())
            report.failures.push_back(std::move(failure));
    }
    return report;
}

} // namespace faltakt::screening
