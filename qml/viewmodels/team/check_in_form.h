#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace faltakt::viewmodels {

/// What is said before going in: where, how to be reached, and until when. Lives in the main thread; owned by the page's
/// view model.
class CheckInForm final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString place READ place NOTIFY changed FINAL)
    Q_PROPERTY(QString phone READ phone NOTIFY changed FINAL)
    Q_PROPERTY(QStringList ends READ ends NOTIFY changed FINAL)
    Q_PROPERTY(int endIndex READ endIndex NOTIFY changed FINAL)
    Q_PROPERTY(bool isOtherEnd READ isOtherEnd NOTIFY changed FINAL)
    Q_PROPERTY(QString otherEnd READ otherEnd NOTIFY changed FINAL)
    Q_PROPERTY(QString endProblem READ endProblem NOTIFY changed FINAL)
public:
    explicit CheckInForm(const base::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const QString &place() const noexcept { return m_place; }
    [[nodiscard]] const QString &phone() const noexcept { return m_phone; }
    [[nodiscard]] QStringList ends() const;
    [[nodiscard]] int endIndex() const noexcept { return m_end; }
    [[nodiscard]] bool isOtherEnd() const;
    [[nodiscard]] const QString &otherEnd() const noexcept { return m_otherEnd; }
    [[nodiscard]] const QString &endProblem() const noexcept { return m_endProblem; }

    [[nodiscard]] bool isEmpty() const;
    /// Empty with a problem to show, where no end is named or it cannot be meant.
    [[nodiscard]] std::optional<base::Instant> check();
    [[nodiscard]] base::json::Object fields() const;
    void put(const base::json::Object &fields);
    /// The number that was given last time, where nothing is typed yet.
    void proposePhone(const QString &phone);
    void clear();
    /// The words of the chips are made anew: another language.
    void retell() { Q_EMIT changed(); }

public Q_SLOTS:
    void setPlace(const QString &text);
    void setPhone(const QString &text);
    void chooseEnd(int index);
    void setOtherEnd(const QString &text);

Q_SIGNALS:
    void changed();
    /// By the worker.
    void edited();

private:
    void tell();

    const base::Clock &m_clock;
    QString m_place;
    QString m_phone;
    QString m_proposedPhone;
    QString m_otherEnd;
    QString m_endProblem;
    int m_end = -1;
};

} // namespace faltakt::viewmodels
