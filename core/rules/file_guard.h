#pragma once

#include "core/rules/closing_guard.h"

namespace faltakt::rules {

/// The code with which a save is refused because the matter is closed.
inline constexpr std::string_view ClosedFile = "closedFile";

/// The guard of a field device: what ClosingGuard holds up, and that nothing new is written in the file of a matter that is
/// closed, whichever page it comes from. Such a file is read; it is opened again first, which takes a sentence.
///
/// What is let in all the same says nothing new of the person: who has read, signs, stands in or takes over; a seal on what
/// stands in the wrong file, and what is moved in from one; an addition to a note, which may come late; and the finishing,
/// correcting, disputing and settling of what was written before, with the person's card, whose protection may be learnt late,
/// and the end of a police report, which goes with the matter's. A kind that is added later is held up until it is named.
///
/// For devices alone: two may write without knowing of each other, so a server takes what was written by somebody who did not
/// know of the closing. Immutable.
class FileGuard final : public store::SaveGuard {
public:
    [[nodiscard]] bool watches(const changelog::RecordSet &set) const override;
    /// Refused with ClosedFile, or as ClosingGuard does.
    [[nodiscard]] base::Result<void> check(base::CaseId caseId, const changelog::RecordSet &set,
                                           const store::CaseReader &reader) const override;

private:
    ClosingGuard m_closing;
};

} // namespace faltakt::rules
