#include "core/rules/law_map.h"

#include <algorithm>

namespace faltakt::rules {

namespace {

using base::Date;
using base::Result;

constexpr int SupportedFormat = 1;
constexpr int MaxVersion = 1'000'000;
constexpr std::size_t MaxActs = 60;
constexpr std::size_t MaxSubjects = 400;
constexpr std::size_t MaxPlaces = 10;
constexpr std::size_t MaxNumber = 40;
constexpr std::size_t MaxShortName = 60;
constexpr std::size_t MaxWords = 120;
/// Lines of the comparison of the old and the new act.
constexpr int LastRow = 29;

bool isBefore(const std::optional<Date> &day, const std::optional<Date> &bound)
{
    return bound && (!day || *day < *bound);
}
bool isAfter(const std::optional<Date> &day, const std::optional<Date> &bound)
{
    return bound && (!day || *day > *bound);
}

/// An amendment as "2025:1501".
bool isAmendment(std::string_view text)
{
    constexpr std::size_t YearDigits = 4;
    const auto areDigits = [](std::string_view part) {
        return std::ranges::all_of(part, [](char character) { return character >= '0' && character <= '9'; });
    };
    return text.size() > YearDigits + 1 && text.size() <= 2 * YearDigits + 1 && text[YearDigits] == ':'
           && areDigits(text.substr(0, YearDigits)) && areDigits(text.substr(YearDigits + 1));
}

/// Reads `from` and `until` of an act or a place.
template <typename Element>
Result<void> readDays(const PathReader &reader, Element &element)
{
    if (reader.has("from")) {
        TRY(element.from, reader.date("from"));
    }
    if (reader.has("until")) {
        TRY(element.until, reader.date("until"));
    }
    if (element.from && element.until && *element.until < *element.from)
        return reader.refuse("until", "lies before from");
    return {};
}

Result<LawAct> readAct(const PathReader &reader)
{
    TRY_VOID(reader.allowOnly({"code", "number", "short", "name", "showNumber", "from", "until", "readTo"}));
    LawAct act;
    TRY(act.code, reader.code("code"));
    TRY(act.number, reader.text("number", MaxNumber));
    TRY(act.shortName, reader.text("short", MaxShortName));
    TRY(act.name, readLocalText(reader, "name", MaxWords));
    if (reader.has("showNumber")) {
        TRY(act.showNumber, reader.boolean("showNumber"));
        if (!act.showNumber)
            return reader.refuse("showNumber", "is true or not there");
    }
    TRY_VOID(readDays(reader, act));
    if (reader.has("readTo")) {
        TRY(const std::string amendment, reader.text("readTo", MaxNumber));
        if (!isAmendment(amendment))
            return reader.refuse("readTo", "must be the number of an amendment, such as 2025:1501");
    }
    return act;
}

std::string labelOf(const LawAct &act, const std::string &place)
{
    return act.shortName + (place.empty() ? "" : " " + place) + (act.showNumber ? " (" + act.number + ")" : "");
}

Result<LawPlace> readPlace(const PathReader &reader, const LawMap &map)
{
    TRY_VOID(reader.allowOnly({"act", "place", "from", "until", "change", "confidence"}));
    LawPlace place;
    TRY(place.act, reader.code("act"));
    const LawAct *act = map.act(place.act);
    if (!act)
        return reader.refuse("act", "is not among the acts");
    std::string section;
    if (reader.has("place")) {
        TRY(section, reader.text("place", MaxNumber));
    }
    place.label = labelOf(*act, section);
    TRY_VOID(readDays(reader, place));
    if (isBefore(place.from, act->from))
        return reader.refuse("from", "lies before the act's first day");
    if (isAfter(place.until, act->until))
        return reader.refuse("until", "lies after the act's last day");
    if (reader.has("change")) {
        TRY(place.change, readLocalText(reader, "change", MaxWords));
    }
    TRY(place.confidence, readConfidence(reader, "confidence"));
    return place;
}

/// Is `next` the day after `last`?
bool follows(const std::optional<Date> &last, const std::optional<Date> &next)
{
    return last && next && std::chrono::sys_days(*next) == std::chrono::sys_days(*last) + std::chrono::days(1);
}

Result<LawSubject> readSubject(const PathReader &reader, const LawMap &map)
{
    TRY_VOID(reader.allowOnly({"code", "row", "name", "places"}));
    LawSubject subject;
    TRY(subject.code, reader.code("code"));
    if (reader.has("row"))
        TRY_VOID(reader.integer("row", 1, LastRow));
    TRY(subject.name, readLocalText(reader, "name", MaxWords));
    TRY(const auto readers, reader.objects("places", MaxPlaces));
    if (readers.empty())
        return reader.refuse("places", "must not be empty");
    for (const PathReader &each : readers) {
        TRY(LawPlace place, readPlace(each, map));
        if (!subject.places.empty() && !follows(subject.places.back().until, place.from))
            return each.refuse("from", "must be the day after the last day of the place before it");
        subject.places.push_back(std::move(place));
    }
    return subject;
}

template <typename Element>
const Element *withCode(const std::vector<Element> &elements, std::string_view code) noexcept
{
    const auto found = std::ranges::find(elements, code, &Element::code);
    return found == elements.end() ? nullptr : &*found;
}

} // namespace

Result<LawMap> LawMap::create(std::string_view text)
{
    TRY(const base::json::Value root, base::json::parse(text, {.maxBytes = FileBytes, .maxDepth = 8}));
    TRY(const PathReader reader, PathReader::open(root));
    TRY_VOID(reader.allowOnly({"$schema", "format", "version", "acts", "subjects"}));
    TRY(const int format, reader.integer("format", 1, MaxVersion));
    if (format != SupportedFormat)
        return base::fail(base::ErrorCode::Unsupported, "format: written for a newer version of the program");
    TRY_VOID(reader.integer("version", 1, MaxVersion));
    LawMap map;
    TRY(const auto acts, reader.objects("acts", MaxActs));
    for (const PathReader &each : acts) {
        TRY(LawAct act, readAct(each));
        if (map.act(act.code))
            return each.refuse("code", "is there twice");
        map.m_acts.push_back(std::move(act));
    }
    TRY(const auto subjects, reader.objects("subjects", MaxSubjects));
    if (subjects.empty())
        return reader.refuse("subjects", "must not be empty");
    for (const PathReader &each : subjects) {
        TRY(LawSubject subject, readSubject(each, map));
        if (map.subject(subject.code))
            return each.refuse("code", "is there twice");
        map.m_subjects.push_back(std::move(subject));
    }
    return map;
}

const LawSubject *LawMap::subject(std::string_view code) const noexcept { return withCode(m_subjects, code); }

const LawAct *LawMap::act(std::string_view code) const noexcept { return withCode(m_acts, code); }

const LawPlace *LawMap::placeOn(std::string_view code, Date day) const noexcept
{
    const LawSubject *found = subject(code);
    if (!found)
        return nullptr;
    const auto place = std::ranges::find_if(found->places, [&](const LawPlace &each) { return each.holdsOn(day); });
    return place == found->places.end() ? nullptr : &*place;
}

std::string LawMap::paragraph(std::string_view code, Date day) const
{
    const LawPlace *place = placeOn(code, day);
    return place ? place->label : std::string();
}

const LawMap &shippedLawMap()
{
    static const LawMap map = LawMap::create(shippedLawText()).value_or(LawMap());
    return map;
}

} // namespace faltakt::rules
