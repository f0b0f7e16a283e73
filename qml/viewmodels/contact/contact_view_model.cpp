#include "qml/viewmodels/contact/contact_view_model.h"

#include "qml/viewmodels/contact/contact_words.h"
#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/people/file_person.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

using base::Result;

/// What opening reads: the form or record to go on with, whom it is about, and who else it may be about.
struct ContactViewModel::Opened {
    base::RecordId newForm;
    std::optional<store::FormDraft> draft;
    std::optional<store::RecordView> record;
    std::optional<base::CaseId> asked; ///< Whom it is about, where that is known.
    std::optional<store::CaseRow> person;
    casework::PersonCard card;
    ProposedPeople people;
};

ContactViewModel::ContactViewModel(AppServices &services, std::optional<base::CaseId> caseId,
                                   std::optional<base::RecordId> contact)
    : m_services(services), m_contact(std::move(contact)),
      m_keeper(services.workspace, std::string(ContactForm::Name), [this] { return toJson(m_form); }),
      m_person(services, std::move(caseId)), m_moment(services), m_booking(services)
{
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
    connect(&m_person, &FormPerson::changed, this, &ContactViewModel::changed);
    connect(&m_person, &FormPerson::picked, this, &ContactViewModel::onPicked);
    connect(&m_ways, &ChoiceListModel::picked, this, [this](const std::string &code) {
        if (code != m_form.way)
            m_form.outcome.clear();
        choose(&ContactForm::way, code);
    });
    connect(&m_outcomes, &ChoiceListModel::picked, this,
            [this](const std::string &code) { choose(&ContactForm::outcome, code); });
    connect(&m_agreedHow, &ChoiceListModel::picked, this,
            [this](const std::string &code) { choose(&ContactForm::agreedHow, code); });
    connect(&m_othersAgreed, &ChoiceListModel::picked, this,
            [this](const std::string &code) { choose(&ContactForm::othersAgreed, code); });
    connect(&m_interpreters, &ChoiceListModel::picked, this,
            [this](const std::string &code) { choose(&ContactForm::interpretedBy, code); });
    connect(&m_letIn, &ChoiceListModel::picked, this,
            [this](const std::string &code) { choose(&ContactForm::letIn, code); });
    connect(&m_agreements, &ChoiceListModel::picked, this,
            [this](const std::string &code) { choose(&ContactForm::personAgreed, code); });
    connect(&m_ownPlaces, &ChoiceListModel::picked, this,
            [this](const std::string &name) { editPlace(QString::fromStdString(name)); });
    connect(&m_helpers, &ChoiceListModel::picked, this,
            [this](const std::string &name) { editThrough(QString::fromStdString(name)); });
    connect(&m_results, &ChoiceListModel::picked, this,
            [this](const std::string &code) { choose(&ContactForm::result, code); });
    connect(&m_moment, &FormMoment::named, this, [this](std::optional<base::Instant> at) {
        m_form.at = at;
        m_keeper.touch();
        Q_EMIT changed();
    });
}

Result<ContactViewModel::Opened> ContactViewModel::open(OpenStore &store, std::optional<base::CaseId> caseId,
                                                        std::optional<base::RecordId> contact, Reading reading)
{
    Opened opened;
    opened.newForm = store.ids.makeId<base::RecordId>();
    if (contact) {
        TRY(opened.draft, store.cases.form(*contact));
    }
    if (opened.draft && opened.draft->caseId)
        caseId = opened.draft->caseId;
    if (contact) {
        TRY(opened.record, store.cases.record(*contact));
    }
    if (opened.record)
        caseId = opened.record->caseId;
    if (reading == Reading::Ended) {
        // What stands in the file is shown no longer; still it is that contact which is finished.
        if (opened.record)
            opened.record->fields = {};
        return opened;
    }
    opened.asked = caseId;
    if (caseId) {
        TRY(opened.person, namedCardOf(store.cases, *caseId));
        TRY(const auto persons, store.cases.recordsOfKind(*caseId, "person"));
        if (!persons.empty())
            opened.card = casework::readPersonCard(persons.front());
    }
    TRY(opened.people, proposedPeople(store));
    return opened;
}

void ContactViewModel::load()
{
    if (m_isReading)
        return;
    m_isReading = true;
    const int turn = m_turn;
    const auto contact = m_keeper.id() ? m_keeper.id() : m_contact;
    // The form is the worker's own: it opens when nothing may be read too.
    m_services.workspace.keep<Opened>(
        this,
        [caseId = m_person.caseId(), contact, reading = readingNow(m_services)](OpenStore &store) {
            return open(store, caseId, contact, reading);
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

void ContactViewModel::show(Opened opened)
{
    m_person.show(opened.asked, opened.person, opened.people);
    m_booking.setCase(m_person.caseId());
    if (!m_isOpened) {
        m_isOpened = true;
        m_moment.begin(opened.draft ? opened.draft->created : m_services.clock.now());
        if (opened.draft) {
            m_form = contactFormOf(*opened.draft);
            m_keeper.adopt(opened.draft->id, opened.draft->caseId ? opened.draft->caseId : m_person.caseId());
        } else if (!m_isSaved) {
            if (opened.record)
                m_form = contactFormOf(*opened.record);
            // Under the record's own id, so that it is found again by that where nothing was typed yet.
            m_keeper.adopt(opened.record ? opened.record->id : opened.newForm, m_person.caseId());
        }
        // Without a person nothing can be said about anybody.
        if (!m_person.caseId())
            m_person.choose();
    }
    m_noTextReason = whyNoText(opened.card);
    m_needsInterpreter = !opened.card.interpreter.empty();
    if (const auto profile = m_services.workspace.profile()) {
        m_ownPlaces.setChoices(contactsOf(*profile, {"own"}));
        m_helpers.setChoices(contactsOf(*profile, {"own", "voluntary", "provider", "region"}));
    }
    showForm();
    Q_EMIT placeChanged();
    Q_EMIT textChanged();
}

void ContactViewModel::showForm()
{
    const base::Language language = languageOf(m_services.settings);
    auto ways = contactWays(language);
    // One that was begun before stays to be seen.
    if (!m_noTextReason.isEmpty() && m_form.way != "sms")
        std::erase_if(ways, [](const ChoiceListModel::Choice &choice) { return choice.code == "sms"; });
    m_ways.setChoices(std::move(ways));
    const auto profile = m_services.workspace.profile();
    m_outcomes.setChoices(outcomesOf(m_form.way, language, profile ? profile->attemptOutcomes : std::nullopt));
    m_results.setChoices(talkResults(true, language, profile ? profile->resultOutcomes : std::nullopt));
    m_ways.setChosen(m_form.way);
    m_outcomes.setChosen(m_form.outcome);
    m_results.setChosen(m_form.result);
    m_agreedHow.setChoices(visitChoices("agreedHow", language));
    m_agreedHow.setChosen(m_form.agreedHow);
    m_othersAgreed.setChoices(visitChoices("othersAgreed", language));
    m_othersAgreed.setChosen(m_form.othersAgreed);
    m_letIn.setChoices(visitChoices("letIn", language));
    m_letIn.setChosen(m_form.letIn);
    m_interpreters.setChoices(visitChoices("interpretedBy", language));
    m_interpreters.setChosen(m_form.interpretedBy);
    m_agreements.setChoices(visitChoices("personAgreed", language));
    m_agreements.setChosen(m_form.personAgreed);
    m_ownPlaces.setChosen(m_form.place);
    m_helpers.setChosen(m_form.through);
    Q_EMIT changed();
}

void ContactViewModel::clear()
{
    m_keeper.putAway();
    m_form = {};
    m_showsRepresentative = false;
    m_needsInterpreter = false;
    m_person.clear();
    m_noTextReason.clear();
    // What undo would bring back is forgotten with the rest.
    m_changes.clear();
    m_isOpened = false;
    m_isReading = false;
    ++m_turn;
    setLoading(true);
    showForm();
    Q_EMIT textChanged();
}

void ContactViewModel::clearRead()
{
    m_person.clear();
    Q_EMIT changed();
}

void ContactViewModel::leave()
{
    if (m_isSaved)
        return;
    // Emptied by a lock and not read again yet is not empty.
    if (m_isOpened && m_form.isEmpty())
        m_keeper.drop();
    else
        m_keeper.flush();
}

void ContactViewModel::choose(std::string ContactForm::*field, const std::string &code)
{
    // What was begun is still being read, and would go over this.
    if (!m_isOpened)
        return showForm();
    m_form.*field = code;
    if (m_form.outcome != "reached")
        m_form.result.clear();
    m_missing.clear();
    m_keeper.touch();
    showForm();
}

void ContactViewModel::edit(std::string ContactForm::*field, const QString &text)
{
    if (m_isOpened) {
        m_form.*field = text.toStdString();
        m_keeper.touch();
    }
    Q_EMIT textChanged();
}

void ContactViewModel::editText(const QString &text) { edit(&ContactForm::text, text); }
void ContactViewModel::editOwnWish(const QString &text) { edit(&ContactForm::ownWish, text); }
void ContactViewModel::editJudgement(const QString &text) { edit(&ContactForm::judgement, text); }
void ContactViewModel::editWhoPresent(const QString &text) { edit(&ContactForm::whoPresent, text); }

void ContactViewModel::editPlace(const QString &text)
{
    edit(&ContactForm::place, text);
    m_ownPlaces.setChosen(m_form.place);
}

void ContactViewModel::editThrough(const QString &text)
{
    edit(&ContactForm::through, text);
    m_helpers.setChosen(m_form.through);
}

void ContactViewModel::addRepresentative()
{
    m_showsRepresentative = true;
    Q_EMIT changed();
}

void ContactViewModel::editRepresentativeView(const QString &text)
{
    // Emptied, the field stays where it is.
    m_showsRepresentative = true;
    edit(&ContactForm::representativeView, text);
}

void ContactViewModel::changeWhen()
{
    m_moment.pick(m_form.at);
    Q_EMIT changed();
}

void ContactViewModel::onPicked()
{
    m_missing.clear();
    m_booking.setCase(m_person.caseId());
    m_keeper.setCase(m_person.caseId());
    Q_EMIT placeChanged();
    Q_EMIT changed();
    // Which ways there are to this person.
    load();
}

QString ContactViewModel::whatIsMissing()
{
    if (!m_person.caseId())
        return tr("Välj vem kontakten gäller.");
    if (m_form.way.empty())
        return tr("Välj hur kontakten skedde.");
    if (m_form.wantsOutcome() && m_form.outcome.empty())
        return tr("Välj hur det gick. Allt annat får vara tomt.");
    if (!m_moment.check())
        return m_moment.picker()->problem();
    return {};
}

QString ContactViewModel::saveText() const
{
    if (m_isSaving)
        return tr("Sparar …");
    return m_person.name().isEmpty() ? tr("Spara") : tr("Spara i akten: %1").arg(m_person.name());
}

void ContactViewModel::save()
{
    if (m_isSaving || m_isSaved)
        return;
    m_missing = whatIsMissing();
    Q_EMIT changed();
    if (!m_missing.isEmpty())
        return;
    m_isSaving = true;
    setProblem({});
    m_keeper.flush();
    Q_EMIT changed();
    m_services.workspace.write<AttemptSaved>(
        this,
        [caseId = *m_person.caseId(), form = m_form, begun = m_moment.begun(),
         draft = m_keeper.id()](OpenStore &store) { return saveContact(store, caseId, form, begun, draft); },
        [this, turn = m_turn](Result<AttemptSaved> saved) {
            m_isSaving = false;
            if (saved) {
                m_isSaved = true;
                // Locked meanwhile: what undo would bring back is gone from here.
                if (turn == m_turn)
                    m_changes = std::move(saved->changes);
                m_keeper.release();
            } else {
                setProblem(errorText(saved.error()));
            }
            Q_EMIT changed();
        });
}

void ContactViewModel::undo()
{
    if (m_changes.empty())
        return;
    store::FormDraft draft;
    draft.form = std::string(ContactForm::Name);
    draft.caseId = m_person.caseId();
    draft.fields = toJson(m_form);
    m_services.workspace.write<base::RecordId>(
        this, [changes = m_changes, draft](OpenStore &store) { return undoToForm(store, changes, draft); },
        [this, turn = m_turn](Result<base::RecordId> form) {
            if (form)
                concludeUndo(*form);
            if (form && turn != m_turn)
                m_keeper.putAway();
            if (!form)
                setProblem(errorText(form.error()));
        });
}

void ContactViewModel::concludeUndo(base::RecordId form)
{
    m_changes.clear();
    m_isSaved = false;
    m_keeper.adopt(form, m_person.caseId());
    Q_EMIT textChanged();
    Q_EMIT changed();
}

void ContactViewModel::mainAction()
{
    if (m_isSaved)
        close();
    else
        save();
}

std::optional<PagePlace> ContactViewModel::place() const
{
    return contactPlace(m_person.caseId(), m_keeper.id() ? m_keeper.id() : m_contact);
}

QString ContactViewModel::placeWords() const { return tr("kontakten"); }

void ContactViewModel::close() { m_services.router.back(); }

QString ContactViewModel::savedText() const { return m_isSaved ? tr("Sparat hos %1").arg(m_person.name()) : QString(); }

QString ContactViewModel::undoText() const
{
    return m_changes.empty() ? QString() : tr("Sparat här %1").arg(clockText(m_services.clock.now()));
}

} // namespace faltakt::viewmodels
