#pragma once

#include "qml/viewmodels/today/today_sort.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// Narrows I dag to one sort of task, until the app is closed or all is asked for again. Main thread.
class TodayFilter : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// "Allt", "Brev (2)": what can be chosen, with how many rows it has.
    Q_PROPERTY(QStringList names READ names NOTIFY changed FINAL)
    Q_PROPERTY(int currentIndex READ currentIndex NOTIFY changed FINAL)
    /// "Visar bara: Brev"; empty where all is shown.
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    /// Why no row stands here; empty where one does, or all is shown.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    Q_PROPERTY(bool isOn READ isOn NOTIFY changed FINAL)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
public:
    using QObject::QObject;

    [[nodiscard]] QStringList names() const;
    [[nodiscard]] int currentIndex() const noexcept { return m_only ? int(*m_only) + 1 : 0; }
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] bool isOn() const noexcept { return m_only.has_value(); }
    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    [[nodiscard]] std::optional<TodaySort> only() const noexcept { return m_only; }

    /// What was counted when the rows were read.
    void setCounts(const TodaySorts &counts);

public Q_SLOTS:
    void open();
    void close();
    /// By its place in names().
    void choose(int index);
    void showAll() { choose(0); }

Q_SIGNALS:
    void changed();
    /// Other rows are to be read.
    void chosen();

private:
    std::optional<TodaySort> m_only;
    TodaySorts m_counts{};
    bool m_isOpen = false;
};

} // namespace faltakt::viewmodels
