#pragma once

#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// "Varför i dag?": the rule behind one row, how binding it is, and how its time was counted. Main thread; owned by the
/// page whose rows it explains.
class WhyViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString label READ label NOTIFY changed FINAL)
    Q_PROPERTY(QString tone READ tone NOTIFY changed FINAL)
    Q_PROPERTY(QString due READ due NOTIFY changed FINAL)
    Q_PROPERTY(QString arithmetic READ arithmetic NOTIFY changed FINAL)
public:
    explicit WhyViewModel(AppServices &services, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    [[nodiscard]] const QString &title() const noexcept { return m_title; }
    [[nodiscard]] const QString &label() const noexcept { return m_label; }
    [[nodiscard]] const QString &tone() const noexcept { return m_tone; }
    [[nodiscard]] const QString &due() const noexcept { return m_due; }
    [[nodiscard]] const QString &arithmetic() const noexcept { return m_arithmetic; }

    void explain(base::CaseId caseId, const store::AgendaEntry &entry);

public Q_SLOTS:
    void close();

Q_SIGNALS:
    void changed();
    /// It could not be read; in words for the page.
    void failed(const QString &problem);

private:
    AppServices &m_services;
    bool m_isOpen = false;
    QString m_title;
    QString m_label;
    QString m_tone;
    QString m_due;
    QString m_arithmetic;
};

} // namespace faltakt::viewmodels
