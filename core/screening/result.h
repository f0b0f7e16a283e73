#pragma once

#include "core/screening/calculations.h"
#include "core/screening/score.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::screening {

/// What the reading of a score depends on besides the answers.
struct ResultSettings {
    SkipRule skipRule = SkipRule::On;
    std::optional<std::string> cutoffSet; ///< Of the main score; empty: the instrument's default set.
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

/// What a score means. Belongs to the questionnaire.
struct Reading {
    const Interpretation *interpretation = nullptr; ///< nullptr: nothing is said of it.
    const CutoffSet *cutoffs = nullptr;             ///< nullptr for one without zones.
    std::vector<ZoneReading> zones;
    std::vector<RaisedFlag> flags;
};

/// The value of one calculated item. Only what is certain is called its value: with answers missing that is what every
/// completion would give.
struct ItemResult {
    std::size_t calculation = 0; ///< Index into Questionnaire::calculations().
    base::json::Value value;     ///< Null while it is not certain, or where there is none.
    base::json::Value min;       ///< Ends while answers are missing; null where they cannot be told.
    base::json::Value max;
    bool complete = false;
    std::vector<std::string> unanswered; ///< Keys of the open questions on which it waits.
    Reading reading;
};

/// Score and meaning of one set of answers: support for the talk, never a diagnosis. A value.
struct ScreeningResult {
    QuestionnairePointer questionnaire;
    ResultSettings settings;
    Score score;                        ///< The main score.
    const CutoffSet *cutoffs = nullptr; ///< Belongs to the questionnaire; nullptr for one without zones.
    std::vector<ZoneReading> zones;     ///< Of the main score.
    std::vector<RaisedFlag> flags;      ///< Of the main score, or of the form where it has none.
    std::vector<ItemResult> results;    ///< Of every calculated item, in the order of the questionnaire.
    /// Keys of all open questions whose answer is missing, in order. The main score, which waits only for those on which
    /// it rests, may be certain before.
    std::vector<std::string> unanswered;
};

/// InvalidInput for a cut-off set that the instrument has not, or an age outside 0 to 130, or where a calculation goes
/// wrong (the detail names the item).
[[nodiscard]] base::Result<ScreeningResult> interpret(const AnswerSheet &answers, const ResultSettings &settings);

/// {"instrument","version","score","min","max","complete","unanswered","zones","flags","wording","results",…}. score is
/// null until every open question on which it rests is answered, "complete" and "unanswered" tell of the whole form; a zone that is not certain is null and "from" and "to" name its ends.
/// "results" holds every calculated item by its link id, null while it is not certain. Texts are in the language given
/// ("sv", "en").
[[nodiscard]] base::json::Value resultToJson(const ScreeningResult &result, std::string_view language = "sv");

} // namespace faltakt::screening
