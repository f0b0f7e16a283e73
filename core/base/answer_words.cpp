#include "core/base/answer_words.h"

#include <QList>
#include <QString>

#include <algorithm>

namespace faltakt::base {

namespace {

constexpr qsizetype LongestAnswer = 900; ///< Code points: a list of all fields of a kind fits.
constexpr std::size_t LongestWord = 40;

bool isPlain(std::string_view word)
{
    const auto isOfWord = [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'
               || c == '.' || c == '/';
    };
    // A path is none: what stands in it may be anything.
    return !word.empty() && word.size() <= LongestWord && word.find("..") == std::string_view::npos
           && std::ranges::all_of(word, isOfWord);
}

} // namespace

std::string answerWords(std::string_view words)
{
    // Four bytes at most for each: the rest of a long one need not be read.
    const std::string_view start = words.substr(0, std::size_t(LongestAnswer + 1) * 4);
    QList<uint> points = QString::fromUtf8(start.data(), qsizetype(start.size())).toUcs4();
    if (points.size() > LongestAnswer) {
        points.resize(LongestAnswer);
        points.append(U'…');
    }
    QString answer;
    for (const uint point : points) {
        if (point == U'\n' || point == U'\t')
            answer += u' ';
        else if (!QChar::isPrint(point) || point == QChar::ReplacementCharacter)
            answer += u'?';
        else
            answer += QChar::fromUcs4(point);
    }
    return answer.toStdString();
}

std::string noSuchWord(std::string_view what, std::string_view word)
{
    if (!isPlain(word))
        return "no such " + std::string(what);
    return "no " + std::string(what) + " '" + std::string(word) + '\'';
}

} // namespace faltakt::base
