#include "qml/viewmodels/people/misfiled_view_model.h"

#include "qml/viewmodels/shell/error_text.h"

namespace faltakt::viewmodels {

using base::ErrorCode;
using base::Result;
using Changes = std::vector<base::ChangeId>;

MisfiledViewModel::MisfiledViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId,
                                     base::RecordId record, QObject *parent)
    : QObject(parent), m_services(services), m_undo(undo), m_caseId(caseId), m_record(record), m_chooser(services)
{
    connect(&m_chooser, &PersonChooser::picked, this, &MisfiledViewModel::choose);
}

void MisfiledViewModel::choose(const PersonChooser::Person &person)
{
    m_chosen = person.caseId;
    m_chosenText = person.secondary.isEmpty() ? person.name : person.name + QStringLiteral(". ") + person.secondary;
    m_problem = obstacle();
    if (person.caseId == m_caseId) {
        m_problem = tr("Det är den här akten. Välj en annan.");
        m_chosen.reset();
        m_chosenText.clear();
    }
    Q_EMIT changed();
}

QString MisfiledViewModel::goesText() const
{
    if (m_items.what == MisfiledItems::What::Late)
        return tr("Det som kom till efter flytten skrivs in i den rätta akten.");
    QStringList parts{tr("Texten flyttas ord för ord, med vem som skrev den och när.")};
    if (const int additions = int(m_items.records.size()) - 1; additions > 0)
        parts += tr("%n tillägg följer med.", "", additions);
    if (const int photos = int(m_items.photos.size()); photos > 0)
        parts += tr("%n foton eller papper följer med.", "", photos);
    parts += tr("Står det namn i texten: kontrollera dem efter flytten.");
    return parts.join(QLatin1Char(' '));
}

QString MisfiledViewModel::staysText() const
{
    return tr("Här står sedan \"Förd på fel person\", ditt namn och tiden. Ingenting om vem det gällde.");
}

QString MisfiledViewModel::obstacle() const
{
    if (m_items.isConflicted)
        return tr("Det finns två versioner. Välj en av dem först.");
    if (m_items.photosElsewhere > 0)
        return tr("%n foton finns inte på enheten. Öppna dem så att de hämtas, och flytta sedan.", "",
                  m_items.photosElsewhere);
    return {};
}

void MisfiledViewModel::open()
{
    m_isOpen = m_items.what != MisfiledItems::What::Nothing;
    m_problem = obstacle();
    m_services.workspace.read<ProposedPeople>(
        this, [](OpenStore &store) { return proposedPeople(store); },
        [this](Result<ProposedPeople> people) {
            if (!people || !m_isOpen)
                return;
            const auto isThis = [this](const store::CaseRow &row) { return row.caseId == m_caseId; };
            if (people->likely && isThis(*people->likely))
                people->likely.reset();
            std::erase_if(people->others, isThis);
            m_chooser.setProposed(*people);
        });
    Q_EMIT changed();
}

void MisfiledViewModel::close()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    m_chosen.reset();
    m_chosenText.clear();
    m_problem.clear();
    m_chooser.clear();
    Q_EMIT changed();
}

void MisfiledViewModel::clear()
{
    close();
    m_items = {};
}

void MisfiledViewModel::move()
{
    if (!m_isOpen || m_isWriting)
        return;
    if (!m_chosen) {
        m_problem = tr("Välj vem det gäller först.");
        Q_EMIT changed();
        return;
    }
    m_isWriting = true;
    const MisfiledMove move{m_caseId, m_record, *m_chosen, m_services.reasons.of(*m_chosen)};
    m_services.workspace.write<Changes>(
        this, [move](OpenStore &store) { return moveMisfiled(store, move); },
        [this](Result<Changes> changes) { conclude(std::move(changes)); });
    Q_EMIT changed();
}

void MisfiledViewModel::conclude(Result<Changes> changes)
{
    m_isWriting = false;
    if (changes) {
        m_undo.offer(tr("Flyttad till rätt akt."), std::move(*changes));
        return close();
    }
    if (const QString why = obstacle(); !why.isEmpty())
        m_problem = why;
    else if (changes.error().code() == ErrorCode::Refused)
        m_problem =
            tr("Det går inte att flytta dit. Den akten kan vara skyddad eller teamets egen, eller så hann någon "
               "flytta före dig. Inget är ändrat.");
    else
        m_problem = errorText(changes.error());
    Q_EMIT changed();
}

} // namespace faltakt::viewmodels
