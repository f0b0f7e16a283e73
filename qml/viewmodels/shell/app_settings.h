#pragma once

#include "sync/client/link.h"

#include <QObject>
#include <QSettings>
#include <QtQml/qqmlregistration.h>

#include <filesystem>
#include <optional>

namespace faltakt::viewmodels {

/// How this device looks and behaves. Kept in a plain file beside the workers' folders, since it is needed before anybody
/// has unlocked; nothing in it is personal. Every change is written at once.
class AppSettings final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
    Q_PROPERTY(Scheme scheme READ scheme WRITE setScheme NOTIFY changed FINAL)
    Q_PROPERTY(qreal textScale READ textScale WRITE setTextScale NOTIFY changed FINAL)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged FINAL)
    Q_PROPERTY(bool namesHidden READ namesHidden WRITE setNamesHidden NOTIFY namesHiddenChanged FINAL)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY changed FINAL)
    Q_PROPERTY(bool advancesByItself READ advancesByItself WRITE setAdvancesByItself NOTIFY changed FINAL)
    Q_PROPERTY(int autoLockMinutes READ autoLockMinutes WRITE setAutoLockMinutes NOTIFY changed FINAL)
public:
    enum class Scheme { System, Light, Dark, HighContrastLight, HighContrastDark };
    Q_ENUM(Scheme)

    explicit AppSettings(const std::filesystem::path &dataFolder, QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const;
    void setScheme(Scheme scheme);
    /// 1 to 2.
    [[nodiscard]] qreal textScale() const;
    void setTextScale(qreal scale);
    /// "sv" or "en".
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
    /// Names give way to case numbers everywhere.
    [[nodiscard]] bool namesHidden() const;
    void setNamesHidden(bool hidden);
    [[nodiscard]] bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    /// Whether a single-choice answer shows the next question by itself.
    [[nodiscard]] bool advancesByItself() const;
    void setAdvancesByItself(bool advances);
    /// 1 to 15.
    [[nodiscard]] int autoLockMinutes() const;
    void setAutoLockMinutes(int minutes);
    /// What may go over mobile data.
    [[nodiscard]] client::MeteredUse meteredUse() const;
    void setMeteredUse(client::MeteredUse use);

    /// How the app looks and speaks while the device is in a person's hands.
    struct Lent {
        QString language; ///< "sv" or "en".
        qreal textScale = 1.0;
        bool operator==(const Lent &) const = default;
    };
    /// From now on language() and textScale() are the person's; nothing of it is written, so that a program that was killed
    /// comes back as its worker has it. What is set meanwhile is the person's, too.
    void lend(const Lent &lent);
    void takeBack();

    /// How much went over the line on one day.
    struct DataUse {
        qint64 bytes = 0;
        qint64 metered = 0; ///< Of them, over a link that is paid for by amount.
    };
    enum class Paid { ByAmount, Flat };
    /// Nothing on any day but the one that was counted last.
    [[nodiscard]] DataUse dataUseOf(const QString &day) const;
    /// Counts on; another day begins anew.
    void addDataUse(const QString &day, qint64 bytes, Paid paid);

Q_SIGNALS:
    void changed();
    void languageChanged();
    void namesHiddenChanged();
    void dataUseChanged();

private:
    bool store(const QString &key, const QVariant &value);
    void setLent(const std::optional<Lent> &lent);

    QSettings m_settings;
    std::optional<Lent> m_lent;
};

} // namespace faltakt::viewmodels
