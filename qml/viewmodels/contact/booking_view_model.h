#pragma once

#include "qml/viewmodels/form/moment_picker.h"
#include "qml/viewmodels/shell/app_services.h"

#include <QObject>

namespace faltakt::viewmodels {

/// "Boka nästa": day, time, Boka; saved at once, with undo. Owned by a page that shows a person; lives in the main thread.
class BookingViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::MomentPicker *moment READ moment CONSTANT FINAL)
    /// "Bokat: tor 23 oktober 16:30"; empty where nothing was booked here.
    Q_PROPERTY(QString bookedText READ bookedText NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    explicit BookingViewModel(AppServices &services, QObject *parent = nullptr);

    /// Nobody: the sheet does not open.
    void setCase(std::optional<base::CaseId> caseId) { m_caseId = caseId; }

    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    [[nodiscard]] MomentPicker *moment() noexcept { return &m_moment; }
    [[nodiscard]] QString bookedText() const;
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

public Q_SLOTS:
    void open();
    void close();
    void book();
    void undo();

Q_SIGNALS:
    void changed();
    /// What was booked, in words, and what takes it back.
    void booked(const QString &text, const std::vector<faltakt::base::ChangeId> &changes);

private:
    AppServices &m_services;
    std::optional<base::CaseId> m_caseId;
    MomentPicker m_moment;
    bool m_isOpen = false;
    bool m_isSaving = false;
    QString m_problem;
    std::optional<base::Instant> m_booked;
    std::vector<base::ChangeId> m_changes;
};

} // namespace faltakt::viewmodels
