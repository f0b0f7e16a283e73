#include "qml/viewmodels/team/deputy_view_model.h"

#include "core/casework/code_words.h"
#include "core/casework/swedish_time.h"
#include "core/casework/written_time.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>
#include <array>

namespace faltakt::viewmodels {

using base::Result;
namespace json = base::json;

namespace {

/// Days beside today.
constexpr std::array SpanDays{0, 6, 13};

base::Date daysAfter(base::Date day, int days)
{
    return base::Date(std::chrono::sys_days(day) + std::chrono::days(days));
}

std::optional<base::Date> dayIn(const QString &written)
{
    const auto day = base::parseDate(written.trimmed().toStdString());
    return day ? std::optional(*day) : std::nullopt;
}

/// "6/3"; with the year where it is another one.
QString shortDay(base::Date day, base::Date today)
{
    const QString words = QStringLiteral("%1/%2").arg(unsigned(day.day())).arg(unsigned(day.month()));
    return day.year() == today.year() ? words : QStringLiteral("%1 %2").arg(words).arg(int(day.year()));
}

} // namespace

DeputyViewModel::DeputyViewModel(AppServices &services, std::optional<base::CaseId> caseId)
    : m_services(services), m_caseId(caseId), m_undoing(services),
      m_keeper(services.workspace, std::string(DeputyForm), [this] { return formFields(); })
{
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
    connect(&m_undoing, &UndoViewModel::undone, this, &DeputyViewModel::load);
}

base::Date DeputyViewModel::today() const { return casework::swedishDate(m_services.clock.now()); }

json::Object DeputyViewModel::formFields() const
{
    return {{"to", m_whom}, {"firstDay", m_firstDay.toStdString()}, {"lastDay", m_lastDay.toStdString()}};
}

void DeputyViewModel::load()
{
    m_services.workspace.read<DeputiesOpened>(
        this, [opening = DeputiesOpening{m_caseId}](OpenStore &store) { return openDeputies(store, opening); },
        [this, turn = m_turn](Result<DeputiesOpened> opened) {
            if (turn != m_turn)
                return;
            setLoading(false);
            if (!opened)
                return noteUnread(opened.error());
            noteRead();
            show(std::move(*opened));
        });
}

void DeputyViewModel::show(DeputiesOpened opened)
{
    m_opened = std::move(opened);
    if (!std::exchange(m_isFormRead, true)) {
        const auto &draft = m_opened->draft;
        m_keeper.adopt(draft ? draft->id : m_opened->newForm, m_caseId);
        m_isTouched = draft.has_value();
        m_firstDay = text(base::formatDate(today()));
        if (draft) {
            const json::Value fields(draft->fields);
            m_whom = fields.stringAt("to");
            m_firstDay = text(fields.stringAt("firstDay"));
            m_lastDay = text(fields.stringAt("lastDay"));
        }
    }
    showLines();
    Q_EMIT changed();
}

void DeputyViewModel::showLines()
{
    const base::Language language = languageOf(m_services.settings);
    std::vector<LineListModel::Line> lines;
    for (const DeputyStretch &stretch : m_opened->stretches) {
        const casework::Deputy &deputy = stretch.deputy;
        LineListModel::Line line{.key = deputy.record.toString()};
        line.iconName = QStringLiteral("user");
        line.text = text(deputy.toName);
        QStringList facts{
            tr("%1 till %2").arg(shortDay(*deputy.firstDay, today()), shortDay(*deputy.lastDay, today()))};
        if (deputy.endedAt)
            facts += tr("avslutad i förtid");
        if (!m_caseId)
            facts += tr("%n ärenden", nullptr, int(stretch.records.size()));
        for (const auto &[day, code] : deputy.opened)
            if (const auto opened = base::parseDate(day))
                facts +=
                    tr("öppnade akten %1: %2")
                        .arg(shortDay(*opened, today()), text(casework::codeText("deputy", "opened", code, language)));
        line.secondary = facts.join(QStringLiteral(". "));
        line.kind = stretch.isOwn && !stretch.isOver ? QStringLiteral("ending") : QString();
        lines.push_back(std::move(line));
    }
    m_lines.setLines(std::move(lines));
}

void DeputyViewModel::clear()
{
    m_keeper.putAway();
    m_opened.reset();
    m_whom.clear();
    m_firstDay.clear();
    m_lastDay.clear();
    m_whomProblem.clear();
    m_firstProblem.clear();
    m_lastProblem.clear();
    m_lines.setLines({});
    m_undoing.forget();
    m_isFormRead = false;
    m_isTouched = false;
    ++m_turn;
    setLoading(true);
    Q_EMIT changed();
}

void DeputyViewModel::leave()
{
    if (m_isFormRead && !m_isTouched)
        m_keeper.drop();
    else
        m_keeper.flush();
}

void DeputyViewModel::touch()
{
    m_isTouched = true;
    m_keeper.touch();
    Q_EMIT changed();
}

void DeputyViewModel::chooseColleague(int index)
{
    if (!m_opened || index < 0 || index >= int(m_opened->colleagues.size()))
        return;
    m_whom = m_opened->colleagues[std::size_t(index)].worker;
    m_whomProblem.clear();
    touch();
}

void DeputyViewModel::chooseSpan(int index)
{
    if (index < 0 || index >= int(SpanDays.size()))
        return;
    m_firstDay = text(base::formatDate(today()));
    m_lastDay = text(base::formatDate(daysAfter(today(), SpanDays[std::size_t(index)])));
    m_firstProblem.clear();
    m_lastProblem.clear();
    touch();
}

void DeputyViewModel::setFirstDay(const QString &written)
{
    m_firstDay = written;
    m_firstProblem.clear();
    touch();
}

void DeputyViewModel::setLastDay(const QString &written)
{
    m_lastDay = written;
    m_lastProblem.clear();
    touch();
}

QString DeputyViewModel::dayProblem(const QString &written) const
{
    const std::string day = written.trimmed().toStdString();
    if (day.empty())
        return tr("Skriv ett datum.");
    if (!casework::looksLikeDate(day))
        return tr("Skriv datumet som 2026-12-24.");
    return dayIn(written) ? QString() : tr("Den dagen finns inte.");
}

std::optional<DeputyPlan> DeputyViewModel::checkedPlan()
{
    const int index = colleagueIndex();
    m_whomProblem = index < 0 ? tr("Välj vem som är ersättare.") : QString();
    m_firstProblem = dayProblem(m_firstDay);
    m_lastProblem = dayProblem(m_lastDay);
    const auto first = dayIn(m_firstDay);
    const auto last = dayIn(m_lastDay);
    if (first && last) {
        if (*last < *first)
            m_lastProblem = tr("Sista dagen är före den första.");
        else if (*last < today())
            m_lastProblem = tr("Den dagen har varit.");
        else if (!casework::areDeputyDays(*first, *last))
            m_lastProblem = tr("Högst ett år. Är du borta längre lämnar du över ärendet.");
    }
    Q_EMIT changed();
    if (!m_whomProblem.isEmpty() || !m_firstProblem.isEmpty() || !m_lastProblem.isEmpty())
        return std::nullopt;
    return DeputyPlan{m_opened->colleagues[std::size_t(index)], *first, *last};
}

void DeputyViewModel::write(std::function<Result<std::vector<base::ChangeId>>(OpenStore &)> work, const QString &done,
                            bool takesForm)
{
    // A second press before the answer would write a second time.
    if (std::exchange(m_isWriting, true))
        return;
    Q_EMIT changed();
    m_services.workspace.write<std::vector<base::ChangeId>>(
        this, std::move(work), [this, done, takesForm](Result<std::vector<base::ChangeId>> written) {
            m_isWriting = false;
            if (!written) {
                setProblem(errorText(written.error()));
                return load();
            }
            setProblem({});
            m_undoing.offer(done, std::move(*written));
            if (takesForm) {
                m_keeper.release();
                m_isFormRead = false;
                m_isTouched = false;
                m_whom.clear();
                m_lastDay.clear();
            }
            load();
        });
}

void DeputyViewModel::name()
{
    if (!canName() || m_isWriting)
        return;
    const auto plan = checkedPlan();
    if (!plan || !m_keeper.id())
        return;
    m_keeper.flush();
    write([caseId = m_caseId, plan = *plan,
           form = *m_keeper.id()](OpenStore &store) { return nameDeputy(store, caseId, plan, form); },
          tr("Sparat. Gäller när det har synkats."), true);
}

void DeputyViewModel::end(int index)
{
    if (!m_opened || index < 0 || index >= int(m_opened->stretches.size()))
        return;
    const DeputyStretch &stretch = m_opened->stretches[std::size_t(index)];
    if (!stretch.isOwn || stretch.isOver)
        return;
    write([records = stretch.records](OpenStore &store) { return endDeputies(store, records); },
          tr("Avslutat. Gäller när det har synkats."), false);
}

QString DeputyViewModel::aboutText() const
{
    if (!m_caseId)
        return tr("Alla dina ärenden");
    return m_opened && m_opened->person ? personName(m_opened->person->card, m_services.settings.namesHidden())
                                        : QString();
}

QString DeputyViewModel::scopeText() const
{
    if (m_caseId || !m_opened)
        return {};
    const QString own = tr("Gäller %n ärenden.", nullptr, m_opened->ownCases);
    return m_opened->protectedLeft == 0
               ? own
               : own + QLatin1Char(' ')
                     + tr("%n med skyddade personuppgifter är inte med: utse ersättare från personens sida.", nullptr,
                          m_opened->protectedLeft);
}

bool DeputyViewModel::canName() const
{
    return m_opened && m_opened->isResponsible && !m_opened->colleagues.empty() && (m_caseId || m_opened->ownCases > 0);
}

QString DeputyViewModel::emptyText() const
{
    if (!m_opened || canName())
        return {};
    if (!m_opened->isResponsible)
        return tr("Den som är ansvarig utser ersättare.");
    return m_opened->colleagues.empty() ? tr("Enheten känner inga kollegor i ditt team. Synka och försök igen.")
                                        : tr("Du är inte ansvarig för något öppet ärende.");
}

QStringList DeputyViewModel::colleagues() const
{
    QStringList names;
    if (m_opened)
        for (const Colleague &colleague : m_opened->colleagues)
            names += text(colleague.name);
    return names;
}

int DeputyViewModel::colleagueIndex() const
{
    if (!m_opened)
        return -1;
    const auto found = std::ranges::find(m_opened->colleagues, m_whom, &Colleague::worker);
    return found == m_opened->colleagues.end() ? -1 : int(found - m_opened->colleagues.begin());
}

QStringList DeputyViewModel::spans() const { return {tr("I dag"), tr("En vecka"), tr("Två veckor")}; }

int DeputyViewModel::spanIndex() const
{
    if (dayIn(m_firstDay) != today())
        return -1;
    for (std::size_t i = 0; i < SpanDays.size(); ++i)
        if (dayIn(m_lastDay) == daysAfter(today(), SpanDays[i]))
            return int(i);
    return -1;
}

} // namespace faltakt::viewmodels
