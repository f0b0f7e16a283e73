#include "qml/viewmodels/people/person_entry_view_model.h"

#include "core/base/date_words.h"
#include "core/casework/code_words.h"
#include "core/casework/record_codes.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>
#include <array>
#include <span>

namespace faltakt::viewmodels {

namespace json = base::json;
namespace codes = casework::codes;
using base::Result;
using Changes = std::vector<base::ChangeId>;

namespace {

constexpr std::array ReviewMonths = {1, 3, 6, 12};
/// What is proposed for a new arrangement.
constexpr int UsualReview = 1;
constexpr std::size_t SourceLength = 120;

std::span<const codes::Code> kindCodes(bool isFlag)
{
    return isFlag ? std::span<const codes::Code>(codes::Flag) : std::span<const codes::Code>(codes::AliasKind);
}

/// The same day of the month, or its last day where there is no such.
base::Date monthsAfter(base::Date day, int months)
{
    const base::Date later = day + std::chrono::months(months);
    return later.ok() ? later : later.year() / later.month() / std::chrono::last;
}

} // namespace

PersonEntryViewModel::PersonEntryViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId,
                                           QObject *parent)
    : QObject(parent), m_services(services), m_undo(undo), m_caseId(caseId),
      m_keeper(services.workspace, FormName, caseId, [this] { return formFields(); })
{
    connect(&m_keeper, &SheetKeeper::keepingFailed, this, [this](const base::Error &error) {
        m_problem = errorText(error);
        Q_EMIT changed();
    });
}

json::Object PersonEntryViewModel::formFields() const
{
    json::Object fields{{"id", m_id},
                        {"kind", m_kind},
                        {"value", m_value.toStdString()},
                        {"review", m_reviewIndex},
                        {"before", m_before}};
    if (m_list) {
        fields.append("field", m_list->field);
        fields.append(std::string(EditBaseField), toJson(m_list->base));
        fields.append("elements", m_list->elements);
    }
    return fields;
}

void PersonEntryViewModel::restore(const store::RecordView &person, const EditBase &base)
{
    m_keeper.restore([this, person, base](const store::FormDraft &kept) {
        const json::Value fields(kept.fields);
        const std::string field = fields.stringAt("field");
        if (isOpen() || field.empty())
            return;
        PersonList list = listOf(person, base, field);
        const json::Value *elements = fields.find("elements");
        if (const auto begun = editBaseIn(kept.fields); begun && elements && elements->object())
            list = {*begun, field, *elements->object()};
        m_list = std::move(list);
        m_id = fields.stringAt("id");
        if (const json::Value *before = fields.find("before"); before && before->object())
            m_before = *before->object();
        m_kind = fields.stringAt("kind");
        m_value = text(fields.stringAt("value"));
        m_reviewIndex = int(fields.integerAt("review", -1));
        m_isTouched = true;
        Q_EMIT changed();
    });
}

base::Date PersonEntryViewModel::today() const { return casework::swedishDate(m_services.clock.now()); }

void PersonEntryViewModel::touch()
{
    m_isTouched = true;
    m_keeper.touch(m_caseId);
    Q_EMIT changed();
}

void PersonEntryViewModel::clear()
{
    m_keeper.flush();
    m_keeper.forget();
    forget();
}

QString PersonEntryViewModel::title() const
{
    if (isFlag())
        return isNew() ? tr("Nytt att tänka på") : tr("Att tänka på");
    return isNew() ? tr("Nytt namn") : tr("Ändra namnet");
}

QStringList PersonEntryViewModel::kinds() const
{
    const base::Language language = languageOf(m_services.settings);
    QStringList names;
    for (const codes::Code code : kindCodes(isFlag()))
        names += text(isFlag() ? casework::flagText(code, language) : casework::aliasKindText(code, language));
    return names;
}

int PersonEntryViewModel::kindIndex() const
{
    const auto all = kindCodes(isFlag());
    const auto found = std::ranges::find(all, m_kind);
    return found == all.end() ? -1 : int(found - all.begin());
}

QStringList PersonEntryViewModel::reviews() const
{
    return {tr("Om en månad"), tr("Om tre månader"), tr("Om ett halvår"), tr("Om ett år")};
}

QString PersonEntryViewModel::datesText() const
{
    if (!isFlag())
        return {};
    const json::Value shown{element()};
    const base::Language language = languageOf(m_services.settings);
    QStringList parts;
    if (const auto date = base::parseDate(shown.stringAt("date")))
        parts += tr("Noterat %1.").arg(text(base::dayWordsWithYear(*date, language)));
    if (const auto review = base::parseDate(shown.stringAt("review")))
        parts += tr("Ses över %1.").arg(text(base::dayWordsWithYear(*review, language)));
    return parts.join(QLatin1Char(' '));
}

void PersonEntryViewModel::open(PersonList list, const std::string &id)
{
    close();
    if (!id.empty()) {
        const json::Value *present = list.elements.find(id);
        // A number that was replaced stays as it is: it tells where the person was found before.
        if (!present || !present->object() || present->find("number"))
            return;
        m_before = *present->object();
    }
    m_list = std::move(list);
    m_id = id;
    const json::Value before{m_before};
    m_kind = before.stringAt(isFlag() ? "code" : "kind", isFlag() ? "" : "other");
    m_value = text(before.stringAt(isFlag() ? "source" : "name"));
    m_reviewIndex = isFlag() && isNew() ? UsualReview : -1;
    Q_EMIT changed();
}

void PersonEntryViewModel::close()
{
    // A sheet tells of its closing while it is being closed from here: nothing is told twice.
    if (!isOpen())
        return;
    m_keeper.drop();
    forget();
}

void PersonEntryViewModel::forget()
{
    m_list.reset();
    m_id.clear();
    m_before = {};
    m_kind.clear();
    m_reviewIndex = -1;
    m_isTouched = false;
    for (QString *shown : {&m_value, &m_kindProblem, &m_valueProblem, &m_problem})
        shown->clear();
    Q_EMIT changed();
}

void PersonEntryViewModel::chooseKind(int index)
{
    const auto all = kindCodes(isFlag());
    if (index >= 0 && index < int(all.size()))
        m_kind = all[std::size_t(index)];
    m_kindProblem.clear();
    touch();
}

void PersonEntryViewModel::setValue(const QString &value)
{
    m_value = value;
    m_valueProblem.clear();
    touch();
}

void PersonEntryViewModel::chooseReview(int index)
{
    m_reviewIndex = index;
    touch();
}

json::Object PersonEntryViewModel::element() const
{
    json::Object made = m_before;
    const std::string written = m_value.trimmed().toStdString();
    if (!isFlag()) {
        made.set("name", written);
        made.set("kind", m_kind);
        return made;
    }
    made.set("code", m_kind);
    made.set("source", written);
    if (isNew())
        made.set("date", base::formatDate(today()));
    if (m_reviewIndex >= 0 && m_reviewIndex < int(ReviewMonths.size()))
        made.set("review", base::formatDate(monthsAfter(today(), ReviewMonths[std::size_t(m_reviewIndex)])));
    return made;
}

bool PersonEntryViewModel::isComplete()
{
    if (m_kind.empty())
        m_kindProblem = tr("Välj vad som ska ordnas.");
    if (m_value.trimmed().isEmpty())
        m_valueProblem = isFlag() ? tr("Skriv vem som säger det.") : tr("Skriv namnet.");
    else if (std::size_t(m_value.trimmed().size()) > SourceLength)
        m_valueProblem = tr("Det är för långt. Skriv kortare.");
    Q_EMIT changed();
    return m_kindProblem.isEmpty() && m_valueProblem.isEmpty();
}

void PersonEntryViewModel::save()
{
    if (isOpen() && isComplete())
        write(element(), isFlag() ? tr("Det är noterat på kortet.") : tr("Namnet är sparat."));
}

void PersonEntryViewModel::remove()
{
    if (isOpen() && !isNew())
        write(std::nullopt, isFlag() ? tr("Det är borttaget från kortet.") : tr("Namnet är borttaget."));
}

void PersonEntryViewModel::write(const std::optional<json::Object> &element, const QString &done)
{
    // A second press before the answer would write a second time.
    if (std::exchange(m_isWriting, true))
        return;
    m_services.workspace.write<Changes>(
        this, [list = *m_list, id = m_id, element](OpenStore &store) { return writeElement(store, list, id, element); },
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
