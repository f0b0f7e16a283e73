#pragma once

#include <source_location>
#include <string>
#include <string_view>

namespace faltakt::base {

/// Why an operation was not carried out. The set is small on purpose: a caller decides by code,
/// a view model picks the words for the user by code, and the detail is for logs and support.
enum class ErrorCode {
    InvalidInput,  ///< The caller's data breaks a rule; the detail names the field, never its value.
    NotFound,      ///< The thing named does not exist here.
    AlreadyExists, ///< The thing named exists and must not be made twice.
    Refused,       ///< A right, a role or a policy forbids it.
    WrongKey,      ///< A PIN, passphrase or key does not open the thing.
    Locked,        ///< Trying again is allowed only later (growing waits), or the store is closed.
    Damaged,       ///< Stored or received bytes are not what was written.
    TooLarge,      ///< A limit of size, depth or count is passed.
    Unsupported,   ///< Written by a newer version, or not available on this platform.
    Unreachable,   ///< The other side cannot be reached; work is kept. Retryable.
    Busy,          ///< The other side or the store asks for patience. Retryable.
    StorageFull,   ///< No room left. Retryable after making room.
    StorageFailed, ///< The disk or the database reported an error.
    Internal,      ///< A broken promise inside the program.
};

/// Stable lower-case name of a code, for logs and exit messages.
[[nodiscard]] std::string_view errorCodeName(ErrorCode code) noexcept;

/// True where the same call may succeed later without a change by the user.
[[nodiscard]] bool isRetryable(ErrorCode code) noexcept;

/// A failed operation: code, a detail without personal data, and where it arose.
class Error {
public:
    explicit Error(ErrorCode code, std::string detail = {},
                   std::source_location location = std::source_location::current())
        : m_code(code), m_detail(std::move(detail)), m_location(location)
    {
    }

    [[nodiscard]] ErrorCode code() const noexcept { return m_code; }
    /// Short English words for logs; holds field names and positions, never values from a person's file.
    [[nodiscard]] const std::string &detail() const noexcept { return m_detail; }
    [[nodiscard]] const std::source_location &location() const noexcept { return m_location; }
    /// "code: detail (file:line)".
    [[nodiscard]] std::string toString() const;
    /// The same error with words put before the detail; used at a border between layers.
    [[nodiscard]] Error withContext(std::string_view context) const;

private:
    ErrorCode m_code;
    std::string m_detail;
    std::source_location m_location;
};

} // namespace faltakt::base
