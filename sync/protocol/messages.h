#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/crypto/signing_key.h"
#include "sync/protocol/enrolment_code.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/pack.h"
#include "sync/protocol/profile.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The calls whose bodies are one JSON object. `encode` writes, `decode…` reads strictly: a known member must have its
/// form, unknown members are passed over. Decoders give InvalidInput or TooLarge with the member named, never its value.
namespace faltakt::protocol {

/// Paths of the calls, as in PROTOCOL.md.
struct Paths {
    static constexpr std::string_view Enrol = "/v1/enrol";
    static constexpr std::string_view Token = "/v1/token";
    static constexpr std::string_view Hello = "/v1/hello";
    static constexpr std::string_view Push = "/v1/push";
    static constexpr std::string_view Pull = "/v1/pull";
    static constexpr std::string_view Digest = "/v1/digest";
    static constexpr std::string_view Fetch = "/v1/fetch";
    static constexpr std::string_view Known = "/v1/known";
    static constexpr std::string_view Offer = "/v1/offer";
    static constexpr std::string_view Outbox = "/v1/outbox";
    static constexpr std::string_view Blob = "/v1/blob";
    static constexpr std::string_view Quarantine = "/v1/quarantine";
    static constexpr std::string_view Pack = "/v1/pack";
    static constexpr std::string_view Profile = "/v1/profile";
};

/// POST /v1/enrol. The proof of the request must be by `key`.
struct EnrolRequest {
    EnrolmentSecret secret{};
    crypto::PublicKey key;
    std::string name; ///< What people call the device.
    std::string app;  ///< Program and version.
};

struct EnrolAnswer {
    base::DeviceId device;
    base::WorkerId worker;
    std::string workerName;
    base::TenantId tenant;
    std::string tenantName;
    std::string logId;
    base::Bytes recoveryKey;     ///< X25519 public key, 32 bytes: wrap C is sealed to it.
    base::Bytes outboxKey;       ///< X25519 public key, 32 bytes: the sealed outbox is sealed to it.
    crypto::PublicKey tenantKey; ///< Signs the `key` lines.
    std::string profile;         ///< Name of the municipality's profile.
    base::json::Object policy;
    /// Public keys of the publishers whose content packs the device takes; heard here and never again.
    std::vector<base::Bytes> packKeys = {};
};

/// POST /v1/token. The assertion is made and checked in token_assertion.h.
struct TokenRequest {
    base::DeviceId device;
    std::string assertion;
};

struct TokenAnswer {
    std::string token;
    std::chrono::seconds expiresIn{0};
};

using CommandId = base::Id<struct CommandTag>;

/// POST /v1/hello, by the device's proof alone.
struct HelloRequest {
    base::DeviceId device;
    std::int64_t protocol = Version;
    std::string app;
    std::int64_t epoch = 1;
    std::int64_t n = 0;              ///< Last position of the device's journal in that epoch; 0 is none.
    base::Hash link{};               ///< Link at n.
    std::string cursor;              ///< As the last page gave it; empty at the start.
    std::string logId;               ///< The server's log as the device knows it; empty before the first contact.
    std::vector<CommandId> receipts; ///< Commands carried out.
    /// All that `forget` lines up to this place took away is gone, and what was unsent of it delivered.
    std::int64_t forgotten = 0;
};

enum class CommandKind : std::uint8_t {
    Lock,         ///< Close the store; it opens again by PIN.
    Wipe,         ///< Push what is unsent, then destroy the keys.
    FetchProfile, ///< The municipality's profile has a new version.
};
struct DeviceCommand {
    CommandId id;
    CommandKind kind = CommandKind::Lock;
    bool operator==(const DeviceCommand &) const = default;
};

/// What the server takes and gives at a time; never beyond `Limits`.
struct OfferedLimits {
    std::size_t pushLines = Limits::PushLines;
    std::size_t pushBytes = Limits::PushBytes;
    std::size_t pullLines = Limits::PullLines;
    bool operator==(const OfferedLimits &) const = default;
};

struct HelloAnswer {
    base::Instant time; ///< Server time.
    std::string logId;
    base::Instant leaseUntil; ///< Server time up to which the device may show what it holds.
    /// The shorter end that holds while somebody with protected data is on the device.
    std::optional<base::Instant> protectedUntil;
    OfferedLimits limits;
    std::vector<DeviceCommand> commands; ///< Kinds that this version does not know are left out.
    std::int64_t n = 0;                  ///< The last position that the server holds of the device in the epoch.
    bool fork = false;
    bool logChanged = false;
    /// With logChanged: of the log that the device knows, the lines above this place are to be offered. Empty from a
    /// server that takes none.
    std::optional<std::int64_t> offerAbove;
    bool revoked = false;
    bool leadsTeam = false;        ///< For what to show; rights are looked up at each call.
    std::vector<PackNotice> packs; ///< Every version of every content pack; of each pack the newest first.
    std::vector<ProfileNotice> profiles =
        {}; ///< Every version of every profile that was added, the last one added first.
    bool operator==(const HelloAnswer &) const = default;
};

/// Why a call was refused; the name on the wire and the HTTP status belong to it.
enum class Refusal : std::uint8_t {
    Invalid,      ///< 400
    UseDpopNonce, ///< 401: make the proof anew with the nonce that came
    Proof,        ///< 401: the proof is not what it must be
    Token,        ///< 401: missing, expired or foreign token
    Refused,      ///< 403
    NotFound,     ///< 404
    CodeUsed,     ///< 409
    TooLarge,     ///< 413
    TooMany,      ///< 429, with Retry-After
    Failed,       ///< 500: the server's own fault
    Busy,         ///< 503, with Retry-After
    Full,         ///< 507: no room left for attachments, of the device or of the municipality
};
[[nodiscard]] std::string_view refusalName(Refusal refusal) noexcept;
[[nodiscard]] std::optional<Refusal> refusalFromName(std::string_view name) noexcept;
[[nodiscard]] int httpStatusOf(Refusal refusal) noexcept;
/// The nearest meaning of a status that came without a readable body (a proxy's page, for instance); empty for 2xx.
[[nodiscard]] std::optional<Refusal> refusalFromStatus(int status) noexcept;

/// The body of every answer that is not 2xx.
struct ErrorAnswer {
    Refusal error = Refusal::Invalid;
    std::string detail; ///< Never personal data.
};

[[nodiscard]] std::string encode(const EnrolRequest &message);
[[nodiscard]] std::string encode(const EnrolAnswer &message);
[[nodiscard]] std::string encode(const TokenRequest &message);
[[nodiscard]] std::string encode(const TokenAnswer &message);
[[nodiscard]] std::string encode(const HelloRequest &message);
[[nodiscard]] std::string encode(const HelloAnswer &message);
[[nodiscard]] std::string encode(const ErrorAnswer &message);

[[nodiscard]] base::Result<EnrolRequest> decodeEnrolRequest(std::string_view body);
[[nodiscard]] base::Result<EnrolAnswer> decodeEnrolAnswer(std::string_view body);
[[nodiscard]] base::Result<TokenRequest> decodeTokenRequest(std::string_view body);
[[nodiscard]] base::Result<TokenAnswer> decodeTokenAnswer(std::string_view body);
[[nodiscard]] base::Result<HelloRequest> decodeHelloRequest(std::string_view body);
[[nodiscard]] base::Result<HelloAnswer> decodeHelloAnswer(std::string_view body);
/// NotFound where the code is one that this version does not know: take refusalFromStatus then.
[[nodiscard]] base::Result<ErrorAnswer> decodeErrorAnswer(std::string_view body);

} // namespace faltakt::protocol
