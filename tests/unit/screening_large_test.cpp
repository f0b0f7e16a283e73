// Large forms: an answer costs what hangs on it, not what the form holds.
#include "tests/support/catch.h"
#include "tests/unit/screening_forms.h"

#include <chrono>

using namespace faltakt;
using namespace faltakt::screening;
using namespace faltakt::screening::test;

namespace {

/// Blocks of ten: a gate, eight numbers that it opens, and their sum.
std::string blocks(int count)
{
    std::string items;
    for (int i = 0; i < count; ++i) {
        const std::string id = "b" + std::to_string(i);
        std::string inside = item(id + ".0", "boolean");
        for (int k = 1; k <= 8; ++k)
            inside += ","
                      + item(id + "." + std::to_string(k), "integer",
                             enabled(when(id + ".0", "=", R"("answerBoolean":true)")));
        inside += ","
                  + calculated(id + ".sum", "integer",
                               "%resource.item.where(linkId = '" + id + "').item.where(linkId != '" + id
                                   + ".sum').answer.value.ofType(integer).sum()",
                               "," + extension("urn:faltakt:result", R"("valueCode":"count")"));
        items += (i ? "," : "") + group(id, inside);
    }
    return items;
}

InterviewSession begun(int count)
{
    return InterviewSession::start(AnswerSheet(compiled(blocks(count))), SkipRule::On).value();
}

using Milliseconds = std::chrono::duration<double, std::milli>;

template <typename Work>
double millisecondsOf(const Work &work)
{
    const auto before = std::chrono::steady_clock::now();
    work();
    return Milliseconds(std::chrono::steady_clock::now() - before).count();
}

/// Answers one block in the middle, and reads its sum.
void answerBlock(InterviewSession &session, const std::string &id)
{
    REQUIRE(session.answer(id + ".0", Answer::boolean(true)));
    for (int k = 1; k <= 8; ++k)
        REQUIRE(session.answer(id + "." + std::to_string(k), Answer::integer(k)));
    REQUIRE(session.calculated(id + ".sum").value() == base::json::Value(36));
}

} // namespace

TEST_CASE("an answer in a form of 2,000 items looks at its own block alone")
{
    InterviewSession session = begun(200);
    REQUIRE(session.answer("b100.0", Answer::boolean(true)));
    CHECK(session.openItems().lastLookedAt() == 8);
    REQUIRE(session.answer("b100.1", Answer::integer(1)));
    CHECK(session.openItems().lastLookedAt() == 0);
    REQUIRE(session.calculated("b100.sum"));
    CHECK(session.calculations().evaluations() == 1);
}

TEST_CASE("an answer in a form of 2,000 items costs under a millisecond")
{
    InterviewSession session = begun(200);
    constexpr int Answers = 9;
    constexpr double MostEach = 1.0;
    double best = 1e9; // Of several, since others use the machine too.
    for (const char *id : {"b10", "b50", "b90", "b130", "b170"})
        best = std::min(best, millisecondsOf([&] { answerBlock(session, id); }));
    CHECK(best / Answers < MostEach);
}

TEST_CASE("a form of 180 items opens in under 100 milliseconds, and one of 2,000 in about as many times more")
{
    const std::string small = form(blocks(18));
    const std::string large = form(blocks(200));
    const auto open = [](const std::string &json) {
        const auto session =
            InterviewSession::start(AnswerSheet(Questionnaire::parse(json).value()), SkipRule::On).value();
        REQUIRE(session.current());
    };
    double ofSmall = 1e9;
    double ofLarge = 1e9;
    for (int i = 0; i < 3; ++i) {
        ofSmall = std::min(ofSmall, millisecondsOf([&] { open(small); }));
        ofLarge = std::min(ofLarge, millisecondsOf([&] { open(large); }));
    }
    CAPTURE(ofSmall, ofLarge);
    CHECK(ofSmall < 100);
    CHECK(ofLarge < 40 * ofSmall); // Eleven times as long; a square would be 120 times.
}
