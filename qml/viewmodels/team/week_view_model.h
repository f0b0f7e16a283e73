#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/line_list_model.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/team/own_week.h"
#include "qml/viewmodels/workspace/tally_upload.h"

namespace faltakt::viewmodels {

/// The worker's own week in counts. They are made on the device for whoever holds it, and go nowhere; what was counted
/// without names is handed in, sealed, when its week is over.
class WeekViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// "Vecka 42, den här veckan".
    Q_PROPERTY(QString weekText READ weekText NOTIFY changed FINAL)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    /// What became of what was counted without names; empty where nothing was.
    Q_PROPERTY(QString tallyText READ tallyText NOTIFY changed FINAL)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed FINAL)
    Q_PROPERTY(bool canGoOn READ canGoOn NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::LineListModel *lines READ lines CONSTANT FINAL)
public:
    explicit WeekViewModel(AppServices &services);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("week"); }
    void load() override;
    void clear() override;

    [[nodiscard]] QString weekText() const;
    [[nodiscard]] const QString &emptyText() const noexcept { return m_emptyText; }
    [[nodiscard]] const QString &tallyText() const noexcept { return m_tallyText; }
    [[nodiscard]] bool canGoBack() const noexcept;
    [[nodiscard]] bool canGoOn() const noexcept { return m_back > 0; }
    [[nodiscard]] LineListModel *lines() noexcept { return &m_lines; }

public Q_SLOTS:
    void earlier();
    void later();

Q_SIGNALS:
    void changed();

private:
    struct Read;
    void show(const Read &read);
    void addTallies(const TallyWeek &tally, std::vector<LineListModel::Line> &lines);

    AppServices &m_services;
    int m_back = 0; ///< Weeks before this one.
    QString m_emptyText;
    QString m_tallyText;
    LineListModel m_lines;
};

} // namespace faltakt::viewmodels
