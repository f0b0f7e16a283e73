#include "core/rules/row_explanation.h"
#include "tests/unit/rules_agenda_case.h"

#include "tests/support/catch.h"

#include <set>

using namespace faltakt;
using namespace faltakt::rules;
using File = rules::testing::TestCase;

namespace {

RowExplanation explained(const File &file, std::string_view rule, Language language = Language::Swedish)
{
    return explainRow(file.row(rule).value(), file.profile(), file.facts(), language);
}

} // namespace

TEST_CASE("a first attempt is explained with its source and the working days counted")
{
    File file;
    file.withPerson().addReport();
    const RowExplanation row = explained(file, "lob.firstAttempt");
    CHECK(row.title == "Första försöket");
    CHECK(row.kind == "default");
    CHECK(row.label == "Förval, inte lag");
    CHECK(row.arithmetic == "Första försöket senast: fredag 16 oktober 2026 + 3 arbetsdagar = onsdag 21 oktober 2026.");
    CHECK(explained(file, "lob.firstAttempt", Language::English).label == "Default, not law");
}

TEST_CASE("a deadline of law names its paragraph")
{
    File file("norsjo");
    file.withPerson(R"(,"birthDate":"2007-01-01")").addReport();
    CHECK(explained(file, "lob.preAssessment").label == "Lag: SoL 20:2");
    CHECK(explained(file, "lob.safetyCheck").label == "Lag: SoL 20:1");
    CHECK(explained(file, "lob.preAssessment").arithmetic.find("14 dagar") != std::string::npos);
    CHECK(explained(file, "lob.safetyCheck").arithmetic
          == "Under 21 år: omedelbar skyddsbedömning när rapporten kommit in: fredag 16 oktober 2026. Lagen säger "
             "genast; "
             "riktlinjen sätter en yttre gräns på 24 timmar från: fredag 16 oktober 2026.");
}

TEST_CASE("a row of danger is explained by its own rule, not by the danger")
{
    File file;
    file.withPerson().addReport(R"(,"dangerSign":true)");
    const auto row = file.row("lob.firstAttemptAim");
    REQUIRE(row);
    CHECK(row->kind == "life");
    CHECK(explained(file, "lob.firstAttemptAim").kind == "default");
}

TEST_CASE("a time that a task has moved says so")
{
    File file;
    file.withPerson();
    const std::string report = file.addReport();
    file.add("task",
             R"({"what":"followUpLob","status":"open","due":"2026-10-20T08:00:00Z","lobReport":")" + report + "\"}");
    CHECK(explained(file, "lob.firstAttempt")
              .arithmetic.ends_with("En uppgift har flyttat det till tisdag 20 oktober 2026."));
}

TEST_CASE("an agreed time and a booked one are told apart")
{
    File agreed;
    agreed.withPerson().addReport();
    agreed.addContact("2026-10-19", "callLater", R"(,"nextAt":"2026-10-22T16:00:00+02:00")");
    CHECK(explained(agreed, "lob.nextAttempt").label == "Överenskommet");
    File booked;
    booked.withPerson().addReport();
    booked.addContact("2026-10-19", "noAnswer", R"(,"nextAt":"2026-10-22T16:00:00+02:00")");
    CHECK(explained(booked, "lob.nextAttempt").label == "Eget val");
    CHECK(explained(booked, "lob.nextAttempt").arithmetic == "Tiden bokades efter försöket måndag 19 oktober 2026.");
}

TEST_CASE("a worry about children and an ASI follow-up are explained by their deadline rules")
{
    File file;
    file.withPerson();
    file.addContact("2026-10-19", "reached", R"(,"result":"bookedVisit","children":"worry")");
    file.add("assessment",
             R"({"instrument":"asi-grund","status":"completed","completedAt":"2026-02-27T10:00:00+01:00"})");
    CHECK(explained(file, "children.worry").label == "Lag: SoL 19:1");
    CHECK(
        explained(file, "children.worry").arithmetic
        == "Den som i arbetet får veta eller misstänker att ett barn far illa anmäler genast: måndag 19 oktober 2026. "
           "Ring.");
    CHECK(explained(file, "asi.followUp").label == "Riktlinje: Anvisning till ASI");
    CHECK(explained(file, "asi.followUp").arithmetic
          == "Görs 6 till 12 månader efter ASI Grund, senast lördag 27 februari 2027: fredag 27 februari 2026 + 12 "
             "månader "
             "= lördag 27 februari 2027. Tidigare går bra.");
    // A list has no case to count in: the rule and its source are known all the same.
    const RowExplanation listed = explainRow(file.row("asi.followUp").value(), file.profile(), {}, Language::English);
    CHECK(listed.title == "ASI follow-up");
    CHECK(listed.label == "Guideline: Anvisning till ASI");
}

TEST_CASE("a time counted from the latest contact says from which day")
{
    File file;
    file.withPerson().addReport();
    file.addContact("2026-10-19", "inInstitution");
    CHECK(explained(file, "lob.attempt").arithmetic
          == "Räknat från den senaste kontakten: måndag 19 oktober 2026 + 5 arbetsdagar = måndag 26 oktober 2026.");
}

TEST_CASE("a task is explained by its own basis")
{
    File file;
    file.withPerson();
    file.add("task", R"({"what":"children","basis":"guideline","status":"open"})");
    CHECK(explained(file, "task").label == "Riktlinje");
    CHECK(explained(file, "task").title == "Fråga om barn");
}

TEST_CASE("every row of a full agenda has a title, a label and words in both languages")
{
    File file("vasterbotten");
    file.withPerson(R"(,"birthDate":"2009-01-01","flags":{"f":{"code":"twoAtVisit","review":"2026-11-01"}})");
    file.addReport(R"(,"childrenPresent":"yes","registered":null)");
    file.addContact("2026-10-19", "reached", R"(,"children":"worry","nextAt":"2026-10-22T16:00:00+02:00")");
    file.add("contact", R"({"way":"call","at":"2026-10-20T09:00:00+02:00"})");
    file.add("assessment", R"({"instrument":"audit","status":"inProgress","startedAt":"2026-10-19T08:00:00Z"})");
    std::set<std::string> seen;
    for (const auto &entry : file.agenda())
        for (const Language language : {Language::Swedish, Language::English}) {
            const RowExplanation row = explainRow(entry, file.profile(), file.facts(), language);
            CAPTURE(entry.rule);
            CHECK(row.title != entry.rule);
            CHECK_FALSE(row.label.empty());
            CHECK_FALSE(row.arithmetic.empty());
            seen.insert(entry.rule);
        }
    CHECK(seen.size() >= 6);
}

TEST_CASE("a rule of a newer version is shown by its name")
{
    File file;
    file.withPerson();
    store::AgendaEntry entry;
    entry.rule = "lob.ofLater";
    entry.kind = "law";
    const RowExplanation row = explainRow(entry, file.profile(), file.facts(), Language::Swedish);
    CHECK(row.title == "lob.ofLater");
    CHECK(row.label == "Lag");
}
