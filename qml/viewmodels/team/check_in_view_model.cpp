#include "qml/viewmodels/team/check_in_view_model.h"

#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

namespace {

constexpr std::string_view FormName = "checkIn";
constexpr std::chrono::minutes Extension{30};

} // namespace

/// What opening reads: the team, the visit that is meant, and what was typed before.
struct CheckInViewModel::Opened {
    std::optional<base::CaseId> team;
    std::optional<KnownVisit> visit;
    bool isColleagues = false;
    std::map<std::string, std::string> names = {};
    std::string lastPhone = {};
    base::RecordId newForm = {};
    std::optional<store::FormDraft> draft = {};
};

CheckInViewModel::CheckInViewModel(AppServices &services, std::optional<base::RecordId> visit)
    : m_services(services), m_asked(visit), m_form(services.clock),
      m_keeper(services.workspace, std::string(FormName), [this] { return m_form.fields(); }), m_undoing(services)
{
    connect(&m_form, &CheckInForm::edited, &m_keeper, &FormKeeper::touch);
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
    // A receipt changes nothing that other pages show, and everything here.
    connect(&services.workspace, &Workspace::syncStatusChanged, this, [this] {
        if (m_isRead)
            load();
    });
    connect(&m_undoing, &UndoViewModel::undone, this, [this] {
        m_asked.reset();
        load();
    });
}

Result<CheckInViewModel::Opened> CheckInViewModel::open(OpenStore &store, std::optional<base::RecordId> asked,
                                                        Over over)
{
    Opened opened;
    opened.newForm = store.ids.makeId<base::RecordId>();
    TRY(opened.team, teamCase(store));
    if (!opened.team)
        return opened;
    TRY(opened.names, colleagueNames(store, *opened.team));
    if (asked) {
        TRY(opened.visit, visit(store, *asked));
    }
    if (!opened.visit) {
        TRY(opened.visit, ownVisit(store, *opened.team, over));
    }
    opened.isColleagues = opened.visit && opened.visit->watch.worker != store.cases.owner().worker.toString();
    TRY(const auto last, ownVisit(store, *opened.team, Over::Also));
    opened.lastPhone = last ? last->watch.phone : std::string();
    TRY(auto forms, store.cases.forms());
    const auto draft = std::ranges::find(forms, FormName, &store::FormDraft::form);
    if (draft != forms.end())
        opened.draft = std::move(*draft);
    return opened;
}

void CheckInViewModel::load()
{
    if (std::exchange(m_isReading, true)) {
        m_isReadAgain = true;
        return;
    }
    // The worker's own: it opens when nothing may be read of others, too.
    m_services.workspace.keep<Opened>(
        this, [asked = m_asked](OpenStore &store) { return open(store, asked, Over::Left); },
        [this, turn = m_turn](Result<Opened> opened) {
            if (turn != m_turn)
                return;
            m_isReading = false;
            setLoading(false);
            if (!opened)
                return noteUnread(opened.error());
            noteRead();
            show(std::move(*opened));
            if (std::exchange(m_isReadAgain, false))
                load();
        });
}

void CheckInViewModel::show(Opened opened)
{
    m_team = opened.team;
    m_names = std::move(opened.names);
    m_isColleagues = opened.isColleagues;
    m_visit = std::move(opened.visit);
    if (m_startsAnew && m_visit && !m_isColleagues && !m_visit->watch.isOpen())
        m_visit.reset();
    m_isRead = true;
    if (!std::exchange(m_isFormRead, true)) {
        m_keeper.adopt(opened.draft ? opened.draft->id : opened.newForm, std::nullopt);
        if (opened.draft)
            m_form.put(opened.draft->fields);
        else
            m_form.proposePhone(text(opened.lastPhone));
    }
    m_form.retell();
    Q_EMIT changed();
}

void CheckInViewModel::clear()
{
    m_keeper.putAway();
    m_form.clear();
    m_visit.reset();
    m_names.clear();
    m_undoing.forget();
    m_isRead = m_isFormRead = m_isReading = m_isReadAgain = false;
    ++m_turn;
    setLoading(true);
    Q_EMIT changed();
}

void CheckInViewModel::leave()
{
    if (m_isRead && isForm() && m_form.isEmpty())
        m_keeper.drop();
    else
        m_keeper.flush();
}

void CheckInViewModel::write(Work work, const QString &done)
{
    // A second press before the answer would write a second time.
    if (std::exchange(m_isWriting, true))
        return;
    Q_EMIT changed();
    m_services.workspace.write<VisitWritten>(this, std::move(work), [this, done](Result<VisitWritten> written) {
        m_isWriting = false;
        if (!written) {
            setProblem(errorText(written.error()));
            return load(); // What was typed is still kept, and comes back.
        }
        setProblem({});
        m_asked = written->record;
        m_undoing.offer(done, std::move(written->changes));
        load();
    });
}

void CheckInViewModel::checkIn()
{
    if (!isForm())
        return;
    const auto end = m_form.check();
    if (!end)
        return;
    const VisitPlan plan{m_form.place().trimmed().toStdString(), m_form.phone().trimmed().toStdString(), *end};
    m_startsAnew = false;
    const auto draft = m_keeper.id();
    m_keeper.flush();
    m_keeper.release();
    m_isFormRead = false;
    write([team = *m_team, plan, draft](OpenStore &store) { return viewmodels::checkIn(store, team, plan, draft); },
          tr("Du är incheckad."));
    m_form.clear();
}

void CheckInViewModel::extend()
{
    if (!isOut() || !m_visit->watch.plannedEnd)
        return;
    const base::Instant end = std::max(*m_visit->watch.plannedEnd, m_services.clock.now()) + Extension;
    write([record = m_visit->record, end](OpenStore &store) { return moveEnd(store, record, end); },
          tr("Ny tid: %1.").arg(clockText(end)));
}

void CheckInViewModel::checkOut()
{
    if (isOut())
        write([record = m_visit->record](OpenStore &store) { return viewmodels::checkOut(store, record); },
              tr("Du är utcheckad."));
}

void CheckInViewModel::startAnew()
{
    if (!isOver())
        return;
    m_startsAnew = true;
    m_asked.reset();
    m_isFormRead = false;
    m_undoing.forget();
    load();
}

void CheckInViewModel::takeCare()
{
    if (canTakeCare())
        write([record = m_visit->record](OpenStore &store) { return viewmodels::takeCare(store, record); },
              tr("Du har sagt att du tar hand om det."));
}

void CheckInViewModel::call()
{
    if (!m_visit || m_visit->watch.phone.empty() || m_services.telephone.call(m_visit->watch.phone))
        return;
    setProblem(tr("Telefonen kunde inte öppnas. Slå numret själv."));
}

void CheckInViewModel::mainAction()
{
    if (isForm())
        checkIn();
    else if (isOut())
        checkOut();
}

bool CheckInViewModel::canTakeCare() const
{
    return isColleagues() && m_visit->watch.isAlarmed() && m_visit->watch.seenBy.empty();
}

QString CheckInViewModel::nameOf(const std::string &worker) const
{
    const auto found = m_names.find(worker);
    return found == m_names.end() ? tr("Kontoret") : text(found->second);
}

QString CheckInViewModel::clock(std::optional<base::Instant> at) const
{
    return at ? momentText(*at, m_services.clock.now(), languageOf(m_services.settings)) : QString();
}

QString CheckInViewModel::title() const { return isColleagues() ? tr("Kollega på besök") : tr("Ensam på besök"); }

QString CheckInViewModel::untilText() const { return m_visit ? clock(m_visit->watch.plannedEnd) : QString(); }
QString CheckInViewModel::placeText() const { return m_visit ? text(m_visit->watch.place) : QString(); }
QString CheckInViewModel::phoneText() const { return m_visit ? text(m_visit->watch.phone) : QString(); }

CheckInViewModel::Status CheckInViewModel::status() const
{
    if (!m_isRead)
        return {};
    if (!m_team)
        return {tr("Du hör inte till något team"),
                tr("Ingen får veta om du inte checkar ut. Be den som sköter servern att lägga in dig i ett team."),
                "danger"};
    if (!m_visit)
        return {tr("Teamet vet inte var du är"),
                tr("Checka in innan du går in. Servern larmar teamet om du inte har checkat ut när tiden är ute."),
                "info"};
    if (m_isColleagues)
        return statusOfColleague();
    return m_visit->watch.isOpen() ? statusOut() : statusOver();
}

CheckInViewModel::Status CheckInViewModel::statusOut() const
{
    if (m_services.workspace.isTraining())
        return {tr("Teamet vet inte var du är"), tr("Det här är en utbildning: inget skickas, och ingen larmas."),
                "danger"};
    if (m_visit->watch.isAlarmed())
        return {tr("Servern har larmat teamet"),
                tr("Ingen utcheckning hade kommit dit. Checka ut eller förläng, så upphör larmet."), "danger"};
    if (m_visit->plannedReceived)
        return {tr("Teamet vet att du är ute till %1").arg(untilText()),
                tr("Mottaget av servern %1. Kommer ingen utcheckning dit larmar den teamet.")
                    .arg(clock(m_visit->plannedReceived)),
                "received"};
    if (m_visit->startReceived)
        return {tr("Teamet vet inte om den nya tiden"),
                tr("Servern larmar vid den tid som du sa förut, så länge den nya inte har kommit fram."), "danger"};
    return {tr("Teamet vet inte var du är"),
            tr("Incheckningen har inte kommit fram till servern. Ring en kollega och säg var du är innan du går in."),
            "danger"};
}

CheckInViewModel::Status CheckInViewModel::statusOver() const
{
    if (m_visit->endReceived)
        return {tr("Du är utcheckad"), tr("Mottaget av servern %1.").arg(clock(m_visit->endReceived)), "received"};
    if (m_visit->startReceived)
        return {tr("Utcheckningen har inte kommit fram"),
                tr("Servern larmar teamet %1 om den inte har kommit fram då.").arg(untilText()), "danger"};
    return {tr("Utcheckad här"), tr("Servern har inte fått veta om besöket, och larmar ingen."), "offline"};
}

CheckInViewModel::Status CheckInViewModel::statusOfColleague() const
{
    const casework::VisitWatch &watch = m_visit->watch;
    if (!watch.isOpen())
        return {tr("%1 har checkat ut").arg(whoText()), clock(watch.endedAt), "received"};
    if (!watch.isAlarmed())
        return {tr("%1 är ute på besök").arg(whoText()), tr("Beräknas klar %1.").arg(untilText()), "info"};
    if (watch.seenBy.empty())
        return {tr("%1 har inte checkat ut").arg(whoText()),
                tr("Tiden var ute %1. Ring. Svarar ingen: åk dit två, eller ring polisen.").arg(untilText()), "danger"};
    return {tr("%1 har inte checkat ut").arg(whoText()), tr("%1 tar hand om det.").arg(nameOf(watch.seenBy)), "danger"};
}

} // namespace faltakt::viewmodels
