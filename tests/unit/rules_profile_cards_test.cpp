#include "core/rules/deadline_rules.h"
#include "core/rules/guidance_catalogue.h"
#include "core/rules/profile_cards.h"
#include "core/rules/profile_catalogue.h"
#include "core/rules/profile_words.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <set>

using namespace faltakt;
using namespace faltakt::rules;

namespace {

const base::Date Today = *base::parseDate("2026-11-26");

Profile shipped(std::string_view id)
{
    const auto catalogue = shippedProfiles();
    REQUIRE(catalogue.has_value());
    const auto profile = catalogue->find(id, Today);
    REQUIRE(profile.has_value());
    return *profile;
}

GuidanceCard cardOf(const std::vector<GuidanceCard> &cards, std::string_view id)
{
    const auto found = std::ranges::find(cards, id, &GuidanceCard::id);
    INFO(id);
    REQUIRE(found != cards.end());
    return *found;
}

std::vector<std::string> itemsOf(const GuidanceCard &card)
{
    std::vector<std::string> items;
    for (const TextBlock &block : card.blocks)
        items.insert(items.end(), block.items.begin(), block.items.end());
    return items;
}

bool holds(const GuidanceCard &card, std::string_view item)
{
    const auto items = itemsOf(card);
    return std::ranges::find(items, item) != items.end();
}

bool finds(const std::vector<GuidanceCard> &cards, std::string_view id)
{
    return std::ranges::find(cards, id, &GuidanceCard::id) != cards.end();
}

} // namespace

TEST_CASE("every setting has its words once, in both languages")
{
    std::set<std::string_view> told;
    for (const SettingGroup &group : settingGroups()) {
        CHECK_FALSE(group.swedish.empty());
        CHECK_FALSE(group.english.empty());
        for (const SettingWords &words : group.settings) {
            INFO(words.setting);
            CHECK(told.insert(words.setting).second);
            CHECK_FALSE(words.swedish.empty());
            CHECK_FALSE(words.english.empty());
        }
    }
    std::size_t known = 0;
    forEachSetting([&](std::string_view name, auto) {
        INFO(name);
        ++known;
        CHECK(told.contains(name));
    });
    CHECK(told.size() == known);
}

TEST_CASE("the municipality's card says what is stated, where, and what is not stated")
{
    const auto card = cardOf(profileCards(shipped("taby"), Today, Language::Swedish), "profile");
    CHECK(card.blocks.front().text == "Täby kommun, version 1.");
    CHECK(holds(card, "Från den åldern tar vuxenenheten emot: 20 år (Riktlinje Täby, målgrupp)"));
    CHECK(holds(card, "Antal försök: anges inte i riktlinjen. Förval: 3"));
    CHECK(holds(card, "Skyddsbedömning senast inom: anges inte i riktlinjen"));
    CHECK(holds(card, "Regionen tar över behandling från: anges inte i riktlinjen"));
    std::size_t settings = 0;
    forEachSetting([&](std::string_view, auto) { ++settings; });
    CHECK(itemsOf(card).size() == settings);
    const auto english = cardOf(profileCards(shipped("taby"), Today, Language::English), "profile");
    CHECK(holds(english, "Number of attempts: not stated in the guideline. Default: 3"));
}

TEST_CASE("an inherited setting carries the county's source")
{
    const auto card = cardOf(profileCards(shipped("norsjo"), Today, Language::Swedish), "profile");
    const auto items = itemsOf(card);
    CHECK(std::ranges::any_of(items, [](const std::string &item) {
        return item.starts_with("Uppföljning efter LOB: ja (Länsöverenskommelse Västerbotten");
    }));
    CHECK(holds(card, "Skyddsbedömning senast inom: 24 timmar (Riktlinje Norsjö, handläggning)"));
}

TEST_CASE("an insats shows the paragraph of a decision of the day")
{
    const Profile taby = shipped("taby");
    const auto now = cardOf(profileCards(taby, Today, Language::Swedish), "profile-insats-caseManager");
    CHECK(holds(now, "Efter ansökan och utredning"));
    CHECK(holds(now, "Lagrum: SoL 11:1"));
    CHECK(holds(now, "Lagrum i beslut enligt en annan lag: SoL 4:1 (2001:453)"));
    CHECK(holds(now, "Antecknas i akten"));
    CHECK(holds(now, "Följs upp senast efter 3 månader"));
    const auto before =
        cardOf(profileCards(taby, *base::parseDate("2025-06-30"), Language::Swedish), "profile-insats-caseManager");
    CHECK(holds(before, "Lagrum: SoL 4:1 (2001:453)"));
    CHECK(holds(before, "Lagrum i beslut enligt en annan lag: SoL 11:1"));
}

TEST_CASE("times are called by the names of their rules")
{
    const auto taby = profileCards(shipped("taby"), Today, Language::Swedish);
    const DeadlineRule *rule = shippedDeadlineRules().rule("placement.review");
    REQUIRE(rule);
    CHECK(holds(cardOf(taby, "profile-deadlines"), rule->title.swedish + ": 3 månader (Riktlinje Täby, heldygnsvård)"));
    CHECK(holds(cardOf(profileCards(shipped("taby"), Today, Language::English), "profile-insats-hvb"),
                "Time: " + rule->title.english + " (3 months)"));
}

TEST_CASE("a contact without a number says that none is stated")
{
    const auto flen = profileCards(shipped("flen"), Today, Language::Swedish);
    CHECK(holds(cardOf(flen, "profile-contact-varnas"), "Telefon: anges inte i riktlinjen"));
    const auto norsjo = profileCards(shipped("norsjo"), Today, Language::Swedish);
    CHECK(holds(cardOf(norsjo, "profile-contact-dopingAdvice"), "Telefon: 019-602 33 60"));
    CHECK(cardOf(flen, "profile-contact-varnas").number.empty());
    CHECK(cardOf(norsjo, "profile-contact-dopingAdvice").number == "019-602 33 60");
}

TEST_CASE("whoever gives an insats is rung from its card")
{
    Profile flen = shipped("flen");
    const auto insats = std::ranges::find_if(flen.insatser, [&](const ProfileInsats &each) {
        return std::ranges::find(flen.contacts, each.provider, &ProfileContact::code) != flen.contacts.end();
    });
    REQUIRE(insats != flen.insatser.end());
    const std::string id = "profile-insats-" + insats->code;
    CHECK(cardOf(profileCards(flen, Today, Language::Swedish), id).number.empty());
    std::ranges::find(flen.contacts, insats->provider, &ProfileContact::code)->number =
        Figure<std::string>{"08-465 004 12", SourceKind::Guideline, "x", {}};
    const auto card = cardOf(profileCards(flen, Today, Language::Swedish), id);
    CHECK(card.number == "08-465 004 12");
    CHECK(holds(card, "Telefon: 08-465 004 12"));
}

TEST_CASE("the day on which the region takes treatment over stands with each of it, and from then on what it took")
{
    Profile taby = shipped("taby");
    const base::Date day = *base::parseDate("2027-01-01");
    CHECK_FALSE(taby.stated.reformRegionTreatsFrom);
    taby.stated.reformRegionTreatsFrom = Figure<base::Date>{day, SourceKind::Guideline, "Avtal", {}};
    const auto before = profileCards(taby, Today, Language::Swedish);
    CHECK(holds(cardOf(before, "profile-insats-cra"), "Regionen tar över från fredag 1 januari 2027"));
    CHECK_FALSE(holds(cardOf(before, "profile-insats-caseManager"), "Regionen tar över från fredag 1 januari 2027"));
    CHECK(std::ranges::find(before, "profile-handed-over", &GuidanceCard::id) == before.end());
    const auto after = profileCards(taby, day, Language::Swedish);
    CHECK(std::ranges::find(after, "profile-insats-cra", &GuidanceCard::id) == after.end());
    const auto card = cardOf(after, "profile-handed-over");
    CHECK(holds(card, std::ranges::find(taby.insatser, "cra", &ProfileInsats::code)->name.swedish));
    CHECK(card.source == "Avtal");
    CHECK(itemsOf(card).size() == std::size_t(std::ranges::count_if(taby.insatser, &ProfileInsats::treatment)));
}

TEST_CASE("every card has an id of its own, words and a source, in both languages alike")
{
    for (const std::string_view id : {"flen", "norsjo", "taby", "vasterbotten"}) {
        const auto swedish = profileCards(shipped(id), Today, Language::Swedish);
        const auto english = profileCards(shipped(id), Today, Language::English);
        REQUIRE(swedish.size() == english.size());
        std::set<std::string> ids;
        for (std::size_t index = 0; index < swedish.size(); ++index) {
            const GuidanceCard &card = swedish[index];
            INFO(card.id);
            CHECK(ids.insert(card.id).second);
            CHECK(card.id.starts_with("profile"));
            CHECK(card.id == english[index].id);
            CHECK_FALSE(card.title.empty());
            CHECK_FALSE(card.source.empty());
            CHECK_FALSE(card.blocks.empty());
            CHECK_FALSE(card.harmless);
            CHECK(itemsOf(card).size() == itemsOf(english[index]).size());
        }
    }
    CHECK(profileCards(emptyProfile(), Today, Language::Swedish).empty());
}

TEST_CASE("the one search finds a municipality's insatser, contacts and rules")
{
    auto guidance = shippedGuidance();
    REQUIRE(guidance.has_value());
    const Profile flen = shipped("flen");
    CHECK_FALSE(finds(guidance->search("vårnäs", flen, Language::Swedish), "profile-contact-varnas"));
    guidance->addProfile(flen, Today);
    CHECK(finds(guidance->search("vårnäs telefon", flen, Language::Swedish), "profile-contact-varnas"));
    CHECK(finds(guidance->search("målgrupp", flen, Language::Swedish), "profile"));
    CHECK(guidance->find("profile", Language::English)->areaName == "The municipality's profile");
    CHECK(guidance->areas(Language::Swedish).back().name == "Kommunens regler");
    // The cards of one area stand together, so that each heading stands once.
    std::set<std::string> seen;
    std::string area;
    for (const GuidanceCard &card : guidance->cards(flen, Language::Swedish)) {
        if (card.area != area) {
            area = card.area;
            INFO(area);
            CHECK(seen.insert(area).second);
        }
    }
}
