#pragma once

#include "core/screening/instrument_check.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/line_list_model.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// The device's check of its own forms: each counts its test answers, one form after the other on the store thread, so that other
/// work goes on between. A line says of a form in `trailing` how that went, and in `secondary` from which content pack it is.
/// Main thread; owned by the settings page.
class FormCheck final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)
    /// "3 av 21 formulär" while it counts.
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed FINAL)
    /// All is well; empty before the end, and where it is not.
    Q_PROPERTY(QString soundText READ soundText NOTIFY changed FINAL)
    /// Which forms are not to be used, or why nothing could be checked.
    Q_PROPERTY(QString faultText READ faultText NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::LineListModel *lines READ lines CONSTANT FINAL)
public:
    explicit FormCheck(AppServices &services) : m_services(services) {}

    [[nodiscard]] bool isBusy() const noexcept { return m_isBusy; }
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] const QString &soundText() const noexcept { return m_soundText; }
    [[nodiscard]] const QString &faultText() const noexcept { return m_faultText; }
    [[nodiscard]] LineListModel *lines() noexcept { return &m_lines; }

    void clear();

public Q_SLOTS:
    void run();

Q_SIGNALS:
    void changed();

private:
    void next();
    void take(const screening::InstrumentCheck &check);
    void conclude();
    void fail(const base::Error &error);

    AppServices &m_services;
    bool m_isBusy = false;
    int m_round = 0; ///< Answers of a check that was given up come to nothing.
    std::vector<screening::CheckSubject> m_subjects;
    std::size_t m_done = 0;
    QStringList m_wrong;
    LineListModel m_lines;
    QString m_soundText;
    QString m_faultText;
};

} // namespace faltakt::viewmodels
