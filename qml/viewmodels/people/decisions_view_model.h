#pragma once

#include "core/rules/decisions_in_force.h"
#include "qml/viewmodels/people/record_line_list_model.h"
#include "qml/viewmodels/shell/app_services.h"

#include <QObject>

namespace faltakt::viewmodels {

/// The decisions and plans that hold for a person: one line at the top of the page, and a list to look up in. Main thread;
/// owned by the person's page.
class DecisionsViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Empty where nothing is noted.
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed FINAL)
    Q_PROPERTY(QString noteText READ noteText NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *lines READ lines CONSTANT FINAL)
public:
    explicit DecisionsViewModel(AppServices &services, QObject *parent = nullptr);

    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QString noteText() const;
    [[nodiscard]] RecordLineListModel *lines() noexcept { return &m_lines; }

    void show(std::vector<rules::InForce> entries);
    void clear() { show({}); }

public Q_SLOTS:
    void open(int index);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString dayText(base::Date day) const;
    [[nodiscard]] RecordLine lineOf(const rules::InForce &entry) const;

    AppServices &m_services;
    std::vector<rules::InForce> m_entries;
    RecordLineListModel m_lines;
};

} // namespace faltakt::viewmodels
