#pragma once

#include "core/base/language.h"
#include "qml/viewmodels/shell/app_settings.h"

#include <QString>

namespace faltakt::viewmodels {

/// The language in which core's own words are wanted.
[[nodiscard]] inline base::Language languageOf(const AppSettings &settings)
{
    return settings.language() == QLatin1String("en") ? base::Language::English : base::Language::Swedish;
}

/// Core's texts are UTF-8.
[[nodiscard]] inline QString text(const std::string &utf8) { return QString::fromStdString(utf8); }

} // namespace faltakt::viewmodels
