#pragma once

#include <string_view>

namespace faltakt::server {

/// Names of the settings in the store.
struct SettingNames {
    static constexpr std::string_view LogId = "logId"; ///< Of this log; another one after a restore.
    static constexpr std::string_view ServerName = "name";
    static constexpr std::string_view FirstAddress = "firstAddress";   ///< Of the server certificate.
    static constexpr std::string_view ServedAddress = "servedAddress"; ///< HOST:PORT that was served last.
    static constexpr std::string_view LogReviewed = "logReviewed";     ///< When the access log was reviewed last.
    static constexpr std::string_view KeyCheck = "keyCheck"; ///< By it a database knows the keys that it was made with.
};

} // namespace faltakt::server
