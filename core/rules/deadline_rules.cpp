#include "core/rules/deadline_rules.h"

#include "core/rules/deadline_rule_reader.h"

#include <algorithm>

namespace faltakt::rules {

namespace {

using base::Result;

constexpr int SupportedFormat = 1;
constexpr int MaxVersion = 1'000'000;
constexpr std::size_t MaxEvents = 200;
constexpr std::size_t MaxRules = 300;
constexpr std::size_t MaxWords = 120;

Result<void> readHead(const PathReader &reader, const LawMap &law)
{
    TRY_VOID(reader.allowOnly({"$schema", "format", "version", "calendar", "events", "rules"}));
    TRY(const int format, reader.integer("format", 1, MaxVersion));
    if (format != SupportedFormat)
        return base::fail(base::ErrorCode::Unsupported, "format: written for a newer version of the program");
    TRY_VOID(reader.integer("version", 1, MaxVersion));
    TRY(const PathReader calendar, reader.object("calendar"));
    TRY_VOID(calendar.allowOnly({"name", "law", "confidence"}));
    TRY_VOID(readLocalText(calendar, "name", MaxWords));
    TRY(const std::string subject, calendar.code("law"));
    if (!law.subject(subject))
        return calendar.refuse("law", "is no subject of the law map");
    TRY_VOID(readConfidence(calendar, "confidence"));
    return {};
}

Result<DeadlineEvent> readEvent(const PathReader &reader)
{
    TRY_VOID(reader.allowOnly({"code", "kind", "name"}));
    DeadlineEvent event;
    TRY(event.code, readDeadlineName(reader, "code"));
    TRY(const std::string kind, reader.text("kind", 20));
    if (kind != "day" && kind != "instant")
        return reader.refuse("kind", "must be day or instant");
    event.isInstant = kind == "instant";
    TRY(event.name, readLocalText(reader, "name", MaxWords));
    return event;
}

/// What a rule names outside itself.
Result<void> checkReferences(const PathReader &reader, const DeadlineRule &rule, const DeadlineRules &rules,
                             const LawMap &law)
{
    for (std::size_t index = 0; index < rule.start.size(); ++index) {
        if (!rules.event(rule.start[index]))
            return reader.refuse("start[" + std::to_string(index) + "]", "is not among the events");
    }
    for (std::size_t index = 0; index < rule.laterOf.size(); ++index) {
        if (!rules.event(rule.laterOf[index].event))
            return reader.refuse("laterOf[" + std::to_string(index) + "].event", "is not among the events");
    }
    if (!law.subject(rule.law))
        return reader.refuse("law", "is no subject of the law map");
    return {};
}

} // namespace

std::string_view audienceName(DeadlineAudience audience) noexcept
{
    return audience == DeadlineAudience::Field ? "field" : "office";
}

std::string_view keyTypeName(KeyType type) noexcept
{
    switch (type) {
    case KeyType::Day: return "day";
    case KeyType::Integer: return "integer";
    case KeyType::YesNo: break;
    }
    return "yesNo";
}

const DeadlineKey *DeadlineRule::key(std::string_view name) const noexcept
{
    const auto found = std::ranges::find(keys, name, &DeadlineKey::name);
    return found == keys.end() ? nullptr : &*found;
}

Result<DeadlineRules> DeadlineRules::create(std::string_view text, const LawMap &law)
{
    TRY(const base::json::Value root, base::json::parse(text, {.maxBytes = FileBytes, .maxDepth = 8}));
    TRY(const PathReader reader, PathReader::open(root));
    TRY_VOID(readHead(reader, law));
    DeadlineRules rules;
    TRY(const auto events, reader.objects("events", MaxEvents));
    for (const PathReader &each : events) {
        TRY(DeadlineEvent event, readEvent(each));
        if (rules.event(event.code))
            return each.refuse("code", "is there twice");
        rules.m_events.push_back(std::move(event));
    }
    TRY(const auto readers, reader.objects("rules", MaxRules));
    if (readers.empty())
        return reader.refuse("rules", "must not be empty");
    for (const PathReader &each : readers) {
        TRY(DeadlineRule rule, readDeadlineRule(each));
        if (rules.rule(rule.id))
            return each.refuse("id", "is there twice");
        TRY_VOID(checkReferences(each, rule, rules, law));
        rules.m_rules.push_back(std::move(rule));
    }
    return rules;
}

const DeadlineRule *DeadlineRules::rule(std::string_view id) const noexcept
{
    const auto found = std::ranges::find(m_rules, id, &DeadlineRule::id);
    return found == m_rules.end() ? nullptr : &*found;
}

const DeadlineEvent *DeadlineRules::event(std::string_view code) const noexcept
{
    const auto found = std::ranges::find(m_events, code, &DeadlineEvent::code);
    return found == m_events.end() ? nullptr : &*found;
}

const DeadlineRules &shippedDeadlineRules()
{
    static const DeadlineRules rules =
        DeadlineRules::create(shippedDeadlineText(), shippedLawMap()).value_or(DeadlineRules());
    return rules;
}

} // namespace faltakt::rules
