// The decisions and plans that hold, on a person's page.
#include "core/changelog/record_state.h"
#include "qml/viewmodels/people/record_view_model.h"
#include "qml/viewmodels/people/tied_files.h"
#include "tests/qml/people_bench.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

store::CaseRow somebodyOpen(AppHarness &app, base::CaseId butNot = {})
{
    for (const store::CaseRow &row : casesOf(app))
        if (row.caseId != butNot && !row.card.isProtected && !row.card.shortName.empty() && row.card.stage == "intake"
            && recordsOf(app, row.caseId, "act").empty())
            return row;
    FAIL("nobody in an intake without acts");
    return {};
}

void addAct(AppHarness &app, base::CaseId caseId, base::json::Object fields)
{
    REQUIRE(app.inStore<base::RecordId>([&](OpenStore &store) -> base::Result<base::RecordId> {
                   const auto record = store.ids.makeId<base::RecordId>();
                   fields.set("at", base::formatInstant(store.clock.now()));
                   TRY_VOID(store.cases.save({caseId, {changelog::makeCreation(record, "act", fields)}, {}}));
                   return record;
               })
                .has_value());
    app.settle();
}

void handOver(AppHarness &app, base::CaseId caseId, const char *what, const char *until)
{
    addAct(app, caseId,
           {{"form", "decision-handover"},
            {"answers/what", base::json::Object{{"text", what}}},
            {"starts/decision.received", "2025-10-01"},
            {"starts/decision.ends", until}});
}

} // namespace

TEST_CASE("a page without decisions says where they are, and has no status line")
{
    AppHarness app;
    PersonViewModel &person = openPerson(app, somebodyOpen(app).caseId);
    CHECK(person.decisions()->statusText().isEmpty());
    person.chooseTab(1);
    app.settle();
    CHECK(app.shows(QStringLiteral("Beslut och planer som gäller")));
    CHECK(person.decisions()->noteText()
          == QStringLiteral("Inget beslut och ingen plan är noterade här. Besluten finns på kontoret."));
    CHECK(app.shows(person.decisions()->noteText()));
}

TEST_CASE("a decision that was handed over stands at the top and among what holds, until its last day is over")
{
    AppHarness app;
    const base::CaseId caseId = somebodyOpen(app).caseId;
    handOver(app, caseId, "Kontaktperson tio timmar i månaden", "2026-03-31");
    handOver(app, caseId, "Boendestöd", "2025-10-16");
    addAct(app, caseId,
           {{"form", "plan"}, {"replaces/plan.review", "2025-10-10"}, {"starts/plan.review", "2025-12-01"}});
    PersonViewModel &person = openPerson(app, caseId);
    const QString status = QStringLiteral("1 beslut gäller. Till tisdag 31 mars 2026");
    CHECK(person.decisions()->statusText() == status);
    app.tap(status);
    app.settle();
    CHECK(person.tabIndex() == 1);
    REQUIRE(person.decisions()->lines()->rowCount() == 2);
    CHECK(app.reach(QStringLiteral("Kontaktperson tio timmar i månaden")));
    CHECK(app.shows(
        QStringLiteral("Beslut överlämnat. Fick det onsdag 1 oktober 2025. Gäller till tisdag 31 mars 2026")));
    CHECK_FALSE(app.shows(QStringLiteral("Boendestöd")));
    CHECK(app.shows(QStringLiteral("Från fredag 10 oktober 2025. Följs upp måndag 1 december 2025")));
    app.tap(app.reach(QStringLiteral("Kontaktperson tio timmar i månaden")));
    app.settle();
    CHECK(dynamic_cast<RecordViewModel *>(app.app().navigator()->top()));
    app.app().back();
    app.settle();

    app.clock().advance(std::chrono::hours(24 * 170));
    openPerson(app, caseId);
    CHECK(top<PersonViewModel>(app).decisions()->statusText() == QStringLiteral("Plan: se vad som gäller"));
}

TEST_CASE("what holds in a tied file holds on the one page of both")
{
    AppHarness app;
    const store::CaseRow main = somebodyOpen(app);
    const store::CaseRow other = somebodyOpen(app, main.caseId);
    handOver(app, other.caseId, "Kontaktperson", "2026-03-31");
    REQUIRE(app.inStore<std::vector<base::ChangeId>>(
                   [&](OpenStore &store) { return tieFile(store, main.caseId, other.caseId); })
                .has_value());
    app.settle();
    PersonViewModel &person = openPerson(app, main.caseId);
    REQUIRE(person.decisions()->lines()->rowCount() == 1);
    person.decisions()->open(0);
    app.settle();
    CHECK(app.shows(QStringLiteral("Kontaktperson")));
}

TEST_CASE("a lock takes the decisions from the page")
{
    AppHarness app;
    const base::CaseId caseId = somebodyOpen(app).caseId;
    handOver(app, caseId, "Kontaktperson", "2026-03-31");
    openPerson(app, caseId).chooseTab(1);
    app.settle();
    REQUIRE(app.reach(QStringLiteral("Kontaktperson")));
    app.app().lockNow();
    app.settle();
    CHECK_FALSE(app.shows(QStringLiteral("Kontaktperson")));
}
