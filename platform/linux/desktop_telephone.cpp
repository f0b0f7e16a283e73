#include "platform/linux/desktop_telephone.h"

#include <QDesktopServices>
#include <QFile>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

namespace faltakt::platform {

namespace {

/// The freedesktop lists of programs by kind of content ("MIME Applications Associations" and the desktop's own cache).
QStringList associationFiles()
{
    QStringList files =
        QStandardPaths::locateAll(QStandardPaths::GenericConfigLocation, QStringLiteral("mimeapps.list"));
    files += QStandardPaths::locateAll(QStandardPaths::ApplicationsLocation, QStringLiteral("mimeapps.list"));
    files += QStandardPaths::locateAll(QStandardPaths::ApplicationsLocation, QStringLiteral("mimeinfo.cache"));
    return files;
}

bool namesDialler(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray key("x-scheme-handler/tel=");
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (line.startsWith(key) && line.size() > key.size())
            return true;
    }
    return false;
}

} // namespace

DesktopTelephone::DesktopTelephone() : m_canCall(std::ranges::any_of(associationFiles(), namesDialler)) {}

bool DesktopTelephone::call(std::string_view number)
{
    const std::string url = telephoneUrl(number);
    return m_canCall && !url.empty() && QDesktopServices::openUrl(QUrl(QString::fromStdString(url)));
}

} // namespace faltakt::platform
