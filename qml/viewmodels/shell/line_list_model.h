#pragma once

#include "qml/viewmodels/shell/rows_model.h"

namespace faltakt::viewmodels {

/// Rows that say something in a few ready-made words: cards of the guidance, blocks of a page, what waits to be sent. What
/// `kind` stands for is agreed between the view model and its screen. Main thread; owned by its view model.
class LineListModel : public faltakt::viewmodels::RowsModel { // not final: QML derives from what it could make
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Role {
        KeyRole = Qt::UserRole,
        KindRole,
        TextRole,
        SecondaryRole,
        TrailingRole,
        IconNameRole,
        ToneRole,
        ChipRole
    };

    struct Line {
        std::string key; ///< Once in the model.
        QString kind = {};
        QString text = {};
        QString secondary = {};
        QString trailing = {};
        QString iconName = {};
        QString tone = {};
        QString chip = {};
        bool operator==(const Line &) const = default;
    };

    using RowsModel::RowsModel;

    void setLines(std::vector<Line> lines);
    [[nodiscard]] const std::vector<Line> &lines() const noexcept { return m_lines; }
    [[nodiscard]] int count() const noexcept { return int(m_lines.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    std::vector<Line> m_lines;
};

} // namespace faltakt::viewmodels
