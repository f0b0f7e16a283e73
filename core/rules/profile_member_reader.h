#pragma once

#include "core/rules/profile_parts.h"

#include <array>

namespace faltakt::rules {

// What the parts of a profile have in common when they are read. All failures are InvalidInput with "path: reason".

inline constexpr std::size_t ProfileTextLength = 200;
inline constexpr std::size_t ProfileParagraphLength = 600;
inline constexpr std::size_t ProfileListLength = 200;
inline constexpr int LastPriority = 10;

inline constexpr std::array<std::string_view, 2> SocialServicesActs{"2001:453", "2025:400"};
inline constexpr std::array<std::string_view, 6> PeriodUnits{"hours", "days",   "workingDays",
                                                             "weeks", "months", "years"};

/// Reads `kind`: law, guideline or default.
[[nodiscard]] base::Result<SourceKind> readSourceKind(const PathReader &reader);

/// Refuses members that are neither among `names` nor those of a statement.
[[nodiscard]] base::Result<void> allowWithStatement(const PathReader &reader,
                                                    std::initializer_list<std::string_view> names);

/// Reads `kind`, `source` and `confidence` into a statement or figure.
template <typename T>
[[nodiscard]] base::Result<void> readStatement(const PathReader &reader, const std::string &profile, T &statement)
{
    TRY(statement.kind, readSourceKind(reader));
    TRY(statement.source, reader.text("source", ProfileTextLength));
    TRY(statement.confidence, readConfidence(reader, "confidence"));
    statement.profile = profile;
    return {};
}

/// `"name": {"sv": "…", "en": "…"}`; without English the Swedish text stands in its place.
[[nodiscard]] base::Result<LocalText> readWords(const PathReader &reader, std::string_view name, std::size_t maxLength);
/// The same, or empty where the member is not there.
[[nodiscard]] base::Result<LocalText> readWordsIfThere(const PathReader &reader, std::string_view name,
                                                       std::size_t maxLength);

/// Text of a member that may be missing; empty then.
[[nodiscard]] base::Result<std::string> readCodeIfThere(const PathReader &reader, std::string_view name);

/// A whole number of a member that may be missing.
[[nodiscard]] base::Result<std::optional<int>> readIntegerIfThere(const PathReader &reader, std::string_view name,
                                                                  int minimum, int maximum);

/// The name of a rule of assets/deadlines: "lob.firstAttempt".
[[nodiscard]] bool isRuleName(std::string_view text) noexcept;

} // namespace faltakt::rules
