#pragma once

#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// What the strip says of a status; empty words hide it.
struct SyncStripWords {
    QString text;
    QString tone;
    QString iconName;
    bool operator==(const SyncStripWords &) const = default;
};
[[nodiscard]] SyncStripWords stripWords(const SyncStatus &status);

/// One line on where the work stands towards the server, for the top of I dag and Personer; empty while the server is in
/// reach and has answered for all. Main thread.
class SyncStripViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString tone READ tone NOTIFY changed FINAL)
    Q_PROPERTY(QString iconName READ iconName NOTIFY changed FINAL)
public:
    explicit SyncStripViewModel(AppServices &services);

    [[nodiscard]] const QString &text() const noexcept { return m_words.text; }
    [[nodiscard]] const QString &tone() const noexcept { return m_words.tone; }
    [[nodiscard]] const QString &iconName() const noexcept { return m_words.iconName; }

public Q_SLOTS:
    /// Opens the sync page.
    void open();

Q_SIGNALS:
    void changed();

private:
    void read();

    AppServices &m_services;
    SyncStripWords m_words;
};

} // namespace faltakt::viewmodels
