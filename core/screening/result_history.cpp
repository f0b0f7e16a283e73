#include "core/screening/result_history.h"

#include "core/screening/assessment_record.h"

#include <algorithm>
#include <cstdlib>

namespace faltakt::screening {

namespace {

std::string zoneIn(const base::json::Object &fields)
{
    const base::json::Value *zones = fields.find("zone");
    if (!zones || !zones->object())
        return {};
    if (const auto sex = assessmentSettings(fields).sex)
        return zones->stringAt(sexCode(*sex));
    const std::string female = zones->stringAt(sexCode(Sex::Female));
    return female == zones->stringAt(sexCode(Sex::Male)) ? female : std::string();
}

} // namespace

std::optional<PastResult> readPastResult(base::RecordId record, const base::json::Object &fields)
{
    const base::json::Value whole(fields);
    const auto at = base::parseInstant(whole.stringAt("completedAt"));
    const base::json::Value *score = fields.find("score");
    if (whole.stringAt("status") != "completed" || !at || !score || !score->integer())
        return std::nullopt;
    return PastResult{.record = record,
                      .at = *at,
                      .instrument = whole.stringAt("instrument"),
                      .version = whole.stringAt("version"),
                      .score = int(*score->integer()),
                      .zone = zoneIn(fields),
                      .cutoffSet = whole.stringAt("cutoffSet")};
}

ResultHistory resultHistory(std::string_view instrument, const std::vector<PastResult> &all,
                            std::optional<base::RecordId> current)
{
    ResultHistory history;
    std::ranges::copy_if(all, std::back_inserter(history.results),
                         [&](const PastResult &result) { return result.instrument == instrument; });
    std::ranges::sort(history.results, {},
                      [](const PastResult &result) { return std::pair(result.at, result.record); });
    auto shown = history.results.end();
    if (current)
        shown = std::ranges::find(history.results, *current, &PastResult::record);
    else if (!history.results.empty())
        shown = std::prev(history.results.end());
    if (shown != history.results.end() && shown != history.results.begin()) {
        const PastResult &before = *std::prev(shown);
        history.change = shown->score - before.score;
        history.since = before.at;
    }
    history.zonesComparable = std::ranges::all_of(history.results, [&](const PastResult &result) {
        return result.version == history.results.front().version
               && result.cutoffSet == history.results.front().cutoffSet;
    });
    return history;
}

std::string scoreChangeText(int change, std::string_view language)
{
    const std::string points = std::to_string(std::abs(change));
    if (language == "en") {
        if (change == 0)
            return "Same points";
        return points + (points == "1" ? " point " : " points ") + (change < 0 ? "lower" : "higher");
    }
    return change == 0 ? "Samma poäng" : points + " poäng " + (change < 0 ? "lägre" : "högre");
}

} // namespace faltakt::screening
