// How many taps the main job takes, counted with a finger on the whole app, and held to the limits of the design.
#include "tests/qml/field_worker.h"
#include "tests/support/catch.h"

#include <iostream>

using namespace faltakt;
using namespace faltakt::test;

namespace {

void report(std::string_view what, int taps, int most)
{
    std::cout << std::left << std::setw(52) << what << std::right << std::setw(3) << taps << "  of at most " << most
              << std::endl;
    CAPTURE(what);
    CHECK(taps <= most);
}

} // namespace

TEST_CASE("the call after a police report: reached, and no answer")
{
    AppHarness app;
    FieldWorker worker(app, Hand::Finger);
    base::CaseId caseId = someoneToRing(app);
    app.countTapsAnew();
    worker.ringFromToday(caseId);
    worker.pressAll({QStringLiteral("Inget svar"), QStringLiteral("Klar")});
    report("call, no answer, from I dag", app.taps(), 3);
    CHECK(recordsOf(app, caseId, "contact").back().text("outcome") == "noAnswer");

    caseId = someoneToRing(app);
    app.countTapsAnew();
    worker.ringFromToday(caseId);
    worker.pressAll({QStringLiteral("Personen själv"), QStringLiteral("Ja, Kan personen prata ostört?"),
                     QStringLiteral("Tog emot råd"), QStringLiteral("Boka den"), QStringLiteral("Avsluta och spara")});
    report("call, reached, from I dag", app.taps(), 6);
    const store::RecordView contact = recordsOf(app, caseId, "contact").back();
    CHECK(contact.text("result") == "tookAdvice");
    CHECK(contact.instant("nextAt").has_value());
}

TEST_CASE("AUDIT, from its first question to its result")
{
    AppHarness app;
    FieldWorker worker(app, Hand::Finger);
    const base::CaseId caseId = somebody(app).caseId;
    app.app().openInterview({.instrument = "audit", .caseId = caseId});
    app.settle();
    app.countTapsAnew();
    CHECK(worker.answerAll(1) == 10);
    worker.press(QStringLiteral("Klar, visa resultatet"));
    report("AUDIT, ten answers and the result", app.taps(), 12);
    CHECK(recordsOf(app, caseId, "assessment").back().text("status") == "completed");
}

TEST_CASE("quick screening, started from I dag")
{
    AppHarness app;
    FieldWorker worker(app, Hand::Finger);
    app.countTapsAnew();
    worker.pressAll({QStringLiteral("Nytt"), QStringLiteral("AUDIT-C")});
    report("quick screening, started from I dag", app.taps(), 2);
    CHECK(app.shows(QStringLiteral("Antecknas inte. Utan ärende")));
    CHECK(app.shows(QStringLiteral("Fråga 1 av 3")));
}

TEST_CASE("a quick note after a call, and the next contact")
{
    AppHarness app;
    FieldWorker worker(app, Hand::Finger);
    const base::CaseId caseId = someoneToRing(app);
    worker.ringFromToday(caseId);
    worker.pressAll({QStringLiteral("Inget svar"), QStringLiteral("Klar")});
    const std::size_t before = recordsOf(app, caseId, "note").size();
    app.countTapsAnew();
    worker.pressAll({QStringLiteral("Nytt"), QStringLiteral("Anteckning")});
    app.type(QStringLiteral("Grannen hälsar."));
    worker.press(QStringLiteral("Spara i "));
    report("quick note, from I dag, beside the typing", app.taps(), 3);
    REQUIRE(recordsOf(app, caseId, "note").size() == before + 1);
    CHECK(recordsOf(app, caseId, "note").back().text("text") == "Grannen hälsar.");

    app.app().openContact(caseId, std::nullopt);
    app.settle();
    app.countTapsAnew();
    worker.pressAll(
        {QStringLiteral("Boka nästa"), QStringLiteral("I morgon"), QStringLiteral("10:00"), QStringLiteral("Boka")});
    report("next contact, from a contact", app.taps(), 4);
    CHECK(recordsOf(app, caseId, "task").back().text("due") == "2025-10-18T08:00:00Z");
}

TEST_CASE("the next contact, from the person's own page")
{
    AppHarness app;
    FieldWorker worker(app, Hand::Finger);
    const base::CaseId caseId = somebody(app).caseId;
    app.app().openPerson(caseId);
    app.settle();
    const std::size_t before = recordsOf(app, caseId, "task").size();
    app.countTapsAnew();
    worker.pressAll(
        {QStringLiteral("Boka nästa"), QStringLiteral("I morgon"), QStringLiteral("10:00"), QStringLiteral("Boka")});
    report("next contact, from the person's page", app.taps(), 4);
    CHECK(recordsOf(app, caseId, "task").back().text("due") == "2025-10-18T08:00:00Z");
    CHECK(app.shows(QStringLiteral("Bokat: i morgon 10:00")));
    worker.press(QStringLiteral("Ångra"));
    CHECK(recordsOf(app, caseId, "task").size() == before);
}
