// A worry about a child: its report or the reasoned no, what it holds up, and what a new one needs, by touch on the whole app.
#include "tests/qml/child_bench.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

TEST_CASE("from the person's page a report of concern is made in five taps, with the call six")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    const base::RecordId kim = childOf(app, caseId, "Kim");
    app.app().openPerson(caseId);
    app.settle();
    app.countTapsAnew();
    app.tap(QStringLiteral("Barn: barn, oro"));
    app.settle();
    app.tap(QStringLiteral("Orosanmälan, Kim"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Fältakt skickar ingen anmälan")));
    app.tap(QStringLiteral("Ringde barnenheten"));
    app.settle();
    app.tap(QStringLiteral("Spara orosanmälan"));
    app.settle();
    CHECK(app.taps() <= 5);

    const auto reports = recordsOf(app, caseId, "concernReport");
    REQUIRE(reports.size() == 1);
    CHECK(reports.front().text("concern") == "made");
    CHECK(reports.front().text("way") == "call");
    CHECK(reports.front().text("child") == kim.toString());
    CHECK(app.shows(QStringLiteral("Sparat: Orosanmälan")));
    CHECK(test::formCount(app, "concernReport") == 0);
}

TEST_CASE("the decision not to report wants its reason and takes the worry off I dag")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    const base::RecordId kim = childOf(app, caseId, "Kim");
    openProtection(app, caseId, "concernReport", kim);
    app.tap(QStringLiteral("Ingen anmälan görs"));
    app.settle();
    app.tap(QStringLiteral("Spara orosanmälan"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Skriv varför ingen anmälan görs.")));
    CHECK(recordsOf(app, caseId, "concernReport").empty());
    typeInto(app, QStringLiteral("Varför görs ingen anmälan?"), QStringLiteral("Mormor är där"));
    app.tap(QStringLiteral("Spara orosanmälan"));
    app.settle();
    const auto reports = recordsOf(app, caseId, "concernReport");
    REQUIRE(reports.size() == 1);
    CHECK(reports.front().text("concern") == "notMade");
    CHECK(reports.front().text("reason") == "Mormor är där");
    const auto rows = app.inStore<std::vector<store::AgendaRow>>(
        [caseId](OpenStore &store) { return store.cases.agendaOfCase(caseId); });
    CHECK(std::ranges::none_of(*rows, [](const store::AgendaRow &row) { return row.entry.rule == "children.worry"; }));
}

TEST_CASE("a report that is undone comes back as it was written")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    openProtection(app, caseId, "concernReport", childOf(app, caseId, "Kim"));
    app.tap(QStringLiteral("Ringde socialjouren"));
    app.settle();
    typeInto(app, QStringLiteral("Vem tog emot?"), QStringLiteral("Eva"));
    app.tap(QStringLiteral("Spara orosanmälan"));
    app.settle();
    app.tap(QStringLiteral("Ångra"));
    app.settle();
    CHECK(recordsOf(app, caseId, "concernReport").empty());
    CHECK(app.fieldTexts().contains(QStringLiteral("Eva")));
}

TEST_CASE("two children's drafts stand apart through a kill, and each is found on I dag")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    const base::RecordId kim = childOf(app, caseId, "Kim");
    const base::RecordId alex = childOf(app, caseId, "Alex");
    openProtection(app, caseId, "concernReport", kim);
    typeInto(app, QStringLiteral("Vad har du sett eller hört"), QStringLiteral("Om Kim"));
    waitForDraft(app, "concernReport", "observed", "Om Kim");
    app.app().back();
    app.settle();
    openProtection(app, caseId, "concernReport", alex);
    CHECK_FALSE(app.fieldTexts().contains(QStringLiteral("Om Kim")));
    typeInto(app, QStringLiteral("Vad har du sett eller hört"), QStringLiteral("Om Alex"));
    waitForDraft(app, "concernReport", "observed", "Om Alex");

    app.killAndRestart();
    app.unlock();
    app.settle();
    CHECK(test::formCount(app, "concernReport") == 2);
    for (const auto &[child, words] : {std::pair(kim, QStringLiteral("Om Kim")), {alex, QStringLiteral("Om Alex")}}) {
        const int row = rowOnToday(app, QStringLiteral("Påbörjad orosanmälan"), child);
        REQUIRE(row >= 0);
        top<TodayViewModel>(app).openRow(row);
        app.settle();
        CHECK(app.fieldTexts().contains(words));
        app.app().back();
        app.settle();
    }
}

TEST_CASE("the device closes no matter while a worry about a child has no step, and saves everything else")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    childOf(app, caseId, "Kim");
    const auto close = [&] {
        return app.inStore<base::ChangeId>([caseId](OpenStore &store) -> base::Result<base::ChangeId> {
            TRY(const auto cases, store.cases.recordsOfKind(caseId, "case"));
            return store.cases.edit(cases.front().id, {{"stage", "closed"}, {"closedAs", "done"}});
        });
    };
    const auto refused = close();
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code() == base::ErrorCode::Refused);
    CHECK(refused.error().detail() == "childrenWorry");
    write(app, caseId, "note", {{"text", "Går att spara"}});
    write(app, caseId, "children",
          {{"answer", "worry"},
           {"at", base::formatInstant(app.clock().now())},
           {"step", "parentWantsHelp"},
           {"stepAt", base::formatInstant(app.clock().now())}});
    CHECK(close().has_value());
}

TEST_CASE("a new worry on a child who has one is a new one: the step that was taken before does not answer it")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    const std::string before = base::formatInstant(app.clock().now() - std::chrono::hours(24));
    const base::RecordId kim = write(app, caseId, "child",
                                     {{"name", "Kim"},
                                      {"worry", "yes"},
                                      {"worryAt", before},
                                      {"step", "nothing"},
                                      {"stepReason", "Mormor är där"},
                                      {"stepAt", before}});
    const auto worries = [&] {
        return app.inStore<ChildrenContent>([caseId](OpenStore &store) { return readChildren(store, caseId, {}); })
            ->worries;
    };
    CHECK(worries().empty());
    openProtection(app, caseId, "child", kim);
    app.tap(QStringLiteral("Ny oro, utöver den som redan står här"));
    app.settle();
    app.tap(QStringLiteral("Spara barnet"));
    app.settle();
    CHECK(worries() == std::vector<base::RecordId>{kim});
    const auto child = recordsOf(app, caseId, "child").front();
    CHECK(child.instant("worryAt") == app.clock().now());
    CHECK_FALSE(child.fields.contains("newWorry"));
    CHECK_FALSE(child.fields.contains("hadWorry"));
    const auto rows = app.inStore<std::vector<store::AgendaRow>>(
        [caseId](OpenStore &store) { return store.cases.agendaOfCase(caseId); });
    CHECK(std::ranges::any_of(*rows, [](const store::AgendaRow &row) { return row.entry.rule == "children.worry"; }));
    app.tap(QStringLiteral("Ångra"));
    app.settle();
    CHECK(worries().empty());
}

TEST_CASE("a child without a worry is asked for no new one")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    openProtection(app, caseId, "child", childOf(app, caseId, "Kim", "no"));
    CHECK_FALSE(app.findPressable(QStringLiteral("Ny oro")));
    openProtection(app, caseId, "child");
    CHECK_FALSE(app.findPressable(QStringLiteral("Ny oro")));
}
