// Moving what was misfiled into a file that stands behind a gate, and which files are not offered at all.
#include "tests/qml/misfiled_bench.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

/// With which reasons the file was opened on this device, by lines not sent yet.
std::vector<std::string> openingsOf(AppHarness &harness, base::CaseId caseId)
{
    const auto lines =
        harness.inStore<std::vector<std::string>>([](OpenStore &store) { return store.cases.unsentLines(); }).value();
    std::vector<std::string> reasons;
    for (const std::string &line : lines) {
        const changelog::Change change = changelog::readChangeLine(line).value().change;
        if (change.caseId == caseId && change.sets.front().kind == "access")
            reasons.push_back(base::json::Value(change.sets.front().fields).stringAt("reason"));
    }
    return reasons;
}

void changeCase(AppHarness &harness, base::CaseId caseId, Object fields)
{
    REQUIRE(harness
                .inStore<base::ChangeId>([&](OpenStore &store) -> base::Result<base::ChangeId> {
                    TRY(const auto matters, store.cases.recordsOfKind(caseId, "case"));
                    return store.cases.edit(matters.front().id, fields);
                })
                .has_value());
    harness.settle();
}

} // namespace

TEST_CASE("a protected person is chosen by giving a reason and the passphrase, and nothing of her shows before")
{
    WrongFile work;
    protect(work.harness, work.right());
    RecordViewModel &page = work.open(work.wrong(), work.note);
    const std::size_t before = openingsOf(work.harness, work.right()).size();
    page.misfiled()->open();
    work.choose(page);
    REQUIRE(page.misfiled()->gate());
    CHECK(work.harness.shows(QStringLiteral("Varför öppnar du?")));
    CHECK(page.misfiled()->chosenText().isEmpty());
    CHECK_FALSE(work.harness.shows(QString::fromStdString(work.files[1].card.shortName)));
    CHECK_FALSE(page.misfiled()->canMove());
    page.misfiled()->move();
    CHECK(page.misfiled()->problem() == QStringLiteral("Ange skäl och öppna akten först."));
    CHECK(openingsOf(work.harness, work.right()).size() == before);

    ProtectedGate &gate = *page.misfiled()->gate();
    work.harness.clock().advance(std::chrono::minutes(3));
    gate.chooseReason(1);
    gate.enter();
    confirmPassphrase(work.harness, *gate.confirm(), std::string(app::TrainingPassphrase));
    CHECK(page.misfiled()->gate() == nullptr);
    CHECK(page.misfiled()->chosenText().startsWith(QStringLiteral("Skyddad person")));
    const auto opened = openingsOf(work.harness, work.right());
    REQUIRE(opened.size() == before + 1);
    CHECK(opened.back() == "Ny uppgift har kommit in");
    work.harness.tap(QStringLiteral("Flytta"));
    work.harness.settle();
    CHECK(page.isMisfiled());
    CHECK(work.noteWith(work.right(), Secret.toStdString()));
    CHECK(openingsOf(work.harness, work.right()).size() == before + 1);
}

TEST_CASE("choosing somebody else instead takes the gate away, and closing the sheet leaves nothing of it")
{
    WrongFile work;
    protect(work.harness, work.right());
    RecordViewModel &page = work.open(work.wrong(), work.note);
    page.misfiled()->open();
    work.choose(page);
    REQUIRE(page.misfiled()->gate());
    page.misfiled()->chooser()->search(QString::fromStdString(work.files[0].card.caseNumber));
    work.harness.settle();
    page.misfiled()->chooser()->choose(0);
    work.harness.settle();
    CHECK(page.misfiled()->gate() == nullptr);
    work.choose(page);
    REQUIRE(page.misfiled()->gate());
    page.misfiled()->close();
    work.harness.settle();
    CHECK(page.misfiled()->gate() == nullptr);
    CHECK_FALSE(work.harness.shows(QStringLiteral("Varför öppnar du?")));
    CHECK(page.fact() == Secret);
}

TEST_CASE("a file that nothing can be written in is not offered, and refused where it is named all the same")
{
    WrongFile work;
    const bool isClosed = GENERATE(true, false);
    changeCase(work.harness, work.right(),
               isClosed ? Object{{"stage", "closed"}, {"closedAs", "wrongPerson"}, {"closedAt", "2025-10-16T08:00:00Z"}}
                        : Object{{"mergedInto", work.wrong().toString()}});
    RecordViewModel &page = work.open(work.wrong(), work.note);
    page.misfiled()->open();
    page.misfiled()->chooser()->search(QString::fromStdString(work.files[1].card.caseNumber));
    work.harness.settle();
    CHECK(page.misfiled()->chooser()->count() == 0);
    CHECK_FALSE(work.harness
                    .inStore<std::vector<base::ChangeId>>([&](OpenStore &store) {
                        return moveMisfiled(store, {work.wrong(), work.note, work.right()});
                    })
                    .has_value());
    CHECK(work.noteWith(work.wrong(), Secret.toStdString()));
}
