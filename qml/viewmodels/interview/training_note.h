#pragma once

#include "core/screening/questionnaire.h"
#include "qml/viewmodels/interview/own_training.h"
#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// Whose work a form is: some are for those who were trained in them. Whoever has not said that she is may ask all the same;
/// the page says so at its first question, and the result afterwards. Main thread; owned by the interview's page.
class TrainingNote : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Empty for a form that is for everyone.
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    /// "Jag har gått utbildningen i ASI"
    Q_PROPERTY(QString claim READ claim NOTIFY changed FINAL)
    Q_PROPERTY(bool isTrained READ isTrained NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    explicit TrainingNote(AppServices &services, QObject *parent = nullptr) : QObject(parent), m_services(services) {}

    /// The form that is asked, and what the worker has said of herself; null for none.
    void show(const screening::Questionnaire *form, OwnTraining own);
    void clear() { show(nullptr, {}); }
    /// The form is for those who were trained in it.
    [[nodiscard]] bool isNeeded() const noexcept { return !m_training.empty(); }

    [[nodiscard]] QString text() const;
    [[nodiscard]] QString claim() const;
    [[nodiscard]] bool isTrained() const { return m_own.contains(m_training); }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

public Q_SLOTS:
    void toggle();

Q_SIGNALS:
    void changed();

private:
    AppServices &m_services;
    std::string m_training;
    OwnTraining m_own;
    QString m_problem;
};

/// What the form asks of whoever asks it: "asi"; empty for one that is for everyone, and for the record of what others did.
[[nodiscard]] std::string neededTraining(const screening::Questionnaire &form);
/// What people call it: "ASI".
[[nodiscard]] QString trainingName(const std::string &training);

} // namespace faltakt::viewmodels
