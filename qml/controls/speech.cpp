#include "qml/controls/speech.h"

namespace faltakt::controls {

QString Speech::joined(const QStringList &parts) const
{
    QStringList present;
    for (const auto &part : parts)
        if (!part.isEmpty())
            present.append(part);
    return present.join(QStringLiteral(". "));
}

} // namespace faltakt::controls
