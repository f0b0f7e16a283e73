#pragma once

#include <QSortFilterProxyModel>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <limits>

namespace faltakt::viewmodels {

/// The rows of another model, in their order: the first ones at once, the others a few with each turn of the event loop. For
/// pages whose rows all stand on them, and of which only the first can be seen when they open. Main thread.
class FirstRowsModel : public QSortFilterProxyModel {
    Q_OBJECT
    QML_ANONYMOUS
public:
    /// `first`: what fills a window; `step`: what can be made between two frames.
    FirstRowsModel(QAbstractItemModel &rows, int first, int step);

    /// Another page begins.
    void restart();
    [[nodiscard]] bool isWhole() const noexcept { return m_limit == std::numeric_limits<int>::max(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex & /*parent*/) const override
    {
        return row < m_limit;
    }

private:
    void showMore();

    int m_first;
    int m_step;
    int m_limit = std::numeric_limits<int>::max();
    QTimer m_turn;
};

} // namespace faltakt::viewmodels
