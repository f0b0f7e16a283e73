#include "qml/viewmodels/start/new_view_model.h"

#include "qml/viewmodels/people/person_words.h"

#include <array>

namespace faltakt::viewmodels {

namespace {

struct Instrument {
    const char *id;
    const char *name; ///< A proper name: the same in every language.
};
constexpr std::array Instruments{Instrument{"audit-c", "AUDIT-C"}, Instrument{"audit", "AUDIT"},
                                 Instrument{"dudit", "DUDIT"}};

} // namespace

NewViewModel::NewViewModel(AppServices &services) : m_services(services), m_caseId(services.router.shownCase()) {}

void NewViewModel::load()
{
    if (!m_caseId) {
        setLoading(false);
        return;
    }
    m_services.workspace.read<std::optional<store::CaseRow>>(
        this, [caseId = *m_caseId](OpenStore &store) { return store.cases.card(caseId); },
        [this](base::Result<std::optional<store::CaseRow>> row) {
            setLoading(false);
            m_name = row && *row ? personName((*row)->card, m_services.settings.namesHidden()) : QString();
            Q_EMIT changed();
        });
}

void NewViewModel::clear()
{
    m_name.clear();
    setLoading(true);
    Q_EMIT changed();
}

QString NewViewModel::contextText() const { return m_name.isEmpty() ? QString() : tr("i %1").arg(m_name); }

QString NewViewModel::questionsText() const
{
    return m_caseId ? tr("Svaren sparas hos personen.") : tr("Utan ärende. Inget sparas om vem.");
}

QStringList NewViewModel::instruments() const
{
    QStringList names;
    for (const Instrument &instrument : Instruments)
        names.append(QString::fromLatin1(instrument.name));
    return names;
}

void NewViewModel::startContact()
{
    m_services.router.replaceTop();
    m_services.router.openContact(m_caseId);
}

void NewViewModel::startNote()
{
    m_services.router.replaceTop();
    m_services.router.openNote(m_caseId);
}

void NewViewModel::startDay(DayPage page)
{
    m_services.router.replaceTop();
    m_services.router.openDay(page);
}

void NewViewModel::startCheckIn()
{
    m_services.router.replaceTop();
    m_services.router.openCheckIn();
}

void NewViewModel::startQuestions(int index)
{
    if (index < 0 || index >= int(Instruments.size()))
        return;
    m_services.router.replaceTop();
    m_services.router.openInterview({.instrument = Instruments[std::size_t(index)].id, .caseId = m_caseId});
}

void NewViewModel::showForms()
{
    m_services.router.replaceTop();
    m_services.router.openForms(m_caseId);
}

void NewViewModel::close() { m_services.router.back(); }

} // namespace faltakt::viewmodels
