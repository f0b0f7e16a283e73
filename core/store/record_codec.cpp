#include "core/store/record_codec.h"

#include <algorithm>

namespace faltakt::store {

using base::ChangeId;
using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::Head;
using changelog::RecordState;
namespace json = base::json;

namespace {

constexpr std::size_t IdSize = 16;
/// Rows of our own; deeper and longer than any single change, since they gather many.
constexpr json::Limits RowLimits{.maxBytes = std::size_t(64) * 1024 * 1024, .maxDepth = 20};

json::Array encodeIds(const std::vector<ChangeId> &ids)
{
    json::Array array;
    for (const ChangeId &id : ids)
        array.emplace_back(id.toString());
    return array;
}

json::Array encodeHeads(const std::vector<Head> &heads)
{
    json::Array array;
    for (const Head &head : heads) {
        json::Object object{{"c", head.change.toString()}, {"v", head.value}};
        if (!head.seen.empty())
            object.append("s", encodeIds(head.seen));
        array.emplace_back(std::move(object));
    }
    return array;
}

Result<std::vector<ChangeId>> decodeIds(const json::Value *value)
{
    std::vector<ChangeId> ids;
    if (!value || !value->array())
        return ids;
    for (const json::Value &item : *value->array()) {
        if (!item.string())
            return fail(ErrorCode::Damaged, "record row: id list");
        TRY(const ChangeId id, ChangeId::parse(*item.string()));
        ids.push_back(id);
    }
    return ids;
}

Result<std::vector<Head>> decodeHeads(const json::Value &value)
{
    std::vector<Head> heads;
    if (!value.array())
        return fail(ErrorCode::Damaged, "record row: heads");
    for (const json::Value &item : *value.array()) {
        Head head;
        TRY(head.change, ChangeId::parse(item.stringAt("c")));
        if (const json::Value *stored = item.find("v"))
            head.value = *stored;
        TRY(head.seen, decodeIds(item.find("s")));
        heads.push_back(std::move(head));
    }
    return heads;
}

Result<void> decodeExtra(RecordState &record, std::string_view extra)
{
    TRY(const json::Value value, json::parse(extra, RowLimits));
    if (const json::Value *all = value.find("heads"); all && all->object()) {
        for (const auto &[field, heads] : *all->object()) {
            TRY(auto decoded, decodeHeads(heads));
            record.restoreHeads(field, std::move(decoded));
        }
    }
    if (const json::Value *awaited = value.find("awaited"); awaited && awaited->object()) {
        RecordState::Awaited map;
        for (const auto &[id, fields] : *awaited->object()) {
            TRY(const ChangeId change, ChangeId::parse(id));
            if (!fields.array())
                return fail(ErrorCode::Damaged, "record row: awaited");
            for (const json::Value &field : *fields.array())
                map[change].push_back(field.string() ? *field.string() : std::string());
        }
        record.restoreAwaited(std::move(map));
    }
    return {};
}

bool isPlain(const std::vector<Head> &heads) { return heads.size() == 1 && heads.front().seen.empty(); }

} // namespace

EncodedRecord encodeRecord(const RecordState &record, const changelog::MetaLookup &meta)
{
    EncodedRecord row;
    json::Object several;
    row.last.reserve(record.fields().size() * IdSize);
    for (const auto &[field, heads] : record.fields()) {
        if (!isPlain(heads))
            several.append(field, encodeHeads(heads));
        if (heads.empty())
            continue;
        row.fields.append(field, changelog::displayedValue(heads, meta));
        const ChangeId last = isPlain(heads) ? heads.front().change : ChangeId();
        row.last.insert(row.last.end(), last.bytes().begin(), last.bytes().end());
    }
    row.body = json::serialise(row.fields);
    json::Object extra;
    if (!several.empty())
        extra.append("heads", std::move(several));
    if (!record.awaited().empty()) {
        json::Object awaited;
        for (const auto &[change, fields] : record.awaited()) {
            json::Array names;
            for (const std::string &field : fields)
                names.emplace_back(field);
            awaited.append(change.toString(), std::move(names));
        }
        extra.append("awaited", std::move(awaited));
    }
    if (!extra.empty())
        row.extra = json::serialise(std::move(extra));
    return row;
}

Result<OtherValues> readOtherValues(const json::Object &displayed, std::string_view extra)
{
    OtherValues others;
    if (extra.empty())
        return others;
    TRY(const json::Value value, json::parse(extra, RowLimits));
    const json::Value *several = value.find("heads");
    if (!several || !several->object())
        return others;
    for (const auto &[field, heads] : *several->object()) {
        const json::Value *shown = displayed.find(field);
        TRY(const auto decoded, decodeHeads(heads));
        for (const Head &head : decoded)
            if (!shown || head.value != *shown)
                others.emplace_back(field, head.value);
    }
    return others;
}

Result<RecordState> decodeRecord(base::RecordId id, base::CaseId caseId, std::string kind, std::string_view body,
                                 base::ByteView last, std::string_view extra)
{
    RecordState record(id, caseId, std::move(kind));
    TRY(json::Value value, json::parse(body, RowLimits));
    if (!value.object() || value.object()->size() * IdSize != last.size())
        return fail(ErrorCode::Damaged, "record row: body and last do not fit");
    std::size_t offset = 0;
    for (const auto &[field, stored] : *value.object()) {
        TRY(const ChangeId change, ChangeId::fromBytes(last.subspan(offset, IdSize)));
        offset += IdSize;
        if (!change.isNil())
            record.restoreHeads(field, {Head{change, stored, {}}});
    }
    if (!extra.empty())
        TRY_VOID(decodeExtra(record, extra));
    return record;
}

} // namespace faltakt::store
