#pragma once

#include "core/store/projection.h"

namespace faltakt::casework {

/// The stage in lists of a case that is a team's own: it has a name, and no person.
inline constexpr std::string_view TeamStage = "team";
/// What such a case is found by, beside its team's name.
inline constexpr std::string_view TeamSearchTerm = "Teamets akt";

/// Says what a case shows in lists, under which words it is found, and where its records stand in the timeline.
/// Pure; no state but its setting.
///
/// A person with protected identity has neither name nor age in lists and is found by case number alone. The name appears only
/// where a composition root asks for it, for a view that has checked the right, and where the protected compartment
/// is held. Anything hints at protection is enough: a level on the card, or protected data in the case.
class CasePersonProjector final : public store::CaseProjector {
public:
    enum class ProtectedNames { Hidden, Shown };
    explicit CasePersonProjector(ProtectedNames names = ProtectedNames::Hidden) : m_names(names) {}

    [[nodiscard]] std::string version() const override;
    [[nodiscard]] bool reads(std::string_view kind) const override;
    [[nodiscard]] base::Result<store::CardEntry> card(base::CaseId caseId,
                                                      const store::CaseReader &reader) const override;
    [[nodiscard]] base::Result<std::vector<std::string>> searchTerms(base::CaseId caseId,
                                                                     const store::CaseReader &reader) const override;
    [[nodiscard]] std::optional<store::TimelineEntry> timeline(const store::RecordView &record) const override;

private:
    ProtectedNames m_names;
};

} // namespace faltakt::casework
