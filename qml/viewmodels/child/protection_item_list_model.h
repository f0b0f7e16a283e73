#pragma once

#include "qml/viewmodels/child/protection_form.h"
#include "qml/viewmodels/shell/rows_model.h"

#include <QStringList>

namespace faltakt::viewmodels {

/// One line of a form as its page shows it; ready words.
struct ProtectionRow {
    std::string key; ///< Once in the form.
    QString kind;    ///< "choice", "line", "text", "check", "warning", "note", "number", "missing".
    QString label;
    QString help;
    QString value; ///< What was typed; the telephone number of "number".
    QStringList names;
    int chosen = -1;
    bool isChecked = false;
    QString error;
    bool operator==(const ProtectionRow &) const = default;
};

/// The lines of the form that is being filled in. Main thread; owned by its view model.
class ProtectionItemListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    enum Role {
        KindRole = Qt::UserRole,
        LabelRole,
        HelpRole,
        ValueRole,
        NamesRole,
        ChosenRole,
        CheckedRole,
        ErrorRole
    };

    using RowsModel::RowsModel;

    void setRows(std::vector<ProtectionRow> rows) { updateRows(m_rows, std::move(rows)); }
    [[nodiscard]] const std::vector<ProtectionRow> &rows() const noexcept { return m_rows; }
    /// nullptr outside the list.
    [[nodiscard]] const ProtectionRow *row(int index) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<ProtectionRow> m_rows;
};

} // namespace faltakt::viewmodels
