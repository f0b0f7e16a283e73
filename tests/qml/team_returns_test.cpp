// What a team's leader is shown of what the server did not take.
#include "qml/app/tour_team.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/sync/team_returns_view_model.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace faltakt;
using protocol::QuarantinePage;
using viewmodels::OpenStore;
using viewmodels::TeamReturnsViewModel;

namespace {

struct LeaderDesk {
    LeaderDesk()
    {
        const auto row = harness.inStore<store::CaseRow>([](OpenStore &store) -> base::Result<store::CaseRow> {
            TRY(const auto cases, store.cases.cases());
            return *std::ranges::find_if(
                cases, [](const auto &each) { return !each.card.isProtected && each.card.stage != "closed"; });
        });
        caseId = row.value().caseId;
        name = viewmodels::personName(row->card, false);
        harness.app().openTeamReturns();
        harness.settle();
    }
    TeamReturnsViewModel &page()
    {
        auto *page = dynamic_cast<TeamReturnsViewModel *>(harness.app().navigator()->top());
        REQUIRE(page);
        return *page;
    }
    QuarantinePage told() { return app::teamReturnsOf(caseId, harness.clock(), random); }
    void answer(base::Result<QuarantinePage> page)
    {
        this->page().ask();
        harness.settle(); // The training device has no server; what it says to that comes first.
        this->page().take(std::move(page));
        harness.settle();
    }
    std::int64_t changesHere()
    {
        return harness
            .inStore<std::int64_t>([](OpenStore &store) -> base::Result<std::int64_t> {
                TRY(const auto counts, store.cases.counts());
                return counts.changes + counts.returned + counts.outbox;
            })
            .value();
    }

    test::AppHarness harness;
    base::SeededRandom random{7};
    base::CaseId caseId;
    QString name;
};

} // namespace

TEST_CASE("without the server the leader's page says when it can be shown, and can be tried again")
{
    LeaderDesk desk;
    CHECK(desk.page().isOffline());
    CHECK(desk.harness.shows(QStringLiteral("kan visas när du är ansluten")));
    CHECK(desk.harness.findPressable(QStringLiteral("Försök igen")));
    CHECK(desk.page().emptyText().isEmpty());
    desk.harness.tap(QStringLiteral("Försök igen"));
    desk.harness.settle();
    CHECK(desk.page().isOffline());
}

TEST_CASE("a leader reads who wrote what about whom, what happened and what helps")
{
    LeaderDesk desk;
    desk.answer(desk.told());
    CHECK_FALSE(desk.page().isOffline());
    const auto &lines = desk.page().lines()->lines();
    REQUIRE(lines.size() == 3);
    CHECK(desk.harness.shows(QStringLiteral("Ringde brodern, som lovar att följa med på måndag.")));
    CHECK(lines[0].secondary.startsWith(QStringLiteral("Skrivet av Robin Al om ") + desk.name));
    CHECK(lines[0].tone == QStringLiteral("Bygger på 1 annan som inte togs emot"));
    CHECK(lines[1].kind.contains(QStringLiteral("Robin Al har inte rätt till akten")));
    // Nobody here knows what its author has done with it since.
    CHECK(lines[1].kind.contains(QStringLiteral("bör vara kvar på den enheten, om den inte redan har skickats igen")));
    CHECK_FALSE(lines[1].kind.contains(QStringLiteral("Texten är kvar")));
    CHECK(lines[1].tone.isEmpty());
    CHECK(lines[1].trailing == QStringLiteral("i dag 12:27"));
    CHECK(lines[2].kind.contains(QStringLiteral("Exportera texten")));
    CHECK(desk.harness.shows(QStringLiteral("Hämtat i dag 13:07. Det sparas inte på enheten.")));
}

TEST_CASE("what was said in a talk about safety, or may have been, is counted on the leader's page and not told")
{
    LeaderDesk desk;
    const bool isKnown = GENERATE(true, false);
    auto told = desk.told();
    changelog::RecordSet &set = told.lines[0].line->change.sets.front();
    set.record = base::RecordId::parse("01890000-0000-7000-8000-00000000abcd").value();
    set.kind = "assessment";
    set.fields = base::json::Object{{"answers/danger-now", base::json::parse(R"({"boolean":true})").value()},
                                    {"answers/safe-contact", base::json::parse(R"({"text":"Ring systern."})").value()}};
    if (isKnown)
        set.fields.set("instrument", "freda");
    desk.answer(std::move(told));
    CHECK(desk.page().lines()->lines().front().chip
          == (isKnown ? QStringLiteral("Svar i ett trygghetssamtal, 3 uppgifter")
                      : QStringLiteral("Svar i ett formulär som inte är känt här, 2 uppgifter")));
    CHECK_FALSE(desk.harness.shows(QStringLiteral("danger")));
    CHECK_FALSE(desk.harness.shows(QStringLiteral("Ring systern")));
}

TEST_CASE("what a colleague can still save is left to the colleague; what nobody else can save is exported")
{
    const QTemporaryDir home;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", home.path().toUtf8());
    REQUIRE(QDir(home.path()).mkdir(QStringLiteral("Documents")));
    LeaderDesk desk;
    desk.answer(desk.told());
    const auto unsent = desk.changesHere();
    desk.page().exportLine(QStringLiteral("0"));
    CHECK_FALSE(desk.page().exported()->isOpen());
    desk.harness.tap(QStringLiteral("Exportera"));
    viewmodels::FileOffer &offer = *desk.page().exported();
    REQUIRE(offer.isOpen());
    offer.chooseFormat(1);
    offer.choosePlace(int(offer.places().indexOf(QStringLiteral("Documents"))));
    offer.toggleAgreed();
    offer.save();
    // Logged first: until then there is no file.
    CHECK(offer.doneText().isEmpty());
    CHECK(QDir(home.path() + QStringLiteral("/Documents")).isEmpty());
    desk.harness.settle();
    QFile file(home.path() + QStringLiteral("/Documents/ändring-2025-10-17.txt"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    CHECK(text.contains(QStringLiteral("vill ringa själv på tisdag")));
    CHECK(text.contains(QStringLiteral("Sam Lind")));
    CHECK(desk.changesHere() > unsent); // The export's own line in the log of readings.
    qputenv("HOME", before);
}

TEST_CASE("what a leader was told is not in the store, and gone at the lock")
{
    LeaderDesk desk;
    const auto before = desk.changesHere();
    desk.answer(desk.told());
    CHECK(desk.changesHere() == before);
    TeamReturnsViewModel &page = desk.page();
    desk.harness.app().lockNow();
    CHECK(page.lines()->count() == 0);
    CHECK(page.askedText().isEmpty());
    desk.harness.unlock();
    desk.harness.settle();
    // It was not remembered: the server is asked anew, which this device does not have.
    CHECK(desk.page().isOffline());
    CHECK(desk.page().lines()->count() == 0);
}

TEST_CASE("a leader who may be told no longer is shown nothing of what was told before")
{
    LeaderDesk desk;
    desk.answer(desk.told());
    desk.answer(base::fail(base::ErrorCode::Unreachable, "no line"));
    CHECK(desk.page().lines()->count() == 3);
    CHECK(desk.page().isOffline());
    desk.answer(base::fail(base::ErrorCode::Refused, "no leader"));
    CHECK(desk.page().lines()->count() == 0);
    CHECK(desk.harness.shows(QStringLiteral("bara för den som leder ett team")));
    desk.answer(desk.told());
    CHECK(desk.page().lines()->count() == 3);
    CHECK(desk.page().problem().isEmpty());
}

TEST_CASE("hidden names are hidden from the leader's page as well, and come back without asking again")
{
    LeaderDesk desk;
    desk.answer(desk.told());
    desk.harness.composition().settings().setNamesHidden(true);
    desk.harness.settle();
    REQUIRE(desk.page().lines()->count() == 3);
    for (const auto &line : desk.page().lines()->lines())
        CHECK_FALSE(line.secondary.contains(desk.name));
    desk.harness.composition().settings().setNamesHidden(false);
    desk.harness.settle();
    REQUIRE(desk.page().lines()->count() == 3);
    CHECK(desk.page().lines()->lines().front().secondary.contains(desk.name));
}

TEST_CASE("a page without lines claims no more than it knows, and older pages stand behind the later ones")
{
    LeaderDesk desk;
    desk.answer(QuarantinePage{});
    CHECK(desk.harness.shows(QStringLiteral("Inget att visa av det du har rätt att se.")));
    CHECK_FALSE(desk.harness.findPressable(QStringLiteral("Visa äldre")));

    auto first = desk.told();
    first.before = 17;
    desk.answer(first);
    CHECK(desk.page().emptyText().isEmpty());
    CHECK(desk.harness.findPressable(QStringLiteral("Visa äldre")));
    desk.page().take(desk.told());
    desk.harness.settle();
    CHECK(desk.page().lines()->count() == 6);
    CHECK_FALSE(desk.harness.findPressable(QStringLiteral("Visa äldre")));
    // From the beginning: what was here makes way.
    desk.answer(desk.told());
    CHECK(desk.page().lines()->count() == 3);
}

TEST_CASE("a line that cannot be read, and a file that is not on this device, are told as what they are")
{
    LeaderDesk desk;
    auto page = desk.told();
    page.lines.at(0).line.reset();
    page.lines.at(0).caseId.reset();
    page = QuarantinePage{
        {page.lines.at(0), app::teamReturnsOf(base::CaseId(), desk.harness.clock(), desk.random).lines.at(2)}, {}};
    desk.answer(page);
    const auto &lines = desk.page().lines()->lines();
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].text == QStringLiteral("Rad som inte kan läsas"));
    CHECK(lines[0].kind.contains(QStringLiteral("Den här versionen av appen kan inte läsa raden")));
    CHECK(lines[0].iconName.isEmpty());
    CHECK(lines[0].chip.isEmpty());
    CHECK(lines[1].secondary == QStringLiteral("Skrivet av Sam Lind. Akten finns inte på den här enheten"));
}

TEST_CASE("who leads no team has no way to the leader's page")
{
    LeaderDesk desk;
    desk.harness.app().openSync();
    desk.harness.settle();
    CHECK_FALSE(desk.harness.findPressable(QStringLiteral("Inte mottaget i teamet")));
}

TEST_CASE("what is on the page is exported as what it is, also while the next answer is being put into words")
{
    LeaderDesk desk;
    desk.answer(desk.told());
    desk.page().ask();
    desk.harness.settle();
    desk.page().take(QuarantinePage{});
    desk.page().exportLine(QStringLiteral("2"));
    REQUIRE(desk.page().exported()->isOpen());
    CHECK(desk.page().exported()->lines().join(u' ').contains(QStringLiteral("vill ringa själv på tisdag")));
    desk.harness.settle();
    CHECK(desk.page().lines()->count() == 0);
}

TEST_CASE("a refusal takes away also what is still being put into words")
{
    LeaderDesk desk;
    desk.page().ask();
    desk.harness.settle();
    desk.page().take(desk.told());
    desk.page().take(base::fail(base::ErrorCode::Refused, "no leader"));
    desk.harness.settle();
    CHECK(desk.page().lines()->count() == 0);
}

TEST_CASE("of a file that is not here the answer itself says that the person is protected: hidden, and not exported")
{
    LeaderDesk desk;
    const auto caseId = base::CaseId();
    auto page = app::teamReturnsOf(caseId, desk.harness.clock(), desk.random);
    page.lines.erase(page.lines.begin(), page.lines.begin() + 2);
    changelog::Change change = page.lines.front().line->change;
    change.sets = {{base::RecordId(), "person", {{"givenName", "Hemlig"}, {"protection", "sekretessmarkering"}}, {}}};
    page.lines.push_back(page.lines.front());
    page.lines.back().line = changelog::sealChange(std::move(change));
    desk.answer(page);
    REQUIRE(desk.page().lines()->count() == 2);
    CHECK_FALSE(desk.harness.shows(QStringLiteral("Hemlig")));
    CHECK(desk.harness.shows(QStringLiteral("Skyddad uppgift")));
    CHECK_FALSE(desk.harness.findPressable(QStringLiteral("Exportera")));
    CHECK(desk.harness.shows(QStringLiteral("kan inte exporteras härifrån")));
    for (const auto &line : desk.page().lines()->lines())
        CHECK(line.iconName.isEmpty());
}

TEST_CASE("past pages without a line the leader's page looks further back by itself, so far and no farther")
{
    LeaderDesk desk;
    desk.page().ask();
    desk.harness.settle();
    const auto takeEmpty = [&](std::int64_t before) { desk.page().take(QuarantinePage{{}, before}); };
    takeEmpty(100);
    CHECK(desk.page().isAsking());
    CHECK(desk.page().askingText() == QStringLiteral("Letar längre bak …"));
    // What it asked for has an answer of its own here: the training device has no server.
    desk.harness.settle();
    int pages = 1;
    for (; pages < 100; ++pages) {
        takeEmpty(100 - pages);
        if (!desk.page().isAsking())
            break;
    }
    CHECK(pages == 19);
    desk.harness.settle();
    CHECK(desk.page().emptyText().contains(QStringLiteral("Välj Visa äldre")));
}

TEST_CASE("of a file that is not here the server logs the export, and until it says so there is no file")
{
    const QTemporaryDir home;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", home.path().toUtf8());
    REQUIRE(QDir(home.path()).mkdir(QStringLiteral("Documents")));
    LeaderDesk desk;
    desk.answer(app::teamReturnsOf(base::CaseId(), desk.harness.clock(), desk.random));
    desk.page().exportLine(QStringLiteral("2"));
    viewmodels::FileOffer &offer = *desk.page().exported();
    REQUIRE(offer.isOpen());
    offer.choosePlace(int(offer.places().indexOf(QStringLiteral("Documents"))));
    offer.toggleAgreed();
    const auto changes = desk.changesHere();
    offer.save();
    desk.harness.settle();
    // The training device has no server to tell.
    CHECK_FALSE(offer.problem().isEmpty());
    CHECK(offer.doneText().isEmpty());
    CHECK(QDir(home.path() + QStringLiteral("/Documents")).isEmpty());
    // Nothing is written of a file that is not here: it would begin one.
    CHECK(desk.changesHere() == changes);
    qputenv("HOME", before);
}

TEST_CASE("an export counts as logged where the server answers with that line alone")
{
    LeaderDesk desk;
    auto page = desk.told();
    const protocol::QuarantineRequest::Export wanted{desk.caseId, page.lines.at(2).line->change.id};
    const auto logged = [&](const base::Result<QuarantinePage> &answer) {
        return TeamReturnsViewModel::exportLogged(wanted, answer).has_value();
    };
    page.lines.at(2).change = wanted.change;
    CHECK(logged(QuarantinePage{{page.lines.at(2)}, {}}));
    // An older server takes it for a question for the page.
    CHECK_FALSE(logged(page));
    CHECK_FALSE(logged(QuarantinePage{{page.lines.at(2)}, 17}));
    CHECK_FALSE(logged(QuarantinePage{{page.lines.at(0)}, {}}));
    CHECK_FALSE(logged(QuarantinePage{}));
    CHECK_FALSE(logged(base::fail(base::ErrorCode::NotFound, "line")));
}

TEST_CASE("an export that was called off before it was logged leaves no file")
{
    const QTemporaryDir home;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", home.path().toUtf8());
    REQUIRE(QDir(home.path()).mkdir(QStringLiteral("Documents")));
    LeaderDesk desk;
    desk.answer(desk.told());
    desk.page().exportLine(QStringLiteral("2"));
    viewmodels::FileOffer &offer = *desk.page().exported();
    offer.choosePlace(int(offer.places().indexOf(QStringLiteral("Documents"))));
    offer.toggleAgreed();
    offer.save();
    desk.page().take(base::fail(base::ErrorCode::Refused, "no leader"));
    desk.harness.settle();
    CHECK_FALSE(offer.isOpen());
    CHECK(QDir(home.path() + QStringLiteral("/Documents")).isEmpty());
    qputenv("HOME", before);
}
