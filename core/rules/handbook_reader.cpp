#include "core/rules/handbook_reader.h"

#include "core/base/text.h"

#include <algorithm>
#include <optional>

namespace faltakt::rules {

using base::Result;

namespace {

/// Marks that mean something in Markdown and nothing here; one that stands in a page is a slip.
constexpr std::string_view ForeignMarks = "*_`<>|#~\\";

tl::unexpected<base::Error> refuse(std::string_view reason)
{
    return base::fail(base::ErrorCode::InvalidInput, std::string(reason));
}

bool isPageId(std::string_view id)
{
    return !id.empty() && id.size() <= 40
           && std::ranges::all_of(id, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

/// "3. words" gives the 3 and leaves "words"; nothing for another line.
std::optional<std::size_t> takeStepNumber(std::string_view &line)
{
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits == 0 || digits > 2 || !line.substr(digits).starts_with(". "))
        return std::nullopt;
    std::size_t number = 0;
    for (const char digit : line.substr(0, digits))
        number = number * 10 + std::size_t(digit - '0');
    line.remove_prefix(digits + 2);
    return number;
}

/// Builds a page line by line. A block ends at an empty line or where another kind begins.
class PageBuilder {
public:
    explicit PageBuilder(std::string_view id) { m_page.id = id; }

    Result<void> add(std::string_view line)
    {
        if (line.empty()) {
            m_open = false;
            return {};
        }
        if (line.starts_with("# "))
            return addTitle(line.substr(2));
        if (m_page.title.empty())
            return refuse("begins without a title");
        if (line.starts_with("## "))
            return addHeading(line.substr(3));
        if (line.starts_with("- "))
            return addItem(TextBlock::Kind::List, line.substr(2));
        if (const auto number = takeStepNumber(line))
            return addStep(*number, line);
        return addParagraphLine(line);
    }

    Result<HandbookPage> take()
    {
        std::erase_if(m_page.blocks, [](const TextBlock &block) {
            return block.text.starts_with("Se också:") || block.text.starts_with("See also:");
        });
        if (m_page.title.empty() || m_page.blocks.empty())
            return refuse("has no title or no text");
        return std::move(m_page);
    }

private:
    Result<void> addTitle(std::string_view words)
    {
        if (!m_page.title.empty())
            return refuse("has two titles");
        TRY(m_page.title, plain(words));
        return {};
    }

    Result<void> addHeading(std::string_view words)
    {
        TRY(std::string text, plain(words));
        m_page.blocks.push_back({TextBlock::Kind::Heading, std::move(text), {}});
        m_open = false;
        return {};
    }

    Result<void> addStep(std::size_t number, std::string_view words)
    {
        const bool continues = m_open && m_page.blocks.back().kind == TextBlock::Kind::Steps;
        const std::size_t expected = continues ? m_page.blocks.back().items.size() + 1 : 1;
        if (number != expected)
            return refuse("a step has the wrong number");
        return addItem(TextBlock::Kind::Steps, words);
    }

    Result<void> addItem(TextBlock::Kind kind, std::string_view words)
    {
        TRY(std::string text, plain(words));
        if (!m_open || m_page.blocks.back().kind != kind)
            m_page.blocks.push_back({kind, {}, {}});
        m_page.blocks.back().items.push_back(std::move(text));
        m_open = true;
        return {};
    }

    Result<void> addParagraphLine(std::string_view words)
    {
        TRY(const std::string text, plain(words));
        if (m_open && m_page.blocks.back().kind == TextBlock::Kind::Paragraph)
            m_page.blocks.back().text += " " + text;
        else
            m_page.blocks.push_back({TextBlock::Kind::Paragraph, text, {}});
        m_open = true;
        return {};
    }

    /// The words without links, whose pages are kept.
    Result<std::string> plain(std::string_view words)
    {
        std::string text;
        while (!words.empty()) {
            const auto open = words.find('[');
            text += words.substr(0, open);
            if (open == std::string_view::npos)
                break;
            words.remove_prefix(open + 1);
            const auto middle = words.find("](");
            const auto end = words.find(".md)");
            if (middle == std::string_view::npos || end == std::string_view::npos || end < middle + 2)
                return refuse("has a link that is not [words](page.md)");
            const std::string_view id = words.substr(middle + 2, end - middle - 2);
            if (!isPageId(id))
                return refuse("has a link that is not [words](page.md)");
            text += words.substr(0, middle);
            if (std::ranges::find(m_page.related, id, &HandbookLink::id) == m_page.related.end())
                m_page.related.push_back({std::string(id), {}});
            words.remove_prefix(end + 4);
        }
        if (text.empty() || base::trimmed(text) != text)
            return refuse("has an empty text or white space at the end of a line");
        if (text.find_first_of(ForeignMarks) != std::string::npos)
            return refuse("has a mark that means nothing here");
        return text;
    }

    HandbookPage m_page;
    bool m_open = false; ///< the last block may take another line
};

} // namespace

Result<HandbookPage> readHandbookPage(std::string_view id, std::string_view text)
{
    if (!isPageId(id))
        return refuse("has a name that is not made of small letters and hyphens");
    if (text.size() > HandbookPageBytes || !base::isValidUtf8(text))
        return refuse("is too long or not UTF-8");
    if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }))
        return refuse("holds a control character");
    PageBuilder builder(id);
    for (const std::string &line : base::split(text, '\n'))
        TRY_VOID(builder.add(line));
    return builder.take();
}

} // namespace faltakt::rules
