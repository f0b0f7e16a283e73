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

bool namesProgram(const QString &path, const QByteArray &scheme)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray key = "x-scheme-handler/" + scheme + '=';
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (line.startsWith(key) && line.size() > key.size())
            return true;
    }
    return false;
}

} // namespace

DesktopTelephone::DesktopTelephone()
{
    const QStringList files = associationFiles();
    const auto isNamed = [&](const QByteArray &scheme) {
        return std::ranges::any_of(files, [&](const QString &path) { return namesProgram(path, scheme); });
    };
    m_canCall = isNamed("tel");
    m_canText = isNamed("sms");
}

bool DesktopTelephone::call(std::string_view number)
{
    const std::string url = telephoneUrl(number);
    return m_canCall && !url.empty() && QDesktopServices::openUrl(QUrl(QString::fromStdString(url)));
}

bool DesktopTelephone::text(std::string_view number, std::string_view message)
{
    const std::string url = textMessageUrl(number, message);
    return m_canText && !url.empty() && QDesktopServices::openUrl(QUrl(QString::fromStdString(url)));
}

} // namespace faltakt::platform
