#pragma once

#include "core/rules/attempt_plan.h"

#include <string>

namespace faltakt::viewmodels {

/// What was chosen and typed so far about one attempt after a police report: what a killed app comes back to.
struct AttemptForm {
    /// Name of the form among the app's forms.
    static constexpr std::string_view Name = "lobContact";

    std::string step = "call"; ///< Which of the pages is shown: call, unsure, other, later, ask, talk, guide, text.
    base::Instant started = {};
    std::string outcome;
    std::string alone;
    std::string children;
    std::string result;
    std::string closePerson;
    std::string advice; ///< Level and minutes of brief advice, "simple 5"; empty: none was given.
    std::string agreesToNext;
    std::string mayContactAgain;
    std::string againWhen;   ///< Code of rules::contactAgainCodes, after a no.
    std::string interpreter; ///< BCP 47
    std::string next;        ///< proposed, other, none; empty while untouched.
    std::optional<base::Instant> nextAt = {};
    std::string ownWish;
    std::string text;
    int guideStep = 0;
    std::string textTemplate; ///< Code of the template of a text message.
    std::string textMessage;  ///< As it was made of it and written on.

    /// Nothing but the beginning is noted.
    [[nodiscard]] bool isUntouched() const;
    /// What is to be planned and written.
    [[nodiscard]] rules::AttemptEntry entry() const;
};

[[nodiscard]] base::json::Object toJson(const AttemptForm &form);
/// What an older or newer version kept is taken as far as it is known.
[[nodiscard]] AttemptForm readAttemptForm(const base::json::Object &fields);

} // namespace faltakt::viewmodels
