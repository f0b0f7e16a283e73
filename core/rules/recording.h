#pragma once

#include "core/rules/profile.h"

#include <span>
#include <vector>

namespace faltakt::rules {

/// What of a talk is written down: handling and carrying out help is documented, unless the help is pure advice or the
/// municipality has decided that nobody is named.
enum class Recording {
    Full,      ///< In the person's file.
    Anonymous, ///< Without who it was.
    Advice,    ///< Not at all; a count may be kept.
};

/// As the profile says of that help; in full where it says nothing.
[[nodiscard]] Recording recordingOf(const ProfileInsats &insats);

/// Of a talk that belongs to help of these types: the least that the profile allows for one of them. In full where the
/// profile has none of them.
[[nodiscard]] Recording recordingOf(const Profile &profile, std::span<const std::string_view> types);

/// What is being written, as far as that decides what becomes of it.
enum class Writing {
    Note,
    Contact,        ///< One contact, or the same one with several people.
    LobSheet,       ///< A police sheet typed in.
    LobTalk,        ///< The talk after a police report.
    Screening,      ///< Answers about a person.
    QuickScreening, ///< Answers about nobody.
    Act,
    TeamAct,      ///< A form about the work itself, outside every person's file.
    Children,     ///< What is known of children, and what was done.
    Protection,   ///< Protection and the talk about safety.
    RelativeCall, ///< Advice to somebody who calls.
    Tally,
};

/// Why it is so, in the order of the words for it.
enum class RecordingReason {
    File,
    Police,
    Answers,
    Nobody, ///< There is no person, and no name is asked.
    Team,
    Children,
    Veiled,  ///< In the file, behind a second tap.
    Profile, ///< The municipality's profile says so of that help.
    Silent,  ///< The profile says nothing, and the law's rule holds.
    Count,
};

/// What becomes of what is written, and why.
struct RecordingState {
    Recording recording = Recording::Full;
    RecordingReason reason = RecordingReason::File;
    /// Of RecordingReason::Profile: the help that decides. Of a note or contact: help of the municipality's of which a talk
    /// belongs in no file, and help in which nobody is named.
    std::vector<LocalText> notRecorded;
    std::vector<LocalText> nameless;
};

/// By the municipality's profile as it holds on that day.
[[nodiscard]] RecordingState recordingStateOf(const Profile &profile, Writing writing, base::Date day);

} // namespace faltakt::rules
