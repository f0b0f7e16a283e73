// A file that is tied to another one of the same person: all that is open in it stays.
#include "core/base/clock.h"
#include "core/rules/attempt_plan.h"
#include "core/rules/lob_letter.h"
#include "tests/support/catch.h"
#include "tests/unit/rules_agenda_case.h"

#include <algorithm>

using namespace faltakt;
using rules::testing::Lines;

namespace {

const base::CaseId Tied = *base::CaseId::parse("019f0000-0000-7000-8000-0000000000aa");
const base::CaseId Main = *base::CaseId::parse("019f0000-0000-7000-8000-0000000000bb");
const char *const TiedMatter = R"({"stage":"intake","mergedInto":"019f0000-0000-7000-8000-0000000000bb"})";

/// The file under test and the one to which it is tied.
class TwoFiles final : public store::CaseReader {
public:
    rules::testing::TestCase tied;
    rules::testing::TestCase main;

    TwoFiles()
    {
        // Ids that differ from those of the other file.
        for (int skipped = 0; skipped < 40; ++skipped)
            main.add("nothing", "{}");
    }
    base::Result<std::vector<store::RecordView>> records(base::CaseId caseId, std::string_view kind) const override
    {
        if (caseId == Tied)
            return tied.records(caseId, kind);
        return caseId == Main ? main.records(caseId, kind) : std::vector<store::RecordView>();
    }
    rules::CaseFacts facts() const { return *rules::readCaseFacts(Tied, *this); }
    Lines rulesOf(base::CaseId caseId) const
    {
        const rules::FieldAgendaProjector projector(tied.profile());
        Lines found;
        const auto rows = projector.agenda(caseId, *this);
        REQUIRE(rows);
        for (const store::AgendaEntry &row : *rows)
            found.push_back(row.rule + ' ' + row.reason);
        std::ranges::sort(found);
        return found;
    }
    bool has(std::string_view rule) const
    {
        const Lines lines = rulesOf(Tied);
        return std::ranges::any_of(lines, [&](const std::string &line) { return line.starts_with(rule); });
    }
};

void addAllThatIsOpen(rules::testing::TestCase &file)
{
    file.addReport(R"(,"ageAtCustody":19,"childrenPresent":"yes")");
    file.add("task", R"({"what":"ownTask"})");
    file.add("act", R"({"at":"2026-10-16T08:00:00Z","starts/application.received":"2026-10-16"})");
    file.addContact("2026-10-17", "noAnswer", R"(,"children":"worry")");
}

} // namespace

TEST_CASE("whatever is open in a file stays when it is tied to another one")
{
    rules::testing::TestCase alone;
    alone.withPerson();
    addAllThatIsOpen(alone);
    const Lines before = alone.lines();
    REQUIRE(before.size() >= 6);

    TwoFiles two;
    two.main.withPerson();
    two.tied.add("case", TiedMatter);
    two.tied.add("person",
                 R"({"givenName":"Johan","birthDate":"1990-01-01","contactWays":{)"
                 R"("w1":{"kind":"phone","value":"070-174 06 05"},"w2":{"kind":"address","value":"Storgatan 1"}}})");
    addAllThatIsOpen(two.tied);
    const Lines tied = two.rulesOf(Tied);
    REQUIRE(tied.size() == before.size());
    for (const std::string_view rule : {"task", "lob.attempt", "lob.letter", "children.worry", "lob.preAssessment"})
        CHECK(two.has(rule));
    // Nothing of it is asked a second time in the other file.
    CHECK(two.rulesOf(Main).empty());
}

TEST_CASE("a sheet of an unknown person is followed up once it is tied to somebody, by that person's numbers")
{
    TwoFiles two;
    two.main.withPerson();
    const std::string report = two.tied.addReport();
    SECTION("before")
    {
        two.tied.add("case", R"({"stage":"intake"})");
        CHECK_FALSE(two.has("lob."));
    }
    SECTION("after")
    {
        two.tied.add("case", TiedMatter);
        CHECK(two.has("lob.firstAttempt lobAttempt:1:3"));
        CHECK(two.facts().phoneRecord.toString() == two.main.records({}, "person")->front().id.toString());
        // A letter would be printed from a file without an address.
        CHECK(two.has("lob.letterHeld"));
        CHECK(rules::letterObstacle(two.facts()) == "noAddress");
    }
    SECTION("to a file that is not here")
    {
        two.tied.add("case", R"({"stage":"intake","mergedInto":"019f0000-0000-7000-8000-0000000000cc"})");
        CHECK_FALSE(two.has("lob."));
    }
    SECTION("to somebody with protected identity, whom no list names")
    {
        two.tied.add("case", TiedMatter);
        two.main.add("protectedPerson", R"({"givenName":"Johan"})");
        CHECK_FALSE(two.has("lob."));
        CHECK_FALSE(two.facts().hasPerson);
    }
}

TEST_CASE("a death and a wish for no contact count in the tied file too, wherever they are written")
{
    TwoFiles two;
    two.tied.add("case", TiedMatter);
    two.tied.add("person", R"({"givenName":"Johan","contactWays":{"w1":{"kind":"phone","value":"070-174 06 05"}}})");
    two.tied.addReport();
    two.tied.add("task", R"({"what":"ownTask"})");
    SECTION("a death")
    {
        two.main.withPerson(R"(,"deceased":true)");
        CHECK(two.rulesOf(Tied) == Lines{"task task:ownTask"});
    }
    SECTION("a matter that ended with it")
    {
        two.main.add("case", R"({"stage":"closed","closedAs":"deceased"})");
        two.main.add("person", R"({"givenName":"Johan"})");
        CHECK(two.rulesOf(Tied) == Lines{"task task:ownTask"});
    }
    SECTION("a wish")
    {
        two.main.withPerson(R"(,"noContact":{"since":"2026-10-18","mayAskAgainAt":"2026-12-01"})");
        CHECK_FALSE(two.has("lob.firstAttempt"));
        // Asked once, where it was written.
        CHECK_FALSE(two.has("contact.mayAskAgain"));
    }
    SECTION("what holds a letter back")
    {
        two.main.withPerson(R"(,"flags":{"f":{"code":"violence"}})");
        CHECK(two.has("lob.letterHeld"));
    }
}

TEST_CASE("a death that is heard in the tied file is written on both cards")
{
    TwoFiles two;
    two.main.withPerson();
    two.tied.add("case", TiedMatter);
    const bool hasCard = GENERATE(false, true);
    if (hasCard)
        two.tied.add("person", R"({"givenName":"Johan"})");
    two.tied.addReport();
    rules::AttemptEntry entry;
    entry.outcome = "deceased";
    entry.at = *base::parseInstant("2026-10-19T09:00:00Z");
    base::ManualClock clock(entry.at);
    base::SeededRandom random(7);
    base::UuidMaker ids(clock, random);
    const auto plan = rules::planAttempt(two.tied.profile(), two.facts(), entry, {}, {}, ids);
    REQUIRE(plan);
    const auto cards = std::ranges::count_if(plan->writes, [](const rules::PlannedWrite &write) {
        return write.kind == "person" && write.fields.contains("deceased");
    });
    CHECK(cards == (hasCard ? 2 : 1));
}

TEST_CASE("files tied in a circle, and a file tied to itself, are read like any other")
{
    TwoFiles two;
    const bool isSelf = GENERATE(false, true);
    two.tied.add("case",
                 isSelf ? R"({"stage":"intake","mergedInto":"019f0000-0000-7000-8000-0000000000aa"})" : TiedMatter);
    two.tied.add("person", R"({"givenName":"Johan"})");
    two.tied.add("task", R"({"what":"ownTask"})");
    two.main.add("case", R"({"stage":"intake","mergedInto":"019f0000-0000-7000-8000-0000000000aa"})");
    two.main.add("person", R"({"givenName":"Johan"})");
    CHECK(two.rulesOf(Tied) == Lines{"task task:ownTask"});
    CHECK(two.facts().otherCards.size() == (isSelf ? 0u : 1u));
}
