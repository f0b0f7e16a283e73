// One person's file: show it, make one, write into it.
#include "core/base/text.h"
#include "core/casework/person_card.h"
#include "core/casework/record_schemas.h"
#include "sync/cli/commands.h"
#include "sync/cli/record_json.h"
#include "sync/cli/store_session.h"
#include "sync/client/signature_check.h"

#include <algorithm>

namespace faltakt::cli {

namespace json = base::json;
using base::CaseId;
using base::ChangeId;
using base::RecordId;

namespace {

/// The schema of a record that is to be changed; refused where the record is not here.
CommandExpected<const changelog::KindSchema *> kindOfRecord(store::CaseStore &cases, RecordId record)
{
    TRY_COMMAND(const auto state, cases.recordState(record));
    if (!state)
        return refuse("This device holds no record with that id.");
    return findKind(casework::recordSchemas(), state->kind());
}

CommandResult requireCase(store::CaseStore &cases, CaseId caseId)
{
    TRY_COMMAND(const bool known, cases.hasCase(caseId));
    if (!known)
        return refuse("This device holds no case with that id.");
    return {};
}

/// The time of the event is now where a kind has one and nobody gave another.
void addTimeOfEvent(const changelog::KindSchema &kind, json::Object &fields, base::Instant now)
{
    const changelog::FieldSchema *at = kind.field("at");
    if (at && at->type == changelog::FieldType::Instant && !fields.contains("at"))
        fields.append("at", base::formatInstant(now));
}

/// As it is shown of somebody with protected identity, whatever the record may hold by mistake.
store::RecordView withoutWho(store::RecordView record)
{
    std::vector<std::string> told;
    for (const auto &[field, value] : record.fields)
        if (casework::tellsWho(record.kind, field))
            told.push_back(field);
    for (const std::string &field : told)
        record.fields.remove(field);
    return record;
}

CommandExpected<json::Object> recordToJson(const store::CaseStore &cases, const client::SignatureCheck &signatures,
                                           const std::vector<store::RecordView> &all, const store::RecordView &record,
                                           bool isProtected)
{
    json::Object conflicts;
    if (record.conflicted) {
        TRY_COMMAND(const auto rows, cases.conflictsOfRecord(record.id));
        for (const store::ConflictRow &row : rows)
            if (!isProtected || !casework::tellsWho(record.kind, row.field))
                conflicts.set(row.field, headsToJson(row.heads));
    }
    TRY_COMMAND(const bool isSigned, signatures.isSigned(record.id, all));
    return json::Object{{"record", record.id.toString()},
                        {"kind", record.kind},
                        {"fields", record.fields},
                        {"conflicts", std::move(conflicts)},
                        {"signed", isSigned}};
}

CommandResult printChange(CommandContext &context, RecordId record, const std::vector<ChangeId> &changes)
{
    TRY_COMMAND_VOID(context.output.write(
        json::Object{{"record", record.toString()}, {"change", changes.empty() ? "" : changes.front().toString()}}));
    return {};
}

} // namespace

CommandResult runCase(CommandContext &context, const Invocation &invocation)
{
    TRY_COMMAND(const CaseId caseId, readId<CaseId>(invocation.argument(0), "case"));
    const std::string purpose = invocation.has("purpose") ? invocation.value("purpose") : "assigned";
    const changelog::KindSchema *access = casework::recordSchemas().kind("access");
    if (!checkFields(*access, {{"purpose", purpose}}))
        return wrongUsage("--purpose is assigned, deputy, breakGlass or support.");
    return withStoreForReading(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        store::CaseStore &cases = fieldStore.cases();
        TRY_COMMAND_VOID(requireCase(cases, caseId));
        TRY_COMMAND(const auto card, cases.card(caseId));
        const bool isProtected = card && card->card.isProtected;
        if (isProtected && base::trimmed(invocation.value("reason")).empty())
            return refuse(
                "This person has protected identity: say why the file is opened, with --reason. It is logged.");
        // Who opened what is durable before anything is shown.
        TRY_COMMAND_VOID(cases.logAccess(caseId, "open", purpose, invocation.value("reason")));
        TRY_COMMAND(const std::vector<store::RecordView> records, cases.recordsOfCase(caseId));
        const client::SignatureCheck signatures(cases, fieldStore.keys().signingKey().publicKey());
        json::Array array;
        for (const store::RecordView &record : records) {
            TRY_COMMAND(json::Object object, recordToJson(cases, signatures, records,
                                                          isProtected ? withoutWho(record) : record, isProtected));
            array.emplace_back(std::move(object));
        }
        TRY_COMMAND(const std::int64_t older, cases.olderAtServer(caseId));
        TRY_COMMAND_VOID(context.output.write(
            json::Object{{"case", caseId.toString()}, {"records", std::move(array)}, {"older", older}}));
        return {};
    });
}

CommandResult runCaseNew(CommandContext &context, const Invocation &invocation)
{
    TRY_COMMAND(json::Object person, readFields(invocation.values("set")));
    TRY_COMMAND(const changelog::KindSchema *kind, findKind(casework::recordSchemas(), "person"));
    TRY_COMMAND_VOID(checkFields(*kind, person));
    return withStore(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        base::UuidMaker ids(context.clock, context.random);
        const auto caseId = ids.makeId<CaseId>();
        const auto personRecord = ids.makeId<RecordId>();
        json::Object file{{"stage", "intake"},
                          {"openedAt", base::formatInstant(context.clock.now())},
                          {"profile", fieldStore.registration().profile},
                          {"responsible", fieldStore.registration().owner.worker.toString()}};
        store::Draft draft;
        draft.caseId = caseId;
        draft.sets.push_back(changelog::makeCreation(personRecord, "person", std::move(person)));
        draft.sets.push_back(changelog::makeCreation(ids.makeId<RecordId>(), "case", std::move(file)));
        TRY_COMMAND(const auto changes, fieldStore.cases().save(draft));
        TRY_COMMAND_VOID(context.output.write(json::Object{
            {"case", caseId.toString()}, {"record", personRecord.toString()}, {"change", changes.front().toString()}}));
        return {};
    });
}

CommandResult runNew(CommandContext &context, const Invocation &invocation)
{
    TRY_COMMAND(const CaseId caseId, readId<CaseId>(invocation.argument(0), "case"));
    TRY_COMMAND(const changelog::KindSchema *kind, findKind(casework::recordSchemas(), invocation.argument(1)));
    std::vector<std::string> words = invocation.values("set");
    words.insert(words.end(), invocation.arguments().begin() + 2, invocation.arguments().end());
    TRY_COMMAND(json::Object fields, readFields(words));
    if (fields.empty())
        return wrongUsage("A new record wants at least one --set FIELD=JSON.");
    TRY_COMMAND_VOID(checkFields(*kind, fields));
    addTimeOfEvent(*kind, fields, context.clock.now());
    return withStore(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        TRY_COMMAND_VOID(requireCase(fieldStore.cases(), caseId));
        const auto record = base::UuidMaker(context.clock, context.random).makeId<RecordId>();
        store::Draft draft;
        draft.caseId = caseId;
        draft.sets.push_back(changelog::makeCreation(record, std::string(kind->name), std::move(fields)));
        TRY_COMMAND(const auto changes, fieldStore.cases().save(draft));
        return printChange(context, record, changes);
    });
}

CommandResult runSet(CommandContext &context, const Invocation &invocation)
{
    TRY_COMMAND(const RecordId record, readId<RecordId>(invocation.argument(0), "record"));
    const std::string &field = invocation.argument(1);
    TRY_COMMAND(json::Value value, readJsonValue(invocation.argument(2)));
    return withStore(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        store::CaseStore &cases = fieldStore.cases();
        TRY_COMMAND(const changelog::KindSchema *kind, kindOfRecord(cases, record));
        const bool isDelete = field == "deleted" && value.boolean() && *value.boolean();
        if (field == "deleted" && !value.isBool())
            return refuse("The field 'deleted' wants true or false. Nothing was written.");
        if (field != "deleted")
            TRY_COMMAND_VOID(checkFields(*kind, {{field, value}}));
        TRY_COMMAND(const ChangeId change, isDelete ? cases.remove(record) : cases.edit(record, {{field, value}}));
        return printChange(context, record, {change});
    });
}

CommandResult runResolve(CommandContext &context, const Invocation &invocation)
{
    TRY_COMMAND(const RecordId record, readId<RecordId>(invocation.argument(0), "record"));
    const std::string &field = invocation.argument(1);
    if (invocation.has("keep") == invocation.has("value"))
        return wrongUsage("'resolve' wants either --keep CHANGE or --value JSON.");
    std::optional<ChangeId> keep;
    json::Value value;
    if (invocation.has("keep")) {
        TRY_COMMAND(keep, readId<ChangeId>(invocation.value("keep"), "change"));
    } else {
        TRY_COMMAND(value, readJsonValue(invocation.value("value")));
    }
    return withStore(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        store::CaseStore &cases = fieldStore.cases();
        TRY_COMMAND(const changelog::KindSchema *kind, kindOfRecord(cases, record));
        TRY_COMMAND(const auto conflicts, cases.conflictsOfRecord(record));
        const auto conflict = std::find_if(conflicts.begin(), conflicts.end(),
                                           [&](const store::ConflictRow &row) { return row.field == field; });
        if (conflict == conflicts.end())
            return refuse("There is no conflict in this field. It may have been resolved already.");
        const auto isHead = [&](const store::ConflictHead &head) { return head.change == keep; };
        if (keep && std::none_of(conflict->heads.begin(), conflict->heads.end(), isHead))
            return refuse(
                "That change is not one of the values that stand against each other; 'conflicts' lists them.");
        if (!keep && field != "deleted")
            TRY_COMMAND_VOID(checkFields(*kind, {{field, value}}));
        TRY_COMMAND(const ChangeId change, keep ? cases.resolveKeeping(record, field, *keep)
                                                : cases.resolveWith(record, field, std::move(value)));
        TRY_COMMAND_VOID(context.output.write(json::Object{{"change", change.toString()}}));
        return {};
    });
}

} // namespace faltakt::cli
