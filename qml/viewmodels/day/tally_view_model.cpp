#include "qml/viewmodels/day/tally_view_model.h"

#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/workspace/tally_upload.h"

#include <algorithm>
#include <array>

namespace faltakt::viewmodels {

using base::Result;
using casework::TallyKind;

namespace {

constexpr std::string_view AreaForm = "tallyArea";
/// There is one in a store: where the worker counted last.
const base::RecordId AreaId{base::Uuid(std::array<std::uint8_t, 16>{'t', 'a', 'l', 'l', 'y'})};

} // namespace

Result<std::int64_t> countOne(OpenStore &store, const TallyKind &kind, std::int64_t number)
{
    return store.cases.addToTally(casework::tallyName(kind), casework::tallyWeek(store.clock.now()), number);
}

Result<std::int64_t> countIn(OpenStore &store, const std::string &week, const TallyKind &kind, std::int64_t number)
{
    TRY(const std::int64_t count, store.cases.addToTally(casework::tallyName(kind), week, number));
    if (week != casework::tallyWeek(store.clock.now()))
        TRY_VOID(handInTallies(store));
    return count;
}

struct TallyViewModel::Read {
    std::string area;
    std::string week;
    std::vector<store::TallyRow> rows;
    std::string counted = {}; ///< The week in which something was counted just now.
};

TallyViewModel::TallyViewModel(AppServices &services) : m_services(services)
{
    connect(&m_areas, &ChoiceListModel::picked, this, &TallyViewModel::chooseArea);
}

Result<TallyViewModel::Read> TallyViewModel::read(OpenStore &store)
{
    Read read;
    read.week = casework::tallyWeek(store.clock.now());
    TRY(read.rows, store.cases.tallies(read.week));
    TRY(const auto kept, store.cases.form(AreaId));
    if (kept)
        read.area = base::json::Value(kept->fields).stringAt("area");
    if (std::ranges::find(casework::TallyArea, read.area) == casework::TallyArea.end())
        read.area = casework::TallyArea.front();
    return read;
}

void TallyViewModel::load()
{
    // Nothing of anybody's file: counting goes on when nothing may be read any more.
    m_services.workspace.keep<Read>(
        this, [](OpenStore &store) { return read(store); },
        [this](const Result<Read> &read) {
            setLoading(false);
            if (!read)
                return noteUnread(read.error());
            noteRead();
            show(*read);
        });
}

void TallyViewModel::show(const Read &read)
{
    const base::Language language = languageOf(m_services.settings);
    m_area = read.area;
    std::vector<ChoiceListModel::Choice> areas;
    for (const std::string_view area : casework::TallyArea)
        areas.push_back({std::string(area), text(casework::tallyAreaText(area, language))});
    m_areas.setChoices(std::move(areas));
    m_areas.setChosen(m_area);
    std::int64_t total = 0;
    std::vector<TallyListModel::Row> rows;
    for (const std::string_view what : casework::TallyWhat)
        rows.push_back({std::string(what), text(casework::tallyWhatText(what, language)), 0});
    for (const store::TallyRow &each : read.rows) {
        const auto kind = casework::tallyKindOf(each.kind);
        if (!kind)
            continue;
        total += each.count;
        const auto row = std::ranges::find(rows, kind->what, &TallyListModel::Row::key);
        if (row != rows.end() && kind->area == m_area)
            row->count = int(each.count);
    }
    m_rows.setRows(std::move(rows));
    m_weekText = tr("Vecka %1, alla platser: %2").arg(QString::fromStdString(read.week).right(2).toInt()).arg(total);
    Q_EMIT changed();
}

void TallyViewModel::clear()
{
    setLoading(true);
    m_last.reset();
    m_undoText.clear();
    m_rows.setRows({});
    m_weekText.clear();
    Q_EMIT changed();
}

void TallyViewModel::chooseArea(const std::string &area)
{
    m_services.workspace.keep<Read>(
        this,
        [area](OpenStore &store) -> Result<Read> {
            TRY_VOID(store.cases.keepForm({AreaId, std::string(AreaForm), std::nullopt, {{"area", area}}}));
            return read(store);
        },
        [this](const Result<Read> &read) {
            if (!read)
                return setProblem(errorText(read.error()));
            show(*read);
        });
}

void TallyViewModel::add(int row)
{
    if (const TallyListModel::Row *counted = m_rows.row(row))
        count({counted->key, m_area}, 1);
}

void TallyViewModel::takeAway(int row)
{
    const TallyListModel::Row *counted = m_rows.row(row);
    if (counted && counted->count > 0)
        count({counted->key, m_area}, -1);
}

void TallyViewModel::undo()
{
    if (m_last)
        count(*m_last, -m_lastNumber, m_lastWeek);
}

void TallyViewModel::count(const TallyKind &kind, int number, const std::string &week)
{
    m_services.workspace.keep<Read>(
        this,
        [kind, number, week](OpenStore &store) -> Result<Read> {
            std::string counted = week.empty() ? casework::tallyWeek(store.clock.now()) : week;
            TRY_VOID(countIn(store, counted, kind, number));
            TRY(Read now, read(store));
            now.counted = std::move(counted);
            return now;
        },
        [this, kind, number](const Result<Read> &read) {
            if (!read)
                return setProblem(errorText(read.error()));
            const base::Language language = languageOf(m_services.settings);
            const QString what = text(casework::tallyWhatText(kind.what, language));
            const QString area = text(casework::tallyAreaText(kind.area, language));
            // What was taken back can be counted again by the same button.
            m_last = kind;
            m_lastNumber = number;
            m_lastWeek = read->counted;
            m_undoText = (number > 0 ? tr("Räknat: %1, %2") : tr("Borttaget: %1, %2")).arg(what, area.toLower());
            show(*read);
        });
}

} // namespace faltakt::viewmodels
