#include "core/rules/decisions_in_force.h"

#include <algorithm>

namespace faltakt::rules {

namespace {

using store::RecordView;

std::optional<base::Date> dayOf(const RecordView &act, std::string_view field)
{
    const auto day = base::parseDate(act.text(field));
    return day ? std::optional(*day) : std::nullopt;
}

std::string wordsOf(const RecordView &act, std::string_view answer)
{
    const base::json::Value *value = act.fields.find(answer);
    return value ? value->stringAt("text") : std::string();
}

std::pair<base::Instant, base::RecordId> placeOf(const RecordView &act)
{
    return {act.instant("at").value_or(base::Instant::min()), act.id};
}

const RecordView *latest(const std::vector<RecordView> &acts, std::string_view form)
{
    const RecordView *found = nullptr;
    for (const RecordView &act : acts)
        if (act.text("form") == form && (!found || placeOf(act) > placeOf(*found)))
            found = &act;
    return found;
}

InForce entryOf(const RecordView &act, InForce::Kind kind)
{
    InForce entry;
    entry.kind = kind;
    entry.record = act.id;
    entry.caseId = act.caseId;
    entry.form = act.text("form");
    return entry;
}

std::vector<InForce> decisionsOn(const std::vector<RecordView> &acts, base::Date day)
{
    std::vector<InForce> decisions;
    for (const RecordView &act : acts) {
        const auto until = dayOf(act, "starts/decision.ends");
        if (act.text("form") != "decision-handover" || (until && *until < day))
            continue;
        InForce entry = entryOf(act, InForce::Kind::Decision);
        entry.what = wordsOf(act, "answers/what");
        entry.from = dayOf(act, "starts/decision.received");
        entry.until = until;
        decisions.push_back(std::move(entry));
    }
    const auto endOf = [](const InForce &entry) { return std::pair(!entry.until, entry.until.value_or(base::Date())); };
    std::stable_sort(decisions.begin(), decisions.end(),
                     [&](const InForce &left, const InForce &right) { return endOf(left) < endOf(right); });
    return decisions;
}

} // namespace

std::vector<InForce> inForceOn(const std::vector<RecordView> &acts, base::Date day)
{
    std::vector<InForce> entries = decisionsOn(acts, day);
    const RecordView *followUp = latest(acts, "follow-up");
    if (const RecordView *plan = latest(acts, "plan")) {
        InForce entry = entryOf(*plan, InForce::Kind::Plan);
        entry.from = dayOf(*plan, "replaces/plan.review");
        if (followUp && placeOf(*followUp) > placeOf(*plan))
            entry.followedUp = dayOf(*followUp, "starts/insats.followedUp");
        else
            entry.review = dayOf(*plan, "starts/plan.review");
        entries.push_back(std::move(entry));
    }
    const RecordView *joint = latest(acts, "sip");
    if (joint && dayOf(*joint, "ends/sip.start")) {
        InForce entry = entryOf(*joint, InForce::Kind::JointPlan);
        entry.from = dayOf(*joint, "ends/sip.start");
        entry.review = dayOf(*joint, "starts/sip.review");
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace faltakt::rules
