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

Result<CutoffRow> readRow(const FhirElement &element, const Interpretation &read, const QuestionnaireParts &parts)
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
        if (limit.from > parts.maxScore)
            return limitElement.refuse(ErrorCode::InvalidInput, "beyond the highest score");
        row.limits.push_back(limit);
    }
    if (row.limits.empty() || row.limits.front().from != parts.minScore)
        return element.refuse(ErrorCode::InvalidInput, "the limits do not begin at the lowest score");
    return row;
}

Result<CutoffSet> readCutoffSet(const FhirElement &element, const Interpretation &read, const QuestionnaireParts &parts,
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
        TRY(CutoffRow row, readRow(rowElement, read, parts));
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
        const auto question = std::ranges::find(parts.questions, linkId, &Question::linkId);
        if (question == parts.questions.end())
            return questionElement.refuse(ErrorCode::InvalidInput, "valueString", "no question with this link id");
        flag.questions.push_back(std::size_t(question - parts.questions.begin()));
    }
    return flag;
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
    TRY(const auto zones, extension.extensions("zone"));
    for (const FhirElement &element : zones) {
        TRY(Zone zone, readZone(element, language));
        if (std::ranges::find(read.zones, zone.code, &Zone::code) != read.zones.end())
            return element.refuse(ErrorCode::InvalidInput, "a second zone with the same code");
        read.zones.push_back(std::move(zone));
    }
    TRY(const auto sets, extension.extensions("cutoffSet"));
    for (const FhirElement &element : sets) {
        TRY(CutoffSet set, readCutoffSet(element, read, parts, language));
        if (read.findCutoffSet(set.id))
            return element.refuse(ErrorCode::InvalidInput, "a second cut-off set with the same id");
        read.cutoffSets.push_back(std::move(set));
    }
    TRY(const FhirElement defaultSet, extension.extension("defaultCutoffSet"));
    TRY(read.defaultCutoffSet, defaultSet.code("valueCode"));
    if (!read.findCutoffSet(read.defaultCutoffSet))
        return defaultSet.refuse(ErrorCode::InvalidInput, "valueCode", "no such cut-off set");
    TRY(const auto flags, extension.extensions("flag"));
    for (const FhirElement &element : flags) {
        TRY(Flag flag, readFlag(element, parts, language));
        read.flags.push_back(std::move(flag));
    }
    return read;
}

} // namespace faltakt::screening
