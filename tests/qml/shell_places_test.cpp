// Where the worker is comes back: after a lock, after a kill; and never to somebody else.
#include "core/casework/demo_pages.h"
#include "sync/client/training_store.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

using namespace faltakt;
using test::AppHarness;
using viewmodels::AppViewModel;
using viewmodels::OpenStore;
using viewmodels::PagePlace;
using viewmodels::Router;

namespace {

base::CaseId somePerson(AppHarness &harness)
{
    const auto found = harness.inStore<base::CaseId>([](OpenStore &store) -> base::Result<base::CaseId> {
        TRY(const auto rows, store.cases.cases());
        for (const store::CaseRow &row : rows)
            if (!row.card.isProtected && row.card.stage != "closed")
                return row.caseId;
        return base::fail(base::ErrorCode::NotFound, "nobody");
    });
    REQUIRE(found.has_value());
    return *found;
}

std::vector<std::string> kindsOf(AppHarness &harness)
{
    std::vector<std::string> kinds;
    for (const PagePlace &place : harness.app().navigator()->places())
        kinds.push_back(place.kind);
    return kinds;
}

void lock(AppHarness &harness)
{
    harness.app().lockNow();
    harness.waitFor([&] { return harness.app().cover() == AppViewModel::Cover::Lock; });
    harness.settle();
}

} // namespace

TEST_CASE("after a lock the same page lies open, and a line says so")
{
    AppHarness harness;
    harness.app().openSettings();
    harness.settle();
    lock(harness);
    harness.unlock();
    CHECK(kindsOf(harness) == std::vector<std::string>{"settings"});
    CHECK(harness.shows(QStringLiteral("Du är tillbaka")));
    harness.app().back();
    harness.settle();
    CHECK_FALSE(harness.shows(QStringLiteral("Du är tillbaka")));
}

TEST_CASE("after a kill the pages that lay open are opened again, on their place")
{
    AppHarness harness;
    harness.app().goTo(Router::Place::People);
    const base::CaseId person = somePerson(harness);
    harness.app().openPerson(person);
    harness.app().openHelp(QStringLiteral("person"));
    harness.settle();
    harness.killAndRestart();
    CHECK(harness.app().navigator()->depth() == 1);
    harness.unlock();
    CHECK(harness.app().place() == Router::Place::People);
    CHECK(kindsOf(harness) == std::vector<std::string>{"person", "help"});
    CHECK(viewmodels::caseOf(harness.app().navigator()->places().front()) == person);
}

TEST_CASE("a sheet that lay open is not opened again after a kill")
{
    AppHarness harness;
    harness.app().openNew();
    harness.settle();
    harness.killAndRestart();
    harness.unlock();
    CHECK(harness.app().navigator()->depth() == 1);
}

TEST_CASE("keeping the place sends nothing and reads no page again")
{
    AppHarness harness;
    int told = 0;
    QObject::connect(&harness.composition().workspace(), &viewmodels::Workspace::contentChanged, [&] { ++told; });
    harness.app().openSettings();
    harness.settle();
    CHECK(told == 0);
}

TEST_CASE("what was read before a lock is not shown after it")
{
    AppHarness harness;
    auto &workspace = harness.composition().workspace();
    bool answered = false;
    QObject context;
    workspace.read<int>(
        &context, [](OpenStore &) { return base::Result<int>(7); },
        [&](const base::Result<int> &) { answered = true; });
    workspace.lock();
    harness.waitFor([&] { return workspace.state() == viewmodels::Workspace::State::Locked; });
    harness.settle();
    CHECK_FALSE(answered);
}

TEST_CASE("another worker on the device sees none of the pages that lay open")
{
    AppHarness harness;
    auto &workspace = harness.composition().workspace();
    const auto folder = workspace.setup().dataFolder / "workers" / "second";
    const auto made =
        client::createTrainingStore(folder,
                                    {crypto::SecretBytes::copyOf(base::bytesOf(app::TrainingPassphrase)),
                                     crypto::KdfCost::forTests(),
                                     base::WorkerId(base::Uuid({2, 2, 2, 2, 2, 2, 0x72, 2, 0x82, 2, 2, 2, 2, 2, 2, 2})),
                                     "Maria Holm",
                                     "Täby",
                                     "taby",
                                     {}},
                                    viewmodels::fieldEnvironment(workspace.setup()));
    REQUIRE(made.has_value());
    harness.app().openPerson(somePerson(harness));
    harness.settle();
    lock(harness);
    workspace.select(folder);
    harness.unlock();
    CHECK(harness.app().workerName() == QStringLiteral("Maria Holm"));
    CHECK(kindsOf(harness).empty());
    CHECK(harness.app().place() == Router::Place::Today);
    CHECK(harness.app().workerInitials() == QStringLiteral("MH"));
}

TEST_CASE("every kind of page survives being written down and read")
{
    const base::CaseId person(base::Uuid({1}));
    const base::RecordId record(base::Uuid({2}));
    const base::ScratchId scratch(base::Uuid({3}));
    viewmodels::InterviewOrder order;
    order.instrument = "audit";
    order.caseId = person;
    order.assessment = record;
    const viewmodels::Whereabouts before{
        Router::Place::Guidance,
        {viewmodels::personPlace(person), viewmodels::lobContactPlace(person, record),
         viewmodels::contactPlace(std::nullopt, record), viewmodels::interviewPlace(order),
         viewmodels::resultPlace(person, record), viewmodels::scratchResultPlace(scratch),
         viewmodels::notePlace(person, std::nullopt, record), viewmodels::recordPlace(person, record),
         viewmodels::conflictPlace(record, "phone"), viewmodels::namedPlace("call-list"),
         viewmodels::namedPlace("new-person"), viewmodels::namedPlace("guidance-card", "audit-zones")}};
    const auto text = base::json::serialise(base::json::Value(viewmodels::toJson(before)));
    const auto read = base::json::parse(text);
    REQUIRE(read.has_value());
    const viewmodels::Whereabouts after = viewmodels::whereaboutsFrom(*read->object());
    CHECK(after.place == before.place);
    CHECK(after.pages == before.pages);
}

TEST_CASE("a place that this version does not know is passed over")
{
    AppHarness harness;
    CHECK_FALSE(viewmodels::openPlace(harness.app(), {"hologram"}));
    CHECK_FALSE(viewmodels::openPlace(harness.app(), {"person"}));
    CHECK_FALSE(viewmodels::openPlace(harness.app(), {"interview", {{"name", "audit"}}}));
    CHECK(harness.app().navigator()->depth() == 1);
    const viewmodels::Whereabouts odd = viewmodels::whereaboutsFrom({{"place", 77}, {"pages", "x"}});
    CHECK(odd.place == Router::Place::Today);
    CHECK(odd.pages.empty());
}
