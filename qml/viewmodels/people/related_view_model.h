#pragma once

#include "qml/viewmodels/form/edit_base.h"
#include "qml/viewmodels/form/sheet_keeper.h"
#include "qml/viewmodels/shell/undo_view_model.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace faltakt::viewmodels {

/// The sheet for somebody around a person: kin, guardian, god man, agent. First who it is and what he or she may know. What is
/// typed comes back after a lock and a kill. Main thread; owned by the person's page.
class RelatedViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool isNew READ isNew NOTIFY changed FINAL)
    Q_PROPERTY(QStringList roles READ roles NOTIFY changed FINAL)
    Q_PROPERTY(int roleIndex READ roleIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString roleProblem READ roleProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString nameProblem READ nameProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString relation READ relation NOTIFY changed FINAL)
    Q_PROPERTY(QString phone READ phone NOTIFY changed FINAL)
    Q_PROPERTY(QString phoneProblem READ phoneProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString hours READ hours NOTIFY changed FINAL)
    /// Speaks or decides for the person, by somebody's word that may run out.
    Q_PROPERTY(bool hasMandate READ hasMandate NOTIFY changed FINAL)
    Q_PROPERTY(QString mandate READ mandate NOTIFY changed FINAL)
    Q_PROPERTY(QString validUntil READ validUntil NOTIFY changed FINAL)
    Q_PROPERTY(QString validUntilProblem READ validUntilProblem NOTIFY changed FINAL)
    Q_PROPERTY(QStringList knowings READ knowings NOTIFY changed FINAL)
    Q_PROPERTY(int knowingIndex READ knowingIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString share READ share NOTIFY changed FINAL)
    /// Something was typed or chosen since the sheet opened.
    Q_PROPERTY(bool isTouched READ isTouched NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    /// Name of the form among the app's forms.
    static constexpr const char *FormName = "related";

    RelatedViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    [[nodiscard]] bool isNew() const noexcept { return !m_base; }
    [[nodiscard]] QStringList roles() const;
    [[nodiscard]] int roleIndex() const;
    [[nodiscard]] const QString &roleProblem() const noexcept { return m_roleProblem; }
    [[nodiscard]] QString name() const { return typed("name"); }
    [[nodiscard]] const QString &nameProblem() const noexcept { return m_nameProblem; }
    [[nodiscard]] QString relation() const { return typed("relation"); }
    [[nodiscard]] QString phone() const { return typed("phone"); }
    [[nodiscard]] const QString &phoneProblem() const noexcept { return m_phoneProblem; }
    [[nodiscard]] QString hours() const { return typed("hours"); }
    [[nodiscard]] bool hasMandate() const;
    [[nodiscard]] QString mandate() const { return typed("mandate"); }
    [[nodiscard]] QString validUntil() const { return typed("validUntil"); }
    [[nodiscard]] const QString &validUntilProblem() const noexcept { return m_validUntilProblem; }
    [[nodiscard]] QStringList knowings() const;
    [[nodiscard]] int knowingIndex() const;
    [[nodiscard]] QString share() const { return typed("share"); }
    [[nodiscard]] bool isTouched() const noexcept { return m_isTouched; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

    void openNew();
    void open(base::RecordId record);
    /// The sheet as it lay open when the page was cleared or the app was killed.
    void restore();
    /// Closes without an end: what is typed is kept.
    void clear();
    /// The page goes: what is typed is kept.
    void flush() { m_keeper.flush(); }

public Q_SLOTS:
    void chooseRole(int index);
    void setName(const QString &name) { type("name", name); }
    void setRelation(const QString &relation) { type("relation", relation); }
    void setPhone(const QString &phone) { type("phone", phone); }
    void setHours(const QString &hours) { type("hours", hours); }
    void setMandate(const QString &mandate) { type("mandate", mandate); }
    void setValidUntil(const QString &day) { type("validUntil", day); }
    void chooseKnowing(int index);
    void setShare(const QString &share) { type("share", share); }
    void save();
    void remove();
    void close();

Q_SIGNALS:
    void changed();

private:
    using Work = Workspace::Work<std::vector<base::ChangeId>>;
    [[nodiscard]] QString typed(const char *field) const;
    void type(const char *field, const QString &words);
    [[nodiscard]] base::json::Object formFields() const;
    /// As the record holds them; what is empty or does not belong to the role is null.
    [[nodiscard]] base::json::Object recordFields() const;
    [[nodiscard]] bool isComplete();
    void touch();
    void forget();
    void write(const Work &work, const QString &done);

    AppServices &m_services;
    UndoViewModel &m_undo;
    base::CaseId m_caseId;
    std::optional<EditBase> m_base; ///< Of the record when the sheet opened; none for somebody new.
    base::json::Object m_fields;    ///< As typed, by the names of the record's fields.
    bool m_isOpen = false;
    QString m_roleProblem;
    QString m_nameProblem;
    QString m_phoneProblem;
    QString m_validUntilProblem;
    QString m_problem;
    bool m_isWriting = false;
    bool m_isTouched = false;
    SheetKeeper m_keeper;
};

} // namespace faltakt::viewmodels
