// What is open in a file stays on I dag, on Ringlista and on the person's page when the file is tied to another one.
#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/contact/call_queue_reader.h"
#include "qml/viewmodels/contact/lob_contact_view_model.h"
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

const char *const Number = "2026-4711";

/// A police report of yesterday on somebody whom nobody knew, and the file of somebody who may be rung.
struct UnknownSheet {
    UnknownSheet()
    {
        for (const store::CaseRow &row : casesOf(harness))
            if (!row.card.isProtected && !row.card.shortName.empty() && row.card.stage == "intake"
                && main.caseId.isNil() && hasNumber(row.caseId))
                main = row;
        REQUIRE_FALSE(main.caseId.isNil());
        const auto made = harness.inStore<base::CaseId>([this](OpenStore &store) -> base::Result<base::CaseId> {
            store::Draft draft;
            draft.caseId = store.ids.makeId<base::CaseId>();
            report = store.ids.makeId<base::RecordId>();
            task = store.ids.makeId<base::RecordId>();
            const std::string yesterday = base::formatInstant(store.clock.now() - std::chrono::hours(28));
            draft.sets = {changelog::makeCreation(store.ids.makeId<base::RecordId>(), "case",
                                                  {{"stage", "intake"}, {"caseNumber", Number}}),
                          changelog::makeCreation(report, "lobReport",
                                                  {{"source", "lob"},
                                                   {"takenAt", yesterday},
                                                   {"received", yesterday},
                                                   {"registered", yesterday},
                                                   {"repeatCount", 1},
                                                   {"status", "open"}}),
                          changelog::makeCreation(task, "task",
                                                  {{"what", "ownTask"},
                                                   {"text", "Fråga polisen om namnet"},
                                                   {"status", "open"},
                                                   {"due", yesterday}})};
            TRY_VOID(store.cases.save(draft));
            return draft.caseId;
        });
        REQUIRE(made);
        sheet = *made;
        harness.settle();
    }
    bool hasNumber(base::CaseId caseId)
    {
        const auto persons = recordsOf(harness, caseId, "person");
        return !persons.empty() && !numbersOf(casework::readPersonCard(persons.front())).empty();
    }
    /// By the sheet, as a worker does it.
    PersonViewModel &tie()
    {
        PersonViewModel &page = openPerson(harness, main.caseId);
        page.chooseTab(1);
        harness.settle();
        harness.tap(QStringLiteral("Samma person finns i en annan akt"));
        harness.settle();
        page.merge()->chooser()->search(QString::fromLatin1(Number));
        harness.settle();
        REQUIRE(page.merge()->chooser()->count() == 1);
        page.merge()->chooser()->choose(0);
        harness.tap(QStringLiteral("Visa som en"));
        harness.settle();
        return page;
    }
    TodayViewModel &today()
    {
        harness.app().goTo(Router::Place::Today);
        harness.settle();
        auto &page = top<TodayViewModel>(harness);
        showAll(harness, page);
        return page;
    }
    /// The sheet's rows on I dag, by what they are about.
    std::optional<int> rowOf(TodayViewModel &page, base::RecordId record)
    {
        for (int row = 0; row < page.rows()->rowCount(); ++row)
            if (page.rows()->row(row)->caseId == sheet && page.rows()->row(row)->record == record
                && page.rows()->row(row)->kind == TodayRow::Kind::Agenda)
                return row;
        return std::nullopt;
    }
    std::optional<QueuedCall> call()
    {
        const auto calls =
            harness.inStore<std::vector<QueuedCall>>([](OpenStore &store) { return readCallQueue(store); });
        REQUIRE(calls);
        const auto found = std::ranges::find(*calls, sheet, [](const QueuedCall &each) { return each.item.caseId; });
        return found == calls->end() ? std::nullopt : std::optional(*found);
    }

    AppHarness harness;
    store::CaseRow main;
    base::CaseId sheet;
    base::RecordId report;
    base::RecordId task;
};

} // namespace

TEST_CASE("a sheet of an unknown person that is tied in the app is rung by that person's name and number")
{
    UnknownSheet file;
    CHECK_FALSE(file.call());
    file.tie();
    const QString name = QString::fromStdString(file.main.card.shortName);

    TodayViewModel &today = file.today();
    const auto row = file.rowOf(today, file.report);
    REQUIRE(row);
    CHECK(today.rows()->row(*row)->who.contains(name));
    CHECK(today.rows()->row(*row)->verb == TodayRow::Verb::Ring);
    const auto own = file.rowOf(today, file.task);
    REQUIRE(own);
    CHECK(today.rows()->row(*own)->who.contains(name));

    const auto call = file.call();
    REQUIRE(call);
    CHECK(call->card.shortName == file.main.card.shortName);
    CHECK(call->item.number.has_value());

    // The way leads to the entry in the file where it stands, under the person's name.
    today.act(*row);
    file.harness.settle();
    auto &page = top<LobContactViewModel>(file.harness);
    CHECK(file.harness.app().shownCase() == file.sheet);
    CHECK(page.header()->personName().contains(name));
    CHECK(page.numbers()->rowCount() > 0);
    const auto before = recordsOf(file.harness, file.sheet, "contact").size();
    file.harness.tap(QStringLiteral("Inget svar"));
    file.harness.settle();
    CHECK(recordsOf(file.harness, file.sheet, "contact").size() == before + 1);
}

TEST_CASE("the steps of a tied file stand on the person's page, and apart again all is as it was")
{
    UnknownSheet file;
    PersonViewModel &page = file.tie();
    const auto steps = [&](PersonViewModel &shown) {
        int count = 0;
        for (int row = 0; row < shown.steps()->rowCount(); ++row)
            count += shown.steps()->row(row)->caseId == file.sheet ? 1 : 0;
        return count;
    };
    CHECK(steps(page) >= 2);
    CHECK(file.call());
    file.harness.tap(QStringLiteral("Ångra"));
    file.harness.settle();
    CHECK(steps(page) == 0);
    CHECK_FALSE(file.call());
    TodayViewModel &today = file.today();
    CHECK_FALSE(file.rowOf(today, file.report));
    CHECK(file.rowOf(today, file.task));
}

TEST_CASE("a death on the person's card takes the calls of the tied file away, and one heard there stands on the card")
{
    UnknownSheet file;
    file.tie();
    REQUIRE(file.call());
    const auto person = recordsOf(file.harness, file.main.caseId, "person").front().id;
    SECTION("on the card")
    {
        REQUIRE(file.harness.inStore<base::ChangeId>([&](OpenStore &store) {
            return store.cases.edit(person, {{"deceased", true}});
        }));
        file.harness.settle();
        CHECK_FALSE(file.call());
        TodayViewModel &today = file.today();
        CHECK_FALSE(file.rowOf(today, file.report));
        CHECK(file.rowOf(today, file.task));
    }
    SECTION("heard")
    {
        rules::AttemptEntry entry;
        entry.outcome = "deceased";
        entry.at = file.harness.clock().now();
        const auto saved = file.harness.inStore<AttemptSaved>(
            [&](OpenStore &store) { return saveAttempt(store, file.sheet, entry, Booking::AsChosen, {}); });
        REQUIRE(saved);
        file.harness.settle();
        CHECK(recordsOf(file.harness, file.main.caseId, "person").front().boolean("deceased"));
        CHECK(recordsOf(file.harness, file.sheet, "lobReport").front().text("closedAs") == "deceased");
    }
}
