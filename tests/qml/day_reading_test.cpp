// "Visa för personen": what the person sees, and that every way from it leads to the lock.
#include "qml/viewmodels/people/record_view_model.h"
#include "qml/viewmodels/reading/reading_view_model.h"
#include "tests/qml/day_bench.h"

using namespace faltakt;
using namespace faltakt::test;
using namespace faltakt::viewmodels;

namespace {

struct Written {
    base::CaseId caseId;
    base::RecordId record;
};

Written write(AppHarness &app, const std::string &kind, base::json::Object fields)
{
    const base::CaseId caseId = somebody(app).caseId;
    fields.append("at", base::formatInstant(app.clock().now()));
    const auto record = app.inStore<base::RecordId>([&](OpenStore &store) -> base::Result<base::RecordId> {
        const auto id = store.ids.makeId<base::RecordId>();
        TRY_VOID(store.cases.save({caseId, {changelog::makeCreation(id, kind, fields)}, {}}));
        return id;
    });
    REQUIRE(record.has_value());
    app.settle();
    return {caseId, *record};
}

ReadingViewModel &open(AppHarness &app, const Written &written)
{
    app.app().openRecord(written.caseId, written.record);
    app.settle();
    app.tap(QStringLiteral("Visa för personen"));
    app.settle();
    return top<ReadingViewModel>(app);
}

Written usualNote(AppHarness &app)
{
    return write(app, "note",
                 {{"text", "Vill sova bättre. Hans mamma ringde i går. Pratade om arbete."},
                  {"judgement", "Är på väg åt rätt håll."}});
}

void hand(AppHarness &app)
{
    app.tap(QStringLiteral("Visa för personen"));
    app.settle();
    REQUIRE(app.app().navigator()->isSealed());
}

void checkLocked(AppHarness &app)
{
    app.waitFor([&] { return app.app().cover() == AppViewModel::Cover::Lock; });
    app.settle();
    CHECK_FALSE(app.shows(QStringLiteral("Vill sova bättre.")));
}

/// The worker is back, and the reading is over: nobody comes to it again.
void checkWorkerIsAtRecord(AppHarness &app)
{
    app.unlock();
    app.settle();
    app.waitFor([&] { return qobject_cast<RecordViewModel *>(app.app().navigator()->top()) != nullptr; });
}

} // namespace

TEST_CASE("a sentence about somebody else is left out until the worker says otherwise")
{
    AppHarness app;
    ReadingViewModel &page = open(app, usualNote(app));
    hand(app);
    CHECK(app.shows(QStringLiteral("Vill sova bättre. Pratade om arbete.")));
    CHECK(app.shows(QStringLiteral("Är på väg åt rätt håll.")));
    CHECK_FALSE(app.shows(QStringLiteral("mamma")));
    CHECK(page.parts()->rowCount() == 2);
}

TEST_CASE("what the worker takes away is not shown, and nothing at all cannot be handed over")
{
    AppHarness app;
    ReadingViewModel &page = open(app, usualNote(app));
    page.toggle(0);
    page.toggle(2);
    page.toggle(3);
    page.showToPerson();
    app.settle();
    CHECK_FALSE(app.app().navigator()->isSealed());
    CHECK(app.shows(QStringLiteral("Markera minst en mening.")));
    page.toggle(2);
    page.showToPerson();
    app.settle();
    CHECK(app.shows(QStringLiteral("Pratade om arbete.")));
    CHECK_FALSE(app.shows(QStringLiteral("Vill sova bättre.")));
}

TEST_CASE("who told a note, who was there and the children are never shown")
{
    AppHarness app;
    SECTION("told by somebody else")
    {
        ReadingViewModel &page =
            open(app, write(app, "note",
                            {{"text", "Hon dricker igen."}, {"toldBy", "relative"}, {"toldByName", "Systern"}}));
        CHECK(page.isWithheld());
        CHECK(app.shows(QStringLiteral("Det här har någon annan berättat.")));
        page.showToPerson();
        app.settle();
        CHECK_FALSE(app.app().navigator()->isSealed());
        CHECK_FALSE(app.shows(QStringLiteral("Hon dricker igen.")));
    }
    SECTION("an addition to such a note")
    {
        const Written told = write(app, "note", {{"text", "Hon dricker igen."}, {"toldBy", "neighbour"}});
        const Written added =
            write(app, "note", {{"text", "Ringde tillbaka."}, {"addendumTo", told.record.toString()}});
        CHECK(open(app, added).isWithheld());
    }
    SECTION("a contact")
    {
        open(app, write(app, "contact",
                        {{"way", "visit"},
                         {"outcome", "reached"},
                         {"children", "worry"},
                         {"ownWish", "Vill sova bättre."},
                         {"text", "Drack kaffe."}}));
        hand(app);
        CHECK(app.shows(QStringLiteral("Det du önskar")));
        CHECK(app.shows(QStringLiteral("Vill sova bättre.")));
        CHECK_FALSE(app.shows(QStringLiteral("oro")));
    }
}

TEST_CASE("a plan is read in the words of its form, without what a representative says")
{
    AppHarness app;
    open(app, write(app, "act",
                    {{"form", "plan"},
                     {"version", "1.0.0"},
                     {"answers/words", base::json::Object{{"text", "Vill sova bättre."}}},
                     {"answers/representative", base::json::Object{{"text", "God man vill avvakta."}}},
                     {"answers/made", base::json::Object{{"date", "2025-10-01"}}}}));
    hand(app);
    CHECK(app.shows(QStringLiteral("Egen önskan, med personens ord")));
    CHECK(app.shows(QStringLiteral("Vill sova bättre.")));
    CHECK_FALSE(app.shows(QStringLiteral("avvakta")));
}

TEST_CASE("a form that is not the person's own has no reading view")
{
    AppHarness app;
    const Written act = write(app, "act", {{"form", "lvm-observation"}, {"version", "1.0.0"}});
    app.app().openRecord(act.caseId, act.record);
    app.settle();
    CHECK(app.findPressable(QStringLiteral("Visa för personen")) == nullptr);
}

TEST_CASE("every way from the person's hands leads to the lock, never to the record")
{
    AppHarness app;
    const Written note = usualNote(app);
    ReadingViewModel &page = open(app, note);
    hand(app);
    SECTION("done") { app.tap(QStringLiteral("Klar")); }
    SECTION("Esc") { app.key(Qt::Key_Escape); }
    SECTION("Back of the device") { app.key(Qt::Key_Back); }
    SECTION("the main action") { page.mainAction(); }
    SECTION("the note changes underneath")
    {
        const auto changed = app.inStore<base::ChangeId>([&](OpenStore &store) {
            return store.cases.edit(note.record, {{"text", "Annat."}});
        });
        REQUIRE(changed.has_value());
    }
    SECTION("the note is taken away")
    {
        REQUIRE(
            app.inStore<base::ChangeId>([&](OpenStore &store) { return store.cases.remove(note.record); }).has_value());
    }
    checkLocked(app);
    app.unlock();
    app.settle();
    CHECK_FALSE(app.app().navigator()->isSealed());
    CHECK(qobject_cast<ReadingViewModel *>(app.app().navigator()->top()) == nullptr);
}

TEST_CASE("what else is saved while the person reads leaves the page alone")
{
    AppHarness app;
    open(app, usualNote(app));
    hand(app);
    writeNotes(app, 1);
    app.settle();
    CHECK(app.app().navigator()->isSealed());
    CHECK(app.shows(QStringLiteral("Vill sova bättre.")));
}

TEST_CASE("while the person reads, no way of the app leads elsewhere, and a kill comes up at the lock")
{
    AppHarness app;
    open(app, usualNote(app));
    hand(app);
    app.app().goTo(Router::Place::People);
    app.app().back();
    app.app().openSettings();
    app.settle();
    CHECK(app.app().navigator()->isSealed());
    app.killAndRestart();
    CHECK(app.app().cover() == AppViewModel::Cover::Lock);
    checkWorkerIsAtRecord(app);
}
