#pragma once

#include "core/base/result.h"
#include "core/rules/agenda_text.h"
#include "core/rules/text_block.h"

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// A page of assets/handbook as it stands in its file.
struct HandbookFile {
    std::string_view language; ///< "sv" or "en"
    std::string_view id;       ///< name of the file without its ending
    std::string_view text;
};

struct HandbookLink {
    std::string id;
    std::string title; ///< of the page that it leads to
};

/// The help for one screen, in one language, without marks.
struct HandbookPage {
    std::string id;
    std::string title;
    std::vector<TextBlock> blocks;
    std::vector<HandbookLink> related; ///< each page that the text leads to, once, in the order of reading
};

/// The handbook in both languages; a read-only value without a store. The pages are written in a small part of
/// Markdown: "# title" first, "## heading", paragraphs, "- item", "1. step" and [words](page.md). Nothing else has a
/// meaning, and marks that would have one elsewhere are refused.
class Handbook {
public:
    /// Refuses with "language/page: reason" a page that is not in order or not there in both languages, and a link that
    /// leads nowhere.
    [[nodiscard]] static base::Result<Handbook> create(const std::vector<HandbookFile> &files);

    /// The help for a screen; NotFound where there is no page of this id.
    [[nodiscard]] base::Result<HandbookPage> page(std::string_view id, Language language) const;
    /// Every page but the index itself, in the order of the page "index".
    [[nodiscard]] std::vector<HandbookLink> contents(Language language) const;

private:
    [[nodiscard]] const std::vector<HandbookPage> &in(Language language) const noexcept
    {
        return language == Language::Swedish ? m_swedish : m_english;
    }

    std::vector<HandbookPage> m_swedish;
    std::vector<HandbookPage> m_english;
};

/// The pages that come with the program, compiled in.
[[nodiscard]] const std::vector<HandbookFile> &shippedHandbookFiles();
/// The shipped handbook; a fault in it is a mistake of the build and shows in the tests.
[[nodiscard]] base::Result<Handbook> shippedHandbook();

} // namespace faltakt::rules
