#pragma once

#include "core/changelog/change.h"
#include "sync/protocol/limits.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// GET /v1/quarantine, both ways: what a team leader is told of the team's changes that were not taken.
namespace faltakt::protocol {

struct QuarantineRequest {
    /// Only what came before this place; as the page before gave it.
    std::optional<std::int64_t> before = {};
    std::size_t limit = Limits::QuarantineLines;
    /// This line alone, which is to leave the device as a file: the server logs that before it answers.
    struct Export {
        base::CaseId caseId;
        base::ChangeId change;
        bool operator==(const Export &) const = default;
    };
    std::optional<Export> exported = {};
};

struct QuarantinedLine {
    std::optional<base::ChangeId> change; ///< Missing, with the case, where the line cannot be read.
    std::optional<base::CaseId> caseId;
    base::WorkerId worker; ///< Whose device sent it.
    std::string workerName;
    base::DeviceId device;
    /// Worker or device are revoked, or the device is to be wiped: nobody else can save what stands here.
    bool isForsaken = false;
    base::Instant received;
    std::string reason; ///< As in the verdict of a push.
    std::string field;
    std::vector<base::ChangeId> buildsOn; ///< Those of what it names that were not taken either.
    std::optional<changelog::ChangeLine> line;
};

/// The latest first.
struct QuarantinePage {
    std::vector<QuarantinedLine> lines;
    std::optional<std::int64_t> before = {}; ///< Where to go on; missing at the end.
};

[[nodiscard]] std::string encodeQuarantineQuery(const QuarantineRequest &request);
[[nodiscard]] base::Result<QuarantineRequest> decodeQuarantineQuery(std::string_view query);

[[nodiscard]] std::string encode(const QuarantinePage &page);
/// Bytes of one line in a page, at most.
[[nodiscard]] std::size_t encodedSize(const QuarantinedLine &line);
/// Damaged on anything that encode() does not make.
[[nodiscard]] base::Result<QuarantinePage> decodeQuarantinePage(std::string_view body);

} // namespace faltakt::protocol
