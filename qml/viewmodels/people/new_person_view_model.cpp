#include "qml/viewmodels/people/new_person_view_model.h"

#include "core/base/text.h"
#include "core/casework/person_card.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/people/person_field_view_model.h"
#include "qml/viewmodels/people/person_making.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <QTimer>

namespace faltakt::viewmodels {

namespace json = base::json;
using base::Result;

namespace {

/// A worker at a door does not wait for a line that is dead or slow.
constexpr std::chrono::seconds LongestQuestion(4);

} // namespace

NewPersonViewModel::NewPersonViewModel(AppServices &services, std::function<void(base::CaseId)> created)
    : m_services(services), m_created(std::move(created)),
      m_keeper(services.workspace, std::string(NewPersonForm), [this] { return formFields(); })
{
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
}

void NewPersonViewModel::load()
{
    if (m_keeper.id() || m_discarded)
        return lookForSimilar();
    // The form is the worker's own: it opens when nothing may be read too.
    m_services.workspace.keep<store::FormDraft>(this, openNewPersonForm,
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
    // What was asked has no answer any more; what is being written has.
    if (std::exchange(m_isAsking, false))
        m_isSaving = false;
    setLoading(true);
    forgetTyped();
    clearRead();
}

void NewPersonViewModel::forgetTyped()
{
    for (QString *typed :
         {&m_givenName, &m_familyName, &m_identity, &m_phone, &m_nameProblem, &m_identityProblem, &m_knownText})
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
    m_knownText.clear();
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
    m_knownText.clear();
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

bool NewPersonViewModel::begin(Check check)
{
    if (m_isSaving || !isComplete(check))
        return false;
    m_isSaving = m_isAsking = true;
    m_knownText.clear();
    m_keeper.flush();
    Q_EMIT changed();
    return true;
}

void NewPersonViewModel::save()
{
    const auto number = casework::readIdentityNumber(m_identity.toStdString(), today());
    const bool isAsked = !m_isTemporary && number.isValid() && number.date
                         && number.kind != casework::IdentityKind::Temporary && !m_services.workspace.isTraining();
    if (!begin(Check::Strict))
        return;
    if (m_isTemporary || !number.isValid() || number.normalised.empty())
        return create(LaterQuestion::None);
    m_services.workspace.read<bool>(
        this, [number = number.normalised](OpenStore &store) { return isNumberHere(store, number); },
        [this, isAsked, number = number.normalised, turn = m_turn](const Result<bool> &isHere) {
            if (turn != m_turn)
                return;
            if (isHere && *isHere)
                return tellKnown(tr("Personen finns redan på den här enheten. Välj personen i listan nedanför."));
            isAsked ? askServer(number) : create(LaterQuestion::None);
        });
}

/// Whatever comes first, the answer or the end of patience, goes on; what comes after it is passed by.
void NewPersonViewModel::askServer(const std::string &number)
{
    const auto goOn = [this, question = ++m_question, turn = m_turn](const Result<protocol::KnownAnswer> &answer) {
        if (turn != m_turn || question != m_question)
            return;
        ++m_question;
        if (!answer)
            return create(LaterQuestion::Kept);
        if (!answer->isKnown)
            return create(LaterQuestion::None);
        tellKnown(answer->unit.empty()
                      ? tr("Personen har redan en akt i kommunen. Fråga kontoret innan du skapar en ny.")
                      : tr("Personen har redan en akt hos %1. Stäm av med dem innan du skapar en ny.")
                            .arg(text(answer->unit)));
    };
    QTimer::singleShot(LongestQuestion, this,
                       [goOn] { goOn(base::fail(base::ErrorCode::Unreachable, "no answer in time")); });
    m_services.workspace.askKnown({number}, this, goOn);
}

void NewPersonViewModel::tellKnown(const QString &words)
{
    m_isSaving = m_isAsking = false;
    m_knownText = words;
    Q_EMIT changed();
}

void NewPersonViewModel::saveUnconfirmed()
{
    if (begin(Check::Unconfirmed))
        create(LaterQuestion::None);
}

void NewPersonViewModel::createAnyway()
{
    if (!m_knownText.isEmpty() && begin(Check::Strict))
        create(LaterQuestion::None);
}

void NewPersonViewModel::create(LaterQuestion later)
{
    const auto number = casework::readIdentityNumber(m_identity.toStdString(), today());
    m_isAsking = false;
    NewPerson made{.fields = personFields(number), .phone = m_phone.trimmed().toStdString(), .form = m_keeper.id()};
    if (later == LaterQuestion::Kept)
        made.askedLater = number.normalised;
    m_services.workspace.write<base::CaseId>(
        this, [made = std::move(made)](OpenStore &store) { return createPerson(store, made); },
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
