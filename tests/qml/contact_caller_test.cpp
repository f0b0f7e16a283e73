// Who is on the line is asked before anything is said, and an attempt that reached nobody holds nothing of a talk.
#include "qml/viewmodels/contact/lob_contact_view_model.h"
#include "tests/qml/field_worker.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

/// A call that has begun, to somebody who has one report and no earlier attempts.
struct Ringing {
    AppHarness app;
    base::CaseId caseId = someoneToRing(app);

    Ringing()
    {
        app.app().openLobContact(caseId, std::nullopt, LobStart::Ring);
        app.settle();
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
    [[nodiscard]] std::size_t openReports()
    {
        const auto reports = recordsOf(app, caseId, "lobReport");
        return std::size_t(std::ranges::count_if(
            reports, [](const store::RecordView &report) { return report.text("status") != "closed"; }));
    }
};

} // namespace

TEST_CASE("what was chosen of a talk that never was is not saved with no answer, and closes nothing")
{
    Ringing ringing;
    const std::size_t open = ringing.openReports();
    ringing.press({QStringLiteral("Personen själv"), QStringLiteral("Ja, Kan personen prata ostört?"),
                   QStringLiteral("Barn, oro"), QStringLiteral("Tog emot råd"), QStringLiteral("Boka den")});
    ringing.page().stepBack();
    ringing.app.settle();
    ringing.press({QStringLiteral("Inget svar")});

    const store::RecordView contact = ringing.last();
    CHECK(contact.text("outcome") == "noAnswer");
    for (const char *field : {"result", "alone", "children", "mayContactAgain"}) {
        CAPTURE(field);
        CHECK(contact.text(field).empty());
    }
    CHECK(ringing.openReports() == open);
    // The next try of the rules, and not the meeting that was to follow the talk.
    CHECK(ringing.app.shows(QStringLiteral("Nästa gång:")));
    CHECK_FALSE(ringing.page().nextReason().isEmpty());
}

TEST_CASE("taken back, what was chosen of the talk is there again")
{
    Ringing ringing;
    ringing.press({QStringLiteral("Personen själv"), QStringLiteral("Tog emot råd")});
    ringing.page().stepBack();
    ringing.app.settle();
    ringing.press({QStringLiteral("Inget svar"), QStringLiteral("Ångra"), QStringLiteral("Personen själv")});
    CHECK(ringing.page().talk()->results()->chosenIndex() == 0);
}

TEST_CASE("whoever else answers hears neither unit nor reason; two presses save it and book the next try")
{
    Ringing ringing;
    ringing.app.countTapsAnew();
    ringing.press({QStringLiteral("Någon annan")});
    CHECK(ringing.app.shows(QStringLiteral("Säg bara ditt namn och vem du söker.")));
    CHECK(ringing.app.shows(QStringLiteral("När går det att nå personen?")));
    ringing.press({QStringLiteral("Spara")});
    CHECK(ringing.app.taps() == 2);
    CHECK(ringing.last().text("outcome") == "someoneElse");
    REQUIRE(ringing.last().instant("nextAt").has_value());
    CHECK(*ringing.last().instant("nextAt") > ringing.app.clock().now());
}

TEST_CASE("the time at which the person can be reached is booked; half a time is said to be one")
{
    Ringing ringing;
    const std::size_t before = recordsOf(ringing.app, ringing.caseId, "contact").size();
    ringing.press({QStringLiteral("Någon annan"), QStringLiteral("I morgon"), QStringLiteral("Spara")});
    CHECK(ringing.app.shows(QStringLiteral("Välj en tid.")));
    CHECK(recordsOf(ringing.app, ringing.caseId, "contact").size() == before);
    ringing.press({QStringLiteral("10:00"), QStringLiteral("Spara")});
    CHECK(ringing.last().text("outcome") == "someoneElse");
    CHECK(ringing.last().text("nextAt") == "2025-10-18T08:00:00Z");
}

TEST_CASE("killed while somebody else is on the line, the app comes back to that page with what was chosen")
{
    Ringing ringing;
    ringing.press({QStringLiteral("Någon annan"), QStringLiteral("I morgon"), QStringLiteral("10:00")});
    ringing.app.waitFor([&] {
        const auto forms =
            ringing.app.inStore<std::vector<store::FormDraft>>([](OpenStore &store) { return store.cases.forms(); });
        return forms && std::ranges::any_of(*forms, [](const store::FormDraft &form) {
                   return readAttemptForm(form.fields).nextAt.has_value();
               });
    });
    ringing.app.killAndRestart();
    ringing.app.unlock();
    ringing.app.app().openLobContact(ringing.caseId, std::nullopt);
    ringing.app.settle();
    CHECK(ringing.page().step() == LobContactViewModel::Step::Other);
    ringing.press({QStringLiteral("Spara")});
    CHECK(ringing.last().text("nextAt") == "2025-10-18T08:00:00Z");
}

TEST_CASE("where it is not sure who answers, the page says how to ask, and leads on to each answer")
{
    const auto [answer, step] = GENERATE(
        table<const char *, LobContactViewModel::Step>({{"Det är personen själv", LobContactViewModel::Step::Talk},
                                                        {"Det är någon annan", LobContactViewModel::Step::Other},
                                                        {"Fel person eller nummer", LobContactViewModel::Step::Done},
                                                        {"Lade på", LobContactViewModel::Step::Done}}));
    Ringing ringing;
    ringing.press({QStringLiteral("Vet inte säkert")});
    CHECK(ringing.app.shows(QStringLiteral("Låt den som svarar själv säga sitt för- och efternamn.")));
    ringing.press({QString::fromUtf8(answer)});
    CHECK(ringing.page().step() == step);
}

TEST_CASE("the person who comes to the phone after all is talked with")
{
    Ringing ringing;
    ringing.press({QStringLiteral("Någon annan"), QStringLiteral("Personen kom till telefonen")});
    CHECK(ringing.page().step() == LobContactViewModel::Step::Talk);
}
