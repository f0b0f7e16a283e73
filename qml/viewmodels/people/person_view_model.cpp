#include "qml/viewmodels/people/person_view_model.h"

#include "core/base/date_words.h"
#include "core/casework/case_projector.h"
#include "core/casework/code_words.h"
#include "core/casework/swedish_time.h"
#include "core/casework/timeline_text.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/today/row_opening.h"

namespace faltakt::viewmodels {

using base::Result;
PersonViewModel::PersonViewModel(AppServices &services, base::CaseId caseId)
    : m_services(services), m_caseId(caseId), m_timeline(services, caseId), m_door(services, caseId), m_undo(services),
      m_booking(services), m_why(services), m_task(services, m_undo, caseId), m_way(services, m_undo, caseId),
      m_field(services, m_undo, caseId), m_entries(services, m_undo, caseId), m_merge(services, m_undo, caseId),
      m_older(services, caseId), m_decisions(services), m_attach(services, m_undo, caseId)
{
    connect(&m_door, &FileDoor::covered, this, &PersonViewModel::cover);
    connect(&m_door, &FileDoor::readingWanted, this, &PersonViewModel::load);
    connect(&m_timeline, &TimelineListModel::failed, this, &PersonViewModel::setProblem);
    connect(&m_timeline, &TimelineListModel::searchChanged, this, &PersonViewModel::changed);
    connect(&m_why, &WhyViewModel::failed, this, &PersonViewModel::setProblem);
    connect(&m_task, &TaskViewModel::failed, this, &PersonViewModel::setProblem);
    connect(&m_entries, &CardEntriesViewModel::refused, this, [this] { (void)isHeldClosed(); });
    connect(&m_booking, &BookingViewModel::booked, &m_undo, &UndoViewModel::offer);
    m_booking.setCase(caseId);
}

ListWording PersonViewModel::wording() const
{
    return {languageOf(m_services.settings), m_services.settings.namesHidden()};
}

void PersonViewModel::load()
{
    m_door.read<PersonContent>([caseId = m_caseId, wording = wording(), logged = m_logged](
                                   OpenStore &store) { return readPerson(store, caseId, wording, logged); },
                               [this](Result<PersonContent> content) {
                                   setLoading(false);
                                   if (!content)
                                       return noteUnread(content.error());
                                   noteRead();
                                   show(std::move(*content));
                               });
}

void PersonViewModel::cover()
{
    clear();
    m_title = tr("Skyddad person");
    setLoading(false);
    Q_EMIT changed();
}

void PersonViewModel::show(PersonContent content)
{
    m_content = std::move(content);
    for (const store::CaseRow &row : m_content->tied)
        m_logged.insert(row.caseId);
    showHead(*m_content);
    showFacts(*m_content);
    showResults(*m_content);
    m_steps.setRows(m_content->steps);
    showCard();
    m_timeline.reload();
    readSeries();
    restoreSheets();
    m_merge.show(m_content->tied, m_content->main, hasCard());
    m_older.setCount(m_content->older);
    m_decisions.show(m_content->inForce);
    Q_EMIT changed();
}

void PersonViewModel::showCard()
{
    m_ways.setWays(m_content->card.contactWays, wording());
    if (!hasCard()) {
        m_fields.clear();
        return m_entries.hide();
    }
    m_fields.setPerson(m_content->record, m_services.clock.now(), wording());
    m_entries.show(*m_content, wording());
}

void PersonViewModel::clearNames()
{
    if (!m_content)
        return;
    showHead(*m_content);
    showCard();
    m_steps.setRows({});
    Q_EMIT changed();
}

void PersonViewModel::restoreSheets()
{
    m_task.restore();
    m_attach.restore();
    if (!hasCard())
        return;
    m_way.restore(waysOf(m_content->record, m_content->base));
    m_field.restore(m_content->record, m_content->base);
    m_entries.restore();
}

void PersonViewModel::leave()
{
    m_door.flush();
    m_task.flush();
    m_way.flush();
    m_field.flush();
    m_entries.flush();
    m_attach.flush();
}

void PersonViewModel::showHead(const PersonContent &content)
{
    const bool isHidden = m_services.settings.namesHidden();
    const base::Date today = casework::swedishDate(m_services.clock.now());
    store::CardEntry shown = content.listed;
    // In the open file the whole name stands, outside of it given name and initial.
    if (!content.card.fullName.empty())
        shown.shortName = content.card.fullName;
    m_title = personNameAndAge(shown, isHidden, today);
    QStringList parts;
    if (!isHidden && !caseNumberText(content.listed).isEmpty())
        parts += caseNumberText(content.listed);
    if (content.listed.stage == casework::TeamStage)
        parts += text(content.listed.name);
    else if (content.responsibleName.empty())
        parts += tr("En kollega är ansvarig");
    else
        parts += tr("Ansvarig: %1").arg(text(content.responsibleName));
    if (!content.deputyName.empty())
        parts += tr("Ersättare: %1").arg(text(content.deputyName));
    m_subtitle = parts.join(QStringLiteral(". "));
}

void PersonViewModel::showFacts(const PersonContent &content)
{
    const base::Language language = languageOf(m_services.settings);
    m_factTexts.clear();
    m_factIcons.clear();
    const auto add = [this](const QString &words, const char *icon) {
        m_factTexts += words;
        m_factIcons += QString::fromLatin1(icon);
    };
    const bool isTeam = content.listed.stage == casework::TeamStage;
    const QString stage = text(casework::codeText("case", "stage", content.listed.stage, language));
    if (!stage.isEmpty() && !isTeam)
        add(stage, "folder-open");
    if (content.card.deceased)
        add(tr("Avliden"), "info");
    if (content.isCheckWaiting)
        add(tr("Inte kontrollerat än om personen har en akt: appen frågar när du har nät"), "clock");
    for (const casework::PersonFlag &flag : content.card.flags)
        add(text(casework::flagText(flag.code, language)), "users");
    for (const auto &[code, card] : content.tiedFlags)
        add(text(casework::flagText(code, language)) + originText(card), "users");
    if (!content.card.interpreter.empty())
        add(text(casework::interpreterText(content.card.interpreter, language)), "languages");
}

void PersonViewModel::showResults(const PersonContent &content)
{
    const base::Language language = languageOf(m_services.settings);
    const base::Date today = casework::swedishDate(m_services.clock.now());
    std::vector<std::pair<base::Instant, RecordLine>> dated;
    for (const store::RecordView &assessment : content.assessments) {
        const auto completed = assessment.instant("completedAt");
        const auto at = completed ? completed : assessment.instant("startedAt");
        const casework::TimelineText line = casework::timelineText(assessment, language);
        QStringList parts{text(line.status)};
        if (at)
            parts += text(base::dayWords(casework::swedishDate(*at), today, language));
        const auto of = std::ranges::find(content.tied, assessment.caseId, &store::CaseRow::caseId);
        if (of != content.tied.end())
            parts.back() += originText(of->card);
        dated.emplace_back(at.value_or(base::Instant()),
                           RecordLine{assessment.id.toString(), text(line.title), parts.join(QStringLiteral(". "))});
    }
    std::ranges::stable_sort(dated, std::ranges::greater(), &std::pair<base::Instant, RecordLine>::first);
    std::vector<RecordLine> lines;
    lines.reserve(dated.size());
    for (auto &[at, line] : dated)
        lines.push_back(std::move(line));
    m_results.setLines(std::move(lines));
}

void PersonViewModel::readSeries()
{
    // Each instrument is interpreted anew: too much for everybody whose file is only looked into.
    if (m_tab != Tab::Results)
        return;
    const base::Language language = languageOf(m_services.settings);
    // Those that are shown with this one were opened, and logged, with it.
    std::vector<base::CaseId> files{m_caseId};
    if (m_content)
        for (const store::CaseRow &row : m_content->tied)
            files.push_back(row.caseId);
    m_services.workspace.read<std::vector<ReadSeries>>(
        this, [files = std::move(files), language](OpenStore &store) { return readSeriesOf(store, files, language); },
        [this, language](Result<std::vector<ReadSeries>> series) {
            if (!series)
                return setProblem(errorText(series.error()));
            m_series.setSeries(std::move(*series), casework::swedishDate(m_services.clock.now()), language);
        });
}

void PersonViewModel::clear()
{
    setLoading(true);
    setProblem({});
    m_content.reset();
    m_logged.clear();
    m_title.clear();
    m_subtitle.clear();
    m_factTexts.clear();
    m_factIcons.clear();
    m_timeline.clear();
    m_steps.setRows({});
    m_ways.setWays({}, {});
    m_fields.clear();
    m_results.setLines({});
    m_series.setSeries({}, {}, base::Language::Swedish);
    m_booking.close();
    m_door.clear();
    m_undo.forget();
    m_why.close();
    m_task.clear();
    m_way.clear();
    m_field.clear();
    m_entries.clear();
    m_merge.clear();
    m_older.clear();
    m_decisions.clear();
    m_attach.clear();
    Q_EMIT changed();
}

QString PersonViewModel::protectedText() const
{
    return m_content && m_content->listed.isProtected
               ? tr("Skyddade personuppgifter. Öppningen är loggad. Namn och adress finns bara på kontoret.")
               : QString();
}

QStringList PersonViewModel::tabs() const { return {tr("Tidslinje"), tr("Person"), tr("Resultat")}; }

QString PersonViewModel::callText() const
{
    return m_content && m_content->hasAttempts ? tr("Ring") : tr("Logga samtal");
}

QString PersonViewModel::emptyTimelineText() const
{
    return m_content && m_timeline.isUnwritten() ? tr("Inget är skrivet än.") : QString();
}

QString PersonViewModel::emptyResultsText() const
{
    return m_content && m_content->assessments.empty() ? tr("Inga frågor är ställda än.") : QString();
}

void PersonViewModel::chooseTab(int index)
{
    if (std::exchange(m_tab, Tab(index)) == Tab(index))
        return;
    readSeries();
    Q_EMIT tabChanged();
}

void PersonViewModel::askQuestions() { m_services.router.openNew(); }

void PersonViewModel::mainAction()
{
    if (isClosed())
        openClosing();
    else
        call();
}

bool PersonViewModel::isHeldClosed()
{
    if (isClosed())
        setProblem(tr("Ärendet är avslutat. Öppna det igen för att skriva i akten."));
    return isClosed();
}

void PersonViewModel::openClosing() { m_services.router.openClosing(m_caseId); }

void PersonViewModel::openForms()
{
    if (!isHeldClosed())
        m_services.router.openCaseForms(m_caseId);
}

bool PersonViewModel::canClose() const
{
    return m_content && m_content->isResponsible && !m_content->main && m_content->listed.stage != casework::TeamStage;
}

void PersonViewModel::note() { m_services.router.openNote(m_caseId); }

void PersonViewModel::call()
{
    if (m_content && m_content->hasAttempts)
        m_services.router.openLobContact(m_caseId, {}, LobStart::Ring);
    else
        m_services.router.openContact(m_caseId);
}

void PersonViewModel::openStep(int index)
{
    const TodayRow *row = m_steps.row(index);
    if (!row)
        return;
    if (row->entry.rule == "task")
        m_task.open(row->caseId, row->record, row->who, row->what);
    else if (!openStepPage(m_services.router, *row))
        actOnStep(index);
}

void PersonViewModel::actOnStep(int index)
{
    const TodayRow *row = m_steps.row(index);
    if (!row)
        return;
    switch (row->verb) {
    case TodayRow::Verb::None: m_why.explain(row->caseId, row->entry); break;
    case TodayRow::Verb::Ring: m_services.router.openLobContact(row->caseId, row->record, LobStart::Ring); break;
    case TodayRow::Verb::GoOn:
        m_services.router.openInterview(
            {.instrument = row->instrument, .caseId = row->caseId, .assessment = row->record});
        break;
    case TodayRow::Verb::Write:
        m_services.router.openContact(row->caseId,
                                      row->entry.rule == "contact.finish" ? std::optional(row->record) : std::nullopt);
        break;
    case TodayRow::Verb::Finish: m_task.finishRow(*row); break;
    case TodayRow::Verb::Sign: m_services.router.openRecord(row->caseId, row->record); break;
    case TodayRow::Verb::FillIn: openFormOfRow(m_services.router, *row); break;
    }
}

void PersonViewModel::explainStep(int index)
{
    if (const TodayRow *row = m_steps.row(index))
        m_why.explain(row->caseId, row->entry);
}

void PersonViewModel::openChildren() { m_services.router.openChildren(m_caseId); }

QString PersonViewModel::childrenText() const
{
    if (!m_content)
        return {};
    return tr("Barn: %1")
        .arg(text(casework::codeText("children", "answer", std::string(rules::childrenChipCode(m_content->children)),
                                     languageOf(m_services.settings)))
                 .toLower());
}

void PersonViewModel::addPhoto()
{
    if (!isHeldClosed())
        m_attach.open();
}

void PersonViewModel::addTask()
{
    if (!isHeldClosed())
        m_task.openNew(m_caseId, m_title);
}

void PersonViewModel::addWay()
{
    if (hasCard() && !isHeldClosed())
        m_way.open(waysOf(m_content->record, m_content->base));
}

void PersonViewModel::changeWay(int index)
{
    const casework::ContactWay *way = m_ways.way(index);
    if (way && hasCard() && !isHeldClosed())
        m_way.open(waysOf(m_content->record, m_content->base), *way);
}

void PersonViewModel::changeField(int index)
{
    const std::string field = m_fields.field(index);
    // Somebody's address is protected, and a death is noted, whatever has become of the matter.
    const bool isAlways = field == "protection" || field == "deceased";
    if (!field.empty() && hasCard() && (isAlways || !isHeldClosed()))
        m_field.open(m_content->record, m_content->base, field);
}

bool PersonViewModel::canHandOver() const { return m_content && m_content->canHandOver && !isClosed(); }

bool PersonViewModel::hasDeputies() const { return m_content && (m_content->canHandOver || m_content->hasDeputies); }

void PersonViewModel::showDeputies() { m_services.router.openDeputies(m_caseId); }

void PersonViewModel::handOver() { m_services.router.openTakeover(m_caseId); }

void PersonViewModel::showReport()
{
    if (hasReport())
        m_services.router.openRecord(m_caseId, *m_content->report);
}

} // namespace faltakt::viewmodels
