#pragma once

#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// Locks after a while without a touch or a key: the time of the settings, or that of a talk, told half a minute before.
/// One single-shot timer; nothing ticks. A program that was put to sleep has no timer, so the time is also looked at when
/// it wakes and before a touch counts. Watches the application's events; main thread.
class AutoLock final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isAboutToLock READ isAboutToLock NOTIFY isAboutToLockChanged FINAL)
public:
    static constexpr std::chrono::seconds Warning{30};
    /// A talk is not cut short by a lock; a municipality may set less.
    static constexpr std::chrono::minutes TalkLimit{15};
    /// Questions about violence do not lie open for long, whatever the settings allow.
    static constexpr std::chrono::minutes SafeTalkLimit{4};

    explicit AutoLock(AppServices &services);
    ~AutoLock() override;

    [[nodiscard]] bool isAboutToLock() const noexcept { return m_isAboutToLock; }
    /// Whether the page on top is a talk.
    void setInTalk(bool inTalk);
    /// Whether it shows what is about violence.
    void setInSafeTalk(bool inSafeTalk);

public Q_SLOTS:
    void keepWorking();

Q_SIGNALS:
    void isAboutToLockChanged();
    void expired();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restart();
    /// How long the municipality lets a device lie open at most, in talks and outside.
    void readProfile();
    void noteTouch();
    void onTimeout();
    /// The program was asleep or hidden: what has passed meanwhile counts.
    void onWake();
    void expire();
    void setAboutToLock(bool about);
    [[nodiscard]] std::chrono::seconds limit() const;
    /// Since the last touch, by the clock that says more: one of them stands still while the device sleeps, the other may
    /// be set back.
    [[nodiscard]] std::chrono::nanoseconds idle() const;

    AppServices &m_services;
    QTimer m_timer{this}; ///< Single shot.
    bool m_isAboutToLock = false;
    bool m_inTalk = false;
    bool m_inSafeTalk = false;
    std::chrono::minutes m_talkLimit = TalkLimit;
    std::chrono::nanoseconds m_touched{0};
    base::Instant m_touchedAt{};
};

} // namespace faltakt::viewmodels
