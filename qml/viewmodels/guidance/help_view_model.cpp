#include "qml/viewmodels/guidance/help_view_model.h"

#include "core/rules/handbook.h"
#include "qml/viewmodels/guidance/text_lines.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

namespace {

const QString Index = QStringLiteral("index");

std::vector<LineListModel::Line> linkLines(const std::vector<rules::HandbookLink> &links)
{
    std::vector<LineListModel::Line> lines;
    lines.reserve(links.size());
    for (const rules::HandbookLink &link : links)
        lines.push_back({.key = link.id, .kind = QStringLiteral("link"), .text = text(link.title)});
    return lines;
}

/// The index as it is written, its lines as links: they stand in the order of contents().
std::vector<LineListModel::Line> indexLines(const rules::HandbookPage &index,
                                            const std::vector<rules::HandbookLink> &contents)
{
    std::vector<LineListModel::Line> lines;
    auto next = contents.begin();
    for (const rules::TextBlock &block : index.blocks) {
        if (block.kind == rules::TextBlock::Kind::Heading)
            lines.push_back({.key = "area " + block.text, .kind = QStringLiteral("area"), .text = text(block.text)});
        for (std::size_t i = 0; i < block.items.size() && next != contents.end(); ++i, ++next)
            lines.push_back({.key = next->id, .kind = QStringLiteral("link"), .text = text(next->title)});
    }
    return lines;
}

std::vector<rules::TextBlock> firstParagraph(const std::vector<rules::TextBlock> &blocks)
{
    return blocks.empty() ? blocks : std::vector<rules::TextBlock>{blocks.front()};
}

} // namespace

HelpViewModel::HelpViewModel(AppServices &services, QString page, Host host)
    : m_services(services), m_host(host), m_trail{std::move(page)}
{
}

bool HelpViewModel::isIndex() const { return page() == Index; }

void HelpViewModel::load()
{
    read();
    setLoading(false);
}

void HelpViewModel::start(const QString &page)
{
    m_trail = {page};
    load();
}

void HelpViewModel::read()
{
    const base::Language language = languageOf(m_services.settings);
    const auto handbook = rules::shippedHandbook();
    if (!handbook)
        return setProblem(errorText(handbook.error()));
    auto found = handbook->page(page().toStdString(), language);
    if (!found) {
        // A screen without a page of its own: the list of all is better than a fault.
        m_trail.back() = Index;
        found = handbook->page(Index.toStdString(), language);
        if (!found)
            return setProblem(errorText(found.error()));
    }
    m_title = text(found->title);
    using Lines = std::vector<LineListModel::Line>;
    m_blocks.setLines(textLines(isIndex() ? firstParagraph(found->blocks) : found->blocks));
    m_related.setLines(isIndex() ? Lines() : linkLines(found->related));
    m_contents.setLines(isIndex() ? indexLines(*found, handbook->contents(language)) : Lines());
    Q_EMIT pageChanged();
}

void HelpViewModel::openPage(const QString &page)
{
    if (page == this->page())
        return;
    m_trail.append(page);
    read();
}

void HelpViewModel::openIndex() { openPage(Index); }

void HelpViewModel::back()
{
    if (m_trail.size() > 1) {
        m_trail.removeLast();
        return read();
    }
    if (m_host == Host::Navigator)
        return m_services.router.back();
    Q_EMIT closed();
}

} // namespace faltakt::viewmodels
