#pragma once

#include "core/casework/contact_way.h"
#include "qml/viewmodels/form/edit_base.h"
#include "qml/viewmodels/form/sheet_keeper.h"
#include "qml/viewmodels/shell/undo_view_model.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace faltakt::viewmodels {

/// All ways to a person as they were read, and what they were read from.
struct PersonWays {
    EditBase base;
    base::json::Object ways = {}; ///< As the field `contactWays` holds them.
};
[[nodiscard]] PersonWays waysOf(const store::RecordView &person, const EditBase &base);

/// The sheet for one way to a person: a new one, or one to change or take away. What is typed comes back after a lock and
/// a kill. Main thread; owned by the person's page.
class ContactWayViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool isNew READ isNew NOTIFY changed FINAL)
    Q_PROPERTY(QStringList kinds READ kinds NOTIFY changed FINAL)
    Q_PROPERTY(int kindIndex READ kindIndex NOTIFY changed FINAL)
    Q_PROPERTY(bool isNumber READ isNumber NOTIFY changed FINAL)
    Q_PROPERTY(QString value READ value NOTIFY changed FINAL)
    Q_PROPERTY(QString valueProblem READ valueProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString hours READ hours NOTIFY changed FINAL)
    Q_PROPERTY(QString through READ through NOTIFY changed FINAL)
    Q_PROPERTY(QString comment READ comment NOTIFY changed FINAL)
    Q_PROPERTY(bool neverVoicemail READ neverVoicemail NOTIFY changed FINAL)
    Q_PROPERTY(bool shared READ shared NOTIFY changed FINAL)
    /// Something was typed or chosen since the sheet opened.
    Q_PROPERTY(bool isTouched READ isTouched NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    /// Name of the form among the app's forms.
    static constexpr const char *FormName = "contactWay";

    ContactWayViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const noexcept { return m_person.has_value(); }
    [[nodiscard]] bool isNew() const noexcept { return m_way.id.empty(); }
    [[nodiscard]] QStringList kinds() const;
    [[nodiscard]] int kindIndex() const;
    [[nodiscard]] bool isNumber() const { return m_way.kind == "phone" || m_way.kind == "sms"; }
    [[nodiscard]] QString value() const { return QString::fromStdString(m_way.value); }
    [[nodiscard]] const QString &valueProblem() const noexcept { return m_valueProblem; }
    [[nodiscard]] QString hours() const { return QString::fromStdString(m_way.hours); }
    [[nodiscard]] QString through() const { return QString::fromStdString(m_way.through); }
    [[nodiscard]] QString comment() const { return QString::fromStdString(m_way.comment); }
    [[nodiscard]] bool neverVoicemail() const noexcept { return m_way.neverVoicemail; }
    [[nodiscard]] bool shared() const noexcept { return m_way.shared; }
    [[nodiscard]] bool isTouched() const noexcept { return m_isTouched; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

    /// Without `way`: a new one.
    void open(PersonWays person, casework::ContactWay way = {});
    /// The sheet as it lay open when the page was cleared or the app was killed.
    void restore(const PersonWays &person);
    /// Closes without an end: what is typed is kept.
    void clear();
    /// The page goes: what is typed is kept.
    void flush() { m_keeper.flush(); }

public Q_SLOTS:
    void chooseKind(int index);
    void setValue(const QString &value);
    void setHours(const QString &hours);
    void setThrough(const QString &through);
    void setComment(const QString &comment);
    void toggleNeverVoicemail();
    void toggleShared();
    void save();
    void remove();
    void close();

Q_SIGNALS:
    void changed();

private:
    enum class Change { Keep, Remove };
    [[nodiscard]] base::json::Object formFields() const;
    void touch();
    void forget();
    void write(Change change, const QString &done);

    AppServices &m_services;
    UndoViewModel &m_undo;
    base::CaseId m_caseId;
    std::optional<PersonWays> m_person; ///< When the sheet opened.
    casework::ContactWay m_way;
    QString m_valueProblem;
    QString m_problem;
    bool m_isWriting = false;
    bool m_isTouched = false;
    SheetKeeper m_keeper;
};

} // namespace faltakt::viewmodels
