#pragma once

#include "qml/viewmodels/shell/rows_model.h"

#include <QString>

namespace faltakt::viewmodels {

/// The sentences that the worker chooses among before the person reads. Main thread.
class ReadingListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Role { HeadingRole = Qt::UserRole, TextRole, NoteRole, ShownRole };

    struct Row {
        std::string key;
        QString heading; ///< Of the part that begins here.
        QString text;
        QString note; ///< Why it is left out at first; empty where it is not.
        bool isShown = true;
        bool operator==(const Row &) const = default;
    };

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const noexcept { return int(m_rows.size()); }

    void setRows(std::vector<Row> rows);

Q_SIGNALS:
    void countChanged();

private:
    std::vector<Row> m_rows;
};

} // namespace faltakt::viewmodels
