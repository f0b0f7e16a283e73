#include "platform/linux/desktop_file_export.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>

#include <utility>

namespace faltakt::platform {

namespace {

/// A name that is taken this often is not tried further.
constexpr int MostNumbers = 1000;

using Folder = std::pair<QString, QString>; ///< Name as shown, path.

void addFolder(std::vector<Folder> &folders, const QString &path)
{
    const QFileInfo info(path);
    if (!path.isEmpty() && path != QDir::homePath() && info.isDir() && info.isWritable())
        folders.emplace_back(info.fileName(), path);
}

std::vector<Folder> folders()
{
    std::vector<Folder> found;
    for (const auto location :
         {QStandardPaths::DocumentsLocation, QStandardPaths::DownloadLocation, QStandardPaths::DesktopLocation})
        addFolder(found, QStandardPaths::writableLocation(location));
    for (const QStorageInfo &volume : QStorageInfo::mountedVolumes()) {
        const QString root = volume.rootPath();
        if (root.startsWith(QStringLiteral("/media/")) || root.startsWith(QStringLiteral("/run/media/")))
            addFolder(found, root);
    }
    if (found.empty() && QFileInfo(QDir::homePath()).isWritable())
        found.emplace_back(QFileInfo(QDir::homePath()).fileName(), QDir::homePath());
    return found;
}

QString numbered(const QString &folder, const QString &name, int number)
{
    const QFileInfo info(name);
    const QString stem =
        number == 1 ? info.completeBaseName() : QStringLiteral("%1-%2").arg(info.completeBaseName()).arg(number);
    return QDir(folder).filePath(QStringLiteral("%1.%2").arg(stem, info.suffix()));
}

base::Result<std::string> writeNew(const QString &path, base::ByteView content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return base::fail(QFileInfo::exists(path) ? base::ErrorCode::AlreadyExists : base::ErrorCode::StorageFailed,
                          "export");
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const auto size = qint64(content.size());
    const bool isWritten = file.write(reinterpret_cast<const char *>(content.data()), size) == size && file.flush();
    file.close();
    if (isWritten && file.error() == QFileDevice::NoError)
        return path.toStdString();
    // Half a file is worse than none.
    const bool isFull = file.error() == QFileDevice::ResourceError;
    file.remove();
    return base::fail(isFull ? base::ErrorCode::StorageFull : base::ErrorCode::StorageFailed, "export");
}

} // namespace

std::vector<std::string> DesktopFileExport::places() const
{
    std::vector<std::string> names;
    for (const auto &[name, path] : folders())
        names.push_back(name.toStdString());
    return names;
}

base::Result<std::string> DesktopFileExport::save(std::string_view place, std::string_view name, base::ByteView content)
{
    const QString wanted = QString::fromUtf8(place.data(), qsizetype(place.size()));
    const QString fileName = QString::fromUtf8(name.data(), qsizetype(name.size()));
    for (const auto &[shown, path] : folders()) {
        if (shown != wanted)
            continue;
        for (int number = 1; number <= MostNumbers; ++number) {
            auto saved = writeNew(numbered(path, fileName, number), content);
            if (saved || saved.error().code() != base::ErrorCode::AlreadyExists)
                return saved;
        }
        return base::fail(base::ErrorCode::StorageFailed, "export: every name is taken");
    }
    return base::fail(base::ErrorCode::NotFound, "export place");
}

} // namespace faltakt::platform
