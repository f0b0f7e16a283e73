#pragma once

#include "qml/viewmodels/shell/rows_model.h"

#include <QString>

namespace faltakt::viewmodels {

/// What is counted, with how many there are this week. Main thread.
class TallyListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    enum Role { TextRole = Qt::UserRole, CountRole };

    struct Row {
        std::string key; ///< codes of casework::TallyWhat
        QString text;
        int count = 0;
        bool operator==(const Row &) const = default;
    };

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setRows(std::vector<Row> rows) { updateRows(m_rows, std::move(rows)); }
    /// nullptr for a row that is not there.
    [[nodiscard]] const Row *row(int index) const;

private:
    std::vector<Row> m_rows;
};

} // namespace faltakt::viewmodels
