#include "core/casework/misfiled.h"

#include "core/crypto/hash.h"
#include "core/store/sealed_records.h"

#include <algorithm>
#include <array>
#include <set>

namespace faltakt::casework {

using store::RecordView;
namespace json = base::json;

namespace {

/// Lead to something in the first file, or tell of an earlier moving.
constexpr std::array<std::string_view, 10> StaysBehind{"lobReport",   "task",         "addendumTo", "about",
                                                       "writtenBy",   "writtenAt",    "movedAt",    "movedKey",
                                                       "movedByName", "writtenByName"};

} // namespace

std::optional<Seal> sealOf(const RecordView &record)
{
    const json::Value *seal = record.fields.find(store::SealedRecords::Field);
    if (!seal || !seal->object())
        return std::nullopt;
    Seal told;
    if (const auto at = base::parseInstant(seal->stringAt("at")))
        told.at = *at;
    told.byName = seal->stringAt("byName");
    const json::Value *own = seal->find("own");
    told.isLate = !own || !own->boolean() || !*own->boolean();
    return told;
}

std::string sealText(const Seal &seal, base::Language language)
{
    return std::string(
        seal.isLate ? inLanguage(language, "Hör till något som är flyttat", "Belongs to something that was moved")
                    : inLanguage(language, "Förd på fel person", "In the wrong person's file"));
}

std::optional<Origin> originOf(const RecordView &record)
{
    const auto movedAt = record.instant("movedAt");
    if (!movedAt)
        return std::nullopt;
    return Origin{record.text("writtenBy"), record.text("writtenByName"), record.instant("writtenAt"), movedAt,
                  record.text("movedByName")};
}

bool canBeMisfiled(const RecordView &record) { return record.kind == "note" || record.kind == "contact"; }

bool movesAlong(std::string_view field) noexcept
{
    return field != "deleted" && std::ranges::find(StaysBehind, field) == StaysBehind.end();
}

std::string movedKeyOf(base::RecordId sealed)
{
    const std::string text = "faltakt misfiled 1 " + sealed.toString();
    return base::toBase64Url(crypto::blake2b256(base::bytesOf(text)));
}

json::Object seenIn(const changelog::RecordState &record)
{
    json::Object seen;
    for (const auto &[field, heads] : record.fields()) {
        json::Array changes;
        for (const changelog::Head &head : heads)
            changes.emplace_back(head.change.toString());
        seen.append(field, std::move(changes));
    }
    return seen;
}

std::vector<std::string> lateFields(const changelog::RecordState &record, const std::vector<RecordView> &acts)
{
    std::map<std::string, std::set<std::string>, std::less<>> seen;
    for (const RecordView &act : acts) {
        const json::Value *fields = act.text("record") == record.id().toString() ? act.fields.find("seen") : nullptr;
        if (!fields || !fields->object())
            continue;
        for (const auto &[field, changes] : *fields->object())
            if (changes.array())
                for (const json::Value &change : *changes.array())
                    if (change.string())
                        seen[field].insert(*change.string());
    }
    std::vector<std::string> late;
    for (const auto &[field, heads] : record.fields()) {
        const auto known = seen.find(field);
        const bool isSeen = std::ranges::all_of(heads, [&](const changelog::Head &head) {
            return known != seen.end() && known->second.contains(head.change.toString());
        });
        if (!isSeen && movesAlong(field))
            late.push_back(field);
    }
    return late;
}

} // namespace faltakt::casework
