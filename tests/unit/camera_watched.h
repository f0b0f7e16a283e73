#pragma once

#include "platform/api/code_scanner.h"

#include <string>
#include <vector>

namespace faltakt::test {

/// What a scanner has told.
struct Watched {
    platform::ScanWatch watch()
    {
        return {[this](const platform::GreyPicture &picture) { pictures += picture.isSound() ? 1 : 0; },
                [this](const std::string &text) { codes.push_back(text); },
                [this](platform::ScanFault fault) { faults.push_back(fault); }};
    }
    int pictures = 0;
    std::vector<std::string> codes;
    std::vector<platform::ScanFault> faults;
};

} // namespace faltakt::test
