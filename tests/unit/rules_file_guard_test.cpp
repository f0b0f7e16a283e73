// A closed file is read and not written in: what is let in all the same, and that everything else is held up.
#include "core/casework/record_schemas.h"
#include "core/rules/file_guard.h"
#include "tests/support/catch.h"
#include "tests/unit/rules_agenda_case.h"

#include <set>

using namespace faltakt;
using namespace faltakt::rules;

namespace {

rules::testing::TestCase file(std::string_view stage)
{
    rules::testing::TestCase made("norsjo");
    made.add("case", R"({"stage":")" + std::string(stage) + "\"}");
    return made;
}

std::string saved(const rules::testing::TestCase &in, const changelog::RecordSet &set)
{
    const FileGuard guard;
    if (!guard.watches(set))
        return "";
    const auto checked = guard.check({}, set, in);
    return checked ? "" : checked.error().detail();
}

base::RecordId someId() { return *base::RecordId::parse("01900000-0000-7000-8000-00000000abcd"); }

std::string made(const rules::testing::TestCase &in, const std::string &kind, base::json::Object fields = {})
{
    return saved(in, {someId(), kind, std::move(fields), {}});
}

std::string edited(rules::testing::TestCase &in, const std::string &kind, base::json::Object fields)
{
    const auto record = base::RecordId::parse(in.add(kind, "{}"));
    REQUIRE(record);
    return saved(in, {*record, kind, std::move(fields), {}});
}

} // namespace

TEST_CASE("every kind that the schema knows is held up in a closed file, but those that say nothing new of the person")
{
    const std::set<std::string_view> letIn = {"access",    "case",     "colleague", "deputy",    "misfiled",
                                              "signature", "takeover", "tally",     "visitWatch"};
    const auto closed = file("closed");
    const auto open = file("insats");
    for (const changelog::KindSchema &kind : casework::recordSchemas().kinds()) {
        CAPTURE(kind.name);
        CHECK(made(closed, std::string(kind.name)) == (letIn.contains(kind.name) ? "" : ClosedFile));
        CHECK(made(open, std::string(kind.name)).empty());
    }
}

TEST_CASE("a kind that nobody has thought of is held up") { CHECK(made(file("closed"), "newKind") == ClosedFile); }

TEST_CASE("a late addition, and what was written in the wrong file, come into a closed one")
{
    const auto closed = file("closed");
    CHECK(made(closed, "note", {{"text", "x"}}) == ClosedFile);
    CHECK(made(closed, "note", {{"text", "x"}, {"addendumTo", ""}}) == ClosedFile);
    CHECK(made(closed, "note", {{"text", "x"}, {"addendumTo", someId().toString()}}).empty());
    CHECK(made(closed, "contact", {{"movedKey", "k"}}).empty());
}

TEST_CASE("what was written before is finished and set right in a closed file, and nothing else is changed")
{
    auto closed = file("closed");
    CHECK(edited(closed, "task", {{"status", "done"}}).empty());
    CHECK(edited(closed, "note", {{"disputed", "x"}}).empty());
    CHECK(edited(closed, "contact", {{"outcome", "reached"}}).empty());
    CHECK(edited(closed, "person", {{"protection", "skyddadFolkbokforing"}}).empty());
    // Undoing the closing opens the report again that had ended with it.
    CHECK(edited(closed, "lobReport", {{"status", nullptr}, {"closedAs", nullptr}}).empty());
    CHECK(edited(closed, "lobReport", {{"status", nullptr}, {"text", "x"}}) == ClosedFile);
    for (const char *kind : {"child", "children", "act", "assessment", "related", "lobReport", "safetyTalk"}) {
        CAPTURE(kind);
        CHECK(edited(closed, kind, {{"text", "x"}}) == ClosedFile);
    }
}

TEST_CASE("two versions of one thing are settled in a closed file too")
{
    auto closed = file("closed");
    const auto record = base::RecordId::parse(closed.add("child", "{}"));
    REQUIRE(record);
    class Disagreeing final : public store::CaseReader {
    public:
        explicit Disagreeing(const rules::testing::TestCase &under) : m_under(under) {}
        base::Result<std::vector<store::RecordView>> records(base::CaseId caseId, std::string_view kind) const override
        {
            TRY(auto records, m_under.records(caseId, kind));
            for (store::RecordView &each : records)
                each.conflicted = each.kind == "child";
            return records;
        }

    private:
        const rules::testing::TestCase &m_under;
    };
    const Disagreeing reader(closed);
    const FileGuard guard;
    const changelog::RecordSet chosen{*record, "child", {{"name", "Kim"}}, {base::ChangeId(), base::ChangeId()}};
    CHECK(guard.check({}, chosen, reader));
    const changelog::RecordSet further{*record, "child", {{"name", "Kim"}}, {base::ChangeId()}};
    CHECK_FALSE(guard.check({}, further, reader));
}

TEST_CASE("what children hold up is held up as before, and an open file is written in")
{
    auto open = file("insats");
    open.add("child", R"({"name":"Kim","worry":"yes","worryAt":"2026-10-20T09:00:00Z"})");
    const changelog::RecordSet closing{
        open.facts().caseRecord, "case", {{"stage", "closed"}, {"closedAs", "done"}}, {}};
    CHECK(saved(open, closing) == "childrenWorry");
    CHECK(made(open, "note", {{"text", "x"}}).empty());
}
