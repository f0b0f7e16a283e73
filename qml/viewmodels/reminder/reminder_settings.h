#pragma once

#include "core/rules/reminder_bundle.h"

#include <QObject>
#include <QSettings>

#include <filesystem>

namespace faltakt::viewmodels {

/// Of what this device reminds, and what it has told: in the same plain file as AppSettings, since a reminder is shown while
/// the store is locked. Moments and kinds alone are in it. Every change is written at once.
class ReminderSettings final : public QObject {
    Q_OBJECT
public:
    static constexpr int EarliestFrom = 5;
    static constexpr int LatestFrom = 11;
    static constexpr int EarliestUntil = 13;
    static constexpr int LatestUntil = 22;

    explicit ReminderSettings(const std::filesystem::path &dataFolder, QObject *parent = nullptr);

    /// What a spoilt file says of none of it is the usual.
    [[nodiscard]] rules::ReminderChoices choices() const;
    void setChoices(const rules::ReminderChoices &choices);
    /// Empty while nothing was ever planned here.
    [[nodiscard]] std::optional<rules::ReminderState> state() const;
    void setState(const rules::ReminderState &state);

Q_SIGNALS:
    void changed();

private:
    QSettings m_settings;
};

} // namespace faltakt::viewmodels
