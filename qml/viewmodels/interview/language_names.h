#pragma once

#include <QStringList>

#include <string>
#include <vector>

namespace faltakt::viewmodels {

/// Each language as those who speak it write it: "Svenska", "English".
[[nodiscard]] QStringList ownLanguageNames(const std::vector<std::string> &tags);
[[nodiscard]] bool isWrittenRightToLeft(const std::string &tag);

} // namespace faltakt::viewmodels
