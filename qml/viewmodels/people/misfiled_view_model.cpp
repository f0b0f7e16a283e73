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
    m_chooser.setFilter(takesMisfiled);
    connect(&m_chooser, &PersonChooser::picked, this, &MisfiledViewModel::choose);
}

void MisfiledViewModel::choose(const PersonChooser::Person &person)
{
    leaveTarget();
    m_problem = obstacle();
    if (person.caseId == m_caseId) {
        m_problem = tr("Det är den här akten. Välj en annan.");
        Q_EMIT changed();
        return;
    }
    const FileOpening opening{person.caseId, m_services.reasons.of(person.caseId),
                              m_services.reasons.purposeOf(person.caseId)};
    m_services.workspace.read<FileEntry>(
        this, [opening](OpenStore &store) { return fileEntry(store, opening); },
        [this, person, turn = m_turn](const Result<FileEntry> &entry) {
            if (turn != m_turn || !m_isOpen)
                return;
            if (!entry)
                m_problem = errorText(entry.error());
            else if (*entry == FileEntry::Open)
                return accept(person);
            else
                enter(person);
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

void MisfiledViewModel::enter(const PersonChooser::Person &person)
{
    m_door = new FileDoor(m_services, person.caseId);
    m_door->setParent(this);
    connect(m_door->gate(), &ProtectedGate::changed, this, &MisfiledViewModel::changed);
    const auto read = [this, person] {
        m_door->read<bool>([](OpenStore &) -> Result<bool> { return true; },
                           [this, person](const Result<bool> &isIn) {
                               if (isIn)
                                   return accept(person);
                               m_problem = errorText(isIn.error());
                               Q_EMIT changed();
                           });
    };
    connect(m_door, &FileDoor::readingWanted, this, read);
    read();
}

void MisfiledViewModel::accept(const PersonChooser::Person &person)
{
    m_chosen = person.caseId;
    m_chosenText = person.secondary.isEmpty() ? person.name : person.name + QStringLiteral(". ") + person.secondary;
    Q_EMIT changed();
}

void MisfiledViewModel::leaveTarget()
{
    ++m_turn;
    m_chosen.reset();
    m_chosenText.clear();
    if (!m_door)
        return;
    m_door->clear();
    disconnect(m_door, nullptr, this, nullptr);
    disconnect(m_door->gate(), nullptr, this, nullptr);
    // The sheet lets go of it by the next change.
    m_door->deleteLater();
    m_door.clear();
}

QString MisfiledViewModel::goesText() const
{
    if (m_look.items.what == MisfiledItems::What::Late)
        return tr("Det som kom till efter flytten skrivs in i den rätta akten.");
    QStringList parts{tr("Allt flyttas ord för ord, med vem som skrev det och när.")};
    if (const int additions = int(m_look.items.records.size()) - 1; additions > 0)
        parts += tr("%n tillägg eller bedömningar som hör till följer med.", "", additions);
    if (const int photos = int(m_look.items.photos.size()); photos > 0)
        parts += tr("%n foton eller papper följer med.", "", photos);
    if (m_look.items.isSigned)
        parts += tr("Signaturen följer inte med. I den rätta akten står vem som signerade och när, och där signeras "
                    "det på nytt.");
    parts += tr("Står det namn i texten: kontrollera dem efter flytten.");
    return parts.join(QLatin1Char(' '));
}

QString MisfiledViewModel::staysText() const
{
    return tr("Här står sedan \"Förd på fel person\", ditt namn och tiden. Ingenting om vem det gällde.");
}

QString MisfiledViewModel::obstacle() const
{
    if (m_look.items.isConflicted)
        return tr("Det finns två versioner. Välj en av dem först.");
    if (m_look.items.isBegun)
        return tr("Något om det här är påbörjat och inte sparat. Spara det eller ta bort det först.");
    if (m_look.items.photosElsewhere > 0)
        return tr("%n foton finns inte på enheten. Öppna dem så att de hämtas, och flytta sedan.", "",
                  m_look.items.photosElsewhere);
    return {};
}

void MisfiledViewModel::open()
{
    m_isOpen = m_look.items.what != MisfiledItems::What::Nothing;
    m_problem = obstacle();
    m_services.workspace.read<ProposedPeople>(
        this, [](OpenStore &store) { return proposedPeople(store); },
        [this](Result<ProposedPeople> people) {
            if (!people || !m_isOpen)
                return;
            const auto isOut = [this](const store::CaseRow &row) {
                return row.caseId == m_caseId || !takesMisfiled(row.card);
            };
            if (people->likely && isOut(*people->likely))
                people->likely.reset();
            std::erase_if(people->others, isOut);
            m_chooser.setProposed(*people);
        });
    Q_EMIT changed();
}

void MisfiledViewModel::close()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    leaveTarget();
    m_problem.clear();
    m_chooser.clear();
    Q_EMIT changed();
}

void MisfiledViewModel::clear()
{
    close();
    m_look = {};
    Q_EMIT changed();
}

void MisfiledViewModel::show(MisfiledLook look)
{
    m_look = std::move(look);
    Q_EMIT changed();
}

QString MisfiledViewModel::goesWithText() const
{
    return m_look.items.what == MisfiledItems::What::WithChild
               ? tr("Hör till ett barn i akten. Är det fel person: flytta barnet, så följer det här med.")
               : QString();
}

std::optional<base::RecordId> MisfiledViewModel::parent() const
{
    return m_look.sealedParent ? m_look.sealedParent : m_look.items.child;
}

QString MisfiledViewModel::parentText() const
{
    if (m_look.sealedParent)
        return tr("Öppna det som är flyttat");
    return m_look.items.child ? tr("Öppna barnet") : QString();
}

void MisfiledViewModel::openParent()
{
    if (const auto record = parent())
        m_services.router.openRecord(m_caseId, *record);
}

void MisfiledViewModel::move()
{
    if (!m_isOpen || m_isWriting)
        return;
    if (!m_chosen) {
        m_problem = gate() ? tr("Ange skäl och öppna akten först.") : tr("Välj vem det gäller först.");
        Q_EMIT changed();
        return;
    }
    m_isWriting = true;
    const MisfiledMove move{.from = m_caseId,
                            .record = m_record,
                            .to = *m_chosen,
                            .reason = m_services.reasons.of(*m_chosen),
                            .purpose = m_services.reasons.purposeOf(*m_chosen),
                            .isLogged = !m_door.isNull()};
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
    m_problem = refusal(changes.error());
    Q_EMIT changed();
}

QString MisfiledViewModel::refusal(const base::Error &error) const
{
    if (QString why = obstacle(); !why.isEmpty())
        return why;
    if (error.code() == ErrorCode::Refused)
        return tr("Det går inte att flytta dit. Ärendet kan vara avslutat, akten kan vara skyddad eller teamets egen, "
                  "eller så hann någon flytta före dig. Inget är ändrat.");
    if (error.code() == ErrorCode::NotFound && hasLate())
        return tr("Det som flyttades förut finns inte i den akten. Välj den som det flyttades till. Inget är ändrat.");
    return errorText(error);
}

} // namespace faltakt::viewmodels
