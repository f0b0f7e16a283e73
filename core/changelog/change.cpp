#include "core/changelog/change.h"

#include "core/crypto/hash.h"

namespace faltakt::changelog {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace json = base::json;

namespace {

// What can be written as a date of four digits, in milliseconds since 1970. A clock may be years wrong; a number out of these
// is no time.
constexpr std::int64_t EarliestAt = -2'208'988'800'000; // 1900-01-01
constexpr std::int64_t LatestAt = 253'402'300'799'999;  // 9999-12-31T23:59:59.999

template <typename IdType>
Result<IdType> readId(const json::Value &object, std::string_view name)
{
    TRY(const std::string text, object.requireString(name));
    auto id = IdType::parse(text);
    if (!id)
        return fail(ErrorCode::InvalidInput, std::string(name) + " must be an id");
    return *id;
}

Result<std::vector<ChangeId>> readBase(const json::Value &object)
{
    std::vector<ChangeId> ids;
    TRY(const json::Array *items, object.requireArray("base"));
    if (items->size() > ChangeLimits::BasePerSet)
        return fail(ErrorCode::TooLarge, "base names too many changes");
    ids.reserve(items->size());
    for (const json::Value &item : *items) {
        if (!item.string())
            return fail(ErrorCode::InvalidInput, "base must hold ids");
        TRY(const ChangeId id, ChangeId::parse(*item.string()));
        ids.push_back(id);
    }
    return ids;
}

Result<RecordSet> readSet(const json::Value &object)
{
    RecordSet set;
    TRY(set.record, readId<RecordId>(object, "rec"));
    TRY(set.kind, object.requireString("kind"));
    if (set.kind.empty() || set.kind.size() > ChangeLimits::NameBytes)
        return fail(ErrorCode::InvalidInput, "kind has a wrong length");
    TRY(const json::Object *fields, object.requireObject("set"));
    if (fields->empty())
        return fail(ErrorCode::InvalidInput, "set is empty");
    if (fields->size() > ChangeLimits::FieldsPerSet)
        return fail(ErrorCode::TooLarge, "set holds too many fields");
    for (const auto &[name, value] : *fields)
        if (name.empty() || name.size() > ChangeLimits::NameBytes)
            return fail(ErrorCode::InvalidInput, "a field name has a wrong length");
    set.fields = *fields;
    TRY(set.base, readBase(object));
    if (set.base.size() * fields->size() > ChangeLimits::FieldsTimesBase)
        return fail(ErrorCode::TooLarge, "set names too many changes for its fields");
    return set;
}

} // namespace

std::string writeChange(const Change &change)
{
    json::Array sets;
    sets.reserve(change.sets.size());
    for (const RecordSet &set : change.sets) {
        json::Array base;
        base.reserve(set.base.size());
        for (const ChangeId &id : set.base)
            base.emplace_back(id.toString());
        sets.emplace_back(json::Object{
            {"rec", set.record.toString()}, {"kind", set.kind}, {"set", set.fields}, {"base", std::move(base)}});
    }
    json::Object object{{"id", change.id.toString()},
                        {"by", change.by.toString()},
                        {"case", change.caseId.toString()},
                        {"at", base::toMs(change.at)}};
    if (change.event)
        object.append("event", *change.event);
    object.append("v", change.version);
    object.append("sets", std::move(sets));
    return json::serialise(std::move(object));
}

Result<ChangeLine> readChangeLine(std::string line)
{
    if (line.size() > ChangeLimits::LineBytes)
        return fail(ErrorCode::TooLarge, "change line");
    TRY(const json::Value value, json::parse(line, {.maxBytes = ChangeLimits::LineBytes, .maxDepth = 16}));
    if (!value.isObject())
        return fail(ErrorCode::InvalidInput, "a change must be an object");
    ChangeLine result;
    Change &change = result.change;
    TRY(change.id, readId<ChangeId>(value, "id"));
    TRY(change.by, readId<WorkerId>(value, "by"));
    TRY(change.caseId, readId<CaseId>(value, "case"));
    TRY(const std::int64_t at, value.requireInteger("at"));
    if (at < EarliestAt || at > LatestAt)
        return fail(ErrorCode::InvalidInput, "at must lie in the years 1900 to 9999");
    change.at = base::instantFromMs(at);
    if (value.find("event")) {
        TRY(std::string event, value.requireString("event"));
        TRY_VOID(base::parseInstant(event));
        change.event = std::move(event);
    }
    TRY(change.version, value.requireInteger("v"));
    if (change.version < 1)
        return fail(ErrorCode::InvalidInput, "v must be 1 or more");
    TRY(const json::Array *sets, value.requireArray("sets"));
    if (sets->empty() || sets->size() > ChangeLimits::Sets)
        return fail(sets->empty() ? ErrorCode::InvalidInput : ErrorCode::TooLarge, "number of sets");
    for (const json::Value &item : *sets) {
        TRY(RecordSet set, readSet(item));
        for (const RecordSet &earlier : change.sets)
            if (earlier.record == set.record)
                return fail(ErrorCode::InvalidInput, "a record stands twice in sets");
        change.sets.push_back(std::move(set));
    }
    result.hash = crypto::blake2b256(base::bytesOf(line));
    result.line = std::move(line);
    return result;
}

ChangeLine sealChange(Change change)
{
    ChangeLine result;
    result.line = writeChange(change);
    result.hash = crypto::blake2b256(base::bytesOf(result.line));
    result.change = std::move(change);
    return result;
}

} // namespace faltakt::changelog
