#include "core/rules/handbook.h"

#include "core/rules/handbook_reader.h"

#include <algorithm>

namespace faltakt::rules {

using base::Result;

namespace {

constexpr std::string_view IndexPage = "index";

const HandbookPage *pageOf(const std::vector<HandbookPage> &pages, std::string_view id)
{
    const auto found = std::ranges::find(pages, id, &HandbookPage::id);
    return found == pages.end() ? nullptr : &*found;
}

tl::unexpected<base::Error> refuse(std::string_view language, std::string_view id, std::string_view reason)
{
    return base::fail(base::ErrorCode::InvalidInput,
                      std::string(language) + "/" + std::string(id) + ": " + std::string(reason));
}

/// Gives each link the title of its page.
Result<void> resolveLinks(std::vector<HandbookPage> &pages, std::string_view language)
{
    for (HandbookPage &page : pages) {
        for (HandbookLink &link : page.related) {
            const HandbookPage *target = pageOf(pages, link.id);
            if (!target)
                return refuse(language, page.id, "leads to " + link.id + ", which is not there");
            link.title = target->title;
        }
    }
    return {};
}

Result<void> checkSamePages(const std::vector<HandbookPage> &pages, const std::vector<HandbookPage> &others,
                            std::string_view otherLanguage)
{
    for (const HandbookPage &page : pages) {
        if (!pageOf(others, page.id))
            return refuse(otherLanguage, page.id, "is missing");
    }
    return {};
}

} // namespace

Result<Handbook> Handbook::create(const std::vector<HandbookFile> &files)
{
    Handbook handbook;
    for (const HandbookFile &file : files) {
        if (file.language != "sv" && file.language != "en")
            return refuse(file.language, file.id, "is in a language that the handbook has not");
        auto page = readHandbookPage(file.id, file.text);
        if (!page)
            return refuse(file.language, file.id, page.error().detail());
        auto &pages = file.language == "sv" ? handbook.m_swedish : handbook.m_english;
        if (pageOf(pages, page->id))
            return refuse(file.language, file.id, "is there twice");
        pages.push_back(std::move(*page));
    }
    TRY_VOID(checkSamePages(handbook.m_swedish, handbook.m_english, "en"));
    TRY_VOID(checkSamePages(handbook.m_english, handbook.m_swedish, "sv"));
    TRY_VOID(resolveLinks(handbook.m_swedish, "sv"));
    TRY_VOID(resolveLinks(handbook.m_english, "en"));
    return handbook;
}

Result<HandbookPage> Handbook::page(std::string_view id, Language language) const
{
    const HandbookPage *found = pageOf(in(language), id);
    if (!found)
        return base::fail(base::ErrorCode::NotFound, "no page of this id in the handbook");
    return *found;
}

std::vector<HandbookLink> Handbook::contents(Language language) const
{
    const HandbookPage *index = pageOf(in(language), IndexPage);
    return index ? index->related : std::vector<HandbookLink>();
}

Result<Handbook> shippedHandbook() { return Handbook::create(shippedHandbookFiles()); }

} // namespace faltakt::rules
