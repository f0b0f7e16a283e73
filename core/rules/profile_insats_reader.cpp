#include "core/rules/profile_member_reader.h"
#include "core/rules/profile_part_readers.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

namespace {

using base::Result;

constexpr std::size_t MaxGrounds = 8;
constexpr std::size_t MaxClocks = 8;
constexpr int MostTalks = 100;
constexpr int LongestPeriod = 366;
constexpr int LongestFollowUpMonths = 24;

constexpr std::string_view NewAct = SocialServicesActs[1];
constexpr std::string_view OldAct = SocialServicesActs[0];

/// Takes a number from 1 to 99 from the front of the text, and a letter after a space where there is one: "6 b".
bool takeSection(std::string_view &text)
{
    const auto isDigit = [](char character) { return character >= '0' && character <= '9'; };
    if (text.empty() || !isDigit(text.front()) || text.front() == '0')
        return false;
    text.remove_prefix(1);
    if (!text.empty() && isDigit(text.front()))
        text.remove_prefix(1);
    if (text.size() >= 2 && text[0] == ' ' && text[1] >= 'a' && text[1] <= 'z')
        text.remove_prefix(2);
    return true;
}

/// "11:1" or "3:6 b" in an act with chapters, "13" or "35 a" in one without.
bool isParagraph(std::string_view text, bool hasChapters)
{
    if (!takeSection(text))
        return false;
    if (!hasChapters)
        return text.empty();
    if (text.empty() || text.front() != ':')
        return false;
    text.remove_prefix(1);
    return takeSection(text) && text.empty();
}

/// Which paragraphs cannot be the ground of an insats of this kind; empty where it can.
std::string_view whyNotGround(const ProfileGround &ground, bool needsTest)
{
    if (ground.law == NewAct && ground.paragraph == "12:1")
        return "is the right to money, not to an insats";
    const bool isAfterTest =
        (ground.law == NewAct && ground.paragraph == "11:1") || (ground.law == OldAct && ground.paragraph == "4:1");
    if (!needsTest && isAfterTest)
        return "is for help after a need test";
    if (needsTest && ground.law == NewAct && ground.paragraph == "11:5")
        return "is for help without a need test";
    return {};
}

Result<ProfileGround> readGround(const PathReader &reader, const ProfileInsats &insats, const std::string &profile)
{
    static constexpr std::array<std::string_view, 5> Laws{"2001:453", "2025:400", "1988:870", "1990:52", "1976:511"};
    TRY_VOID(allowWithStatement(reader, {"law", "paragraph"}));
    ProfileGround ground;
    TRY(ground.law, reader.oneOf("law", Laws));
    TRY(ground.paragraph, reader.text("paragraph", ProfileTextLength));
    const bool hasChapters = std::ranges::find(SocialServicesActs, ground.law) != SocialServicesActs.end();
    if (!isParagraph(ground.paragraph, hasChapters))
        return reader.refuse("paragraph", hasChapters ? "must be chapter and section, such as 11:1 or 3:6 b"
                                                      : "must be a section, such as 13 or 35 a");
    const std::string_view reason = whyNotGround(ground, insats.needsTest);
    if (!reason.empty())
        return reader.refuse("paragraph", reason);
    TRY_VOID(readStatement(reader, profile, ground));
    return ground;
}

Result<void> readGrounds(const PathReader &reader, const std::string &profile, ProfileInsats &insats)
{
    if (!reader.has("grounds"))
        return {};
    TRY(const auto readers, reader.objects("grounds", MaxGrounds));
    if (readers.empty())
        return reader.refuse("grounds", "must not be empty");
    for (const PathReader &each : readers) {
        TRY(ProfileGround ground, readGround(each, insats, profile));
        insats.grounds.push_back(std::move(ground));
    }
    return {};
}

Result<void> readDocumentation(const PathReader &reader, const std::string &profile, ProfileInsats &insats)
{
    static constexpr std::array<std::string_view, 3> Values{"advice", "anonymous", "full"};
    if (!reader.has("documentation"))
        return {};
    TRY(const PathReader member, reader.object("documentation"));
    TRY_VOID(allowWithStatement(member, {"value", "decidedAt"}));
    ProfileDocumentation documentation;
    TRY(documentation.value, member.oneOf("value", Values));
    // SoL 14:5: identity may be left out where the board has decided so for the insats.
    if (member.has("decidedAt") || documentation.value == "anonymous") {
        TRY(documentation.decidedAt, member.date("decidedAt"));
    }
    TRY_VOID(readStatement(member, profile, documentation));
    insats.documentation = std::move(documentation);
    return {};
}

Result<void> readClocks(const PathReader &reader, ProfileInsats &insats)
{
    if (!reader.has("clocks"))
        return {};
    TRY(insats.clocks, reader.texts("clocks", MaxClocks, ProfileTextLength));
    for (std::size_t index = 0; index < insats.clocks.size(); ++index) {
        if (!isRuleName(insats.clocks[index]))
            return reader.refuse("clocks[" + std::to_string(index) + "]",
                                 "must be the name of a rule, such as insats.followUp");
        if (std::ranges::count(insats.clocks, insats.clocks[index]) > 1)
            return reader.refuse("clocks", "names something twice");
    }
    return {};
}

Result<void> readTalks(const PathReader &reader, const std::string &profile, ProfileInsats &insats)
{
    if (!reader.has("talks"))
        return {};
    TRY(const PathReader member, reader.object("talks"));
    TRY_VOID(allowWithStatement(member, {"from", "to", "about"}));
    ProfileTalks talks;
    TRY(talks.from, member.integer("from", 1, MostTalks));
    TRY(talks.to, member.integer("to", 1, MostTalks));
    if (talks.to < talks.from)
        return member.refuse("to", "lies below from");
    if (member.has("about")) {
        TRY(talks.about, member.boolean("about"));
    }
    TRY_VOID(readStatement(member, profile, talks));
    insats.talks = std::move(talks);
    return {};
}

Result<void> readPeriods(const PathReader &reader, const std::string &profile, ProfileInsats &insats)
{
    if (reader.has("maxLength")) {
        TRY(const PathReader member, reader.object("maxLength"));
        TRY_VOID(allowWithStatement(member, {"value", "unit"}));
        ProfileLength length;
        TRY(length.value, member.integer("value", 1, LongestPeriod));
        TRY(length.unit, member.oneOf("unit", PeriodUnits));
        TRY_VOID(readStatement(member, profile, length));
        insats.maxLength = std::move(length);
    }
    if (reader.has("followUpMonths")) {
        TRY(const PathReader member, reader.object("followUpMonths"));
        TRY_VOID(allowWithStatement(member, {"value"}));
        Figure<int> months;
        TRY(months.value, member.integer("value", 1, LongestFollowUpMonths));
        TRY_VOID(readStatement(member, profile, months));
        insats.followUpMonths = std::move(months);
    }
    return {};
}

} // namespace

Result<ProfileInsats> readProfileInsats(const PathReader &reader, const std::string &profile)
{
    static constexpr std::array<std::string_view, 8> Types{"advice",      "support",   "treatment", "housing",
                                                           "residential", "relatives", "sentence",  "coercive"};
    static constexpr std::array<std::string_view, 2> NeedTests{"required", "none"};
    TRY_VOID(allowWithStatement(reader,
                                {"code", "name", "type", "treatment", "needTest", "grounds", "documentation", "clocks",
                                 "talks", "maxLength", "followUpMonths", "decision", "provider", "conditions"}));
    ProfileInsats insats;
    TRY(insats.name, readWords(reader, "name", ProfileTextLength));
    TRY(insats.type, reader.oneOf("type", Types));
    if (reader.has("treatment")) {
        TRY(insats.treatment, reader.boolean("treatment"));
    }
    TRY(const std::string needTest, reader.oneOf("needTest", NeedTests));
    insats.needsTest = needTest == "required";
    TRY_VOID(readGrounds(reader, profile, insats));
    TRY_VOID(readDocumentation(reader, profile, insats));
    TRY_VOID(readClocks(reader, insats));
    TRY_VOID(readTalks(reader, profile, insats));
    TRY_VOID(readPeriods(reader, profile, insats));
    TRY(insats.decision, readCodeIfThere(reader, "decision"));
    TRY(insats.provider, readCodeIfThere(reader, "provider"));
    TRY(insats.conditions, readWordsIfThere(reader, "conditions", ProfileParagraphLength));
    return insats;
}

} // namespace faltakt::rules
