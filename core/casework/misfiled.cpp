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
constexpr std::array<std::string_view, 13> StaysBehind{
    "lobReport", "task",        "addendumTo",      "about",   "child",    "writtenBy",  "writtenByName",
    "writtenAt", "wasSignedAt", "wasSignedByName", "movedAt", "movedKey", "movedByName"};
constexpr std::array<std::string_view, 9> Movable{"note",  "contact",       "assessment",  "act",       "children",
                                                  "child", "concernReport", "safetyCheck", "safetyTalk"};

/// In the place of a field: said of all of them. A long interview has hundreds, each with a change of its own.
constexpr std::string_view AnyField = "*";
constexpr std::size_t MostNamed = 64;

using SeenChanges = std::map<std::string, std::set<std::string>, std::less<>>;

bool isSeen(const SeenChanges &seen, std::string_view field, const std::string &change)
{
    const auto known = seen.find(field);
    return known != seen.end() && known->second.contains(change);
}

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
    return Origin{record.text("writtenBy"),      record.text("writtenByName"),   record.instant("writtenAt"),
                  record.instant("wasSignedAt"), record.text("wasSignedByName"), movedAt,
                  record.text("movedByName")};
}

bool canBeMisfiled(const RecordView &record) { return std::ranges::find(Movable, record.kind) != Movable.end(); }

bool takesAdditions(std::string_view kind) noexcept { return kind == "note" || kind == "contact"; }

bool isOfChild(const RecordView &record)
{
    return (record.kind == "concernReport" || record.kind == "safetyCheck") && !record.text("child").empty();
}

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
    if (record.fields().size() > MostNamed) {
        json::Array changes;
        for (const base::ChangeId &change : changelog::allHeads(record))
            changes.emplace_back(change.toString());
        seen.append(std::string(AnyField), std::move(changes));
        return seen;
    }
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
    SeenChanges seen;
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
        const bool isKnown =
            std::ranges::all_of(heads, [&, name = std::string_view(field)](const changelog::Head &head) {
                const std::string change = head.change.toString();
                return isSeen(seen, name, change) || isSeen(seen, AnyField, change);
            });
        if (!isKnown && movesAlong(field))
            late.push_back(field);
    }
    return late;
}

} // namespace faltakt::casework
