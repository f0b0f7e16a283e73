#include "qml/viewmodels/people/card_entries_view_model.h"

#include "core/base/date_words.h"
#include "core/casework/code_words.h"
#include "core/casework/contact_way.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/language.h"

#include <functional>

namespace faltakt::viewmodels {

namespace json = base::json;

namespace {

void forEachElement(const store::RecordView &person, const char *field,
                    const std::function<void(const std::string &, const json::Value &)> &visit)
{
    const json::Value *list = person.fields.find(field);
    if (!list || !list->object())
        return;
    for (const auto &[id, element] : *list->object())
        if (element.object())
            visit(id, element);
}

void addIfAny(QStringList &parts, const QString &words)
{
    if (!words.isEmpty())
        parts += words;
}

} // namespace

CardEntriesViewModel::CardEntriesViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId,
                                           QObject *parent)
    : QObject(parent), m_entry(services, undo, caseId), m_related(services, undo, caseId)
{
}

void CardEntriesViewModel::show(const PersonContent &content, const ListWording &wording)
{
    m_person = Person{content.record, content.base};
    m_isHidden = wording.namesHidden;
    m_isClosed = content.listed.stage == "closed";
    showFlags(wording.language);
    showNames(wording);
    showAround(content.related, wording);
    Q_EMIT changed();
}

void CardEntriesViewModel::hide()
{
    m_person.reset();
    for (RecordLineListModel *model : {&m_flags, &m_names, &m_around})
        model->setLines({});
    Q_EMIT changed();
}

void CardEntriesViewModel::showFlags(base::Language language)
{
    std::vector<RecordLine> lines;
    forEachElement(m_person->record, "flags", [&](const std::string &id, const json::Value &flag) {
        QStringList parts;
        addIfAny(parts, text(flag.stringAt("source")));
        if (const auto date = base::parseDate(flag.stringAt("date")))
            parts += tr("noterat %1").arg(text(base::dayWordsWithYear(*date, language)));
        if (const auto review = base::parseDate(flag.stringAt("review")))
            parts += tr("ses över %1").arg(text(base::dayWordsWithYear(*review, language)));
        lines.push_back(
            {id, text(casework::flagText(flag.stringAt("code"), language)), parts.join(QStringLiteral(", "))});
    });
    m_flags.setLines(std::move(lines));
}

void CardEntriesViewModel::showNames(const ListWording &wording)
{
    std::vector<RecordLine> lines;
    forEachElement(m_person->record, "aliases", [&](const std::string &id, const json::Value &alias) {
        const std::string number = alias.stringAt("number");
        const QString kind = number.empty()
                                 ? text(casework::aliasKindText(alias.stringAt("kind", "other"), wording.language))
                                 : tr("Tidigare nummer");
        const QString shown = number.empty() ? text(alias.stringAt("name")) : text(number);
        lines.push_back({id, wording.namesHidden ? hiddenFieldText() : shown, kind});
    });
    m_names.setLines(std::move(lines));
}

void CardEntriesViewModel::showAround(const std::vector<store::RecordView> &related, const ListWording &wording)
{
    std::vector<RecordLine> lines;
    for (const store::RecordView &one : related) {
        const auto coded = [&](const char *field) {
            return text(casework::codeText("related", field, one.text(field), wording.language));
        };
        QStringList head{coded("role")};
        if (!wording.namesHidden) {
            addIfAny(head, text(one.text("name")));
            addIfAny(head, text(one.text("relation")));
        }
        QStringList parts;
        // First what may not go wrong.
        addIfAny(parts, coded("mayKnow"));
        // What somebody has written may say a name.
        if (!wording.namesHidden) {
            addIfAny(parts, text(casework::phoneText(one.text("phone"))));
            addIfAny(parts, text(one.text("hours")));
            addIfAny(parts, text(one.text("mandate")));
            if (const auto until = one.date("validUntil"))
                parts += tr("gäller till %1").arg(text(base::dayWordsWithYear(*until, wording.language)));
            addIfAny(parts, text(one.text("share")));
        }
        lines.push_back({one.id.toString(), head.join(QStringLiteral(", ")), parts.join(QStringLiteral(". "))});
    }
    m_around.setLines(std::move(lines));
}

void CardEntriesViewModel::restore()
{
    if (!m_person)
        return;
    m_entry.restore(m_person->record, m_person->base);
    m_related.restore();
}

void CardEntriesViewModel::clear()
{
    m_entry.clear();
    m_related.clear();
    hide();
}

void CardEntriesViewModel::flush()
{
    m_entry.flush();
    m_related.flush();
}

bool CardEntriesViewModel::isOpenFile()
{
    if (m_isClosed)
        Q_EMIT refused();
    return !m_isClosed;
}

void CardEntriesViewModel::openEntry(const char *field, const std::string &id)
{
    if (m_person && isOpenFile())
        m_entry.open(listOf(m_person->record, m_person->base, field), id);
}

void CardEntriesViewModel::addFlag() { openEntry("flags", {}); }

void CardEntriesViewModel::changeFlag(int index)
{
    if (const std::string id = m_flags.key(index); !id.empty())
        openEntry("flags", id);
}

void CardEntriesViewModel::addName() { openEntry("aliases", {}); }

void CardEntriesViewModel::changeName(int index)
{
    if (const std::string id = m_names.key(index); !id.empty() && !m_isHidden)
        openEntry("aliases", id);
}

void CardEntriesViewModel::addRelated()
{
    if (m_person && isOpenFile())
        m_related.openNew();
}

void CardEntriesViewModel::changeRelated(int index)
{
    const auto record = base::RecordId::parse(m_around.key(index));
    if (record && m_person && !m_isHidden && isOpenFile())
        m_related.open(*record);
}

} // namespace faltakt::viewmodels
