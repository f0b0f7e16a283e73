#include "core/screening/result_text.h"

#include <algorithm>

namespace faltakt::screening {

namespace {

/// Words for a result that does not say one thing yet.
struct OpenWords {
    std::string_view worker;
    std::string_view person;
};

OpenWords missingAnswers(std::string_view language)
{
    if (language == "en")
        return {"Answers are missing, so the level is not certain.",
                "Some questions were left open. What you have said is a start to talk from."};
    return {"Svar saknas, så nivån är inte säker.",
            "Några frågor lämnades öppna. Det du har sagt är en början att prata utifrån."};
}

OpenWords rowsDiffer(std::string_view language)
{
    if (language == "en")
        return {"The two rows of the table give different levels. Choose a row to see one.",
                "What you have said is a start to talk from."};
    return {"Tabellens två rader ger olika nivå. Välj rad för att se en.",
            "Det du har sagt är en början att prata utifrån."};
}

} // namespace

ResultText resultText(const ScreeningResult &result, std::string_view language)
{
    ResultText text;
    const Interpretation *interpretation = result.questionnaire->interpretation();
    if (!interpretation || result.zones.empty())
        return text;
    for (const RaisedFlag &raised : result.flags)
        text.flags.push_back(interpretation->flags[raised.flag].workerText.in(language));
    const std::size_t first = result.zones.front().from;
    const bool isCertain = std::ranges::all_of(result.zones, &ZoneReading::isCertain);
    const bool isOne = std::ranges::all_of(result.zones, [&](const auto &zone) { return zone.from == first; });
    if (isCertain && isOne) {
        const Zone &zone = interpretation->zones[first];
        return {zone.code, zone.workerText.in(language), zone.personText.in(language), std::move(text.flags)};
    }
    const OpenWords words = isCertain ? rowsDiffer(language) : missingAnswers(language);
    text.worker = words.worker;
    text.person = words.person;
    return text;
}

} // namespace faltakt::screening
