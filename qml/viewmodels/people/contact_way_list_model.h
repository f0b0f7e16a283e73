#pragma once

#include "core/casework/contact_way.h"
#include "qml/viewmodels/shell/rows_model.h"
#include "qml/viewmodels/today/today_reader.h"

namespace faltakt::viewmodels {

/// The agreed ways to a person, in the order in which they were noted. Main thread.
class ContactWayListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    enum Role {
        KindTextRole = Qt::UserRole,
        ValueTextRole,
        IconNameRole,
        HoursRole,
        NoteRole,
        NeverVoicemailRole,
        IsPhoneRole,
        CanChangeRole,
    };

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setWays(const std::vector<casework::ContactWay> &ways, const ListWording &wording);
    /// nullptr for a row that is not there or may not be changed: nobody changes what is hidden.
    [[nodiscard]] const casework::ContactWay *way(int index) const;

private:
    struct Row {
        std::string key;
        casework::ContactWay way;
        bool operator==(const Row &other) const;
    };
    std::vector<Row> m_rows;
    ListWording m_wording;
};

} // namespace faltakt::viewmodels
