#include "qml/viewmodels/people/misfiled_moving.h"

#include "core/base/text.h"
#include "core/casework/attachment.h"
#include "core/casework/field_text.h"
#include "core/casework/schema_fields.h"
#include "core/store/sealed_records.h"
#include "qml/viewmodels/people/misfiled_origin.h"

#include <array>

namespace faltakt::viewmodels {

using base::ChangeId;
using base::ErrorCode;
using base::fail;
using base::RecordId;
using base::Result;
using store::RecordView;
namespace json = base::json;

namespace {

constexpr std::array Kinds{"note",     "contact",       "assessment",  "act",       "child",
                           "children", "concernReport", "safetyCheck", "safetyTalk"};

Result<json::Object> copiedFields(OpenStore &store, const WrittenRecord &from)
{
    TRY(json::Object fields, originFields(store, from));
    for (const auto &[field, value] : from.view.fields)
        if (casework::movesAlong(field) && !value.isNull())
            fields.set(field, value);
    return fields;
}

/// In as many parts as one change each can hold: a long interview with its notes is longer than a line.
std::vector<json::Object> inParts(const json::Object &fields)
{
    constexpr std::size_t Bytes = changelog::ChangeLimits::LineBytes / 2;
    constexpr std::size_t Count = changelog::ChangeLimits::FieldsPerSet / 2;
    std::vector<json::Object> parts(1);
    std::size_t size = 0;
    for (const auto &[field, value] : fields) {
        const std::size_t more = field.size() + json::serialise(value).size();
        if (size + more > Bytes || parts.back().size() >= Count) {
            parts.emplace_back();
            size = 0;
        }
        size += more;
        parts.back().append(field, value);
    }
    return parts;
}

Result<changelog::RecordSet> actOn(OpenStore &store, const WrittenRecord &record)
{
    TRY(const std::string self, workerNameOf(store, store.cases.owner().worker));
    json::Object fields{{"record", record.view.id.toString()},
                        {"at", base::formatInstant(store.clock.now())},
                        {"seen", casework::seenIn(record.state)}};
    if (!self.empty())
        fields.set("byName", self);
    return changelog::makeCreation(store.ids.makeId<RecordId>(), std::string(store::SealedRecords::Kind),
                                   std::move(fields));
}

/// What was changed where nobody knew of the act, as the text of an addition. It stays within what a text may hold.
std::string lateText(const WrittenRecord &record, const std::string &field, const json::Value &value, base::Instant now)
{
    const casework::ValueContext context{now, base::Language::Swedish, {}};
    const std::string words = casework::valueText(record.view.kind, field, value, context);
    const std::string named = casework::fieldText(record.view.kind, field, base::Language::Swedish) + ": " + words;
    const bool fits = base::codePointCount(named) <= casework::fields::LongLength;
    return field == "text" || !fits ? words : named;
}

} // namespace

Result<void> MisfiledMoving::addRecord(RecordId record)
{
    TRY(const WrittenRecord from, readWritten(m_store, record));
    TRY(json::Object fields, copiedFields(m_store, from));
    TRY_VOID(link(from, "addendumTo", fields));
    TRY_VOID(link(from, "child", fields));
    // Without its child a report would be about all children of the other file.
    if (casework::isOfChild(from.view) && !fields.contains("child"))
        return fail(ErrorCode::NotFound, "the child in the other file");
    const auto made = m_store.ids.makeId<RecordId>();
    m_made.emplace(record.toString(), made.toString());
    put(made, from.view.kind, fields);
    TRY_VOID(moveTasks(from, made));
    return seal(from);
}

Result<void> MisfiledMoving::addLateEdit(RecordId record)
{
    TRY(const WrittenRecord from, readWritten(m_store, record));
    TRY(const auto acts, m_store.cases.recordsOfKind(m_move.from, store::SealedRecords::Kind));
    TRY(const std::string there, counterpartOf(record.toString()));
    json::Object late;
    for (const std::string &field : casework::lateFields(from.state, acts))
        if (const auto *value = from.view.fields.find(field); value && !value->isNull())
            late.set(field, *value);
    if (casework::takesAdditions(from.view.kind)) {
        TRY_VOID(addAdditions(from, late, there));
        return seal(from);
    }
    const auto made = RecordId::parse(there);
    if (!made)
        return fail(ErrorCode::NotFound, "what was moved before");
    // Beside what stands there and not over it: where the two differ they are two versions, and somebody chooses.
    if (!late.empty())
        put(*made, from.view.kind, late);
    return seal(from);
}

Result<void> MisfiledMoving::addAdditions(const WrittenRecord &from, const json::Object &late, const std::string &there)
{
    for (const auto &[field, value] : late) {
        TRY(json::Object fields, originFields(m_store, from));
        fields.set("text", lateText(from, field, value, m_store.clock.now()));
        fields.set("at", base::formatInstant(m_store.clock.now()));
        fields.remove("movedKey"); // That of the record itself stays the one by which it is found.
        if (!there.empty())
            fields.set("addendumTo", there);
        put(m_store.ids.makeId<RecordId>(), "note", fields);
    }
    return {};
}

Result<void> MisfiledMoving::addPhoto(RecordId record)
{
    TRY(const WrittenRecord from, readWritten(m_store, record));
    const auto photo = casework::readAttachment(from.view);
    if (!photo)
        return fail(ErrorCode::Unsupported, "an attachment of a newer version");
    const auto opened = m_store.field.blobs().open(photo->blob);
    if (!opened)
        return fail(ErrorCode::Unsupported, "a photo that is not here");
    TRY(const auto blob, crypto::sealBlob(*opened, m_store.random));
    casework::Attachment fresh;
    fresh.caption = photo->caption;
    fresh.mediaType = photo->mediaType;
    fresh.at = photo->at;
    fresh.blob = {blob.reference.name, blob.reference.size, blob.reference.key.clone()};
    json::Object fields = casework::attachmentFields(fresh);
    TRY(const json::Object origin, originFields(m_store, from));
    for (const auto &[field, value] : origin)
        fields.set(field, value);
    TRY_VOID(link(from, "about", fields));
    const auto made = m_store.ids.makeId<RecordId>();
    const store::Draft draft{
        m_move.to, {changelog::makeCreation(made, std::string(casework::Attachment::Kind), std::move(fields))}, {}};
    TRY(const auto changes, m_store.field.attachments().add(draft, made, blob));
    m_changes.insert(m_changes.end(), changes.begin(), changes.end());
    return seal(from);
}

Result<std::vector<ChangeId>> MisfiledMoving::write()
{
    std::vector<store::Draft> drafts = std::move(m_there);
    drafts.push_back(std::move(m_here));
    TRY(const auto changes, m_store.cases.saveAll(drafts));
    m_changes.insert(m_changes.end(), changes.begin(), changes.end());
    return std::move(m_changes);
}

Result<void> MisfiledMoving::seal(const WrittenRecord &record)
{
    TRY(auto act, actOn(m_store, record));
    m_here.sets.push_back(std::move(act));
    return {};
}

void MisfiledMoving::put(RecordId record, const std::string &kind, const json::Object &fields)
{
    for (json::Object &part : inParts(fields))
        m_there.push_back({m_move.to, {changelog::makeCreation(record, kind, std::move(part))}, {}});
}

Result<void> MisfiledMoving::link(const WrittenRecord &from, const char *field, json::Object &fields)
{
    TRY(const std::string there, counterpartOf(from.view.text(field)));
    if (!there.empty())
        fields.set(field, there);
    return {};
}

Result<std::string> MisfiledMoving::counterpartOf(const std::string &here)
{
    const auto record = RecordId::parse(here);
    if (!record)
        return std::string();
    if (const auto made = m_made.find(here); made != m_made.end())
        return made->second;
    const std::string key = casework::movedKeyOf(*record);
    for (const char *kind : Kinds) {
        TRY(const auto there, m_store.cases.recordsOfKind(m_move.to, kind));
        for (const RecordView &each : there)
            if (each.text("movedKey") == key)
                return each.id.toString();
    }
    return std::string();
}

Result<void> MisfiledMoving::moveTasks(const WrittenRecord &from, RecordId made)
{
    TRY(const auto tasks, m_store.cases.recordsOfKind(m_move.from, "task"));
    for (const RecordView &task : tasks) {
        const std::string status = task.text("status");
        if (task.text("record") != from.view.id.toString() || status == "done" || status == "dropped")
            continue;
        TRY(const auto state, m_store.cases.recordState(task.id));
        if (!state)
            continue;
        m_here.sets.push_back(changelog::makeEdit(*state, {{"status", "dropped"}}));
        if (!task.text("lobReport").empty()) // About a report of this person's.
            continue;
        json::Object fields{{"record", made.toString()}};
        for (const auto &[field, value] : task.fields)
            if (field != "record" && !value.isNull())
                fields.set(field, value);
        m_there.push_back(
            {m_move.to, {changelog::makeCreation(m_store.ids.makeId<RecordId>(), "task", std::move(fields))}, {}});
    }
    return {};
}

} // namespace faltakt::viewmodels
