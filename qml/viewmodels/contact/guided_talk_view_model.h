#pragma once

#include "qml/viewmodels/contact/attempt_form.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// The guided talk: short steps, one a page, none of them required. Keeps nothing but which step is shown.
class GuidedTalkViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(int index READ index NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count CONSTANT FINAL)
    Q_PROPERTY(QString position READ position NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    /// What to say or ask, one thing a line.
    Q_PROPERTY(QStringList lines READ lines NOTIFY changed FINAL)
    Q_PROPERTY(QString advice READ advice NOTIFY changed FINAL)
    Q_PROPERTY(QStringList titles READ titles CONSTANT FINAL)
    Q_PROPERTY(bool isFirst READ isFirst NOTIFY changed FINAL)
    Q_PROPERTY(bool isLast READ isLast NOTIFY changed FINAL)
    Q_PROPERTY(bool isAboutHealth READ isAboutHealth NOTIFY changed FINAL)
    Q_PROPERTY(bool isAboutHabits READ isAboutHabits NOTIFY changed FINAL)
    Q_PROPERTY(bool isAboutChildren READ isAboutChildren NOTIFY changed FINAL)
    Q_PROPERTY(bool isAboutNight READ isAboutNight NOTIFY changed FINAL)
    Q_PROPERTY(bool isAboutWish READ isAboutWish NOTIFY changed FINAL)
    Q_PROPERTY(bool isAboutClose READ isAboutClose NOTIFY changed FINAL)
    Q_PROPERTY(bool isAboutSafety READ isAboutSafety NOTIFY changed FINAL)
    Q_PROPERTY(bool isAboutConsent READ isAboutConsent NOTIFY changed FINAL)
    /// "Starta samtalsstöd, 13 steg".
    Q_PROPERTY(QString startText READ startText CONSTANT FINAL)
    Q_PROPERTY(bool isAboutOffer READ isAboutOffer NOTIFY changed FINAL)
    Q_PROPERTY(bool isAboutAgain READ isAboutAgain NOTIFY changed FINAL)
    /// The step is for a talk that nobody else hears.
    Q_PROPERTY(bool isPrivate READ isPrivate NOTIFY changed FINAL)
    /// The step waits until the worker has noted that the person can talk freely.
    Q_PROPERTY(bool isWithheld READ isWithheld NOTIFY changed FINAL)
public:
    GuidedTalkViewModel(AttemptForm &form, QObject *parent = nullptr);

    [[nodiscard]] int index() const noexcept;
    [[nodiscard]] int count() const noexcept;
    [[nodiscard]] QString position() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] QString advice() const;
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] bool isFirst() const noexcept { return index() == 0; }
    [[nodiscard]] bool isLast() const noexcept { return index() == count() - 1; }
    [[nodiscard]] bool isAboutHealth() const { return isAt("health"); }
    [[nodiscard]] bool isAboutHabits() const { return isAt("habits"); }
    [[nodiscard]] bool isAboutChildren() const { return isAt("children"); }
    [[nodiscard]] bool isAboutNight() const { return isAt("night"); }
    [[nodiscard]] bool isAboutWish() const { return isAt("wish"); }
    [[nodiscard]] bool isAboutClose() const { return isAt("close"); }
    [[nodiscard]] bool isAboutSafety() const { return isAt("safety"); }
    [[nodiscard]] bool isAboutConsent() const { return isAt("consent"); }
    [[nodiscard]] QString startText() const;
    [[nodiscard]] bool isAboutOffer() const { return isAt("offer"); }
    [[nodiscard]] bool isAboutAgain() const { return isAt("again"); }
    [[nodiscard]] bool isPrivate() const { return isAt("children") || isAt("safety"); }
    [[nodiscard]] bool isWithheld() const { return isPrivate() && m_form.alone != "yes"; }

    /// The form is another, or was read again.
    void show() { Q_EMIT changed(); }

public Q_SLOTS:
    void next();
    void previous();
    void goTo(int index);

Q_SIGNALS:
    void changed();
    void edited();

private:
    [[nodiscard]] bool isAt(std::string_view code) const;

    AttemptForm &m_form;
};

} // namespace faltakt::viewmodels
