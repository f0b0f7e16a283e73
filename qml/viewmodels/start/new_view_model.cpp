#include "qml/viewmodels/start/new_view_model.h"

#include "core/screening/instrument_library.h"
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

/// The forms of assets/forms that are begun most often; the others stand one press further away.
constexpr std::array Acts{"application", "plan", "follow-up", "consent"};

} // namespace

NewViewModel::NewViewModel(AppServices &services) : m_services(services), m_caseId(services.router.shownCase()) {}

void NewViewModel::load()
{
    if (!m_caseId) {
        setLoading(false);
        return;
    }
    struct Read {
        std::optional<store::CaseRow> row = {};
        screening::InstrumentLibrary forms = {};
    };
    m_services.workspace.read<Read>(
        this,
        [caseId = *m_caseId](OpenStore &store) -> base::Result<Read> {
            Read read;
            TRY(read.row, store.cases.card(caseId));
            TRY(read.forms, screening::InstrumentLibrary::forms());
            return read;
        },
        [this](const base::Result<Read> &read) {
            setLoading(false);
            m_name.clear();
            m_acts.clear();
            if (read && read->row) {
                m_name = personName(read->row->card, m_services.settings.namesHidden());
                if (read->row->card.stage == "closed")
                    m_closed = std::exchange(m_caseId, std::nullopt);
            }
            if (read && m_caseId)
                for (const char *act : Acts)
                    if (const auto form = read->forms.all().find(act); form != read->forms.all().end())
                        m_acts += QString::fromStdString(
                                      form->second->title().in(m_services.settings.language().toStdString()))
                                      .section(QStringLiteral(" – "), 0, 0);
            Q_EMIT changed();
        });
}

void NewViewModel::clear()
{
    m_name.clear();
    m_acts.clear();
    if (m_closed)
        m_caseId = std::exchange(m_closed, std::nullopt);
    setLoading(true);
    Q_EMIT changed();
}

QString NewViewModel::contextText() const { return m_name.isEmpty() || m_closed ? QString() : tr("i %1").arg(m_name); }

QString NewViewModel::closedText() const
{
    return m_closed
               ? tr("%1: ärendet är avslutat. Öppna det igen på personens sida för att skriva i akten.").arg(m_name)
               : QString();
}

void NewViewModel::startAct(int index)
{
    if (!m_caseId || index < 0 || index >= int(Acts.size()))
        return;
    m_services.router.replaceTop();
    m_services.router.openAct({*m_caseId, Acts.at(std::size_t(index))});
}

void NewViewModel::showActs()
{
    if (!m_caseId)
        return;
    m_services.router.replaceTop();
    m_services.router.openCaseForms(*m_caseId);
}

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

void NewViewModel::startLobSheet()
{
    m_services.router.replaceTop();
    m_services.router.openLobSheet();
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
