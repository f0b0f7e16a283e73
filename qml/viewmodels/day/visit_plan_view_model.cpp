#include "qml/viewmodels/day/visit_plan_view_model.h"

#include "core/casework/moment_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

namespace {

constexpr std::size_t MostThings = 30;

} // namespace

void VisitPlanViewModel::load()
{
    const ListWording wording{languageOf(m_services.settings), m_services.settings.namesHidden()};
    m_services.workspace.read<std::vector<PlannedVisit>>(
        this, [wording](OpenStore &store) { return readVisits(store, wording); },
        [this](Result<std::vector<PlannedVisit>> visits) {
            setLoading(false);
            if (!visits)
                return noteUnread(visits.error());
            noteRead();
            m_isRead = true;
            // What is being written here goes before what was read while it was on its way.
            if (m_writing > 0)
                for (PlannedVisit &visit : *visits)
                    for (const PlannedVisit &known : m_visits)
                        if (known.record == visit.record)
                            visit.notes = known.notes;
            m_visits = inOrder(std::move(*visits));
            show();
        });
}

int VisitPlanViewModel::plannedIndex() const
{
    const auto found = m_planned ? std::ranges::find(m_visits, *m_planned, &PlannedVisit::record) : m_visits.end();
    return found == m_visits.end() ? -1 : int(found - m_visits.begin());
}

const PlannedVisit *VisitPlanViewModel::planned() const
{
    const int index = plannedIndex();
    return index < 0 ? nullptr : &m_visits[std::size_t(index)];
}

PlannedVisit *VisitPlanViewModel::at(int index)
{
    return index >= 0 && index < int(m_visits.size()) ? &m_visits[std::size_t(index)] : nullptr;
}

void VisitPlanViewModel::show()
{
    std::vector<LineListModel::Line> lines;
    for (std::size_t i = 0; i < m_visits.size(); ++i) {
        lines.push_back(lineOf(m_visits[i], i == 0 || m_visits[i - 1].isTomorrow != m_visits[i].isTomorrow));
        if (i + 1 == m_visits.size() || m_visits[i + 1].isTomorrow != m_visits[i].isTomorrow)
            lines.back().tone = QStringLiteral("last");
    }
    m_visitLines.setLines(std::move(lines));
    showThings();
    Q_EMIT typed();
    Q_EMIT changed();
}

LineListModel::Line VisitPlanViewModel::lineOf(const PlannedVisit &visit, bool isFirst) const
{
    LineListModel::Line line{.key = visit.record.toString()};
    if (isFirst)
        line.kind = visit.isTomorrow ? tr("I morgon") : tr("I dag");
    line.text = visit.who;
    line.secondary = visit.notes.where.empty() ? visit.what : tr("%1, %2").arg(visit.what, text(visit.notes.where));
    line.trailing = text(casework::timeWords(visit.at));
    QStringList facts;
    if (visit.notes.isForTwo)
        facts += visit.notes.companion.empty() ? tr("Två går") : tr("Två går: %1").arg(text(visit.notes.companion));
    if (!visit.notes.things.empty())
        facts += tr("Packat: %1 av %2")
                     .arg(std::ranges::count(visit.notes.things, true, &VisitThing::isPacked))
                     .arg(visit.notes.things.size());
    line.chip = facts.join(QStringLiteral(" · "));
    return line;
}

void VisitPlanViewModel::showThings()
{
    std::vector<LineListModel::Line> lines;
    if (const PlannedVisit *visit = planned())
        for (std::size_t i = 0; i < visit->notes.things.size(); ++i) {
            const VisitThing &thing = visit->notes.things[i];
            LineListModel::Line line{.key = std::to_string(i) + ' ' + thing.text, .text = text(thing.text)};
            line.kind = thing.isPacked ? QStringLiteral("packed") : QStringLiteral("open");
            lines.push_back(std::move(line));
        }
    m_thingLines.setLines(std::move(lines));
}

QString VisitPlanViewModel::emptyText() const
{
    return m_isRead && m_visits.empty() ? tr("Inga bokade tider i dag eller i morgon. Boka från personens sida.")
                                        : QString();
}

bool VisitPlanViewModel::isOwnOrder() const
{
    return std::ranges::any_of(m_visits, [](const PlannedVisit &visit) { return visit.notes.place.has_value(); });
}

QString VisitPlanViewModel::when() const
{
    const PlannedVisit *visit = planned();
    return visit ? text(casework::momentWords(visit->at, m_services.clock.now(), languageOf(m_services.settings)))
                 : QString();
}

QString VisitPlanViewModel::where() const { return planned() ? text(planned()->notes.where) : QString(); }

QString VisitPlanViewModel::companion() const { return planned() ? text(planned()->notes.companion) : QString(); }

QString VisitPlanViewModel::typedThing() const { return planned() ? text(planned()->notes.typed) : QString(); }

QStringList VisitPlanViewModel::places() const
{
    QStringList places;
    if (const PlannedVisit *visit = planned())
        for (const std::string &place : visit->places)
            if (place != visit->notes.where)
                places += text(place);
    return places;
}

QString VisitPlanViewModel::arrangement() const
{
    return planned() && planned()->isArrangedForTwo ? tr("Överenskommet på kortet: två vid besök.") : QString();
}

QStringList VisitPlanViewModel::proposals() const
{
    QStringList left;
    if (const PlannedVisit *visit = planned())
        for (const std::string &proposal : visit->proposals)
            if (std::ranges::find(visit->notes.things, proposal, &VisitThing::text) == visit->notes.things.end())
                left += text(proposal);
    return left;
}

void VisitPlanViewModel::plan(int index)
{
    if (const PlannedVisit *visit = at(index)) {
        m_planned = visit->record;
        m_missing.clear();
        offerUndo({});
        show();
    }
}

void VisitPlanViewModel::move(int index, int by)
{
    PlannedVisit *from = at(index);
    PlannedVisit *to = at(index + by);
    if (!from || !to || from->isTomorrow != to->isTomorrow)
        return;
    offerUndo(tr("Ordningen är ändrad."));
    std::swap(*from, *to);
    int place = 0;
    for (PlannedVisit &visit : m_visits)
        if (visit.isTomorrow == from->isTomorrow) {
            visit.notes.place = place++;
            keep(visit);
        }
    show();
}

void VisitPlanViewModel::orderByTime()
{
    offerUndo(tr("Ordnat efter tid."));
    for (PlannedVisit &visit : m_visits)
        if (std::exchange(visit.notes.place, std::nullopt))
            keep(visit);
    m_visits = inOrder(std::move(m_visits));
    show();
}

void VisitPlanViewModel::offerUndo(const QString &text)
{
    m_undoText = text;
    m_before = text.isEmpty() ? std::vector<PlannedVisit>() : m_visits;
}

void VisitPlanViewModel::undo()
{
    if (m_undoText.isEmpty())
        return;
    for (PlannedVisit &visit : m_visits)
        for (const PlannedVisit &before : m_before)
            if (before.record == visit.record && !(before.notes == visit.notes)) {
                visit.notes = before.notes;
                keep(visit);
            }
    offerUndo({});
    m_visits = inOrder(std::move(m_visits));
    show();
}

void VisitPlanViewModel::keep(const PlannedVisit &visit)
{
    ++m_writing;
    m_services.workspace.keep<void>(
        this, [visit](OpenStore &store) { return keepVisitNotes(store, visit); },
        [this](const Result<void> &kept) {
            m_writing = std::max(0, m_writing - 1);
            if (!kept)
                setProblem(errorText(kept.error()));
        });
}

void VisitPlanViewModel::edit(std::string VisitNotes::*field, const QString &text)
{
    PlannedVisit *visit = planned();
    if (!visit || visit->notes.*field == text.toStdString())
        return;
    offerUndo({});
    visit->notes.*field = text.toStdString();
    m_missing.clear();
    keep(*visit);
    show();
}

void VisitPlanViewModel::editWhere(const QString &text) { edit(&VisitNotes::where, text); }

void VisitPlanViewModel::editCompanion(const QString &text) { edit(&VisitNotes::companion, text); }

void VisitPlanViewModel::editThing(const QString &text) { edit(&VisitNotes::typed, text); }

void VisitPlanViewModel::choosePlace(int index)
{
    if (const QStringList known = places(); index >= 0 && index < known.size())
        editWhere(known.at(index));
}

void VisitPlanViewModel::setForTwo(bool isForTwo)
{
    PlannedVisit *visit = planned();
    if (!visit || visit->notes.isForTwo == isForTwo)
        return;
    offerUndo({});
    visit->notes.isForTwo = isForTwo;
    keep(*visit);
    show();
}

void VisitPlanViewModel::addThing()
{
    PlannedVisit *visit = planned();
    if (!visit)
        return;
    const QString thing = text(visit->notes.typed).simplified();
    m_missing.clear();
    if (thing.isEmpty())
        m_missing = tr("Skriv vad du ska ta med.");
    else if (visit->notes.things.size() >= MostThings)
        m_missing = tr("Listan är full. Ta bort något först.");
    if (m_missing.isEmpty()) {
        offerUndo({});
        visit->notes.things.push_back({thing.toStdString(), false});
        visit->notes.typed.clear();
        keep(*visit);
    }
    show();
}

void VisitPlanViewModel::takeProposal(int index)
{
    const QStringList left = proposals();
    PlannedVisit *visit = planned();
    if (!visit || index < 0 || index >= left.size() || visit->notes.things.size() >= MostThings)
        return;
    offerUndo({});
    visit->notes.things.push_back({left.at(index).toStdString(), false});
    keep(*visit);
    show();
}

void VisitPlanViewModel::togglePacked(int index)
{
    PlannedVisit *visit = planned();
    if (!visit || index < 0 || index >= int(visit->notes.things.size()))
        return;
    bool &isPacked = visit->notes.things[std::size_t(index)].isPacked;
    isPacked = !isPacked;
    offerUndo({});
    keep(*visit);
    show();
}

void VisitPlanViewModel::removeThing(int index)
{
    PlannedVisit *visit = planned();
    if (!visit || index < 0 || index >= int(visit->notes.things.size()))
        return;
    offerUndo(tr("Borttaget från listan."));
    visit->notes.things.erase(visit->notes.things.begin() + index);
    keep(*visit);
    show();
}

void VisitPlanViewModel::checkInAt(int index)
{
    const PlannedVisit *visit = at(index);
    if (!visit)
        return;
    if (visit->isArrangedForTwo && !visit->notes.isForTwo)
        return plan(index);
    goTo(*visit);
}

void VisitPlanViewModel::checkIn()
{
    if (const PlannedVisit *visit = planned())
        goTo(*visit);
}

void VisitPlanViewModel::goTo(const PlannedVisit &visit)
{
    QString place = text(visit.notes.where).simplified();
    // The team sees it and should know that nobody is alone there.
    if (visit.notes.isForTwo && !place.isEmpty())
        place = tr("%1 (två går)").arg(place);
    m_services.workspace.keep<void>(
        this, [place = place.toStdString()](OpenStore &store) { return beginCheckIn(store, place); },
        [this](const Result<void> &begun) {
            if (!begun)
                return setProblem(errorText(begun.error()));
            if (m_services.router.isOnTop(*this))
                m_services.router.openCheckIn();
        });
}

void VisitPlanViewModel::openPerson()
{
    if (const PlannedVisit *visit = planned())
        m_services.router.openPerson(visit->caseId);
}

void VisitPlanViewModel::stepBack()
{
    if (!isPlanning())
        return close();
    m_planned.reset();
    offerUndo({});
    show();
}

void VisitPlanViewModel::clear()
{
    m_visits.clear();
    offerUndo({});
    m_missing.clear();
    m_isRead = false;
    m_writing = 0;
    setLoading(true);
    show();
}

} // namespace faltakt::viewmodels
