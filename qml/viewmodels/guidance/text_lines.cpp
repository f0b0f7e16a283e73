#include "qml/viewmodels/guidance/text_lines.h"

#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

using Kind = rules::TextBlock::Kind;

std::vector<LineListModel::Line> textLines(const std::vector<rules::TextBlock> &blocks)
{
    std::vector<LineListModel::Line> lines;
    const auto add = [&lines](const QString &kind, const std::string &words, const QString &number = {}) {
        lines.push_back({.key = std::to_string(lines.size()), .kind = kind, .text = text(words), .trailing = number});
    };
    for (const rules::TextBlock &block : blocks) {
        if (block.kind == Kind::Heading)
            add(QStringLiteral("heading"), block.text);
        else if (block.kind == Kind::Paragraph)
            add(QStringLiteral("paragraph"), block.text);
        int step = 0;
        for (const std::string &item : block.items) {
            ++step;
            if (block.kind == Kind::Steps)
                add(QStringLiteral("step"), item, QStringLiteral("%1.").arg(step));
            else
                add(QStringLiteral("item"), item);
        }
    }
    return lines;
}

} // namespace faltakt::viewmodels
