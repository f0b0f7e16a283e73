#pragma once

#include <string>
#include <string_view>

namespace faltakt::base {

/// What a program answers to a person, fit for a terminal and a log: one line, whatever stood in it. What is no text,
/// moves the cursor or turns the writing round becomes "?", and what is too long ends in "…".
[[nodiscard]] std::string answerWords(std::string_view words);

/// "no verb 'dance'" for a plain word; of anything else (it may be a name or a whole note that slipped into the
/// wrong place) nothing is said again: "no such verb".
[[nodiscard]] std::string noSuchWord(std::string_view what, std::string_view word);

} // namespace faltakt::base
