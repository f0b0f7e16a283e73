#include "core/base/json.h"
#include "core/base/text.h"
#include "core/rules/guidance_catalogue.h"
#include "core/rules/profile_catalogue.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <sstream>

using namespace faltakt;
using namespace faltakt::rules;

namespace {

constexpr std::array Languages{Language::Swedish, Language::English};

GuidanceCatalogue shipped()
{
    auto guidance = shippedGuidance();
    if (!guidance)
        FAIL(guidance.error().detail());
    return std::move(*guidance);
}

Profile profileOf(std::string_view id)
{
    const auto catalogue = shippedProfiles();
    REQUIRE(catalogue.has_value());
    const auto profile = catalogue->find(id, *base::parseDate("2026-10-19"));
    REQUIRE(profile.has_value());
    return *profile;
}

std::vector<std::string> idsOf(const std::vector<GuidanceCard> &cards)
{
    std::vector<std::string> ids;
    std::ranges::transform(cards, std::back_inserter(ids), &GuidanceCard::id);
    return ids;
}

bool holds(const std::vector<GuidanceCard> &cards, std::string_view id)
{
    return std::ranges::find(cards, id, &GuidanceCard::id) != cards.end();
}

std::string everyWordOf(const GuidanceCard &card)
{
    std::string text = card.title;
    for (const TextBlock &block : card.blocks) {
        text += "\n" + block.text;
        for (const std::string &item : block.items)
            text += "\n" + item;
    }
    for (const std::string &tag : card.tags)
        text += "\n" + tag;
    return text;
}

/// All cards of all profiles, by id.
std::vector<GuidanceCard> allCards(const GuidanceCatalogue &guidance, Language language)
{
    std::vector<GuidanceCard> all = guidance.cards(emptyProfile(), language);
    for (const std::string &id : guidance.profiles()) {
        for (GuidanceCard &card : guidance.cards(profileOf(id), language)) {
            if (!holds(all, card.id))
                all.push_back(std::move(card));
        }
    }
    return all;
}

/// Three small cards; tests break one thing each.
std::string goodText()
{
    return R"({"format":1,"version":1,"areas":[{"code":"talk","name":{"sv":"Samtalet","en":"The talk"}}],"cards":[)"
           R"({"id":"text","area":"talk","title":{"sv":"Annat","en":"Other"},)"
           R"("body":[{"text":{"sv":"Om våld och glas","en":"On violence"}}],"tags":{"sv":["x"],"en":["x"]},)"
           R"("kind":"law","source":"SoL","confidence":"primary"},)"
           R"({"id":"tag","area":"talk","title":{"sv":"Glas","en":"Glass"},)"
           R"("body":[{"list":{"sv":["Ett","Två"],"en":["One","Two"]}}],"tags":{"sv":["våld"],"en":["violence"]},)"
           R"("kind":"default","source":"Vi","confidence":"unconfirmed","priority":4},)"
           R"({"id":"title","area":"talk","title":{"sv":"Våld och glas","en":"Violence"},)"
           R"("body":[{"steps":{"sv":["Ett"],"en":["One"]}}],"tags":{"sv":["x"],"en":["x"]},"profiles":["taby"],)"
           R"("kind":"guideline","source":"R","confidence":"secondary","harmless":true}]})";
}

GuidanceCatalogue good()
{
    auto guidance = GuidanceCatalogue::create(goodText());
    REQUIRE(guidance.has_value());
    return std::move(*guidance);
}

Profile named(std::string_view id, std::string_view parent = {})
{
    Profile profile = emptyProfile();
    profile.id = id;
    profile.parent = parent;
    return profile;
}

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    const auto found = text.find(what);
    REQUIRE(found != std::string::npos);
    return text.replace(found, what.size(), with);
}

} // namespace

TEST_CASE("the shipped cards stand in both languages and in every area")
{
    const GuidanceCatalogue guidance = shipped();
    const auto swedish = allCards(guidance, Language::Swedish);
    const auto english = allCards(guidance, Language::English);
    CHECK(swedish.size() >= 20);
    CHECK(idsOf(swedish) == idsOf(english));
    std::set<std::string> areas;
    for (std::size_t index = 0; index < swedish.size(); ++index) {
        INFO(swedish[index].id);
        areas.insert(swedish[index].area);
        CHECK(swedish[index].blocks != english[index].blocks);
        CHECK_FALSE(swedish[index].areaName.empty());
        CHECK_FALSE(swedish[index].source.empty());
    }
    CHECK(areas.size() == guidance.areas(Language::Swedish).size());
}

TEST_CASE("no shipped card uses a word that the app keeps off the screen")
{
    const GuidanceCatalogue guidance = shipped();
    for (const GuidanceCard &card : allCards(guidance, Language::Swedish)) {
        const std::string text = base::foldForSearch(everyWordOf(card));
        for (const std::string_view word : {"missbrukare", "alkoholist", "narkoman", "vägrade", "misskötsam",
                                            "återfallare", "brukare", "klient", "omotiverad"}) {
            INFO(card.id << ": " << word);
            CHECK(text.find(word) == std::string::npos);
        }
    }
    for (const Language language : Languages) {
        for (const GuidanceCard &card : allCards(guidance, language)) {
            INFO(card.id);
            CHECK(everyWordOf(card).find('!') == std::string::npos);
        }
    }
}

TEST_CASE("a harmless card names neither our trade nor anything about the person")
{
    const auto cards = shipped().harmlessCards(Language::Swedish);
    CHECK(cards.size() >= 3);
    for (const GuidanceCard &card : cards) {
        const std::string text = base::foldForSearch(everyWordOf(card));
        for (const std::string_view word : {"lob", "våld", "missbruk", "beroende", "alkohol", "drog", "polis", "barn",
                                            "lvm", "socialtjänst", "screening", "berus"}) {
            INFO(card.id << ": " << word);
            CHECK(text.find(word) == std::string::npos);
        }
    }
}

TEST_CASE("every profile that a card names is shipped")
{
    const auto catalogue = shippedProfiles();
    REQUIRE(catalogue.has_value());
    const auto known = catalogue->ids();
    for (const std::string &id : shipped().profiles())
        CHECK(std::ranges::find(known, id) != known.end());
}

TEST_CASE("a municipality sees its own cards and its county's, and nobody else's")
{
    const GuidanceCatalogue guidance = shipped();
    const auto taby = guidance.cards(profileOf("taby"), Language::Swedish);
    const auto norsjo = guidance.cards(profileOf("norsjo"), Language::Swedish);
    const auto nobody = guidance.cards(emptyProfile(), Language::Swedish);
    CHECK(holds(taby, "lob-taby"));
    CHECK_FALSE(holds(taby, "lob-vasterbotten"));
    CHECK(holds(norsjo, "lob-vasterbotten"));
    CHECK_FALSE(holds(norsjo, "lob-taby"));
    CHECK_FALSE(holds(nobody, "lob-taby"));
    CHECK_FALSE(holds(nobody, "lob-vasterbotten"));
    CHECK(holds(nobody, "danger-now"));
}

TEST_CASE("a search finds what a worker would type")
{
    const GuidanceCatalogue guidance = shipped();
    const auto first = [&](std::string_view query, Language language) {
        const auto hits = guidance.search(query, emptyProfile(), language);
        INFO(query);
        REQUIRE_FALSE(hits.empty());
        return hits.front().id;
    };
    CHECK(first("standardglas", Language::Swedish) == "standard-glass");
    CHECK(first("VÅLD", Language::Swedish) == "violence");
    CHECK(first("fråg våld", Language::Swedish) == "violence");
    CHECK(first("överklag", Language::Swedish) == "decisions-and-appeal");
    CHECK(first("gravid", Language::Swedish) == "pregnancy");
    CHECK(first("home visit", Language::English) == "home-visit");
    CHECK(guidance.search("zebra", emptyProfile(), Language::Swedish).empty());
}

TEST_CASE("every word of the query has to begin a word of the card")
{
    const GuidanceCatalogue guidance = good();
    CHECK(idsOf(guidance.search("ett", named(""), Language::Swedish)) == std::vector<std::string>{"tag"});
    CHECK(guidance.search("ett zebra", named(""), Language::Swedish).empty());
    CHECK(guidance.search("åld", named(""), Language::Swedish).empty());
    CHECK(guidance.search("one", named(""), Language::Swedish).empty());
}

TEST_CASE("titles come before tags and tags before the text")
{
    CHECK(idsOf(good().search("våld", named("taby"), Language::Swedish))
          == std::vector<std::string>{"title", "tag", "text"});
    CHECK(idsOf(good().search("våld glas", named("taby"), Language::Swedish))
          == std::vector<std::string>{"title", "tag", "text"});
}

TEST_CASE("a query without words gives every card in the order of the file")
{
    CHECK(idsOf(good().search(" - ", named("taby"), Language::Swedish))
          == std::vector<std::string>{"text", "tag", "title"});
    CHECK(idsOf(good().cards(named("x", "taby"), Language::English))
          == std::vector<std::string>{"text", "tag", "title"});
    CHECK(idsOf(good().cards(named("x"), Language::English)) == std::vector<std::string>{"text", "tag"});
}

TEST_CASE("a card is handed over with all that it says")
{
    const auto card = good().find("tag", Language::English);
    REQUIRE(card.has_value());
    CHECK(card->title == "Glass");
    CHECK(card->areaName == "The talk");
    CHECK(card->blocks == std::vector<TextBlock>{{TextBlock::Kind::List, {}, {"One", "Two"}}});
    CHECK(card->priority == 4);
    CHECK(card->kind == SourceKind::Default);
    CHECK(card->confidence == Confidence::Unconfirmed);
    CHECK_FALSE(card->harmless);
    CHECK(good().find("title", Language::Swedish)->blocks.front().kind == TextBlock::Kind::Steps);
    CHECK(good().find("none", Language::Swedish).error().code() == base::ErrorCode::NotFound);
}

TEST_CASE("a priority says how strong it is")
{
    CHECK(priorityText(3, Language::Swedish) == "Prioritet 3 av 10: bör erbjudas");
    CHECK(priorityText(4, Language::Swedish) == "Prioritet 4 av 10: kan erbjudas");
    CHECK(priorityText(7, Language::English) == "Priority 7 of 10: can be offered");
    CHECK(priorityText(8, Language::English) == "Priority 8 of 10: can be offered exceptionally");
    CHECK(confidenceText(Confidence::Unconfirmed, Language::Swedish) == "Allmän kunskap, kontrollera lokalt");
}

TEST_CASE("a guidance file with one fault is refused with its place")
{
    struct Breakage {
        std::string_view what;
        std::string_view with;
        std::string_view detail;
    };
    const Breakage breakages[]{
        {R"("format":1)", R"("format":2)", "format: written for a newer version of the program"},
        {R"("id":"tag")", R"("id":"text")", "cards[1].id: is there twice"},
        {R"("id":"text","area":"talk")", R"("id":"text","area":"law")", "cards[0].area: is not among the areas"},
        {R"(,"en":["One","Two"])", R"(,"en":["One"])",
         "cards[1].body[0].list: has not the same number of items in both languages"},
        {R"(["Ett","Två"])", R"(["Ett",""])", "cards[1].body[0].list.sv[1]: must not be empty"},
        {R"(["Ett","Två"])", R"([])", "cards[1].body[0].list.sv: must not be empty"},
        {R"({"text":{"sv":"Om våld och glas","en":"On violence"}})", R"({})",
         "cards[0].body[0].text: a block is one of text, list and steps"},
        {R"([{"text":{"sv":"Om våld och glas","en":"On violence"}}])", R"([])", "cards[0].body: must not be empty"},
        {R"({"text":{)", R"({"html":{)", "cards[0].body[0].html: is not a known name here"},
        {R"("priority":4)", R"("priority":11)", "cards[1].priority: must be between 1 and 10"},
        {R"("kind":"law")", R"("kind":"rumour")", "cards[0].kind: must be law, guideline or default"},
        {R"("harmless":true)", R"("harmless":1)", "cards[2].harmless: must be true or false"},
        {R"(,"en":"Other")", "", "cards[0].title.en: is missing"},
    };
    for (const Breakage &breakage : breakages) {
        INFO(breakage.detail);
        const auto guidance = GuidanceCatalogue::create(replaced(goodText(), breakage.what, breakage.with));
        REQUIRE_FALSE(guidance.has_value());
        CHECK(guidance.error().detail() == breakage.detail);
    }
}

TEST_CASE("the published schemas and the readers know the same names")
{
    const auto schemaOf = [](const std::string &name) {
        std::ifstream file(FALTAKT_SOURCE_DIR "/assets/schemas/" + name + ".schema.json");
        std::stringstream text;
        text << file.rdbuf();
        auto schema = base::json::parse(text.str());
        REQUIRE(schema.has_value());
        return std::move(*schema);
    };
    const auto card = schemaOf("guidance");
    // Each name that the schema allows is taken by the reader: another one would be refused as unknown.
    for (const auto &[name, value] : *card.find("definitions")->find("card")->find("properties")->object()) {
        INFO(name);
        const std::string text = R"({"format":1,"version":1,"areas":[],"cards":[{")" + name + R"(":null}]})";
        const auto guidance = GuidanceCatalogue::create(text);
        REQUIRE_FALSE(guidance.has_value());
        CHECK(guidance.error().detail().find("is not a known name") == std::string::npos);
    }
    CHECK(card.find("definitions")->find("card")->find("properties")->object()->size() == 11);
}
