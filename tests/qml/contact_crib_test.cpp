// The crib of a talk: what may be noted, in the order in which it bears it, and what follows from it.
#include "qml/viewmodels/contact/lob_contact_view_model.h"
#include "tests/qml/field_worker.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

/// A talk that has begun, with somebody of whom there is one report.
struct Talking {
    AppHarness app;
    base::CaseId caseId = someoneToRing(app);

    Talking()
    {
        app.app().openLobContact(caseId, std::nullopt, LobStart::Ring);
        app.settle();
        press({QStringLiteral("Personen själv")});
    }

    void press(const QStringList &names)
    {
        for (const QString &name : names) {
            app.tap(name);
            app.settle();
        }
    }
    [[nodiscard]] LobContactViewModel &page()
    {
        auto *page = qobject_cast<LobContactViewModel *>(app.app().navigator()->top());
        REQUIRE(page);
        return *page;
    }
    [[nodiscard]] store::RecordView last() { return recordsOf(app, caseId, "contact").back(); }
    [[nodiscard]] std::vector<store::RecordView> ownTasks()
    {
        auto tasks = recordsOf(app, caseId, "task");
        std::erase_if(tasks, [](const store::RecordView &task) {
            return task.text("what") != "ownTask" || task.text("status") != "open";
        });
        return tasks;
    }
};

} // namespace

TEST_CASE("only the outcome is wanted; what was not asked is saved as nothing, and children as not asked")
{
    Talking talking;
    CHECK(talking.app.shows(QStringLiteral("fråga bara personen själv, den som rapporterade och egna uppgifter")));
    talking.press({QStringLiteral("Hann inte, passade inte"), QStringLiteral("Avsluta och spara")});
    const store::RecordView contact = talking.last();
    CHECK(contact.text("result") == "didNotFit");
    CHECK(contact.text("children") == "notAsked");
    for (const char *field : {"closePerson", "agreesToNext", "mayContactAgain", "alone", "ownWish"}) {
        CAPTURE(field);
        CHECK(contact.text(field).empty());
    }
    CHECK_FALSE(contact.fields.contains("briefAdvice"));
    // It was no talk: another try is booked.
    CHECK(contact.instant("nextAt").has_value());
}

TEST_CASE("brief advice is noted by one press, with its level and minutes")
{
    Talking talking;
    talking.press({QStringLiteral("Rådgivande samtal, 10 minuter"), QStringLiteral("Tog emot råd"),
                   QStringLiteral("Ingen, Nästa kontakt"), QStringLiteral("Avsluta och spara")});
    const store::RecordView contact = talking.last();
    const auto *advice = contact.fields.find("briefAdvice");
    REQUIRE(advice);
    CHECK(advice->stringAt("level") == "advising");
    CHECK(advice->integerAt("minutes") == 10);
}

TEST_CASE("somebody close who needs support becomes a task without a name")
{
    Talking talking;
    const std::size_t before = talking.ownTasks().size();
    talking.press({QStringLiteral("Ja, Någon nära som behöver stöd?")});
    CHECK(talking.app.shows(QStringLiteral("Skriv inget namn.")));
    talking.press({QStringLiteral("Tog emot råd"), QStringLiteral("Avsluta och spara")});
    CHECK(talking.last().text("closePerson") == "yes");
    const auto tasks = talking.ownTasks();
    REQUIRE(tasks.size() == before + 1);
    CHECK(tasks.back().text("basis") == "agreed");
    CHECK(tasks.back().instant("due").has_value());
}

TEST_CASE("a no is asked once whether and when one may be in touch; nothing is asked before")
{
    Talking talking;
    CHECK_FALSE(talking.app.shows(QStringLiteral("När får vi höra av oss?")));
    talking.press({QStringLiteral("Tackade nej"), QStringLiteral("Ja, Får vi höra av oss igen?"),
                   QStringLiteral("Om tre månader"), QStringLiteral("Avsluta och spara")});
    const store::RecordView contact = talking.last();
    CHECK(contact.text("result") == "declined");
    CHECK(contact.text("mayContactAgain") == "yes");
    // The app's day is 17 October.
    CHECK(contact.text("mayContactAt") == "2026-01-16T23:00:00Z");
    CHECK_FALSE(contact.instant("nextAt").has_value());
}

TEST_CASE("where there is something to be uneasy about, a meeting is booked in place of more questions")
{
    Talking talking;
    talking.press({QStringLiteral("Ja, Kan personen prata ostört?"), QStringLiteral("Starta samtalsstöd")});
    GuidedTalkViewModel &guide = *talking.page().guide();
    while (!guide.isAboutSafety())
        guide.next();
    talking.app.settle();
    CHECK(talking.app.shows(QStringLiteral("Är du ensam nu? Ja eller nej räcker.")));
    talking.press({QStringLiteral("Boka ett möte")});
    CHECK(talking.page().step() == LobContactViewModel::Step::Talk);
    talking.press({QStringLiteral("I morgon"), QStringLiteral("10:00"), QStringLiteral("Avsluta och spara")});
    CHECK(talking.last().text("result") == "bookedVisit");
    CHECK(talking.last().text("nextAt") == "2025-10-18T08:00:00Z");
}

TEST_CASE("the steps come in the order in which they are borne")
{
    Talking talking;
    const QStringList titles = talking.page().guide()->titles();
    const QStringList expected{QStringLiteral("Vilka vi är"),        QStringLiteral("Vad vi gör och inte gör"),
                               QStringLiteral("Hälsan nu"),          QStringLiteral("Natten, med egna ord"),
                               QStringLiteral("Egen önskan"),        QStringLiteral("Några frågor om vanor"),
                               QStringLiteral("Någon nära"),         QStringLiteral("Barn"),
                               QStringLiteral("Trygghet"),           QStringLiteral("Vardagen"),
                               QStringLiteral("Vad vi kan erbjuda"), QStringLiteral("Får vi höra av oss igen?"),
                               QStringLiteral("Ja till nästa steg")};
    CHECK(titles == expected);
}
