#include "qml/viewmodels/people/person_field_view_model.h"

#include "core/casework/code_words.h"
#include "core/casework/field_text.h"
#include "core/casework/identity_number.h"
#include "core/casework/person_card.h"
#include "core/casework/protected_ways.h"
#include "core/casework/record_codes.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/people/person_list.h"
#include "qml/viewmodels/people/tied_files.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/workspace/known_check.h"

#include <QCoreApplication>

#include <algorithm>

namespace faltakt::viewmodels {

namespace json = base::json;
using base::Result;
using casework::IdentityFault;
using Changes = std::vector<base::ChangeId>;

QString identityProblemText(const QString &number, base::Date today)
{
    const auto words = [](const char *text) { return QCoreApplication::translate("IdentityProblem", text); };
    const auto read = casework::readIdentityNumber(number.toStdString(), today);
    if (number.trimmed().isEmpty() || !read.fault)
        return {};
    switch (*read.fault) {
    case IdentityFault::Format:
        return words(QT_TRANSLATE_NOOP("IdentityProblem", "Skriv numret med tio eller tolv siffror."));
    case IdentityFault::Date:
        return words(QT_TRANSLATE_NOOP("IdentityProblem", "Datumet i numret finns inte. Läs det en gång till."));
    case IdentityFault::Checksum: break;
    }
    return words(QT_TRANSLATE_NOOP("IdentityProblem", "Kontrollsiffran stämmer inte. Läs siffrorna en gång till."));
}

namespace {

/// A number that was right once, and by which the person was found, stays on the card beside the one that replaces it: a
/// temporary one, or that of before. One that nobody had confirmed does not. In the list as it stands now.
Result<store::Draft> keepFormerNumber(OpenStore &store, EditBase base, json::Object fields)
{
    TRY(const auto record, store.cases.record(base.record));
    const json::Value *next = fields.find("identityNumber");
    if (!record || !next)
        return editOn(base, std::move(fields));
    const std::string former = record->text("identityNumber");
    const std::string kind = record->text("identityKind");
    const bool isSame = next->string() && *next->string() == former;
    if (former.empty() || kind.empty() || kind == "unconfirmed" || isSame)
        return editOn(base, std::move(fields));
    TRY(const EditBase current, readEditBase(store.cases, base.record));
    json::Object names = listOf(*record, current, "aliases").elements;
    names.set(store.ids.make().toString(), json::Object{{"number", former}, {"kind", kind}});
    if (const auto seen = current.seen.find("aliases"); seen != current.seen.end())
        base.seen["aliases"] = seen->second;
    fields.set("aliases", std::move(names));
    return editOn(base, std::move(fields));
}

/// The level, and where it leaves no room for an address, the ways to the person as they stand now without any: no screen,
/// sheet or export made from the card can tell what it does not hold.
Result<store::Draft> protect(OpenStore &store, EditBase base, json::Object fields)
{
    TRY(const auto record, store.cases.record(base.record));
    if (!record || !casework::forbidsAddress(json::Value(fields).stringAt("protection")))
        return editOn(base, std::move(fields));
    TRY(const EditBase current, readEditBase(store.cases, base.record));
    const json::Object ways = listOf(*record, current, "contactWays").elements;
    json::Object kept = casework::withoutAddresses(ways);
    if (kept.size() == ways.size())
        return editOn(base, std::move(fields));
    if (const auto seen = current.seen.find("contactWays"); seen != current.seen.end())
        base.seen["contactWays"] = seen->second;
    fields.set("contactWays", std::move(kept));
    return editOn(base, std::move(fields));
}

/// Every file of hers here, so that none of them tells who another one is about.
Result<Changes> protectAll(OpenStore &store, const EditBase &base, const json::Object &fields)
{
    TRY(const auto links, readFileLinks(store.cases));
    const base::CaseId main = links.mainOf(base.caseId);
    auto files = links.tiedTo(main);
    files.push_back(main);
    TRY(store::Draft first, protect(store, base, fields));
    std::vector<store::Draft> drafts{std::move(first)};
    for (const base::CaseId &file : files) {
        if (file == base.caseId)
            continue;
        TRY(const auto persons, store.cases.recordsOfKind(file, "person"));
        for (const store::RecordView &person : persons) {
            TRY(const EditBase other, readEditBase(store.cases, person.id));
            TRY(store::Draft draft, protect(store, other, fields));
            drafts.push_back(std::move(draft));
        }
    }
    return store.cases.saveAll(drafts);
}

/// Whoever gets a personal number now may have a file under it elsewhere: the server is asked when it answers.
bool isAskedAfter(const json::Object &fields)
{
    const std::string kind = json::Value(fields).stringAt("identityKind");
    return kind == "personnummer" || kind == "samordningsnummer";
}

} // namespace

PersonFieldViewModel::PersonFieldViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId,
                                           QObject *parent)
    : QObject(parent), m_services(services), m_undo(undo), m_caseId(caseId),
      m_keeper(services.workspace, "personField", caseId, [this] { return formFields(); })
{
    connect(&m_keeper, &SheetKeeper::keepingFailed, this, [this](const base::Error &error) {
        m_problem = errorText(error);
        Q_EMIT changed();
    });
}

json::Object PersonFieldViewModel::formFields() const
{
    return {{"field", m_field},
            {"value", m_value.toStdString()},
            {"choice", m_index},
            {std::string(EditBaseField), toJson(m_base)}};
}

void PersonFieldViewModel::restore(const store::RecordView &person, const EditBase &base)
{
    m_keeper.restore([this, person, base](const store::FormDraft &kept) {
        const json::Value fields(kept.fields);
        if (isOpen() || fields.stringAt("field").empty())
            return;
        open(person, editBaseIn(kept.fields).value_or(base), fields.stringAt("field"));
        m_isTouched = true;
        m_value = text(fields.stringAt("value"));
        m_index = int(fields.integerAt("choice"));
        Q_EMIT changed();
    });
}

void PersonFieldViewModel::touch()
{
    m_isTouched = true;
    m_keeper.touch(m_caseId);
    Q_EMIT changed();
}

void PersonFieldViewModel::clear()
{
    m_keeper.flush();
    m_keeper.forget();
    forget();
}

void PersonFieldViewModel::open(const store::RecordView &person, const EditBase &base, const std::string &field)
{
    close();
    m_base = base;
    m_field = field;
    m_label = text(casework::fieldText("person", field, languageOf(m_services.settings)));
    m_value = text(person.text(field));
    offerChoices();
    if (isChoice())
        m_index = indexOf(person.text(field));
    Q_EMIT changed();
}

int PersonFieldViewModel::indexOf(const std::string &code) const
{
    const auto found = std::ranges::find(m_codes, code);
    return found == m_codes.end() && m_field == "protection" ? -1 : int(found - m_codes.begin());
}

void PersonFieldViewModel::offerChoices()
{
    const base::Language language = languageOf(m_services.settings);
    if (m_field == "protection") {
        // Only up: it is taken off at the office, by two people and with a reason.
        for (const std::string_view code : casework::codes::Protection)
            if (code != "none") {
                m_codes.emplace_back(code);
                m_choices += text(casework::codeText("person", "protection", code, language));
            }
        return;
    }
    if (m_field != "sex" && m_field != "interpreter")
        return;
    m_codes = {""};
    m_choices = {m_field == "sex" ? tr("Inte angivet") : tr("Ingen tolk")};
    if (m_field == "sex") {
        for (const std::string_view code : casework::codes::Sex) {
            m_codes.emplace_back(code);
            m_choices += text(casework::codeText("person", "sex", code, language));
        }
        return;
    }
    for (const std::string_view tag : casework::interpreterLanguages()) {
        m_codes.emplace_back(tag);
        m_choices += text(casework::languageName(tag, language));
    }
}

void PersonFieldViewModel::setValue(const QString &value)
{
    m_value = value;
    m_valueProblem.clear();
    touch();
}

void PersonFieldViewModel::choose(int index)
{
    m_index = index;
    m_problem.clear();
    touch();
}

QString PersonFieldViewModel::warning() const
{
    if (m_field != "protection")
        return {};
    return tr("Namn, nummer och adress visas inte längre på enheter, och teamet förlorar akten. Bara du och andra "
              "namngivna handläggare har den kvar. Vid skyddad folkbokföring och fingerade uppgifter tas adresser bort "
              "från kortet. Bara kontoret kan ta bort skyddet.");
}

json::Object PersonFieldViewModel::identityFields(bool isUnconfirmed)
{
    const base::Date today = casework::swedishDate(m_services.clock.now());
    const auto number = casework::readIdentityNumber(m_value.toStdString(), today);
    m_valueProblem = isUnconfirmed ? QString() : identityProblemText(m_value, today);
    if (!m_valueProblem.isEmpty())
        return {};
    const std::string written = m_value.trimmed().left(32).toStdString();
    if (written.empty())
        return {{"identityNumber", nullptr}, {"identityKind", nullptr}};
    if (!number.isValid() || !number.kind)
        return {{"identityNumber", written}, {"identityKind", "unconfirmed"}};
    json::Object fields{{"identityNumber", number.normalised},
                        {"identityKind", casework::identityKindName(*number.kind)}};
    if (number.date)
        fields.set("birthDate", base::formatDate(*number.date));
    return fields;
}

void PersonFieldViewModel::save()
{
    if (!isOpen())
        return;
    if (m_field == "identityNumber") {
        json::Object fields = identityFields(false);
        if (!fields.empty())
            return write(std::move(fields));
        Q_EMIT changed();
        return;
    }
    if (m_field == "protection" && (m_index < 0 || m_index >= int(m_codes.size()))) {
        m_problem = tr("Välj vilket skydd personen har.");
        Q_EMIT changed();
        return;
    }
    const std::string written = !isChoice()                                     ? m_value.trimmed().toStdString()
                                : m_index >= 0 && m_index < int(m_codes.size()) ? m_codes[std::size_t(m_index)]
                                                                                : std::string();
    write({{m_field, written.empty() ? json::Value(nullptr) : json::Value(written)}});
}

void PersonFieldViewModel::saveUnconfirmed()
{
    if (m_field == "identityNumber")
        write(identityFields(true));
}

void PersonFieldViewModel::write(json::Object fields)
{
    // A second press before the answer would write a second time.
    if (std::exchange(m_isWriting, true))
        return;
    m_services.workspace.write<Changes>(
        this,
        [base = m_base, fields = std::move(fields),
         isOnline = !m_services.workspace.isTraining()](OpenStore &store) -> Result<Changes> {
            if (fields.contains("protection"))
                return protectAll(store, base, fields);
            TRY(const auto draft, keepFormerNumber(store, base, fields));
            if (isOnline && isAskedAfter(fields))
                TRY_VOID(store.cases.keepForm(makeKnownCheck(store.ids.makeId<base::RecordId>(), base.caseId,
                                                             json::Value(fields).stringAt("identityNumber"))));
            return store.cases.save(draft);
        },
        [this, label = m_label](Result<Changes> changes) {
            m_isWriting = false;
            if (!changes) {
                m_problem = errorText(changes.error());
                Q_EMIT changed();
                return;
            }
            m_undo.offer(tr("%1: ändringen är sparad.").arg(label), std::move(*changes));
            close();
        });
}

void PersonFieldViewModel::close()
{
    // A sheet tells of its closing while it is being closed from here: nothing is told twice.
    if (!isOpen())
        return;
    m_keeper.drop();
    forget();
}

void PersonFieldViewModel::forget()
{
    m_isTouched = false;
    m_field.clear();
    m_codes.clear();
    m_choices.clear();
    m_index = -1;
    for (QString *shown : {&m_label, &m_value, &m_valueProblem, &m_problem})
        shown->clear();
    Q_EMIT changed();
}

} // namespace faltakt::viewmodels
