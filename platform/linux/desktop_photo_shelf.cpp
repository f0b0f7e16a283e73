#include "platform/linux/desktop_photo_shelf.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>

#include <algorithm>

namespace faltakt::platform {

namespace {

constexpr int Depth = 2;
/// Of one folder; a desktop's folders may hold tens of thousands.
constexpr int MostOfFolder = 500;

struct Folder {
    QString name;
    QString path;
};

std::vector<Folder> folders()
{
    std::vector<Folder> found;
    for (const auto location : {QStandardPaths::PicturesLocation, QStandardPaths::DownloadLocation,
                                QStandardPaths::DocumentsLocation, QStandardPaths::DesktopLocation}) {
        const QFileInfo info(QStandardPaths::writableLocation(location));
        if (info.isDir() && info.filePath() != QDir::homePath())
            found.push_back({info.fileName(), info.filePath()});
    }
    for (const QStorageInfo &volume : QStorageInfo::mountedVolumes()) {
        const QString root = volume.rootPath();
        const bool isStick =
            root.startsWith(QStringLiteral("/media/")) || root.startsWith(QStringLiteral("/run/media/"));
        if (isStick && QFileInfo(root).isDir())
            found.push_back({QFileInfo(root).fileName(), root});
    }
    return found;
}

void look(const Folder &folder, const QString &path, int depth, std::vector<FoundPhoto> &photos)
{
    const QDir dir(path);
    const QStringList kinds{QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.png")};
    const QFileInfoList files = dir.entryInfoList(kinds, QDir::Files | QDir::Readable | QDir::NoSymLinks, QDir::Time);
    for (const QFileInfo &file : files.first(std::min<qsizetype>(files.size(), MostOfFolder)))
        photos.push_back({.id = file.absoluteFilePath().toStdString(),
                          .name = file.fileName().toStdString(),
                          .place = folder.name.toStdString(),
                          .changed = base::instantFromMs(file.lastModified().toMSecsSinceEpoch())});
    if (depth == 0)
        return;
    for (const QFileInfo &below : dir.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks))
        look(folder, below.absoluteFilePath(), depth - 1, photos);
}

} // namespace

std::vector<FoundPhoto> DesktopPhotoShelf::newest(int most) const
{
    std::vector<FoundPhoto> photos;
    for (const Folder &folder : folders())
        look(folder, folder.path, Depth, photos);
    // One folder may lie within another.
    std::ranges::sort(photos, {}, &FoundPhoto::id);
    const auto [same, end] = std::ranges::unique(photos, {}, &FoundPhoto::id);
    photos.erase(same, end);
    std::ranges::stable_sort(photos, std::ranges::greater(), &FoundPhoto::changed);
    if (photos.size() > std::size_t(most))
        photos.resize(std::size_t(most));
    return photos;
}

base::Result<base::Bytes> DesktopPhotoShelf::read(const std::string &id, std::size_t maxBytes) const
{
    QFile file(QString::fromStdString(id));
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::NotFound, "photo");
    if (file.size() > qint64(maxBytes))
        return base::fail(base::ErrorCode::TooLarge, "photo");
    const QByteArray content = file.read(qint64(maxBytes));
    return base::Bytes(content.begin(), content.end());
}

} // namespace faltakt::platform
