#include "qml/viewmodels/conflict/aligned_texts.h"

#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

namespace {

using Sentences = std::vector<base::ComparedSentence>;

/// The next run of sentences of one sort, put together; moves `place` behind it.
QString takeRun(const Sentences &sentences, std::size_t &place, bool differs)
{
    std::string run;
    while (place < sentences.size() && sentences[place].differs == differs)
        run += sentences[place++].text;
    return text(run).trimmed();
}

void addRow(std::vector<LineListModel::Line> &rows, const QString &kind, const QString &first, const QString &second)
{
    if (!first.isEmpty() || !second.isEmpty())
        rows.push_back({.key = std::to_string(rows.size()), .kind = kind, .text = first, .secondary = second});
}

} // namespace

std::vector<LineListModel::Line> alignedLines(const Sentences &first, const Sentences &second)
{
    std::vector<LineListModel::Line> rows;
    std::size_t left = 0, right = 0;
    while (left < first.size() || right < second.size()) {
        const QString mine = takeRun(first, left, true);
        const QString theirs = takeRun(second, right, true);
        addRow(rows, QStringLiteral("differs"), mine, theirs);
        // Sentence by sentence: a run that both share may be interrupted in one of them only.
        std::string shared;
        while (left < first.size() && right < second.size() && !first[left].differs && !second[right].differs) {
            shared += first[left++].text;
            ++right;
        }
        addRow(rows, QStringLiteral("same"), text(shared).trimmed(), {});
        // Compared without regard to order, a text may have shared sentences where the other one has none left.
        if (left >= first.size() || right >= second.size()) {
            addRow(rows, QStringLiteral("same"), takeRun(first, left, false), {});
            addRow(rows, QStringLiteral("same"), takeRun(second, right, false), {});
        }
    }
    return rows;
}

} // namespace faltakt::viewmodels
