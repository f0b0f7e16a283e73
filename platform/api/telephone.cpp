#include "platform/api/telephone.h"

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

} // namespace faltakt::platform
