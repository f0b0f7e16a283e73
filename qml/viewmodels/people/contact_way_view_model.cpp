#include "qml/viewmodels/people/contact_way_view_model.h"

#include "core/casework/code_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <array>

namespace faltakt::viewmodels {

namespace json = base::json;
using base::Result;
using Changes = std::vector<base::ChangeId>;

namespace {

/// In the order in which they are offered.
constexpr std::array<std::string_view, 6> Kinds = {"phone", "sms", "address", "place", "through", "email"};

/// The one way set anew in the list or taken out of it.
json::Object waysWith(OpenStore &store, json::Object ways, const casework::ContactWay &way, bool isKept)
{
    if (isKept)
        ways.set(way.id.empty() ? store.ids.make().toString() : way.id, casework::toJson(way));
    else
        ways.remove(way.id);
    return ways;
}

bool holdsSame(const json::Object &one, const json::Object &other, const std::string &id)
{
    const json::Value *first = one.find(id);
    const json::Value *second = other.find(id);
    return first && second ? *first == *second : first == second;
}

/// Into the list as it stands now: what others have added meanwhile stays. Where they have changed this very way, the
/// worker has not seen it: hers goes on the list that she saw, and the two stand beside each other.
Result<Changes> writeWay(OpenStore &store, const PersonWays &opened, const casework::ContactWay &way, bool isKept)
{
    TRY(const auto records, store.cases.recordsById({opened.base.record}));
    if (records.empty())
        return base::fail(base::ErrorCode::NotFound, "person");
    TRY(const EditBase current, readEditBase(store.cases, opened.base.record));
    PersonWays today = waysOf(records.front(), current);
    const bool isSeen = way.id.empty() || holdsSame(opened.ways, today.ways, way.id);
    const PersonWays &under = isSeen ? today : opened;
    return store.cases.save(editOn(under.base, {{"contactWays", waysWith(store, under.ways, way, isKept)}}));
}

} // namespace

PersonWays waysOf(const store::RecordView &person, const EditBase &base)
{
    PersonWays ways{base};
    if (const auto *present = person.fields.find("contactWays"); present && present->object())
        ways.ways = *present->object();
    return ways;
}

ContactWayViewModel::ContactWayViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId,
                                         QObject *parent)
    : QObject(parent), m_services(services), m_undo(undo), m_caseId(caseId),
      m_keeper(services.workspace, FormName, caseId, [this] { return formFields(); })
{
    connect(&m_keeper, &SheetKeeper::keepingFailed, this, [this](const base::Error &error) {
        m_problem = errorText(error);
        Q_EMIT changed();
    });
}

json::Object ContactWayViewModel::formFields() const
{
    json::Object fields{{"id", m_way.id}, {"way", casework::toJson(m_way)}};
    if (m_person) {
        fields.append(std::string(EditBaseField), toJson(m_person->base));
        fields.append("ways", m_person->ways);
    }
    return fields;
}

void ContactWayViewModel::restore(const PersonWays &person)
{
    m_keeper.restore([this, person](const store::FormDraft &kept) {
        const json::Value *way = kept.fields.find("way");
        if (isOpen() || !way)
            return;
        PersonWays begun = person;
        const json::Value *ways = kept.fields.find("ways");
        if (const auto base = editBaseIn(kept.fields); base && ways && ways->object())
            begun = {*base, *ways->object()};
        m_isTouched = true;
        open(std::move(begun), casework::contactWayFrom(json::Value(kept.fields).stringAt("id"), *way));
    });
}

void ContactWayViewModel::touch()
{
    m_isTouched = true;
    m_keeper.touch(m_caseId);
    Q_EMIT changed();
}

void ContactWayViewModel::clear()
{
    m_keeper.flush();
    m_keeper.forget();
    forget();
}

QStringList ContactWayViewModel::kinds() const
{
    QStringList names;
    for (const std::string_view kind : Kinds)
        names += text(casework::contactWayKindText(kind, languageOf(m_services.settings)));
    return names;
}

int ContactWayViewModel::kindIndex() const
{
    const auto found = std::ranges::find(Kinds, m_way.kind);
    return found == Kinds.end() ? -1 : int(found - Kinds.begin());
}

void ContactWayViewModel::open(PersonWays person, casework::ContactWay way)
{
    m_person = std::move(person);
    m_way = std::move(way);
    if (m_way.kind.empty())
        m_way.kind = Kinds.front();
    Q_EMIT changed();
}

void ContactWayViewModel::close()
{
    // A sheet tells of its closing while it is being closed from here: nothing is told twice.
    if (!isOpen())
        return;
    m_keeper.drop();
    forget();
}

void ContactWayViewModel::forget()
{
    m_person.reset();
    m_isTouched = false;
    m_way = {};
    m_valueProblem.clear();
    m_problem.clear();
    Q_EMIT changed();
}

void ContactWayViewModel::chooseKind(int index)
{
    if (index >= 0 && index < int(Kinds.size()))
        m_way.kind = Kinds[std::size_t(index)];
    m_valueProblem.clear();
    touch();
}

void ContactWayViewModel::setValue(const QString &value)
{
    m_way.value = value.toStdString();
    m_valueProblem.clear();
    touch();
}

void ContactWayViewModel::setHours(const QString &hours)
{
    m_way.hours = hours.toStdString();
    touch();
}

void ContactWayViewModel::setThrough(const QString &through)
{
    m_way.through = through.toStdString();
    touch();
}

void ContactWayViewModel::setComment(const QString &comment)
{
    m_way.comment = comment.toStdString();
    touch();
}

void ContactWayViewModel::toggleNeverVoicemail()
{
    m_way.neverVoicemail = !m_way.neverVoicemail;
    touch();
}

void ContactWayViewModel::toggleShared()
{
    m_way.shared = !m_way.shared;
    m_valueProblem.clear();
    touch();
}

void ContactWayViewModel::save()
{
    m_way.value = value().trimmed().toStdString();
    const bool isThrough = m_way.kind == "through" && !m_way.through.empty();
    if (m_way.value.empty() && !isThrough)
        m_valueProblem = isNumber() ? tr("Skriv numret.") : tr("Skriv hur man når personen.");
    else if (isNumber() && casework::dialledNumber(m_way.value).empty())
        m_valueProblem = tr("Numret går inte att ringa. Läs siffrorna en gång till.");
    else if (m_way.kind == "sms" && m_way.shared)
        m_valueProblem = tr("Sms går inte till ett nummer som andra läser. Välj ett annat sätt.");
    if (!m_valueProblem.isEmpty()) {
        Q_EMIT changed();
        return;
    }
    write(Change::Keep, isNew() ? tr("Kontaktvägen är sparad.") : tr("Kontaktvägen är ändrad."));
}

void ContactWayViewModel::remove() { write(Change::Remove, tr("Kontaktvägen är borttagen.")); }

void ContactWayViewModel::write(Change change, const QString &done)
{
    // A second press before the answer would write a second time.
    if (!m_person || std::exchange(m_isWriting, true))
        return;
    m_services.workspace.write<Changes>(
        this,
        [person = *m_person, way = m_way, change](OpenStore &store) {
            return writeWay(store, person, way, change == Change::Keep);
        },
        [this, done](Result<Changes> changes) {
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
