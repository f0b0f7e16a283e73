#pragma once

#include "qml/viewmodels/people/record_content.h"
#include "qml/viewmodels/shell/rows_model.h"

namespace faltakt::viewmodels {

/// Lines of label and value: what a record says, what results there are. Main thread.
class RecordLineListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    enum Role { LabelRole = Qt::UserRole, ValueRole };

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Empty for a row that is not there.
    [[nodiscard]] std::string key(int index) const
    {
        return index < 0 || index >= int(m_lines.size()) ? std::string() : m_lines[std::size_t(index)].key;
    }
    void setLines(std::vector<RecordLine> lines) { updateRows(m_lines, std::move(lines)); }

private:
    std::vector<RecordLine> m_lines;
};

} // namespace faltakt::viewmodels
