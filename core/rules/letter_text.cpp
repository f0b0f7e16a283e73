#include "core/rules/letter_text.h"

#include "core/base/text.h"

#include <algorithm>

namespace faltakt::rules {

namespace {

constexpr std::string_view Template = "lobLetter";

/// "Storgatan 1, 123 45 Orten" and an address with lines of its own, one line each.
std::vector<std::string> addressLines(std::string_view address)
{
    std::vector<std::string> lines;
    while (!address.empty()) {
        const std::size_t end = address.find_first_of(",\n");
        const std::string line = base::trimmed(std::string(address.substr(0, end)));
        if (!line.empty())
            lines.push_back(line);
        address.remove_prefix(end == std::string_view::npos ? address.size() : end + 1);
    }
    return lines;
}

std::string stated(const Setting<std::string> &setting) { return setting ? setting->value : std::string(); }

} // namespace

LetterSender letterSender(const Profile &profile)
{
    LetterSender sender;
    sender.municipality = profile.name;
    sender.unit = stated(profile.setting(&ProfileSettings::letterUnit));
    sender.number = stated(profile.setting(&ProfileSettings::letterNumber));
    sender.address = addressLines(stated(profile.setting(&ProfileSettings::letterAddress)));
    const auto plain = profile.setting(&ProfileSettings::letterPlain);
    sender.isPlain = !plain || plain->value;
    sender.isWindowLeft = stated(profile.setting(&ProfileSettings::letterWindow)) == "left";
    return sender;
}

base::Result<LetterText> writeLetter(const Profile &profile, const casework::PersonCard &person, TemplateWords words)
{
    const ProfileTemplate *written = templateOf(profile, Template, TemplateUse::Letter);
    if (!written)
        return base::fail(base::ErrorCode::NotFound, "there is no template for this letter");
    LetterText letter;
    letter.address = {person.fullName};
    const auto home = std::ranges::find(person.contactWays, "address", &casework::ContactWay::kind);
    if (home != person.contactWays.end())
        for (std::string &line : addressLines(home->value))
            letter.address.push_back(std::move(line));
    const bool isEnglish = person.interpreter == "en" || person.interpreter.starts_with("en-");
    letter.language = isEnglish ? base::Language::English : base::Language::Swedish;
    if (!isEnglish && person.interpreter != "sv")
        letter.interpreter = person.interpreter;
    std::erase_if(words, [](const auto &word) { return word.second.empty(); });
    const LetterSender sender = letterSender(profile);
    for (const auto &[name, value] : {std::pair<std::string, std::string>{"municipality", sender.municipality},
                                      {"unit", sender.unit},
                                      {"number", sender.number}})
        if (!value.empty())
            words.try_emplace(name, value);
    const auto fill = [&](const LocalParagraphs &paragraphs, std::vector<std::string> &lines) {
        for (const std::string &paragraph : isEnglish ? paragraphs.english : paragraphs.swedish)
            lines.push_back(filledIn(paragraph, words, letter.missing));
    };
    fill(written->opening, letter.opening);
    fill(written->text, letter.text);
    return letter;
}

} // namespace faltakt::rules
