// The whole app on a real server: news come at once, work goes at once, and the terms of the link are kept.
#include "tests/qml/linked_app.h"

using namespace faltakt;
using test::LinkedApp;
using Cost = platform::NetworkState::Cost;
using Reach = platform::NetworkState::Reach;

namespace {

constexpr int AtOnceMs = 2000;

} // namespace

TEST_CASE("what a colleague sends is on the open page at once, and nobody asked for it")
{
    LinkedApp link;
    link.setOnColleague(QStringLiteral("familyName"), QStringLiteral("Nystrand"));
    QProcess sync;
    QElapsedTimer timer;
    timer.start();
    link.office.beginColleague(sync, {QStringLiteral("sync")});
    link.harness.waitFor([&] { return link.harness.shows(QStringLiteral("Nystrand")); });
    const qint64 shown = timer.elapsed();
    REQUIRE((sync.state() == QProcess::NotRunning || sync.waitForFinished(20'000)));
    INFO("shown " << shown << " ms after the colleague's program was started to send it");
    WARN("shown " << shown << " ms after the colleague's program was started to send it");
    CHECK(shown < AtOnceMs);
    link.waitUntilListening();
}

TEST_CASE("what is written here is at the server at once, though a call is held open")
{
    LinkedApp link;
    const std::int64_t before = link.office.changes();
    link.writeHere("Nystrand");
    const qint64 took = link.untilServerHas(before, 20'000);
    WARN("at the server after " << took << " ms");
    CHECK(took >= 0);
    CHECK(took < AtOnceMs);
    link.harness.waitFor([&] { return link.status().isListening && link.status().counts.outbox == 0; });
}

TEST_CASE("a lock does not wait for the call that is held open, and no second program syncs the store before it")
{
    LinkedApp link;
    const QString folder = QString::fromStdString(link.harness.composition().workspace().selected().string());
    const auto sync = [&] {
        return link.office.run(QStringLiteral("faltakt-cli"),
                               {QStringLiteral("sync"), QStringLiteral("--store"), folder},
                               QByteArray(app::TrainingPassphrase.data(), app::TrainingPassphrase.size()) + '\n');
    };
    const auto refused = sync();
    INFO(refused.errors.toStdString());
    CHECK(refused.code == 1);
    CHECK(refused.errors.contains("in use"));

    QElapsedTimer timer;
    timer.start();
    link.harness.app().lockNow();
    link.harness.waitFor(
        [&] { return link.harness.composition().workspace().state() == viewmodels::Workspace::State::Locked; });
    CHECK(timer.elapsed() < 1000);

    const auto taken = sync();
    INFO(taken.errors.toStdString());
    // What keeps it out now is that the test's passphrase costs less than a program takes.
    CHECK_FALSE(taken.errors.contains("in use"));
}

TEST_CASE("a device that is revoked while it listens knows it at once")
{
    LinkedApp link;
    QElapsedTimer timer;
    timer.start();
    link.office.admin({QStringLiteral("device"), QStringLiteral("revoke"), link.ownDevice()});
    link.harness.waitFor([&] { return link.status().isRevoked; });
    WARN("known after " << timer.elapsed() << " ms");
    CHECK(timer.elapsed() < AtOnceMs);
    CHECK_FALSE(link.status().isListening);
}

TEST_CASE("an order to wipe reaches an app that listens at once, and what was written is at the server before")
{
    LinkedApp link;
    link.writeHere("Nystrand");
    link.harness.waitFor([&] { return link.status().isListening && link.status().counts.outbox == 0; });
    bool wiped = false;
    QObject::connect(&link.harness.composition().workspace(), &viewmodels::Workspace::orderedAway, &link.harness.app(),
                     [&](bool all) { wiped = all; });
    QElapsedTimer timer;
    timer.start();
    link.office.admin({QStringLiteral("device"), QStringLiteral("wipe"), link.ownDevice()});
    link.harness.waitFor([&] { return wiped; });
    WARN("wiped after " << timer.elapsed() << " ms");
    CHECK(timer.elapsed() < AtOnceMs);
    CHECK(link.harness.composition().workspace().state() == viewmodels::Workspace::State::NoDevice);
}

TEST_CASE("an order to lock reaches an app that listens at once, once, and the passphrase opens it again")
{
    LinkedApp link;
    const auto &workspace = link.harness.composition().workspace();
    QElapsedTimer timer;
    timer.start();
    link.office.admin({QStringLiteral("device"), QStringLiteral("lock"), link.ownDevice()});
    link.harness.waitFor([&] { return workspace.state() == viewmodels::Workspace::State::Locked; });
    WARN("locked after " << timer.elapsed() << " ms");
    CHECK(timer.elapsed() < AtOnceMs);
    link.harness.unlock();
    // It was confirmed: the device listens on, and is not locked by the same order again.
    link.waitUntilListening();
    CHECK(workspace.state() == viewmodels::Workspace::State::Open);
}

TEST_CASE("with the network again the news are there at once")
{
    LinkedApp link;
    link.harness.network().become({Reach::None, Cost::Unknown});
    link.harness.waitFor([&] { return !link.status().isListening; });
    link.setOnColleague(QStringLiteral("familyName"), QStringLiteral("Nystrand"));
    link.office.colleague({QStringLiteral("sync")});
    QTest::qWait(500);
    CHECK_FALSE(link.harness.shows(QStringLiteral("Nystrand")));
    link.harness.network().become({Reach::Some, Cost::Free});
    // Spread over two seconds, so that not all devices of a place come back together.
    link.harness.waitFor([&] { return link.harness.shows(QStringLiteral("Nystrand")); });
}

TEST_CASE("a system that is wrong about the network is told so on the page, and does not forbid the worker's order")
{
    LinkedApp link;
    link.harness.composition().settings().setMeteredUse(client::MeteredUse::Everything);
    link.harness.network().become({Reach::None, Cost::Unknown});
    link.harness.waitFor([&] { return !link.status().isListening; });
    const std::int64_t before = link.office.changes();
    link.writeHere("Nystrand");
    CHECK(link.untilServerHas(before, 1500) == -1);
    link.harness.app().openSync();
    link.harness.settle();
    CHECK(link.harness.shows(QStringLiteral("Enheten säger att den inte har nät")));
    link.harness.tap(QStringLiteral("Skicka nu"));
    CHECK(link.untilServerHas(before, 10'000) >= 0);
    // It works, so the server goes on telling at once what is new, and the page does not say otherwise.
    link.waitUntilListening();
    link.harness.settle();
    CHECK_FALSE(link.harness.shows(QStringLiteral("Enheten säger att den inte har nät")));
    CHECK(link.harness.shows(QStringLiteral("Ansluten. Nytt kommer direkt.")));
}

TEST_CASE("what is written goes by itself after a while though the system says that there is no network")
{
    LinkedApp link(std::chrono::seconds(3));
    link.harness.network().become({Reach::None, Cost::Unknown});
    link.harness.waitFor([&] { return !link.status().isListening; });
    const std::int64_t before = link.office.changes();
    // Somebody who goes on writing does not put it off.
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; timer.elapsed() < 20'000 && link.office.changes() == before; ++i) {
        link.writeHere("Nystrand " + std::to_string(i));
        QTest::qWait(300);
    }
    CHECK(link.office.changes() > before);
    CHECK(timer.elapsed() > 2000);
    // What such a way costs nobody knows: large files wait.
    CHECK_FALSE(link.harness.composition().workspace().link().largeTransfersAllowed());
}

TEST_CASE("a system that says that there is no network does not loosen the worker's choice for mobile data")
{
    LinkedApp link(std::chrono::milliseconds(200));
    link.harness.composition().settings().setMeteredUse(client::MeteredUse::Nothing);
    link.harness.network().become({Reach::None, Cost::Unknown});
    link.harness.waitFor([&] { return !link.status().isListening; });
    const std::int64_t before = link.office.changes();
    link.writeHere("Nystrand");
    CHECK(link.untilServerHas(before, 2000) == -1);
    link.harness.app().openSync();
    link.harness.settle();
    CHECK(link.harness.shows(QStringLiteral("Inget skickas av sig självt, som du har valt för mobildata")));
    CHECK_FALSE(link.harness.shows(QStringLiteral("Vi försöker ändå då och då")));
    link.harness.tap(QStringLiteral("Skicka nu"));
    CHECK(link.untilServerHas(before, 10'000) >= 0);
}

TEST_CASE("on mobile data only what the worker has chosen goes by itself; her own order always does")
{
    LinkedApp link;
    const auto choose = [&](client::MeteredUse use) { link.harness.composition().settings().setMeteredUse(use); };
    choose(client::MeteredUse::Nothing);
    link.harness.network().become({Reach::Some, Cost::Metered});
    link.harness.waitFor([&] { return !link.status().isListening; });
    const std::int64_t before = link.office.changes();
    link.writeHere("Nystrand");
    CHECK(link.untilServerHas(before, 2000) == -1);

    link.harness.app().openSync();
    link.harness.settle();
    CHECK(link.harness.shows(QStringLiteral("Inget skickas av sig självt, som du har valt")));
    CHECK(link.harness.shows(QStringLiteral("På mobildata skickas det när du trycker på Skicka nu")));
    link.harness.tap(QStringLiteral("Skicka nu"));
    CHECK(link.untilServerHas(before, 10'000) >= 0);
    link.harness.waitFor([&] { return link.status().counts.outbox == 0; });

    const std::int64_t sent = link.office.changes();
    link.writeHere("Nystrand II");
    CHECK(link.untilServerHas(sent, 1500) == -1);
    choose(client::MeteredUse::ChangesOnly);
    CHECK(link.untilServerHas(sent, 10'000) >= 0);
    CHECK_FALSE(link.status().isListening);
    CHECK_FALSE(link.harness.composition().workspace().link().largeTransfersAllowed());

    choose(client::MeteredUse::Everything);
    link.waitUntilListening();
}

TEST_CASE("what went over the line today is told, mobile data apart, and another day begins anew")
{
    LinkedApp link;
    viewmodels::AppSettings &settings = link.harness.composition().settings();
    const auto use = [&] { return settings.dataUseOf(QStringLiteral("2025-10-17")); };
    link.harness.waitFor([&] { return use().bytes > 2000; });
    CHECK(use().metered == 0);
    const qint64 before = use().bytes;

    link.harness.network().become({Reach::Some, Cost::Metered});
    link.writeHere("Nystrand");
    link.harness.waitFor([&] { return use().metered > 500; });
    CHECK(use().bytes >= before + use().metered);
    link.harness.app().openSync();
    link.harness.settle();
    CHECK(link.harness.shows(QStringLiteral("mobildata")));
    CHECK(link.harness.shows(QStringLiteral(" kB i dag, varav ")));

    const viewmodels::AppSettings kept(link.harness.composition().workspace().setup().dataFolder);
    CHECK(kept.dataUseOf(QStringLiteral("2025-10-17")).bytes > 0);
    link.harness.clock().advance(std::chrono::hours(24));
    CHECK(settings.dataUseOf(QStringLiteral("2025-10-18")).bytes == 0);
}
