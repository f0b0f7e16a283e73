#pragma once

#include "core/base/json.h"
#include "core/rules/deadline_keys.h"
#include "core/rules/period_text.h"
#include "core/rules/profile.h"

#include <optional>
#include <variant>

namespace faltakt::rules {

/// When it started: a Swedish day, or a moment where one is known.
using DeadlineStart = std::variant<base::Date, base::Instant>;
/// The Swedish day of a start.
[[nodiscard]] base::Date startDay(const DeadlineStart &start);

/// What a rule says of one start: when it is due, how binding that is, and how it was counted.
struct Deadline {
    std::string rule;
    std::optional<base::Instant> due; ///< empty for a rule that has no date
    bool wholeDay = true;             ///< the rule names a day: `due` is that day's last second in Sweden
    DeadlineSense sense = DeadlineSense::Latest;
    SourceKind kind = SourceKind::Default;
    std::string paragraph; ///< by the law of the start's day; or whose guideline it is, or that it is a default
    DeadlineAudience audience = DeadlineAudience::Office;
    Confidence confidence = Confidence::Primary; ///< the lesser of the rule's and that of its place in the law
    Explanation explanation;                     ///< the rule's sentence, filled in
};

/// {"due","rule","kind","paragraph","explanation","audience","confidence"}; due is a date where the rule names a day and null
/// where there is none, paragraph is null where the law has no place for it on that day.
[[nodiscard]] base::json::Object toJson(const Deadline &deadline, Language language);

/// Counts one rule for one municipality. Pure; Swedish days. In this order: the rule's days of validity, its keys, what it
/// needs of the profile, its conditions; then from the latest of all starts a day that somebody has set, or else the
/// municipality's figure or the rule's own (hours by the clock in UTC, the others by days of which the first is not
/// counted, a month without such a day ends on its last one, law 1930:173); the end of a quarter or year; the roll off a
/// free day; days counted on; never before, never after. InvalidInput with "what: reason" where the rule does not answer:
/// "from", "until", the name of a key or setting, or "stated".
[[nodiscard]] base::Result<Deadline> countDeadline(const DeadlineRule &rule, const DeadlineStart &start,
                                                   const KeyValues &keys, const Profile &profile, const LawMap &law);

/// How binding a rule is on a day and where that stands, without a start: for the list of all rules.
struct Binding {
    SourceKind kind = SourceKind::Default;
    std::string paragraph;
    Confidence confidence = Confidence::Primary;
};
[[nodiscard]] Binding bindingOf(const DeadlineRule &rule, base::Date day, const Profile &profile, const LawMap &law);

/// {"rule","title","start","startKind","keys":[{"key","type","required"}],"kind","audience","paragraph"}: one rule as it holds
/// on a day. startKind is "instant" where a moment may be known of an event, "day", or null without a start.
[[nodiscard]] base::json::Object listedJson(const DeadlineRule &rule, const DeadlineRules &rules,
                                            const Binding &binding, Language language);

} // namespace faltakt::rules
