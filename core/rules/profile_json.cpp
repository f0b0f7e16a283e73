#include "core/rules/profile_json.h"

#include <algorithm>

namespace faltakt::rules {

namespace json = base::json;

namespace {

std::string_view nameOf(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Secondary: return "secondary";
    case Confidence::Unconfirmed: return "unconfirmed";
    case Confidence::Primary: break;
    }
    return "primary";
}

template <typename T>
void addStatement(json::Object &line, const T &statement)
{
    line.set("kind", std::string(sourceKindName(statement.kind)));
    line.set("source", statement.source);
    line.set("confidence", std::string(nameOf(statement.confidence)));
    line.set("profile", statement.profile);
}

json::Value valueOf(const base::Date &day) { return base::formatDate(day); }

template <typename T>
json::Value valueOf(const std::vector<T> &values)
{
    json::Array array;
    std::ranges::copy(values, std::back_inserter(array));
    return array;
}

template <typename T>
json::Value valueOf(const T &value)
{
    return value;
}

// Members that are not there are left out.

void add(json::Object &line, std::string_view name, const std::string &text)
{
    if (!text.empty())
        line.set(std::string(name), text);
}

void add(json::Object &line, std::string_view name, const LocalText &text) { add(line, name, text.swedish); }

void add(json::Object &line, std::string_view name, const std::vector<std::string> &texts)
{
    if (!texts.empty())
        line.set(std::string(name), valueOf(texts));
}

void add(json::Object &line, std::string_view name, const std::optional<int> &number)
{
    if (number)
        line.set(std::string(name), *number);
}

void addMembers(json::Object &line, const ProfileSubstance &substance) { add(line, "scope", substance.scope); }

void addMembers(json::Object &line, const ProfileBody &body)
{
    add(line, "title", body.name);
    add(line, "type", body.type);
    add(line, "does", body.does);
}

void addMembers(json::Object &line, const ProfileContact &contact)
{
    add(line, "title", contact.name);
    add(line, "group", contact.group);
    add(line, "does", contact.does);
    if (contact.number)
        line.set("number", contact.number->value);
    add(line, "hours", contact.hours);
    add(line, "cardName", contact.cardName);
}

void addMembers(json::Object &line, const ProfileInstrument &instrument)
{
    if (instrument.mandatory)
        line.set("mandatory", true);
    add(line, "when", instrument.when);
    add(line, "priority", instrument.priority);
    add(line, "maxAge", instrument.maxAge);
    add(line, "version", instrument.version);
    add(line, "cutoffSet", instrument.cutoffSet);
}

void addMembers(json::Object &line, const ProfileTest &test)
{
    add(line, "priority", test.priority);
    add(line, "notFor", test.notFor);
}

void addMembers(json::Object &line, const ProfileMethod &method)
{
    add(line, "title", method.name);
    add(line, "priority", method.priority);
}

void addMembers(json::Object &line, const ProfileResponsibility &responsibility)
{
    add(line, "title", responsibility.name);
    add(line, "by", responsibility.by);
}

json::Value groundsOf(const ProfileInsats &insats)
{
    json::Array grounds;
    for (const ProfileGround &ground : insats.grounds)
        grounds.emplace_back(ground.law + " " + ground.paragraph);
    return grounds;
}

void addMembers(json::Object &line, const ProfileInsats &insats)
{
    add(line, "title", insats.name);
    add(line, "type", insats.type);
    line.set("needTest", insats.needsTest);
    if (insats.treatment)
        line.set("treatment", true);
    if (!insats.grounds.empty())
        line.set("grounds", groundsOf(insats));
    if (insats.documentation)
        add(line, "documentation", insats.documentation->value);
    add(line, "clocks", insats.clocks);
    if (insats.talks)
        line.set("talks", json::Object{{"from", insats.talks->from}, {"to", insats.talks->to}});
    if (insats.maxLength)
        line.set("maxLength", json::Object{{"value", insats.maxLength->value}, {"unit", insats.maxLength->unit}});
    if (insats.followUpMonths)
        line.set("followUpMonths", insats.followUpMonths->value);
    add(line, "decision", insats.decision);
    add(line, "provider", insats.provider);
    add(line, "conditions", insats.conditions);
}

void addMembers(json::Object &line, const ProfileDeadline &deadline)
{
    add(line, "value", deadline.value);
    add(line, "unit", deadline.unit);
}

void addMembers(json::Object &line, const ProfileDelegation &delegation)
{
    add(line, "decider", delegation.decider);
    add(line, "body", delegation.body);
    add(line, "note", delegation.note);
}

void addMembers(json::Object &line, const ProfileTemplate &letter)
{
    add(line, "title", letter.name);
    add(line, "text", letter.message);
    add(line, "opening", letter.opening.swedish);
    add(line, "paragraphs", letter.text.swedish);
    add(line, "headings", letter.headings.swedish);
}

void addMembers(json::Object &line, const ProfileText &text)
{
    add(line, "title", text.title);
    add(line, "text", text.text);
}

void addSettings(const Profile &profile, std::vector<json::Object> &lines)
{
    forEachSetting([&](std::string_view name, auto member) {
        json::Object line{{"part", "settings"}, {"name", std::string(name)}};
        if (const auto &figure = profile.stated.*member) {
            line.set("value", valueOf(figure->value));
            addStatement(line, *figure);
        } else {
            line.set("stated", false);
        }
        lines.push_back(std::move(line));
    });
}

void addLaws(const Profile &profile, std::vector<json::Object> &lines)
{
    for (const ProfileLaw &law : profile.laws) {
        json::Object line{{"part", "laws"}, {"name", law.law}};
        if (law.from)
            line.set("from", base::formatDate(*law.from));
        if (law.until)
            line.set("until", base::formatDate(*law.until));
        addStatement(line, law);
        lines.push_back(std::move(line));
    }
}

void addOutcomes(std::string_view name, const std::optional<ProfileOutcomes> &outcomes,
                 std::vector<json::Object> &lines)
{
    json::Object line{{"part", "outcomes"}, {"name", std::string(name)}};
    if (outcomes) {
        json::Array codes;
        std::ranges::transform(outcomes->codes, std::back_inserter(codes), &ProfileOutcome::code);
        line.set("codes", std::move(codes));
        addStatement(line, *outcomes);
    } else {
        line.set("stated", false);
    }
    lines.push_back(std::move(line));
}

} // namespace

std::vector<json::Object> statementsOf(const Profile &profile)
{
    std::vector<json::Object> lines;
    addLaws(profile, lines);
    addSettings(profile, lines);
    forEachList([&](std::string_view name, auto list) {
        for (const auto &element : profile.*list) {
            json::Object line{{"part", std::string(name)}, {"name", element.code}};
            addMembers(line, element);
            addStatement(line, element);
            lines.push_back(std::move(line));
        }
        if ((profile.*list).empty())
            lines.push_back({{"part", std::string(name)}, {"stated", false}});
    });
    addOutcomes("attempt", profile.attemptOutcomes, lines);
    addOutcomes("result", profile.resultOutcomes, lines);
    return lines;
}

} // namespace faltakt::rules
