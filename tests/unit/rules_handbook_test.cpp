#include "core/base/text.h"
#include "core/rules/handbook.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <array>
#include <iterator>

using namespace faltakt;
using namespace faltakt::rules;

namespace {

constexpr std::array Languages{Language::Swedish, Language::English};

/// One page for each screen that has help, and one for what is done on the command line.
constexpr std::array ScreenPages{
    "enrol",       "passphrase", "lock",        "today",           "people",       "person",     "call-list",
    "lob-contact", "new",        "guided-talk", "quick-screening", "question",     "forms",      "result",
    "note",        "conflict",   "sync",        "emergency",       "hide",         "settings",   "photo",
    "guidance",    "demo",       "keyboard",    "privacy",         "team-returns", "handover",   "safety-talk",
    "exchange",    "packs",      "deadline",    "profile",         "own-profile",  "children",   "safety-check",
    "day",         "reading",    "light-forms", "check-in",        "takeover",     "week",       "misfiled",
    "closing",     "deputy",     "reminders",   "letters",         "contact-card", "visit-plan", "stage"};

Handbook shipped()
{
    auto handbook = shippedHandbook();
    if (!handbook)
        FAIL(handbook.error().detail());
    return std::move(*handbook);
}

HandbookPage pageOf(const Handbook &handbook, std::string_view id, Language language)
{
    auto page = handbook.page(id, language);
    INFO(id);
    REQUIRE(page.has_value());
    return std::move(*page);
}

std::string everyWordOf(const HandbookPage &page)
{
    std::string text = page.title;
    for (const TextBlock &block : page.blocks) {
        text += "\n" + block.text;
        for (const std::string &item : block.items)
            text += "\n" + item;
    }
    return text;
}

/// The two languages of one page; the page "b" is there to lead to.
base::Result<Handbook> withPage(std::string_view text)
{
    return Handbook::create(
        {{"sv", "a", text}, {"en", "a", text}, {"sv", "b", "# Bi\n\nSurr."}, {"en", "b", "# Bee\n\nHum."}});
}

std::string refusalOf(std::string_view text)
{
    const auto handbook = withPage(text);
    return handbook ? std::string() : handbook.error().detail();
}

} // namespace

TEST_CASE("every screen has its page in both languages")
{
    const Handbook handbook = shipped();
    for (const std::string_view id : ScreenPages) {
        const HandbookPage swedish = pageOf(handbook, id, Language::Swedish);
        const HandbookPage english = pageOf(handbook, id, Language::English);
        INFO(id);
        CHECK(swedish.title != english.title);
        const auto kinds = [](const HandbookPage &page) {
            std::vector<std::pair<TextBlock::Kind, std::size_t>> shape;
            std::ranges::transform(page.blocks, std::back_inserter(shape),
                                   [](const TextBlock &block) { return std::pair(block.kind, block.items.size()); });
            return shape;
        };
        CHECK(kinds(swedish) == kinds(english));
    }
}

TEST_CASE("the index leads to every other page, in the same order in both languages")
{
    const Handbook handbook = shipped();
    const auto swedish = handbook.contents(Language::Swedish);
    const auto english = handbook.contents(Language::English);
    CHECK(std::ranges::equal(swedish, english, {}, &HandbookLink::id, &HandbookLink::id));
    CHECK(swedish.size() == ScreenPages.size());
    CHECK(swedish.size() * 2 + 2 == shippedHandbookFiles().size());
    for (const std::string_view id : ScreenPages)
        CHECK(std::ranges::count(swedish, id, &HandbookLink::id) == 1);
}

TEST_CASE("every link of a page leads to a page and carries its title")
{
    const Handbook handbook = shipped();
    for (const Language language : Languages) {
        for (const HandbookLink &entry : handbook.contents(language)) {
            const HandbookPage page = pageOf(handbook, entry.id, language);
            INFO(entry.id);
            CHECK_FALSE(page.related.empty());
            for (const HandbookLink &link : page.related)
                CHECK(link.title == pageOf(handbook, link.id, language).title);
        }
    }
}

TEST_CASE("a page is short and has no word that the app keeps off the screen")
{
    const Handbook handbook = shipped();
    for (const Language language : Languages) {
        for (const HandbookLink &entry : handbook.contents(language)) {
            const std::string text = everyWordOf(pageOf(handbook, entry.id, language));
            const std::size_t words = base::splitWords(base::foldForSearch(text)).size();
            INFO(entry.id << ": " << words << " words");
            CHECK(words >= 60);
            CHECK(words <= 200);
            CHECK(text.find('!') == std::string::npos);
            CHECK(text.find("](") == std::string::npos);
            const std::string folded = base::foldForSearch(text);
            for (const std::string_view word :
                 {"missbrukare", "alkoholist", "misslyckades", "ogiltig", "synkad", "vägrade", "klient", "brukare"})
                CHECK(folded.find(word) == std::string::npos);
        }
    }
}

TEST_CASE("the titles of pages differ from each other")
{
    for (const Language language : Languages) {
        auto contents = shipped().contents(language);
        std::ranges::sort(contents, {}, &HandbookLink::title);
        CHECK(std::ranges::adjacent_find(contents, {}, &HandbookLink::title) == contents.end());
    }
}

TEST_CASE("a page is read into blocks, and its links into pages to go to")
{
    const auto handbook = withPage(
        "# Titel\n\nEn rad\noch en till.\n- Ett\n- [Två](b.md) saker\n\n1. Först\n2. Sedan\n\n## Mer\n\nSlut.\n\n"
        "Se också: [Bi](b.md)\n");
    REQUIRE(handbook.has_value());
    const HandbookPage page = pageOf(*handbook, "a", Language::Swedish);
    CHECK(page.title == "Titel");
    CHECK(page.blocks
          == std::vector<TextBlock>{{TextBlock::Kind::Paragraph, "En rad och en till.", {}},
                                    {TextBlock::Kind::List, {}, {"Ett", "Två saker"}},
                                    {TextBlock::Kind::Steps, {}, {"Först", "Sedan"}},
                                    {TextBlock::Kind::Heading, "Mer", {}},
                                    {TextBlock::Kind::Paragraph, "Slut.", {}}});
    REQUIRE(page.related.size() == 1);
    CHECK(page.related.front().id == "b");
    CHECK(page.related.front().title == "Bi");
    CHECK(pageOf(*handbook, "a", Language::English).related.front().title == "Bee");
}

TEST_CASE("two lists with an empty line between them stay two")
{
    const auto handbook = withPage("# T\n\n- Ett\n\n- Två");
    REQUIRE(handbook.has_value());
    CHECK(pageOf(*handbook, "a", Language::Swedish).blocks.size() == 2);
}

TEST_CASE("a page that is not there is not found")
{
    const auto page = shipped().page("none", Language::Swedish);
    REQUIRE_FALSE(page.has_value());
    CHECK(page.error().code() == base::ErrorCode::NotFound);
}

TEST_CASE("a page with one fault is refused with its name")
{
    CHECK(refusalOf("") == "sv/a: has no title or no text");
    CHECK(refusalOf("# T") == "sv/a: has no title or no text");
    CHECK(refusalOf("Text.") == "sv/a: begins without a title");
    CHECK(refusalOf("# T\n\n# T\n\nText.") == "sv/a: has two titles");
    CHECK(refusalOf("# T\n\n1. Ett\n3. Tre") == "sv/a: a step has the wrong number");
    CHECK(refusalOf("# T\n\nEn [länk](b.html).") == "sv/a: has a link that is not [words](page.md)");
    CHECK(refusalOf("# T\n\nEn [länk](../b.md).") == "sv/a: has a link that is not [words](page.md)");
    CHECK(refusalOf("# T\n\nEn [länk utan slut") == "sv/a: has a link that is not [words](page.md)");
    CHECK(refusalOf("# T\n\nEn [länk](c.md).") == "sv/a: leads to c, which is not there");
    CHECK(refusalOf("# T\n\nEtt **ord**.") == "sv/a: has a mark that means nothing here");
    CHECK(refusalOf("# T\n\n### Liten") == "sv/a: has a mark that means nothing here");
    CHECK(refusalOf("# T\n\nSlut ") == "sv/a: has an empty text or white space at the end of a line");
    CHECK(refusalOf("# T\n\nTabb\there") == "sv/a: holds a control character");
    CHECK(refusalOf("# T\n\n\xff") == "sv/a: is too long or not UTF-8");
    CHECK(refusalOf("# T\n\n" + std::string(20'000, 'a')) == "sv/a: is too long or not UTF-8");
}

TEST_CASE("both languages have to have the same pages, each once")
{
    const auto detail = [](const std::vector<HandbookFile> &files) {
        const auto handbook = Handbook::create(files);
        return handbook ? std::string() : handbook.error().detail();
    };
    constexpr std::string_view Text = "# T\n\nText.";
    CHECK(detail({{"sv", "a", Text}}) == "en/a: is missing");
    CHECK(detail({{"en", "a", Text}}) == "sv/a: is missing");
    CHECK(detail({{"sv", "a", Text}, {"sv", "a", Text}}) == "sv/a: is there twice");
    CHECK(detail({{"fi", "a", Text}}) == "fi/a: is in a language that the handbook has not");
    CHECK(detail({{"sv", "A_b", Text}}) == "sv/A_b: has a name that is not made of small letters and hyphens");
}
