#pragma once

#include <span>
#include <string_view>

// The words of the made-up caseload: ordinary names, streets, and what workers write on ordinary days.
namespace faltakt::casework::demo {

using Words = std::span<const std::string_view>;

[[nodiscard]] Words womensNames() noexcept;
[[nodiscard]] Words mensNames() noexcept;
[[nodiscard]] Words familyNames() noexcept;
[[nodiscard]] Words workerNames() noexcept;
[[nodiscard]] Words streets() noexcept;
/// Where the police met the person, and how the person was.
[[nodiscard]] Words places() noexcept;
[[nodiscard]] Words conditions() noexcept;
/// Facts of a note; what the worker makes of them; the person's own wish; what was said in a talk.
[[nodiscard]] Words noteTexts() noexcept;
[[nodiscard]] Words judgements() noexcept;
[[nodiscard]] Words ownWishes() noexcept;
[[nodiscard]] Words talkTexts() noexcept;

} // namespace faltakt::casework::demo
