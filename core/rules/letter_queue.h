#pragma once

#include "core/rules/lob_follow_up.h"
#include "core/rules/lob_letter.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::rules {

enum class LetterPlace : std::uint8_t {
    Held,  ///< asked for; something speaks against it, and somebody has to look
    ToAsk, ///< belongs to the report, and nobody has asked for it
    Ready, ///< asked for; may be printed and sent
    Sent,  ///< went in the last days
};

/// One letter of a file, as its queue shows it. A value.
struct FileLetter {
    base::RecordId report;
    LetterPlace place = LetterPlace::ToAsk;
    base::Instant since;              ///< when it was sent, asked for, or the report came
    std::vector<std::string> reasons; ///< what speaks against it, all of it; words by obstacleText
    /// It cannot be let go here: protected identity, death, no address, a wish for no contact.
    bool isImpossible = false;
};

/// For so long a letter that went is still shown.
inline constexpr std::chrono::days SentLetterShown{14};

/// The letters of one file: those that were asked for, those that belong to a report and were not, and those that went
/// lately; by the time of the reports.
[[nodiscard]] std::vector<FileLetter> lettersOf(const Profile &profile, const CaseFacts &facts, base::Instant now);

/// The same of one report, also where its letter went long ago; empty where none belongs to it.
[[nodiscard]] std::optional<FileLetter> letterOf(const Profile &profile, const CaseFacts &facts, base::RecordId report);

} // namespace faltakt::rules
