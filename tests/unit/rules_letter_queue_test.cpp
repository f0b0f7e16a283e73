// Which letters of a file wait, which are held and why, and what a letter says.
#include "core/rules/attempt_choices.h"
#include "core/rules/letter_queue.h"
#include "core/rules/letter_text.h"
#include "tests/unit/rules_agenda_case.h"

#include "core/base/clock.h"
#include "core/casework/record_codes.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::rules;
using File = rules::testing::TestCase;

namespace {

const base::Instant Monday = *base::parseInstant("2026-10-19T09:00:00+02:00");

/// A file of somebody grown up with an address, one report, and what a worker does with its letter.
struct Letter {
    explicit Letter(std::string_view profile = "norsjo", std::string_view person = "") : file(profile)
    {
        file.withPerson(person).addReport();
    }
    [[nodiscard]] base::RecordId report() const { return file.facts().reports.back().id; }
    std::string ask() { return applied(planLetter(file.facts(), report(), Monday, ids)); }
    std::string send(base::Instant at = Monday, std::string_view way = {})
    {
        return applied(planLetterSent(file.facts(), report(), at, ids, way));
    }
    std::string hold(std::string why = "wrongAddress", std::string reason = {})
    {
        return applied(planLetterHold(file.facts(), report(), {std::move(why), std::move(reason)}));
    }
    void attempt(const std::string &outcome, const std::string &result)
    {
        AttemptEntry entry;
        entry.outcome = outcome;
        entry.result = result;
        entry.at = Monday + std::chrono::hours(1);
        file.apply(planAttempt(file.profile(), file.facts(), entry, std::nullopt, base::WorkerId(), ids)->writes);
    }
    [[nodiscard]] std::vector<FileLetter> queue(base::Instant now = Monday) const
    {
        return lettersOf(file.profile(), file.facts(), now);
    }

    File file;
    base::ManualClock clock{Monday};
    base::SeededRandom random{7};
    base::UuidMaker ids{clock, random};

private:
    std::string applied(const base::Result<std::vector<PlannedWrite>> &writes)
    {
        if (!writes)
            return writes.error().detail();
        file.apply(*writes);
        return "done";
    }
};

using Reasons = std::vector<std::string>;

casework::PersonCard person(const std::string &interpreter = "sv")
{
    casework::PersonCard card;
    card.fullName = "Johan Ek";
    card.interpreter = interpreter;
    casework::ContactWay home;
    home.kind = "address";
    home.value = "Storgatan 1, 123 45 Orten";
    card.contactWays.push_back(home);
    return card;
}

} // namespace

TEST_CASE("a letter goes from to be asked for over ready to sent, and is shown for two weeks after that")
{
    Letter letter;
    REQUIRE(letter.queue().size() == 1);
    CHECK(letter.queue().front().place == LetterPlace::ToAsk);
    CHECK(letter.ask() == "done");
    REQUIRE(letter.queue().size() == 1);
    CHECK(letter.queue().front().place == LetterPlace::Ready);
    CHECK(letter.queue().front().since == Monday);
    CHECK(letter.send(Monday, "byHand") == "done");
    CHECK(letter.file.field("contact", "letterWay") == "byHand");
    CHECK(letter.queue().front().place == LetterPlace::Sent);
    CHECK(letter.queue(Monday + std::chrono::days(14)).empty());
    CHECK(letterOf(letter.file.profile(), letter.file.facts(), letter.report())->place == LetterPlace::Sent);
    CHECK(letter.send() == "sent");
    CHECK(letter.hold() == "sent");
}

TEST_CASE("what must not be looked past makes a letter impossible, and nothing lets it go")
{
    const auto [more, reason] = GENERATE(table<const char *, const char *>(
        {{R"(,"protection":"sekretessmarkering")", "protectedIdentity"},
         {R"(,"contactWays":{"w1":{"kind":"phone","value":"070-174 06 05"}})", "noAddress"},
         {R"(,"deceased":true)", "deceased"},
         {R"(,"noContact":{"since":"2026-10-01"})", "noContact"}}));
    CAPTURE(reason);
    // As it is where the reason came up after the letter was asked for.
    Letter letter;
    REQUIRE(letter.ask() == "done");
    File after("norsjo");
    after.withPerson(more).addReport(R"(,"letterRequestedAt":"2026-10-19T07:00:00Z")");
    const auto queue = lettersOf(after.profile(), after.facts(), Monday);
    REQUIRE(queue.size() == 1);
    CHECK(queue.front().place == LetterPlace::Held);
    CHECK(queue.front().isImpossible);
    CHECK(queue.front().reasons.front() == reason);
    CHECK(letterWait(after.facts(), after.facts().reports.back()) == reason);
}

TEST_CASE("what somebody has to look at is told, all of it, and asking anew lets the letter go")
{
    Letter letter("taby", R"(,"interpreter":"und","flags":{"f1":{"code":"violence"}})");
    REQUIRE(letter.queue().size() == 1);
    CHECK(letter.queue().front().place == LetterPlace::ToAsk);
    CHECK_FALSE(letter.queue().front().isImpossible);
    Reasons reasons = letter.queue().front().reasons;
    std::ranges::sort(reasons);
    CHECK(reasons == Reasons{"language", "violence"});
    REQUIRE(letter.ask() == "done");
    CHECK(letter.queue().front().place == LetterPlace::Ready);
}

TEST_CASE("a worker keeps a letter back with a reason, and asking for it again lets it go")
{
    Letter letter;
    CHECK(letter.hold() == "notAsked");
    REQUIRE(letter.ask() == "done");
    CHECK(letter.hold("") == "a letter is kept back for something");
    REQUIRE(letter.hold("wrongAddress", "Flyttat i maj") == "done");
    CHECK(letter.queue().front().place == LetterPlace::Held);
    CHECK(letter.queue().front().reasons == Reasons{"wrongAddress"});
    CHECK(letter.file.field("lobReport", "letterHeldReason") == "Flyttat i maj");
    CHECK(letter.send() == "wrongAddress");
    // Held, but never silently: somebody has it on I dag.
    CHECK(letter.file.has("lob.letterHeld"));
    REQUIRE(letter.ask() == "done");
    CHECK(letter.queue().front().place == LetterPlace::Ready);
    CHECK(letter.file.field("lobReport", "letterHeldReason").empty());
    CHECK_FALSE(letter.file.has("lob.letterHeld"));
    CHECK(letter.send() == "done");
}

TEST_CASE("a talk after the letter was asked for holds it, but not where everybody gets one")
{
    Letter letter("norsjo");
    REQUIRE(letter.ask() == "done");
    letter.attempt("noAnswer", "");
    CHECK(letter.queue().front().place == LetterPlace::Ready);
    letter.attempt("reached", "tookAdvice");
    REQUIRE(letter.queue().size() == 1);
    CHECK(letter.queue().front().place == LetterPlace::Held);
    CHECK(letter.queue().front().reasons == Reasons{"reached"});
    CHECK_FALSE(letter.queue().front().isImpossible);
    Letter toAll("taby");
    REQUIRE(toAll.ask() == "done");
    toAll.attempt("reached", "tookAdvice");
    CHECK(toAll.queue().front().place == LetterPlace::Ready);
}

TEST_CASE("a letter does not go before it was asked for, but may on the same day")
{
    Letter letter;
    REQUIRE(letter.ask() == "done");
    CHECK(letter.send(Monday - std::chrono::days(1)) == "letter went before it was asked for");
    CHECK(letter.send(Monday - std::chrono::hours(1)) == "done");
}

TEST_CASE("every hold has words in both languages")
{
    for (const std::string_view code : casework::codes::LetterHold)
        for (const auto language : {base::Language::Swedish, base::Language::English})
            CHECK(obstacleText(std::string(code), language) != code);
}

TEST_CASE("the profile says who writes; what it does not state stands nowhere and is asked for")
{
    Profile profile = emptyProfile();
    profile.name = "Orten";
    LetterText bare = *writeLetter(profile, person(), {{"worker", "Anna"}});
    CHECK(bare.missing == Reasons{"number", "unit"});
    CHECK(letterSender(profile).isPlain);
    CHECK_FALSE(letterSender(profile).isWindowLeft);
    CHECK(letterSender(profile).address.empty());
    const auto stated = [](std::string value) {
        return Figure<std::string>{std::move(value), SourceKind::Guideline, "Riktlinje", {}};
    };
    profile.stated.letterUnit = stated("Vuxenenheten");
    profile.stated.letterNumber = stated("08-123 456 00");
    profile.stated.letterAddress = stated("Box 1, 123 45 Orten");
    profile.stated.letterWindow = stated("left");
    const LetterText letter = *writeLetter(profile, person(), {{"worker", "Anna"}});
    CHECK(letter.missing.empty());
    CHECK(letter.address == Reasons{"Johan Ek", "Storgatan 1", "123 45 Orten"});
    CHECK(letterSender(profile).address == Reasons{"Box 1", "123 45 Orten"});
    CHECK(letterSender(profile).isWindowLeft);
    for (const std::string &line : letter.opening)
        CHECK(line.find("Vuxenenheten") == std::string::npos);
    CHECK(letter.text.front().find("Vuxenenheten i Orten") != std::string::npos);
    // A worker's own words go before the profile's.
    CHECK(
        writeLetter(profile, person(), {{"worker", "Anna"}, {"unit", "Öppenvården"}})->text.front().find("Öppenvården")
        != std::string::npos);
}

TEST_CASE("a letter is in the person's language where it is English, and names another one")
{
    Profile profile = emptyProfile();
    CHECK(writeLetter(profile, person("en-GB"), {})->opening.front() == "Hello,");
    const LetterText letter = *writeLetter(profile, person("fi"), {});
    CHECK(letter.opening.front() == "Hej,");
    CHECK(letter.interpreter == "fi");
}
