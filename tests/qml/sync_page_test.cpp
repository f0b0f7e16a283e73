#include "qml/viewmodels/sync/sync_view_model.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>

using namespace faltakt;
using changelog::Verdict;
using changelog::VerdictKind;
using viewmodels::OpenStore;
using viewmodels::SyncViewModel;

namespace {

/// The server's answer to everything unsent: taken, or given back for a reason.
viewmodels::Workspace::Work<int> judge(VerdictKind kind, std::string reason = {})
{
    return [kind, reason = std::move(reason)](OpenStore &store) -> base::Result<int> {
        TRY(const store::SyncPosition position, store.cases.syncPosition());
        std::vector<Verdict> verdicts;
        for (std::int64_t n = position.acknowledged + 1; n <= position.n; ++n) {
            Verdict verdict{n, kind, {}, reason, {}};
            if (kind == VerdictKind::Accepted)
                verdict.receipt = changelog::Receipt{3'000'000 + n, store.clock.now(), {}};
            verdicts.push_back(std::move(verdict));
        }
        TRY_VOID(store.cases.applyVerdicts(position.epoch, verdicts));
        return int(verdicts.size());
    };
}

struct SyncDesk {
    SyncDesk() { open(); }
    void open()
    {
        harness.app().openSync();
        harness.settle();
    }
    SyncViewModel &page()
    {
        auto *page = dynamic_cast<SyncViewModel *>(harness.app().navigator()->top());
        REQUIRE(page);
        return *page;
    }
    void answer(VerdictKind kind, const std::string &reason = {})
    {
        REQUIRE(harness.inStore<int>(judge(kind, reason)).value() > 0);
        harness.settle();
    }
    std::int64_t count(std::int64_t store::StoreCounts::*which)
    {
        return harness
            .inStore<std::int64_t>([which](OpenStore &store) -> base::Result<std::int64_t> {
                TRY(const auto counts, store.cases.counts());
                return counts.*which;
            })
            .value();
    }

    test::AppHarness harness;
};

} // namespace

TEST_CASE("a training device says that it never sends, and has no button for it")
{
    SyncDesk desk;
    CHECK(desk.page().stateText().startsWith(QStringLiteral("Utbildning")));
    CHECK_FALSE(desk.page().canSend());
    CHECK_FALSE(desk.harness.findPressable(QStringLiteral("Skicka nu")));
}

TEST_CASE("what is only here waits by name, time and state")
{
    SyncDesk desk;
    REQUIRE(desk.page().waiting()->count() > 0);
    const auto &line = desk.page().waiting()->lines().front();
    CHECK_FALSE(line.text.isEmpty());
    CHECK_FALSE(line.trailing.isEmpty());
    CHECK(desk.page().waiting()->count() + desk.page().waitingOpenings()->count()
          == int(desk.count(&store::StoreCounts::outbox)));
    CHECK(desk.harness.shows(QStringLiteral("Sparat här")));
    CHECK(desk.harness.shows(QStringLiteral("Allt är sparat på enheten.")));
}

TEST_CASE("openings of files stand in one row that unfolds, and hide no work")
{
    SyncDesk desk;
    const auto person = desk.harness.inStore<base::CaseId>([](OpenStore &store) -> base::Result<base::CaseId> {
        TRY(const auto cases, store.cases.cases());
        const auto found = std::ranges::find_if(
            cases, [](const auto &each) { return !each.card.isProtected && each.card.stage != "closed"; });
        return found->caseId;
    });
    desk.harness.app().openPerson(person.value());
    desk.harness.settle();
    desk.harness.app().openSync();
    desk.harness.settle();
    REQUIRE(desk.page().waitingOpenings()->count() == 1);
    const QString title = desk.page().waitingOpenings()->lines().front().text;
    for (const auto &line : desk.page().waiting()->lines())
        CHECK(line.text != title);
    CHECK_FALSE(desk.harness.shows(title));
    desk.harness.tap(QStringLiteral("1 öppning av en akt"));
    CHECK(desk.harness.shows(title));
    desk.harness.tap(QStringLiteral("1 öppning av en akt"));
    CHECK_FALSE(desk.harness.shows(title));
}

TEST_CASE("what the server took moves to the received ones of today")
{
    SyncDesk desk;
    const int waiting = desk.page().waiting()->count();
    desk.answer(VerdictKind::Accepted);
    CHECK(desk.page().waiting()->count() == 0);
    CHECK(desk.page().received()->count() > 0);
    CHECK(desk.page().received()->count() <= waiting);
    CHECK(desk.page().received()->lines().front().trailing == QStringLiteral("13:07"));
}

TEST_CASE("what the server gave back says why, what it said and that it is kept, and can be sent again")
{
    SyncDesk desk;
    desk.answer(VerdictKind::Quarantined, "access");
    REQUIRE(desk.page().returned()->count() > 0);
    const auto &lines = desk.page().returned()->lines();
    CHECK(std::ranges::all_of(
        lines, [](const auto &line) { return line.kind.contains(QStringLiteral("Texten är kvar här")); }));
    CHECK(std::ranges::any_of(lines,
                              [](const auto &line) { return line.chip.contains(QStringLiteral("070-174 06 30")); }));
    const auto before = desk.count(&store::StoreCounts::returned);

    desk.page().sendAgain(QString::fromStdString(lines.front().key));
    desk.harness.settle();

    CHECK(desk.count(&store::StoreCounts::returned) < before);
    CHECK(desk.page().waiting()->count() > 0);
    CHECK_FALSE(desk.page().doneText().isEmpty());
}

TEST_CASE("a returned change goes for good only after a second press")
{
    SyncDesk desk;
    desk.answer(VerdictKind::Quarantined, "schema");
    const QString key = QString::fromStdString(desk.page().returned()->lines().front().key);
    const auto before = desk.count(&store::StoreCounts::returned);

    desk.page().askToDrop(key);
    CHECK(desk.count(&store::StoreCounts::returned) == before);
    desk.page().keep();
    desk.page().drop();
    desk.harness.settle();
    CHECK(desk.count(&store::StoreCounts::returned) == before);

    desk.page().askToDrop(key);
    desk.page().drop();
    desk.harness.settle();
    CHECK(desk.count(&store::StoreCounts::returned) == before - 1);
}

TEST_CASE("a returned change can be taken out as a file, on an explicit yes, and the export is logged")
{
    const QTemporaryDir home;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", home.path().toUtf8());
    REQUIRE(QDir(home.path()).mkdir(QStringLiteral("Documents")));
    SyncDesk desk;
    desk.answer(VerdictKind::Quarantined, "access");
    const auto unsent = desk.count(&store::StoreCounts::outbox);
    const auto line = desk.page().returned()->lines().front();
    desk.page().exportChange(QString::fromStdString(line.key));
    viewmodels::FileOffer &offer = *desk.page().exported();
    REQUIRE(offer.isOpen());
    offer.chooseFormat(1);
    offer.choosePlace(int(offer.places().indexOf(QStringLiteral("Documents"))));
    offer.save();
    CHECK(QDir(home.path() + QStringLiteral("/Documents")).isEmpty());
    offer.toggleAgreed();
    offer.save();
    // Logged first: until then there is no file.
    CHECK(QDir(home.path() + QStringLiteral("/Documents")).isEmpty());
    desk.harness.settle();
    QFile file(home.path() + QStringLiteral("/Documents/ändring-2025-10-17.txt"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(file.readAll()).contains(line.chip));
    CHECK(desk.count(&store::StoreCounts::outbox) == unsent + 1);
    qputenv("HOME", before);
}

TEST_CASE("hidden names are hidden in the lists of sync as well")
{
    SyncDesk desk;
    desk.harness.composition().settings().setNamesHidden(true);
    desk.harness.settle();
    const auto &lines = desk.page().waiting()->lines();
    REQUIRE_FALSE(lines.empty());
    CHECK(std::ranges::all_of(lines, [](const auto &line) {
        return line.secondary.startsWith(QStringLiteral("Ärende"))
               || line.secondary == QStringLiteral("Skyddad person");
    }));
}

TEST_CASE("a lock takes the lists away")
{
    SyncDesk desk;
    SyncViewModel &page = desk.page();
    desk.harness.app().lockNow();
    CHECK(page.waiting()->count() == 0);
    CHECK(page.received()->count() == 0);
}

TEST_CASE(
    "what was given back of a person's card tells nobody who it is while names are hidden, or the person is protected")
{
    const bool isProtected = GENERATE(false, true);
    SyncDesk desk;
    const auto person = desk.harness.inStore<base::RecordId>([](OpenStore &store) -> base::Result<base::RecordId> {
        TRY(const auto cases, store.cases.cases());
        const auto found = std::ranges::find_if(
            cases, [](const auto &each) { return !each.card.isProtected && each.card.stage != "closed"; });
        TRY(const auto persons, store.cases.recordsOfKind(found->caseId, "person"));
        return persons.front().id;
    });
    REQUIRE(person.has_value());
    const auto edit = [&](const base::json::Object &fields) {
        REQUIRE(desk.harness
                    .inStore<base::ChangeId>(
                        [person = *person, fields](OpenStore &store) { return store.cases.edit(person, fields); })
                    .has_value());
    };
    if (isProtected)
        edit({{"protection", "sekretessmarkering"}});
    desk.answer(VerdictKind::Accepted);
    edit({{"familyName", "Zlatkovic"}, {"identityNumber", "19900101-0001"}});
    desk.answer(VerdictKind::Quarantined, "access");
    const auto tells = [&] {
        desk.harness.settle();
        return std::ranges::any_of(desk.page().returned()->lines(), [](const auto &line) {
            return line.chip.contains(QStringLiteral("Zlatkovic")) || line.chip.contains(QStringLiteral("19900101"));
        });
    };
    CHECK(tells() == !isProtected);
    desk.harness.app().settings()->setNamesHidden(true);
    CHECK_FALSE(tells());
}
