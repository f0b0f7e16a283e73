#include "qml/viewmodels/team/week_view_model.h"

#include "core/base/date_words.h"
#include "core/casework/outreach_tally.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

namespace {

constexpr int WeeksBack = 12;

/// In the words of the page.
QString uploadText(TallyUpload upload)
{
    switch (upload) {
    case TallyUpload::WeekRuns:
        return WeekViewModel::tr("Det som är räknat utan namn lämnas till servern när veckan är slut.");
    case TallyUpload::NoTeam:
        return WeekViewModel::tr("Det som är räknat utan namn ligger kvar här: du hör inte till något team.");
    case TallyUpload::Waits: return WeekViewModel::tr("Det som är räknat utan namn har inte nått servern än.");
    case TallyUpload::Received:
        return WeekViewModel::tr("Servern har fått det som är räknat utan namn. Ingen i teamet kan läsa dina antal. "
                                 "Kontoret ser bara summor på minst fem.");
    }
    return {};
}

} // namespace

struct WeekViewModel::Read {
    OwnWeek week;
    TallyWeek tally;
};

WeekViewModel::WeekViewModel(AppServices &services) : m_services(services) {}

void WeekViewModel::load()
{
    m_services.workspace.read<Read>(
        this,
        [monday = mondayOf(m_services.clock.now(), m_back)](OpenStore &store) -> base::Result<Read> {
            Read read;
            TRY(read.week, ownWeek(store, monday));
            TRY(read.tally, tallyWeekOf(store, casework::tallyWeek(monday)));
            return read;
        },
        [this](base::Result<Read> read) {
            setLoading(false);
            if (!read)
                return noteUnread(read.error());
            noteRead();
            show(*read);
        });
}

void WeekViewModel::show(const Read &read)
{
    const OwnWeek &week = read.week;
    std::vector<LineListModel::Line> lines;
    const auto add = [&](const char *key, int count, const QString &words, const char *icon) {
        if (count > 0)
            lines.push_back(
                {.key = key, .text = words, .trailing = QString::number(count), .iconName = QString::fromLatin1(icon)});
    };
    add("contacts", week.contacts, tr("Kontakter och försök"), "phone");
    add("reached", week.reached, tr("Fick kontakt"), "message-circle");
    add("people", week.people, tr("Olika personer"), "users");
    add("visits", week.visits, tr("Besök"), "house");
    add("notes", week.notes, tr("Anteckningar"), "notebook-pen");
    add("assessments", week.assessments, tr("Formulär klara"), "clipboard-list");
    add("tasks", week.tasks, tr("Egna uppgifter klara"), "square-check");
    add("checkIns", week.checkIns, tr("Incheckningar"), "map-pin");
    addTallies(read.tally, lines);
    m_emptyText = lines.empty() ? tr("Inget skrivet den veckan.") : QString();
    m_lines.setLines(std::move(lines));
    Q_EMIT changed();
}

/// What was counted without names, one line for each sort, of all places together.
void WeekViewModel::addTallies(const TallyWeek &tally, std::vector<LineListModel::Line> &lines)
{
    const base::Language language = languageOf(m_services.settings);
    std::map<std::string, std::int64_t> sums;
    std::int64_t screenings = 0;
    for (const store::TallyRow &row : tally.rows) {
        if (const auto kind = casework::tallyKindOf(row.kind))
            sums[kind->what] += row.count;
        else
            screenings += row.count;
    }
    const auto add = [&](const std::string &key, const QString &what, std::int64_t count) {
        lines.push_back({.key = "tally " + key,
                         .text = tr("Utan namn: %1").arg(what),
                         .trailing = QString::number(count),
                         .iconName = QStringLiteral("tally-5")});
    };
    for (const auto &[what, count] : sums)
        add(what, text(casework::tallyWhatText(what, language)), count);
    if (screenings > 0)
        add("quickScreening", tr("Frågor utan person"), screenings);
    m_tallyText = tally.rows.empty() ? QString() : uploadText(tally.upload);
}

void WeekViewModel::clear()
{
    setLoading(true);
    m_tallyText.clear();
    m_emptyText.clear();
    m_lines.setLines({});
    Q_EMIT changed();
}

QString WeekViewModel::weekText() const
{
    const base::Date monday = mondayOf(m_services.clock.now(), m_back);
    const QString number = QString::number(weekNumber(monday));
    if (m_back == 0)
        return tr("Vecka %1, den här veckan").arg(number);
    return tr("Vecka %1, från %2").arg(number, text(base::dayAndMonth(monday, languageOf(m_services.settings))));
}

bool WeekViewModel::canGoBack() const noexcept { return m_back < WeeksBack; }

void WeekViewModel::earlier()
{
    if (!canGoBack())
        return;
    ++m_back;
    Q_EMIT changed();
    load();
}

void WeekViewModel::later()
{
    if (!canGoOn())
        return;
    --m_back;
    Q_EMIT changed();
    load();
}

} // namespace faltakt::viewmodels
