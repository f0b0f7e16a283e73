#pragma once

#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// What has to be said of the time until which the device may be read.
struct AccessWords {
    QString text;
    bool hasEnded = false;
    bool operator==(const AccessWords &) const = default;
};
/// Empty while there is more than a day left, or no end at all.
[[nodiscard]] AccessWords accessWords(const SyncStatus &status, base::Instant now, const QString &language);

/// Whether the device may be read: forms are opened in any case, what stands in files only until the end.
enum class Reading { Allowed, Ended };
/// As far as the main thread knows.
[[nodiscard]] Reading readingNow(const AppServices &services);

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

    [[nodiscard]] const QString &text() const noexcept { return m_words.text; }
    [[nodiscard]] bool hasEnded() const noexcept { return m_words.hasEnded; }
    [[nodiscard]] QString tone() const;
    [[nodiscard]] QString actionText() const;

public Q_SLOTS:
    void connectNow();

Q_SIGNALS:
    void changed();

private:
    void read();

    AppServices &m_services;
    AccessWords m_words;
};

} // namespace faltakt::viewmodels
