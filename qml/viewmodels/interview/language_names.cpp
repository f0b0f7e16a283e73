#include "qml/viewmodels/interview/language_names.h"

#include <QLocale>

namespace faltakt::viewmodels {

QStringList ownLanguageNames(const std::vector<std::string> &tags)
{
    QStringList names;
    for (const std::string &tag : tags) {
        const QLocale locale(QString::fromStdString(tag));
        QString name = locale.nativeLanguageName();
        // Qt names a language by the region that comes first for it: "American English".
        if (tag == "en")
            name = QStringLiteral("English");
        if (!name.isEmpty())
            name[0] = name[0].toUpper();
        names.push_back(name.isEmpty() ? QString::fromStdString(tag) : name);
    }
    return names;
}

bool isWrittenRightToLeft(const std::string &tag)
{
    return QLocale(QString::fromStdString(tag)).textDirection() == Qt::RightToLeft;
}

} // namespace faltakt::viewmodels
