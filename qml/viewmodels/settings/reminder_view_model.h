#pragma once

#include "qml/viewmodels/reminder/reminders.h"
#include "qml/viewmodels/shell/line_list_model.h"

#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// Of what the device reminds and when it is quiet, with the very words that a reminder will have. Each choice holds at once.
/// Main thread; owned by the settings page.
class ReminderViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// A line for each kind: its name, when it is told in `secondary`, "on" or "off" in `kind`.
    Q_PROPERTY(faltakt::viewmodels::LineListModel *kinds READ kinds CONSTANT FINAL)
    Q_PROPERTY(QStringList fromTimes READ fromTimes NOTIFY changed FINAL)
    Q_PROPERTY(int fromIndex READ fromIndex NOTIFY changed FINAL)
    Q_PROPERTY(QStringList untilTimes READ untilTimes NOTIFY changed FINAL)
    Q_PROPERTY(int untilIndex READ untilIndex NOTIFY changed FINAL)
    Q_PROPERTY(bool everyDay READ everyDay NOTIFY changed FINAL)
    /// "I dag 14:15: Bokade kontakter: 1"
    Q_PROPERTY(QString nextText READ nextText NOTIFY changed FINAL)
    /// Every line that a reminder can have, as it stands on the screen.
    Q_PROPERTY(QString exampleText READ exampleText NOTIFY changed FINAL)
    /// Why nothing is shown on this device; empty where it is.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    ReminderViewModel(AppServices &services, Reminders &reminders);

    [[nodiscard]] LineListModel *kinds() noexcept { return &m_kinds; }
    [[nodiscard]] QStringList fromTimes() const;
    [[nodiscard]] int fromIndex() const;
    [[nodiscard]] QStringList untilTimes() const;
    [[nodiscard]] int untilIndex() const;
    [[nodiscard]] bool everyDay() const { return m_reminders.settings().choices().everyDay; }
    [[nodiscard]] QString nextText() const;
    [[nodiscard]] QString exampleText() const;
    [[nodiscard]] QString problem() const;

public Q_SLOTS:
    void toggleKind(int row);
    void chooseFrom(int index);
    void chooseUntil(int index);
    void toggleEveryDay();
    /// Shows the example as a notification.
    void tryOut();
    void openHelp();

Q_SIGNALS:
    void changed();

private:
    void show();

    AppServices &m_services;
    Reminders &m_reminders;
    LineListModel m_kinds;
};

} // namespace faltakt::viewmodels
