#include "qml/viewmodels/people/merge_view_model.h"

#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/people/tied_files.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

using base::Result;
using Changes = std::vector<base::ChangeId>;

MergeViewModel::MergeViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId, QObject *parent)
    : QObject(parent), m_services(services), m_undo(undo), m_caseId(caseId), m_chooser(services)
{
    connect(&m_chooser, &PersonChooser::picked, this, [this](const PersonChooser::Person &person) {
        m_problem.clear();
        m_chosen = person.caseId;
        m_chosenText = person.secondary.isEmpty() ? person.name : person.name + QStringLiteral(". ") + person.secondary;
        if (person.caseId == m_caseId) {
            m_chosen.reset();
            m_chosenText.clear();
            m_problem = tr("Det är den här akten. Välj en annan.");
        }
        Q_EMIT changed();
    });
}

RecordLine MergeViewModel::lineOf(const store::CaseRow &row, const QString &words) const
{
    const bool isHidden = m_services.settings.namesHidden();
    const QString number = caseNumberText(row.card);
    const QString name = personName(row.card, isHidden);
    return {row.caseId.toString(),
            number.isEmpty() || isHidden || row.card.isProtected ? name : name + QStringLiteral(". ") + number, words};
}

void MergeViewModel::show(const std::vector<store::CaseRow> &tied, const std::optional<store::CaseRow> &main,
                          bool canTie)
{
    std::vector<RecordLine> lines;
    m_isTied = main.has_value();
    if (main)
        lines.push_back(lineOf(*main, tr("Här visas allt, också det här")));
    for (const store::CaseRow &row : tied)
        lines.push_back(lineOf(row, tr("Visas i den här akten")));
    m_files.setLines(std::move(lines));
    m_canTie = canTie;
    Q_EMIT changed();
}

void MergeViewModel::clear()
{
    close();
    m_canTie = m_isTied = false;
    m_files.setLines({});
    Q_EMIT changed();
}

void MergeViewModel::open()
{
    m_isOpen = m_canTie;
    Q_EMIT changed();
}

void MergeViewModel::close()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    m_chosen.reset();
    m_chosenText.clear();
    m_problem.clear();
    m_chooser.search({});
    Q_EMIT changed();
}

void MergeViewModel::tie()
{
    if (!m_chosen) {
        m_problem = tr("Välj vem det är först.");
        Q_EMIT changed();
        return;
    }
    write([caseId = m_caseId, other = *m_chosen](OpenStore &store) { return tieFile(store, caseId, other); },
          tr("Akterna visas som en. Båda finns kvar."));
}

void MergeViewModel::untie(int index)
{
    const auto row = base::CaseId::parse(m_files.key(index));
    if (!row)
        return;
    write([tied = m_isTied ? m_caseId : *row](OpenStore &store) { return untieFile(store, tied); },
          tr("Akterna är isär igen."));
}

void MergeViewModel::openFile(int index)
{
    if (const auto row = base::CaseId::parse(m_files.key(index)))
        m_services.router.openPerson(*row);
}

void MergeViewModel::write(const Work &work, const QString &done)
{
    // A second press before the answer would write a second time.
    if (std::exchange(m_isWriting, true))
        return;
    m_services.workspace.write<Changes>(this, work, [this, done](Result<Changes> changes) {
        m_isWriting = false;
        if (!changes) {
            if (changes.error().detail() == "childrenWorry")
                m_problem = tr("I den andra akten finns en oro för barn utan steg, och det här ärendet är avslutat. Ta "
                               "ställning till oron där först, eller öppna ärendet igen.");
            else
                m_problem =
                    changes.error().code() == base::ErrorCode::Refused
                        ? tr("De här akterna kan inte visas som en. De kan höra ihop redan, eller vara skyddade.")
                        : errorText(changes.error());
            Q_EMIT changed();
            return;
        }
        m_undo.offer(done, std::move(*changes));
        close();
    });
}

} // namespace faltakt::viewmodels
