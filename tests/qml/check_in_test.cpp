// Alone on a visit: what the page says that the team knows, and what it does not; drafts; a colleague's alarm.
#include "core/changelog/exchange.h"
#include "qml/app/tour_team.h"
#include "qml/viewmodels/contact/contact_view_model.h"
#include "qml/viewmodels/start/new_view_model.h"
#include "qml/viewmodels/team/check_in_view_model.h"
#include "tests/qml/people_bench.h"
#include "tests/qml/today_lines.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;
using namespace std::chrono_literals;

namespace {

QString q(const char *text) { return QString::fromUtf8(text); }

/// Of the page on top; -1 where none is found.
qreal barHeight(QQuickItem *under)
{
    if (under->isVisible() && under->metaObject()->indexOfProperty("barHeight") >= 0)
        return under->property("barHeight").toReal();
    qreal height = -1;
    for (QQuickItem *child : under->childItems())
        height = std::max(height, barHeight(child));
    return height;
}

/// A training device whose worker is in a team.
struct TeamDesk {
    TeamDesk()
    {
        team = need<app::TrainingTeam>([](OpenStore &store) { return app::makeTrainingTeam(store); });
    }

    template <typename T>
    T need(Workspace::Work<T> work)
    {
        auto result = harness.inStore<T>(std::move(work));
        if (!result)
            FAIL(result.error().toString());
        return std::move(*result);
    }
    CheckInViewModel &open(std::optional<base::RecordId> visit = {})
    {
        harness.app().openCheckIn(visit);
        harness.settle();
        return page();
    }
    CheckInViewModel &page() { return top<CheckInViewModel>(harness); }
    /// Checked in for an hour.
    CheckInViewModel &goOut()
    {
        CheckInViewModel &shown = open();
        shown.form()->chooseEnd(1);
        shown.form()->setPlace(q("Storgatan 1"));
        shown.checkIn();
        harness.settle();
        REQUIRE(shown.isOut());
        return shown;
    }
    std::vector<store::RecordView> visits()
    {
        return need<std::vector<store::RecordView>>(
            [caseId = team.caseId](OpenStore &store) { return store.cases.recordsOfKind(caseId, "visitWatch"); });
    }
    /// As if the server had taken everything that waits.
    void deliver()
    {
        need<bool>([](OpenStore &store) -> base::Result<bool> {
            TRY(const auto batch, store.cases.outbox(500, 256 * 1024));
            std::vector<changelog::Verdict> verdicts;
            for (std::size_t i = 0; i < batch.lines.size(); ++i) {
                changelog::Verdict verdict;
                verdict.n = batch.from + std::int64_t(i);
                verdict.kind = changelog::VerdictKind::Accepted;
                verdict.receipt = changelog::Receipt{1'000'000 + verdict.n, store.clock.now(), {}};
                verdicts.push_back(std::move(verdict));
            }
            TRY_VOID(store.cases.applyVerdicts(batch.epoch, verdicts));
            return true;
        });
        harness.settle();
    }
    std::size_t drafts()
    {
        const auto forms = need<std::vector<store::FormDraft>>([](OpenStore &store) { return store.cases.forms(); });
        return std::size_t(std::ranges::count(forms, std::string("checkIn"), &store::FormDraft::form));
    }

    AppHarness harness;
    app::TrainingTeam team;
};

} // namespace

TEST_CASE("a worker in no team is told that nobody would be told")
{
    AppHarness harness;
    harness.app().openCheckIn({});
    harness.settle();
    const auto &page = top<CheckInViewModel>(harness);
    CHECK_FALSE(page.hasTeam());
    CHECK_FALSE(page.isForm());
    CHECK(harness.shows(q("Du hör inte till något team")));
    CHECK_FALSE(harness.findPressable(q("Checka in")));
    // Nor is there an empty bar.
    CHECK(barHeight(harness.window().contentItem()) == 0);
}

TEST_CASE("checking in takes three taps from the plus button")
{
    TeamDesk desk;
    desk.open();
    CHECK(barHeight(desk.harness.window().contentItem()) > 0);
    desk.harness.app().back();
    desk.harness.settle();
    desk.harness.app().openNew();
    desk.harness.settle();
    desk.harness.countTapsAnew();
    desk.harness.tap(q("Checka in inför besök"));
    desk.harness.settle();
    desk.harness.tap(q("1 timme"));
    desk.harness.tap(q("Checka in"));
    desk.harness.settle();
    CHECK(desk.harness.taps() <= 3);
    CHECK(desk.page().isOut());
    const auto visits = desk.visits();
    REQUIRE(visits.size() == 1);
    CHECK(visits.front().instant("plannedEnd") == desk.harness.clock().now() + 1h);
}

TEST_CASE("while the check-in is here alone the page says that the team does not know")
{
    TeamDesk desk;
    desk.goOut();
    CHECK(desk.harness.shows(q("Teamet vet inte var du är")));
    CHECK(desk.harness.shows(q("inget överfallslarm")));
    CHECK(desk.harness.shows(q("Du är incheckad.")));
}

TEST_CASE("undoing a check-in takes it back")
{
    TeamDesk desk;
    CheckInViewModel &page = desk.goOut();
    page.undo();
    desk.harness.settle();
    CHECK(desk.visits().empty());
    CHECK(page.isForm());
}

TEST_CASE("an end is named before anything is stored")
{
    TeamDesk desk;
    CheckInViewModel &page = desk.open();
    page.checkIn();
    CHECK(desk.harness.shows(q("Välj när du räknar med att vara klar.")));
    page.form()->chooseEnd(4);
    for (const char *wrong : {"", "lunch", "25:00", "1430x"}) {
        page.form()->setOtherEnd(q(wrong));
        page.checkIn();
        INFO(wrong);
        CHECK(page.form()->endProblem() == q("Skriv klockslaget så här: 14:30."));
    }
    page.form()->setOtherEnd(q("12:30"));
    page.checkIn();
    CHECK(page.form()->endProblem().contains(q("passerat")));
    desk.harness.settle();
    CHECK(desk.visits().empty());
    page.form()->setOtherEnd(q("14.30"));
    page.checkIn();
    desk.harness.settle();
    REQUIRE(page.isOut());
    CHECK(desk.visits().front().text("plannedEnd") == "2025-10-17T12:30:00Z");
}

TEST_CASE("a time of day that has passed is tomorrow's, when that is near")
{
    TeamDesk desk;
    desk.harness.clock().advance(10h); // 23:07
    CheckInViewModel &page = desk.open();
    page.form()->chooseEnd(4);
    page.form()->setOtherEnd(q("00:30"));
    page.checkIn();
    desk.harness.settle();
    CHECK(desk.visits().front().text("plannedEnd") == "2025-10-17T22:30:00Z");
}

TEST_CASE("what was typed before going in is there again after a lock and after a kill")
{
    const bool isKill = GENERATE(false, true);
    TeamDesk desk;
    CheckInViewModel &page = desk.open();
    page.form()->setPlace(q("Lillgatan 3"));
    page.form()->chooseEnd(2);
    if (isKill) {
        desk.harness.waitFor([&] { return desk.drafts() == 1; });
        desk.harness.killAndRestart();
    } else {
        desk.harness.app().lockNow();
        desk.harness.waitFor(
            [&] { return desk.harness.composition().workspace().state() == Workspace::State::Locked; });
    }
    desk.harness.unlock();
    desk.harness.settle();
    CHECK(desk.page().form()->place() == q("Lillgatan 3"));
    CHECK(desk.page().form()->endIndex() == 2);
    desk.page().checkIn();
    desk.harness.settle();
    CHECK(desk.drafts() == 0);
    CHECK(desk.visits().front().text("place") == "Lillgatan 3");
}

TEST_CASE("a check-in that was begun stands on I dag and opens there")
{
    TeamDesk desk;
    desk.open().form()->setPlace(q("Lillgatan 3"));
    desk.harness.app().back();
    desk.harness.settle();
    openOnToday(desk.harness, q("Utan person: Påbörjad incheckning"));
    CHECK(desk.page().form()->place() == q("Lillgatan 3"));
}

TEST_CASE("the own visit stands on I dag, also after a kill, and is checked out of there")
{
    TeamDesk desk;
    desk.goOut();
    desk.harness.killAndRestart();
    desk.harness.unlock();
    openOnToday(desk.harness, q("Teamets akt: Du är incheckad på besök"));
    CheckInViewModel &page = desk.page();
    desk.harness.tap(q("Checka ut"));
    desk.harness.settle();
    CHECK(page.isOver());
    CHECK(desk.visits().front().instant("endedAt") == desk.harness.clock().now());
    CHECK(linesOfToday(desk.harness).filter(q("incheckad")).isEmpty());
}

TEST_CASE("half an hour more is counted from the planned end, and from now where that has passed")
{
    TeamDesk desk;
    CheckInViewModel &page = desk.goOut();
    const base::Instant begun = desk.harness.clock().now();
    page.extend();
    desk.harness.settle();
    CHECK(desk.visits().front().instant("plannedEnd") == begun + 90min);
    desk.harness.clock().advance(2h);
    page.extend();
    desk.harness.settle();
    CHECK(desk.visits().front().instant("plannedEnd") == begun + 150min);
}

TEST_CASE("a colleague's visit without a check-out goes first on I dag, and somebody says to take care of it")
{
    TeamDesk desk;
    const auto visit =
        desk.need<base::RecordId>([team = desk.team](OpenStore &store) { return app::makeAlarmedVisit(store, team); });
    CHECK(linesOfToday(desk.harness).front() == q("Teamets akt: Ingen utcheckning: ring Robin Al"));
    CheckInViewModel &page = desk.open(visit);
    REQUIRE(page.isColleagues());
    CHECK(desk.harness.shows(q("Robin Al har inte checkat ut")));
    CHECK(desk.harness.shows(q("Torget, kvarteret Linden")));
    desk.harness.tap(q("Jag tar hand om det"));
    desk.harness.settle();
    CHECK(page.statusText() == q("Elin Lund tar hand om det."));
    CHECK_FALSE(page.canTakeCare());
    CHECK(linesOfToday(desk.harness).front()
          == q("Teamets akt: Ingen utcheckning av Robin Al. Elin Lund tar hand om det"));
}

TEST_CASE("a colleague's visit that goes as planned is no row of mine")
{
    TeamDesk desk;
    desk.need<bool>([team = desk.team](OpenStore &store) -> base::Result<bool> {
        TRY(const auto visit, app::makeAlarmedVisit(store, team));
        TRY_VOID(moveEnd(store, visit, store.clock.now() + 1h));
        return true;
    });
    CHECK(linesOfToday(desk.harness).filter(q("checka")).isEmpty());
    CHECK(linesOfToday(desk.harness).filter(q("utcheckning")).isEmpty());
}

TEST_CASE("the page's words change with what the server has taken")
{
    TeamDesk desk;
    const auto knownNow = [&] {
        return desk.need<std::optional<KnownVisit>>(
            [caseId = desk.team.caseId](OpenStore &store) { return ownVisit(store, caseId, Over::Also); });
    };
    CheckInViewModel &page = desk.goOut();
    CHECK_FALSE(knownNow()->startReceived);
    desk.deliver();
    CHECK(knownNow()->plannedReceived);
    page.extend();
    desk.harness.settle();
    CHECK(knownNow()->startReceived);
    CHECK_FALSE(knownNow()->plannedReceived);
    desk.deliver();
    page.checkOut();
    desk.harness.settle();
    CHECK(page.isOver());
    CHECK(page.statusTitle() == q("Utcheckningen har inte kommit fram"));
    CHECK(page.statusText().contains(q("Servern larmar teamet i dag 14:37")));
    desk.deliver();
    page.load();
    desk.harness.settle();
    CHECK(page.statusTitle() == q("Du är utcheckad"));
    desk.harness.tap(q("Nytt besök"));
    desk.harness.settle();
    CHECK(page.isForm());
}

TEST_CASE("the team's case is nobody who can be chosen when something is written")
{
    TeamDesk desk;
    desk.harness.app().openContact(std::nullopt, std::nullopt);
    desk.harness.settle();
    auto &page = top<ContactViewModel>(desk.harness);
    REQUIRE(page.isChoosing());
    for (const char *words : {"Vuxenenheten", "Teamets akt"}) {
        page.people()->search(q(words));
        desk.harness.settle();
        CHECK(page.people()->rowCount() == 0);
    }
}
