#pragma once

#include "core/screening/questionnaire.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// The person's language beside the worker's: the question shown once more, word for word as its form has it, for one who
/// reads along. Only languages in which the whole form is there. Main thread; owned by the interview's page.
class SecondLanguage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// "Bara ett språk", then the other languages of the form as they call themselves.
    Q_PROPERTY(QStringList names READ names NOTIFY changed FINAL)
    Q_PROPERTY(int index READ index NOTIFY changed FINAL)
    Q_PROPERTY(bool canBeChosen READ canBeChosen NOTIFY changed FINAL)
    Q_PROPERTY(bool isOn READ isOn NOTIFY changed FINAL)
    Q_PROPERTY(bool isRightToLeft READ isRightToLeft NOTIFY changed FINAL)
    Q_PROPERTY(QString question READ question NOTIFY changed FINAL)
    Q_PROPERTY(QString timeWindow READ timeWindow NOTIFY changed FINAL)
    Q_PROPERTY(QString hint READ hint NOTIFY changed FINAL)
    /// As the answers of the question shown stand.
    Q_PROPERTY(QStringList options READ options NOTIFY changed FINAL)
public:
    using QObject::QObject;

    /// The question that is shown, and in which language beside which this one stands; null for none.
    void show(const screening::Questionnaire *form, const screening::Question *question, const std::string &language);
    /// What a record was begun with.
    void restore(const std::string &tag) { m_tag = tag; }
    /// BCP 47; empty where one language is shown.
    [[nodiscard]] const std::string &tag() const noexcept { return m_tag; }

    [[nodiscard]] QStringList names() const;
    [[nodiscard]] int index() const;
    [[nodiscard]] bool canBeChosen() const noexcept { return !m_others.empty(); }
    [[nodiscard]] bool isOn() const;
    [[nodiscard]] bool isRightToLeft() const;
    [[nodiscard]] const QString &question() const noexcept { return m_question; }
    [[nodiscard]] const QString &timeWindow() const noexcept { return m_timeWindow; }
    [[nodiscard]] const QString &hint() const noexcept { return m_hint; }
    [[nodiscard]] const QStringList &options() const noexcept { return m_options; }

public Q_SLOTS:
    /// As names() counts.
    void choose(int index);

Q_SIGNALS:
    void changed();
    /// Another language, or none: the page shows its question anew.
    void chosen();

private:
    std::string m_tag;
    std::vector<std::string> m_others; ///< The form's languages without the worker's.
    QString m_question;
    QString m_timeWindow;
    QString m_hint;
    QStringList m_options;
};

} // namespace faltakt::viewmodels
