#include "qml/viewmodels/today/today_filter.h"

namespace faltakt::viewmodels {

namespace {

QString nameOf(TodaySort sort)
{
    switch (sort) {
    case TodaySort::Contact: return TodayFilter::tr("Kontakter");
    case TodaySort::Visit: return TodayFilter::tr("Besök");
    case TodaySort::Letter: return TodayFilter::tr("Brev");
    case TodaySort::Questions: return TodayFilter::tr("Frågor");
    case TodaySort::Writing: return TodayFilter::tr("Att skriva klart");
    case TodaySort::Other: break;
    }
    return TodayFilter::tr("Annat");
}

} // namespace

QStringList TodayFilter::names() const
{
    QStringList names{tr("Allt")};
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        names << tr("%1 (%2)").arg(nameOf(TodaySort(i))).arg(m_counts[i]);
    return names;
}

QString TodayFilter::text() const { return m_only ? tr("Visar bara: %1").arg(nameOf(*m_only)) : QString(); }

QString TodayFilter::emptyText() const
{
    return m_only && m_counts[std::size_t(*m_only)] == 0 ? tr("Inget av det slaget.") : QString();
}

void TodayFilter::setCounts(const TodaySorts &counts)
{
    m_counts = counts;
    Q_EMIT changed();
}

void TodayFilter::open()
{
    m_isOpen = true;
    Q_EMIT changed();
}

void TodayFilter::close()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    Q_EMIT changed();
}

void TodayFilter::choose(int index)
{
    if (index < 0 || index > int(TodaySortCount))
        return;
    m_isOpen = false;
    const auto before = m_only;
    m_only = index == 0 ? std::nullopt : std::optional(TodaySort(index - 1));
    Q_EMIT changed();
    if (m_only != before)
        Q_EMIT chosen();
}

} // namespace faltakt::viewmodels
