// A police sheet typed in on the device: two of its fields are wanted, and it is routed as the server's import routes it.
#include "core/changelog/record_state.h"
#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/contact/call_queue_reader.h"
#include "qml/viewmodels/contact/lob_sheet_view_model.h"
#include "qml/viewmodels/workspace/known_check.h"
#include "tests/qml/field_worker.h"
#include "tests/qml/today_lines.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

struct Sheet {
    AppHarness app;

    Sheet() { open(); }
    void open()
    {
        app.app().openLobSheet();
        app.settle();
    }
    [[nodiscard]] LobSheetViewModel &page()
    {
        auto *page = qobject_cast<LobSheetViewModel *>(app.app().navigator()->top());
        REQUIRE(page);
        return *page;
    }
    void save()
    {
        app.tap(QStringLiteral("Spara"));
        app.settle();
    }
    /// Number and time, which are wanted.
    void fillWanted(const QString &number = QStringLiteral("B-4711"))
    {
        page().editSheetNumber(number);
        page().moment()->chooseDay(0);
        page().moment()->editTime(QStringLiteral("01:30"));
    }
    [[nodiscard]] std::size_t cases()
    {
        const auto rows =
            app.inStore<std::vector<store::CaseRow>>([](OpenStore &store) { return store.cases.cases(); });
        REQUIRE(rows.has_value());
        return rows->size();
    }
    /// The file behind "Öppna akten".
    [[nodiscard]] base::CaseId shown()
    {
        app.tap(QStringLiteral("Öppna akten"));
        app.settle();
        const auto caseId = app.app().shownCase();
        REQUIRE(caseId.has_value());
        return *caseId;
    }
};

/// A number with the birth number 000, of somebody born then.
QString numberOf(const char *birth)
{
    for (int check = 0; check < 10; ++check) {
        const std::string number = std::string(birth) + "-000" + std::to_string(check);
        if (casework::readIdentityNumber(number, *base::parseDate("2025-10-17")).isValid())
            return QString::fromStdString(number);
    }
    FAIL("no such number");
    return {};
}

} // namespace

TEST_CASE("without number and time nothing is saved, and each is said where it is missing")
{
    Sheet sheet;
    const std::size_t before = sheet.cases();
    sheet.save();
    CHECK(sheet.app.shows(QStringLiteral("Skriv bladets nummer.")));
    CHECK(sheet.app.shows(QStringLiteral("Välj en dag.")));
    sheet.fillWanted();
    sheet.page().editIdentity(QStringLiteral("19800230-0000"));
    sheet.save();
    CHECK_FALSE(sheet.page().identityProblem().isEmpty());
    CHECK(sheet.cases() == before);
    CHECK(sheet.page().sheetNumber() == QStringLiteral("B-4711"));
}

TEST_CASE("a sheet about somebody new makes a file with the report in it, to be followed up")
{
    Sheet sheet;
    const std::size_t before = sheet.cases();
    sheet.fillWanted();
    sheet.page().editGivenName(QStringLiteral("Zlatka"));
    sheet.page().editFamilyName(QStringLiteral("Ek"));
    sheet.page().editPhone(QStringLiteral("070-174 06 05"));
    sheet.save();
    CHECK(sheet.cases() == before + 1);
    CHECK(sheet.app.shows(QStringLiteral("Bladet är sparat")));
    const base::CaseId caseId = sheet.shown();
    const auto reports = recordsOf(sheet.app, caseId, "lobReport");
    REQUIRE(reports.size() == 1);
    CHECK(reports.front().text("sheetNumber") == "B-4711");
    CHECK(reports.front().text("takenAt") == "2025-10-16T23:30:00Z");
    CHECK(reports.front().text("registered") == base::formatInstant(sheet.app.clock().now()));
    CHECK(recordsOf(sheet.app, caseId, "person").front().text("givenName") == "Zlatka");
    CHECK(formCount(sheet.app, LobSheetForm::Name) == 0);
    const auto calls =
        sheet.app.inStore<std::vector<QueuedCall>>([](OpenStore &store) { return readCallQueue(store); });
    REQUIRE(calls.has_value());
}

TEST_CASE("a second sheet about the same person goes into the file, with the count of a year")
{
    Sheet sheet;
    const QString number = numberOf("19800101");
    sheet.fillWanted(QStringLiteral("B-1"));
    sheet.page().editGivenName(QStringLiteral("Zlatka"));
    sheet.page().editIdentity(number);
    sheet.save();
    const base::CaseId caseId = sheet.shown();
    const std::size_t before = sheet.cases();
    sheet.open();
    sheet.fillWanted(QStringLiteral("B-2"));
    sheet.page().editIdentity(number);
    sheet.save();
    CHECK(sheet.cases() == before);
    const auto reports = recordsOf(sheet.app, caseId, "lobReport");
    REQUIRE(reports.size() == 2);
    CHECK(reports.back().integer("repeatCount") == 2);
    CHECK(recordsOf(sheet.app, caseId, "task").back().text("what") == "newReport");
}

TEST_CASE("a sheet without identity is kept as a report without person")
{
    Sheet sheet;
    sheet.fillWanted();
    sheet.save();
    const base::CaseId caseId = sheet.shown();
    CHECK(recordsOf(sheet.app, caseId, "person").empty());
    CHECK(recordsOf(sheet.app, caseId, "lobReport").size() == 1);
}

TEST_CASE("somebody under 18 is the child unit's: said, and kept nowhere, the draft neither")
{
    Sheet sheet;
    const std::size_t before = sheet.cases();
    sheet.fillWanted();
    sheet.page().editIdentity(numberOf("20100101"));
    sheet.app.waitFor([&] { return formCount(sheet.app, LobSheetForm::Name) == 1; });
    sheet.save();
    CHECK(sheet.app.shows(QStringLiteral("Lämna det till barnenheten nu.")));
    CHECK(sheet.cases() == before);
    CHECK(formCount(sheet.app, LobSheetForm::Name) == 0);
    // Going away and coming back brings nothing of it.
    sheet.app.app().back();
    sheet.open();
    CHECK(sheet.page().sheetNumber().isEmpty());
}

TEST_CASE("a sheet about somebody with protected identity or a closed matter is the office's, without saying which")
{
    Sheet sheet;
    const QString number = numberOf("19800101");
    const bool isProtected = GENERATE(true, false);
    sheet.fillWanted(QStringLiteral("B-1"));
    sheet.page().editGivenName(QStringLiteral("Zlatka"));
    sheet.page().editIdentity(number);
    sheet.save();
    const base::CaseId caseId = sheet.shown();
    const auto person = recordsOf(sheet.app, caseId, "person").front().id;
    const auto file = recordsOf(sheet.app, caseId, "case").front().id;
    const auto written = sheet.app.inStore<bool>([&](OpenStore &store) -> base::Result<bool> {
        if (isProtected) {
            TRY_VOID(store.cases.edit(person, {{"protection", "sekretessmarkering"}}));
        } else {
            const auto asked =
                changelog::makeCreation(store.ids.makeId<base::RecordId>(), "children",
                                        {{"answer", "none"}, {"at", base::formatInstant(store.clock.now())}});
            TRY_VOID(store.cases.save({caseId, {asked}, {}}));
            TRY_VOID(store.cases.edit(file, {{"stage", "closed"}}));
        }
        return true;
    });
    INFO((written ? "" : written.error().toString()));
    REQUIRE(written.has_value());
    sheet.open();
    sheet.fillWanted(QStringLiteral("B-2"));
    sheet.page().editIdentity(number);
    sheet.save();
    CHECK(sheet.app.shows(QStringLiteral("Bladet hanteras på kontoret.")));
    CHECK(formCount(sheet.app, LobSheetForm::Name) == 0);
    CHECK(recordsOf(sheet.app, caseId, "lobReport").size() == 1);
}

TEST_CASE("the same sheet typed in again is said to be here, and can be opened; nothing is written twice")
{
    Sheet sheet;
    sheet.fillWanted(QStringLiteral("B-4711"));
    sheet.save();
    const base::CaseId caseId = sheet.shown();
    const std::size_t before = sheet.cases();
    sheet.open();
    sheet.fillWanted(QStringLiteral("b 4711"));
    sheet.page().editGivenName(QStringLiteral("Zlatka"));
    sheet.save();
    CHECK(sheet.app.shows(QStringLiteral("finns redan här")));
    CHECK(sheet.cases() == before);
    CHECK(sheet.shown() == caseId);
    CHECK(recordsOf(sheet.app, caseId, "lobReport").size() == 1);
}

TEST_CASE("a saved sheet is taken back into the page as it was typed, and leaves nothing behind")
{
    Sheet sheet;
    const std::size_t before = sheet.cases();
    sheet.fillWanted();
    sheet.page().editGivenName(QStringLiteral("Zlatka"));
    sheet.page().editIdentity(numberOf("19800101"));
    sheet.save();
    REQUIRE(sheet.page().isSaved());
    sheet.page().undo();
    sheet.app.settle();
    CHECK_FALSE(sheet.page().isSaved());
    CHECK(sheet.page().givenName() == QStringLiteral("Zlatka"));
    CHECK(sheet.cases() == before);
    CHECK(formCount(sheet.app, LobSheetForm::Name) == 1);
    CHECK(formCount(sheet.app, KnownCheck::FormName) == 0);
    sheet.save();
    CHECK(sheet.page().isSaved());
    CHECK(sheet.cases() == before + 1);
}

TEST_CASE("a telephone number alone names nobody: that it is not kept is said before")
{
    Sheet sheet;
    sheet.fillWanted();
    sheet.page().editPhone(QStringLiteral("070-174 06 05"));
    CHECK_FALSE(sheet.page().namelessText().isEmpty());
    sheet.page().editFamilyName(QStringLiteral("Ek"));
    CHECK(sheet.page().namelessText().isEmpty());
}

TEST_CASE("what was typed of a sheet is on I dag after a kill, and goes on from there")
{
    Sheet sheet;
    sheet.page().editSheetNumber(QStringLiteral("B-4711"));
    sheet.page().editFamilyName(QStringLiteral("Ek"));
    sheet.app.waitFor([&] { return formCount(sheet.app, LobSheetForm::Name) == 1; });
    sheet.app.killAndRestart();
    sheet.app.unlock();
    openOnToday(sheet.app, QStringLiteral("Påbörjat LOB-blad"));
    CHECK(sheet.page().sheetNumber() == QStringLiteral("B-4711"));
    CHECK(sheet.page().familyName() == QStringLiteral("Ek"));
}

TEST_CASE("what is urgent on a sheet is written with it, and rules hear of it")
{
    Sheet sheet;
    sheet.fillWanted();
    sheet.page().editFamilyName(QStringLiteral("Ek"));
    CHECK_FALSE(sheet.app.shows(QStringLiteral("Våld eller hot?")));
    sheet.app.settle();
    sheet.app.tap(QStringLiteral("Våld eller hot på bladet"));
    CHECK(sheet.app.shows(QStringLiteral("Våld eller hot?")));
    sheet.page().dangerSign()->choose(0);
    sheet.page().medicalCheck()->choose(1);
    sheet.page().violent()->choose(0);
    sheet.save();
    const base::CaseId caseId = sheet.shown();
    const store::RecordView report = recordsOf(sheet.app, caseId, "lobReport").front();
    CHECK(report.boolean("dangerSign"));
    CHECK(report.boolean("violent"));
    REQUIRE(report.fields.find("medicalCheck"));
    CHECK_FALSE(report.boolean("medicalCheck"));
    const auto facts =
        sheet.app.inStore<rules::CaseFacts>([caseId](OpenStore &store) { return factsOfCase(store, caseId); });
    REQUIRE(facts.has_value());
    CHECK(facts->reports.front().dangerSign);
    // Two go there after violence, as when the sheet comes by file.
    const store::RecordView person = recordsOf(sheet.app, caseId, "person").front();
    const auto *flags = person.fields.find("flags");
    REQUIRE(flags);
    CHECK(base::json::serialise(*flags).find("twoAtVisit") != std::string::npos);
}

TEST_CASE("what a sheet does not tell is left open for the police's file")
{
    Sheet sheet;
    sheet.fillWanted();
    sheet.page().dangerSign()->choose(2);
    sheet.save();
    const store::RecordView report = recordsOf(sheet.app, sheet.shown(), "lobReport").front();
    for (const char *field : {"dangerSign", "medicalCheck", "violent"})
        CHECK_FALSE(report.fields.find(field));
    CHECK(report.text("received") == base::formatInstant(sheet.app.clock().now()));
}

TEST_CASE("a sheet that came in on Friday starts its clocks on Friday, though it is typed in on Monday")
{
    Sheet sheet;
    sheet.page().editSheetNumber(QStringLiteral("B-4711"));
    sheet.page().moment()->editDay(QStringLiteral("2025-10-10"));
    sheet.page().moment()->editTime(QStringLiteral("01:30"));
    sheet.page().cameIn()->choose(1);
    MomentPicker &received = *sheet.page().received();
    SECTION("in words where the day is missing")
    {
        sheet.save();
        CHECK_FALSE(received.problem().isEmpty());
        CHECK_FALSE(sheet.page().isSaved());
    }
    SECTION("not in the future")
    {
        received.editDay(QStringLiteral("2031-01-01"));
        received.editTime(QStringLiteral("09:00"));
        sheet.save();
        CHECK_FALSE(received.problem().isEmpty());
        CHECK_FALSE(sheet.page().isSaved());
    }
    SECTION("not before the custody")
    {
        received.editDay(QStringLiteral("2025-10-09"));
        received.editTime(QStringLiteral("09:00"));
        sheet.save();
        CHECK(sheet.app.shows(QStringLiteral("före omhändertagandet")));
        CHECK_FALSE(sheet.page().isSaved());
        // Whoever says "now" after all is not held up by it.
        sheet.page().cameIn()->choose(0);
        sheet.save();
        CHECK(sheet.page().isSaved());
    }
    SECTION("on the day named")
    {
        received.editDay(QStringLiteral("2025-10-10"));
        received.editTime(QStringLiteral("09:00"));
        sheet.save();
        const base::CaseId caseId = sheet.shown();
        const store::RecordView report = recordsOf(sheet.app, caseId, "lobReport").front();
        CHECK(report.text("received") == "2025-10-10T07:00:00Z");
        CHECK(report.text("registered") == base::formatInstant(sheet.app.clock().now()));
        const auto facts =
            sheet.app.inStore<rules::CaseFacts>([caseId](OpenStore &store) { return factsOfCase(store, caseId); });
        REQUIRE(facts.has_value());
        CHECK(facts->reports.front().received == *base::parseInstant("2025-10-10T07:00:00Z"));
    }
}

TEST_CASE("what was chosen on a sheet comes back after a kill, with violence behind its tap")
{
    Sheet sheet;
    sheet.page().editSheetNumber(QStringLiteral("B-4711"));
    sheet.page().dangerSign()->choose(0);
    sheet.page().showViolence();
    sheet.page().violent()->choose(0);
    sheet.page().cameIn()->choose(1);
    sheet.page().received()->chooseDay(0);
    sheet.page().received()->editTime(QStringLiteral("00:01"));
    sheet.app.waitFor([&] { return formCount(sheet.app, LobSheetForm::Name) == 1; });
    sheet.app.killAndRestart();
    sheet.app.unlock();
    openOnToday(sheet.app, QStringLiteral("Påbörjat LOB-blad"));
    CHECK(sheet.page().dangerSign()->chosenIndex() == 0);
    CHECK(sheet.page().violent()->chosenIndex() == 0);
    CHECK_FALSE(sheet.page().showsViolence());
    CHECK(sheet.page().asksReceived());
    CHECK(sheet.page().received()->moment().has_value());
}
