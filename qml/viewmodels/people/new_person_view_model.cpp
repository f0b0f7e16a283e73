#include "qml/viewmodels/people/new_person_view_model.h"

#include "core/base/text.h"
#include "core/casework/person_card.h"
#include "core/casework/swedish_time.h"
#include "core/changelog/record_state.h"
#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/people/contact_way_view_model.h"
#include "qml/viewmodels/people/person_field_view_model.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

namespace json = base::json;
using base::Result;

namespace {

constexpr int MostSimilar = 5;
constexpr std::string_view FormName = "newPerson";

/// What was typed before, or an id for what will be.
Result<store::FormDraft> openForm(OpenStore &store)
{
    TRY(auto forms, store.cases.forms());
    for (store::FormDraft &form : forms)
        if (form.form == FormName)
            return std::move(form);
    store::FormDraft fresh;
    fresh.id = store.ids.makeId<base::RecordId>();
    return fresh;
}

/// People who bear the number, else those who bear one of the names.
Result<std::vector<store::CaseRow>> findSimilar(OpenStore &store, const std::string &number, const std::string &names)
{
    if (!number.empty()) {
        TRY(auto byNumber, store.cases.search(number, MostSimilar));
        if (!byNumber.empty())
            return byNumber;
    }
    return names.empty() ? Result<std::vector<store::CaseRow>>(std::vector<store::CaseRow>())
                         : store.cases.search(names, MostSimilar);
}

/// The number as a way to reach that person, begun and not saved: her file opens with it. False where another one was
/// begun there before.
Result<bool> offerNumber(OpenStore &store, base::CaseId caseId, const std::string &phone)
{
    TRY(const auto forms, store.cases.forms());
    store::FormDraft number;
    number.form = ContactWayViewModel::FormName;
    number.caseId = caseId;
    for (const store::FormDraft &form : forms)
        if (form.form == number.form && form.caseId == caseId)
            return false;
    casework::ContactWay way;
    way.kind = "phone";
    way.value = phone;
    number.id = store.ids.makeId<base::RecordId>();
    number.fields = {{"id", ""}, {"way", casework::toJson(way)}};
    TRY_VOID(store.cases.keepForm(number));
    return true;
}

json::Object caseFields(OpenStore &store)
{
    return {{"stage", "intake"},
            {"openedAt", base::formatInstant(store.clock.now())},
            {"profile", store.field.registration().profile},
            {"responsible", store.cases.owner().worker.toString()}};
}

/// With the form taken away in one transaction, so that nobody is made twice.
Result<base::CaseId> createPerson(OpenStore &store, json::Object person, const std::string &phone,
                                  std::optional<base::RecordId> form)
{
    const auto caseId = store.ids.makeId<base::CaseId>();
    if (!phone.empty())
        person.set("contactWays",
                   json::Object{{store.ids.make().toString(), json::Object{{"kind", "phone"}, {"value", phone}}}});
    if (person.find("identityKind") && person.find("identityKind")->string()
        && *person.find("identityKind")->string() == "temporary" && !person.contains("identityNumber"))
        person.set("identityNumber", casework::makeTemporaryIdentity(store.random));
    store::Draft draft{caseId,
                       {changelog::makeCreation(store.ids.makeId<base::RecordId>(), "person", std::move(person)),
                        changelog::makeCreation(store.ids.makeId<base::RecordId>(), "case", caseFields(store))},
                       {}};
    TRY_VOID(saveAndTakeForm(store, draft, form));
    return caseId;
}

} // namespace

NewPersonViewModel::NewPersonViewModel(AppServices &services, std::function<void(base::CaseId)> created)
    : m_services(services), m_created(std::move(created)),
      m_keeper(services.workspace, std::string(FormName), [this] { return formFields(); })
{
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
}

void NewPersonViewModel::load()
{
    if (m_keeper.id() || m_discarded)
        return lookForSimilar();
    // The form is the worker's own: it opens when nothing may be read too.
    m_services.workspace.keep<store::FormDraft>(this, openForm,
                                                [this, turn = m_turn](const Result<store::FormDraft> &form) {
                                                    if (turn != m_turn)
                                                        return;
                                                    setLoading(false);
                                                    if (!form)
                                                        return setProblem(errorText(form.error()));
                                                    open(*form);
                                                    lookForSimilar();
                                                });
}

void NewPersonViewModel::open(const store::FormDraft &draft)
{
    m_keeper.adopt(draft.id, std::nullopt);
    putFields(draft.fields);
}

void NewPersonViewModel::putFields(const json::Object &kept)
{
    const json::Value fields(kept);
    m_givenName = text(fields.stringAt("givenName"));
    m_familyName = text(fields.stringAt("familyName"));
    m_identity = text(fields.stringAt("identity"));
    m_phone = text(fields.stringAt("phone"));
    m_isTemporary = fields.boolAt("isTemporary");
    m_languageIndex = int(fields.integerAt("language"));
}

bool NewPersonViewModel::isEmpty() const
{
    return m_givenName.isEmpty() && m_familyName.isEmpty() && m_identity.isEmpty() && m_phone.isEmpty()
           && !m_isTemporary && m_languageIndex == 0;
}

json::Object NewPersonViewModel::formFields() const
{
    return {{"givenName", m_givenName.toStdString()}, {"familyName", m_familyName.toStdString()},
            {"identity", m_identity.toStdString()},   {"phone", m_phone.toStdString()},
            {"isTemporary", m_isTemporary},           {"language", m_languageIndex}};
}

void NewPersonViewModel::touch()
{
    // What is written after another was thrown away is a form of its own.
    if (m_discarded.has_value()) {
        m_discarded.reset();
        m_keeper.adopt(base::UuidMaker(m_services.clock, m_services.workspace.setup().random).makeId<base::RecordId>(),
                       std::nullopt);
    }
    m_keeper.touch();
    Q_EMIT changed();
}

void NewPersonViewModel::clear()
{
    // What is typed lies in the store now, and comes back from there.
    m_keeper.flush();
    m_keeper.release();
    m_discarded.reset();
    ++m_turn;
    setLoading(true);
    forgetTyped();
    clearRead();
}

void NewPersonViewModel::forgetTyped()
{
    for (QString *typed : {&m_givenName, &m_familyName, &m_identity, &m_phone, &m_nameProblem, &m_identityProblem})
        typed->clear();
    m_isTemporary = false;
    m_languageIndex = 0;
}

void NewPersonViewModel::clearRead()
{
    ++m_searches;
    m_similar.setRows({}, {});
    Q_EMIT changed();
}

void NewPersonViewModel::leave()
{
    if (m_keeper.id() && isEmpty())
        m_keeper.drop();
    else
        m_keeper.flush();
}

base::Date NewPersonViewModel::today() const { return casework::swedishDate(m_services.clock.now()); }

void NewPersonViewModel::setGivenName(const QString &name)
{
    m_givenName = name;
    m_nameProblem.clear();
    touch();
    lookForSimilar();
}

void NewPersonViewModel::setFamilyName(const QString &name)
{
    m_familyName = name;
    m_nameProblem.clear();
    touch();
    lookForSimilar();
}

void NewPersonViewModel::setIdentity(const QString &identity)
{
    m_identity = identity;
    m_identityProblem.clear();
    touch();
    lookForSimilar();
}

void NewPersonViewModel::setPhone(const QString &phone)
{
    m_phone = phone;
    touch();
}

void NewPersonViewModel::toggleTemporary()
{
    m_isTemporary = !m_isTemporary;
    m_identityProblem.clear();
    touch();
}

QStringList NewPersonViewModel::languages() const
{
    QStringList names{tr("Ingen tolk")};
    for (const std::string_view tag : casework::interpreterLanguages())
        names += text(casework::languageName(tag, languageOf(m_services.settings)));
    return names;
}

void NewPersonViewModel::chooseLanguage(int index)
{
    m_languageIndex = index;
    touch();
}

QString NewPersonViewModel::identityHelp() const
{
    if (m_isTemporary)
        return tr("Ett tillfälligt nummer ges när du sparar.");
    return tr("ÅÅÅÅMMDD-NNNN, eller tomt om du inte vet.");
}

void NewPersonViewModel::lookForSimilar()
{
    const int search = ++m_searches;
    const std::string names = (m_givenName + QLatin1Char(' ') + m_familyName).trimmed().toStdString();
    const auto number = casework::readIdentityNumber(m_identity.toStdString(), today());
    m_services.workspace.read<std::vector<store::CaseRow>>(
        this, [number = number.normalised, names](OpenStore &store) { return findSimilar(store, number, names); },
        [this, search](Result<std::vector<store::CaseRow>> found) {
            if (search != m_searches)
                return;
            if (!found)
                return noteUnread(found.error());
            noteRead();
            std::vector<PersonRow> rows;
            for (store::CaseRow &row : *found)
                rows.push_back({row.caseId.toString(), row.caseId, std::move(row.card), std::nullopt});
            m_similar.setRows(std::move(rows), {languageOf(m_services.settings), m_services.settings.namesHidden(),
                                                m_services.clock.now()});
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

QString NewPersonViewModel::similarText() const
{
    return m_similar.rowCount() > 0 ? tr("Finns personen redan?") : QString();
}

void NewPersonViewModel::choose(int index)
{
    const PersonRow *row = m_similar.row(index);
    if (!row || m_isSaving)
        return;
    const base::CaseId caseId = row->caseId;
    const std::string phone = m_phone.trimmed().toStdString();
    if (phone.empty())
        return conclude(caseId);
    m_isSaving = true;
    Q_EMIT changed();
    m_services.workspace.keep<bool>(
        this, [caseId, phone](OpenStore &store) { return offerNumber(store, caseId, phone); },
        [this, caseId, turn = m_turn](const Result<bool> &offered) {
            m_isSaving = false;
            Q_EMIT changed();
            if (turn != m_turn)
                return;
            if (!offered)
                return setProblem(errorText(offered.error()));
            if (!*offered)
                return setProblem(tr("Ett annat nummer är påbörjat hos personen. Spara eller släng det först. Det här "
                                     "numret finns kvar."));
            conclude(caseId);
        });
}

bool NewPersonViewModel::isComplete(Check check)
{
    m_nameProblem.clear();
    m_identityProblem.clear();
    if (m_givenName.trimmed().isEmpty() && m_familyName.trimmed().isEmpty())
        m_nameProblem = tr("Skriv ett namn, eller det personen kallas.");
    if (!m_isTemporary && check == Check::Strict)
        m_identityProblem = identityProblemText(m_identity, today());
    Q_EMIT changed();
    return m_nameProblem.isEmpty() && m_identityProblem.isEmpty();
}

json::Object NewPersonViewModel::personFields(const casework::IdentityNumber &number) const
{
    json::Object fields{{"protection", "none"}};
    const auto set = [&](const char *name, const QString &value) {
        if (!value.trimmed().isEmpty())
            fields.set(name, value.trimmed().toStdString());
    };
    set("givenName", m_givenName);
    set("familyName", m_familyName);
    if (m_isTemporary) {
        fields.set("identityKind", "temporary");
    } else if (!m_identity.trimmed().isEmpty()) {
        const bool isSure = number.isValid() && number.kind;
        fields.set("identityNumber", isSure ? number.normalised : m_identity.trimmed().left(32).toStdString());
        fields.set("identityKind", isSure ? casework::identityKindName(*number.kind) : "unconfirmed");
        if (isSure && number.date)
            fields.set("birthDate", base::formatDate(*number.date));
    }
    const auto tags = casework::interpreterLanguages();
    if (m_languageIndex > 0 && m_languageIndex <= int(tags.size()))
        fields.set("interpreter", tags[std::size_t(m_languageIndex - 1)]);
    return fields;
}

void NewPersonViewModel::save() { saveWith(Check::Strict); }

void NewPersonViewModel::saveUnconfirmed() { saveWith(Check::Unconfirmed); }

void NewPersonViewModel::saveWith(Check check)
{
    const auto number = casework::readIdentityNumber(m_identity.toStdString(), today());
    if (m_isSaving || !isComplete(check))
        return;
    m_isSaving = true;
    m_keeper.flush();
    Q_EMIT changed();
    m_services.workspace.write<base::CaseId>(
        this,
        [fields = personFields(number), phone = m_phone.trimmed().toStdString(),
         form = m_keeper.id()](OpenStore &store) { return createPerson(store, fields, phone, form); },
        [this](const Result<base::CaseId> &created) {
            m_isSaving = false;
            Q_EMIT changed();
            if (!created)
                return setProblem(errorText(created.error()));
            conclude(*created);
        });
}

void NewPersonViewModel::discard()
{
    if (!canDiscard() || m_isSaving)
        return;
    m_discarded = formFields();
    m_keeper.drop();
    forgetTyped();
    lookForSimilar();
}

void NewPersonViewModel::undo()
{
    if (!m_discarded)
        return;
    putFields(*m_discarded);
    touch();
    lookForSimilar();
}

QString NewPersonViewModel::undoText() const { return m_discarded ? tr("Utkastet är borttaget") : QString(); }

void NewPersonViewModel::conclude(base::CaseId caseId)
{
    m_keeper.drop();
    Router &router = m_services.router;
    // Something was opened over the page while it was saving: the worker stays there.
    if (!router.isOnTop(*this) && !m_created) {
        Q_EMIT closeWanted();
        return;
    }
    // This page goes with the call; what is still wanted of it is held here.
    if (!m_created) {
        router.replaceTop();
        return router.openPerson(caseId);
    }
    const auto created = m_created;
    Q_EMIT closeWanted();
    created(caseId);
}

} // namespace faltakt::viewmodels
