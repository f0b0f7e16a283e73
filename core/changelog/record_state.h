#pragma once

#include "core/changelog/change.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace faltakt::changelog {

/// One value that a field holds and that no other change naming it has replaced.
struct Head {
    ChangeId change;
    base::json::Value value;
    /// Only for the field `deleted`: what the deleting change had seen.
    std::vector<ChangeId> seen;
};

/// Who wrote a change and when; looked up in the log where heads are ordered or shown.
struct ChangeMeta {
    WorkerId by;
    base::Instant at;
    /// When the server took it; empty before the receipt.
    std::optional<base::Instant> received;
};

/// The order in which concurrent values are displayed: later wins. A clock that runs ahead counts at most five
/// minutes past the server's receipt.
struct DisplayOrder {
    base::Instant at;
    ChangeId id;
    auto operator<=>(const DisplayOrder &) const = default;
};
[[nodiscard]] DisplayOrder displayOrderOf(ChangeId id, const ChangeMeta &meta);

using MetaLookup = std::function<ChangeMeta(ChangeId)>;
/// Says whether a change has already been applied to this store.
using AppliedLookup = std::function<bool(ChangeId)>;

/// All heads of all fields of a record: what the set of its changes means, whatever the order of their arrival.
/// A value; pure.
class RecordState {
public:
    RecordState() = default;
    RecordState(RecordId id, CaseId caseId, std::string kind) : m_id(id), m_case(caseId), m_kind(std::move(kind)) {}

    [[nodiscard]] RecordId id() const noexcept { return m_id; }
    [[nodiscard]] CaseId caseId() const noexcept { return m_case; }
    [[nodiscard]] const std::string &kind() const noexcept { return m_kind; }

    /// Takes in one set of one change. Applying the same change twice is the caller's mistake; order is free.
    void apply(ChangeId change, const RecordSet &set, const AppliedLookup &applied);

    using Fields = std::map<std::string, std::vector<Head>, std::less<>>;
    [[nodiscard]] const Fields &fields() const noexcept { return m_fields; }
    [[nodiscard]] const std::vector<Head> &heads(std::string_view field) const;

    /// Changes that were named as seen but have not arrived here, with the fields in which they are replaced.
    using Awaited = std::map<ChangeId, std::vector<std::string>>;
    [[nodiscard]] const Awaited &awaited() const noexcept { return m_awaited; }

    /// For the store's codec only.
    void restoreHeads(std::string field, std::vector<Head> heads)
    {
        m_fields.insert_or_assign(std::move(field), std::move(heads));
    }
    void restoreAwaited(Awaited awaited) { m_awaited = std::move(awaited); }

private:
    /// Takes the heads away that the set's author saw, and remembers those that have not arrived yet.
    void replaceSeen(const RecordSet &set, const AppliedLookup &applied);

    RecordId m_id;
    CaseId m_case;
    std::string m_kind;
    Fields m_fields;
    Awaited m_awaited;
};

/// The value shown of a field: the only head's, or the latest by display order. Null where the field was never set.
[[nodiscard]] base::json::Value displayedValue(const std::vector<Head> &heads, const MetaLookup &meta);

/// True where the displayed value of `deleted` is true.
[[nodiscard]] bool isDeleted(const RecordState &record, const MetaLookup &meta);

/// Two or more differing values of one field that no change has yet brought together. For `deleted` also: a delete
/// and edits it had not seen; these then stand as heads with the value false.
struct Conflict {
    std::string field;
    std::vector<Head> heads;
};
[[nodiscard]] std::vector<Conflict> conflictsOf(const RecordState &record);
[[nodiscard]] bool hasConflict(const RecordState &record);

/// A set that gives fields new values and names every head of them; on a deleted record it also brings it back.
[[nodiscard]] RecordSet makeEdit(const RecordState &record, base::json::Object fields);
/// A set that creates a record.
[[nodiscard]] RecordSet makeCreation(RecordId record, std::string kind, base::json::Object fields);
/// A set that deletes the record, naming every head of it.
[[nodiscard]] RecordSet makeDelete(const RecordState &record);

/// Every head of the record, sorted, each once.
[[nodiscard]] std::vector<ChangeId> allHeads(const RecordState &record);

} // namespace faltakt::changelog
