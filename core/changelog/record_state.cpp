#include "core/changelog/record_state.h"

#include <algorithm>
#include <set>

namespace faltakt::changelog {

namespace {

constexpr std::string_view DeletedField = "deleted";
constexpr auto ClockAheadAllowed = std::chrono::minutes(5);

bool names(const std::vector<ChangeId> &base, ChangeId change)
{
    return std::find(base.begin(), base.end(), change) != base.end();
}

bool isTrue(const base::json::Value &value) { return value.boolean() && *value.boolean(); }

bool allEqual(const std::vector<Head> &heads)
{
    return std::all_of(heads.begin(), heads.end(), [&](const Head &head) { return head.value == heads.front().value; });
}

/// Edits of other fields that a standing delete had not seen.
std::vector<Head> editsUnseenByDelete(const RecordState &record, const Head &deletion)
{
    std::vector<Head> unseen;
    for (const auto &[field, heads] : record.fields()) {
        if (field == DeletedField)
            continue;
        for (const Head &head : heads) {
            const bool known = head.change == deletion.change || names(deletion.seen, head.change);
            const bool listed = std::any_of(unseen.begin(), unseen.end(),
                                            [&](const Head &other) { return other.change == head.change; });
            if (!known && !listed)
                unseen.push_back({head.change, false, {}});
        }
    }
    return unseen;
}

} // namespace

DisplayOrder displayOrderOf(ChangeId id, const ChangeMeta &meta)
{
    const base::Instant at = meta.received ? std::min(meta.at, *meta.received + ClockAheadAllowed) : meta.at;
    return {at, id};
}

void RecordState::apply(ChangeId change, const RecordSet &set, const AppliedLookup &applied)
{
    std::vector<std::string> replacedBefore;
    if (const auto entry = m_awaited.find(change); entry != m_awaited.end()) {
        replacedBefore = std::move(entry->second);
        m_awaited.erase(entry);
    }
    replaceSeen(set, applied);
    for (const auto &[field, value] : set.fields) {
        if (std::find(replacedBefore.begin(), replacedBefore.end(), field) != replacedBefore.end())
            continue;
        std::vector<Head> &heads = m_fields[field];
        Head head{change, value, {}};
        if (field == DeletedField)
            head.seen = set.base;
        const auto position = std::lower_bound(heads.begin(), heads.end(), change,
                                               [](const Head &other, ChangeId id) { return other.change < id; });
        // A store that lost the line, and not what it means, may be sent it again.
        if (position == heads.end() || position->change != change)
            heads.insert(position, std::move(head));
    }
}

void RecordState::replaceSeen(const RecordSet &set, const AppliedLookup &applied)
{
    for (const ChangeId &seen : set.base) {
        std::vector<std::string> missing;
        for (const auto &[field, value] : set.fields)
            if (std::erase_if(m_fields[field], [&](const Head &head) { return head.change == seen; }) == 0)
                missing.push_back(field);
        // Asked once for each change named: most of them stood as heads of some of the fields and not of others.
        if (missing.empty() || applied(seen))
            continue;
        std::vector<std::string> &fields = m_awaited[seen];
        for (std::string &field : missing)
            if (std::find(fields.begin(), fields.end(), field) == fields.end())
                fields.push_back(std::move(field));
    }
}

const std::vector<Head> &RecordState::heads(std::string_view field) const
{
    static const std::vector<Head> None;
    const auto entry = m_fields.find(field);
    return entry == m_fields.end() ? None : entry->second;
}

base::json::Value displayedValue(const std::vector<Head> &heads, const MetaLookup &meta)
{
    if (heads.empty())
        return nullptr;
    if (heads.size() == 1)
        return heads.front().value;
    const Head *latest = nullptr;
    DisplayOrder latestOrder;
    for (const Head &head : heads) {
        const DisplayOrder order = displayOrderOf(head.change, meta(head.change));
        if (!latest || order > latestOrder) {
            latest = &head;
            latestOrder = order;
        }
    }
    return latest->value;
}

bool isDeleted(const RecordState &record, const MetaLookup &meta)
{
    return isTrue(displayedValue(record.heads(DeletedField), meta));
}

std::vector<Conflict> conflictsOf(const RecordState &record)
{
    std::vector<Conflict> conflicts;
    for (const auto &[field, heads] : record.fields())
        if (field != DeletedField && heads.size() > 1 && !allEqual(heads))
            conflicts.push_back({field, heads});
    Conflict deletion{std::string(DeletedField), record.heads(DeletedField)};
    for (const Head &head : record.heads(DeletedField)) {
        if (!isTrue(head.value))
            continue;
        for (Head &edit : editsUnseenByDelete(record, head)) {
            const bool listed = std::any_of(deletion.heads.begin(), deletion.heads.end(),
                                            [&](const Head &other) { return other.change == edit.change; });
            if (!listed)
                deletion.heads.push_back(std::move(edit));
        }
    }
    if (deletion.heads.size() > 1 && !allEqual(deletion.heads))
        conflicts.push_back(std::move(deletion));
    return conflicts;
}

bool hasConflict(const RecordState &record) { return !conflictsOf(record).empty(); }

RecordSet makeEdit(const RecordState &record, base::json::Object fields)
{
    RecordSet set{record.id(), record.kind(), std::move(fields), {}};
    const auto &deletions = record.heads(DeletedField);
    const bool maybeDeleted =
        std::any_of(deletions.begin(), deletions.end(), [](const Head &head) { return isTrue(head.value); });
    if (maybeDeleted && !set.fields.contains(DeletedField))
        set.fields.append(std::string(DeletedField), false);
    std::set<ChangeId> seen;
    for (const auto &[field, value] : set.fields)
        for (const Head &head : record.heads(field))
            seen.insert(head.change);
    set.base.assign(seen.begin(), seen.end());
    return set;
}

RecordSet makeCreation(RecordId record, std::string kind, base::json::Object fields)
{
    return {record, std::move(kind), std::move(fields), {}};
}

RecordSet makeDelete(const RecordState &record)
{
    return {record.id(), record.kind(), base::json::Object{{std::string(DeletedField), true}}, allHeads(record)};
}

std::vector<ChangeId> allHeads(const RecordState &record)
{
    std::set<ChangeId> ids;
    for (const auto &[field, heads] : record.fields())
        for (const Head &head : heads)
            ids.insert(head.change);
    return {ids.begin(), ids.end()};
}

} // namespace faltakt::changelog
