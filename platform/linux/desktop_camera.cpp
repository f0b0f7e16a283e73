#include "platform/linux/desktop_camera.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace faltakt::platform {

bool hasVideoDevice()
{
    const QFileInfoList devices =
        QDir(QStringLiteral("/dev")).entryInfoList({QStringLiteral("video*")}, QDir::System | QDir::Files);
    return std::ranges::any_of(devices, [](const QFileInfo &device) { return device.isReadable(); });
}

} // namespace faltakt::platform
