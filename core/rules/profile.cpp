#include "core/rules/profile.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

namespace {

constexpr std::array<std::string_view, 6> ExpectedContacts{
    "emergency", "onCall", "psychiatricEmergency", "healthAdvice", "poisonInformation", "womensHelpline"};

} // namespace

Profile emptyProfile() { return {}; }

const ProfileInstrument *Profile::instrument(std::string_view code) const noexcept
{
    const auto found = std::ranges::find(instruments, code, &ProfileInstrument::code);
    return found == instruments.end() ? nullptr : &*found;
}

Setting<std::string> Profile::contactNumber(std::string_view code) const
{
    const auto found = std::ranges::find(contacts, code, &ProfileContact::code);
    if (found != contacts.end() && found->number)
        return found->number;
    if (code == "emergency")
        return Figure<std::string>{"112", SourceKind::Default, "Gäller i hela landet", {}};
    if (code == "healthAdvice")
        return Figure<std::string>{"1177", SourceKind::Default, "Gäller i hela landet", {}};
    return std::nullopt;
}

std::vector<ProfileInsats> Profile::insatserOn(base::Date day) const
{
    const auto handedOver = setting(&ProfileSettings::reformRegionTreatsFrom);
    std::vector<ProfileInsats> offered;
    std::ranges::copy_if(insatser, std::back_inserter(offered), [&](const ProfileInsats &insats) {
        return !insats.treatment || !handedOver || day < handedOver->value;
    });
    return offered;
}

std::vector<std::string> missingSettings(const Profile &profile)
{
    std::vector<std::string> missing;
    forEachSetting([&](std::string_view name, auto member) {
        if (!(profile.stated.*member))
            missing.emplace_back(name);
    });
    for (const std::string_view code : ExpectedContacts) {
        if (!profile.contactNumber(code))
            missing.push_back("contacts." + std::string(code));
    }
    forEachList([&](std::string_view name, auto list) {
        if ((profile.*list).empty())
            missing.emplace_back(name);
    });
    return missing;
}

} // namespace faltakt::rules
