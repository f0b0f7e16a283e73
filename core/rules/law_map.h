#pragma once

#include "core/rules/confidence.h"
#include "core/rules/local_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// An act, an ordinance or a series of regulations that something is cited from.
struct LawAct {
    std::string code;
    std::string number;    ///< such as "2025:400"
    std::string shortName; ///< as it is cited: "SoL"
    LocalText name;
    bool showNumber = false;         ///< another act has the same short name: "SoL 4:1 (2001:453)"
    std::optional<base::Date> from;  ///< first day on which a decision goes by it
    std::optional<base::Date> until; ///< last such day
};

/// Where a subject stands, from its first to its last day.
struct LawPlace {
    std::string act;   ///< its code
    std::string label; ///< as it is shown: "SoL 20:1", "LVM 13 §", "SoL 4:1 (2001:453)"
    std::optional<base::Date> from;
    std::optional<base::Date> until;
    LocalText change; ///< what is new where the place stayed the same; mostly empty
    Confidence confidence = Confidence::Primary;

    [[nodiscard]] bool holdsOn(base::Date day) const noexcept
    {
        return (!from || day >= *from) && (!until || day <= *until);
    }
};

/// A thing that law has a place for, such as "safetyCheck".
struct LawSubject {
    std::string code;
    LocalText name;
    std::vector<LawPlace> places; ///< by day, without gap or overlap
};

/// Where each subject stands in the law on the day of a decision (assets/law/law-map.json): the Social Services Act
/// of 2001 until 30 June 2025, that of 2025 from then on, and later changes by their day. A value.
class LawMap {
public:
    static constexpr std::size_t FileBytes = 256 * 1024;

    /// Nothing is known.
    LawMap() = default;
    /// Reads a file strictly; refuses with "path: reason" what is not in order: an act that is not there, a code twice,
    /// a gap or an overlap of days, a place outside its act's days.
    [[nodiscard]] static base::Result<LawMap> create(std::string_view text);

    /// The place that holds on the day: of a decision, or for a clock the Swedish day of its start. Null where the
    /// subject has no place of its own on that day, and for an unknown subject. Lives as long as the map.
    [[nodiscard]] const LawPlace *placeOn(std::string_view subject, base::Date day) const noexcept;
    /// That place as it is shown; empty where there is none.
    [[nodiscard]] std::string paragraph(std::string_view subject, base::Date day) const;

    [[nodiscard]] const LawSubject *subject(std::string_view code) const noexcept;
    [[nodiscard]] const LawAct *act(std::string_view code) const noexcept;
    [[nodiscard]] const std::vector<LawSubject> &subjects() const noexcept { return m_subjects; }
    [[nodiscard]] const std::vector<LawAct> &acts() const noexcept { return m_acts; }

private:
    std::vector<LawAct> m_acts;
    std::vector<LawSubject> m_subjects;
};

/// The map that comes with the program, compiled in and read once. A fault in it is a mistake of the build: the map is
/// then empty, and the tests say so.
[[nodiscard]] const LawMap &shippedLawMap();
[[nodiscard]] std::string_view shippedLawText();

} // namespace faltakt::rules
