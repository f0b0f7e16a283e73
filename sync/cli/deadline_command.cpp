// When something is due, by rule and municipality. Needs no store.
#include "core/casework/swedish_time.h"
#include "core/rules/deadline.h"
#include "core/rules/profile_catalogue.h"
#include "sync/cli/commands.h"
#include "sync/cli/options.h"

#include <map>

namespace faltakt::cli {

namespace {

using WrittenKeys = std::map<std::string, std::string, std::less<>>;

/// A municipality as it decides today; nobody's where it was not named.
CommandExpected<rules::Profile> readProfileOption(const Invocation &invocation, base::Date today)
{
    if (!invocation.has("profile"))
        return rules::emptyProfile();
    TRY_COMMAND(const rules::ProfileCatalogue catalogue, rules::shippedProfiles());
    auto profile = catalogue.find(invocation.value("profile"), today);
    if (profile)
        return std::move(*profile);
    if (profile.error().code() != base::ErrorCode::NotFound)
        return tl::unexpected<CommandFault>(CommandFault(profile.error()));
    std::string known;
    for (const std::string &id : catalogue.ids())
        known += (known.empty() ? "" : ", ") + id;
    return refuse("There is no profile of this name that holds today. Known are: " + known + '.');
}

CommandExpected<rules::Language> readWords(const Invocation &invocation)
{
    TRY_COMMAND(const std::string code, readLanguage(invocation));
    return code == "en" ? rules::Language::English : rules::Language::Swedish;
}

CommandExpected<rules::DeadlineStart> readStart(const std::string &text)
{
    if (const auto day = base::parseDate(text))
        return rules::DeadlineStart(*day);
    if (const auto instant = base::parseInstant(text))
        return rules::DeadlineStart(*instant);
    return wrongUsage("--from is a day as 2026-10-13, or a moment as 2026-10-13T09:00:00+02:00.");
}

CommandExpected<WrittenKeys> readWith(const Invocation &invocation)
{
    WrittenKeys written;
    for (const std::string &pair : invocation.values("with")) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos || equals == 0)
            return wrongUsage("--with wants KEY=VALUE, such as age=19.");
        if (!written.emplace(pair.substr(0, equals), pair.substr(equals + 1)).second)
            return wrongUsage("--with names a key twice.");
    }
    return written;
}

CommandResult listRules(CommandContext &context, const Invocation &invocation, base::Date today)
{
    if (invocation.has("rule") || invocation.has("from") || invocation.has("with"))
        return wrongUsage("--list names all rules; it goes with --profile alone.");
    TRY_COMMAND(const rules::Profile profile, readProfileOption(invocation, today));
    TRY_COMMAND(const rules::Language language, readWords(invocation));
    const rules::DeadlineRules &known = rules::shippedDeadlineRules();
    for (const rules::DeadlineRule &rule : known.rules()) {
        const rules::Binding binding = rules::bindingOf(rule, today, profile, rules::shippedLawMap());
        TRY_COMMAND_VOID(context.output.write(rules::listedJson(rule, known, binding, language)));
    }
    return {};
}

} // namespace

CommandResult runDeadline(CommandContext &context, const Invocation &invocation)
{
    const base::Date today = casework::swedishDate(context.clock.now());
    if (invocation.has("list"))
        return listRules(context, invocation, today);
    if (!invocation.has("profile") || !invocation.has("rule") || !invocation.has("from"))
        return wrongUsage("'deadline' wants --profile, --rule and --from, or --list.");
    TRY_COMMAND(const rules::DeadlineStart start, readStart(invocation.value("from")));
    TRY_COMMAND(const WrittenKeys written, readWith(invocation));
    TRY_COMMAND(const rules::Language language, readWords(invocation));
    const rules::DeadlineRule *rule = rules::shippedDeadlineRules().rule(invocation.value("rule"));
    if (!rule)
        return refuse("There is no rule of this name. 'deadline --list' names them all.");
    const auto keys = rules::readDeadlineKeys(*rule, written);
    if (!keys)
        return wrongUsage("--with: " + keys.error().detail() + '.');
    TRY_COMMAND(const rules::Profile profile, readProfileOption(invocation, today));
    const auto deadline = rules::countDeadline(*rule, start, *keys, profile, rules::shippedLawMap());
    if (!deadline)
        return refuse("The rule does not answer here (" + deadline.error().detail() + ").");
    TRY_COMMAND_VOID(context.output.write(rules::toJson(*deadline, language)));
    return {};
}

} // namespace faltakt::cli
