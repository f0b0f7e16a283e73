#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::casework {

/// Whether a sentence may be about somebody else than the person: it names kin, a neighbour or a reporter, or holds a name
/// in its midst that is not one of `ownNames`. A hint for whoever shows the text, wrong both ways at times; never a
/// decision.
[[nodiscard]] bool maySpeakOfOthers(std::string_view sentence, const std::vector<std::string> &ownNames);

} // namespace faltakt::casework
