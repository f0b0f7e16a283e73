#pragma once

#include "core/screening/local_text.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::screening {

/// The row of a cut-off table, proposed and changeable; not a statement about the person.
enum class Sex { Female, Male };
/// "f" and "m".
[[nodiscard]] std::string_view sexCode(Sex sex) noexcept;
/// Of "f" and "m"; empty for anything else.
[[nodiscard]] std::optional<Sex> sexFromCode(std::string_view code) noexcept;

/// How well a figure is known: read in the primary text, in a secondary source, or to be confirmed by an expert.
enum class Confidence { Primary, Secondary, Unconfirmed };
/// "primary", "secondary", "unconfirmed".
[[nodiscard]] std::string_view confidenceName(Confidence confidence) noexcept;

/// A band of scores. The person's text has no zone number, no alarm words and no diagnosis-like words.
struct Zone {
    std::string code;
    LocalText workerText;
    LocalText personText;
};

/// The zone (index into Interpretation::zones) that begins at this score.
struct ZoneLimit {
    std::size_t zone = 0;
    int from = 0;
};

/// Limits for one sex row, in ascending order from the lowest possible score.
struct CutoffRow {
    Sex sex = Sex::Female;
    std::optional<int> overAge; ///< Applies to persons older than this many whole years, in place of the plain row.
    std::vector<ZoneLimit> limits;
};

/// One published way to draw the limits; which one applies is a setting.
struct CutoffSet {
    std::string id;
    LocalText label;
    std::string source;
    Confidence confidence = Confidence::Unconfirmed;
    std::vector<CutoffRow> rows;

    /// The row for a sex and an age in whole years; an unknown age takes the plain row.
    [[nodiscard]] const CutoffRow &row(Sex sex, std::optional<int> age) const;
};

/// What the national guideline recommends next, for a zone or for any answer that raises the flag of that code.
struct NextStep {
    std::vector<std::string> zones; ///< Codes; empty: whatever the zone.
    LocalText text;
    std::optional<int> priority; ///< 1 to 10.
    std::string source;
    Confidence confidence = Confidence::Unconfirmed;
};

/// Raised when at least one of the questions has at least that many points.
struct Flag {
    std::string code;
    std::vector<std::size_t> questions; ///< Indices into Questionnaire::questions().
    int from = 1;
    LocalText workerText;
};

/// What a score means: zones by sex and age, flags on single questions, and where the figures come from.
/// A value; read from the extension urn:faltakt:interpretation of the questionnaire.
///
/// Without a score there are no zones and no cut-off sets: then flags and next steps alone say what answers call for.
struct Interpretation {
    std::optional<std::size_t> score; ///< Index into Questionnaire::calculations().
    std::vector<Zone> zones;          ///< From the lowest to the highest.
    std::vector<CutoffSet> cutoffSets;
    std::string defaultCutoffSet;
    std::vector<Flag> flags;
    std::vector<NextStep> nextSteps;

    /// nullptr where there is none of that id.
    [[nodiscard]] const CutoffSet *findCutoffSet(std::string_view id) const noexcept;
};

/// Index of the zone in which a score lies.
[[nodiscard]] std::size_t zoneAt(const CutoffRow &row, int score) noexcept;

} // namespace faltakt::screening
