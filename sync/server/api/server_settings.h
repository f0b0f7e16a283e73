#pragma once

#include "sync/server/store/server_store.h"

#include <string_view>

namespace faltakt::server {

/// Names of the settings in the store.
struct SettingNames {
    static constexpr std::string_view LogId = "logId"; ///< Of this log; another one after a restore.
    static constexpr std::string_view ServerName = "name";
    static constexpr std::string_view FirstAddress = "firstAddress";   ///< Of the server certificate.
    static constexpr std::string_view ServedAddress = "servedAddress"; ///< HOST:PORT that was served last.
    static constexpr std::string_view LogReviewed = "logReviewed";     ///< When the access log was reviewed last.
    /// With a tenant's id behind it: the log and the time of its last whole walk over attachments.
    static constexpr std::string_view BlobsSwept = "blobsSwept.";
    static constexpr std::string_view KeyCheck = "keyCheck"; ///< By it a database knows the keys that it was made with.
};

/// Days that a field package reaches back where the municipality set nothing else; 0 set: cases come whole.
inline constexpr int DefaultPackageDays = 365;
inline constexpr int MostPackageDays = 36'500;

[[nodiscard]] int packageDays(const Tenant &tenant);
/// How far a package that begins now reaches back.
[[nodiscard]] base::Instant packageSince(const Tenant &tenant, base::Instant now);

} // namespace faltakt::server
