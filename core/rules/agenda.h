#pragma once

#include "core/rules/profile.h"
#include "core/store/projection.h"

#include <string>

namespace faltakt::rules {

/// Somebody is out on a visit and has not checked out; the server has told that its time is over.
inline constexpr std::string_view VisitOpenRule = "visit.open";
inline constexpr std::string_view VisitAlarmRule = "visit.alarm";
/// Somebody is asked to take over a matter; has not answered yet; has said no.
inline constexpr std::string_view TakeoverAskedRule = "takeover.asked";
inline constexpr std::string_view TakeoverWaitingRule = "takeover.waiting";
inline constexpr std::string_view TakeoverDeclinedRule = "takeover.declined";
/// Somebody stands in; hidden once the days are over.
inline constexpr std::string_view DeputyRule = "deputy";
/// Somebody has said in a form or a talk that there is danger now.
inline constexpr std::string_view DangerRule = "danger.now";
/// True for a row that concerns one colleague alone: a visit that goes as planned, a question to take over and its answer,
/// standing in.
[[nodiscard]] bool isOthersRow(const store::AgendaEntry &entry, base::WorkerId worker);

/// The rows of I dag for one case by profile and law: attempts and letter after a police report, the checks for
/// people under 21, children, agreed times, open tasks, unfinished forms. What is stored is a due time and a reason
/// code; words and urgency come when the list is read (agenda_text.h, agenda_order.h). No row's reason names a trait
/// of the person, why a letter is held, or how many reports there are: such things stand on the person's own page.
/// Immutable after construction, so it may be used from any thread.
class FieldAgendaProjector final : public store::AgendaProjector {
public:
    explicit FieldAgendaProjector(Profile profile);

    [[nodiscard]] std::string version() const override;
    [[nodiscard]] bool reads(std::string_view kind) const override;
    /// At most one row for each pair of record and rule. A conflict in a field counts with its displayed value.
    [[nodiscard]] base::Result<std::vector<store::AgendaEntry>> agenda(base::CaseId caseId,
                                                                       const store::CaseReader &reader) const override;

    [[nodiscard]] const Profile &profile() const noexcept { return m_profile; }

private:
    Profile m_profile;
};

} // namespace faltakt::rules
