#include "core/screening/brief_advice.h"

#include "core/screening/instrument_library.h"

#include <algorithm>

namespace faltakt::screening {

using base::Result;
using base::json::Array;
using base::json::Value;

namespace {

constexpr std::size_t MaxBytes = 256 * 1024;

tl::unexpected<base::Error> refuse(const std::string &path, std::string_view reason)
{
    return base::fail(base::ErrorCode::InvalidInput, path + ": " + std::string(reason));
}

/// A misspelt member would silently be missing.
Result<void> checkMembers(const Value &value, const std::string &path, std::initializer_list<std::string_view> names)
{
    if (!value.object())
        return refuse(path, "not an object");
    for (const auto &[name, member] : *value.object())
        if (std::ranges::find(names, name) == names.end())
            return refuse(path, "unknown member");
    return {};
}

Result<LocalText> readText(const Value &parent, std::string_view name, const std::string &path)
{
    const Value *value = parent.find(name);
    const std::string place = path + "." + std::string(name);
    if (!value)
        return refuse(place, "missing");
    TRY_VOID(checkMembers(*value, place, {"sv", "en"}));
    const std::string swedish = value->stringAt("sv");
    const std::string english = value->stringAt("en");
    if (swedish.empty() || english.empty())
        return refuse(place, "wants sv and en");
    LocalText text("sv", swedish);
    text.add("en", english);
    return text;
}

Result<const Array *> readList(const Value &parent, std::string_view name, const std::string &path)
{
    const Value *value = parent.find(name);
    if (!value || !value->array() || value->array()->empty())
        return refuse(path + "." + std::string(name), "wants a list with something in it");
    return value->array();
}

Result<AdviceLevel> readLevel(const Value &value, const std::string &path)
{
    TRY_VOID(checkMembers(value, path, {"code", "name", "meaning", "fromMinutes", "toMinutes"}));
    AdviceLevel level;
    TRY(level.code, value.requireString("code"));
    TRY(level.name, readText(value, "name", path));
    TRY(level.meaning, readText(value, "meaning", path));
    TRY(const std::int64_t from, value.requireInteger("fromMinutes"));
    TRY(const std::int64_t to, value.requireInteger("toMinutes"));
    if (from < 1 || to < from || to > 240)
        return refuse(path, "the minutes have no sense");
    level.fromMinutes = int(from);
    level.toMinutes = int(to);
    return level;
}

Result<AdviceCard> readCard(const Value &value, const std::string &path)
{
    TRY_VOID(checkMembers(value, path, {"instrument", "zone", "level", "points", "guidance"}));
    AdviceCard card;
    TRY(card.instrument, value.requireString("instrument"));
    TRY(card.zone, value.requireString("zone"));
    TRY(card.level, value.requireString("level"));
    TRY(const Array *points, readList(value, "points", path));
    for (std::size_t i = 0; i < points->size(); ++i) {
        const std::string place = path + ".points[" + std::to_string(i) + "]";
        TRY_VOID(checkMembers((*points)[i], place, {"text"}));
        TRY(LocalText text, readText((*points)[i], "text", place));
        card.points.push_back(std::move(text));
    }
    TRY(const Array *guidance, readList(value, "guidance", path));
    for (const Value &id : *guidance) {
        if (!id.string() || id.string()->empty())
            return refuse(path + ".guidance", "wants ids of guidance cards");
        card.guidance.push_back(*id.string());
    }
    return card;
}

} // namespace

Result<AdviceCatalogue> AdviceCatalogue::shipped()
{
    TRY(const std::string text, shippedAdvice());
    return parse(text);
}

Result<AdviceCatalogue> AdviceCatalogue::parse(std::string_view json)
{
    TRY(const Value root, base::json::parse(json, {.maxBytes = MaxBytes, .maxDepth = 10}));
    TRY_VOID(checkMembers(root, "advice", {"format", "note", "levels", "cards"}));
    if (root.integerAt("format") != 1)
        return refuse("advice.format", "only format 1 is read");
    AdviceCatalogue catalogue;
    TRY(catalogue.m_note, readText(root, "note", "advice"));
    TRY(const Array *levels, readList(root, "levels", "advice"));
    for (std::size_t i = 0; i < levels->size(); ++i) {
        TRY(AdviceLevel level, readLevel((*levels)[i], "advice.levels[" + std::to_string(i) + "]"));
        catalogue.m_levels.push_back(std::move(level));
    }
    TRY(const Array *cards, readList(root, "cards", "advice"));
    for (std::size_t i = 0; i < cards->size(); ++i) {
        const std::string path = "advice.cards[" + std::to_string(i) + "]";
        TRY(AdviceCard card, readCard((*cards)[i], path));
        if (!catalogue.level(card.level))
            return refuse(path + ".level", "no such level");
        if (catalogue.card(card.instrument, card.zone))
            return refuse(path, "a second card for this zone");
        catalogue.m_cards.push_back(std::move(card));
    }
    return catalogue;
}

const AdviceCard *AdviceCatalogue::card(std::string_view instrument, std::string_view zone) const noexcept
{
    const auto found = std::ranges::find_if(
        m_cards, [&](const AdviceCard &card) { return card.instrument == instrument && card.zone == zone; });
    return found == m_cards.end() ? nullptr : &*found;
}

const AdviceLevel *AdviceCatalogue::level(std::string_view code) const noexcept
{
    const auto found = std::ranges::find(m_levels, code, &AdviceLevel::code);
    return found == m_levels.end() ? nullptr : &*found;
}

base::json::Object briefAdviceField(std::string_view level, int minutes)
{
    return {{"level", level}, {"minutes", minutes}};
}

} // namespace faltakt::screening
