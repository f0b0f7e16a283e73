#pragma once

#include "qml/viewmodels/shell/rows_model.h"
#include "qml/viewmodels/today/today_row.h"

namespace faltakt::viewmodels {

/// The rows of I dag, group after group; the first of a group carries its heading. Main thread.
class TodayListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    enum Role {
        HeadingRole = Qt::UserRole,
        HeadingCountRole,
        IsFirstRole,
        IsLastRole,
        IsFirstOfPersonRole,
        IsLastOfPersonRole,
        IsChosenRole,
        IconNameRole,
        WhoRole,
        WhatRole,
        WhenRole,
        RuleTextRole,
        RuleToneRole,
        RuleIconRole,
        StateTextRole,
        StateToneRole,
        ActionIconRole,
        ActionTextRole,
    };

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setRows(std::vector<TodayRow> rows) { updateRows(m_rows, std::move(rows)); }
    /// Marks the rows of the person whose page lies open beside the list.
    void setChosen(const std::optional<base::CaseId> &caseId);
    /// nullptr for a row that is not there.
    [[nodiscard]] const TodayRow *row(int index) const;

private:
    std::vector<TodayRow> m_rows;
    std::optional<base::CaseId> m_chosen;
};

} // namespace faltakt::viewmodels
