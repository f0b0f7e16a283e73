// The letter after a police report: asked for in the field, held, taken back, and told to have gone.
#include "core/rules/lob_letter.h"
#include "tests/unit/rules_agenda_case.h"

#include "core/base/clock.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::rules;
using File = rules::testing::TestCase;

namespace {

const base::Instant Monday = *base::parseInstant("2026-10-19T09:00:00+02:00");

class Ids {
public:
    [[nodiscard]] base::UuidMaker &maker() { return m_maker; }

private:
    base::ManualClock m_clock{Monday};
    base::SeededRandom m_random{7};
    base::UuidMaker m_maker{m_clock, m_random};
};

/// Asked for at Monday's beginning, in a file as it is.
base::Result<std::vector<PlannedWrite>> askedLetter(const File &file)
{
    Ids ids;
    return planLetter(file.facts(), file.facts().reports.back().id, Monday, ids.maker());
}

base::json::Value fieldOf(const std::vector<PlannedWrite> &writes, std::string_view kind, std::string_view field)
{
    for (const PlannedWrite &write : writes)
        if (const auto *value = write.kind == kind ? write.fields.find(field) : nullptr)
            return *value;
    return {};
}

} // namespace

TEST_CASE("whoever asks for a letter has seen what speaks against it, and is asked again when more comes up")
{
    File file("taby");
    file.withPerson(R"(,"flags":{"f1":{"code":"violence"}})").addReport();
    const auto writes = *askedLetter(file);
    CHECK(*fieldOf(writes, "lobReport", "letterDespite").string() == "violence");
    CHECK(*fieldOf(writes, "contact", "letter").string() == "asked");
    file.apply(writes);
    CHECK(lobFollowUpOf(file.profile(), file.facts()).letter == LetterState::Handled);
    CHECK(askedLetter(file).error().detail() == "asked");
    rules::CaseFacts facts = file.facts();
    facts.person.letterHolds.emplace_back("careOf");
    CHECK(letterWait(facts, facts.reports.back()) == "careOf");
    CHECK(lobFollowUpOf(file.profile(), facts).letter == LetterState::Held);
}

TEST_CASE("a no and a death take a letter back that was asked for and has not gone")
{
    for (const char *outcome : {"declined", "deceased"}) {
        CAPTURE(outcome);
        File file("taby");
        file.withPerson().addReport();
        file.apply(*askedLetter(file));
        AttemptEntry entry;
        entry.outcome = outcome;
        entry.at = Monday;
        Ids ids;
        const AttemptPlan plan =
            *planAttempt(file.profile(), file.facts(), entry, std::nullopt, base::WorkerId(), ids.maker());
        int ofReport = 0;
        for (const PlannedWrite &write : plan.writes)
            ofReport += write.kind == "lobReport" ? 1 : 0;
        CHECK(ofReport == 1);
        const auto *asked = [&]() -> const base::json::Value * {
            for (const PlannedWrite &write : plan.writes)
                if (write.kind == "lobReport")
                    return write.fields.find("letterRequestedAt");
            return nullptr;
        }();
        REQUIRE(asked);
        CHECK(asked->isNull());
    }
}

TEST_CASE("the office's word that a letter went is no further attempt")
{
    File file("taby");
    file.withPerson(R"(,"contactWays":{"w2":{"kind":"address","value":"Storgatan 1"}})").addReport();
    file.apply(*askedLetter(file));
    const int tries = lobFollowUpOf(file.profile(), file.facts()).tries;
    Ids ids;
    file.apply(*planLetterSent(file.facts(), file.facts().reports.back().id, Monday, ids.maker()));
    CHECK(lobFollowUpOf(file.profile(), file.facts()).tries == tries);
    CHECK(planLetterSent(file.facts(), file.facts().reports.back().id, Monday, ids.maker()).error().detail() == "sent");
}
