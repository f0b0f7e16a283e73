#pragma once

#include "qml/viewmodels/interview/own_training.h"
#include "qml/viewmodels/settings/form_check.h"
#include "qml/viewmodels/settings/passphrase_change.h"
#include "qml/viewmodels/settings/reminder_view_model.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/line_list_model.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// How the app looks and behaves on this device, what is stored on it, and what it is made of. Each choice holds at once;
/// there is nothing to save.
class SettingsViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QStringList schemes READ schemes NOTIFY changed FINAL)
    Q_PROPERTY(int schemeIndex READ schemeIndex NOTIFY changed FINAL)
    Q_PROPERTY(QStringList textSizes READ textSizes NOTIFY changed FINAL)
    Q_PROPERTY(int textSizeIndex READ textSizeIndex NOTIFY changed FINAL)
    Q_PROPERTY(bool reducedMotion READ reducedMotion NOTIFY changed FINAL)
    Q_PROPERTY(QStringList languages READ languages NOTIFY changed FINAL)
    Q_PROPERTY(int languageIndex READ languageIndex NOTIFY changed FINAL)
    Q_PROPERTY(QStringList lockTimes READ lockTimes NOTIFY changed FINAL)
    Q_PROPERTY(int lockTimeIndex READ lockTimeIndex NOTIFY changed FINAL)
    Q_PROPERTY(bool namesHidden READ namesHidden NOTIFY changed FINAL)
    Q_PROPERTY(bool advancesByItself READ advancesByItself NOTIFY changed FINAL)
    Q_PROPERTY(QStringList mobileDataUses READ mobileDataUses NOTIFY changed FINAL)
    Q_PROPERTY(int mobileDataIndex READ mobileDataIndex NOTIFY changed FINAL)
    /// What the choice means.
    Q_PROPERTY(QString mobileDataText READ mobileDataText NOTIFY changed FINAL)
    Q_PROPERTY(QString dataText READ dataText NOTIFY changed FINAL)
    Q_PROPERTY(QString versionText READ versionText NOTIFY changed FINAL)
    Q_PROPERTY(QStringList licences READ licences NOTIFY changed FINAL)
    /// The licence that was opened, in full; empty while none is.
    Q_PROPERTY(QString licenceText READ licenceText NOTIFY licenceChanged FINAL)
    /// What is stored on this device: what in `text`, how much or until when in `trailing`.
    Q_PROPERTY(faltakt::viewmodels::LineListModel *stored READ stored CONSTANT FINAL)
    /// Which trainings the worker has said that she has, and since when.
    Q_PROPERTY(faltakt::viewmodels::LineListModel *trainings READ trainings CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::PassphraseChange *passphrase READ passphrase CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::FormCheck *formCheck READ formCheck CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ReminderViewModel *reminders READ reminders CONSTANT FINAL)
public:
    SettingsViewModel(AppServices &services, Reminders &reminders);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("settings"); }
    [[nodiscard]] QStringList schemes() const;
    [[nodiscard]] int schemeIndex() const { return int(m_services.settings.scheme()); }
    [[nodiscard]] QStringList textSizes() const;
    [[nodiscard]] int textSizeIndex() const;
    [[nodiscard]] bool reducedMotion() const { return m_services.settings.reducedMotion(); }
    [[nodiscard]] QStringList languages() const;
    [[nodiscard]] int languageIndex() const;
    [[nodiscard]] QStringList lockTimes() const;
    [[nodiscard]] int lockTimeIndex() const;
    [[nodiscard]] bool namesHidden() const { return m_services.settings.namesHidden(); }
    [[nodiscard]] bool advancesByItself() const { return m_services.settings.advancesByItself(); }
    [[nodiscard]] QStringList mobileDataUses() const;
    [[nodiscard]] int mobileDataIndex() const { return int(m_services.settings.meteredUse()); }
    [[nodiscard]] QString mobileDataText() const;
    [[nodiscard]] QString dataText() const;
    [[nodiscard]] QString versionText() const;
    [[nodiscard]] QStringList licences() const;
    [[nodiscard]] const QString &licenceText() const noexcept { return m_licence; }
    [[nodiscard]] LineListModel *stored() noexcept { return &m_stored; }
    [[nodiscard]] LineListModel *trainings() noexcept { return &m_trainings; }
    [[nodiscard]] PassphraseChange *passphrase() noexcept { return &m_passphrase; }
    [[nodiscard]] FormCheck *formCheck() noexcept { return &m_formCheck; }
    [[nodiscard]] ReminderViewModel *reminders() noexcept { return &m_reminders; }

    void load() override;
    void clear() override;

public Q_SLOTS:
    void chooseScheme(int index);
    void chooseTextSize(int index);
    void toggleMotion();
    void chooseLanguage(int index);
    void chooseLockTime(int index);
    void chooseMobileData(int index);
    void toggleNames();
    void toggleAdvancing();
    /// Takes back what was said.
    void dropTraining(int row);
    /// Opens a licence; the one that is open is closed.
    void openLicence(int index);
    void openPrivacy();
    void openHelp();
    void close();

Q_SIGNALS:
    void changed();
    void licenceChanged();

private:
    void readStored();
    void showStored(const store::StoreCounts &counts);
    void readTrainings();
    void showTrainings(const base::Result<OwnTraining> &own);

    AppServices &m_services;
    QString m_licence;
    int m_licenceIndex = -1;
    LineListModel m_stored;
    LineListModel m_trainings;
    PassphraseChange m_passphrase;
    FormCheck m_formCheck;
    ReminderViewModel m_reminders;
};

} // namespace faltakt::viewmodels
