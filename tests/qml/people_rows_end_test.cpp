// Rows of I dag that no contact ends: their button leads to what ends them, the report closes with the last, and undo takes both
// back.
#include "qml/viewmodels/act/act_view_model.h"
#include "qml/viewmodels/today/today_view_model.h"
#include "tests/qml/people_bench.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

/// Every row, also those that are made when they are asked for.
void showAll(AppHarness &harness, TodayViewModel &page)
{
    for (int row = 0; row < page.rows()->rowCount(); ++row)
        if (page.rows()->row(row)->kind == TodayRow::Kind::More) {
            page.openRow(row);
            harness.settle();
            row = -1;
        }
}

struct OneReport {
    /// Of somebody in an intake who was talked with after it came: the calls are over, the rows of the rules are left.
    explicit OneReport(base::json::Object more)
    {
        for (const store::CaseRow &row : casesOf(harness))
            if (!row.card.isProtected && !row.card.shortName.empty() && row.card.stage == "intake" && caseId.isNil()
                && mayBeRung(row.caseId))
                caseId = row.caseId;
        REQUIRE_FALSE(caseId.isNil());
        const auto made = harness.inStore<base::RecordId>([&](OpenStore &store) -> base::Result<base::RecordId> {
            const auto fresh = store.ids.makeId<base::RecordId>();
            const auto ago = [&](int minutes) {
                return base::formatInstant(store.clock.now() - std::chrono::minutes(minutes));
            };
            base::json::Object fields{{"source", "lob"},        {"takenAt", ago(300)}, {"received", ago(240)},
                                      {"registered", ago(240)}, {"repeatCount", 1},    {"letterSentAt", ago(100)},
                                      {"status", "open"}};
            for (const auto &[name, value] : more)
                fields.set(name, value);
            store::Draft draft;
            draft.caseId = caseId;
            draft.sets = {changelog::makeCreation(fresh, "lobReport", fields),
                          changelog::makeCreation(store.ids.makeId<base::RecordId>(), "contact",
                                                  {{"way", "call"},
                                                   {"at", ago(60)},
                                                   {"outcome", "reached"},
                                                   {"result", "tookAdvice"},
                                                   {"children", "none"},
                                                   {"lobReport", fresh.toString()}})};
            TRY_VOID(store.cases.save(draft));
            return fresh;
        });
        REQUIRE(made);
        report = *made;
        harness.settle();
    }
    /// Nobody who has died or said no.
    bool mayBeRung(base::CaseId each)
    {
        const auto contacts = recordsOf(harness, each, "contact");
        const auto persons = recordsOf(harness, each, "person");
        return !persons.empty() && !persons.front().boolean("deceased") && !persons.front().fields.find("noContact")
               && std::ranges::none_of(contacts, [](const store::RecordView &contact) {
                      return contact.text("outcome") == "declined" || contact.text("result") == "declined";
                  });
    }
    TodayViewModel &today()
    {
        harness.app().goTo(Router::Place::Today);
        harness.settle();
        auto &page = top<TodayViewModel>(harness);
        showAll(harness, page);
        return page;
    }
    std::optional<int> rowOf(std::string_view rule)
    {
        TodayViewModel &page = today();
        for (int row = 0; row < page.rows()->rowCount(); ++row)
            if (page.rows()->row(row)->caseId == caseId && page.rows()->row(row)->entry.rule == rule)
                return row;
        return std::nullopt;
    }
    std::string closedAs()
    {
        for (const store::RecordView &each : recordsOf(harness, caseId, "lobReport"))
            if (each.id == report)
                return each.text("closedAs");
        return "gone";
    }
    void press(std::string_view rule)
    {
        const auto row = rowOf(rule);
        REQUIRE(row);
        top<TodayViewModel>(harness).act(*row);
        harness.settle();
    }

    AppHarness harness;
    base::CaseId caseId;
    base::RecordId report;
};

void write(AppHarness &app, const QString &question, const QString &text)
{
    QQuickItem *field = app.find(QAccessible::EditableText, question);
    REQUIRE(field);
    app.tap(field);
    app.type(text);
    app.settle();
}

} // namespace

TEST_CASE("the support is looked over by one press, the report closes with it, and undo opens both again")
{
    OneReport file({{"repeatCount", 2}});
    REQUIRE(file.closedAs().empty());
    file.press("lob.reviewSupport");
    CHECK_FALSE(file.rowOf("lob.reviewSupport"));
    CHECK(file.closedAs() == "reached");
    top<TodayViewModel>(file.harness).undo();
    file.harness.settle();
    CHECK(file.closedAs().empty());
    CHECK(file.rowOf("lob.reviewSupport"));
}

TEST_CASE("a pre-assessment is opened from its row, and saved it ends the row and the report")
{
    OneReport file({{"repeatCount", 3}});
    file.press("lob.considerInvestigation");
    AppHarness &app = file.harness;
    CHECK(top<ActViewModel>(app).title().startsWith(QStringLiteral("Förhandsbedömning")));
    app.tap(QStringLiteral("Inled inte utredning, Vad föreslår du?"));
    app.settle();
    write(app, QStringLiteral("Skäl"), QStringLiteral("Vill ha råd och stöd"));
    write(app, QStringLiteral("Vem beslutar?"), QStringLiteral("Kim Lund, enhetschef"));
    app.tap(QStringLiteral("Spara i akten"));
    app.settle();
    REQUIRE(app.shows(QStringLiteral("Sparat hos ")));
    CHECK(file.closedAs() == "reached");
    top<ActViewModel>(app).undo();
    app.settle();
    CHECK(file.closedAs().empty());
    CHECK(file.rowOf("lob.considerInvestigation"));
}

TEST_CASE("danger that is said in a report's form stands first until somebody says that it is dealt with")
{
    OneReport file({});
    const auto act = file.harness.inStore<base::RecordId>([&](OpenStore &store) -> base::Result<base::RecordId> {
        const auto record = store.ids.makeId<base::RecordId>();
        TRY_VOID(
            store.cases.save({file.caseId,
                              {changelog::makeCreation(record, "act",
                                                       {{"form", "report"},
                                                        {"version", "1.0.0"},
                                                        {"at", base::formatInstant(store.clock.now())},
                                                        {"answers/danger", base::json::Object{{"option", "yes"}}}})},
                              {}}));
        return record;
    });
    REQUIRE(act);
    file.harness.settle();
    const auto row = file.rowOf("danger.now");
    REQUIRE(row);
    TodayViewModel &today = top<TodayViewModel>(file.harness);
    CHECK(today.rows()->row(*row)->entry.kind == "life");
    CHECK(today.rows()->row(*row)->what == QStringLiteral("Följ upp genast"));
    file.press("danger.now");
    CHECK_FALSE(file.rowOf("danger.now"));
    top<TodayViewModel>(file.harness).undo();
    file.harness.settle();
    CHECK(file.rowOf("danger.now"));
}
