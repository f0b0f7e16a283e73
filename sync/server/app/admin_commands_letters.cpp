// Letters that the field has asked for, and figures on police reports.
#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"
#include "sync/server/app/admin_commands.h"
#include "sync/server/app/json_line.h"

namespace faltakt::server {

namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Result<RecordId> letterNamed(const AdminRequest &request)
{
    const auto id = RecordId::parse(request.words.back());
    if (!id)
        return fail(ErrorCode::InvalidInput, "a letter is named by its id, as letter list has it");
    return *id;
}

json::Object describe(const QueuedLetter &letter)
{
    return {{"letter", letter.letter.toString()},
            {"case", letter.caseId.toString()},
            {"caseNumber", letter.caseNumber},
            {"asked", base::formatInstant(letter.asked)},
            {"held", letter.held.empty() ? json::Value() : json::Value(letter.held)}};
}

json::Array array(const std::vector<std::string> &lines)
{
    json::Array values;
    for (const std::string &line : lines)
        values.emplace_back(line);
    return values;
}

/// The end of a day that is over, the moment itself of today.
Result<base::Instant> dayOption(const AdminRequest &request, base::Instant now)
{
    if (!request.has("on"))
        return now;
    TRY(const base::Date day, base::parseDate(request.option("on")));
    const base::Date today = casework::swedishDate(now);
    if (day > today)
        return fail(ErrorCode::InvalidInput, "--on: a letter does not go in the future");
    return day == today ? now : rules::endOfDay(day);
}

} // namespace

AdminCommands::Lines AdminCommands::letterList(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    TRY(const auto letters, m_instance->core().letters().list(tenant.id));
    std::string lines;
    for (const QueuedLetter &letter : letters)
        lines += jsonLine(describe(letter));
    return lines;
}

AdminCommands::Lines AdminCommands::letterShow(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    TRY(const RecordId id, letterNamed(request));
    rules::TemplateWords words;
    for (const char *name : {"worker", "number", "unit"})
        if (request.has(name))
            words[name] = request.option(name);
    TRY(const PrintedLetter letter, m_instance->core().letters().show(tenant.id, id, std::move(words)));
    json::Object shown = describe(letter.queued);
    shown.append("language", letter.language);
    if (!letter.interpreter.empty())
        shown.append("interpreter", letter.interpreter);
    shown.append("address", array(letter.address));
    shown.append("opening", array(letter.opening));
    shown.append("text", array(letter.text));
    shown.append("missing", array(letter.missing));
    return jsonLine(std::move(shown));
}

AdminCommands::Lines AdminCommands::letterSent(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    TRY(const RecordId id, letterNamed(request));
    TRY(const base::Instant at, dayOption(request, m_instance->core().clock().now()));
    TRY(const QueuedLetter letter, m_instance->core().letters().markSent(tenant.id, id, at));
    json::Object sent = describe(letter);
    sent.append("sent", base::formatInstant(at));
    return jsonLine(std::move(sent));
}

AdminCommands::Lines AdminCommands::stats(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    std::optional<StatisticsPeriod> by;
    if (request.has("by")) {
        if (request.option("by") != "year" && request.option("by") != "quarter")
            return fail(ErrorCode::InvalidInput, "--by is year or quarter");
        by = request.option("by") == "year" ? StatisticsPeriod::Year : StatisticsPeriod::Quarter;
    }
    TRY(const auto periods, m_instance->core().statistics().periods(tenant.id, by));
    if (periods.empty())
        m_remark =
            "faltakt-server: nothing is counted yet: a period is counted 31 days after its end, with at least five "
            "reports in it or together with the next one\n";
    std::string lines;
    for (const CountedPeriod &period : periods)
        for (const rules::CountedCells &number : period.numbers)
            lines += jsonLine({{"from", base::formatDate(period.from)},
                               {"to", base::formatDate(period.to)},
                               {"table", number.table},
                               {"cells", array(number.cells)},
                               {"count", number.count}});
    return lines;
}

} // namespace faltakt::server
