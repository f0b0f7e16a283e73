#pragma once

#include "platform/api/notifier.h"
#include "qml/viewmodels/reminder/reminder_settings.h"
#include "qml/viewmodels/reminder/reminder_text.h"
#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QTimer>

namespace faltakt::viewmodels {

/// Reminds of what I dag knows, by the system's notifications, also while the app is locked: what is kept in memory then is how
/// many of which kind come when. After a kill nothing is told until the worker has unlocked. One single-shot timer. Main
/// thread.
class Reminders final : public QObject {
    Q_OBJECT
public:
    Reminders(AppServices &services, platform::Notifier &notifier);
    ~Reminders() override;

    [[nodiscard]] ReminderSettings &settings() noexcept { return m_settings; }
    [[nodiscard]] platform::Notifier::Permission permission() const { return m_notifier.permission(); }
    /// While it is so, nothing is shown and what is shown goes: the device is in a person's hands, or hidden from one.
    void setHeld(bool held);
    /// What is told next, and when; empty where nothing is planned.
    struct Next {
        base::Instant at;
        rules::ReminderBundle bundle;
    };
    [[nodiscard]] std::optional<Next> next() const;
    /// Shows what a reminder of every kind that is on would say.
    void showExample();
    [[nodiscard]] rules::ReminderBundle example() const;

public Q_SLOTS:
    /// Tells what is due now.
    void look();
    /// Plans anew from the store.
    void read();

Q_SIGNALS:
    /// The plan, or whether anything can be shown.
    void changed();
    /// A reminder was pressed.
    void opened();

private:
    void onState();
    void take(const base::Result<rules::ReminderFacts> &facts);
    void plan();
    void show(const rules::ReminderBundle &bundle);
    /// What was done since it was shown goes.
    void withdrawDone();
    [[nodiscard]] bool isPlanned(const rules::Reminder &reminder) const;
    void snooze(const std::string &choice);
    void arm();
    /// The plan and what was put off belong to somebody who is here no more.
    void forget();
    [[nodiscard]] ReminderUse use() const;

    AppServices &m_services;
    platform::Notifier &m_notifier;
    ReminderSettings m_settings;
    std::optional<rules::ReminderFacts> m_facts; ///< Only while the store is open.
    std::vector<rules::Reminder> m_plan;
    std::optional<rules::ReminderState> m_state; ///< Empty until something was planned.
    rules::ReminderBundle m_shown;
    std::optional<base::WorkerId> m_owner; ///< Whose plan it is.
    bool m_isHeld = false;
    bool m_wasOpen = false;
    QTimer m_timer{this};   ///< Single shot: the next reminder.
    QTimer m_reading{this}; ///< Single shot: many changes are one reading.
};

} // namespace faltakt::viewmodels
