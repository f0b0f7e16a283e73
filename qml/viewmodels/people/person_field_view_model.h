#pragma once

#include "core/store/projection.h"
#include "qml/viewmodels/form/edit_base.h"
#include "qml/viewmodels/form/sheet_keeper.h"
#include "qml/viewmodels/shell/undo_view_model.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// The sheet that changes one field of a person's card: a text or a choice. What is typed comes back after a lock and a
/// kill. Main thread; owned by the person's page.
class PersonFieldViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(QString label READ label NOTIFY changed FINAL)
    Q_PROPERTY(bool isChoice READ isChoice NOTIFY changed FINAL)
    Q_PROPERTY(QStringList choices READ choices NOTIFY changed FINAL)
    Q_PROPERTY(int choiceIndex READ choiceIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString value READ value NOTIFY changed FINAL)
    Q_PROPERTY(QString valueProblem READ valueProblem NOTIFY changed FINAL)
    Q_PROPERTY(bool canSaveUnconfirmed READ canSaveUnconfirmed NOTIFY changed FINAL)
    /// Something was typed or chosen since the sheet opened.
    Q_PROPERTY(bool isTouched READ isTouched NOTIFY changed FINAL)
    /// What the choice brings with it, before it is made.
    Q_PROPERTY(QString warning READ warning NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    PersonFieldViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const noexcept { return !m_field.empty(); }
    [[nodiscard]] const QString &label() const noexcept { return m_label; }
    [[nodiscard]] bool isChoice() const noexcept { return !m_codes.empty(); }
    [[nodiscard]] const QStringList &choices() const noexcept { return m_choices; }
    [[nodiscard]] int choiceIndex() const noexcept { return m_index; }
    [[nodiscard]] const QString &value() const noexcept { return m_value; }
    [[nodiscard]] const QString &valueProblem() const noexcept { return m_valueProblem; }
    /// An identity number that is not right may be saved as it was told.
    [[nodiscard]] bool canSaveUnconfirmed() const { return m_field == "identityNumber" && !m_valueProblem.isEmpty(); }
    [[nodiscard]] bool isTouched() const noexcept { return m_isTouched; }
    [[nodiscard]] QString warning() const;
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

    /// `base` was read with `person`.
    void open(const store::RecordView &person, const EditBase &base, const std::string &field);
    /// The sheet as it lay open when the page was cleared or the app was killed.
    void restore(const store::RecordView &person, const EditBase &base);
    /// Closes without an end: what is typed is kept.
    void clear();
    /// The page goes: what is typed is kept.
    void flush() { m_keeper.flush(); }

public Q_SLOTS:
    void setValue(const QString &value);
    void choose(int index);
    void save();
    void saveUnconfirmed();
    void close();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] base::json::Object formFields() const;
    void touch();
    void forget();
    void offerChoices();
    [[nodiscard]] int indexOf(const std::string &code) const;
    /// Empty where the number is wrong and must be looked at again.
    [[nodiscard]] base::json::Object identityFields(bool isUnconfirmed);
    void write(base::json::Object fields);

    AppServices &m_services;
    UndoViewModel &m_undo;
    base::CaseId m_caseId;
    EditBase m_base; ///< Of the person's card when the sheet opened.
    std::string m_field;
    QString m_label;
    std::vector<std::string> m_codes;
    QStringList m_choices;
    int m_index = -1;
    QString m_value;
    QString m_valueProblem;
    QString m_problem;
    bool m_isWriting = false;
    bool m_isTouched = false;
    SheetKeeper m_keeper;
};

/// Why an identity number is not taken as it stands, in words under the field; empty where it is, or where none is written.
[[nodiscard]] QString identityProblemText(const QString &number, base::Date today);

} // namespace faltakt::viewmodels
