#pragma once

#include "core/casework/field_text.h"
#include "core/store/projection.h"
#include "qml/viewmodels/shell/rows_model.h"
#include "qml/viewmodels/today/today_reader.h"

#include <QString>

namespace faltakt::viewmodels {

/// The fields of a person's card as label and value. Main thread.
class PersonFieldListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    enum Role { LabelRole = Qt::UserRole, ValueRole, CanChangeRole };

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setPerson(const store::RecordView &person, base::Instant now, const ListWording &wording);
    void clear() { updateRows(m_rows, {}); }
    /// Empty for a row that is not there or may not be changed.
    [[nodiscard]] std::string field(int index) const;

private:
    struct Row {
        std::string key; ///< The field's name.
        QString label;
        QString value;
        bool canChange = true;
        bool operator==(const Row &) const = default;
    };
    std::vector<Row> m_rows;
};

} // namespace faltakt::viewmodels
