#include "core/base/text.h"

#include <QString>

namespace faltakt::base {

namespace {

/// Length of the well-formed sequence at `position`, 0 where there is none (table 3-7 of the Unicode standard).
std::size_t sequenceLength(std::string_view text, std::size_t position) noexcept
{
    const auto byteAt = [&](std::size_t offset) -> unsigned {
        return position + offset < text.size() ? static_cast<unsigned char>(text[position + offset]) : 0U;
    };
    const auto continues = [&](std::size_t offset, unsigned low = 0x80, unsigned high = 0xbf) {
        return byteAt(offset) >= low && byteAt(offset) <= high;
    };
    const unsigned first = byteAt(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return continues(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef)
        return continues(1, first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf) && continues(2) ? 3 : 0;
    if (first >= 0xf0 && first <= 0xf4)
        return continues(1, first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf) && continues(2) && continues(3)
                   ? 4
                   : 0;
    return 0;
}

bool isSwedishLetter(QChar c) noexcept { return c == u'å' || c == u'ä' || c == u'ö'; }

void appendFolded(QString &folded, QChar c)
{
    if (c.isSpace() || c == u'-' || c == u'\u2010' || c == u'\u2011') {
        if (!folded.isEmpty() && !folded.endsWith(u' '))
            folded += u' ';
    } else if (isSwedishLetter(c)) {
        folded += c;
    } else if (c == u'æ') {
        folded += u'ä';
    } else if (c == u'ø') {
        folded += u'ö';
    } else {
        // Lower case once more: a sign like "№" comes apart into capitals.
        for (const QChar part : QString(c).normalized(QString::NormalizationForm_KD).toLower())
            if (part.isLetterOrNumber() || part.isSurrogate())
                folded += part;
    }
}

} // namespace

bool isValidUtf8(std::string_view text) noexcept
{
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t length = sequenceLength(text, position);
        if (length == 0)
            return false;
        position += length;
    }
    return true;
}

std::size_t codePointCount(std::string_view text) noexcept
{
    std::size_t count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    return count;
}

std::string foldForSearch(std::string_view text)
{
    const QString composed =
        QString::fromUtf8(text.data(), qsizetype(text.size())).normalized(QString::NormalizationForm_C).toLower();
    QString folded;
    folded.reserve(composed.size());
    for (const QChar c : composed)
        appendFolded(folded, c);
    return folded.trimmed().toStdString();
}

std::vector<std::string> splitWords(std::string_view folded)
{
    std::vector<std::string> words;
    for (auto &word : split(folded, ' '))
        if (!word.empty())
            words.push_back(std::move(word));
    return words;
}

std::string trimmed(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size())).trimmed().toStdString();
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    std::size_t start = 0;
    while (true) {
        const auto end = text.find(separator, start);
        parts.emplace_back(text.substr(start, end == std::string_view::npos ? end : end - start));
        if (end == std::string_view::npos)
            return parts;
        start = end + 1;
    }
}

} // namespace faltakt::base
