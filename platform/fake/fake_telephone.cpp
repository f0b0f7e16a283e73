#include "platform/fake/fake_telephone.h"

namespace faltakt::platform {

bool FakeTelephone::call(std::string_view number)
{
    const std::string url = telephoneUrl(number);
    if (!m_canCall || url.empty())
        return false;
    m_calls.push_back(url);
    return true;
}

bool FakeTelephone::text(std::string_view number, std::string_view message)
{
    const std::string url = textMessageUrl(number, message);
    if (!m_canCall || url.empty())
        return false;
    m_texts.push_back(url);
    return true;
}

} // namespace faltakt::platform
