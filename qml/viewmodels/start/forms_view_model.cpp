#include "qml/viewmodels/start/forms_view_model.h"

#include "core/casework/swedish_time.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/team/team_store.h"

namespace faltakt::viewmodels {

namespace {

/// What the municipality says has to be used, and when: in the words of its guideline, which a person reads and no rule.
FormsListModel::Duties dutiesOf(const rules::Profile &profile, base::Language language)
{
    FormsListModel::Duties duties;
    for (const rules::ProfileInstrument &instrument : profile.instruments) {
        const QString when = QString::fromStdString(instrument.when.in(language));
        if (instrument.mandatory)
            duties[instrument.code] = when.isEmpty() ? FormsViewModel::tr("Kommunen: ska användas.")
                                                     : FormsViewModel::tr("Kommunen: ska användas %1.").arg(when);
    }
    return duties;
}

} // namespace

FormsViewModel::FormsViewModel(AppServices &services, std::optional<base::CaseId> caseId, Which which)
    : m_services(services), m_caseId(caseId), m_which(which)
{
}

void FormsViewModel::load()
{
    struct Read {
        screening::InstrumentLibrary library;
        screening::InstrumentLibrary acts = {};
        std::optional<store::CaseRow> row = {};
        std::optional<base::CaseId> team = {};
        FormsListModel::Duties duties = {};
    };
    m_services.workspace.read<Read>(
        this,
        [caseId = m_caseId, language = languageOf(m_services.settings)](OpenStore &store) -> base::Result<Read> {
            TRY(const auto *library, store.instruments.library(casework::swedishDate(store.clock.now())));
            Read read{*library};
            read.duties = dutiesOf(store.profile, language);
            TRY(read.acts, screening::InstrumentLibrary::forms());
            TRY(read.team, teamCase(store));
            if (caseId) {
                TRY(read.row, store.cases.card(*caseId));
            }
            return read;
        },
        [this](base::Result<Read> read) {
            setLoading(false);
            if (!read)
                return noteUnread(read.error());
            noteRead();
            m_library = std::move(read->library);
            m_acts = std::move(read->acts);
            m_team = read->team;
            m_duties = std::move(read->duties);
            m_name = read->row ? personName(read->row->card, m_services.settings.namesHidden()) : QString();
            showForms();
        });
}

void FormsViewModel::clear()
{
    m_name.clear();
    m_query.clear();
    setLoading(true);
    Q_EMIT changed();
}

void FormsViewModel::showForms()
{
    const screening::InstrumentLibrary none;
    m_forms.show(m_which == Which::OfFile ? none : m_library, m_acts,
                 m_caseId ? FormsListModel::About::Person : FormsListModel::About::Nobody, m_team.has_value(), m_duties,
                 m_query, m_services.settings.language().toStdString());
    Q_EMIT changed();
}

QString FormsViewModel::title() const { return m_which == Which::OfFile ? tr("Nytt i akten") : tr("Alla formulär"); }

QString FormsViewModel::whomText() const { return m_caseId ? m_name : tr("Utan ärende. Inget sparas om vem."); }

QString FormsViewModel::countText() const
{
    if (m_query.trimmed().isEmpty())
        return {};
    return m_forms.count() == 0 ? tr("Ingen träff på \"%1\".").arg(m_query.trimmed())
                                : tr("%n formulär", nullptr, m_forms.count());
}

void FormsViewModel::search(const QString &query)
{
    m_query = query;
    showForms();
}

void FormsViewModel::start(int row)
{
    const std::string form = m_forms.formAt(row);
    if (form.empty())
        return;
    const bool isAct = m_forms.isActAt(row);
    const auto caseId = m_forms.isOfTeamAt(row) ? m_team : m_caseId;
    m_services.router.replaceTop();
    if (isAct && caseId)
        m_services.router.openAct({*caseId, form});
    else
        m_services.router.openInterview({.instrument = form, .caseId = m_caseId});
}

} // namespace faltakt::viewmodels
