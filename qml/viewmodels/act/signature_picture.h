#pragma once

#include <QByteArray>
#include <QString>

namespace faltakt::viewmodels {

/// A PNG picture of what was drawn ("x,y x,y;x,y", in thousandths of the width; what cannot be read is left out), or of the name
/// in letters where nothing was: black on white, whatever the screen's colours are.
[[nodiscard]] QByteArray signaturePicture(const QString &strokes, const QString &name);

} // namespace faltakt::viewmodels
