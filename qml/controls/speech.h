#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace faltakt::controls {

/// Puts the words of a row together for readers.
class Speech : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    explicit Speech(QObject *parent = nullptr) : QObject(parent) {}

    /// The parts that are there, as short sentences: "Johan E., 34 år. Ring igen. I går".
    Q_INVOKABLE QString joined(const QStringList &parts) const;
};

} // namespace faltakt::controls
