#pragma once

#include "qml/viewmodels/form/sheet_keeper.h"
#include "qml/viewmodels/people/person_list.h"
#include "qml/viewmodels/shell/undo_view_model.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace faltakt::viewmodels {

/// The sheet for one line of a person's card of which there may be several: another name, or an arrangement with its source
/// and the day on which it is looked over. What is typed comes back after a lock and a kill. Main thread; owned by the
/// person's page.
class PersonEntryViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool isNew READ isNew NOTIFY changed FINAL)
    Q_PROPERTY(bool isFlag READ isFlag NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    /// What sort of name, or which arrangement.
    Q_PROPERTY(QStringList kinds READ kinds NOTIFY changed FINAL)
    Q_PROPERTY(int kindIndex READ kindIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString kindProblem READ kindProblem NOTIFY changed FINAL)
    /// The name, or who says that it is to be arranged so.
    Q_PROPERTY(QString value READ value NOTIFY changed FINAL)
    Q_PROPERTY(QString valueProblem READ valueProblem NOTIFY changed FINAL)
    /// Of an arrangement: when it is looked over.
    Q_PROPERTY(QStringList reviews READ reviews NOTIFY changed FINAL)
    Q_PROPERTY(int reviewIndex READ reviewIndex NOTIFY changed FINAL)
    /// "Noterat 3 mars 2026. Ses över 3 juni 2026."
    Q_PROPERTY(QString datesText READ datesText NOTIFY changed FINAL)
    /// Something was typed or chosen since the sheet opened.
    Q_PROPERTY(bool isTouched READ isTouched NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    /// Name of the form among the app's forms.
    static constexpr const char *FormName = "personEntry";

    PersonEntryViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const noexcept { return m_list.has_value(); }
    [[nodiscard]] bool isNew() const noexcept { return m_id.empty(); }
    [[nodiscard]] bool isFlag() const { return m_list && m_list->field == "flags"; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QStringList kinds() const;
    [[nodiscard]] int kindIndex() const;
    [[nodiscard]] const QString &kindProblem() const noexcept { return m_kindProblem; }
    [[nodiscard]] const QString &value() const noexcept { return m_value; }
    [[nodiscard]] const QString &valueProblem() const noexcept { return m_valueProblem; }
    [[nodiscard]] QStringList reviews() const;
    [[nodiscard]] int reviewIndex() const noexcept { return m_reviewIndex; }
    [[nodiscard]] QString datesText() const;
    [[nodiscard]] bool isTouched() const noexcept { return m_isTouched; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

    /// An empty id: a new one. Nothing happens where the list holds no such element, or one that is nobody's to change.
    void open(PersonList list, const std::string &id = {});
    /// The sheet as it lay open when the page was cleared or the app was killed.
    void restore(const store::RecordView &person, const EditBase &base);
    /// Closes without an end: what is typed is kept.
    void clear();
    /// The page goes: what is typed is kept.
    void flush() { m_keeper.flush(); }

public Q_SLOTS:
    void chooseKind(int index);
    void setValue(const QString &value);
    void chooseReview(int index);
    void save();
    void remove();
    void close();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] base::json::Object formFields() const;
    [[nodiscard]] base::Date today() const;
    [[nodiscard]] base::json::Object element() const;
    [[nodiscard]] bool isComplete();
    void touch();
    void forget();
    void write(const std::optional<base::json::Object> &element, const QString &done);

    AppServices &m_services;
    UndoViewModel &m_undo;
    base::CaseId m_caseId;
    std::optional<PersonList> m_list; ///< When the sheet opened.
    std::string m_id;
    base::json::Object m_before; ///< The element as it was; what is not shown of it stays.
    std::string m_kind;
    QString m_value;
    int m_reviewIndex = -1;
    QString m_kindProblem;
    QString m_valueProblem;
    QString m_problem;
    bool m_isWriting = false;
    bool m_isTouched = false;
    SheetKeeper m_keeper;
};

} // namespace faltakt::viewmodels
