#include "qml/viewmodels/shell/first_rows_model.h"

namespace faltakt::viewmodels {

FirstRowsModel::FirstRowsModel(QAbstractItemModel &rows, int first, int step) : m_first(first), m_step(step)
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &FirstRowsModel::showMore);
    setSourceModel(&rows);
}

void FirstRowsModel::restart()
{
    m_limit = m_first;
    invalidateRowsFilter();
    m_turn.start();
}

void FirstRowsModel::showMore()
{
    m_limit += m_step;
    if (m_limit >= sourceModel()->rowCount()) {
        m_limit = std::numeric_limits<int>::max();
        m_turn.stop();
    }
    invalidateRowsFilter();
}

} // namespace faltakt::viewmodels
