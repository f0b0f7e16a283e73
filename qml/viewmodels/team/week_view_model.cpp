#include "qml/viewmodels/team/week_view_model.h"

#include "core/base/date_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

namespace {

constexpr int WeeksBack = 12;

} // namespace

WeekViewModel::WeekViewModel(AppServices &services) : m_services(services) {}

void WeekViewModel::load()
{
    m_services.workspace.read<OwnWeek>(
        this, [monday = mondayOf(m_services.clock.now(), m_back)](OpenStore &store) { return ownWeek(store, monday); },
        [this](base::Result<OwnWeek> week) {
            setLoading(false);
            if (!week)
                return noteUnread(week.error());
            noteRead();
            show(*week);
        });
}

void WeekViewModel::show(const OwnWeek &week)
{
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
    m_emptyText = lines.empty() ? tr("Inget skrivet den veckan.") : QString();
    m_lines.setLines(std::move(lines));
    Q_EMIT changed();
}

void WeekViewModel::clear()
{
    setLoading(true);
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
