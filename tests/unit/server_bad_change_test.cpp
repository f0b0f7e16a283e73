// Changes that are wrong, made from the schema: each member and each field of each kind with each value that does not belong
// there. What may stand is kept byte for byte, everything else is returned with its reason, and holds nothing else up.
#include "tests/unit/server_bad_input.h"

#include "core/casework/record_schemas.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
namespace base = faltakt::base;
namespace changelog = faltakt::changelog;
using faltakt::changelog::FieldType;

namespace {

bool mayStand(const changelog::FieldSchema &field, BadKind kind)
{
    if (kind == BadKind::Null)
        return true;
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText: return kind == BadKind::EmptyText || kind == BadKind::Word || kind == BadKind::BidiText;
    case FieldType::Code: return kind == BadKind::Word;
    case FieldType::Integer:
        return (kind == BadKind::Zero && field.minimum <= 0) || (kind == BadKind::MinusOne && field.minimum <= -1);
    case FieldType::Boolean: return kind == BadKind::Bool;
    case FieldType::Object:
    case FieldType::List:
    case FieldType::Answer: return kind == BadKind::EmptyObject || kind == BadKind::Object;
    default: return false;
    }
}

/// Values at the very borders of a field, with what must become of them.
std::vector<std::pair<std::string, bool>> borderValues(const changelog::FieldSchema &field)
{
    const auto number = [](std::int64_t value) { return std::to_string(value); };
    switch (field.type) {
    case FieldType::Text:
        return {{text(field.maxLength), true},
                {text(field.maxLength + 1), false},
                {text(field.maxLength, "\xC3\xA5"), true},
                {text(field.maxLength + 1, "\xC3\xA5"), false},
                {"\"a\\nb\"", false}};
    case FieldType::LongText:
        return {{text(field.maxLength), true}, {text(field.maxLength + 1), false}, {"\"a\\nb\"", true}};
    case FieldType::Code: return {{text(64), true}, {text(65), false}, {"\"a b\"", false}, {"\"\xC3\xA5\"", false}};
    case FieldType::Integer:
        return {{number(field.minimum), true},
                {number(field.maximum), true},
                {number(field.minimum - 1), false},
                {number(field.maximum + 1), false},
                {"9007199254740992", false}};
    case FieldType::Boolean: return {{"false", true}, {"\"true\"", false}};
    case FieldType::Instant:
        return {{"\"2026-02-28T23:59:59Z\"", true},       {"\"2026-02-29T00:00:00Z\"", false},
                {"\"2026-02-28T24:00:00Z\"", false},      {"\"2026-02-28T23:59:60Z\"", false},
                {"\"2026-02-28T12:00:00\"", false},       {"\"2026-02-28\"", false},
                {"\"1899-12-31T00:00:00Z\"", false},      {"\"2201-01-01T00:00:00Z\"", false},
                {"\"2026-02-28T12:00:00+15:00\"", false}, {"\"2026-02-28T12:00:00Z \"", false}};
    case FieldType::Date:
        return {{"\"2024-02-29\"", true},
                {"\"2025-02-29\"", false},
                {"\"2026-13-01\"", false},
                {"\"2026-1-1\"", false},
                {"\"2026-02-28T12:00:00Z\"", false}};
    case FieldType::Id:
        return {{"\"01900000-0000-7000-8000-000000000001\"", true},
                {"\"01900000-0000-7000-8000-00000000000\"", false},
                {"\"01900000000070008000000000000001\"", false},
                {"\"0190000g-0000-7000-8000-000000000001\"", false}};
    case FieldType::Object:
    case FieldType::List:
    case FieldType::Answer:
        // {"a":"…"} has eight characters beside the text.
        return {{"{\"a\":" + text(field.maxLength - 8) + "}", true},
                {"{\"a\":" + text(field.maxLength - 7) + "}", false}};
    }
    return {};
}

/// What comes of a line that reads well and yet is none that a device may write: what the server alone says of a team, a
/// question to take over, or a naming of a deputy, that does not say who asks, a visit that does not say that its author is
/// out, and a count in somebody's file.
std::string outcomeOfGood(const std::string &kind, const std::string &field)
{
    if (kind == "takeover" || (kind == "deputy" && field != "leaves"))
        return "schema from";
    if (kind == "visitWatch" && field != "alarm")
        return "access visitWatch.worker";
    if (kind == "misfiled" && field == "record") // Of no record that there is.
        return "schema misfiled.record";
    const bool isServers = kind == "colleague" || kind == "tally" || kind == "deputy"
                           || (kind == "visitWatch" && field == "alarm")
                           || (kind == "case" && (field == "team" || field == "teamName"));
    return isServers ? "schema " + kind : "accepted";
}

} // namespace

TEST_CASE_METHOD(BadInput, "bad input: the members of a change")
{
    std::vector<std::string> lines;
    std::vector<std::pair<std::string, std::string>> expected; // What it is, and its outcome.
    const auto add = [&](const std::string &what, std::string line, bool accepted) {
        lines.push_back(std::move(line));
        expected.emplace_back(what, accepted ? "accepted" : "form");
    };
    const std::string fields = "{\"text\":\"a\"}";
    const std::vector<std::pair<std::string, MemberType>> ofChange{
        {"id", MemberType::Exact},   {"by", MemberType::Exact},    {"case", MemberType::Exact},
        {"at", MemberType::Instant}, {"event", MemberType::Exact}, {"v", MemberType::CountFromOne},
        {"sets", MemberType::Exact}};
    const std::vector<std::pair<std::string, MemberType>> ofSet{{"rec", MemberType::Exact},
                                                                {"kind", MemberType::Text},
                                                                {"set", MemberType::AnyObject},
                                                                {"base", MemberType::List}};
    const auto setMembers = [&] {
        return RawMembers{{"rec", '"' + ids.makeId<RecordId>().toString() + '"'},
                          {"kind", "\"note\""},
                          {"set", fields},
                          {"base", "[]"}};
    };
    const auto withSet = [&](const RawMembers &set) {
        return rawObject(replaced(lineMembers("note", fields), "sets", '[' + rawObject(set) + ']'));
    };
    for (const auto &[name, type] : ofChange) {
        for (const BadValue &value : badValues())
            add(name + ": " + value.name, rawObject(replaced(lineMembers("note", fields), name, value.raw)),
                mayStand(type, value.kind));
        add(name + " is missing", rawObject(without(lineMembers("note", fields), name)), name == "event");
        RawMembers twice = lineMembers("note", fields);
        twice.emplace_back(name, "1");
        add(name + " stands twice", rawObject(twice), false);
        add(name + " is too long", rawObject(replaced(lineMembers("note", fields), name, text(140'000))), false);
    }
    for (const auto &[name, type] : ofSet) {
        for (const BadValue &value : badValues())
            add(name + ": " + value.name, withSet(replaced(setMembers(), name, value.raw)),
                mayStand(type, value.kind) && !(name == "kind" && value.kind == BadKind::EmptyText));
        add(name + " is missing", withSet(without(setMembers(), name)), false);
        RawMembers twice = setMembers();
        twice.emplace_back(name, "1");
        add(name + " stands twice", withSet(twice), false);
        add(name + " is too long", withSet(replaced(setMembers(), name, text(140'000))), false);
    }
    add("a kind at its longest", withSet(replaced(setMembers(), "kind", text(128))), true);
    add("a kind too long", withSet(replaced(setMembers(), "kind", text(129))), false);
    add("a field without name", withSet(replaced(setMembers(), "set", "{\"\":1}")), false);
    add("a field's name too long", withSet(replaced(setMembers(), "set", "{" + text(129) + ":1}")), false);
    const std::string one = rawObject(setMembers());
    add("a record twice", rawObject(replaced(lineMembers("note", fields), "sets", '[' + one + ',' + one + ']')), false);
    std::string many = '[' + rawObject(setMembers());
    for (int i = 0; i < 64; ++i)
        many += ',' + rawObject(setMembers());
    add("65 sets", rawObject(replaced(lineMembers("note", fields), "sets", many + ']')), false);
    RawMembers more = lineMembers("note", fields);
    more.emplace_back("memberOfTomorrow", "{}");
    add("a member of a newer version", rawObject(more), true);
    const std::string whole = rawObject(lineMembers("note", fields));
    for (std::size_t end = 0; end < whole.size(); ++end)
        add("cut at " + std::to_string(end), whole.substr(0, end), false);
    for (const char *before : {"\xEF\xBB\xBF", "x", "{}", "["})
        add("something before it", before + rawObject(lineMembers("note", fields)), false);
    for (const char *after : {"x", "{}", "]", ","})
        add("something after it", rawObject(lineMembers("note", fields)) + after, false);

    const auto outcomes = judge(lines);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        INFO(expected[i].first);
        CHECK(outcomes[i] == expected[i].second);
    }
    requireByteForByte();
}

TEST_CASE_METHOD(BadInput, "bad input: every field of every kind")
{
    std::vector<std::string> lines;
    std::vector<std::pair<std::string, std::string>> expected;
    const auto outcomeOf = [](const std::string &kind, const std::string &field, bool stands) {
        return stands ? outcomeOfGood(kind, field) : "schema " + kind + '.' + field;
    };
    for (const auto &kind : faltakt::casework::recordSchemas().kinds()) {
        const std::string kindName(kind.name);
        const bool signs = kindName == "signature";
        const std::string about = signable.change.sets.front().record.toString();
        const auto add = [&](const std::string &field, const std::string &raw, const std::string &outcome) {
            RawMembers fields;
            if (signs) {
                fields = {{"record", '"' + about + '"'}, {"compartment", "\"file\""}};
                fields = without(fields, field);
            }
            fields.emplace_back(field, raw);
            lines.push_back(rawObject(lineMembers(kindName, rawObject(fields))));
            expected.emplace_back(kindName + '.' + field + " = " + raw.substr(0, 40), outcome);
        };
        for (const auto &field : kind.fields) {
            const std::string name = std::string(field.name) + (field.isPrefix ? "/1" : "");
            const bool names = signs && name == "record"; // Names a record, so that it must be there.
            for (const BadValue &value : badValues()) {
                const bool unread = value.kind == BadKind::NoJson || value.kind == BadKind::Deep;
                const bool stands = mayStand(field, value.kind) && !names;
                add(name, value.raw, unread ? "form" : outcomeOf(kindName, name, stands));
            }
            for (const auto &[raw, stands] : borderValues(field))
                add(name, raw, stands && names ? "record signature" : outcomeOf(kindName, name, stands));
            add(name, text(140'000), "form");
            add(name, "1,\"" + name + "\":2", "form"); // Twice.
        }
        for (const BadValue &value : badValues()) {
            const bool unread = value.kind == BadKind::NoJson || value.kind == BadKind::Deep;
            add("deleted", value.raw, unread ? "form" : outcomeOf(kindName, "deleted", value.kind == BadKind::Bool));
            add("fieldOfTomorrow", value.raw, unread ? "form" : outcomeOfGood(kindName, "fieldOfTomorrow"));
        }
    }
    const auto outcomes = judge(lines);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        INFO(expected[i].first);
        CHECK(outcomes[i] == expected[i].second);
    }
    requireByteForByte();
}

TEST_CASE_METHOD(BadInput, "bad input: of somebody else, somewhere else, or once more")
{
    RoutesDevice colleague(*this, addWorker("Bo"));
    const TenantId other = addTenant("Flen");
    RoutesDevice stranger(*this, need(core->administration().addWorker(other, {}, "Cia", "caseworker")));
    const CaseId theirs = ids.makeId<CaseId>();
    const CaseId foreign = ids.makeId<CaseId>();
    const CaseId second = ids.makeId<CaseId>();
    colleague.push({colleague.own.note(theirs).line});
    stranger.push({stranger.own.note(foreign).line});
    const auto secondNote = device->own.note(second);
    judge({secondNote.line});
    std::vector<std::string> lines;
    std::vector<std::pair<std::string, std::string>> expected;
    for (const auto &kind : faltakt::casework::recordSchemas().kinds()) {
        const std::string name(kind.name);
        const std::string fields =
            name == "signature"
                ? "{\"record\":\"" + signable.change.sets.front().record.toString() + "\",\"compartment\":\"file\"}"
                : "{\"" + std::string(kind.fields.front().name) + "\":null}";
        const auto add = [&](const char *what, const RawMembers &members, const std::string &outcome) {
            lines.push_back(rawObject(members));
            expected.emplace_back(name + ' ' + what, outcome);
        };
        const auto quoted = [](const std::string &id) { return '"' + id + '"'; };
        const auto inSet = [&](const std::string &record, const std::string &ofKind, const std::string &bases) {
            return replaced(
                lineMembers(name, fields), "sets",
                '[' + rawObject({{"rec", quoted(record)}, {"kind", quoted(ofKind)}, {"set", fields}, {"base", bases}})
                    + ']');
        };
        add("by a colleague",
            replaced(lineMembers(name, fields), "by", quoted(colleague.own.session.worker.toString())), "author");
        add("by a stranger", replaced(lineMembers(name, fields), "by", quoted(stranger.own.session.worker.toString())),
            "author");
        add("in a colleague's case", replaced(lineMembers(name, fields), "case", quoted(theirs.toString())), "access");
        add("in a foreign tenant's case", replaced(lineMembers(name, fields), "case", quoted(foreign.toString())),
            "case");
        const RawMembers first = lineMembers(name, fields);
        const std::string good = outcomeOfGood(name, std::string(kind.fields.front().name));
        add("once", first, good);
        add("once more", first, good == "accepted" ? "again" : good);
        add("under a used id", replaced(first, "at", "1772438400001"), good == "accepted" ? "idReused" : good);
        add("under the id of another case's line", replaced(first, "id", quoted(secondNote.change.id.toString())),
            "idReused");
        const std::string elsewhere = secondNote.change.sets.front().record.toString();
        add("on a record of another case", inSet(elsewhere, name, "[]"), "record " + name);
        if (name != "note")
            add("on a record of another kind", inSet(signable.change.sets.front().record.toString(), name, "[]"),
                "record " + name);
        const RawMembers bad =
            replaced(lineMembers(name, fields), "by", quoted(colleague.own.session.worker.toString()));
        const auto badId = std::find_if(bad.begin(), bad.end(), [](const auto &m) { return m.first == "id"; })->second;
        add("that will be returned", bad, "author");
        add("on top of it", inSet(ids.makeId<RecordId>().toString(), name, '[' + badId + ']'), "dependsOn");
    }
    const auto outcomes = judge(lines);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        INFO(expected[i].first);
        CHECK(outcomes[i] == expected[i].second);
    }
}

TEST_CASE_METHOD(BadInput, "bad input: a signature that would lie elsewhere than what it signs")
{
    const std::string note = signable.change.sets.front().record.toString();
    std::vector<std::string> lines;
    const std::vector<std::string> elsewhere{"card", "lob", "screening", "order", "protected"};
    const auto signatureIn = [&](const std::string &compartment) {
        return rawObject(lineMembers(
            "signature",
            rawObject({{"record", '"' + note + '"'}, {"compartment", '"' + compartment + '"'}, {"sig", "\"x\""}})));
    };
    for (const std::string &compartment : elsewhere)
        lines.push_back(signatureIn(compartment));
    for (const std::string &outcome : judge(lines))
        CHECK(outcome == "schema signature.compartment");
    CHECK(judge({signatureIn("reading")}).front() == "schema signature");
    CHECK(judge({signatureIn("file")}).front() == "accepted");
}
