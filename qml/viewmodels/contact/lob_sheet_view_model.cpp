#include "qml/viewmodels/contact/lob_sheet_view_model.h"

#include "core/casework/code_words.h"
#include "core/casework/record_codes.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/people/person_field_view_model.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <span>

namespace faltakt::viewmodels {

using base::Result;

namespace {

std::vector<ChoiceListModel::Choice> choicesOf(std::string_view field, std::span<const std::string_view> codes,
                                               base::Language language)
{
    std::vector<ChoiceListModel::Choice> choices;
    for (const std::string_view code : codes)
        choices.push_back(
            {std::string(code), QString::fromStdString(casework::codeText("lobReport", field, code, language))});
    return choices;
}

} // namespace

LobSheetViewModel::LobSheetViewModel(AppServices &services)
    : m_services(services),
      m_keeper(services.workspace, std::string(LobSheetForm::Name), [this] { return toJson(m_form); }),
      m_moment(services.clock, MomentPicker::Direction::Past), m_received(services.clock, MomentPicker::Direction::Past)
{
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
    for (const Chips &each : chips())
        connect(each.model, &ChoiceListModel::picked, this,
                [this, each](const std::string &code) { choose(each, code); });
    connect(&m_moment, &MomentPicker::changed, this, [this] { takeMoment(m_moment, &LobSheetForm::takenAt); });
    connect(&m_received, &MomentPicker::changed, this, [this] { takeMoment(m_received, &LobSheetForm::received); });
}

std::vector<LobSheetViewModel::Chips> LobSheetViewModel::chips()
{
    return {{&m_sources, &LobSheetForm::source},  {&m_children, &LobSheetForm::children},
            {&m_violent, &LobSheetForm::violent}, {&m_dangerSign, &LobSheetForm::dangerSign},
            {&m_cameIn, &LobSheetForm::cameIn},   {&m_medicalCheck, &LobSheetForm::medicalCheck}};
}

void LobSheetViewModel::takeMoment(MomentPicker &picker, std::optional<base::Instant> LobSheetForm::*field)
{
    // It also tells of what is wrong in it, which is no typing.
    if (m_isShowing || picker.moment() == m_form.*field)
        return;
    m_form.*field = picker.moment();
    m_receivedProblem.clear();
    touch();
}

void LobSheetViewModel::load()
{
    const base::Language language = languageOf(m_services.settings);
    m_sources.setChoices(choicesOf("source", casework::codes::ReportSource, language));
    for (ChoiceListModel *model : {&m_children, &m_dangerSign, &m_medicalCheck, &m_violent})
        model->setChoices(choicesOf("childrenPresent", casework::codes::YesNoUnknown, language));
    m_cameIn.setChoices({{"now", tr("Nu")}, {"earlier", tr("Tidigare")}});
    m_moment.setLanguage(language);
    m_received.setLanguage(language);
    if (m_keeper.id() || m_isSaved)
        return setLoading(false);
    // The form is the worker's own: it opens when nothing may be read too.
    m_services.workspace.keep<store::FormDraft>(this, openLobSheetForm,
                                                [this, turn = m_turn](const Result<store::FormDraft> &form) {
                                                    if (turn != m_turn)
                                                        return;
                                                    setLoading(false);
                                                    if (!form)
                                                        return setProblem(errorText(form.error()));
                                                    open(*form);
                                                });
}

void LobSheetViewModel::open(const store::FormDraft &draft)
{
    m_keeper.adopt(draft.id, std::nullopt);
    m_form = readLobSheetForm(draft.fields);
    showForm();
}

void LobSheetViewModel::showForm()
{
    m_isShowing = true;
    for (const Chips &each : chips())
        each.model->setChosen(m_form.*each.field);
    m_moment.setMoment(m_form.takenAt);
    m_received.setMoment(m_form.received);
    m_isShowing = false;
    Q_EMIT changed();
}

void LobSheetViewModel::clear()
{
    m_keeper.putAway();
    m_keeper.release();
    m_form = {};
    // What undo would bring back is forgotten with the rest.
    m_taken = {};
    m_numberProblem.clear();
    m_identityProblem.clear();
    m_receivedProblem.clear();
    m_showsViolence = false;
    m_hint = {};
    ++m_turn;
    setLoading(true);
    showForm();
}

void LobSheetViewModel::leave()
{
    if (m_isSaved)
        return;
    if (m_keeper.id() && m_form.isEmpty())
        m_keeper.drop();
    else
        m_keeper.flush();
}

void LobSheetViewModel::touch()
{
    m_hint = {};
    m_keeper.touch();
    Q_EMIT changed();
}

void LobSheetViewModel::edit(std::string LobSheetForm::*field, const QString &text)
{
    m_form.*field = text.toStdString();
    if (field == &LobSheetForm::sheetNumber)
        m_numberProblem.clear();
    if (field == &LobSheetForm::identity)
        m_identityProblem.clear();
    touch();
}

void LobSheetViewModel::choose(const Chips &chosen, const std::string &code)
{
    m_form.*chosen.field = code;
    chosen.model->setChosen(code);
    if (chosen.field == &LobSheetForm::cameIn) {
        m_receivedProblem.clear();
        m_form.received = asksReceived() ? m_received.moment() : std::nullopt;
    }
    touch();
}

void LobSheetViewModel::showViolence()
{
    m_showsViolence = true;
    Q_EMIT changed();
}

bool LobSheetViewModel::check()
{
    m_numberProblem =
        sheetNumber().trimmed().isEmpty() ? tr("Skriv bladets nummer. Det står överst på bladet.") : QString();
    m_identityProblem = identityProblemText(identity(), casework::swedishDate(m_services.clock.now()));
    const bool isTimed = m_moment.check();
    const bool isReceived = checkReceived();
    Q_EMIT changed();
    return m_numberProblem.isEmpty() && m_identityProblem.isEmpty() && isTimed && isReceived;
}

bool LobSheetViewModel::checkReceived()
{
    m_receivedProblem.clear();
    if (!asksReceived())
        return true;
    if (!m_received.check())
        return false;
    if (m_form.received && m_form.takenAt && *m_form.received < *m_form.takenAt)
        m_receivedProblem = tr("Bladet kan inte ha kommit in före omhändertagandet.");
    return m_receivedProblem.isEmpty();
}

void LobSheetViewModel::save()
{
    if (m_isSaving || m_isSaved || !m_keeper.id() || !check())
        return;
    m_isSaving = true;
    setProblem({});
    m_hint = {};
    m_keeper.flush();
    Q_EMIT changed();
    const AskLater ask = m_services.workspace.isTraining() ? AskLater::No : AskLater::Yes;
    m_services.workspace.write<LobSheetTaken>(
        this,
        [form = m_form, draft = m_keeper.id(), ask](OpenStore &store) { return takeLobSheet(store, form, draft, ask); },
        [this, turn = m_turn](const Result<LobSheetTaken> &taken) {
            m_isSaving = false;
            if (!taken)
                setProblem(errorText(taken.error()));
            else
                conclude(*taken, turn == m_turn);
            Q_EMIT changed();
        });
}

void LobSheetViewModel::conclude(const LobSheetTaken &taken, bool isShown)
{
    switch (taken.way) {
    case LobSheetTaken::Way::NewFile:
    case LobSheetTaken::Way::KnownFile:
        m_isSaved = true;
        m_keeper.release();
        // Locked meanwhile: what undo would bring back is gone from here.
        if (isShown)
            m_taken = taken;
        break;
    case LobSheetTaken::Way::Here:
        m_hint = {tr("Bladet med det numret finns redan här. Inget sparades en gång till."), taken.caseId};
        break;
    case LobSheetTaken::Way::Office: becomeOffice(taken.reason == casework::OfficeReason::Minor); break;
    }
}

/// Not why: that somebody is protected, or was here before, is nobody's to read who holds the device. What stands on the page
/// can be read until it is left, and is kept again only if it is changed.
void LobSheetViewModel::becomeOffice(bool isMinor)
{
    m_hint = {isMinor ? tr("Bladet gäller någon under 18 år. Lämna det till barnenheten nu. Inget av det sparas här.")
                      : tr("Bladet hanteras på kontoret. Lämna det dit i dag. Inget av det sparas här."),
              std::nullopt};
    m_keeper.release();
    m_keeper.adopt(base::UuidMaker(m_services.clock, m_services.workspace.setup().random).makeId<base::RecordId>(),
                   std::nullopt);
}

void LobSheetViewModel::openFile()
{
    const std::optional<base::CaseId> caseId = m_isSaved ? std::optional(m_taken.caseId) : m_hint.caseId;
    if (!caseId || caseId->isNil())
        return;
    Router &router = m_services.router;
    // What was typed of a sheet that is here already stays a draft until it is thrown away.
    m_keeper.flush();
    router.replaceTop();
    router.openPerson(*caseId);
}

void LobSheetViewModel::undo()
{
    if (m_taken.changes.empty())
        return;
    m_services.workspace.write<base::RecordId>(
        this, [taken = m_taken, form = m_form](OpenStore &store) { return undoLobSheet(store, taken, form); },
        [this, turn = m_turn](const Result<base::RecordId> &form) {
            if (!form)
                return setProblem(errorText(form.error()));
            m_taken = {};
            m_isSaved = false;
            if (turn == m_turn)
                m_keeper.adopt(*form, std::nullopt);
            Q_EMIT changed();
        });
}

QString LobSheetViewModel::savedText() const
{
    if (!m_isSaved)
        return {};
    return m_taken.way == LobSheetTaken::Way::KnownFile ? tr("Sparat i akten som redan fanns") : tr("Bladet är sparat");
}

QString LobSheetViewModel::undoText() const
{
    return m_taken.changes.empty() ? QString() : tr("Sparat här %1").arg(clockText(m_services.clock.now()));
}

QString LobSheetViewModel::namelessText() const
{
    const bool isNameless = m_form.givenName.empty() && m_form.familyName.empty() && m_form.identity.empty();
    return isNameless && !m_form.phone.empty()
               ? tr("Utan namn och nummer sparas bladet utan person, och då sparas inte telefonnumret.")
               : QString();
}

void LobSheetViewModel::mainAction()
{
    if (m_isSaved)
        close();
    else
        save();
}

void LobSheetViewModel::close() { m_services.router.back(); }

void LobSheetViewModel::discard()
{
    if (m_isSaving || m_isSaved)
        return;
    m_keeper.drop();
    m_form = {};
    m_services.router.back();
}

} // namespace faltakt::viewmodels
