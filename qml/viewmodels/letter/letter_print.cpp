#include "qml/viewmodels/letter/letter_print.h"

#include "core/base/date_words.h"

namespace faltakt::viewmodels {

using platform::PrintedText;
using Kind = PrintedText::Kind;

namespace {

std::string joined(const std::vector<std::string> &lines)
{
    std::string all;
    for (const std::string &line : lines)
        if (!line.empty())
            all += (all.empty() ? "" : ", ") + line;
    return all;
}

} // namespace

PrintedText printedLetter(const rules::LetterText &letter, const rules::LetterSender &sender, base::Date day)
{
    const bool isEnglish = letter.language == base::Language::English;
    PrintedText text;
    text.title = isEnglish ? "Letter" : "Brev";
    text.language = std::string(base::languageTag(letter.language));
    const std::string address = joined(sender.address);
    const std::string named = joined({sender.unit, sender.municipality, address});
    const auto add = [&text](Kind kind, std::string words, int value = 0) {
        if (!words.empty())
            text.pieces.push_back({kind, std::move(words), value});
    };
    add(Kind::ReturnLine, sender.isPlain ? std::string() : named);
    for (const std::string &line : letter.address)
        add(Kind::Recipient, line, sender.isWindowLeft ? 1 : 0);
    add(Kind::Paragraph, base::dayWordsWithYear(day, letter.language));
    for (const std::string &paragraph : letter.opening)
        add(Kind::Paragraph, paragraph);
    for (const std::string &paragraph : letter.text)
        add(Kind::Paragraph, paragraph);
    add(Kind::Small, joined({sender.unit, sender.municipality}));
    add(Kind::Small, sender.number.empty() ? std::string() : (isEnglish ? "Call: " : "Ring: ") + sender.number);
    add(Kind::Small, address.empty() ? std::string() : (isEnglish ? "Answer to: " : "Svara till: ") + address);
    add(Kind::PageNumber, isEnglish ? "Page %1 of %2" : "Sida %1 av %2");
    return text;
}

} // namespace faltakt::viewmodels
