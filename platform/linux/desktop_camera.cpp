#include "platform/linux/desktop_camera.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace faltakt::platform {

CameraAccess cameraAccess()
{
    const QFileInfoList devices =
        QDir(QStringLiteral("/dev")).entryInfoList({QStringLiteral("video*")}, QDir::System | QDir::Files);
    if (devices.isEmpty())
        return CameraAccess::None;
    const bool isReadable = std::ranges::any_of(devices, [](const QFileInfo &device) { return device.isReadable(); });
    return isReadable ? CameraAccess::Allowed : CameraAccess::Forbidden;
}

} // namespace faltakt::platform
