#pragma once

#include "core/base/clock.h"
#include "core/base/language.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace faltakt::viewmodels {

/// A day and a time, by chips or written: when something will be (Ahead) or was (Past). Lives in the main thread.
class MomentPicker final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QStringList dayNames READ dayNames NOTIFY changed FINAL)
    Q_PROPERTY(int dayIndex READ dayIndex NOTIFY changed FINAL)
    Q_PROPERTY(bool isOtherDay READ isOtherDay NOTIFY changed FINAL)
    Q_PROPERTY(QString otherDay READ otherDay NOTIFY changed FINAL)
    Q_PROPERTY(QStringList timeNames READ timeNames NOTIFY changed FINAL)
    Q_PROPERTY(int timeIndex READ timeIndex NOTIFY changed FINAL)
    Q_PROPERTY(bool isOtherTime READ isOtherTime NOTIFY changed FINAL)
    Q_PROPERTY(QString otherTime READ otherTime NOTIFY changed FINAL)
    /// What is wrong, in words, once it was asked for; empty where nothing is.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// "i dag 13:07"; empty while no moment is named.
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
public:
    enum class Direction { Ahead, Past };

    MomentPicker(const base::Clock &clock, Direction direction, QObject *parent = nullptr);

    void setLanguage(base::Language language);
    /// Takes this moment as chosen; empty: nothing is chosen.
    void setMoment(std::optional<base::Instant> moment);
    /// Takes the day of this moment as chosen, and no time: nobody has agreed to one.
    void setDayOf(base::Instant moment);
    /// Empty while day or time is missing or wrong, or lies on the wrong side of now; problem() then says which, after
    /// check().
    [[nodiscard]] std::optional<base::Instant> moment() const;
    /// False with a problem to show.
    [[nodiscard]] bool check();

    [[nodiscard]] QStringList dayNames() const;
    [[nodiscard]] int dayIndex() const noexcept { return m_day; }
    [[nodiscard]] bool isOtherDay() const noexcept { return m_day == int(m_days.size()); }
    [[nodiscard]] const QString &otherDay() const noexcept { return m_otherDay; }
    [[nodiscard]] QStringList timeNames() const;
    [[nodiscard]] int timeIndex() const noexcept { return m_time; }
    [[nodiscard]] bool isOtherTime() const noexcept { return m_time == int(m_times.size()); }
    [[nodiscard]] const QString &otherTime() const noexcept { return m_otherTime; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] QString text() const;

public Q_SLOTS:
    void chooseDay(int index);
    void chooseTime(int index);
    void editDay(const QString &text);
    void editTime(const QString &text);

Q_SIGNALS:
    void changed();

private:
    void offer();
    void tell();
    [[nodiscard]] std::optional<base::Date> day() const;
    [[nodiscard]] std::optional<std::chrono::minutes> time() const;
    /// Day and time together, on whichever side of now.
    [[nodiscard]] std::optional<base::Instant> named() const;
    [[nodiscard]] QString fault() const;

    const base::Clock &m_clock;
    Direction m_direction;
    base::Language m_language = base::Language::Swedish;
    std::vector<base::Date> m_days;
    std::vector<std::chrono::minutes> m_times;
    int m_day = -1;
    int m_time = -1;
    QString m_otherDay;
    QString m_otherTime;
    QString m_problem;
};

} // namespace faltakt::viewmodels
