#include "qml/viewmodels/people/misfiled_moving.h"

#include "core/base/text.h"
#include "core/casework/attachment.h"
#include "core/casework/field_text.h"
#include "core/casework/schema_fields.h"
#include "core/store/sealed_records.h"
#include "qml/viewmodels/team/team_store.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::ChangeId;
using base::ErrorCode;
using base::fail;
using base::RecordId;
using base::Result;
using store::RecordView;
namespace json = base::json;

namespace {

Result<std::string> nameOf(OpenStore &store, base::WorkerId worker)
{
    TRY(const auto team, teamCase(store));
    if (team) {
        TRY(const auto names, colleagueNames(store, *team));
        if (const auto known = names.find(worker.toString()); known != names.end())
            return known->second;
    }
    return worker == store.cases.owner().worker ? store.field.registration().workerName : std::string();
}

/// Who wrote it first and when, as stated facts: what was moved before keeps what it says.
Result<void> tellOrigin(OpenStore &store, const WrittenRecord &from, json::Object &fields)
{
    if (const auto known = casework::originOf(from.view)) {
        for (const char *field : {"writtenBy", "writtenByName", "writtenAt"})
            if (const auto *value = from.view.fields.find(field))
                fields.set(field, *value);
    } else if (!from.changes.empty()) {
        const auto first = std::ranges::min_element(from.changes, {}, &changelog::Change::at);
        TRY(const std::string name, nameOf(store, first->by));
        fields.set("writtenBy", first->by.toString());
        if (!name.empty())
            fields.set("writtenByName", name);
        fields.set("writtenAt", base::formatInstant(first->at));
    }
    TRY(const std::string self, nameOf(store, store.cases.owner().worker));
    fields.set("movedAt", base::formatInstant(store.clock.now()));
    if (!self.empty())
        fields.set("movedByName", self);
    fields.set("movedKey", casework::movedKeyOf(from.view.id));
    return {};
}

Result<json::Object> copiedFields(OpenStore &store, const WrittenRecord &from)
{
    json::Object fields;
    for (const auto &[field, value] : from.view.fields)
        if (casework::movesAlong(field) && !value.isNull())
            fields.set(field, value);
    TRY_VOID(tellOrigin(store, from, fields));
    return fields;
}

Result<changelog::RecordSet> actOn(OpenStore &store, const WrittenRecord &record)
{
    TRY(const std::string self, nameOf(store, store.cases.owner().worker));
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
    TRY(const std::string parent, parentOf(from.view.text("addendumTo")));
    if (!parent.empty())
        fields.set("addendumTo", parent);
    const auto made = m_store.ids.makeId<RecordId>();
    m_made.emplace(record.toString(), made.toString());
    m_there.push_back({m_move.to, {changelog::makeCreation(made, from.view.kind, std::move(fields))}, {}});
    TRY_VOID(moveTasks(from, made));
    return seal(from);
}

Result<void> MisfiledMoving::addLateEdit(RecordId record)
{
    TRY(const WrittenRecord from, readWritten(m_store, record));
    TRY(const auto acts, m_store.cases.recordsOfKind(m_move.from, store::SealedRecords::Kind));
    TRY(const std::string parent, parentOf(record.toString()));
    for (const std::string &field : casework::lateFields(from.state, acts)) {
        const auto *value = from.view.fields.find(field);
        if (!value || value->isNull())
            continue;
        json::Object fields{{"text", lateText(from, field, *value, m_store.clock.now())},
                            {"at", base::formatInstant(m_store.clock.now())}};
        TRY_VOID(tellOrigin(m_store, from, fields));
        fields.remove("movedKey"); // That of the record itself stays the one by which it is found.
        if (!parent.empty())
            fields.set("addendumTo", parent);
        m_there.push_back(
            {m_move.to, {changelog::makeCreation(m_store.ids.makeId<RecordId>(), "note", std::move(fields))}, {}});
    }
    return seal(from);
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
    TRY_VOID(tellOrigin(m_store, from, fields));
    TRY(const std::string parent, parentOf(from.view.text("about")));
    if (!parent.empty())
        fields.set("about", parent);
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

Result<std::string> MisfiledMoving::parentOf(const std::string &here)
{
    const auto record = RecordId::parse(here);
    if (!record)
        return std::string();
    if (const auto made = m_made.find(here); made != m_made.end())
        return made->second;
    const std::string key = casework::movedKeyOf(*record);
    for (const char *kind : {"note", "contact"}) {
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
