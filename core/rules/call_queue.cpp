#include "core/rules/call_queue.h"

#include "core/casework/swedish_time.h"
#include "core/rules/agenda_rows.h"
#include "core/rules/next_attempt.h"
#include "core/rules/swedish_calendar.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace faltakt::rules {

using base::Instant;

namespace {

constexpr std::array<std::string_view, 4> AttemptRules{"lob.firstAttemptAim", "lob.firstAttempt", "lob.attempt",
                                                       "lob.nextAttempt"};
constexpr std::chrono::minutes SoonEnough{30};

bool isAttempt(const store::AgendaEntry &entry)
{
    return std::ranges::find(AttemptRules, entry.rule) != AttemptRules.end();
}

bool isForToday(const store::AgendaEntry &entry, const LobFollowUp &followUp, Instant now)
{
    const Urgency urgency = urgencyOf(entry.due, now);
    if (urgency == Urgency::Overdue || urgency == Urgency::Today)
        return true;
    if (entry.rule == "lob.nextAttempt")
        return false;
    if (entry.notBefore)
        return *entry.notBefore <= now;
    const bool isFirst = !followUp.last;
    return isFirst && firstAttemptAim(followUp.report->received).due <= endOfDay(casework::swedishDate(now));
}

CallQueueItem itemOf(const CallCase &each, const store::AgendaEntry &entry, const LobFollowUp &followUp, Instant now)
{
    CallQueueItem item;
    item.caseId = each.caseId;
    item.entry = entry;
    item.attempt = followUp.tries + 1;
    item.attempts = followUp.attempts;
    item.last = followUp.last;
    if (followUp.hasNumber && !each.numbers.empty())
        item.number = each.numbers.front();
    item.urgency = urgencyOf(entry.due, now);
    item.isAgreed = entry.rule == "lob.nextAttempt" && followUp.agreement && followUp.agreement->isAgreement();
    std::vector<Instant> tried;
    for (const ContactFacts &contact : each.facts.contacts)
        if (contact.at >= followUp.report->received)
            tried.push_back(contact.at);
    item.isHourTried = isHourTried(tried, now);
    return item;
}

/// Smaller is rung first.
auto placeInQueue(const CallQueueItem &item, Instant now)
{
    const bool isDanger = item.entry.kind == LifeKind;
    const Instant due = item.entry.due.value_or(Instant::max());
    const bool hasCome = item.isAgreed && due <= now + SoonEnough;
    const bool isStillToCome = item.isAgreed && !hasCome;
    return std::tuple(!isDanger, !hasCome, isStillToCome, item.urgency, item.isHourTried, due, item.entry.record);
}

} // namespace

std::vector<CallQueueItem> callQueue(const Profile &profile, const std::vector<CallCase> &cases, Instant now)
{
    std::vector<CallQueueItem> queue;
    for (const CallCase &each : cases) {
        const LobFollowUp followUp = lobFollowUpOf(profile, each.facts);
        if (!followUp.report)
            continue;
        for (const store::AgendaEntry &entry : each.rows)
            if (isAttempt(entry) && entry.record == followUp.report->id && isForToday(entry, followUp, now))
                queue.push_back(itemOf(each, entry, followUp, now));
    }
    std::ranges::sort(queue, {}, [&](const CallQueueItem &item) { return placeInQueue(item, now); });
    return queue;
}

} // namespace faltakt::rules
