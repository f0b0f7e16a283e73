#pragma once

#include "core/rules/confidence.h"
#include "core/rules/figure.h"
#include "core/rules/law_map.h"
#include "core/rules/local_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// In what a time is counted. `AtOnce` counts nothing: what is due is due with its start. `Given`: somebody sets the day.
enum class CountUnit : std::uint8_t { AtOnce, Given, Hours, Days, WorkingDays, Weeks, Months, Years };
/// "atOnce", "given", "hours", "days", "workingDays", "weeks", "months", "years".
[[nodiscard]] std::optional<CountUnit> countUnitNamed(std::string_view name) noexcept;

/// Something that starts a time, such as "report.received".
struct DeadlineEvent {
    std::string code;
    bool isInstant = false; ///< a moment is known of it, otherwise a day
    LocalText name;
};

/// What may be told besides the start.
enum class KeyType : std::uint8_t { Day, Integer, YesNo };
[[nodiscard]] std::string_view keyTypeName(KeyType type) noexcept; ///< "day", "integer", "yesNo"

struct DeadlineKey {
    std::string name;
    KeyType type = KeyType::Day;
    bool isRequired = false;
    std::optional<int> minimum;
    std::optional<int> maximum;
    std::optional<bool> otherwise; ///< what holds where it is not told
    LocalText label;
};

/// When the rule answers at all: `atLeast` ≤ key < `below`, or the key is that word.
struct DeadlineCondition {
    std::string key;
    std::optional<int> atLeast;
    std::optional<int> below;
    std::string setting; ///< a municipality's figure that goes before `below`; may be empty
    std::optional<bool> is;
    LocalText refusal; ///< said where it does not hold
};

/// A part of the figure: (key - 1) of (parts - 1), rounded down.
struct DeadlineShare {
    std::string key;
    int parts = 2;
    std::string setting; ///< goes before `parts`
};

/// How far the end lies from the start.
struct DeadlineFigure {
    std::optional<int> value;
    CountUnit unit = CountUnit::AtOnce;
    std::string setting;      ///< the profile's setting that goes before `value`; may be empty
    bool mayBeStated = false; ///< the profile's own entry for this rule goes before `value`
    std::string given;        ///< key of a day that goes before all counting; may be empty
    bool isBefore = false;    ///< counted backwards
    std::optional<DeadlineShare> share;
};

enum class PeriodEnd : std::uint8_t { Quarter, Year, NextYear };
enum class Roll : std::uint8_t { None, Forward, Back };

/// Days or working days that are counted on.
struct DayCount {
    int value = 0;
    CountUnit unit = CountUnit::Days;
};

struct LaterStart {
    std::string event;
    std::string key;
};
struct EarliestEnd {
    std::string key;
    DayCount count;
};

enum class DeadlineSense : std::uint8_t {
    Latest, ///< to be done by then
    From,   ///< something holds or may be done when that day has passed; never overdue
};
/// I dag shows what is for the field; the rest is the office's.
enum class DeadlineAudience : std::uint8_t { Field, Office };
[[nodiscard]] std::string_view audienceName(DeadlineAudience audience) noexcept; ///< "field", "office"

/// One deadline or limit of law, guideline or habit. A rule without a figure has no date and is listed with its
/// condition. The fields are those of the file in assets/deadlines, counted in the order said at countDeadline().
struct DeadlineRule {
    std::string id;                ///< area and thing, such as "appeal.arrive"
    std::vector<std::string> rows; ///< lines of the list of deadlines that it answers
    LocalText title;
    std::vector<std::string> start;
    std::vector<LaterStart> laterOf;
    std::optional<DeadlineFigure> figure;
    std::optional<PeriodEnd> end;
    Roll roll = Roll::None;
    std::optional<DayCount> then;
    std::optional<EarliestEnd> notBefore;
    std::string notAfter; ///< a key; may be empty
    DeadlineSense sense = DeadlineSense::Latest;
    std::string needs; ///< a setting, or "stated": the profile's entry for this rule; may be empty
    std::vector<DeadlineCondition> conditions;
    std::vector<DeadlineKey> keys;
    std::optional<base::Date> from;  ///< first day of a start for which it holds
    std::optional<base::Date> until; ///< last such day
    std::string law;                 ///< subject in the law map
    SourceKind kind = SourceKind::Default;
    std::string source; ///< whose guideline it is where it is not the municipality's; may be empty
    DeadlineAudience audience = DeadlineAudience::Office;
    Confidence confidence = Confidence::Primary;
    LocalText sentence; ///< with {start}, {figure}, {end}, {sum}, {whole}, {parts} and names of keys to be filled in

    [[nodiscard]] const DeadlineKey *key(std::string_view name) const noexcept;
};

/// Every deadline rule (assets/deadlines/deadlines.json). A value.
class DeadlineRules {
public:
    static constexpr std::size_t FileBytes = 256 * 1024;

    /// There are none.
    DeadlineRules() = default;
    /// Reads a file strictly; refuses with "path: reason", such as "rules[3].figure.given: …", what is not in order or
    /// contradicts itself, and what the law map has no subject for.
    [[nodiscard]] static base::Result<DeadlineRules> create(std::string_view text, const LawMap &law);

    [[nodiscard]] const std::vector<DeadlineRule> &rules() const noexcept { return m_rules; } ///< as in the file
    [[nodiscard]] const DeadlineRule *rule(std::string_view id) const noexcept;
    [[nodiscard]] const DeadlineEvent *event(std::string_view code) const noexcept;
    [[nodiscard]] const std::vector<DeadlineEvent> &events() const noexcept { return m_events; }

private:
    std::vector<DeadlineEvent> m_events;
    std::vector<DeadlineRule> m_rules;
};

/// The rules that come with the program, compiled in and read once. A fault in them is a mistake of the build: there are
/// none then, and the tests say so.
[[nodiscard]] const DeadlineRules &shippedDeadlineRules();
[[nodiscard]] std::string_view shippedDeadlineText();

} // namespace faltakt::rules
