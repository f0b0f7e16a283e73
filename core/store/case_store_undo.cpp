// Taking back what was saved, and what becomes of changes that the server returned. Lines are never altered: both write
// new changes.
#include "core/store/case_store_parts.h"

#include <algorithm>
#include <map>
#include <set>

namespace faltakt::store {

using base::CaseId;
using base::ChangeId;
using base::ErrorCode;
using base::fail;
using base::RecordId;
using base::Result;
using changelog::ChangeLine;
using changelog::RecordSet;
using changelog::RecordState;
namespace json = base::json;

namespace {

constexpr std::string_view DeletedField = "deleted";

/// Works out what to write so that some changes are as if they had not been made.
class UndoPlan {
public:
    UndoPlan(const ChangeTable &changes, const RecordTable &records, const std::vector<ChangeId> &undone)
        : m_changes(&changes), m_records(&records), m_undone(undone.begin(), undone.end())
    {
    }

    /// One draft for each case that the changes wrote into.
    Result<std::vector<Draft>> drafts(base::WorkerId self)
    {
        std::map<RecordId, std::set<std::string>> fields;
        std::vector<std::pair<CaseId, RecordId>> records;
        for (const ChangeId change : m_undone) {
            TRY(const ChangeLine line, readOwn(change, self));
            for (const RecordSet &set : line.change.sets) {
                if (!fields.contains(set.record))
                    records.emplace_back(line.change.caseId, set.record);
                for (const auto &[field, value] : set.fields)
                    fields[set.record].insert(field);
            }
        }
        std::vector<Draft> drafts;
        for (const auto &[caseId, record] : records) {
            TRY(RecordSet set, takeBack(caseId, record, fields[record]));
            auto draft = std::find_if(drafts.begin(), drafts.end(),
                                      [id = caseId](const Draft &other) { return other.caseId == id; });
            if (draft == drafts.end())
                draft = drafts.insert(drafts.end(), Draft{caseId, {}, {}});
            draft->sets.push_back(std::move(set));
        }
        return drafts;
    }

private:
    Result<ChangeLine> readOwn(ChangeId change, base::WorkerId self) const
    {
        TRY(const auto stored, m_changes->find(change));
        if (!stored)
            return fail(ErrorCode::NotFound, "change");
        TRY(ChangeLine line, m_changes->line(change));
        if (stored->state != ChangeState::Live || stored->compartment == changelog::Compartment::Reading
            || line.change.by != self)
            return fail(ErrorCode::Refused, "only what one has saved oneself, and what still counts, can be undone");
        return line;
    }

    Result<RecordSet> takeBack(CaseId caseId, RecordId record, const std::set<std::string> &fields) const
    {
        TRY(const auto now, m_records->load(record));
        if (!now)
            return fail(ErrorCode::NotFound, "record");
        TRY(const auto lines, m_changes->liveLinesOfRecord(caseId, record));
        if (!lines.empty() && m_undone.contains(lines.front().change.id)) { // Made by what is undone.
            if (!isOurs(changelog::allHeads(*now)))
                return writtenOnTop();
            return changelog::makeDelete(*now);
        }
        // Deleted by somebody since: giving values back would bring it back as well.
        for (const changelog::Head &head : now->heads(DeletedField))
            if (head.value.boolean() && *head.value.boolean() && !m_undone.contains(head.change))
                return writtenOnTop();
        const RecordState before = stateWithout(lines, *now);
        json::Object values;
        for (const std::string &field : fields) {
            std::vector<ChangeId> heads;
            for (const changelog::Head &head : now->heads(field))
                heads.push_back(head.change);
            if (!isOurs(heads))
                return writtenOnTop();
            TRY(json::Value value, valueBefore(before, field));
            values.set(field, std::move(value));
        }
        return changelog::makeEdit(*now, std::move(values));
    }

    /// What the record would be if the changes had never been.
    [[nodiscard]] RecordState stateWithout(const std::vector<ChangeLine> &lines, const RecordState &now) const
    {
        RecordState state(now.id(), now.caseId(), now.kind());
        std::set<ChangeId> seen;
        const auto applied = [&](ChangeId id) { return seen.contains(id) || m_undone.contains(id); };
        for (const ChangeLine &line : lines) {
            if (m_undone.contains(line.change.id))
                continue;
            for (const RecordSet &set : line.change.sets)
                if (set.record == now.id())
                    state.apply(line.change.id, set, applied);
            seen.insert(line.change.id);
        }
        return state;
    }

    /// Null clears a field that had no value; a record that was never deleted is not deleted.
    static Result<json::Value> valueBefore(const RecordState &before, const std::string &field)
    {
        const auto &heads = before.heads(field);
        if (heads.empty())
            return field == DeletedField ? json::Value(false) : json::Value();
        const bool oneValue = std::all_of(heads.begin(), heads.end(),
                                          [&](const changelog::Head &head) { return head.value == heads[0].value; });
        if (!oneValue)
            return fail(ErrorCode::Refused, "two values stood against each other before; one of them has to be chosen");
        return heads.front().value;
    }

    [[nodiscard]] bool isOurs(const std::vector<ChangeId> &heads) const
    {
        return std::all_of(heads.begin(), heads.end(), [this](ChangeId head) { return m_undone.contains(head); });
    }

    static tl::unexpected<base::Error> writtenOnTop()
    {
        return fail(ErrorCode::Refused, "something was written on top of it since");
    }

    const ChangeTable *m_changes;
    const RecordTable *m_records;
    std::set<ChangeId> m_undone;
};

} // namespace

Result<std::vector<ChangeId>> CaseStore::undo(const std::vector<ChangeId> &changes)
{
    return m_parts->inTransaction([&]() -> Result<std::vector<ChangeId>> {
        TRY(const auto drafts, UndoPlan(m_parts->changes, m_parts->records, changes).drafts(m_parts->owner.worker));
        return m_parts->writeDrafts(drafts);
    });
}

namespace {

/// The same values on what the record is today. Empty where there is nothing left to say.
Result<std::optional<RecordSet>> onTodaysHeads(const RecordSet &set, const RecordState *today)
{
    const json::Value *deleted = set.fields.find(DeletedField);
    const bool isDelete = deleted && deleted->boolean() && *deleted->boolean();
    if (today)
        return std::optional(isDelete ? changelog::makeDelete(*today) : changelog::makeEdit(*today, set.fields));
    if (isDelete)
        return std::optional<RecordSet>();
    if (!set.base.empty())
        return fail(ErrorCode::Refused, "what it builds on was returned too, and has to be sent again first");
    return std::optional(changelog::makeCreation(set.record, set.kind, set.fields));
}

/// In the order in which they were written. NotFound where one is no returned change that is still shown.
Result<std::vector<ChangeLine>> readReturned(const ChangeTable &table, const std::vector<ChangeId> &changes)
{
    std::map<std::int64_t, ChangeLine> lines;
    for (const ChangeId change : changes) {
        TRY(const auto stored, table.find(change));
        if (!stored || stored->state != ChangeState::Returned || stored->handled)
            return fail(ErrorCode::NotFound, "returned change");
        TRY(ChangeLine line, table.line(change));
        lines.insert_or_assign(stored->local, std::move(line));
    }
    std::vector<ChangeLine> ordered;
    ordered.reserve(lines.size());
    for (auto &[local, line] : lines)
        ordered.push_back(std::move(line));
    return ordered;
}

} // namespace

Result<std::vector<ChangeId>> CaseStore::sendAgain(const std::vector<ChangeId> &changes)
{
    return m_parts->inTransaction([&]() -> Result<std::vector<ChangeId>> {
        TRY(const auto lines, readReturned(m_parts->changes, changes));
        ApplySession session = m_parts->session();
        std::vector<ChangeId> written;
        for (const ChangeLine &line : lines) {
            Draft draft{line.change.caseId, {}, line.change.event};
            for (const RecordSet &set : line.change.sets) {
                TRY(const RecordState *today, session.state(set.record));
                TRY(auto again, onTodaysHeads(set, today));
                if (again)
                    draft.sets.push_back(std::move(*again));
            }
            if (!draft.sets.empty()) {
                TRY(const auto ofDraft, m_parts->writeDraft(draft, session));
                written.insert(written.end(), ofDraft.begin(), ofDraft.end());
            }
            TRY_VOID(m_parts->changes.setHandled(line.change.id));
        }
        TRY_VOID(session.flush());
        return written;
    });
}

Result<void> CaseStore::dropReturned(const std::vector<ChangeId> &changes)
{
    return m_parts->inTransaction([&]() -> Result<void> {
        TRY(const auto lines, readReturned(m_parts->changes, changes));
        for (const ChangeLine &line : lines)
            TRY_VOID(m_parts->changes.setHandled(line.change.id));
        return {};
    });
}

} // namespace faltakt::store
