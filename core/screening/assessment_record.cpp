#include "core/screening/assessment_record.h"

#include <algorithm>

namespace faltakt::screening {

namespace json = base::json;

namespace {

constexpr std::string_view AnswerPrefix = "answers/";
constexpr std::string_view NotePrefix = "notes/";
constexpr int OldestAge = 130;

std::optional<int> ageIn(const json::Object &fields)
{
    const json::Value *age = fields.find("age");
    if (age && age->integer() && *age->integer() >= 0 && *age->integer() <= OldestAge)
        return int(*age->integer());
    const json::Value *band = fields.find("ageBand");
    if (!band || !band->string())
        return std::nullopt;
    const auto found = std::ranges::find(AgeBands, std::string_view(*band->string()), &AgeBand::code);
    return found == AgeBands.end() ? std::nullopt : std::optional(found->lowest);
}

std::string textIn(const json::Object &fields, std::string_view name)
{
    const json::Value *value = fields.find(name);
    return value && value->string() ? *value->string() : std::string();
}

/// Which pack's words were read out.
void addPack(json::Object &fields, const Questionnaire &questionnaire)
{
    if (!questionnaire.pack().empty())
        fields.append("pack", questionnaire.pack());
}

} // namespace

json::Object assessmentOpening(const Questionnaire &questionnaire, const ResultSettings &settings,
                               base::Instant startedAt)
{
    json::Object fields{{"instrument", questionnaire.id()},
                        {"version", questionnaire.version()},
                        {"status", "inProgress"},
                        {"startedAt", base::formatInstant(startedAt)},
                        {"skipRule", settings.skipRule == SkipRule::On}};
    addPack(fields, questionnaire);
    if (settings.sex)
        fields.append("sex", sexCode(*settings.sex));
    if (settings.age)
        fields.append("age", *settings.age);
    if (settings.cutoffSet)
        fields.append("cutoffSet", *settings.cutoffSet);
    return fields;
}

json::Object assessmentClosing(const ScreeningResult &result, base::Instant completedAt)
{
    json::Object fields{{"status", "completed"}, {"completedAt", base::formatInstant(completedAt)}};
    if (const auto total = result.questionnaire->isScored() ? result.score.total() : std::nullopt)
        fields.append("score", *total);
    json::Object zones;
    for (const ZoneReading &reading : result.zones)
        if (reading.isCertain())
            zones.append(std::string(sexCode(reading.sex)),
                         result.questionnaire->interpretation()->zones[reading.from].code);
    if (!zones.empty())
        fields.append("zone", std::move(zones));
    return fields;
}

json::Object assessmentReopening()
{
    return {{"status", "inProgress"}, {"completedAt", nullptr}, {"score", nullptr}, {"zone", nullptr}};
}

json::Object assessmentDeclined(const Questionnaire &questionnaire, base::Instant at)
{
    json::Object fields{{"instrument", questionnaire.id()},
                        {"version", questionnaire.version()},
                        {"status", "declined"},
                        {"startedAt", base::formatInstant(at)},
                        {"completedAt", base::formatInstant(at)}};
    addPack(fields, questionnaire);
    return fields;
}

json::Object answerFields(const AnswerSheet &answers)
{
    json::Object fields;
    const auto &questions = answers.questionnaire().questions();
    for (const Place &place : answers.places())
        if (const auto &answer = answers.at(place))
            fields.append(answerField(answers.key(place)), storedAnswer(questions[place.question], *answer));
    return fields;
}

std::string noteField(std::string_view linkId) { return std::string(NotePrefix) + std::string(linkId); }

std::map<std::string, std::string, std::less<>> answerNotes(const json::Object &recordFields)
{
    std::map<std::string, std::string, std::less<>> notes;
    for (const auto &[name, value] : recordFields)
        if (name.starts_with(NotePrefix) && value.string())
            notes.emplace(name.substr(NotePrefix.size()), *value.string());
    return notes;
}

json::Object storedAnswers(const json::Object &recordFields)
{
    json::Object answers;
    for (const auto &[name, value] : recordFields)
        if (name.starts_with(AnswerPrefix))
            answers.append(name.substr(AnswerPrefix.size()), value);
    return answers;
}

std::optional<std::string> municipalCutoffSet(const Questionnaire &questionnaire, const std::string &auditCSet)
{
    const auto &interpretation = questionnaire.interpretation();
    if (questionnaire.id() != "audit-c" || !interpretation || !interpretation->findCutoffSet(auditCSet))
        return std::nullopt;
    return auditCSet;
}

ResultSettings assessmentSettings(const json::Object &fields)
{
    ResultSettings settings;
    const json::Value *skipRule = fields.find("skipRule");
    if (skipRule && skipRule->boolean() && !*skipRule->boolean())
        settings.skipRule = SkipRule::Off;
    settings.sex = sexFromCode(textIn(fields, "sex"));
    settings.age = ageIn(fields);
    if (std::string set = textIn(fields, "cutoffSet"); !set.empty())
        settings.cutoffSet = std::move(set);
    return settings;
}

ReadAssessment readAssessment(QuestionnairePointer questionnaire, const json::Object &recordFields)
{
    return readScratch(std::move(questionnaire), storedAnswers(recordFields), recordFields);
}

ReadAssessment readScratch(QuestionnairePointer questionnaire, const json::Object &answers, const json::Object &context)
{
    return {AnswerSheet::fromStored(std::move(questionnaire), answers), assessmentSettings(context)};
}

} // namespace faltakt::screening
