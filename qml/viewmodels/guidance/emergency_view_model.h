#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/line_list_model.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// Whom to ring when it is urgent; two taps from every screen, also while locked. Needs no store: the national numbers
/// come with the program, the municipal ones with the profile of the worker who unlocked last. Main thread.
class EmergencyViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY isOpenChanged FINAL)
    /// Kind "danger" for 112, "number" for the others, "missing" where the municipality states none. The number is in
    /// `trailing`, when to use it in `secondary`, what to know in `chip`.
    Q_PROPERTY(faltakt::viewmodels::LineListModel *contacts READ contacts CONSTANT FINAL)
    Q_PROPERTY(bool canCall READ canCall CONSTANT FINAL)
    /// What to do where a number is missing: who enters it, and the municipality's switchboard where that is known.
    Q_PROPERTY(QString missingText READ missingText NOTIFY missingTextChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL)
public:
    explicit EmergencyViewModel(AppServices &services);

    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    [[nodiscard]] LineListModel *contacts() noexcept { return &m_contacts; }
    [[nodiscard]] bool canCall() const { return m_services.telephone.canCall(); }
    [[nodiscard]] const QString &missingText() const noexcept { return m_missingText; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

public Q_SLOTS:
    void open();
    void close();
    /// Hands the number to the device's dialler.
    void call(const QString &contact);

Q_SIGNALS:
    void isOpenChanged();
    void problemChanged();
    void missingTextChanged();

private:
    void read();
    [[nodiscard]] QString missingTextFor(const std::vector<LineListModel::Line> &lines) const;
    void setProblem(const QString &problem);

    AppServices &m_services;
    bool m_isOpen = false;
    QString m_problem;
    QString m_missingText;
    LineListModel m_contacts;
};

} // namespace faltakt::viewmodels
