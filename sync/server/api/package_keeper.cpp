#include "sync/server/api/package_keeper.h"

#include <algorithm>
#include <array>
#include <functional>

namespace faltakt::server {

using base::Result;
using changelog::Change;
using changelog::Compartment;
using changelog::RecordSet;
using changelog::RecordState;

namespace {

constexpr std::array<std::string_view, 8> KindsThatStayBehind{"contact",   "note",       "task",       "lobReport",
                                                              "signature", "attachment", "visitWatch", "tally"};

/// A signature belongs to what it signs, an attachment to what it hangs on, an addendum to its note.
std::string_view linkOf(std::string_view kind)
{
    if (kind == "signature")
        return "record";
    if (kind == "attachment")
        return "about";
    return kind == "note" ? "addendumTo" : "";
}

template <typename Test>
bool everyHead(const std::vector<changelog::Head> &heads, Test test)
{
    return !heads.empty()
           && std::all_of(heads.begin(), heads.end(), [&](const changelog::Head &head) { return test(head.value); });
}

bool isTrue(const base::json::Value &value) { return value.boolean() && *value.boolean(); }

bool isOver(const base::json::Value &status)
{
    const auto *text = status.string();
    return text && (*text == "done" || *text == "dropped" || *text == "closed");
}

using CompartmentOfPart = std::function<Result<std::optional<Compartment>>(std::int64_t first)>;

/// The part of the record that this one signs or adds to; empty where it names none, or none that is known. What hangs on a
/// record of another compartment is a part of its own: a photo of a report's lies in the file.
Result<std::optional<std::int64_t>> partOfLinked(LogReader &log, TenantId tenant, const RecordSet &set,
                                                 Compartment compartment, const CompartmentOfPart &compartmentOf)
{
    const std::string_view field = linkOf(set.kind);
    const auto *value = field.empty() ? nullptr : set.fields.find(field);
    if (!value || !value->string())
        return std::optional<std::int64_t>();
    const auto record = RecordId::parse(*value->string());
    if (!record)
        return std::optional<std::int64_t>();
    TRY(const auto home, log.recordHome(tenant, *record));
    if (!home)
        return std::optional<std::int64_t>();
    if (set.kind != "signature" && home->part != 0) {
        TRY(const auto other, compartmentOf(home->part));
        if (other != compartment)
            return std::optional<std::int64_t>();
    }
    return std::optional(home->part);
}

} // namespace

bool isInForce(const RecordState &state)
{
    // By all heads rather than by the one shown: it must not hang on the order in which changes came.
    if (state.kind() == "visitWatch")
        return !everyHead(state.heads("deleted"), isTrue)
               && !everyHead(state.heads("endedAt"), [](const base::json::Value &at) { return at.string(); });
    if (state.kind() != "task" && state.kind() != "lobReport")
        return false;
    return !everyHead(state.heads("deleted"), isTrue) && !everyHead(state.heads("status"), isOver);
}

Result<std::set<std::int64_t>> partsTouchedBy(LogReader &log, TenantId tenant, std::int64_t seq)
{
    TRY(StoredChange stored, log.change(tenant, seq));
    TRY(const auto line, changelog::readChangeLine(std::move(stored.line)));
    const auto compartmentOf = [&](std::int64_t first) -> Result<std::optional<Compartment>> {
        TRY(const auto part, log.part(tenant, stored.caseId, first));
        return part ? std::optional(part->compartment) : std::nullopt;
    };
    std::set<std::int64_t> parts;
    for (const RecordSet &set : line.change.sets) {
        TRY(const auto home, log.recordHome(tenant, set.record));
        TRY(const auto linked, partOfLinked(log, tenant, set, stored.compartment, compartmentOf));
        for (const std::int64_t first : {home ? home->part : 0, linked.value_or(0)})
            if (first != 0 && first < seq)
                parts.insert(first);
    }
    return parts;
}

bool PackageKeeper::mayStayBehind(const RecordSet &set, Compartment compartment) const
{
    const bool known =
        std::find(KindsThatStayBehind.begin(), KindsThatStayBehind.end(), set.kind) != KindsThatStayBehind.end();
    const auto *schema = m_schema->kind(set.kind);
    // A line that lies elsewhere than its kind is a newer version's.
    return known && schema && (schema->takesCompartmentOfRecord || schema->compartment == compartment);
}

/// The parts of what the change reaches; 0 among them where it reaches what belongs to every package.
Result<std::set<std::int64_t>> PackageKeeper::reach(const Change &change, Compartment compartment,
                                                    std::vector<RecordId> &made)
{
    const auto compartmentOf = [&](std::int64_t first) -> Result<std::optional<Compartment>> {
        TRY(const PackagePart *known, part(change.caseId, first));
        return known ? std::optional(known->compartment) : std::nullopt;
    };
    std::set<std::int64_t> reached;
    for (const RecordSet &set : change.sets) {
        TRY(const auto home, m_log->recordHome(m_tenant, set.record));
        TRY(const auto linked, partOfLinked(*m_log, m_tenant, set, compartment, compartmentOf));
        if (linked)
            reached.insert(*linked);
        if (home) {
            reached.insert(home->part);
            continue;
        }
        made.push_back(set.record);
        if (!mayStayBehind(set, compartment) || (set.kind == "signature" && !linked))
            reached.insert(0);
    }
    bool beyond = false;
    for (const std::int64_t first : reached) {
        if (first == 0)
            continue;
        // Of another case or compartment: what is not right in itself must not be hidden by a package.
        TRY(const PackagePart *known, part(change.caseId, first));
        beyond = beyond || !known || known->compartment != compartment;
    }
    if (beyond)
        reached.insert(0);
    return reached;
}

Result<PackageKeeper::Placing> PackageKeeper::place(const Change &change, Compartment compartment, std::int64_t seq)
{
    Placing placing;
    TRY(auto reached, reach(change, compartment, placing.made));
    if (reached.empty()) {
        placing.place.part = seq;
    } else if (reached.size() == 1) {
        placing.place.part = *reached.begin();
    } else {
        reached.erase(0);
        placing.touched = std::move(reached);
        placing.place.touchesMore = true;
    }
    return placing;
}

Result<void> PackageKeeper::count(Placing &placing, const StoredChange &change, std::int64_t opened)
{
    for (const std::int64_t first : placing.touched) {
        TRY(PackagePart * touched, part(change.caseId, first));
        if (!touched)
            continue;
        touched->always = true;
        touched->last = change.seq;
    }
    const std::int64_t first = placing.place.part;
    if (first == 0)
        return {};
    if (first == change.seq)
        m_parts.emplace(std::pair(change.caseId, first),
                        PackagePart{.caseId = change.caseId, .first = first, .compartment = change.compartment});
    TRY(PackagePart * own, part(change.caseId, first));
    if (!own)
        return base::fail(base::ErrorCode::Internal, "a record without its part");
    own->lines.add(change.hash);
    own->last = change.seq;
    own->touched = std::max(own->touched, change.received);
    own->open += opened;
    placing.place.inForce = own->inForce();
    return {};
}

Result<PackagePart *> PackageKeeper::part(CaseId caseId, std::int64_t first)
{
    auto known = m_parts.find({caseId, first});
    if (known == m_parts.end()) {
        TRY(auto stored, m_log->part(m_tenant, caseId, first));
        if (!stored)
            return nullptr;
        known = m_parts.emplace(std::pair(caseId, first), std::move(*stored)).first;
    }
    return &known->second;
}

Result<void> PackageKeeper::flush()
{
    if (m_parts.empty())
        return {};
    std::vector<PackagePart> parts;
    parts.reserve(m_parts.size());
    for (const auto &[key, part] : m_parts)
        parts.push_back(part);
    m_parts.clear();
    return m_log->setParts(m_tenant, parts);
}

} // namespace faltakt::server
