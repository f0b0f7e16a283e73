// Who may read a file, when, and what becomes of it on the screen: protected people, files that were taken away, and the end
// of the time for which the device may be read.
#include "qml/viewmodels/contact/lob_contact_view_model.h"
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/interview/result_view_model.h"
#include "qml/viewmodels/note/note_view_model.h"
#include "qml/viewmodels/people/record_view_model.h"
#include "tests/qml/people_bench.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;
using namespace std::chrono_literals;

namespace {

std::vector<changelog::Change> openingsOf(AppHarness &harness, base::CaseId caseId)
{
    const auto lines =
        harness.inStore<std::vector<std::string>>([](OpenStore &store) { return store.cases.unsentLines(); }).value();
    std::vector<changelog::Change> openings;
    for (const std::string &line : lines) {
        const changelog::Change change = changelog::readChangeLine(line).value().change;
        if (change.caseId == caseId && change.sets.front().kind == "access")
            openings.push_back(change);
    }
    return openings;
}

std::string reasonOf(const changelog::Change &opening)
{
    const auto *reason = opening.sets.front().fields.find("reason");
    return reason && reason->string() ? *reason->string() : std::string();
}

/// The server orders that nothing of the case stays on this device.
void takeAway(AppHarness &harness, base::CaseId caseId)
{
    const auto done = harness.inStore<void>([caseId](OpenStore &store) {
        changelog::PullPage page;
        page.items.emplace_back(changelog::ForgetLine{caseId, {}, 100'000});
        return store.cases.applyPage(page);
    });
    REQUIRE(done.has_value());
    harness.settle();
}

/// The server has just been heard of, and lets the device be read for so long.
void setLease(AppHarness &harness, base::Duration fromNow)
{
    const base::Instant now = harness.clock().now();
    const auto done = harness.inStore<void>(
        [now, fromNow](OpenStore &store) { return store.cases.noteContact("log", now, now + fromNow); });
    REQUIRE(done.has_value());
    harness.settle();
}

/// Something of the person's file, for each page that reads one out.
void openPage(AppHarness &harness, base::CaseId caseId, const std::string &page)
{
    const auto first = [&](const std::string &kind) {
        const auto records = recordsOf(harness, caseId, kind);
        REQUIRE_FALSE(records.empty());
        return records.front().id;
    };
    if (page == "record")
        harness.app().openRecord(caseId, first("note"));
    else if (page == "result")
        harness.app().openResult(caseId, first("assessment"));
    else if (page == "interview")
        harness.app().openInterview({.instrument = "audit", .caseId = caseId});
    else if (page == "attempt")
        harness.app().openLobContact(caseId, std::nullopt);
    else
        harness.app().openPerson(caseId);
    harness.settle();
}

void giveReason(AppHarness &harness)
{
    ProtectedGate &gate = *harness.app().navigator()->top()->gate();
    gate.chooseReason(0);
    gate.enter();
    confirmPassphrase(harness, *gate.confirm(), std::string(app::TrainingPassphrase));
}

} // namespace

TEST_CASE("every page of a protected person's file stands behind the gate, and the one asked for opens")
{
    const std::string kind = GENERATE(as<std::string>(), "person", "record", "result", "interview", "attempt");
    INFO(kind);
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    protect(harness, caseId);
    const std::size_t before = openingsOf(harness, caseId).size();
    openPage(harness, caseId, kind);
    PageViewModel *page = harness.app().navigator()->top();
    REQUIRE(page->gate());
    CHECK(page->gate()->isShut());
    CHECK(harness.shows(QStringLiteral("Varför öppnar du?")));
    CHECK(openingsOf(harness, caseId).size() == before);
    giveReason(harness);
    CHECK(harness.app().navigator()->top() == page);
    CHECK_FALSE(page->gate()->isShut());
    CHECK_FALSE(harness.shows(QStringLiteral("Varför öppnar du?")));
    const auto after = openingsOf(harness, caseId);
    REQUIRE(after.size() == before + 1);
    CHECK(reasonOf(after.back()) == "Bokat möte eller samtal");
}

TEST_CASE("the reason holds while the person's file lies open, and not when it is opened anew or after a lock")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    protect(harness, caseId);
    openPage(harness, caseId, "person");
    giveReason(harness);
    openPage(harness, caseId, "record");
    CHECK_FALSE(harness.app().navigator()->top()->gate()->isShut());
    harness.app().lockNow();
    harness.waitFor([&] { return harness.composition().workspace().state() == Workspace::State::Locked; });
    harness.unlock();
    CHECK(harness.app().navigator()->top()->gate()->isShut());
    giveReason(harness);
    CHECK_FALSE(harness.app().navigator()->top()->gate()->isShut());
    harness.app().goTo(Router::Place::Today);
    openPage(harness, caseId, "record");
    CHECK(harness.app().navigator()->top()->gate()->isShut());
}

TEST_CASE("a file whose person becomes protected while it lies open is covered")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    openPage(harness, caseId, "record");
    REQUIRE_FALSE(top<RecordViewModel>(harness).fact().isEmpty());
    protect(harness, caseId);
    CHECK(top<RecordViewModel>(harness).fact().isEmpty());
    CHECK(harness.shows(QStringLiteral("Varför öppnar du?")));
}

TEST_CASE("the opening of a single record is logged too")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    const std::size_t before = openingsOf(harness, caseId).size();
    openPage(harness, caseId, "record");
    CHECK(openingsOf(harness, caseId).size() == before + 1);
}

TEST_CASE("a file that was being opened when the device locked opens after it")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    harness.app().openPerson(caseId);
    harness.app().lockNow();
    harness.waitFor([&] { return harness.composition().workspace().state() == Workspace::State::Locked; });
    harness.unlock();
    harness.settle();
    CHECK_FALSE(top<PersonViewModel>(harness).isLoading());
    CHECK(top<PersonViewModel>(harness).timeline()->rowCount() > 0);
}

TEST_CASE("a file that is taken away goes from the screen")
{
    const std::string kind = GENERATE(as<std::string>(), "person", "record", "result", "attempt");
    INFO(kind);
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    const auto person = recordsOf(harness, caseId, "person").front();
    const QString name = QString::fromStdString(person.text("familyName"));
    openPage(harness, caseId, kind);
    const QStringList before = harness.words();
    takeAway(harness, caseId);
    PageViewModel *page = harness.app().navigator()->top();
    CHECK_FALSE(page->isLoading());
    CHECK(page->problem() == QStringLiteral("Det finns inte längre på den här enheten. Inget annat har ändrats."));
    CHECK(harness.shows(page->problem()));
    CHECK_FALSE(harness.shows(name));
    if (kind == "person")
        CHECK(top<PersonViewModel>(harness).timeline()->rowCount() == 0);
    if (kind == "record")
        CHECK(top<RecordViewModel>(harness).fact().isEmpty());
    if (kind == "result")
        CHECK_FALSE(top<ResultViewModel>(harness).content()->shown());
}

TEST_CASE("when the device may be read no longer what it shows goes at once, and comes back with the next contact")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    PersonViewModel &page = openPerson(harness, caseId);
    const QString title = page.title();
    REQUIRE(page.timeline()->rowCount() > 0);
    setLease(harness, 1h);
    CHECK(page.title() == title);
    setLease(harness, -1min);
    CHECK(page.timeline()->rowCount() == 0);
    CHECK(page.title().isEmpty());
    CHECK_FALSE(page.isLoading());
    CHECK_FALSE(harness.shows(title));
    setLease(harness, 240h);
    CHECK(page.title() == title);
    CHECK(page.problem().isEmpty());
    CHECK(page.timeline()->rowCount() > 0);
}

TEST_CASE("after the end of reading a note can still be written, and tells no name")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    const QString name = QString::fromStdString(person.card.shortName);
    harness.app().openNote(person.caseId, {}, {});
    harness.settle();
    auto &page = top<NoteViewModel>(harness);
    page.editText(QStringLiteral("Hon mår bättre"));
    REQUIRE(page.personText().contains(name.section(QLatin1Char(' '), 0, 0)));
    setLease(harness, -1min);
    CHECK(page.text() == QStringLiteral("Hon mår bättre"));
    CHECK(page.personText().isEmpty());
    CHECK(page.people()->rowCount() == 0);
    page.save();
    harness.settle();
    CHECK(page.isSaved());
    CHECK(std::ranges::any_of(recordsOf(harness, person.caseId, "note"),
                              [](const auto &note) { return note.text("text") == "Hon mår bättre"; }));
}

TEST_CASE("after the end of reading an attempt can still be noted, and what is typed is kept")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    setLease(harness, -1min);
    openPage(harness, caseId, "attempt");
    auto &page = top<LobContactViewModel>(harness);
    CHECK(page.header()->personName().isEmpty());
    CHECK(page.outcomes()->count() > 0);
    page.callers()->choose(0);
    page.talk()->editText(QStringLiteral("Ville tala mer"));
    harness.app().lockNow();
    harness.waitFor([&] { return harness.composition().workspace().state() == Workspace::State::Locked; });
    harness.unlock();
    harness.settle();
    CHECK(page.step() == LobContactViewModel::Step::Talk);
    CHECK(page.talk()->text() == QStringLiteral("Ville tala mer"));
}

TEST_CASE("after the end of reading a new interview can be held, and one that was begun before is not shown")
{
    AppHarness harness;
    const base::CaseId caseId = longestFile(harness);
    setLease(harness, -1min);
    openPage(harness, caseId, "interview");
    auto &page = top<InterviewViewModel>(harness);
    CHECK(page.problem().isEmpty());
    CHECK(page.whoseText().isEmpty());
    REQUIRE(page.stage() == InterviewViewModel::Stage::Asking);
    harness.waitFor([&] { return !page.isDeaf(); });
    const QString first = page.question();
    page.choose(0);
    harness.waitFor([&] { return page.question() != first; });
    harness.settle();
    CHECK(page.stage() == InterviewViewModel::Stage::Asking);
    harness.app().lockNow();
    harness.waitFor([&] { return harness.composition().workspace().state() == Workspace::State::Locked; });
    harness.unlock();
    harness.settle();
    CHECK(page.stage() == InterviewViewModel::Stage::Opening);
    CHECK_FALSE(page.problem().isEmpty());
}
