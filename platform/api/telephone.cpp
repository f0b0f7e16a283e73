#include "platform/api/telephone.h"

#include <cstdint>

namespace faltakt::platform {

std::string telephoneUrl(std::string_view number)
{
    std::string digits;
    for (const char letter : number) {
        const bool isPlus = letter == '+' && digits.empty();
        if (isPlus || (letter >= '0' && letter <= '9'))
            digits += letter;
    }
    return digits.empty() || digits == "+" ? std::string() : "tel:" + digits;
}

std::string textMessageUrl(std::string_view number, std::string_view message)
{
    static constexpr std::string_view Hex = "0123456789ABCDEF";
    const std::string telephone = telephoneUrl(number);
    if (telephone.empty())
        return {};
    std::string url = "sms:" + telephone.substr(telephone.find(':') + 1) + "?body=";
    for (const char character : message) {
        const auto byte = std::uint8_t(character);
        const bool isPlain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
                             || (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_'
                             || byte == '~';
        if (isPlain)
            url += character;
        else
            url += {'%', Hex[byte >> 4], Hex[byte & 15]};
    }
    return url;
}

} // namespace faltakt::platform
