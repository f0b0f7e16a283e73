#include "core/rules/guidance_reader.h"

#include "core/rules/guidance_files.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

namespace {

using base::Result;

constexpr std::size_t MaxAreas = 20;
constexpr std::size_t MaxCards = 200;
constexpr std::size_t MaxBlocks = 20;
constexpr std::size_t MaxItems = 12;
constexpr std::size_t MaxTags = 12;
constexpr std::size_t MaxProfiles = 20;
constexpr std::size_t MaxTitle = 60;
constexpr std::size_t MaxParagraph = 600;
constexpr std::size_t MaxItem = 300;

Result<void> readItems(const PathReader &reader, std::string_view name, GuidanceFileBlock &block)
{
    TRY(const PathReader languages, reader.object(name));
    TRY_VOID(languages.allowOnly({"sv", "en"}));
    TRY(block.swedish, languages.texts("sv", MaxItems, MaxItem));
    TRY(block.english, languages.texts("en", MaxItems, MaxItem));
    if (block.swedish.size() != block.english.size())
        return reader.refuse(name, "has not the same number of items in both languages");
    return {};
}

Result<GuidanceFileBlock> readBlock(const PathReader &reader)
{
    constexpr std::array Names{std::string_view("text"), std::string_view("list"), std::string_view("steps")};
    TRY_VOID(reader.allowOnly(Names));
    if (std::ranges::count_if(Names, [&](std::string_view name) { return reader.has(name); }) != 1)
        return reader.refuse("text", "a block is one of text, list and steps");
    GuidanceFileBlock block;
    if (reader.has("text")) {
        TRY(block.text, readLocalText(reader, "text", MaxParagraph));
        return block;
    }
    const bool numbered = reader.has("steps");
    block.kind = numbered ? TextBlock::Kind::Steps : TextBlock::Kind::List;
    TRY_VOID(readItems(reader, numbered ? "steps" : "list", block));
    return block;
}

Result<void> readTags(const PathReader &reader, GuidanceFileCard &card)
{
    TRY(const PathReader languages, reader.object("tags"));
    TRY_VOID(languages.allowOnly({"sv", "en"}));
    TRY(card.swedishTags, languages.texts("sv", MaxTags, MaxTitle));
    TRY(card.englishTags, languages.texts("en", MaxTags, MaxTitle));
    return {};
}

Result<SourceKind> readKind(const PathReader &reader)
{
    TRY(const std::string code, reader.text("kind", 20));
    for (const SourceKind kind : {SourceKind::Law, SourceKind::Guideline, SourceKind::Default}) {
        if (code == sourceKindName(kind))
            return kind;
    }
    return reader.refuse("kind", "must be law, guideline or default");
}

Result<void> readOptionalMembers(const PathReader &reader, GuidanceFileCard &card)
{
    if (reader.has("profiles")) {
        TRY(card.profiles, reader.texts("profiles", MaxProfiles, 40));
    }
    if (reader.has("priority")) {
        TRY(card.priority, reader.integer("priority", 1, 10));
    }
    if (reader.has("harmless")) {
        TRY(card.harmless, reader.boolean("harmless"));
    }
    return {};
}

Result<GuidanceFileCard> readCard(const PathReader &reader)
{
    TRY_VOID(reader.allowOnly(
        {"id", "area", "title", "body", "tags", "profiles", "priority", "kind", "source", "confidence", "harmless"}));
    GuidanceFileCard card;
    TRY(card.id, reader.code("id"));
    TRY(card.area, reader.code("area"));
    TRY(card.title, readLocalText(reader, "title", MaxTitle));
    TRY(const auto blocks, reader.objects("body", MaxBlocks));
    if (blocks.empty())
        return reader.refuse("body", "must not be empty");
    for (const PathReader &each : blocks) {
        TRY(GuidanceFileBlock block, readBlock(each));
        card.body.push_back(std::move(block));
    }
    TRY_VOID(readTags(reader, card));
    TRY_VOID(readOptionalMembers(reader, card));
    TRY(card.kind, readKind(reader));
    TRY(card.source, reader.text("source", 200));
    TRY(card.confidence, readConfidence(reader, "confidence"));
    return card;
}

Result<std::vector<GuidanceFileArea>> readAreas(const PathReader &reader)
{
    TRY(const auto readers, reader.objects("areas", MaxAreas));
    std::vector<GuidanceFileArea> areas;
    for (const PathReader &each : readers) {
        TRY_VOID(each.allowOnly({"code", "name"}));
        GuidanceFileArea area;
        TRY(area.code, each.code("code"));
        TRY(area.name, readLocalText(each, "name", MaxTitle));
        if (std::ranges::find(areas, area.code, &GuidanceFileArea::code) != areas.end())
            return each.refuse("code", "is there twice");
        areas.push_back(std::move(area));
    }
    return areas;
}

} // namespace

Result<GuidanceFile> readGuidance(std::string_view text)
{
    TRY(const base::json::Value root, base::json::parse(text, {.maxBytes = GuidanceFileBytes, .maxDepth = 8}));
    TRY(const PathReader reader, PathReader::open(root));
    TRY_VOID(reader.allowOnly({"$schema", "format", "version", "areas", "cards"}));
    TRY_VOID(readGuidanceHead(reader));
    GuidanceFile file;
    TRY(file.areas, readAreas(reader));
    TRY(const auto readers, reader.objects("cards", MaxCards));
    for (const PathReader &each : readers) {
        TRY(GuidanceFileCard card, readCard(each));
        if (std::ranges::find(file.cards, card.id, &GuidanceFileCard::id) != file.cards.end())
            return each.refuse("id", "is there twice");
        if (std::ranges::find(file.areas, card.area, &GuidanceFileArea::code) == file.areas.end())
            return each.refuse("area", "is not among the areas");
        file.cards.push_back(std::move(card));
    }
    return file;
}

} // namespace faltakt::rules
