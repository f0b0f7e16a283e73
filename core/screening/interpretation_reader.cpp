#include "core/screening/interpretation_reader.h"

#include <algorithm>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

namespace {

Result<Zone> readZone(const FhirElement &element, const std::string &language)
{
    Zone zone;
    TRY(const FhirElement code, element.extension("code"));
    TRY(zone.code, code.code("valueCode"));
    TRY(const FhirElement worker, element.extension("worker"));
    TRY(zone.workerText, worker.localText("valueString", language));
    TRY(const FhirElement person, element.extension("person"));
    TRY(zone.personText, person.localText("valueString", language));
    return zone;
}

Result<ZoneLimit> readLimit(const FhirElement &element, const std::vector<Zone> &zones)
{
    ZoneLimit limit;
    TRY(const FhirElement zoneElement, element.extension("zone"));
    TRY(const std::string code, zoneElement.code("valueCode"));
    const auto zone = std::ranges::find(zones, code, &Zone::code);
    if (zone == zones.end())
        return zoneElement.refuse(ErrorCode::InvalidInput, "valueCode", "no such zone");
    limit.zone = std::size_t(zone - zones.begin());
    TRY(const FhirElement from, element.extension("from"));
    TRY(limit.from, from.integer("valueInteger"));
    return limit;
}

Result<CutoffRow> readRow(const FhirElement &element, const Interpretation &read, const Calculation &score)
{
    CutoffRow row;
    TRY(const FhirElement sexElement, element.extension("sex"));
    TRY(const std::string sex, sexElement.code("valueCode"));
    if (sex != "f" && sex != "m")
        return sexElement.refuse(ErrorCode::InvalidInput, "valueCode", "not f or m");
    row.sex = sex == "f" ? Sex::Female : Sex::Male;
    TRY(const auto overAge, element.maybeExtension("overAge"));
    if (overAge) {
        TRY(row.overAge, overAge->integer("valueInteger"));
    }
    TRY(const auto limits, element.extensions("limit"));
    for (const FhirElement &limitElement : limits) {
        TRY(const ZoneLimit limit, readLimit(limitElement, read.zones));
        if (!row.limits.empty() && (limit.from <= row.limits.back().from || limit.zone <= row.limits.back().zone))
            return limitElement.refuse(ErrorCode::InvalidInput, "limits out of order");
        if (limit.from > *score.maximum)
            return limitElement.refuse(ErrorCode::InvalidInput, "beyond the highest score");
        row.limits.push_back(limit);
    }
    if (row.limits.empty() || row.limits.front().from != *score.minimum)
        return element.refuse(ErrorCode::InvalidInput, "the limits do not begin at the lowest score");
    return row;
}

Result<CutoffSet> readCutoffSet(const FhirElement &element, const Interpretation &read, const Calculation &score,
                                const std::string &language)
{
    CutoffSet set;
    TRY(const FhirElement id, element.extension("id"));
    TRY(set.id, id.code("valueCode"));
    TRY(const FhirElement label, element.extension("label"));
    TRY(set.label, label.localText("valueString", language));
    TRY(const FhirElement source, element.extension("source"));
    TRY(set.source, source.string("valueString"));
    TRY(set.confidence, readConfidence(element));
    TRY(const auto rows, element.extensions("row"));
    for (const FhirElement &rowElement : rows) {
        TRY(CutoffRow row, readRow(rowElement, read, score));
        const auto same = [&](const CutoffRow &other) { return other.sex == row.sex && other.overAge == row.overAge; };
        if (std::ranges::any_of(set.rows, same))
            return rowElement.refuse(ErrorCode::InvalidInput, "a second row for the same sex and age");
        set.rows.push_back(std::move(row));
    }
    for (const Sex sex : {Sex::Female, Sex::Male})
        if (std::ranges::none_of(set.rows, [&](const CutoffRow &row) { return row.sex == sex && !row.overAge; }))
            return element.refuse(ErrorCode::InvalidInput, "no row for " + std::string(sexCode(sex)) + " at every age");
    return set;
}

/// Points of choices, yes as one, and whole numbers are counted; answers in rows stand more than once.
bool canRaise(const Question &question)
{
    const bool counts =
        question.hasPoints() || question.type == QuestionType::Boolean || question.type == QuestionType::Integer;
    return counts && !question.repeat;
}

Result<Flag> readFlag(const FhirElement &element, const QuestionnaireParts &parts, const std::string &language)
{
    Flag flag;
    TRY(const FhirElement code, element.extension("code"));
    TRY(flag.code, code.code("valueCode"));
    TRY(const FhirElement from, element.extension("from"));
    TRY(flag.from, from.integer("valueInteger"));
    TRY(const FhirElement worker, element.extension("worker"));
    TRY(flag.workerText, worker.localText("valueString", language));
    TRY(const auto questions, element.extensions("question"));
    if (questions.empty())
        return element.refuse(ErrorCode::InvalidInput, "no question");
    for (const FhirElement &questionElement : questions) {
        TRY(const std::string linkId, questionElement.code("valueString"));
        const auto question = parts.questionByLinkId.find(linkId);
        if (question == parts.questionByLinkId.end())
            return questionElement.refuse(ErrorCode::InvalidInput, "valueString", "no question with this link id");
        if (!canRaise(parts.questions[question->second]))
            return questionElement.refuse(ErrorCode::Unsupported, "valueString", "no question that can raise a flag");
        flag.questions.push_back(question->second);
    }
    return flag;
}

Result<NextStep> readNextStep(const FhirElement &element, const Interpretation &read, const std::string &language)
{
    constexpr int LowestPriority = 10;
    NextStep step;
    TRY(const auto zones, element.extensions("zone"));
    for (const FhirElement &zoneElement : zones) {
        TRY(std::string code, zoneElement.code("valueCode"));
        const bool isZone = std::ranges::find(read.zones, code, &Zone::code) != read.zones.end();
        if (!isZone && std::ranges::find(read.flags, code, &Flag::code) == read.flags.end())
            return zoneElement.refuse(ErrorCode::InvalidInput, "valueCode", "no such zone or flag");
        step.zones.push_back(std::move(code));
    }
    TRY(const FhirElement text, element.extension("text"));
    TRY(step.text, text.localText("valueString", language));
    TRY(const auto priority, element.maybeExtension("priority"));
    if (priority) {
        TRY(step.priority, priority->integer("valueInteger"));
        if (*step.priority < 1 || *step.priority > LowestPriority)
            return priority->refuse(ErrorCode::InvalidInput, "valueInteger", "not within 1 to 10");
    }
    TRY(const FhirElement source, element.extension("source"));
    TRY(step.source, source.string("valueString"));
    TRY(step.confidence, readConfidence(element));
    return step;
}

/// The score that is meant: the one named, or the only one there is.
Result<std::optional<std::size_t>> readScore(const FhirElement &extension, const QuestionnaireParts &parts)
{
    TRY(const auto named, extension.maybeExtension("score"));
    std::optional<std::size_t> score;
    if (named) {
        TRY(const std::string linkId, named->code(named->has("valueCode") ? "valueCode" : "valueString"));
        const auto found = std::ranges::find(parts.calculations, linkId, &Calculation::linkId);
        if (found == parts.calculations.end())
            return named->refuse(ErrorCode::InvalidInput, "no calculated item with this link id");
        score = std::size_t(found - parts.calculations.begin());
    } else {
        for (std::size_t i = 0; i < parts.calculations.size(); ++i) {
            if (parts.calculations[i].kind != ResultKind::Score)
                continue;
            if (score)
                return extension.refuse(ErrorCode::InvalidInput, "one of several scores is meant, and none is named");
            score = i;
        }
    }
    if (!score)
        return score;
    const Calculation &calculation = parts.calculations[*score];
    if (calculation.type != Calculation::Type::Integer || !calculation.minimum)
        return extension.refuse(ErrorCode::InvalidInput, "a score with zones is a whole number between two ends");
    return score;
}

/// Zones, and the sets of limits between them.
Result<void> readZones(const FhirElement &extension, const QuestionnaireParts &parts, const std::string &language,
                       Interpretation &read)
{
    TRY(const auto zones, extension.extensions("zone"));
    TRY(const auto sets, extension.extensions("cutoffSet"));
    if (!read.score) {
        if (!zones.empty() || !sets.empty())
            return extension.refuse(ErrorCode::InvalidInput, "zones without a score item");
        return {};
    }
    for (const FhirElement &element : zones) {
        TRY(Zone zone, readZone(element, language));
        if (std::ranges::find(read.zones, zone.code, &Zone::code) != read.zones.end())
            return element.refuse(ErrorCode::InvalidInput, "a second zone with the same code");
        read.zones.push_back(std::move(zone));
    }
    for (const FhirElement &element : sets) {
        TRY(CutoffSet set, readCutoffSet(element, read, parts.calculations[*read.score], language));
        if (read.findCutoffSet(set.id))
            return element.refuse(ErrorCode::InvalidInput, "a second cut-off set with the same id");
        read.cutoffSets.push_back(std::move(set));
    }
    TRY(const FhirElement defaultSet, extension.extension("defaultCutoffSet"));
    TRY(read.defaultCutoffSet, defaultSet.code("valueCode"));
    if (!read.findCutoffSet(read.defaultCutoffSet))
        return defaultSet.refuse(ErrorCode::InvalidInput, "valueCode", "no such cut-off set");
    return {};
}

} // namespace

Result<Confidence> readConfidence(const FhirElement &element)
{
    TRY(const FhirElement confidence, element.extension("confidence"));
    TRY(const std::string name, confidence.code("valueCode"));
    for (const Confidence known : {Confidence::Primary, Confidence::Secondary, Confidence::Unconfirmed})
        if (confidenceName(known) == name)
            return known;
    return confidence.refuse(ErrorCode::InvalidInput, "valueCode", "not primary, secondary or unconfirmed");
}

Result<Interpretation> readInterpretation(const FhirElement &extension, const QuestionnaireParts &parts,
                                          const std::string &language)
{
    Interpretation read;
    TRY(read.score, readScore(extension, parts));
    TRY_VOID(readZones(extension, parts, language, read));
    TRY(const auto flags, extension.extensions("flag"));
    for (const FhirElement &element : flags) {
        TRY(Flag flag, readFlag(element, parts, language));
        read.flags.push_back(std::move(flag));
    }
    TRY(const auto nextSteps, extension.extensions("nextStep"));
    for (const FhirElement &element : nextSteps) {
        TRY(NextStep step, readNextStep(element, read, language));
        read.nextSteps.push_back(std::move(step));
    }
    return read;
}

} // namespace faltakt::screening
