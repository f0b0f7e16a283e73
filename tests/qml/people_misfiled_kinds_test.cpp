// Screenings, acts and what is said of children, in the wrong person's file: moved whole, or refused in plain words.
#include "core/rules/children_facts.h"
#include "qml/viewmodels/child/children_view_model.h"
#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/interview/result_view_model.h"
#include "tests/qml/misfiled_bench.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

rules::CaseFacts facts(AppHarness &harness, base::CaseId caseId)
{
    return harness.inStore<rules::CaseFacts>([caseId](OpenStore &store) { return factsOfCase(store, caseId); }).value();
}

/// The first file with nothing asked or known of children but what a test puts there.
void forgetChildren(AppHarness &harness, base::CaseId caseId)
{
    REQUIRE(harness
                .inStore<bool>([caseId](OpenStore &store) -> base::Result<bool> {
                    for (const char *kind : {"child", "children", "concernReport", "contact", "lobReport"}) {
                        TRY(const auto records, store.cases.recordsOfKind(caseId, kind));
                        for (const store::RecordView &record : records)
                            TRY_VOID(store.cases.remove(record.id));
                    }
                    return true;
                })
                .has_value());
    harness.settle();
}

std::vector<base::ChangeId> moved(WrongFile &work, base::RecordId record)
{
    const auto changes = work.harness.inStore<std::vector<base::ChangeId>>([&](OpenStore &store) {
        return moveMisfiled(store, {work.wrong(), record, work.right()});
    });
    return changes.value_or(std::vector<base::ChangeId>());
}

Object completedAudit()
{
    Object fields{{"instrument", "audit-c"},
                  {"version", "1.0.0"},
                  {"status", "completed"},
                  {"score", 7},
                  {"trained", true},
                  {"startedAt", "2025-10-16T08:00:00Z"},
                  {"completedAt", "2025-10-16T08:10:00Z"}};
    for (const auto &[item, option] : {std::pair("1", "4-or-more-a-week"), {"2", "5-6"}, {"3", "less-than-monthly"}})
        fields.set("answers/" + std::string(item), Object{{"option", option}});
    return fields;
}

} // namespace

TEST_CASE("a signed act goes with its times, says that it was signed, and is signed anew")
{
    WrongFile work;
    work.note = work.add("act", {{"form", "report"}, {"version", "1.0.0"}, {"gives/decision", "2025-10-20"}});
    RecordViewModel &page = work.open(work.wrong(), work.note);
    // A device that was unlocked just now asks no more.
    work.harness.clock().advance(std::chrono::minutes(3));
    page.sign();
    confirmPassphrase(work.harness, *page.confirm(), std::string(app::TrainingPassphrase));
    REQUIRE_FALSE(page.signedText().isEmpty());
    page.misfiled()->open();
    CHECK(page.misfiled()->goesText().contains(QStringLiteral("Signaturen följer inte med.")));
    page.misfiled()->close();
    work.harness.settle();
    work.moveFrom(page);
    CHECK(page.misfiled()->sealText().startsWith(QStringLiteral("Förd på fel person")));
    CHECK_FALSE(page.canEdit());

    const auto there = movedTo(work.harness, work.right(), "act");
    REQUIRE(there.size() == 1);
    CHECK(there.front().text("gives/decision") == "2025-10-20");
    CHECK(there.front().instant("wasSignedAt").has_value());
    CHECK_FALSE(there.front().text("wasSignedByName").empty());
    RecordViewModel &right = work.open(work.right(), there.front().id);
    CHECK(right.misfiled()->originText().contains(QStringLiteral("Signerades där")));
    CHECK(right.signedText().isEmpty());
    CHECK(right.canSign());
}

TEST_CASE("a worry about a child leaves the first file open to be closed and holds the right one")
{
    WrongFile work;
    forgetChildren(work.harness, work.wrong());
    forgetChildren(work.harness, work.right());
    const base::RecordId child = work.add(
        "child", {{"name", "Alva"}, {"childAge", "school"}, {"worry", "yes"}, {"worryAt", "2025-10-16T08:00:00Z"}});
    const base::RecordId check =
        work.add("safetyCheck", {{"child", child.toString()}, {"dangerNow", "no"}, {"need", "no"}});
    REQUIRE(rules::childrenObstacle(facts(work.harness, work.wrong()), "done") == "childrenWorry");
    REQUIRE(rules::openWorries(facts(work.harness, work.right())).empty());

    work.harness.app().openChildren(work.wrong());
    work.harness.settle();
    top<ChildrenViewModel>(work.harness).openChild(0);
    work.harness.settle();
    work.harness.tap(QStringLiteral("Förd på fel person"));
    work.harness.settle();
    auto &page = top<RecordViewModel>(work.harness);
    CHECK_FALSE(page.canSign());
    CHECK_FALSE(page.canAdd());
    work.moveFrom(page);

    CHECK(rules::openWorries(facts(work.harness, work.wrong())).empty());
    CHECK(rules::childrenObstacle(facts(work.harness, work.wrong()), "done") != "childrenWorry");
    CHECK(rules::childrenObstacle(facts(work.harness, work.right()), "done") == "childrenWorry");
    const auto children = movedTo(work.harness, work.right(), "child");
    REQUIRE(children.size() == 1);
    CHECK(children.front().text("worryAt") == "2025-10-16T08:00:00Z");
    const auto checks = movedTo(work.harness, work.right(), "safetyCheck");
    REQUIRE(checks.size() == 1);
    CHECK(checks.front().text("child") == children.front().id.toString());
    CHECK(casework::sealOf(work.read(check)));

    // Where it stood the page says so, without a name.
    page.goBack();
    work.harness.settle();
    auto &list = top<ChildrenViewModel>(work.harness);
    REQUIRE(list.sealedRows()->count() == 1);
    CHECK(list.children()->count() == 0);
    CHECK_FALSE(work.harness.shows(QStringLiteral("Alva")));
    list.openSealed(0);
    work.harness.settle();
    CHECK(top<RecordViewModel>(work.harness).isMisfiled());
}

TEST_CASE("a report about a child goes with the child and is not moved by itself")
{
    WrongFile work;
    const base::RecordId child = work.add("child", {{"name", "Alva"}, {"worry", "yes"}});
    const base::RecordId report = work.add("concernReport", {{"child", child.toString()}, {"concern", "made"}});
    RecordViewModel &page = work.open(work.wrong(), report);
    CHECK_FALSE(page.misfiled()->canMisfile());
    CHECK(work.harness.shows(QStringLiteral("flytta barnet, så följer det här med")));
    CHECK(moved(work, report).empty());
    work.harness.tap(QStringLiteral("Öppna barnet"));
    work.harness.settle();
    CHECK(top<RecordViewModel>(work.harness).misfiled()->canMisfile());
    // One about all of them stands by itself.
    const base::RecordId all = work.add("concernReport", {{"concern", "made"}, {"observed", "Ensam hemma."}});
    CHECK(work.open(work.wrong(), all).misfiled()->canMisfile());
}

TEST_CASE("a screening goes with answers, result, times and training, and comes back by undo")
{
    WrongFile work;
    work.note = work.add("assessment", completedAudit());
    work.harness.app().openResult(work.wrong(), work.note);
    work.harness.settle();
    auto &page = top<ResultViewModel>(work.harness);
    REQUIRE_FALSE(page.isMisfiled());
    work.moveFrom(page);
    CHECK(page.isMisfiled());
    CHECK(page.content()->title().isEmpty());
    CHECK_FALSE(page.canSign());
    CHECK_FALSE(page.canChange());

    const auto there = movedTo(work.harness, work.right(), "assessment");
    REQUIRE(there.size() == 1);
    for (const char *field : {"answers/1", "score", "startedAt", "completedAt", "trained", "status"}) {
        CAPTURE(field);
        REQUIRE(there.front().fields.find(field));
        CHECK(*there.front().fields.find(field) == *completedAudit().find(field));
    }
    work.harness.tap(QStringLiteral("Ångra"));
    work.harness.settle();
    CHECK_FALSE(page.isMisfiled());
    CHECK(movedTo(work.harness, work.right(), "assessment").empty());
}

TEST_CASE("an interview that is not done yet goes on in the right file")
{
    WrongFile work;
    Object fields = completedAudit();
    for (const char *field : {"answers/3", "completedAt", "score"})
        fields.remove(field);
    fields.set("status", "inProgress");
    work.note = work.add("assessment", fields);
    work.harness.app().openInterview({.instrument = {}, .caseId = work.wrong(), .assessment = work.note});
    work.harness.settle();
    top<InterviewViewModel>(work.harness).openOverview();
    work.harness.settle();
    work.harness.tap(QStringLiteral("Förd på fel person"));
    work.harness.settle();
    auto &page = top<ResultViewModel>(work.harness);
    work.moveFrom(page);
    CHECK(page.isMisfiled());
    const auto there = movedTo(work.harness, work.right(), "assessment");
    REQUIRE(there.size() == 1);
    CHECK(there.front().text("status") == "inProgress");
    CHECK(std::ranges::none_of(facts(work.harness, work.wrong()).assessments,
                               [&](const store::RecordView &each) { return each.id == work.note; }));
}

TEST_CASE("an interview that is longer than a line is moved whole, and taken back whole")
{
    WrongFile work;
    const std::string words(3900, 'a');
    const base::RecordId interview = work.add("assessment", {{"instrument", "asi-grund"}, {"status", "inProgress"}});
    for (int part = 0; part < 10; ++part) {
        Object more;
        for (int item = 0; item < 5; ++item)
            more.set("notes/" + std::to_string(part * 5 + item), words);
        REQUIRE(
            work.harness.inStore<base::ChangeId>([&](OpenStore &store) { return store.cases.edit(interview, more); })
                .has_value());
    }
    const auto changes = moved(work, interview);
    REQUIRE(changes.size() > 2);
    const auto there = movedTo(work.harness, work.right(), "assessment");
    REQUIRE(there.size() == 1);
    for (int item = 0; item < 50; ++item)
        CHECK(there.front().text("notes/" + std::to_string(item)) == words);
    CHECK_FALSE(there.front().conflicted);
    REQUIRE(
        work.harness.inStore<std::vector<base::ChangeId>>([&](OpenStore &store) { return store.cases.undo(changes); })
            .has_value());
    CHECK(movedTo(work.harness, work.right(), "assessment").empty());
    CHECK(work.read(interview).text("notes/49") == words);
}

TEST_CASE("what a colleague changed in an act without knowing stands beside what was moved, as a version of its own")
{
    WrongFile work;
    const base::RecordId act =
        work.add("act", {{"form", "report"}, {"version", "1.0.0"}, {"gives/decision", "2025-10-20"}});
    REQUIRE_FALSE(moved(work, act).empty());
    REQUIRE(work.harness
                .inStore<bool>([&](OpenStore &store) -> base::Result<bool> {
                    TRY_VOID(editByColleague(store, act, {{"gives/decision", "2025-10-27"}}));
                    return true;
                })
                .has_value());
    RecordViewModel &page = work.open(work.wrong(), act);
    REQUIRE(page.misfiled()->hasLate());
    work.harness.tap(QStringLiteral("Flytta det som kom till efteråt"));
    work.harness.settle();
    work.choose(page);
    work.harness.tap(QStringLiteral("Flytta"));
    work.harness.settle();
    CHECK_FALSE(page.misfiled()->hasLate());
    const auto there = movedTo(work.harness, work.right(), "act");
    REQUIRE(there.size() == 1);
    CHECK(there.front().conflicted);
    CHECK(there.front().allTexts("gives/decision").size() == 2);
}

TEST_CASE("nothing is moved while something about it is begun and not saved")
{
    WrongFile work;
    const auto keep = [&](const std::string &form, Object fields) {
        return work.harness
            .inStore<base::RecordId>([&](OpenStore &store) -> base::Result<base::RecordId> {
                const store::FormDraft draft{store.ids.makeId<base::RecordId>(), form, work.wrong(), fields};
                TRY_VOID(store.cases.keepForm(draft));
                return draft.id;
            })
            .value();
    };
    const auto draft = keep("note", {{"text", "Mer om"}, {"addendumTo", work.note.toString()}});
    RecordViewModel &page = work.open(work.wrong(), work.note);
    page.misfiled()->open();
    CHECK(page.misfiled()->problem().startsWith(QStringLiteral("Något om det här är påbörjat")));
    CHECK(moved(work, work.note).empty());
    REQUIRE(work.harness
                .inStore<bool>([&](OpenStore &store) -> base::Result<bool> {
                    TRY_VOID(store.cases.dropForm(draft));
                    return true;
                })
                .has_value());
    // Where a talk was left off is nothing typed.
    keep("interviewSitting", {{"record", work.note.toString()}, {"item", "1"}, {"typed", Object{}}});
    CHECK_FALSE(moved(work, work.note).empty());
}

TEST_CASE("a kill while somebody is chosen moves nothing, and one after the moving leaves both files whole")
{
    WrongFile work;
    work.note = work.add("assessment", completedAudit());
    work.harness.app().openResult(work.wrong(), work.note);
    work.harness.settle();
    work.harness.tap(QStringLiteral("Förd på fel person"));
    work.harness.settle();
    work.choose(top<ResultViewModel>(work.harness));
    work.harness.killAndRestart();
    work.harness.unlock();
    work.harness.settle();
    CHECK(movedTo(work.harness, work.right(), "assessment").empty());
    CHECK_FALSE(casework::sealOf(work.read(work.note)));
    work.harness.app().openResult(work.wrong(), work.note);
    work.harness.settle();
    work.moveFrom(top<ResultViewModel>(work.harness));
    work.harness.killAndRestart();
    work.harness.unlock();
    work.harness.settle();
    CHECK(movedTo(work.harness, work.right(), "assessment").size() == 1);
    CHECK(casework::sealOf(work.read(work.note)));
}
