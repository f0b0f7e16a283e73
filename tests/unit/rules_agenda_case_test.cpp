#include "core/rules/row_explanation.h"
#include "tests/unit/rules_agenda_case.h"

#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::rules::testing;

TEST_CASE("an unregistered report is to be registered on the day it came")
{
    rules::testing::TestCase file;
    file.withPerson();
    file.add("lobReport", R"({"received":"2026-10-16T08:00:00Z","repeatCount":1})");
    CHECK(base::formatInstant(*file.row("lob.register")->due) == "2026-10-16T21:59:59Z");
}

TEST_CASE("a report on a person under 21 wants the safety check at once and a decision within 14 days, by law")
{
    rules::testing::TestCase file("norsjo");
    file.withPerson();
    const std::string report = file.addReport(R"(,"ageAtCustody":19)");
    CHECK(file.row("lob.safetyCheck")->kind == "law");
    CHECK(base::formatInstant(*file.row("lob.safetyCheck")->due) == "2026-10-16T08:00:00Z");
    CHECK(file.row("lob.preAssessment")->kind == "law");
    CHECK(base::formatInstant(*file.row("lob.preAssessment")->due) == "2026-10-30T22:59:59Z");
    file.add("task", R"({"what":"safetyCheck","status":"done","lobReport":")" + report + "\"}");
    file.add("task", R"({"what":"preAssessment","status":"done","doneAt":"2026-10-20T08:00:00Z"})");
    CHECK_FALSE(file.has("lob.safetyCheck"));
    CHECK_FALSE(file.has("lob.preAssessment"));
}

TEST_CASE("the age is worked out from the birth date on the day of the report where the sheet does not say it")
{
    const auto hasCheck = [](std::string_view birthDate) {
        rules::testing::TestCase file;
        file.add("case", R"({"stage":"intake"})");
        file.add("person", R"({"givenName":"A","birthDate":")" + std::string(birthDate) + "\"}");
        file.addReport();
        return file.has("lob.safetyCheck");
    };
    CHECK(hasCheck("2005-10-17"));       // 21 tomorrow
    CHECK_FALSE(hasCheck("2005-10-16")); // 21 today
}

TEST_CASE("a minor is passed to the child unit and neither called nor written to")
{
    rules::testing::TestCase file;
    file.withPerson().addReport(R"(,"ageAtCustody":16)");
    CHECK(file.row("lob.childUnit")->kind == "child");
    CHECK_FALSE(file.has("lob.firstAttempt"));
    CHECK_FALSE(file.has("lob.letter"));
    CHECK_FALSE(file.has("lob.letterHeld"));
}

TEST_CASE("a report without a person is not followed up")
{
    rules::testing::TestCase file;
    file.add("case", R"({"stage":"intake"})");
    file.addReport();
    CHECK(file.lines().empty());
}

TEST_CASE("a danger sign puts the call first, for the next working day")
{
    rules::testing::TestCase file;
    file.withPerson().addReport(R"(,"dangerSign":true)");
    CHECK(file.row("lob.firstAttemptAim")->kind == "life");
    CHECK(base::formatInstant(*file.row("lob.firstAttemptAim")->due) == "2026-10-19T21:59:59Z");
}

TEST_CASE("two reports offer a meeting, three call for weighing an investigation")
{
    rules::testing::TestCase second;
    second.withPerson().addReport(R"(,"repeatCount":2)");
    CHECK(second.row("lob.reviewSupport")->reason == "reviewSupport");
    rules::testing::TestCase third;
    third.withPerson();
    const std::string report = third.addReport(R"(,"repeatCount":3)");
    CHECK(third.row("lob.considerInvestigation")->reason == "considerInvestigation");
    third.add("task", R"({"what":"reviewSupport","status":"dropped","lobReport":")" + report + "\"}");
    CHECK_FALSE(third.has("lob.considerInvestigation"));
}

TEST_CASE("reports without a stored count are counted over twelve months")
{
    rules::testing::TestCase file;
    file.withPerson();
    file.add("lobReport",
             R"({"received":"2025-10-01T08:00:00Z","registered":"2025-10-01T08:00:00Z","status":"closed"})");
    file.add("lobReport", R"({"received":"2026-10-16T08:00:00Z","registered":"2026-10-16T08:00:00Z"})");
    CHECK_FALSE(file.has("lob.reviewSupport"));
    file.add("lobReport",
             R"({"received":"2026-05-16T08:00:00Z","registered":"2026-05-16T08:00:00Z","status":"closed"})");
    CHECK(file.has("lob.reviewSupport"));
}

TEST_CASE("a report in an open matter is its worker's: the call list stays out of it in Norsjo, Taby calls everybody")
{
    const auto build = [](std::string_view profile) {
        rules::testing::TestCase file(profile);
        file.add("case", R"({"stage":"insats"})");
        file.add(
            "person",
            R"({"givenName":"A","contactWays":{"w":{"kind":"phone","value":"1"},"a":{"kind":"address","value":"Väg 1"}}})");
        file.addReport();
        return file.lines();
    };
    CHECK(
        build("norsjo")
        == Lines{"lob.newReport default newReport 2026-10-19", "lob.reviewSupport guideline reviewSupport 2026-10-30"});
    CHECK(build("taby")
          == Lines{"lob.firstAttempt default lobAttempt:1:3 2026-10-21", "lob.letter default letter 2026-10-23"});
}

TEST_CASE("already with us ends the tries; the county's guideline looks over the support")
{
    rules::testing::TestCase file("norsjo");
    file.withPerson().addReport();
    file.addContact("2026-10-19", "alreadyWithUs");
    CHECK(file.lines() == Lines{"lob.reviewSupport guideline reviewSupport 2026-10-30"});
}

TEST_CASE("a worry about children is kind child at once, until its task is done; dropping it is not enough")
{
    rules::testing::TestCase file("norsjo");
    file.withPerson().addReport();
    const std::string contact =
        file.addContact("2026-10-19", "reached", R"(,"result":"tookAdvice","children":"worry")");
    CHECK(file.lines() == Lines{"children.worry child childrenWorry 2026-10-19"});
    file.add("task", R"({"what":"children","status":"dropped","record":")" + contact + "\"}");
    CHECK(file.has("children.worry"));
    file.add("task", R"({"what":"children","status":"done","record":")" + contact + "\"}");
    CHECK(file.lines().empty());
}

TEST_CASE("an open task about children stands for the worry, with its kind")
{
    rules::testing::TestCase file("norsjo");
    file.withPerson().addReport();
    const std::string contact =
        file.addContact("2026-10-19", "reached", R"(,"result":"tookAdvice","children":"worry")");
    file.add("task", R"({"what":"children","basis":"law","due":"2026-10-19T10:00:00Z","record":")" + contact + "\"}");
    CHECK(file.lines() == Lines{"task child task:children 2026-10-19"});
}

TEST_CASE("children not asked about become a row; an answer, a task or a no takes it away")
{
    const auto build = [](std::string_view more) {
        rules::testing::TestCase file("norsjo");
        file.withPerson().addReport();
        file.addContact("2026-10-19", "reached", R"(,"result":"tookAdvice")" + std::string(more));
        return file;
    };
    CHECK(build("").lines() == Lines{"children.notAsked default childrenNotAsked 2026-10-20"});
    CHECK(build(R"(,"children":"notAsked")").has("children.notAsked"));
    CHECK(build(R"(,"children":"none")").lines().empty());
    auto answered = build("");
    answered.addContact("2026-10-20", "reached", R"(,"result":"tookAdvice","children":"noWorry")");
    CHECK(answered.lines().empty());
    auto dropped = build("");
    dropped.add("task", R"({"what":"children","status":"dropped","doneAt":"2026-10-20T08:00:00Z"})");
    CHECK(dropped.lines().empty());
    auto declined = build("");
    declined.addContact("2026-10-21", "declined");
    CHECK(declined.lines().empty());
}

TEST_CASE("children present at the custody are kind child until somebody has answered for them")
{
    rules::testing::TestCase file;
    file.withPerson().addReport(R"(,"childrenPresent":"yes")");
    CHECK(file.row("children.atCustody")->kind == "child");
    file.addContact("2026-10-19", "reached", R"(,"result":"tookAdvice","children":"noWorry")");
    CHECK_FALSE(file.has("children.atCustody"));
}

TEST_CASE("an agreed contact stays until it is met, moved or done")
{
    rules::testing::TestCase file("norsjo");
    file.withPerson().addReport();
    const std::string contact = file.addContact(
        "2026-10-19", "reached", R"(,"result":"bookedVisit","children":"none","nextAt":"2026-10-22T14:00:00+02:00")");
    CHECK(file.lines() == Lines{"contact.next agreed bookedVisit 2026-10-22"});
    file.addContact("2026-10-20", "reached", R"(,"way":"sms")");
    CHECK(file.has("contact.next"));
    auto moved = file;
    moved.addContact("2026-10-21", "reached", R"(,"result":"tookAdvice","nextAt":"2026-10-28T14:00:00+01:00")");
    CHECK(moved.lines() == Lines{"contact.next agreed nextContact 2026-10-28"});
    auto met = file;
    met.addContact("2026-10-22", "reached", R"(,"result":"tookAdvice")");
    CHECK(met.lines().empty());
    file.add("task", R"({"what":"nextContact","status":"done","record":")" + contact + "\"}");
    CHECK(file.lines().empty());
}

TEST_CASE("a later no takes an agreed contact away; what was agreed with the no itself stays")
{
    rules::testing::TestCase file("norsjo");
    file.withPerson().addReport();
    file.addContact("2026-10-19", "reached",
                    R"(,"result":"bookedVisit","children":"none","nextAt":"2026-10-22T14:00:00+02:00")");
    file.addContact("2026-10-20", "declined");
    CHECK(file.lines().empty());
    rules::testing::TestCase together("norsjo");
    together.withPerson().addReport();
    together.addContact("2026-10-19", "declined", R"(,"nextAt":"2026-10-22T14:00:00+02:00")");
    CHECK(together.lines() == Lines{"contact.next agreed nextContact 2026-10-22"});
}

TEST_CASE("open tasks keep their basis as kind, others than open are not shown")
{
    rules::testing::TestCase file;
    file.withPerson();
    for (const std::string_view basis : {"law", "guideline", "default", "agreed", "own"})
        file.add("task", R"({"what":"ownTask","due":"2026-10-20T10:00:00Z","basis":")" + std::string(basis) + "\"}");
    file.add("task", R"({"what":"ownTask","status":"done","basis":"law"})");
    file.add("task", R"({"what":"ownTask","status":"dropped","basis":"law"})");
    CHECK(file.lines()
          == Lines{"task agreed task:ownTask 2026-10-20", "task default task:ownTask 2026-10-20",
                   "task default task:ownTask 2026-10-20", "task guideline task:ownTask 2026-10-20",
                   "task law task:ownTask 2026-10-20"});
}

TEST_CASE("a task for a new report without a due time is due on the next working day")
{
    rules::testing::TestCase file("norsjo");
    file.add("case", R"({"stage":"insats"})");
    file.add("person", R"({"givenName":"A"})");
    const std::string report = file.addReport();
    file.add("task", R"({"what":"newReport","basis":"default","lobReport":")" + report + "\"}");
    CHECK(base::formatInstant(*file.row("task")->due) == "2026-10-19T21:59:59Z");
    CHECK_FALSE(file.has("lob.newReport"));
}

TEST_CASE("a screening begun is to be finished, a finished one is not")
{
    rules::testing::TestCase file;
    file.withPerson();
    file.add("assessment", R"({"instrument":"audit","status":"inProgress","startedAt":"2026-10-16T09:00:00Z"})");
    file.add("assessment", R"({"instrument":"dudit","status":"completed","startedAt":"2026-10-16T09:00:00Z"})");
    CHECK(file.lines() == Lines{"assessment.finish default assessmentInProgress:audit 2026-10-19"});
}

TEST_CASE("the earliest review of a flag is a row; violence among them gives its kind")
{
    rules::testing::TestCase file;
    file.withPerson(
        R"(,"flags":{"f":{"code":"twoAtVisit","review":"2026-12-01"},"g":{"code":"violence","review":"2027-01-01"}})");
    CHECK(file.lines() == Lines{"flag.review violence flagReview 2026-12-01"});
}

TEST_CASE("the projection's version follows the profile, and it reads the kinds that it uses")
{
    const auto profiles = rules::shippedProfiles();
    const auto day = *base::parseDate("2026-10-19");
    const rules::FieldAgendaProjector taby(*profiles->find("taby", day));
    const rules::FieldAgendaProjector norsjo(*profiles->find("norsjo", day));
    CHECK(taby.version() != norsjo.version());
    CHECK(taby.version() == rules::FieldAgendaProjector(*profiles->find("taby", day)).version());
    for (const std::string_view kind : {"case", "person", "lobReport", "contact", "task", "assessment"})
        CHECK(taby.reads(kind));
    CHECK_FALSE(taby.reads("access"));
}

TEST_CASE("a device without a profile still has the product's rules")
{
    const rules::FieldAgendaProjector projector(rules::emptyProfile());
    rules::testing::TestCase file;
    file.withPerson().addReport();
    const auto rows = projector.agenda({}, file);
    REQUIRE(rows.has_value());
    CHECK(rows->size() == 2);
}

TEST_CASE("odd values in records give rows or none, never a failure")
{
    rules::testing::TestCase file;
    file.add("case", R"({"stage":7})");
    file.add("person", R"({"contactWays":[1,2],"flags":"x","noContact":true,"birthDate":"soon","deceased":"yes"})");
    file.add("lobReport", R"({"received":"yesterday","repeatCount":-5,"ageAtCustody":"old","dangerSign":1})");
    file.add("contact", R"({"at":7,"nextAt":"later","lobReport":"x","outcome":"fromTheFuture"})");
    file.add("task", R"({"due":"now","what":5})");
    CHECK(file.has("lob.register"));
    CHECK(file.has("task"));
}

TEST_CASE("an ASI interview asks for its follow-up, which ends it; a newer interview begins anew")
{
    rules::testing::TestCase file;
    file.withPerson();
    file.add("assessment",
             R"({"instrument":"asi-grund","status":"completed","completedAt":"2026-02-28T10:00:00+01:00"})");
    const auto row = file.row("asi.followUp");
    REQUIRE(row);
    CHECK(row->kind == "guideline");
    CHECK(base::formatInstant(*row->due) == "2027-02-28T22:59:59Z");
    CHECK(row->notBefore.has_value());
    file.add("assessment",
             R"({"instrument":"asi-uppfoljning","status":"completed","completedAt":"2026-09-01T10:00:00+02:00"})");
    CHECK_FALSE(file.has("asi.followUp"));
    file.add("assessment",
             R"({"instrument":"asi-grund","status":"completed","completedAt":"2026-10-01T10:00:00+02:00"})");
    CHECK(base::formatInstant(*file.row("asi.followUp")->due) == "2027-10-01T21:59:59Z");
}

TEST_CASE("an interview that is not done, or another instrument, asks for no follow-up")
{
    rules::testing::TestCase file;
    file.withPerson();
    file.add("assessment",
             R"({"instrument":"asi-grund","status":"inProgress","startedAt":"2026-02-28T10:00:00+01:00"})");
    file.add("assessment", R"({"instrument":"audit","status":"completed","completedAt":"2026-02-28T10:00:00+01:00"})");
    CHECK_FALSE(file.has("asi.followUp"));
}

TEST_CASE("rows of the young move with the day of receipt, and their paragraph with the law of that day")
{
    for (const auto &[received, due, label] :
         {std::tuple{"2025-06-30T10:00:00+02:00", "2025-07-14T21:59:59Z", "Lag: SoL 11:1 a (2001:453)"},
          std::tuple{"2025-07-01T10:00:00+02:00", "2025-07-15T21:59:59Z", "Lag: SoL 20:2"}}) {
        rules::testing::TestCase file("norsjo");
        file.withPerson(R"(,"birthDate":"2006-01-01")");
        file.addReport(R"(,"received":")" + std::string(received) + "\"");
        const auto row = file.row("lob.preAssessment");
        REQUIRE(row);
        CHECK(base::formatInstant(*row->due) == due);
        CHECK(explainRow(*row, file.profile(), file.facts(), rules::Language::Swedish).label == label);
    }
}
