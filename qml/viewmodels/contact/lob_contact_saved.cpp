// What the page says once something is saved, and how it is taken back.
#include "qml/viewmodels/contact/lob_contact_view_model.h"

#include "core/rules/agenda_text.h"
#include "core/rules/attempt_choices.h"
#include "core/rules/lob_letter.h"
#include "qml/viewmodels/contact/contact_words.h"
#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

using base::Result;

void LobContactViewModel::askForLetter()
{
    const auto report = m_header.page().report;
    if (!report || std::exchange(m_isSaving, true))
        return;
    Q_EMIT stepChanged();
    m_services.workspace.write<Changes>(
        this,
        [caseId = m_caseId, report = *report](OpenStore &store) -> Result<Changes> {
            TRY(const auto facts, factsOfCase(store, caseId));
            TRY(const auto writes, rules::planLetter(facts, report, store.clock.now(), store.ids));
            return saveWrites(store, caseId, writes);
        },
        [this](Result<Changes> asked) { noteLetter(std::move(asked)); });
}

void LobContactViewModel::undoLetter()
{
    if (std::exchange(m_isSaving, true))
        return;
    m_services.workspace.write<Changes>(
        this,
        [changes = m_letterChanges](OpenStore &store) -> Result<Changes> {
            TRY_VOID(store.cases.undo(changes));
            return Changes();
        },
        [this](Result<Changes> undone) { noteLetter(std::move(undone)); });
}

void LobContactViewModel::openLetter()
{
    if (const auto report = m_header.page().report)
        m_services.router.openLetter(m_caseId, *report);
}

void LobContactViewModel::noteLetter(Result<Changes> changes)
{
    m_isSaving = false;
    setProblem(changes ? QString() : errorText(changes.error()));
    if (changes)
        m_letterChanges = std::move(*changes);
    Q_EMIT stepChanged();
}

QString LobContactViewModel::letterUndoText() const
{
    return m_letterChanges.empty() ? QString() : tr("Brevet är begärt hos kontoret");
}

void LobContactViewModel::undo()
{
    if (m_saved.changes.empty() || std::exchange(m_isSaving, true))
        return;
    store::FormDraft draft;
    draft.form = std::string(AttemptForm::Name);
    draft.caseId = m_caseId;
    draft.fields = toJson(m_form);
    m_services.workspace.write<base::RecordId>(
        this,
        [changes = m_saved.changes, draft](OpenStore &store) mutable -> Result<base::RecordId> {
            TRY_VOID(store.cases.undo(changes));
            draft.id = store.ids.makeId<base::RecordId>();
            TRY_VOID(store.cases.keepForm(draft));
            return draft.id;
        },
        [this, turn = m_turn](Result<base::RecordId> form) {
            m_isSaving = false;
            if (!form) {
                setProblem(errorText(form.error()));
                return;
            }
            m_keeper.adopt(*form, m_caseId);
            if (turn != m_turn)
                m_keeper.putAway();
            noteUndone();
        });
}

void LobContactViewModel::noteUndone()
{
    m_saved = {};
    m_isUndone = true;
    m_step = formStep();
    showForm();
    Q_EMIT stepChanged();
}

QString LobContactViewModel::title() const
{
    switch (m_step) {
    case Step::Ask: return outcomeText(m_form.outcome, languageOf(m_services.settings));
    case Step::Unsure: return tr("Vem talar jag med?");
    case Step::Other: return outcomeText("someoneElse", languageOf(m_services.settings));
    case Step::Later: return tr("Kan inte prata nu");
    case Step::Text: return tr("Skicka sms");
    case Step::Talk: return tr("Fick kontakt");
    case Step::Guide: return tr("Samtalsstöd");
    case Step::Close: return tr("Avsluta utan kontakt");
    case Step::Call:
    case Step::Done: break;
    }
    return tr("Uppföljning efter LOB");
}

QString LobContactViewModel::startedText() const
{
    if (m_form.started == base::Instant())
        return {};
    return tr("Påbörjat %1").arg(clockText(m_form.started));
}

QString LobContactViewModel::savedText() const
{
    return m_step == Step::Done ? tr("Sparat: %1").arg(m_savedWords) : QString();
}

QString LobContactViewModel::nextText() const
{
    if (m_step != Step::Done)
        return {};
    const base::Language language = languageOf(m_services.settings);
    if (m_saved.nextAt)
        return tr("Nästa gång: %1").arg(momentText(*m_saved.nextAt, m_services.clock.now(), language));
    if (m_saved.nextStep.empty())
        return tr("Inget mer att göra just nu.");
    return tr("Sedan: %1").arg(QString::fromStdString(rules::agendaReasonText(m_saved.nextStep, language)));
}

QString LobContactViewModel::nextReason() const
{
    if (m_step != Step::Done || m_saved.nextReason.empty())
        return {};
    return QString::fromStdString(rules::nextReasonText(m_saved.nextReason, languageOf(m_services.settings)));
}

QString LobContactViewModel::undoText() const
{
    return m_saved.changes.empty() || m_step != Step::Done ? QString()
                                                           : tr("Sparat här %1").arg(clockText(m_form.started));
}

bool LobContactViewModel::asksLanguage() const { return rules::followUpOf(m_form.outcome).interpreter; }

bool LobContactViewModel::asksAgain() const { return rules::followUpOf(m_form.outcome).mayContactAgain; }

QString LobContactViewModel::outcomeNote() const
{
    if (rules::followUpOf(m_form.outcome).endsEverything)
        return tr("Inga fler försök och inget brev. Det som gäller barn ligger kvar.");
    if (asksAgain())
        return tr("Försöken slutar, och ett brev som inte har gått skickas inte.");
    return asksLanguage() ? tr("Nästa försök bokas så att en tolk hinner ordnas.") : QString();
}

std::optional<PagePlace> LobContactViewModel::place() const
{
    // To come back here would begin another attempt.
    return m_step == Step::Done ? std::optional(personPlace(m_caseId)) : std::nullopt;
}

QString LobContactViewModel::placeWords() const
{
    return m_step == Step::Guide ? tr("samtalsstödet") : m_step == Step::Talk ? tr("samtalet") : tr("försöket");
}

} // namespace faltakt::viewmodels
