#include "sync/cli/assessment.h"

namespace faltakt::cli::assessment {

namespace json = base::json;

namespace {
constexpr std::string_view AnswerPrefix = "answers/";
} // namespace

json::Object openingFields(const screening::Questionnaire &questionnaire, const screening::ResultSettings &settings,
                           base::Instant startedAt)
{
    json::Object fields{{"instrument", questionnaire.id()},
                        {"version", questionnaire.version()},
                        {"status", "inProgress"},
                        {"startedAt", base::formatInstant(startedAt)},
                        {"skipRule", settings.skipRule == screening::SkipRule::On}};
    if (settings.sex)
        fields.append("sex", screening::sexCode(*settings.sex));
    if (settings.age)
        fields.append("age", *settings.age);
    if (settings.cutoffSet)
        fields.append("cutoffSet", *settings.cutoffSet);
    return fields;
}

json::Object closingFields(const screening::ScreeningResult &result, base::Instant completedAt)
{
    json::Object fields{{"status", "completed"}, {"completedAt", base::formatInstant(completedAt)}};
    if (const auto total = result.score.total())
        fields.append("score", *total);
    json::Object zones;
    for (const screening::ZoneReading &reading : result.zones)
        if (reading.isCertain())
            zones.append(std::string(screening::sexCode(reading.sex)),
                         result.questionnaire->interpretation()->zones[reading.from].code);
    if (!zones.empty())
        fields.append("zone", std::move(zones));
    return fields;
}

json::Object storedAnswers(const store::RecordView &record)
{
    json::Object answers;
    for (const auto &[name, value] : record.fields)
        if (name.starts_with(AnswerPrefix))
            answers.append(name.substr(AnswerPrefix.size()), value);
    return answers;
}

screening::ResultSettings settingsOf(const store::RecordView &record)
{
    screening::ResultSettings settings;
    settings.skipRule = record.boolean("skipRule", true) ? screening::SkipRule::On : screening::SkipRule::Off;
    const std::string sex = record.text("sex");
    if (sex == "f" || sex == "m")
        settings.sex = sex == "f" ? screening::Sex::Female : screening::Sex::Male;
    if (const std::int64_t age = record.integer("age", -1); age >= 0)
        settings.age = int(age);
    if (std::string set = record.text("cutoffSet"); !set.empty())
        settings.cutoffSet = std::move(set);
    return settings;
}

} // namespace faltakt::cli::assessment
