#include "qml/viewmodels/shell/navigator.h"

#include <algorithm>

namespace faltakt::viewmodels {

namespace {

QUrl screenUrl(const QString &source) { return QUrl(QStringLiteral("qrc:/qt/qml/Faltakt/Screens/") + source); }

} // namespace

Navigator::Navigator(QObject *parent) : QAbstractListModel(parent) {}

Navigator::~Navigator() = default;

int Navigator::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_entries.size()); }

QVariant Navigator::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[std::size_t(index.row())];
    switch (role) {
    case ViewModelRole: return QVariant::fromValue(entry.page);
    case SourceRole: return entry.source;
    case LayoutRole: return QVariant::fromValue(entry.layout);
    default: return {};
    }
}

QHash<int, QByteArray> Navigator::roleNames() const
{
    return {{ViewModelRole, "viewModel"}, {SourceRole, "screen"}, {LayoutRole, "layout"}};
}

PageViewModel *Navigator::top() const noexcept { return m_entries.empty() ? nullptr : m_entries.back().page; }

int Navigator::mainRow() const noexcept
{
    int row = int(m_entries.size()) - 1;
    while (row > 0 && m_entries[std::size_t(row)].layout == Layout::Sheet)
        --row;
    return row;
}

bool Navigator::mainIsFull() const noexcept
{
    return !m_entries.empty() && m_entries[std::size_t(mainRow())].layout == Layout::Full;
}

std::vector<PageViewModel *> Navigator::pages() const
{
    std::vector<PageViewModel *> pages;
    std::ranges::transform(m_entries, std::back_inserter(pages), &Entry::page);
    return pages;
}

bool Navigator::topIs(Layout layout) const noexcept { return !m_entries.empty() && m_entries.back().layout == layout; }

void Navigator::removeTop(Leave leave)
{
    const int row = int(m_entries.size()) - 1;
    if (leave == Leave::Ask)
        m_entries.back().page->leave();
    beginRemoveRows({}, row, row);
    Entry gone = std::move(m_entries.back());
    m_entries.pop_back();
    endRemoveRows();
    // Its verb may be what closed it, so it goes when the event loop comes round.
    if (gone.owned)
        gone.owned.release()->deleteLater();
}

void Navigator::showPlace(PageViewModel &place, const QString &source)
{
    if (isSealed())
        return;
    m_replacesTop = false;
    bool isToBeRead = m_entries.size() > 1;
    while (m_entries.size() > 1)
        removeTop();
    if (!m_entries.empty() && m_entries.front().page != &place)
        removeTop();
    if (m_entries.empty()) {
        beginInsertRows({}, 0, 0);
        m_entries.push_back({&place, nullptr, screenUrl(source), Layout::Place});
        endInsertRows();
        isToBeRead = true;
    }
    // What a page has kept as it closed is no change of content, and stands on the place all the same.
    if (isToBeRead && m_reads)
        place.load();
    tellChanged();
}

void Navigator::push(std::unique_ptr<PageViewModel> page, const QString &source, Layout layout, PagePlace place)
{
    if (isSealed())
        return;
    if (m_replacesTop && m_entries.size() > 1)
        removeTop();
    m_replacesTop = false;
    const int row = int(m_entries.size());
    PageViewModel &opened = *page;
    beginInsertRows({}, row, row);
    m_entries.push_back({&opened, std::move(page), screenUrl(source), layout, std::move(place)});
    endInsertRows();
    connect(&opened, &PageViewModel::placeChanged, this, &Navigator::placesChanged);
    connect(&opened, &PageViewModel::longTalkChanged, this, &Navigator::tellLongTalk);
    connect(&opened, &PageViewModel::sealChanged, this, &Navigator::tellChanged);
    connect(&opened, &PageViewModel::backWanted, this, [this, &opened] {
        if (top() == &opened)
            pop();
    });
    connect(&opened, &PageViewModel::closeWanted, this, [this, &opened] { close(opened); });
    if (m_reads)
        opened.load();
    tellChanged();
}

bool Navigator::pop()
{
    if (m_entries.size() <= 1 || isSealed())
        return false;
    removeTop();
    if (m_entries.size() == 1 && m_reads)
        m_entries.front().page->load();
    tellChanged();
    return true;
}

void Navigator::close(PageViewModel &page)
{
    const auto found = std::ranges::find(m_entries, &page, &Entry::page);
    if (found == m_entries.end() || found == m_entries.begin() || isSealed())
        return;
    if (top() == &page) {
        pop();
        return;
    }
    const int row = int(found - m_entries.begin());
    page.leave();
    beginRemoveRows({}, row, row);
    Entry gone = std::move(*found);
    m_entries.erase(found);
    endRemoveRows();
    if (gone.owned)
        gone.owned.release()->deleteLater();
    tellChanged();
}

void Navigator::drop()
{
    m_replacesTop = false;
    while (!m_entries.empty())
        removeTop(Leave::Drop);
    tellChanged();
}

std::vector<PagePlace> Navigator::places() const
{
    std::vector<PagePlace> places;
    for (const Entry &entry : m_entries) {
        if (entry.layout == Layout::Place || entry.layout == Layout::Sheet)
            continue;
        places.push_back(entry.page->place().value_or(entry.place));
    }
    return places;
}

void Navigator::tellChanged()
{
    Q_EMIT depthChanged();
    Q_EMIT placesChanged();
    tellLongTalk();
}

void Navigator::tellLongTalk()
{
    Q_EMIT longTalkChanged(top() && top()->isLongTalk());
    Q_EMIT safeTalkChanged(top() && top()->isSafeTalk());
}

} // namespace faltakt::viewmodels
