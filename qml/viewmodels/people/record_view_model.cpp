#include "qml/viewmodels/people/record_view_model.h"

#include "core/casework/field_text.h"
#include "core/casework/swedish_time.h"
#include "core/changelog/record_state.h"
#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/form/time_words.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/people/timeline_reader.h"
#include "qml/viewmodels/reading/reading_content.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"
#include "sync/client/record_signer.h"

#include <algorithm>
#include <array>

namespace faltakt::viewmodels {

namespace json = base::json;
using base::Result;

namespace {

constexpr std::string_view FormName = "recordEdit";

} // namespace

RecordViewModel::RecordViewModel(AppServices &services, base::CaseId caseId, base::RecordId record)
    : m_services(services), m_caseId(caseId), m_record(record),
      m_keeper(services.workspace, std::string(FormName), [this] { return formFields(); }), m_door(services, caseId),
      m_confirm(services), m_undo(services), m_attach(services, m_undo, caseId, record),
      m_signature(services, m_undo, caseId, record), m_misfiled(services, m_undo, caseId, record), m_danger(services)
{
    connect(&m_door, &FileDoor::covered, this, &RecordViewModel::cover);
    connect(&m_door, &FileDoor::readingWanted, this, &RecordViewModel::load);
    connect(&m_keeper, &FormKeeper::keepingFailed, this,
            [this](const base::Error &error) { setProblem(errorText(error)); });
}

Result<RecordViewModel::Opened> RecordViewModel::open(OpenStore &store, base::CaseId caseId, base::RecordId record,
                                                      const ListWording &wording)
{
    Opened opened;
    TRY(opened.content, readRecord(store, caseId, record, wording));
    TRY(opened.base, readEditBase(store.cases, record));
    opened.newForm = store.ids.makeId<base::RecordId>();
    TRY(auto forms, store.cases.forms());
    for (store::FormDraft &form : forms) {
        const auto *of = form.fields.find("record");
        if (form.form == FormName && of && of->string() && *of->string() == record.toString())
            opened.draft = std::move(form);
    }
    return opened;
}

ListWording RecordViewModel::wording() const
{
    return {languageOf(m_services.settings), m_services.settings.namesHidden()};
}

void RecordViewModel::load()
{
    m_door.read<Opened>([caseId = m_caseId, record = m_record,
                         wording = wording()](OpenStore &store) { return open(store, caseId, record, wording); },
                        [this](Result<Opened> opened) {
                            setLoading(false);
                            if (!opened)
                                return noteUnread(opened.error());
                            noteRead();
                            show(std::move(*opened));
                        });
}

void RecordViewModel::cover()
{
    clear();
    setLoading(false);
}

void RecordViewModel::show(Opened opened)
{
    m_content = std::move(opened.content);
    m_shownBase = std::move(opened.base);
    m_newForm = opened.newForm;
    m_misfiled.show(m_content->misfiled);
    // What was begun to be changed waits until the record is here again.
    if (opened.draft && m_mode == Mode::Read && !isMisfiled())
        restore(*opened.draft);
    showLines();
    showDanger();
    std::vector<RecordLine> addenda;
    for (const RecordAddendum &addendum : m_content->addenda)
        addenda.push_back({addendum.record.toString(), addendum.when, addendum.text});
    m_addenda.setLines(std::move(addenda));
    std::vector<RecordLine> photos;
    for (const RecordAddendum &photo : m_content->photos)
        photos.push_back({photo.record.toString(), photo.when, photo.text});
    m_photos.setLines(std::move(photos));
    m_attach.restore();
    Q_EMIT changed();
}

void RecordViewModel::showLines() { m_lines.setLines(isVeiled() ? std::vector<RecordLine>() : m_content->lines); }

void RecordViewModel::showDanger()
{
    const bool isAsked = m_content->record.kind == "lobReport" && !isMisfiled() && m_content->person.stage != "closed";
    if (isAsked)
        m_danger.show(m_shownBase, m_content->record.boolean("dangerSign"));
    else
        m_danger.hide();
}

void RecordViewModel::reveal()
{
    if (!isVeiled())
        return;
    m_isRevealed = true;
    showLines();
    Q_EMIT changed();
    Q_EMIT longTalkChanged();
}

json::Object RecordViewModel::formFields() const
{
    return {{"record", m_record.toString()},
            {"mode", m_mode == Mode::Dispute ? "dispute" : "edit"},
            {std::string(EditBaseField), toJson(m_base)},
            {"begunFact", m_begunFact.toStdString()},
            {"begunSecond", m_begunSecond.toStdString()},
            {"begunWish", m_begunWish.toStdString()},
            {"wish", m_editedWish.toStdString()},
            {"fact", m_editedFact.toStdString()},
            {"second", m_editedSecond.toStdString()},
            {"dispute", m_editedDispute.toStdString()}};
}

void RecordViewModel::restore(const store::FormDraft &draft)
{
    const json::Value fields(draft.fields);
    m_keeper.adopt(draft.id, m_caseId);
    m_mode = fields.stringAt("mode") == "dispute" ? Mode::Dispute : Mode::Edit;
    m_base = editBaseIn(draft.fields).value_or(m_shownBase);
    m_begunFact = text(fields.stringAt("begunFact"));
    m_begunSecond = text(fields.stringAt("begunSecond"));
    m_begunWish = text(fields.stringAt("begunWish"));
    m_editedWish = text(fields.stringAt("wish"));
    m_editedFact = text(fields.stringAt("fact"));
    m_editedSecond = text(fields.stringAt("second"));
    m_editedDispute = text(fields.stringAt("dispute"));
}

void RecordViewModel::clearNames()
{
    m_lines.setLines({});
    Q_EMIT changed();
}

void RecordViewModel::leave()
{
    m_keeper.flush();
    m_attach.flush();
    m_door.flush();
}

void RecordViewModel::clear()
{
    // What is typed lies in the store now, and comes back from there.
    m_keeper.flush();
    m_keeper.release();
    m_door.clear();
    endEdit();
    setLoading(true);
    setProblem({});
    m_content.reset();
    m_lines.setLines({});
    m_addenda.setLines({});
    m_photos.setLines({});
    m_attach.clear();
    m_signature.clear();
    m_misfiled.clear();
    m_danger.clear();
    m_confirm.cancel();
    m_undo.forget();
    m_isRevealed = false;
    Q_EMIT longTalkChanged();
    Q_EMIT changed();
}

QString RecordViewModel::who() const
{
    return m_content ? personName(m_content->person, m_services.settings.namesHidden()) : QString();
}

QString RecordViewModel::valueOf(std::string_view field) const
{
    return m_content && !field.empty() && !isVeiled() ? text(m_content->record.text(field)) : QString();
}

std::string_view RecordViewModel::secondField() const
{
    if (!m_content)
        return {};
    return m_content->record.kind == "note" || m_content->record.kind == "contact" ? "judgement" : "";
}

QString RecordViewModel::factLabel() const
{
    return m_content ? text(casework::fieldText(m_content->record.kind, "text", languageOf(m_services.settings)))
                     : QString();
}

QString RecordViewModel::secondLabel() const
{
    const std::string_view field = secondField();
    return field.empty() ? QString()
                         : text(casework::fieldText(m_content->record.kind, field, languageOf(m_services.settings)));
}

QString RecordViewModel::stateText() const
{
    if (!m_content)
        return {};
    if (m_content->delivery != store::Delivery::Received || !m_content->received)
        return deliveryLook(m_content->delivery).text;
    const base::Instant now = m_services.clock.now();
    const bool isToday = casework::swedishDate(*m_content->received) == casework::swedishDate(now);
    return tr("Mottaget %1")
        .arg(isToday ? clockText(*m_content->received)
                     : momentText(*m_content->received, now, languageOf(m_services.settings)));
}

QString RecordViewModel::stateTone() const { return m_content ? deliveryLook(m_content->delivery).tone : QString(); }

QString RecordViewModel::stateIcon() const
{
    return m_content ? deliveryLook(m_content->delivery).iconName : QString();
}

QString RecordViewModel::conflictText() const
{
    if (!m_content || m_content->conflictField.empty())
        return {};
    return tr("Två versioner av %1. Inget är borta.").arg(m_content->conflictName.toLower());
}

bool RecordViewModel::canSign() const
{
    return m_content && m_content->takesSignature && m_content->isOwn && !m_content->isSigned
           && m_content->conflictField.empty() && m_mode == Mode::Read;
}

bool RecordViewModel::canEdit() const
{
    const bool hasTexts = m_content && (m_content->record.kind == "note" || m_content->record.kind == "contact");
    const bool isAct = m_content && m_content->record.kind == "act";
    return (hasTexts || isAct) && !isMisfiled() && m_content->isOwn && !m_content->isSigned && m_mode == Mode::Read;
}

bool RecordViewModel::canAdd() const
{
    // A note beside a talk about safety would say in the open what the talk does not.
    return m_content && !isMisfiled() && !isTalkAboutSafety() && !isOfChildren()
           && m_content->record.text("addendumTo").empty() && m_mode == Mode::Read;
}

bool RecordViewModel::canShow() const { return m_content && hasReadingView(m_content->record) && m_mode == Mode::Read; }

bool RecordViewModel::canAttach() const
{
    const bool takesPhotos =
        m_content
        && (m_content->record.kind == "note" || m_content->record.kind == "contact" || m_content->record.kind == "act");
    return takesPhotos && !isMisfiled() && m_mode == Mode::Read;
}

bool RecordViewModel::takesPersonsSignature() const
{
    if (!m_content || m_content->record.kind != "act" || m_content->isSigned || m_mode != Mode::Read)
        return false;
    constexpr std::array Asked{"answers/signed", "answers/receipt"};
    return std::ranges::any_of(Asked, [this](const char *field) {
        const json::Value *answer = m_content->record.fields.find(field);
        return answer && answer->stringAt("option") == "screen";
    });
}

void RecordViewModel::letPersonSign()
{
    if (takesPersonsSignature())
        m_signature.open(title());
}

void RecordViewModel::addPhoto() { m_attach.open(); }

void RecordViewModel::openPhoto(int index)
{
    if (const auto photo = base::RecordId::parse(m_photos.key(index)))
        m_services.router.openAttachment(m_caseId, *photo);
}

void RecordViewModel::sign()
{
    if (!canSign())
        return;
    m_confirm.ask({.title = tr("Signera och lås"),
                   .text = tr("Det du har skrivit låses. Efter det går det att göra tillägg, inte att ändra.")},
                  [this] { signNow(); });
}

void RecordViewModel::signNow()
{
    m_services.workspace.write<Changes>(
        this,
        [record = m_record](OpenStore &store) {
            return client::RecordSigner(store.field, store.clock, store.random).sign({record});
        },
        [this](const Result<Changes> &changes) {
            if (!changes)
                setProblem(errorText(changes.error()));
        });
}

void RecordViewModel::mainAction()
{
    if (m_mode == Mode::Read)
        sign();
    else
        saveEdit();
}

void RecordViewModel::addAddendum() { m_services.router.openNote(m_caseId, {}, m_record); }

void RecordViewModel::openConflict()
{
    if (m_content && !m_content->conflictField.empty())
        m_services.router.openConflict(m_record, m_content->conflictField);
}

} // namespace faltakt::viewmodels
