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
    base::Hash stamp{};     ///< MAC over tenant, seq, received and hash.
    bool operator==(const Receipt &) const = default;
};

enum class VerdictKind : std::uint8_t { Accepted, Duplicate, Quarantined, Absent };

/// The server's judgement of one pushed line.
struct Verdict {
    std::int64_t n = 0;
    VerdictKind kind = VerdictKind::Accepted;
    std::optional<Receipt> receipt; ///< With Accepted and Duplicate.
    std::string
        reason;        ///< With Quarantined: form author case record access schema dependsOn children idReused revoked.
    std::string field; ///< With Quarantined: "kind.field" where one is to blame.
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
    /// All lines with a receipt go, also of what remains: the case's package follows whole.
    bool anew = false;
};
/// How much of a case's field package stayed at the server: records that may be asked for.
struct OlderLine {
    CaseId caseId;
    std::int64_t count = 0;
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

using PullItem = std::variant<GrantLine, ForgetLine, KeyLine, DeliveredChange, OlderLine>;
struct PullPage {
    std::vector<PullItem> items;
    std::string cursor;
    bool more = false;
};

/// A line that the server once took, with its word for that, as any device that holds it can offer it again.
struct OfferedLine {
    Receipt receipt;
    std::string line;
};
/// Some of what a device holds and the server may have lost.
struct OfferBatch {
    std::vector<OfferedLine> lines;
    std::int64_t next = 0; ///< Where the next batch begins; the device's own business.
};
enum class OfferVerdict : std::uint8_t {
    Taken,   ///< It was not there, and is now.
    Known,   ///< It was there.
    Refused, ///< The stamp is not the server's own, or it cannot stand beside what is there.
};

/// The bytes that the tenant's key signs for a key line.
[[nodiscard]] std::string keyStatement(const KeyLine &key);

} // namespace faltakt::changelog
