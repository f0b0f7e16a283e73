#pragma once

#include "core/base/ids.h"
#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace faltakt::viewmodels {

/// The way back from the last act of a page: what was done, and the changes that it wrote. Stands until the next act, has
/// no timer. Main thread; owned by its page's view model.
class UndoViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// What was done: "Sparat.", "Uppgiften är klar."; empty where there is nothing to undo.
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    /// Why the last undoing was not done; empty where it was.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    explicit UndoViewModel(AppServices &services, QObject *parent = nullptr);

    [[nodiscard]] const QString &text() const noexcept { return m_text; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

    void offer(const QString &text, std::vector<base::ChangeId> changes);
    void forget() { offer({}, {}); }

public Q_SLOTS:
    void undo();

Q_SIGNALS:
    void changed();
    void undone();

private:
    AppServices &m_services;
    QString m_text;
    QString m_problem;
    std::vector<base::ChangeId> m_changes;
};

} // namespace faltakt::viewmodels
