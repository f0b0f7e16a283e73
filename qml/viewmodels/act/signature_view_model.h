#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/undo_view_model.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// The sheet on which a person signs an act with a finger, or gives her name in letters. It becomes a picture in the file that
/// belongs to the act. Nothing of it is kept before the person has said that it is done: half a signature is none. Main
/// thread; owned by the page's view model.
class SignatureViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    /// What is signed: "Ansökan".
    Q_PROPERTY(QString what READ what NOTIFY changed FINAL)
    Q_PROPERTY(QString strokes READ strokes NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    SignatureViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId, base::RecordId act,
                       QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    [[nodiscard]] const QString &what() const noexcept { return m_what; }
    [[nodiscard]] const QString &strokes() const noexcept { return m_strokes; }
    [[nodiscard]] const QString &name() const noexcept { return m_name; }
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

    void open(const QString &what);
    /// The device locks, or the page goes.
    void clear();

public Q_SLOTS:
    void setStrokes(const QString &strokes);
    void setName(const QString &name);
    void wipe();
    void save();
    void close() { clear(); }

Q_SIGNALS:
    void changed();

private:
    AppServices &m_services;
    UndoViewModel &m_undo;
    base::CaseId m_caseId;
    base::RecordId m_act;
    bool m_isOpen = false;
    bool m_isWriting = false;
    QString m_what;
    QString m_strokes;
    QString m_name;
    QString m_problem;
};

} // namespace faltakt::viewmodels
