#include "core/rules/profile_member_reader.h"
#include "core/rules/profile_part_readers.h"
#include "core/rules/telling_words.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace faltakt::rules {

namespace {

using base::Result;

constexpr std::size_t MaxParagraphs = 12;
/// Two text messages in one.
constexpr std::size_t MaxMessage = 300;

// What may be filled in where. What can lie open on a screen or a doormat names neither unit nor reason.
constexpr std::array<std::string_view, 4> MessagePlaces{"worker", "number", "day", "time"};
constexpr std::array<std::string_view, 5> OpeningPlaces{"worker", "number", "day", "time", "place"};
constexpr std::array<std::string_view, 7> LetterPlaces{"worker", "number", "day",         "time",
                                                       "place",  "unit",   "municipality"};

enum class Wording : std::uint8_t { Neutral, Free };

/// A member's texts in the languages in which the file has them; English may be missing.
struct Written {
    std::vector<std::string> swedish;
    std::optional<std::vector<std::string>> english;
};

/// What stands in braces.
std::set<std::string> placesIn(const std::vector<std::string> &paragraphs)
{
    std::set<std::string> places;
    for (const std::string &text : paragraphs) {
        std::size_t open = std::string::npos;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '{') {
                open = at;
            } else if (text[at] == '}' && open != std::string::npos) {
                places.insert(text.substr(open + 1, at - open - 1));
                open = std::string::npos;
            }
        }
    }
    return places;
}

Result<void> checkLanguage(const PathReader &reader, std::string_view language, const std::vector<std::string> &texts,
                           std::span<const std::string_view> places, Wording wording)
{
    for (const std::string &place : placesIn(texts)) {
        if (std::ranges::find(places, place) == places.end())
            return reader.refuse(language, "may hold no other places to fill in than those of this kind of text");
    }
    if (wording == Wording::Neutral && std::ranges::any_of(texts, isTelling))
        return reader.refuse(language, "gives away who writes or why");
    return {};
}

Result<void> checkWritten(const PathReader &reader, const Written &written, std::span<const std::string_view> places,
                          Wording wording)
{
    TRY_VOID(checkLanguage(reader, "sv", written.swedish, places, wording));
    if (!written.english)
        return {};
    TRY_VOID(checkLanguage(reader, "en", *written.english, places, wording));
    if (placesIn(*written.english) != placesIn(written.swedish))
        return reader.refuse("en", "holds other places to fill in than the Swedish text");
    if (written.english->size() != written.swedish.size())
        return reader.refuse("en", "is longer or shorter than the Swedish text");
    return {};
}

Result<LocalText> readMessage(const PathReader &reader)
{
    TRY(LocalText message, readWords(reader, "text", MaxMessage));
    TRY(const PathReader languages, reader.object("text"));
    Written written{{message.swedish}, {}};
    if (languages.has("en"))
        written.english = {message.english};
    TRY_VOID(checkWritten(languages, written, MessagePlaces, Wording::Neutral));
    return message;
}

Result<LocalParagraphs> readParagraphs(const PathReader &reader, std::string_view name,
                                       std::span<const std::string_view> places, Wording wording)
{
    TRY(const PathReader languages, reader.object(name));
    TRY_VOID(languages.allowOnly({"sv", "en"}));
    Written written;
    TRY(written.swedish, languages.texts("sv", MaxParagraphs, ProfileParagraphLength));
    if (languages.has("en")) {
        TRY(written.english, languages.texts("en", MaxParagraphs, ProfileParagraphLength));
    }
    TRY_VOID(checkWritten(languages, written, places, wording));
    std::vector<std::string> english = written.english.value_or(written.swedish);
    return LocalParagraphs{std::move(written.swedish), std::move(english)};
}

Result<void> readBody(const PathReader &reader, ProfileTemplate &written)
{
    static constexpr std::array<std::string_view, 3> Uses{"sms", "letter", "note"};
    TRY(const std::string use, reader.oneOf("use", Uses));
    if (use == "sms") {
        written.use = TemplateUse::TextMessage;
        TRY_VOID(allowWithStatement(reader, {"code", "use", "name", "text"}));
        TRY(written.message, readMessage(reader));
    } else if (use == "letter") {
        written.use = TemplateUse::Letter;
        TRY_VOID(allowWithStatement(reader, {"code", "use", "name", "opening", "text"}));
        TRY(written.opening, readParagraphs(reader, "opening", OpeningPlaces, Wording::Neutral));
        TRY(written.text, readParagraphs(reader, "text", LetterPlaces, Wording::Free));
    } else {
        TRY_VOID(allowWithStatement(reader, {"code", "use", "name", "headings"}));
        TRY(written.headings, readParagraphs(reader, "headings", {}, Wording::Free));
    }
    return {};
}

} // namespace

Result<ProfileTemplate> readProfileTemplate(const PathReader &reader, const std::string &)
{
    ProfileTemplate written;
    TRY_VOID(readBody(reader, written));
    TRY(written.name, readWords(reader, "name", ProfileTextLength));
    return written;
}

} // namespace faltakt::rules
