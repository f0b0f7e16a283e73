// How the page of an attempt opens: what is the file's, and the form that is gone on with.
#include "qml/viewmodels/contact/contact_words.h"
#include "qml/viewmodels/contact/lob_contact_view_model.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

using base::Result;

void LobContactViewModel::load()
{
    m_door.read<LobPage>(
        [caseId = m_caseId, report = m_report](OpenStore &store) { return readLobPage(store, caseId, report); },
        [this](Result<LobPage> page) {
            if (page) {
                noteRead();
                show(std::move(*page));
                return openForm();
            }
            const bool isGone = page.error().code() == base::ErrorCode::NotFound;
            if (isGone)
                clear();
            noteUnread(page.error());
            if (!isGone)
                openForm();
        });
}

void LobContactViewModel::cover()
{
    clear();
    setLoading(false);
}

void LobContactViewModel::show(LobPage page)
{
    const base::Language language = languageOf(m_services.settings);
    m_numbers.setNumbers(page.numbers, m_services.settings.namesHidden());
    m_talk.setWords(language, QString::fromStdString(page.childUnitNumber));
    m_next = page.next;
    if (page.report && page.stage != "closed")
        m_danger.show(page.reportBase, page.hasDangerSign);
    else
        m_danger.hide();
    m_textMessage.setOffer({.templates = page.textTemplates,
                            .number = page.textNumber,
                            .workerName = page.workerName,
                            .ownNumber = page.ownNumber,
                            .isNumberHidden = m_services.settings.namesHidden(),
                            .language = language});
    m_header.setPage(std::move(page), m_services.clock.now(), language, m_services.settings.namesHidden());
    Q_EMIT stepChanged();
}

void LobContactViewModel::showChoices()
{
    const base::Language language = languageOf(m_services.settings);
    m_callers.setChoices(callerChoices(language));
    m_unsure.setChoices(unsureChoices(language));
    const auto profile = m_services.workspace.profile();
    const Offered offered = profile ? profile->attemptOutcomes : std::nullopt;
    m_outcomes.setChoices(callOutcomes(language, offered));
    m_moreOutcomes.setChoices(moreCallOutcomes(language, offered));
    m_talk.setResults(profile ? profile->resultOutcomes : std::nullopt);
    m_languages.setChoices(interpreterChoices(language));
    m_moment.setLanguage(language);
}

void LobContactViewModel::openForm()
{
    showChoices();
    if (m_isOpened || m_step == Step::Done) {
        showForm();
        setLoading(false);
        return;
    }
    // The form is the worker's own: it opens when the file may be read no longer too.
    m_services.workspace.keep<AttemptStart>(
        this, [caseId = m_caseId](OpenStore &store) { return readAttemptStart(store, caseId); },
        [this, turn = m_turn](Result<AttemptStart> start) {
            if (turn != m_turn || m_isOpened)
                return;
            setLoading(false);
            if (!start)
                return setProblem(errorText(start.error()));
            m_isOpened = true;
            begin(*start);
            Q_EMIT stepChanged();
        });
}

void LobContactViewModel::begin(const AttemptStart &start)
{
    if (start.form) {
        resume(*start.form);
        return;
    }
    m_form = {};
    m_keeper.adopt(start.newForm, m_caseId);
    showForm();
    // Whoever comes by [Ring] has pressed it: the call begins with the attempt. Again after a lock it is not dialled.
    if (std::exchange(m_start, LobStart::Open) == LobStart::Ring)
        dial(0);
}

void LobContactViewModel::beginAttempt()
{
    if (m_form.started == base::Instant())
        m_form.started = m_services.clock.now();
    // Kept at once: a call or a choice is worth as much as what stands on the page.
    m_keeper.touch();
    m_keeper.flush();
    Q_EMIT stepChanged();
}

void LobContactViewModel::resume(const store::FormDraft &form)
{
    m_form = readAttemptForm(form.fields);
    m_keeper.adopt(form.id, m_caseId);
    showForm();
    m_step = formStep();
    if (m_step == Step::Later || m_step == Step::Other)
        m_moment.setMoment(m_form.nextAt);
    if (m_step == Step::Talk || m_step == Step::Guide)
        proposeNext();
}

} // namespace faltakt::viewmodels
