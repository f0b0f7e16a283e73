#pragma once

#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// What of a file stayed at the server, and the sheet that gets it: a reason, which the server logs, and a call that wants
/// the network. Main thread; owned by the person's page.
class OlderRecordsViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Empty where nothing stayed behind.
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(QStringList reasons READ reasons CONSTANT FINAL)
    Q_PROPERTY(int reasonIndex READ reasonIndex NOTIFY changed FINAL)
    /// The reason is to be written.
    Q_PROPERTY(bool isOwnReason READ isOwnReason NOTIFY changed FINAL)
    Q_PROPERTY(QString ownReason READ ownReason NOTIFY changed FINAL)
    Q_PROPERTY(bool isFetching READ isFetching NOTIFY changed FINAL)
    Q_PROPERTY(QString fetchText READ fetchText NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    OlderRecordsViewModel(AppServices &services, base::CaseId caseId, QObject *parent = nullptr);

    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    [[nodiscard]] QStringList reasons() const;
    [[nodiscard]] int reasonIndex() const noexcept { return m_reason; }
    [[nodiscard]] bool isOwnReason() const;
    [[nodiscard]] const QString &ownReason() const noexcept { return m_ownReason; }
    [[nodiscard]] bool isFetching() const noexcept { return m_isFetching; }
    [[nodiscard]] QString fetchText() const;
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

    void setCount(std::int64_t count);
    void clear();

public Q_SLOTS:
    void open();
    void close();
    void choose(int index);
    void setOwnReason(const QString &reason);
    void fetch();

Q_SIGNALS:
    void changed();

private:
    void conclude(const base::Result<std::int64_t> &left);

    AppServices &m_services;
    base::CaseId m_caseId;
    std::int64_t m_count = 0;
    bool m_isOpen = false;
    int m_reason = -1;
    QString m_ownReason;
    QString m_problem;
    bool m_isFetching = false;
};

} // namespace faltakt::viewmodels
