#include "sync/server/api/server_settings.h"

#include <charconv>

namespace faltakt::server {

base::Result<int> packageDays(IdentityReader &identity)
{
    TRY(const std::string text, identity.setting(SettingNames::PackageDays));
    int days = DefaultPackageDays;
    if (!text.empty())
        std::from_chars(text.data(), text.data() + text.size(), days);
    return days;
}

base::Result<base::Instant> packageSince(IdentityReader &identity, base::Instant now)
{
    TRY(const int days, packageDays(identity));
    return days <= 0 ? base::Instant() : now - std::chrono::days(days);
}

} // namespace faltakt::server
