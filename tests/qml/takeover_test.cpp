// Handing over a matter: asking, drafts, the answer, and whose the matter is meanwhile.
#include "qml/app/tour_team.h"
#include "qml/viewmodels/team/takeover_view_model.h"
#include "tests/qml/people_bench.h"
#include "tests/qml/today_lines.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

QString q(const char *text) { return QString::fromUtf8(text); }

struct Desk {
    Desk() : caseId(somebody(harness).caseId)
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
    TakeoverViewModel &open(std::optional<base::RecordId> question = {})
    {
        harness.app().openTakeover(caseId, question);
        harness.settle();
        return top<TakeoverViewModel>(harness);
    }
    std::vector<store::RecordView> questions() { return recordsOf(harness, caseId, "takeover"); }
    std::string responsible() { return recordsOf(harness, caseId, "case").front().text("responsible"); }
    /// Robin asks the worker of this device.
    base::RecordId robinAsks()
    {
        return need<base::RecordId>([caseId = caseId,
                                     robin = team.robin](OpenStore &store) -> base::Result<base::RecordId> {
            const auto record = store.ids.makeId<base::RecordId>();
            TRY_VOID(store.cases.save({caseId,
                                       {changelog::makeCreation(record, "takeover",
                                                                {{"from", robin.toString()},
                                                                 {"fromName", "Robin Al"},
                                                                 {"to", store.cases.owner().worker.toString()},
                                                                 {"toName", "Elin Lund"},
                                                                 {"text", "Ny tid hos beroendevården behövs."},
                                                                 {"askedAt", base::formatInstant(store.clock.now())}})},
                                       {}}));
            return record;
        });
    }

    AppHarness harness;
    base::CaseId caseId;
    app::TrainingTeam team;
};

} // namespace

TEST_CASE("a colleague is asked from the person's page, and the matter stays the asker's")
{
    Desk desk;
    const std::string before = desk.responsible();
    PersonViewModel &person = openPerson(desk.harness, desk.caseId);
    REQUIRE(person.canHandOver());
    person.chooseTab(1);
    desk.harness.settle();
    desk.harness.tap(q("Lämna över ärendet"));
    desk.harness.settle();
    auto &page = top<TakeoverViewModel>(desk.harness);
    desk.harness.tap(q("Robin Al"));
    page.setText(q("Uppföljning på tisdag."));
    desk.harness.tap(q("Fråga"));
    desk.harness.settle();
    REQUIRE(desk.questions().size() == 1);
    CHECK(desk.questions().front().text("to") == desk.team.robin.toString());
    CHECK(desk.questions().front().text("fromName") == "Elin Lund");
    CHECK(desk.questions().front().text("text") == "Uppföljning på tisdag.");
    CHECK(page.isWaiting());
    CHECK(desk.harness.shows(q("Robin Al är frågad")));
    CHECK(desk.responsible() == before);
}

TEST_CASE("about somebody with protected identity a colleague is asked by name, and not the whole team")
{
    Desk desk;
    CHECK(desk.open().colleagues().contains(q("Hela teamet, den som kan")));
    desk.harness.app().back();
    protect(desk.harness, desk.caseId);
    TakeoverViewModel &page = desk.open();
    REQUIRE(page.colleagues() == QStringList{q("Robin Al")});
    page.chooseColleague(1);
    page.ask();
    desk.harness.settle();
    CHECK(desk.questions().empty());
}

TEST_CASE("nobody is asked before it is chosen who")
{
    Desk desk;
    TakeoverViewModel &page = desk.open();
    page.setText(q("Allt är öppet."));
    page.ask();
    desk.harness.settle();
    CHECK(desk.harness.shows(q("Välj vem du frågar.")));
    CHECK(desk.questions().empty());
    CHECK(page.words() == q("Allt är öppet."));
}

TEST_CASE("what was written to a colleague is there again after a kill, and each person has it apart")
{
    Desk desk;
    TakeoverViewModel &page = desk.open();
    page.setText(q("Uppföljning på tisdag."));
    page.chooseColleague(1); // The team.
    desk.harness.app().back();
    desk.harness.settle();
    desk.harness.killAndRestart();
    desk.harness.unlock();
    desk.harness.settle();
    TakeoverViewModel &again = desk.open();
    CHECK(again.words() == q("Uppföljning på tisdag."));
    CHECK(again.colleagueIndex() == 1);
    for (const store::CaseRow &row : casesOf(desk.harness)) {
        if (row.caseId == desk.caseId || row.caseId == desk.team.caseId)
            continue;
        desk.harness.app().openTakeover(row.caseId, {});
        desk.harness.settle();
        CHECK(top<TakeoverViewModel>(desk.harness).words().isEmpty());
        break;
    }
}

TEST_CASE("a question stands on I dag of who is asked, and a yes moves the responsibility")
{
    Desk desk;
    desk.robinAsks();
    openOnToday(desk.harness, q("Robin Al ber dig ta över"));
    auto &page = top<TakeoverViewModel>(desk.harness);
    CHECK(page.isAnswering());
    CHECK(desk.harness.shows(q("Ny tid hos beroendevården behövs.")));
    desk.harness.tap(q("Ta över"));
    desk.harness.settle();
    const auto answered = desk.questions().front();
    CHECK(answered.text("answer") == "accepted");
    CHECK(answered.text("answeredByName") == "Elin Lund");
    CHECK(desk.responsible() == answered.text("answeredBy"));
    CHECK_FALSE(page.isAnswering());
}

TEST_CASE("a no says why and leaves the responsibility where it is")
{
    Desk desk;
    const std::string before = desk.responsible();
    TakeoverViewModel &page = desk.open(desk.robinAsks());
    page.setReason(q("Har redan för många."));
    desk.harness.tap(q("Kan inte"));
    desk.harness.settle();
    CHECK(desk.questions().front().text("answer") == "declined");
    CHECK(desk.questions().front().text("reason") == "Har redan för många.");
    CHECK(desk.responsible() == before);
    page.takeOver();
    desk.harness.settle();
    CHECK(desk.questions().front().text("answer") == "declined");
}

TEST_CASE("a question can be taken back, and another one asked")
{
    Desk desk;
    TakeoverViewModel &page = desk.open();
    page.chooseColleague(0);
    page.ask();
    desk.harness.settle();
    desk.harness.tap(q("Ta tillbaka frågan"));
    desk.harness.settle();
    CHECK(desk.questions().front().text("answer") == "withdrawn");
    CHECK(desk.open().isAsking());
}

TEST_CASE("a yes stands on I dag of who asked until it was read")
{
    Desk desk;
    TakeoverViewModel &page = desk.open();
    page.chooseColleague(0);
    page.ask();
    desk.harness.settle();
    // As it comes from the colleague's device.
    desk.need<std::vector<base::ChangeId>>(
        [caseId = desk.caseId, record = desk.questions().front().id,
         robin = desk.team.robin](OpenStore &store) -> base::Result<std::vector<base::ChangeId>> {
            TRY(const auto state, store.cases.recordState(record));
            return store.cases.save({caseId,
                                     {changelog::makeEdit(*state, base::json::Object{{"answer", "accepted"},
                                                                                     {"answeredBy", robin.toString()},
                                                                                     {"answeredByName", "Robin Al"}})},
                                     {}});
        });
    openOnToday(desk.harness, q("Robin Al har tagit över"));
    CHECK(top<TakeoverViewModel>(desk.harness).isTaken());
    desk.harness.tap(q("Jag har läst det"));
    desk.harness.settle();
    CHECK(desk.questions().front().boolean("closed"));
    CHECK_FALSE(desk.harness.shows(q("Robin Al har tagit över")));
}
