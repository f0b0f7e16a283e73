#pragma once

#include "sync/cli/command_line.h"
#include "sync/cli/context.h"

/// The commands of faltakt-cli: each does what the help in command_table.cpp says of it. Free functions, since a command
/// holds nothing between two runs.
namespace faltakt::cli {

[[nodiscard]] CommandResult runEnrol(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runSync(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runFetch(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runQuarantine(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runDeliver(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runStatus(CommandContext &context, const Invocation &invocation);

[[nodiscard]] CommandResult runAgenda(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runCases(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runConflicts(CommandContext &context, const Invocation &invocation);

[[nodiscard]] CommandResult runCase(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runCaseNew(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runNew(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runSet(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runResolve(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runSign(CommandContext &context, const Invocation &invocation);

[[nodiscard]] CommandResult runAttach(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runAttachments(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runAttachmentFetch(CommandContext &context, const Invocation &invocation);

[[nodiscard]] CommandResult runScreen(CommandContext &context, const Invocation &invocation);

[[nodiscard]] CommandResult runPacks(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runPacksTrust(CommandContext &context, const Invocation &invocation);

[[nodiscard]] CommandResult runFhirQuestionnaire(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runFhirExport(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runFhirImport(CommandContext &context, const Invocation &invocation);

[[nodiscard]] CommandResult runIdentity(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runCalendar(CommandContext &context, const Invocation &invocation);
[[nodiscard]] CommandResult runDeadline(CommandContext &context, const Invocation &invocation);

/// All of them, with their help.
[[nodiscard]] CommandTable commandTable();

} // namespace faltakt::cli
