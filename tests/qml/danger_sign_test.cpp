// A sign of danger in a police report: said during the call, in the talk or on the report's page, and taken back.
#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/contact/lob_contact_view_model.h"
#include "qml/viewmodels/people/record_view_model.h"
#include "tests/qml/field_worker.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

const QString SayIt = QStringLiteral("Det finns tecken på fara");
const QString TakeBack = QStringLiteral("Ta bort tecken på fara");

struct Report {
    AppHarness app;
    base::CaseId caseId = someoneToRing(app);

    [[nodiscard]] store::RecordView record() { return recordsOf(app, caseId, "lobReport").back(); }
    [[nodiscard]] bool rulesSeeIt()
    {
        const auto facts =
            app.inStore<rules::CaseFacts>([this](OpenStore &store) { return factsOfCase(store, caseId); });
        REQUIRE(facts.has_value());
        return facts->reports.back().dangerSign;
    }
    void press(const QString &name)
    {
        app.settle();
        app.tap(name);
        app.settle();
    }
};

} // namespace

TEST_CASE("a sign of danger is said before the call with one press, and undone")
{
    Report report;
    report.app.app().openLobContact(report.caseId, std::nullopt);
    CHECK_FALSE(report.rulesSeeIt());
    report.press(SayIt);
    CHECK(report.record().boolean("dangerSign"));
    CHECK(report.rulesSeeIt());
    CHECK(report.app.shows(QStringLiteral("väljer arbetsledaren nästa steg")));
    auto *page = qobject_cast<LobContactViewModel *>(report.app.app().navigator()->top());
    REQUIRE(page);
    page->danger()->undoRow()->undo();
    report.app.settle();
    CHECK_FALSE(report.rulesSeeIt());
    CHECK_FALSE(page->danger()->isSet());
}

TEST_CASE("in the talk it is said without touching what was noted of the talk")
{
    Report report;
    report.app.app().openLobContact(report.caseId, std::nullopt, LobStart::Ring);
    report.press(QStringLiteral("Personen själv"));
    auto *page = qobject_cast<LobContactViewModel *>(report.app.app().navigator()->top());
    REQUIRE(page);
    page->talk()->editOwnWish(QStringLiteral("Sova hemma"));
    report.press(SayIt);
    CHECK(report.rulesSeeIt());
    CHECK(page->step() == LobContactViewModel::Step::Talk);
    CHECK(page->talk()->ownWish() == QStringLiteral("Sova hemma"));
    CHECK(recordsOf(report.app, report.caseId, "contact").empty());
}

TEST_CASE("the page of the report says it and takes it back, and a lock forgets what could be undone")
{
    Report report;
    const base::RecordId id = report.record().id;
    report.app.app().openRecord(report.caseId, id);
    report.press(SayIt);
    CHECK(report.rulesSeeIt());
    report.press(TakeBack);
    CHECK_FALSE(report.rulesSeeIt());
    report.app.app().lockNow();
    report.app.unlock();
    report.app.settle();
    auto *page = qobject_cast<RecordViewModel *>(report.app.app().navigator()->top());
    REQUIRE(page);
    CHECK(page->danger()->isAsked());
    CHECK(page->danger()->undoRow()->text().isEmpty());
}

TEST_CASE("a double press says it once")
{
    Report report;
    report.app.app().openRecord(report.caseId, report.record().id);
    report.app.settle();
    auto *page = qobject_cast<RecordViewModel *>(report.app.app().navigator()->top());
    REQUIRE(page);
    page->danger()->change();
    page->danger()->change();
    report.app.settle();
    CHECK(report.rulesSeeIt());
    CHECK(page->problem().isEmpty());
}
