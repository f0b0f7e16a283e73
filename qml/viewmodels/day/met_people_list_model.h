#pragma once

#include "qml/viewmodels/shell/rows_model.h"

#include "core/base/ids.h"

#include <QString>

namespace faltakt::viewmodels {

/// Who can be ticked: those dealt with lately, then the worker's others, or what a search finds. Main thread.
class MetPeopleListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Role { NameRole = Qt::UserRole, SecondaryRole, ChosenRole };

    struct Row {
        std::string key; ///< The case's id.
        base::CaseId caseId;
        QString name;
        QString secondary;
        bool isChosen = false;
        bool operator==(const Row &) const = default;
    };

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const noexcept { return int(m_rows.size()); }

    void setRows(std::vector<Row> rows);
    /// nullptr for a row that is not there.
    [[nodiscard]] const Row *row(int index) const;

Q_SIGNALS:
    void countChanged();

private:
    std::vector<Row> m_rows;
};

} // namespace faltakt::viewmodels
