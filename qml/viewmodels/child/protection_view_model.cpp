#include "qml/viewmodels/child/protection_view_model.h"

#include "core/base/text.h"
#include "core/casework/person_card.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;
using Kind = ProtectionItem::Kind;

namespace {

QString kindWord(Kind kind)
{
    switch (kind) {
    case Kind::Choice: return QStringLiteral("choice");
    case Kind::Line: return QStringLiteral("line");
    case Kind::Text: return QStringLiteral("text");
    case Kind::Check: return QStringLiteral("check");
    case Kind::Warning: return QStringLiteral("warning");
    case Kind::Note:
    case Kind::Numbers: break;
    }
    return QStringLiteral("note");
}

/// "7" or "7 childUnit": the row's place in the table comes first.
std::size_t placeIn(const std::string &key) { return std::size_t(std::stoul(key)); }

} // namespace

ProtectionViewModel::ProtectionViewModel(AppServices &services, const ProtectionForm &form,
                                         const ProtectionSubject &subject)
    : m_services(services), m_form(form), m_subject(subject), m_needsRecord(form.editsRecord && subject.child),
      m_door(services, subject.caseId), m_keeper(services.workspace, std::string(form.name),
                                                 [this] { return protectionDraftFields(m_subject, m_values, m_edit); }),
      m_isVeiled(form.isSafe)
{
    connect(&m_door, &FileDoor::covered, this, [this] {
        clear();
        setLoading(false);
    });
    connect(&m_door, &FileDoor::readingWanted, this, &ProtectionViewModel::load);
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
    connect(this, &ProtectionViewModel::changed, this, &PageViewModel::longTalkChanged);
}

QString ProtectionViewModel::helpPage() const
{
    return QString::fromUtf8(m_form.helpPage.data(), qsizetype(m_form.helpPage.size()));
}

void ProtectionViewModel::load()
{
    m_door.read<ProtectionHeader>(
        [this, form = &m_form, subject = m_subject, language = languageOf(m_services.settings)](OpenStore &store) {
            return readActHeader(store, *form, subject, language);
        },
        [this](Result<ProtectionHeader> header) {
            if (header) {
                noteRead();
                m_header = std::move(*header);
                m_numbers = m_header->numbers;
            } else {
                noteUnread(header.error());
            }
            openForm();
        });
}

void ProtectionViewModel::openForm()
{
    if (m_isOpened || m_isSaved || m_isDropped) {
        setLoading(false);
        showItems();
        return;
    }
    // The form is the worker's own: it opens when the file may be read no longer too.
    m_services.workspace.keep<ProtectionStart>(
        this, [form = &m_form, subject = m_subject](OpenStore &store) { return readActStart(store, *form, subject); },
        [this, turn = m_turn](Result<ProtectionStart> start) {
            if (turn != m_turn || m_isOpened)
                return;
            setLoading(false);
            if (start)
                begin(std::move(*start));
            else
                setProblem(errorText(start.error()));
        });
}

void ProtectionViewModel::begin(ProtectionStart start)
{
    m_isOpened = true;
    if (start.draft) {
        m_values = protectionValuesIn(start.draft->fields);
        m_edit = protectionEditIn(start.draft->fields);
        m_begun = start.draft->created;
        m_keeper.adopt(start.draft->id, m_subject.caseId);
    } else {
        if (m_header && m_header->record && m_header->base)
            m_edit = ProtectionEdit{*m_header->base, protectionValuesOf(m_form, *m_header->record)};
        m_values = begunValues();
        m_begun = m_services.clock.now();
        m_keeper.adopt(start.newForm, m_subject.caseId);
    }
    showItems();
}

void ProtectionViewModel::showItems()
{
    std::vector<ProtectionRow> rows;
    if (m_isOpened && !m_isVeiled)
        for (std::size_t place = 0; place < m_form.items.size(); ++place)
            if (isShown(m_form.items[place], m_values) && !isNameHidden(m_form.items[place]))
                addRow(m_form.items[place], place, rows);
    m_items.setRows(std::move(rows));
    Q_EMIT changed();
}

void ProtectionViewModel::addRow(const ProtectionItem &item, std::size_t place, std::vector<ProtectionRow> &rows) const
{
    if (item.kind == Kind::Numbers)
        return addNumbers(item, place, rows);
    ProtectionRow row;
    row.key = std::to_string(place);
    row.kind = kindWord(item.kind);
    row.label = protectionText(item.label);
    row.help = protectionText(item.help);
    const std::string value = valueOf(m_values, item.field);
    if (item.kind == Kind::Line || item.kind == Kind::Text)
        row.value = text(value);
    row.isChecked = value == "yes";
    for (std::size_t i = 0; i < item.codes.size(); ++i) {
        row.names += protectionCodeText(m_form, item.field, item.codes[i], languageOf(m_services.settings));
        if (item.codes[i] == value)
            row.chosen = int(i);
    }
    if (const auto fault = m_faults.find(std::string(item.field)); fault != m_faults.end() && !item.field.empty())
        row.error = fault->second;
    rows.push_back(std::move(row));
}

void ProtectionViewModel::addNumbers(const ProtectionItem &item, std::size_t place,
                                     std::vector<ProtectionRow> &rows) const
{
    for (const std::string &code : base::split(item.field, ' ')) {
        const auto ring = std::ranges::find(m_numbers, code, &RingNumber::code);
        if (ring == m_numbers.end())
            continue;
        ProtectionRow row;
        row.key = std::to_string(place) + ' ' + code;
        row.kind = ring->number.isEmpty() ? QStringLiteral("missing") : QStringLiteral("number");
        row.label = ring->name;
        row.help = ring->when;
        row.value = ring->number;
        rows.push_back(std::move(row));
    }
}

const ProtectionItem *ProtectionViewModel::itemOf(int row) const
{
    const ProtectionRow *shown = m_items.row(row);
    const std::size_t place = shown ? placeIn(shown->key) : m_form.items.size();
    return place < m_form.items.size() ? &m_form.items[place] : nullptr;
}

void ProtectionViewModel::set(const ProtectionItem &item, std::string value)
{
    if (m_isSaved || !m_isOpened)
        return;
    m_values[std::string(item.field)] = std::move(value);
    m_faults.erase(std::string(item.field));
    m_keeper.touch();
    showItems();
}

void ProtectionViewModel::choose(int row, int index)
{
    const ProtectionItem *item = itemOf(row);
    if (!item || item->kind != Kind::Choice || index < 0 || index >= int(item->codes.size()))
        return;
    set(*item, std::string(item->codes[std::size_t(index)]));
    // A choice is worth as much as what stands on the page: kept at once.
    m_keeper.flush();
}

void ProtectionViewModel::edit(int row, const QString &text)
{
    const ProtectionItem *item = itemOf(row);
    if (item && (item->kind == Kind::Line || item->kind == Kind::Text))
        set(*item, text.toStdString());
}

void ProtectionViewModel::toggle(int row)
{
    const ProtectionItem *item = itemOf(row);
    if (!item || item->kind != Kind::Check)
        return;
    set(*item, valueOf(m_values, item->field) == "yes" ? "" : "yes");
    m_keeper.flush();
}

void ProtectionViewModel::call(int row)
{
    const ProtectionRow *shown = m_items.row(row);
    if (!shown || shown->kind != QLatin1String("number"))
        return;
    const bool isCalling = m_services.telephone.call(shown->value.toStdString());
    setProblem(isCalling ? QString() : tr("Enheten kunde inte ringa. Slå numret på en annan telefon."));
}

void ProtectionViewModel::reveal()
{
    m_isVeiled = false;
    showItems();
}

void ProtectionViewModel::save()
{
    if (m_isSaving || m_isSaved)
        return;
    if (!canWrite()) {
        setProblem(tr("Det som ska ändras kan inte läsas just nu. Det du har skrivit finns kvar."));
        return;
    }
    const base::Date today = casework::swedishDate(m_services.clock.now());
    m_faults = protectionFaults(m_form, m_values, int(today.year()));
    if (!m_faults.empty())
        return showItems();
    m_isSaving = true;
    setProblem({});
    m_keeper.flush();
    Q_EMIT changed();
    m_services.workspace.write<ProtectionSaved>(
        this,
        [form = &m_form, subject = m_subject, values = m_values, edit = m_edit, begun = m_begun, draft = m_keeper.id()](
            OpenStore &store) { return saveAct(store, *form, subject, values, edit, begun, draft); },
        [this, turn = m_turn](Result<ProtectionSaved> saved) {
            m_isSaving = false;
            if (saved)
                conclude(std::move(*saved), turn);
            else
                setProblem(errorText(saved.error()));
            Q_EMIT changed();
        });
}

void ProtectionViewModel::conclude(ProtectionSaved saved, int turn)
{
    m_saved = std::move(saved);
    // Locked meanwhile: what undo would bring back is gone from here.
    if (turn != m_turn)
        m_saved.changes.clear();
    m_isSaved = true;
    m_keeper.release();
    m_items.setRows({});
}

void ProtectionViewModel::undo()
{
    if (undoText().isEmpty())
        return;
    m_services.workspace.write<ProtectionUndone>(
        this,
        [form = &m_form, subject = m_subject, values = m_values, edit = m_edit,
         changes = m_saved.changes](OpenStore &store) { return undoAct(store, *form, subject, values, edit, changes); },
        [this, turn = m_turn](Result<ProtectionUndone> undone) {
            if (!undone)
                return setProblem(errorText(undone.error()));
            m_saved = {};
            m_isSaved = false;
            m_edit = std::move(undone->edit);
            m_keeper.adopt(undone->form, m_subject.caseId);
            if (turn != m_turn)
                m_keeper.putAway();
            showItems();
        });
}

void ProtectionViewModel::clear()
{
    m_keeper.putAway();
    m_saved.changes.clear();
    m_values.clear();
    m_faults.clear();
    m_edit.reset();
    m_door.clear();
    m_isOpened = false;
    m_isVeiled = m_form.isSafe;
    ++m_turn;
    clearRead();
    setProblem({});
    setLoading(true);
}

void ProtectionViewModel::clearRead()
{
    m_header.reset();
    showItems();
}

void ProtectionViewModel::leave()
{
    m_door.flush();
    if (m_isSaved || m_isDropped)
        return;
    // Emptied by a lock and not read again yet is not empty.
    if (m_isOpened && m_values == begunValues())
        m_keeper.drop();
    else
        m_keeper.flush();
}

void ProtectionViewModel::discard()
{
    if (m_isSaved)
        return;
    m_keeper.drop();
    m_isDropped = true;
    m_services.router.back();
}

QString ProtectionViewModel::who() const
{
    return m_header ? personName(m_header->card, m_services.settings.namesHidden()) : QString();
}

bool ProtectionViewModel::hidesNames() const
{
    return m_services.settings.namesHidden() || (m_header && m_header->card.isProtected);
}

bool ProtectionViewModel::isNameHidden(const ProtectionItem &item) const
{
    return hidesNames() && casework::tellsWho(m_form.name, item.field);
}

QString ProtectionViewModel::aboutText() const
{
    if (!m_header || !m_header->child || m_isVeiled)
        return {};
    return childName(*m_header->child, hidesNames(), languageOf(m_services.settings));
}

QString ProtectionViewModel::saveText() const { return m_isSaving ? tr("Sparar …") : protectionText(m_form.saveText); }

QString ProtectionViewModel::savedText() const { return m_isSaved ? tr("Sparat: %1").arg(title()) : QString(); }

QString ProtectionViewModel::undoText() const
{
    return m_isSaved && !m_saved.changes.empty() ? tr("Sparat här %1").arg(clockText(m_services.clock.now()))
                                                 : QString();
}

QString ProtectionViewModel::nextText() const
{
    const bool isReport = m_isSaved && m_form.editsRecord && valueOf(m_values, "step") == "concernReport";
    return isReport ? tr("Gör orosanmälan") : QString();
}

QString ProtectionViewModel::placeWords() const { return m_form.isSafe ? tr("samtalet") : title().toLower(); }

void ProtectionViewModel::goOn()
{
    const auto child = m_form.name == "child" ? std::optional(m_saved.record) : std::nullopt;
    m_services.router.replaceTop();
    m_services.router.openProtection(m_subject.caseId, "concernReport", child);
}

void ProtectionViewModel::mainAction()
{
    if (m_isVeiled)
        reveal();
    else if (m_isSaved)
        close();
    else
        save();
}

void ProtectionViewModel::openMisfiled()
{
    if (!canMisfile())
        return;
    // What is typed here is kept, and would be saved into the wrong file from a page that stays open.
    m_services.router.replaceTop();
    m_services.router.openRecord(m_subject.caseId, m_edit->base.record);
}

void ProtectionViewModel::close() { m_services.router.back(); }
void ProtectionViewModel::hideNow() { m_services.router.hideNow(); }

} // namespace faltakt::viewmodels
