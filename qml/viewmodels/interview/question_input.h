#pragma once

#include "qml/viewmodels/interview/typed_answer.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// How the question shown is answered: what kind of field it has, what stands in it, and which answers without a value it
/// takes. Main thread, owned by the interview.
class QuestionInput : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(Way way READ way NOTIFY shown FINAL)
    Q_PROPERTY(bool hasField READ hasField NOTIFY shown FINAL)
    Q_PROPERTY(QString label READ label NOTIFY shown FINAL)
    Q_PROPERTY(QString help READ help NOTIFY shown FINAL)
    Q_PROPERTY(QString unit READ unit NOTIFY shown FINAL)
    Q_PROPERTY(bool takesRefusal READ takesRefusal NOTIFY shown FINAL)
    Q_PROPERTY(bool takesNotRelevant READ takesNotRelevant NOTIFY shown FINAL)
    Q_PROPERTY(QString typed READ typed NOTIFY typedChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY typedChanged FINAL)
public:
    enum Way { Options, Boxes, Number, Decimal, Date, Line, Lines };
    Q_ENUM(Way)

    using QObject::QObject;

    /// `typed` is what was written before, where it is not the answer yet.
    void show(const screening::Question *question, const QString &typed, bool takesRefusal,
              const std::string &language);
    [[nodiscard]] Way way() const noexcept { return m_way; }
    [[nodiscard]] bool hasField() const noexcept { return m_hasField; }
    [[nodiscard]] const QString &label() const noexcept { return m_label; }
    [[nodiscard]] const QString &help() const noexcept { return m_help; }
    [[nodiscard]] const QString &unit() const noexcept { return m_unit; }
    [[nodiscard]] bool takesRefusal() const noexcept { return m_takesRefusal; }
    [[nodiscard]] bool takesNotRelevant() const noexcept { return m_takesNotRelevant; }
    [[nodiscard]] const QString &typed() const noexcept { return m_typed; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

    void setProblem(const QString &problem);
    /// What stands in the field now, without telling of it as typed.
    void setTyped(const QString &text);

public Q_SLOTS:
    /// What the user typed.
    void edit(const QString &text);

Q_SIGNALS:
    void shown();
    void typedChanged();
    void edited();

private:
    Way m_way = Options;
    bool m_hasField = false;
    QString m_label;
    QString m_help;
    QString m_unit;
    bool m_takesRefusal = false;
    bool m_takesNotRelevant = false;
    QString m_typed;
    QString m_problem;
};

} // namespace faltakt::viewmodels
