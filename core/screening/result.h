#pragma once

#include "core/screening/score.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::screening {

/// What the reading of a score depends on besides the answers.
struct ResultSettings {
    SkipRule skipRule = SkipRule::On;
    std::optional<std::string> cutoffSet; ///< Empty: the instrument's default set.
    std::optional<Sex> sex;               ///< Empty: both rows are read, none is chosen.
    std::optional<int> age;               ///< Whole years, 0 to 130.
};

/// The zone of one sex row. With answers missing, both ends of the range are read; they are equal when the zone is
/// certain already. Indices into Interpretation::zones.
struct ZoneReading {
    Sex sex = Sex::Female;
    std::size_t from = 0;
    std::size_t to = 0;

    [[nodiscard]] bool isCertain() const noexcept { return from == to; }
};

/// A flag that is raised by the answers given so far, and the link ids that raise it.
struct RaisedFlag {
    std::size_t flag = 0; ///< Index into Interpretation::flags.
    std::vector<std::string> items;
};

/// Score and meaning of one set of answers: support for the talk, never a diagnosis. A value.
struct ScreeningResult {
    QuestionnairePointer questionnaire;
    ResultSettings settings;
    Score score;
    const CutoffSet *cutoffs = nullptr; ///< Belongs to the questionnaire; nullptr for one without zones.
    std::vector<ZoneReading> zones;
    std::vector<RaisedFlag> flags;
};

/// InvalidInput for a cut-off set that the instrument has not, or an age outside 0 to 130.
[[nodiscard]] base::Result<ScreeningResult> interpret(const AnswerSheet &answers, const ResultSettings &settings);

/// {"instrument","version","score","min","max","complete","unanswered","zones","flags","wording",…}. score is null until
/// every open question is answered; a zone that is not certain is null and "from" and "to" name its ends. Texts are in
/// the language given ("sv", "en").
[[nodiscard]] base::json::Value resultToJson(const ScreeningResult &result, std::string_view language = "sv");

} // namespace faltakt::screening
