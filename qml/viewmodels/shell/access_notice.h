#pragma once

#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// Tells, on every page, that reading has stopped because the server has not been heard of for too long, or soon will.
/// Main thread.
class AccessNotice final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString tone READ tone NOTIFY changed FINAL)
    Q_PROPERTY(QString actionText READ actionText NOTIFY changed FINAL)
public:
    explicit AccessNotice(AppServices &services);

    [[nodiscard]] const QString &text() const noexcept { return m_text; }
    [[nodiscard]] QString tone() const;
    [[nodiscard]] QString actionText() const;

public Q_SLOTS:
    void connectNow();

Q_SIGNALS:
    void changed();

private:
    void read();

    AppServices &m_services;
    QString m_text;
    bool m_hasEnded = false;
};

} // namespace faltakt::viewmodels
