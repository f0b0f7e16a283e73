#include "qml/viewmodels/today/today_view_model.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"
#include "core/rules/act_clocks.h"
#include "core/rules/agenda.h"
#include "qml/viewmodels/child/protection_form.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/today/agenda_look.h"
#include "qml/viewmodels/today/row_opening.h"
#include "qml/viewmodels/today/today_reader.h"

namespace faltakt::viewmodels {

using Kind = TodayRow::Kind;
using Verb = TodayRow::Verb;

namespace {

/// More rows of one group than anybody reads; a worker's caseload has fewer.
constexpr std::size_t RowsAtOnce = 100;

} // namespace

TodayViewModel::TodayViewModel(AppServices &services)
    : m_services(services), m_most(RowsAtOnce), m_strip(services), m_undo(services), m_why(services),
      m_task(services, m_undo)
{
    connect(&m_filter, &TodayFilter::chosen, this, &TodayViewModel::load);
    connect(&m_why, &WhyViewModel::failed, this, &TodayViewModel::setProblem);
    connect(&m_task, &TaskViewModel::failed, this, &TodayViewModel::setProblem);
}

void TodayViewModel::load()
{
    const ListWording wording{languageOf(m_services.settings), m_services.settings.namesHidden(), m_filter.only()};
    m_services.workspace.read<TodayContent>(
        this, [wording, most = m_most](OpenStore &store) { return readToday(store, wording, most); },
        [this](base::Result<TodayContent> content) {
            setLoading(false);
            if (!content)
                return noteUnread(content.error());
            noteRead();
            show(std::move(*content));
        });
}

void TodayViewModel::show(TodayContent content)
{
    const base::Language language = languageOf(m_services.settings);
    const base::Instant now = m_services.clock.now();
    const base::Date today = casework::swedishDate(now);
    m_dateText = text(base::dayWords(today, today, language));
    m_callListText = content.calls > 1 ? tr("Ringlista (%1)").arg(content.calls) : QString();
    m_emptyText.clear();
    if (content.cases == 0 && content.rows.empty())
        m_emptyText = tr("Inga personer här än. De kommer efter första synken.");
    else if (content.isDoneToday && content.next)
        m_emptyText = tr("Inget mer i dag. Nästa: %1")
                          .arg(text(base::dayWords(casework::swedishDate(*content.next), today, language)));
    else if (content.isDoneToday)
        m_emptyText = tr("Inget mer i dag.");
    // Narrowed, the list says of its own sort alone that nothing is left.
    if (m_filter.isOn() && content.cases > 0)
        m_emptyText.clear();
    m_filter.setCounts(content.sorts);
    m_rows.setRows(std::move(content.rows));
    m_task.restore();
    Q_EMIT changed();
}

void TodayViewModel::clear()
{
    setLoading(true);
    setProblem({});
    m_rows.setRows({});
    m_most = RowsAtOnce;
    m_filter.close();
    m_why.close();
    m_task.clear();
    m_undo.forget();
    m_callListText.clear();
    m_emptyText.clear();
    Q_EMIT changed();
}

void TodayViewModel::clearNames()
{
    m_rows.setRows({});
    m_why.close();
}

void TodayViewModel::openRow(int index)
{
    const TodayRow *row = m_rows.row(index);
    if (!row)
        return;
    switch (row->kind) {
    case Kind::Agenda: openAgendaRow(*row); break;
    case Kind::Returned: m_services.router.openSync(); break;
    case Kind::Conflict: m_services.router.openConflict(row->record, row->field); break;
    case Kind::Draft: openDraftPage(m_services.router, *row); break;
    case Kind::Scratch: m_services.router.openScratchResult(row->scratch); break;
    case Kind::Unsigned: openUnsignedRow(m_services.router, *row); break;
    case Kind::More: showMore(); break;
    }
}

void TodayViewModel::showMore()
{
    // Doubled each time, so that the last of very many is few presses away.
    m_most *= 2;
    load();
}

void TodayViewModel::openAgendaRow(const TodayRow &row)
{
    if (row.entry.rule == "task")
        m_task.open(row.caseId, row.record, row.who, row.what);
    else if (row.entry.rule == "lob.letter" || row.entry.rule == "lob.letterHeld")
        m_services.router.openLetter(row.caseId, row.record);
    else if (row.entry.rule == "lob.conclude" || row.entry.rule == "lob.teamLeader")
        m_services.router.openLobContact(row.caseId, row.record);
    else if (row.entry.rule.starts_with("takeover."))
        m_services.router.openTakeover(row.caseId, row.record);
    else if (isChildrenRow(row.entry))
        m_services.router.openChildren(row.caseId);
    else if (isSafetyCheckRow(row.entry))
        m_services.router.openProtection(row.caseId, "safetyCheck");
    else if (rules::isActReason(row.entry.reason) || row.entry.rule == rules::DangerRule)
        m_services.router.openRecord(row.caseId, row.record);
    else if (row.entry.rule == rules::VisitOpenRule || row.entry.rule == rules::VisitAlarmRule)
        m_services.router.openCheckIn(row.record);
    else if (row.caseId.isNil()) // Several cases in which the worker stands in.
        m_services.router.goTo(Router::Place::People);
    else
        m_services.router.openPerson(row.caseId);
}

void TodayViewModel::act(int index)
{
    const TodayRow *row = m_rows.row(index);
    if (!row)
        return;
    switch (row->verb) {
    case Verb::None: break;
    case Verb::Ring:
        m_services.router.openLobContact(
            row->caseId, isAttemptRow(row->entry) ? std::optional(row->record) : std::nullopt, LobStart::Ring);
        break;
    case Verb::GoOn:
        if (row->kind == Kind::Scratch)
            m_services.router.openInterview({.instrument = row->instrument, .scratch = row->scratch});
        else if (row->kind == Kind::Draft)
            openDraftPage(m_services.router, *row);
        else
            m_services.router.openInterview(
                {.instrument = row->instrument, .caseId = row->caseId, .assessment = row->record});
        break;
    case Verb::Write:
        m_services.router.openContact(row->caseId,
                                      row->entry.rule == "contact.finish" ? std::optional(row->record) : std::nullopt);
        break;
    case Verb::Finish: m_task.finishRow(*row); break;
    case Verb::Sign: m_services.router.openRecord(row->caseId, row->record); break;
    case Verb::FillIn: openFormOfRow(m_services.router, *row); break;
    }
}

void TodayViewModel::explain(int index)
{
    const TodayRow *row = m_rows.row(index);
    if (row && row->kind == Kind::Agenda)
        m_why.explain(row->caseId, row->entry);
}

void TodayViewModel::openCallList() { m_services.router.openCallList(); }

void TodayViewModel::openSearch() { m_services.router.goTo(Router::Place::People); }

} // namespace faltakt::viewmodels
