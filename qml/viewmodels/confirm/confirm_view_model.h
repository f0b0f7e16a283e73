#pragma once

#include "qml/viewmodels/lock/secret_input.h"
#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace faltakt::viewmodels {

/// Asks for the passphrase once more before an act that needs the worker's own hand: signing, opening a protected
/// person. A page owns one and hands the act over; the act runs once, and never after cancel(). Main thread.
class ConfirmViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)
public:
    /// How long ago the passphrase may have been given for the act to run unasked.
    enum class Freshness {
        WithinAMinute, ///< As client::RecordSigner wants it.
        AlwaysAsk,
    };
    /// What the worker is asked to confirm.
    struct Question {
        QString title; ///< Also the words of the button: "Signera och lås".
        QString text;  ///< What happens then.
        Freshness freshness = Freshness::WithinAMinute;
    };

    explicit ConfirmViewModel(AppServices &services, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    [[nodiscard]] const QString &title() const noexcept { return m_question.title; }
    [[nodiscard]] const QString &text() const noexcept { return m_question.text; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] bool isBusy() const noexcept { return m_isBusy; }

    /// Runs `act` at once where the passphrase is fresh enough, otherwise asks first. A further question takes the place
    /// of one that is open.
    void ask(Question question, std::function<void()> act);

public Q_SLOTS:
    void confirm(faltakt::viewmodels::SecretInput *secret);
    void cancel();

Q_SIGNALS:
    void changed();

private:
    void open();
    void runAct();
    [[nodiscard]] QString wordsFor(const base::Error &error) const;

    AppServices &m_services;
    Question m_question;
    std::function<void()> m_act;
    bool m_isOpen = false;
    bool m_isBusy = false;
    QString m_problem;
    int m_turn = 0; ///< Tells an answer of the store that belongs to a question given up.
};

} // namespace faltakt::viewmodels
