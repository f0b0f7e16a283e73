#pragma once

#include "core/changelog/change.h"
#include "core/changelog/journal.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What travels between a device's log and a server's, free of any wire form: used by store, protocol and server.
namespace faltakt::changelog {

/// The server's word that it has taken a change.
struct Receipt {
    std::int64_t seq = 0;   ///< Place in the tenant's order, from 1.
    base::Instant received; ///< Server time.
    base::Hash stamp{};     ///< MAC over tenant, seq and hash.
};

enum class VerdictKind : std::uint8_t { Accepted, Duplicate, Quarantined, Absent };

/// The server's judgement of one pushed line.
struct Verdict {
    std::int64_t n = 0;
    VerdictKind kind = VerdictKind::Accepted;
    std::optional<Receipt> receipt; ///< With Accepted and Duplicate.
    std::string reason; ///< With Quarantined: form author case record access schema dependsOn idReused revoked.
    std::string field;  ///< With Quarantined: "kind.field" where one is to blame.
};

/// One line of a push; a line that is no longer held is offered as its hash.
struct JournalLine {
    base::Hash hash{};
    std::optional<std::string> line;
};

/// A run of journal positions `from`, `from + 1`, …
struct JournalBatch {
    std::int64_t epoch = 1;
    std::int64_t from = 1;
    base::Hash previous{}; ///< Link at from - 1.
    base::Hash head{};     ///< Link at the last line.
    std::vector<JournalLine> lines;
};

struct GrantLine {
    CaseId caseId;
    CompartmentSet compartments;
    std::int64_t seq = 0;
};
struct ForgetLine {
    CaseId caseId;
    CompartmentSet remaining; ///< What the device may still hold; empty: nothing of the case.
    std::int64_t seq = 0;
};
/// A device's public key, signed by the tenant's key over the text of `statement`.
struct KeyLine {
    base::DeviceId device;
    WorkerId worker;
    base::json::Value jwk;
    base::Instant from;
    std::optional<base::Instant> until;
    std::string signature; ///< base64url, 64 bytes
};
struct DeliveredChange {
    Receipt receipt;
    ChangeLine line;
};

using PullItem = std::variant<GrantLine, ForgetLine, KeyLine, DeliveredChange>;
struct PullPage {
    std::vector<PullItem> items;
    std::string cursor;
    bool more = false;
};

/// The bytes that the tenant's key signs for a key line.
[[nodiscard]] std::string keyStatement(const KeyLine &key);

} // namespace faltakt::changelog
