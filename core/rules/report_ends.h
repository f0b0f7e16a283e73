#pragma once

#include "core/rules/attempt_plan.h"

#include <string_view>
#include <vector>

namespace faltakt::rules {

/// The form in which somebody under 21, or with repeated reports, is considered for an investigation.
inline constexpr std::string_view PreAssessmentForm = "pre-assessment";
/// The form in which the support is followed up with the person.
inline constexpr std::string_view FollowUpForm = "follow-up";

/// An act of that form that was written since the report came.
[[nodiscard]] bool isFormWritten(const CaseFacts &facts, std::string_view form, const ReportFacts &report);
/// The report of a minor was passed on to the child unit: a worry was reported about the person since, or reasoned not to be.
[[nodiscard]] bool isPassedToChildUnit(const CaseFacts &facts, const ReportFacts &report);

/// True for the rows that are done when somebody says so: nothing else in the app would end them.
[[nodiscard]] bool isDoneBySaying(std::string_view rule) noexcept;
/// What saying so writes: a task that is done, about the row's report or record, or the report's registration. NotFound where the report
/// is not here.
[[nodiscard]] base::Result<std::vector<PlannedWrite>> planSaying(const CaseFacts &facts, const store::AgendaEntry &row,
                                                                 base::Instant at, base::WorkerId worker,
                                                                 base::UuidMaker &ids);

/// Closes the reports whose follow-up is over and of which no row wants anything any more; empty where there is none. To be
/// asked after whatever ends a row, so that no report stays open because its last row was not a contact.
[[nodiscard]] std::vector<PlannedWrite> planReportEnds(const Profile &profile, const CaseFacts &facts);

} // namespace faltakt::rules
