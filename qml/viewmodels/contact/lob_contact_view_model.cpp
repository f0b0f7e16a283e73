#include "qml/viewmodels/contact/lob_contact_view_model.h"

#include "core/rules/attempt_choices.h"
#include "core/rules/lob_closing.h"
#include "qml/viewmodels/contact/contact_words.h"
#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

using base::Result;

LobContactViewModel::LobContactViewModel(AppServices &services, base::CaseId caseId,
                                         std::optional<base::RecordId> report, LobStart start)
    : m_services(services), m_caseId(caseId), m_report(std::move(report)), m_start(start), m_door(services, caseId),
      m_keeper(services.workspace, std::string(AttemptForm::Name), [this] { return toJson(m_form); }),
      m_danger(services), m_moment(services.clock, MomentPicker::Direction::Ahead), m_talk(m_form, services.clock),
      m_guide(m_form), m_textMessage(m_form)
{
    connect(&m_door, &FileDoor::covered, this, &LobContactViewModel::cover);
    connect(&m_door, &FileDoor::readingWanted, this, &LobContactViewModel::load);
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
    for (const ChoiceListModel *outcomes : {&m_callers, &m_unsure, &m_outcomes, &m_moreOutcomes})
        connect(outcomes, &ChoiceListModel::picked, this, &LobContactViewModel::pickOutcome);
    connect(&m_moment, &MomentPicker::changed, this, [this] {
        if (m_step != Step::Later && m_step != Step::Other)
            return;
        m_form.nextAt = m_moment.moment();
        m_keeper.touch();
    });
    connect(&m_languages, &ChoiceListModel::picked, this, [this](const std::string &code) {
        m_form.interpreter = code;
        m_languages.setChosen(code);
        m_keeper.touch();
    });
    connect(&m_talk, &TalkViewModel::edited, &m_keeper, &FormKeeper::touch);
    connect(&m_talk, &TalkViewModel::resultPicked, this, &LobContactViewModel::proposeNext);
    connect(&m_talk, &TalkViewModel::laterWanted, this, &LobContactViewModel::startLater);
    connect(&m_talk, &TalkViewModel::changed, &m_guide, &GuidedTalkViewModel::show);
    connect(&m_guide, &GuidedTalkViewModel::edited, &m_keeper, &FormKeeper::touch);
    connect(&m_textMessage, &TextMessageViewModel::edited, &m_keeper, &FormKeeper::touch);
    connect(this, &LobContactViewModel::stepChanged, this, &PageViewModel::longTalkChanged);
    connect(this, &LobContactViewModel::stepChanged, this, &PageViewModel::placeChanged);
}

QString LobContactViewModel::helpPage() const
{
    return m_step == Step::Guide ? QStringLiteral("guided-talk") : QStringLiteral("lob-contact");
}

LobContactViewModel::Step LobContactViewModel::formStep() const
{
    if (m_form.step == "later")
        return Step::Later;
    if (m_form.step == "ask")
        return Step::Ask;
    if (m_form.step == "other")
        return Step::Other;
    if (m_form.step == "unsure")
        return Step::Unsure;
    if (m_form.step == "text")
        return Step::Text;
    if (m_form.step == "guide")
        return Step::Guide;
    return m_form.step == "talk" ? Step::Talk : Step::Call;
}

void LobContactViewModel::showForm()
{
    m_callers.setChosen(m_form.outcome);
    m_outcomes.setChosen(m_form.outcome);
    m_moreOutcomes.setChosen(m_form.outcome);
    m_languages.setChosen(m_form.interpreter);
    m_talk.show();
    m_guide.show();
    m_textMessage.show();
}

void LobContactViewModel::clear()
{
    m_keeper.putAway();
    // What undo would bring back is forgotten with the rest.
    m_saved.changes.clear();
    m_form = {};
    m_door.clear();
    clearRead();
    showForm();
    m_isOpened = false;
    ++m_turn;
    setLoading(true);
}

void LobContactViewModel::clearRead()
{
    m_header.clear();
    m_danger.clear();
    m_numbers.setNumbers({});
    m_talk.setProposal(std::nullopt);
    m_textMessage.setOffer({});
    m_next.reset();
}

void LobContactViewModel::leave()
{
    m_door.flush();
    // Nothing was said about the attempt: as if it had not been begun.
    if (m_isOpened && m_step != Step::Done && m_form.isUntouched())
        m_keeper.drop();
    else
        m_keeper.flush();
}

void LobContactViewModel::goTo(Step step)
{
    m_step = step;
    switch (step) {
    case Step::Call: m_form.step = "call"; break;
    case Step::Ask: m_form.step = "ask"; break;
    case Step::Unsure: m_form.step = "unsure"; break;
    case Step::Other: m_form.step = "other"; break;
    case Step::Text: m_form.step = "text"; break;
    case Step::Later: m_form.step = "later"; break;
    case Step::Talk: m_form.step = "talk"; break;
    case Step::Guide: m_form.step = "guide"; break;
    case Step::Close:
    case Step::Done: break;
    }
    showForm();
    beginAttempt();
}

bool LobContactViewModel::canCall() const { return m_services.telephone.canCall(); }

void LobContactViewModel::dial(int row)
{
    beginAttempt();
    call(m_numbers.dialled(row));
}

void LobContactViewModel::callChildUnit() { call(QString::fromStdString(m_header.page().childUnitNumber)); }

void LobContactViewModel::openChildren()
{
    m_keeper.flush();
    m_services.router.openChildren(m_caseId);
}

void LobContactViewModel::call(const QString &number)
{
    if (!canCall() || number.isEmpty() || m_services.telephone.call(number.toStdString()))
        return;
    setProblem(tr("Telefonen kunde inte öppnas. Slå numret själv. Försöket är påbörjat."));
}

void LobContactViewModel::mainAction()
{
    switch (m_step) {
    case Step::Ask: saveAsked(); break;
    case Step::Later: saveLater(); break;
    case Step::Other: saveOther(); break;
    case Step::Text: saveText(); break;
    case Step::Talk:
    case Step::Guide: finish(); break;
    case Step::Close: closeFollowUp(); break;
    case Step::Done: close(); break;
    case Step::Unsure:
    case Step::Call: break;
    }
}

void LobContactViewModel::showMore()
{
    m_showsMore = true;
    Q_EMIT stepChanged();
}

void LobContactViewModel::stepBack()
{
    switch (m_step) {
    case Step::Guide: goTo(Step::Talk); break;
    case Step::Later: leaveLater(); break;
    case Step::Ask:
    case Step::Unsure:
    case Step::Other:
    case Step::Text:
    case Step::Talk:
    case Step::Close: goTo(Step::Call); break;
    case Step::Call:
    case Step::Done: m_services.router.back(); break;
    }
}

void LobContactViewModel::pickOutcome(const std::string &code)
{
    if (m_isSaving)
        return;
    if (code == "otherWay") {
        m_services.router.openContact(m_caseId);
        return;
    }
    if (code == "unsure")
        return goTo(Step::Unsure);
    // A time that was chosen for how it went before is not booked with how it went after all.
    if (std::exchange(m_form.outcome, code) != code) {
        m_form.next.clear();
        m_form.nextAt.reset();
    }
    beginAttempt();
    if (code == "reached")
        return goTo(Step::Talk);
    if (code == "someoneElse")
        return startOther();
    if (code == "callLater")
        return startLater();
    const rules::OutcomeFollowUp asks = rules::followUpOf(code);
    if (asks.mayContactAgain || asks.interpreter || asks.endsEverything)
        goTo(Step::Ask);
    else
        save(m_form.entry(), Booking::ProposedToo);
}

void LobContactViewModel::saveAsked()
{
    if (!m_isSaving)
        save(m_form.entry(), Booking::ProposedToo);
}

void LobContactViewModel::proposeNext()
{
    rules::AttemptEntry entry = m_form.entry();
    entry.nextAt.reset();
    m_services.workspace.read<std::optional<rules::NextProposal>>(
        this, [caseId = m_caseId, entry](OpenStore &store) { return proposalAfter(store, caseId, entry); },
        [this](Result<std::optional<rules::NextProposal>> proposal) {
            m_talk.setProposal(proposal ? *proposal : std::nullopt);
        });
}

void LobContactViewModel::startGuide() { goTo(Step::Guide); }

void LobContactViewModel::offerScreening()
{
    m_keeper.flush();
    m_services.router.openInterview({.instrument = "audit-c", .caseId = m_caseId});
}

void LobContactViewModel::finish()
{
    if (m_isSaving)
        return;
    if (!m_talk.check()) {
        if (m_step == Step::Guide)
            goTo(Step::Talk);
        return;
    }
    // A talk that did not take place wants another try; after one that did, nothing is booked by itself.
    const bool isTry = m_form.result == "didNotFit" && m_form.next.empty();
    save(m_talk.entry(), isTry ? Booking::ProposedToo : Booking::AsChosen);
}

void LobContactViewModel::save(rules::AttemptEntry entry, Booking booking)
{
    m_isSaving = true;
    setProblem({});
    m_keeper.flush();
    Q_EMIT stepChanged();
    const base::Language language = languageOf(m_services.settings);
    const QString words = !entry.result.empty()    ? resultText(entry.result, language)
                          : !entry.outcome.empty() ? outcomeText(entry.outcome, language)
                                                   : wayText(entry.way, language);
    m_services.workspace.write<AttemptSaved>(
        this,
        [caseId = m_caseId, entry = std::move(entry), booking, form = m_keeper.id()](OpenStore &store) {
            return saveAttempt(store, caseId, entry, booking, form);
        },
        [this, words, turn = m_turn](Result<AttemptSaved> saved) {
            m_isSaving = false;
            if (saved)
                conclude(std::move(*saved), words, turn);
            else
                setProblem(errorText(saved.error()));
            Q_EMIT stepChanged();
        });
}

void LobContactViewModel::conclude(AttemptSaved saved, const QString &words, int turn)
{
    m_saved = std::move(saved);
    // Locked meanwhile: what undo would bring back is gone from here.
    if (turn != m_turn)
        m_saved.changes.clear();
    m_savedWords = words;
    m_isUndone = false;
    m_keeper.release();
    m_step = Step::Done;
}

void LobContactViewModel::startClosing() { goTo(Step::Close); }

void LobContactViewModel::closeFollowUp()
{
    const QString reason = m_talk.text().trimmed();
    if (reason.isEmpty()) {
        setProblem(tr("Skriv varför det avslutas. Det räcker med en mening."));
        return;
    }
    if (std::exchange(m_isSaving, true))
        return;
    setProblem({});
    Q_EMIT stepChanged();
    m_services.workspace.write<AttemptSaved>(
        this,
        [caseId = m_caseId, text = reason.toStdString(),
         form = m_keeper.id()](OpenStore &store) -> Result<AttemptSaved> {
            TRY(const auto facts, factsOfCase(store, caseId));
            TRY(const auto writes, rules::planClosing(store.profile, facts, text, store.clock.now()));
            AttemptSaved saved;
            TRY(saved.changes, saveWrites(store, caseId, writes, form));
            return saved;
        },
        [this, turn = m_turn](Result<AttemptSaved> saved) {
            m_isSaving = false;
            if (saved)
                conclude(std::move(*saved), tr("Avslutat utan kontakt"), turn);
            else
                setProblem(errorText(saved.error()));
            Q_EMIT stepChanged();
        });
}

void LobContactViewModel::close() { m_services.router.back(); }

void LobContactViewModel::openNext()
{
    if (!m_next)
        return;
    m_services.router.replaceTop();
    m_services.router.openLobContact(base::CaseId(*m_next));
}

void LobContactViewModel::showReport()
{
    if (const auto report = m_header.page().report)
        m_services.router.openRecord(m_caseId, *report);
}

void LobContactViewModel::writeNote() { m_services.router.openNote(m_caseId); }

void LobContactViewModel::hideNow() { m_services.router.hideNow(); }

} // namespace faltakt::viewmodels
