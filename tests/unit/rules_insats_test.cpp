// The times that help starts, from the form Insats and the plan; and that every rule of the field is started by
// something that the app writes, or says why it is not.
#include "core/rules/act_clocks.h"
#include "core/screening/instrument_library.h"
#include "tests/support/catch.h"
#include "tests/unit/rules_agenda_case.h"

#include <set>

using namespace faltakt;
using namespace faltakt::rules;

namespace {

using File = rules::testing::TestCase;

std::string dueIn(std::string_view profile, std::string_view rule, const std::string &fields)
{
    File file(profile);
    file.withPerson();
    file.add("act", R"({"form":"insats","at":"2026-10-01T08:00:00Z",)" + fields + "}");
    const auto row = file.row(rule);
    return row && row->due ? base::formatInstant(*row->due) : std::string();
}

std::string start(std::string_view event, std::string_view day)
{
    return R"("starts/)" + std::string(event) + R"(":")" + std::string(day) + '"';
}

struct Example {
    std::string_view profile;
    std::string_view rule;
    std::string_view event;
    std::string_view day;
    std::string_view due;
};

struct Unstarted {
    std::string_view event;
    std::string_view why;
};

/// Events that no form starts.
constexpr std::array Elsewhere{
    Unstarted{"concern.known", "the record of children: the row children.worry"},
    Unstarted{"birth.considered", "the record of an expected child"},
    Unstarted{"interview.done", "a finished interview"},
    Unstarted{"lob.lastStep", "the last attempt or the letter of a police report"},
    Unstarted{"lvm.known", "the row would name the law in a list; the form says to ring first and stands in the file"},
    Unstarted{"coordination.renewed", "stands in the population register: the device holds the number and not its day"},
};

} // namespace

TEST_CASE("help starts the municipality's own times, and none where it has no figure")
{
    constexpr std::array Examples{
        Example{"taby", "placement.review", "placement.began", "2026-08-21", "2026-11-21T22:59:59Z"}, // a Saturday
        Example{"taby", "placement.review", "placement.began", "2026-09-25", "2026-12-25T22:59:59Z"}, // a holiday
        Example{"taby", "placement.review", "placement.began", "2027-11-29", "2028-02-29T22:59:59Z"}, // a leap day
        Example{"taby", "placement.review", "placement.began", "2025-06-30", "2025-09-30T21:59:59Z"}, // the law before
        Example{"taby", "trainingFlat.end", "flat.movedIn", "2028-02-29", "2032-02-29T22:59:59Z"},
        Example{"taby", "trainingFlat.end", "flat.movedIn", "2026-12-25", "2030-12-25T22:59:59Z"},
        Example{"taby", "trainingFlat.end", "flat.movedIn", "2026-11-03", "2030-11-03T22:59:59Z"}, // a Sunday
        Example{"taby", "gambling.programme", "programme.began", "2026-12-13", "2027-03-13T22:59:59Z"},
        Example{"taby", "gambling.programme", "programme.began", "2026-12-26", "2027-03-26T22:59:59Z"},
        Example{"taby", "gambling.programme", "programme.began", "2027-01-31", "2027-04-30T21:59:59Z"},
        Example{"flen", "aftercare.offer", "treatment.ends", "2028-02-29", "2028-02-29T22:59:59Z"},
        Example{"flen", "aftercare.offer", "treatment.ends", "2026-12-25", "2026-12-25T22:59:59Z"},
        Example{"flen", "aftercare.offer", "treatment.ends", "2026-11-21", "2026-11-21T22:59:59Z"},
        Example{"norsjo", "placement.review", "placement.began", "2026-09-25", ""},
        Example{"flen", "trainingFlat.end", "flat.movedIn", "2026-09-25", ""},
        Example{"norsjo", "gambling.programme", "programme.began", "2026-09-25", ""},
        Example{"taby", "aftercare.offer", "treatment.ends", "2026-11-21", ""},
    };
    for (const Example &example : Examples) {
        INFO(example.profile << " " << example.rule << " " << example.day);
        CHECK(dueIn(example.profile, example.rule, start(example.event, example.day)) == example.due);
    }
}

TEST_CASE("help that has ended waits for nothing more, and the help beside it does")
{
    CHECK(dueIn("taby", "placement.review",
                start("placement.began", "2026-09-25") + R"(,"ends/placement.review":"2026-10-01")")
              .empty());
    File file("taby");
    file.withPerson();
    const auto flat =
        file.add("act", R"({"form":"insats","at":"2026-10-01T08:00:00Z","starts/flat.movedIn":"2026-10-01"})");
    file.add(
        "act",
        R"({"form":"insats","at":"2026-10-02T08:00:00Z","starts/programme.began":"2026-10-02",)"
        R"("starts/insats.ends":"2026-10-09","ends/trainingFlat.end":"2026-10-09","ends/gambling.programme":"2026-10-09"})");
    REQUIRE(file.has("trainingFlat.end"));
    CHECK(file.row("trainingFlat.end")->record.toString() == flat);
    CHECK_FALSE(file.has("gambling.programme"));
}

TEST_CASE("a plan counts as a look at the help, and the next one takes its place")
{
    const auto plan = [](std::string_view day) {
        const std::string at(day);
        return R"({"form":"plan","at":")" + at + R"(T08:00:00Z","starts/insats.followedUp":")" + at
               + R"(","replaces/insats.followUp":")" + at + R"("})";
    };
    File file("norsjo");
    file.withPerson();
    file.add("act", plan("2026-05-07"));
    REQUIRE(file.has("insats.followUp"));
    CHECK(base::formatInstant(*file.row("insats.followUp")->due) == "2026-11-07T22:59:59Z");
    const auto second = file.add("act", plan("2026-09-01"));
    CHECK(file.row("insats.followUp")->record.toString() == second);
}

TEST_CASE("each event that starts a rule of the field is written by a form, or says where else it comes from")
{
    std::set<std::string, std::less<>> written;
    const auto library = screening::InstrumentLibrary::forms().value();
    for (const auto &[id, form] : library.all())
        for (const screening::Question &question : form->questions())
            written.insert(question.date.starts);
    std::set<std::string, std::less<>> wanted;
    for (const DeadlineRule &rule : shippedDeadlineRules().rules())
        if (rule.audience == DeadlineAudience::Field && rule.figure)
            wanted.insert(rule.start.begin(), rule.start.end());
    for (const std::string &event : wanted) {
        INFO(event);
        const bool isElsewhere = std::ranges::find(Elsewhere, event, &Unstarted::event) != Elsewhere.end();
        CHECK(written.contains(event) != isElsewhere);
    }
    for (const Unstarted &each : Elsewhere) {
        INFO(each.event);
        CHECK(wanted.contains(each.event));
        CHECK_FALSE(each.why.empty());
    }
}
