#include "qml/viewmodels/people/timeline_list_model.h"

#include "core/base/date_words.h"
#include "core/casework/moment_words.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/people/timeline_reader.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

using Items = std::vector<TimelineItem>;

namespace {

/// As many as a person reads before the next ones have come.
constexpr int PageLength = 60;

/// The day, or the month of an earlier year.
QString headingOf(base::Instant at, base::Date today, base::Language language)
{
    const base::Date day = casework::swedishDate(at);
    if (day.year() == today.year() || day > today)
        return text(casework::dayHeading(day, today, language));
    const QString month = text(base::monthWords(day, today, language));
    return month.left(1).toUpper() + month.mid(1);
}

} // namespace

bool TimelineItem::operator==(const TimelineItem &other) const
{
    const auto shown = [](const TimelineItem &item) {
        return std::tie(item.key, item.heading, item.time, item.iconName, item.title, item.body, item.stateText,
                        item.isConflicted, item.isAddendum, item.isInProgress, item.place.at);
    };
    return shown(*this) == shown(other);
}

TimelineListModel::TimelineListModel(AppServices &services, base::CaseId caseId, QObject *parent)
    : RowsModel(parent), m_services(services), m_caseId(caseId)
{
}

int TimelineListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_items.size()); }

QVariant TimelineListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TimelineItem &item = m_items[std::size_t(index.row())];
    switch (role) {
    case HeadingRole: return item.heading;
    case TimeRole: return item.time;
    case IconNameRole: return item.iconName;
    case TitleRole: return item.title;
    case BodyRole: return item.body;
    case StateTextRole: return item.stateText;
    case StateToneRole: return item.stateTone;
    case StateIconRole: return item.stateIcon;
    case IsConflictedRole: return item.isConflicted;
    case IsAddendumRole: return item.isAddendum;
    default: return {};
    }
}

QHash<int, QByteArray> TimelineListModel::roleNames() const
{
    return {{HeadingRole, "heading"},      {TimeRole, "time"},           {IconNameRole, "iconName"},
            {TitleRole, "title"},          {BodyRole, "body"},           {StateTextRole, "stateText"},
            {StateToneRole, "stateTone"},  {StateIconRole, "stateIcon"}, {IsConflictedRole, "isConflicted"},
            {IsAddendumRole, "isAddendum"}};
}

const TimelineItem *TimelineListModel::row(int index) const
{
    return index < 0 || index >= int(m_items.size()) ? nullptr : &m_items[std::size_t(index)];
}

void TimelineListModel::head(Items &items) const
{
    const base::Language language = languageOf(m_services.settings);
    const base::Date today = casework::swedishDate(m_services.clock.now());
    QString above;
    for (TimelineItem &item : items) {
        const QString heading = headingOf(item.place.at, today, language);
        item.heading = heading == above ? QString() : heading;
        above = heading;
    }
}

void TimelineListModel::read(int count, std::optional<store::TimelinePlace> after, std::function<void(Items)> done)
{
    m_isReading = true;
    const base::Language language = languageOf(m_services.settings);
    m_services.workspace.read<Items>(
        this,
        [caseId = m_caseId, count, after, language, query = m_query.trimmed()](OpenStore &store) {
            return query.isEmpty() ? readTimeline(store, caseId, count, after, language)
                                   : searchTimeline(store, caseId, count, after, language, query);
        },
        [this, count, done = std::move(done), turn = m_turn](base::Result<Items> items) {
            if (turn != m_turn)
                return;
            if (!items)
                Q_EMIT failed(errorText(items.error()));
            if (items) {
                m_isAtEnd = int(items->size()) < count;
                m_isRead = true;
                done(std::move(*items));
            }
            // Not before the rows stand: views ask for more while they are told of these.
            m_isReading = false;
            Q_EMIT searchChanged();
        });
}

void TimelineListModel::reload()
{
    ++m_turn;
    read(std::max(PageLength, int(m_items.size())), {}, [this](Items items) {
        head(items);
        updateRows(m_items, std::move(items));
    });
}

bool TimelineListModel::canSearch() const
{
    const auto profile = m_services.workspace.profile();
    const auto allowed = profile ? profile->setting(&rules::ProfileSettings::fileSearch) : rules::Setting<bool>();
    return allowed && allowed->value;
}

QString TimelineListModel::countText() const
{
    if (m_query.trimmed().isEmpty() || m_isReading)
        return {};
    if (m_items.empty())
        return tr("Ingen träff på \"%1\".").arg(m_query.trimmed());
    return m_isAtEnd ? tr("%n träffar", nullptr, int(m_items.size())) : tr("Visar de senaste träffarna.");
}

void TimelineListModel::search(const QString &query)
{
    if (!canSearch() || query == m_query)
        return;
    m_query = query;
    m_isRead = false;
    Q_EMIT searchChanged();
    reload();
}

bool TimelineListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isAtEnd && !m_isReading;
}

void TimelineListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || m_items.empty())
        return;
    read(PageLength, m_items.back().place, [this](Items more) {
        if (more.empty())
            return;
        Items all = m_items;
        std::ranges::move(more, std::back_inserter(all));
        head(all);
        const int first = int(m_items.size());
        beginInsertRows({}, first, int(all.size()) - 1);
        m_items = std::move(all);
        endInsertRows();
    });
}

void TimelineListModel::clear()
{
    ++m_turn;
    m_isReading = false;
    m_isRead = false;
    m_isAtEnd = true;
    m_query.clear();
    updateRows(m_items, {});
    Q_EMIT searchChanged();
}

} // namespace faltakt::viewmodels
