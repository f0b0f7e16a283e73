// Lists over the whole store: what to do, who there is, what stands against each other.
#include "core/rules/agenda.h"
#include "core/rules/agenda_order.h"
#include "core/rules/agenda_text.h"
#include "sync/cli/commands.h"
#include "sync/cli/options.h"
#include "sync/cli/record_json.h"
#include "sync/cli/store_session.h"

namespace faltakt::cli {

namespace json = base::json;

namespace {

json::Value orNull(const std::optional<base::Instant> &instant)
{
    return instant ? json::Value(base::formatInstant(*instant)) : json::Value();
}

} // namespace

CommandResult runAgenda(CommandContext &context, const Invocation &invocation)
{
    base::Instant at = context.clock.now();
    if (invocation.has("at")) {
        const auto given = base::parseInstant(invocation.value("at"));
        if (!given)
            return wrongUsage("--at wants a time with its zone, like 2026-03-01T13:07:00Z.");
        at = *given;
    }
    TRY_COMMAND(const std::string languageCode, readLanguage(invocation));
    const auto language = languageCode == "en" ? rules::Language::English : rules::Language::Swedish;
    return withStoreForReading(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        TRY_COMMAND(std::vector<store::AgendaRow> rows, fieldStore.cases().agenda());
        std::erase_if(rows, [self = fieldStore.cases().owner().worker](const store::AgendaRow &row) {
            return rules::isOthersRow(row.entry, self);
        });
        rules::sortAgenda(rows, at, &store::AgendaRow::entry);
        for (const store::AgendaRow &row : rows)
            TRY_COMMAND_VOID(
                context.output.write(json::Object{{"case", row.caseId.toString()},
                                                  {"record", row.entry.record.toString()},
                                                  {"kind", row.entry.kind},
                                                  {"reason", rules::agendaReasonText(row.entry.reason, language)},
                                                  {"due", orNull(row.entry.due)},
                                                  {"urgency", rules::urgencyName(rules::urgencyOf(row.entry.due, at))},
                                                  {"rule", row.entry.rule},
                                                  {"code", row.entry.reason},
                                                  {"notBefore", orNull(row.entry.notBefore)}}));
        return {};
    });
}

CommandResult runCases(CommandContext &context, const Invocation &invocation)
{
    return withStoreForReading(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        store::CaseStore &cases = fieldStore.cases();
        TRY_COMMAND(const std::vector<store::CaseRow> rows,
                    invocation.has("search") ? cases.search(invocation.value("search")) : cases.cases());
        for (const store::CaseRow &row : rows)
            TRY_COMMAND_VOID(context.output.write(json::Object{{"case", row.caseId.toString()},
                                                               {"name", row.card.name},
                                                               {"stage", row.card.stage},
                                                               {"protected", row.card.isProtected}}));
        return {};
    });
}

CommandResult runConflicts(CommandContext &context, const Invocation &invocation)
{
    return withStoreForReading(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        TRY_COMMAND(const std::vector<store::ConflictRow> rows, fieldStore.cases().conflicts());
        for (const store::ConflictRow &row : rows)
            TRY_COMMAND_VOID(context.output.write(json::Object{{"case", row.caseId.toString()},
                                                               {"record", row.record.toString()},
                                                               {"kind", row.kind},
                                                               {"field", row.field},
                                                               {"heads", headsToJson(row.heads)}}));
        return {};
    });
}

} // namespace faltakt::cli
