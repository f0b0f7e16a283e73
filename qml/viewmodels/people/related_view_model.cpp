#include "qml/viewmodels/people/related_view_model.h"

#include "core/casework/code_words.h"
#include "core/casework/contact_way.h"
#include "core/casework/record_codes.h"
#include "core/changelog/record_state.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>
#include <array>

namespace faltakt::viewmodels {

namespace json = base::json;
namespace codes = casework::codes;
using base::Result;
using Changes = std::vector<base::ChangeId>;

namespace {

constexpr std::array<std::string_view, 9> Fields = {"role",    "name",       "relation", "phone", "hours",
                                                    "mandate", "validUntil", "mayKnow",  "share"};
constexpr std::array<std::string_view, 4> RolesWithMandate = {"godMan", "forvaltare", "agent", "companion"};

template <typename Codes>
QStringList wordsOf(const Codes &all, const char *field, base::Language language)
{
    QStringList words;
    for (const codes::Code code : all)
        words += text(casework::codeText("related", field, code, language));
    return words;
}

template <typename Codes>
int indexIn(const Codes &all, const std::string &code)
{
    const auto found = std::ranges::find(all, code);
    return found == all.end() ? -1 : int(found - all.begin());
}

} // namespace

RelatedViewModel::RelatedViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId, QObject *parent)
    : QObject(parent), m_services(services), m_undo(undo), m_caseId(caseId),
      m_keeper(services.workspace, FormName, caseId, [this] { return formFields(); })
{
    connect(&m_keeper, &SheetKeeper::keepingFailed, this, [this](const base::Error &error) {
        m_problem = errorText(error);
        Q_EMIT changed();
    });
}

QString RelatedViewModel::typed(const char *field) const { return text(json::Value(m_fields).stringAt(field)); }

void RelatedViewModel::type(const char *field, const QString &words)
{
    m_fields.set(field, words.toStdString());
    for (QString *told : {&m_nameProblem, &m_phoneProblem, &m_validUntilProblem})
        told->clear();
    touch();
}

void RelatedViewModel::touch()
{
    m_isTouched = true;
    m_keeper.touch(m_caseId);
    Q_EMIT changed();
}

json::Object RelatedViewModel::formFields() const
{
    json::Object fields{{"fields", m_fields}};
    if (m_base)
        fields.append(std::string(EditBaseField), toJson(*m_base));
    return fields;
}

QStringList RelatedViewModel::roles() const
{
    return wordsOf(codes::RelatedRole, "role", languageOf(m_services.settings));
}

int RelatedViewModel::roleIndex() const { return indexIn(codes::RelatedRole, json::Value(m_fields).stringAt("role")); }

QStringList RelatedViewModel::knowings() const
{
    return wordsOf(codes::YesNoNotAsked, "mayKnow", languageOf(m_services.settings));
}

int RelatedViewModel::knowingIndex() const
{
    return indexIn(codes::YesNoNotAsked, json::Value(m_fields).stringAt("mayKnow"));
}

bool RelatedViewModel::hasMandate() const
{
    return std::ranges::find(RolesWithMandate, json::Value(m_fields).stringAt("role")) != RolesWithMandate.end();
}

void RelatedViewModel::openNew()
{
    close();
    m_isOpen = true;
    // Nothing is told until somebody has said that it may.
    m_fields = {{"mayKnow", "notAsked"}};
    Q_EMIT changed();
}

void RelatedViewModel::open(base::RecordId record)
{
    close();
    struct Opened {
        store::RecordView record;
        EditBase base;
    };
    m_services.workspace.read<Opened>(
        this,
        [record](OpenStore &store) -> Result<Opened> {
            Opened opened;
            TRY(auto found, store.cases.record(record));
            if (!found)
                return base::fail(base::ErrorCode::NotFound, "related");
            opened.record = std::move(*found);
            TRY(opened.base, readEditBase(store.cases, record));
            return opened;
        },
        [this](const Result<Opened> &opened) {
            if (!opened || m_isOpen)
                return;
            m_isOpen = true;
            m_base = opened->base;
            for (const std::string_view field : Fields)
                if (std::string value = opened->record.text(field); !value.empty())
                    m_fields.set(std::string(field), std::move(value));
            Q_EMIT changed();
        });
}

void RelatedViewModel::restore()
{
    m_keeper.restore([this](const store::FormDraft &kept) {
        const json::Value *fields = kept.fields.find("fields");
        if (m_isOpen || !fields || !fields->object())
            return;
        m_isOpen = m_isTouched = true;
        m_base = editBaseIn(kept.fields);
        m_fields = *fields->object();
        Q_EMIT changed();
    });
}

void RelatedViewModel::clear()
{
    m_keeper.flush();
    m_keeper.forget();
    forget();
}

void RelatedViewModel::close()
{
    // A sheet tells of its closing while it is being closed from here: nothing is told twice.
    if (!m_isOpen)
        return;
    m_keeper.drop();
    forget();
}

void RelatedViewModel::forget()
{
    m_isOpen = m_isTouched = false;
    m_base.reset();
    m_fields = {};
    for (QString *told : {&m_roleProblem, &m_nameProblem, &m_phoneProblem, &m_validUntilProblem, &m_problem})
        told->clear();
    Q_EMIT changed();
}

void RelatedViewModel::chooseRole(int index)
{
    if (index >= 0 && index < int(codes::RelatedRole.size()))
        m_fields.set("role", std::string(codes::RelatedRole[std::size_t(index)]));
    m_roleProblem.clear();
    touch();
}

void RelatedViewModel::chooseKnowing(int index)
{
    if (index >= 0 && index < int(codes::YesNoNotAsked.size()))
        m_fields.set("mayKnow", std::string(codes::YesNoNotAsked[std::size_t(index)]));
    touch();
}

json::Object RelatedViewModel::recordFields() const
{
    json::Object fields;
    for (const std::string_view field : Fields) {
        const bool isOfMandate = field == "mandate" || field == "validUntil";
        const std::string written = text(json::Value(m_fields).stringAt(field)).trimmed().toStdString();
        if (!written.empty() && (hasMandate() || !isOfMandate))
            fields.append(std::string(field), written);
        else if (m_base)
            fields.append(std::string(field), nullptr);
    }
    return fields;
}

bool RelatedViewModel::isComplete()
{
    if (roleIndex() < 0)
        m_roleProblem = tr("Välj vad personen är här för.");
    if (name().trimmed().isEmpty() && relation().trimmed().isEmpty())
        m_nameProblem = tr("Skriv ett namn, eller relationen om namnet inte ska stå här.");
    const QString number = phone().trimmed();
    if (!number.isEmpty() && casework::dialledNumber(number.toStdString()).empty())
        m_phoneProblem = tr("Numret går inte att ringa. Läs siffrorna en gång till.");
    const std::string day = validUntil().trimmed().toStdString();
    if (hasMandate() && !day.empty() && !base::parseDate(day))
        m_validUntilProblem = tr("Skriv dagen som ÅÅÅÅ-MM-DD, och en dag som finns.");
    Q_EMIT changed();
    return m_roleProblem.isEmpty() && m_nameProblem.isEmpty() && m_phoneProblem.isEmpty()
           && m_validUntilProblem.isEmpty();
}

void RelatedViewModel::save()
{
    if (!m_isOpen || !isComplete())
        return;
    if (m_base)
        return write([base = *m_base,
                      fields = recordFields()](OpenStore &store) { return store.cases.save(editOn(base, fields)); },
                     tr("Ändringen är sparad."));
    write(
        [caseId = m_caseId, fields = recordFields()](OpenStore &store) {
            return store.cases.save(
                {caseId, {changelog::makeCreation(store.ids.makeId<base::RecordId>(), "related", fields)}, {}});
        },
        tr("Personen runt omkring är sparad."));
}

void RelatedViewModel::remove()
{
    if (!m_base)
        return;
    write(
        [record = m_base->record](OpenStore &store) -> Result<Changes> {
            TRY(const auto change, store.cases.remove(record));
            return Changes{change};
        },
        tr("Personen runt omkring är borttagen."));
}

void RelatedViewModel::write(const Work &work, const QString &done)
{
    // A second press before the answer would write a second time.
    if (std::exchange(m_isWriting, true))
        return;
    m_services.workspace.write<Changes>(this, work, [this, done](Result<Changes> changes) {
        m_isWriting = false;
        if (!changes) {
            m_problem = errorText(changes.error());
            Q_EMIT changed();
            return;
        }
        m_undo.offer(done, std::move(*changes));
        close();
    });
}

} // namespace faltakt::viewmodels
