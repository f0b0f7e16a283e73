#include "qml/viewmodels/note/note_view_model.h"

#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/people/file_person.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "sync/client/record_signer.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

/// What opening reads: the draft where there is one, whose note it will be, and who else it may be about.
struct NoteViewModel::Opened {
    base::RecordId newForm;
    std::optional<store::FormDraft> draft;
    std::optional<base::CaseId> asked; ///< Whose note it will be, where somebody is known.
    std::optional<store::CaseRow> person;
    ProposedPeople people;
    std::vector<NoteTemplate> templates;
};

NoteViewModel::NoteViewModel(AppServices &services, std::optional<base::CaseId> caseId,
                             std::optional<base::RecordId> draft, std::optional<base::RecordId> addendumTo,
                             std::string toldBy)
    : m_services(services), m_draft(std::move(draft)), m_addendumTo(addendumTo),
      m_isCaseGiven(caseId.has_value() && !m_draft),
      m_keeper(services.workspace, std::string(NoteForm::Name), [this] { return toJson(m_form); }),
      m_person(services, caseId), m_moment(services), m_confirm(services)
{
    m_form.addendumTo = addendumTo;
    m_form.toldBy = std::move(toldBy);
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
    connect(&m_person, &FormPerson::changed, this, &NoteViewModel::changed);
    connect(&m_person, &FormPerson::picked, this, &NoteViewModel::onPicked);
    connect(&m_templates, &ChoiceListModel::picked, this, &NoteViewModel::beginWith);
    connect(&m_moment, &FormMoment::named, this, [this](std::optional<base::Instant> at) {
        m_form.at = at;
        m_keeper.touch();
        Q_EMIT changed();
    });
}

Result<NoteViewModel::Opened> NoteViewModel::open(OpenStore &store, std::optional<base::CaseId> caseId,
                                                  std::optional<base::RecordId> draft, bool isFirst, bool isTold,
                                                  Reading reading)
{
    Opened opened;
    opened.newForm = store.ids.makeId<base::RecordId>();
    if (draft) {
        TRY(opened.draft, store.cases.form(*draft));
    }
    opened.templates = noteTemplates(store.profile);
    if (reading == Reading::Ended)
        return opened;
    TRY(opened.people, proposedPeople(store));
    if (opened.draft && opened.draft->caseId)
        caseId = opened.draft->caseId;
    // Only for what is begun now: a draft was begun about somebody, and who that was is for the worker to say. What somebody
    // else tells is hardly about whom one dealt with last, and a name on the screen would be said too soon.
    if (!caseId && !opened.draft && !isTold && opened.people.likely)
        caseId = opened.people.likely->caseId;
    opened.asked = caseId;
    if (caseId) {
        TRY(opened.person, namedCardOf(store.cases, *caseId));
    }
    // Nothing of the file is shown here but the name; still, who writes in it has had to do with it.
    if (caseId && isFirst)
        TRY_VOID(noteRecentCase(store, *caseId));
    return opened;
}

void NoteViewModel::load()
{
    if (m_isReading)
        return;
    m_isReading = true;
    const int turn = m_turn;
    const auto draft = m_keeper.id() ? m_keeper.id() : m_draft;
    m_services.workspace.keep<Opened>(
        this,
        [caseId = m_person.caseId(), draft, isFirst = !m_isOpened && m_isCaseGiven, isTold = isTold(),
         reading = readingNow(m_services)](OpenStore &store) {
            return open(store, caseId, draft, isFirst, isTold, reading);
        },
        [this, turn](Result<Opened> opened) {
            if (turn != m_turn)
                return;
            m_isReading = false;
            setLoading(false);
            if (opened)
                show(std::move(*opened));
            else
                setProblem(errorText(opened.error()));
        });
}

void NoteViewModel::show(Opened opened)
{
    m_person.show(opened.asked, opened.person, opened.people);
    showTemplates(opened.templates);
    if (!std::exchange(m_isOpened, true)) {
        if (opened.draft) {
            m_form = readNoteForm(opened.draft->fields);
            m_addendumTo = m_form.addendumTo;
            m_moment.begin(opened.draft->created);
            m_keeper.adopt(opened.draft->id, opened.draft->caseId ? opened.draft->caseId : m_person.caseId());
        } else if (!m_saved) {
            m_moment.begin(m_services.clock.now());
            m_keeper.adopt(m_keeper.id().value_or(opened.newForm), m_person.caseId());
            // Typed before there was an id to keep it under.
            if (!m_form.isEmpty())
                m_keeper.touch();
        }
        Q_EMIT textChanged();
    }
    Q_EMIT placeChanged();
    Q_EMIT changed();
}

void NoteViewModel::showTemplates(const std::vector<NoteTemplate> &templates)
{
    const base::Language language = languageOf(m_services.settings);
    m_headings = templates;
    std::vector<ChoiceListModel::Choice> choices;
    for (const NoteTemplate &each : m_headings)
        choices.push_back({each.code, viewmodels::text(each.name(language))});
    m_templates.setChoices(std::move(choices));
}

void NoteViewModel::beginWith(const std::string &code)
{
    const auto found = std::ranges::find(m_headings, code, &NoteTemplate::code);
    // Never over what is written.
    if (found != m_headings.end() && offersTemplates())
        editText(viewmodels::text(found->textToBeginWith(languageOf(m_services.settings))));
}

void NoteViewModel::clear()
{
    m_keeper.putAway();
    m_confirm.cancel();
    m_isTextKnown = !m_saved && !m_isDiscarded;
    const auto addendumTo = m_form.addendumTo;
    const std::string toldBy = m_form.toldBy;
    m_form = {};
    m_form.addendumTo = addendumTo;
    m_form.toldBy = toldBy;
    m_person.clear();
    m_isOpened = false;
    m_isReading = false;
    ++m_turn;
    setLoading(true);
    Q_EMIT textChanged();
    Q_EMIT changed();
}

void NoteViewModel::clearRead()
{
    m_person.clear();
    Q_EMIT changed();
}

void NoteViewModel::leave()
{
    if (m_saved || m_isDiscarded)
        return;
    // Emptied by a lock and not read again yet is not empty.
    if (m_isOpened && m_form.isEmpty())
        m_keeper.drop();
    else
        m_keeper.flush();
}

void NoteViewModel::edit(std::string NoteForm::*field, const QString &text)
{
    if (takesText()) {
        m_form.*field = text.toStdString();
        m_isDiscarded = false;
        m_textProblem.clear();
        // The draft was thrown away: what is written now is another one.
        if (m_isOpened && !m_keeper.id() && !m_saved)
            m_keeper.adopt(
                base::UuidMaker(m_services.clock, m_services.workspace.setup().random).makeId<base::RecordId>(),
                m_person.caseId());
        m_keeper.touch();
    }
    Q_EMIT textChanged();
    Q_EMIT changed();
}

void NoteViewModel::editText(const QString &text) { edit(&NoteForm::text, text); }
void NoteViewModel::editJudgement(const QString &text) { edit(&NoteForm::judgement, text); }
void NoteViewModel::editDisputed(const QString &text) { edit(&NoteForm::disputed, text); }

void NoteViewModel::editToldByName(const QString &text) { edit(&NoteForm::toldByName, text); }

QString NoteViewModel::title() const
{
    if (isTold())
        return tr("Uppgift om någon");
    return isAddendum() ? tr("Tillägg") : tr("Anteckning");
}

void NoteViewModel::toggleDisputed()
{
    m_form.isDisputed = !m_form.isDisputed;
    m_keeper.touch();
    Q_EMIT changed();
}

void NoteViewModel::changeWhen()
{
    m_moment.pick(m_form.at);
    Q_EMIT changed();
}

QString NoteViewModel::saveText() const
{
    if (m_isSaving)
        return tr("Sparar …");
    return m_person.name().isEmpty() ? tr("Välj person och spara") : tr("Spara i akten: %1").arg(m_person.name());
}

void NoteViewModel::stopChoosing()
{
    m_savesWhenPicked = false;
    m_person.stopChoosing();
}

void NoteViewModel::onPicked()
{
    m_keeper.setCase(m_person.caseId());
    Q_EMIT placeChanged();
    if (std::exchange(m_savesWhenPicked, false))
        save();
}

void NoteViewModel::save()
{
    if (m_isSaving || m_saved)
        return;
    if (text().trimmed().isEmpty()) {
        m_textProblem = tr("Skriv vad som hände. Sedan kan du spara.");
        Q_EMIT changed();
        return;
    }
    if (!m_moment.check())
        return;
    if (!m_person.caseId()) {
        m_savesWhenPicked = true;
        choosePerson();
        return;
    }
    m_isSaving = true;
    setProblem({});
    m_keeper.flush();
    Q_EMIT changed();
    m_services.workspace.write<NoteSaved>(
        this,
        [caseId = *m_person.caseId(), form = m_form, begun = m_moment.begun(),
         draft = m_keeper.id()](OpenStore &store) { return saveNote(store, caseId, form, begun, draft); },
        [this, turn = m_turn](Result<NoteSaved> saved) {
            m_isSaving = false;
            if (saved) {
                m_saved = std::move(*saved);
                // Locked meanwhile: what undo would bring back is gone from here.
                m_isTextKnown = turn == m_turn;
                m_keeper.release();
            } else {
                setProblem(errorText(saved.error()));
            }
            Q_EMIT changed();
        });
}

void NoteViewModel::sign()
{
    if (!m_saved || m_isSigned)
        return;
    m_confirm.ask({.title = tr("Signera och lås"), .text = tr("Anteckningen låses. Rättelser görs sedan som tillägg.")},
                  [this] {
                      m_services.workspace.write<bool>(
                          this,
                          [note = m_saved->note](OpenStore &store) -> Result<bool> {
                              client::RecordSigner signer(store.field, store.clock, store.random);
                              TRY_VOID(signer.sign({note}));
                              return true;
                          },
                          [this](Result<bool> isSigned) {
                              m_isSigned = isSigned.has_value();
                              setProblem(isSigned ? QString() : errorText(isSigned.error()));
                              Q_EMIT changed();
                          });
                  });
}

void NoteViewModel::undo()
{
    if (undoText().isEmpty())
        return;
    restoreDraft(m_saved ? m_saved->changes : std::vector<base::ChangeId>());
}

void NoteViewModel::restoreDraft(std::vector<base::ChangeId> changes)
{
    store::FormDraft draft;
    draft.form = std::string(NoteForm::Name);
    draft.caseId = m_person.caseId();
    draft.fields = toJson(m_form);
    m_services.workspace.write<base::RecordId>(
        this, [changes = std::move(changes), draft](OpenStore &store) { return undoToForm(store, changes, draft); },
        [this, turn = m_turn](Result<base::RecordId> form) {
            if (!form) {
                setProblem(errorText(form.error()));
                return;
            }
            m_saved.reset();
            m_isDiscarded = false;
            m_keeper.adopt(*form, m_person.caseId());
            if (turn != m_turn)
                m_keeper.putAway();
            Q_EMIT textChanged();
            Q_EMIT changed();
        });
}

void NoteViewModel::discard()
{
    if (m_saved)
        return;
    m_keeper.drop();
    m_isDiscarded = true;
    Q_EMIT changed();
}

void NoteViewModel::mainAction()
{
    if (m_saved)
        close();
    else
        save();
}

std::optional<PagePlace> NoteViewModel::place() const
{
    // Nothing typed yet, so that no draft tells what it is.
    if (isTold() && m_form.isEmpty() && !m_person.caseId())
        return toldNotePlace(m_form.toldBy);
    return notePlace(m_person.caseId(), m_keeper.id() ? m_keeper.id() : m_draft, m_addendumTo);
}

QString NoteViewModel::placeWords() const { return tr("anteckningen"); }

void NoteViewModel::close() { m_services.router.back(); }

QString NoteViewModel::savedText() const
{
    if (!m_saved)
        return {};
    return (m_isSigned ? tr("Signerad och låst hos %1") : tr("Sparat hos %1")).arg(m_person.name());
}

QString NoteViewModel::undoText() const
{
    if (m_isSigned || !m_isTextKnown)
        return {};
    if (m_isDiscarded)
        return tr("Utkastet är borttaget");
    return m_saved ? tr("Sparat här %1").arg(clockText(m_services.clock.now())) : QString();
}

} // namespace faltakt::viewmodels
