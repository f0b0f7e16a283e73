#include "qml/viewmodels/conflict/aligned_texts.h"
#include "qml/viewmodels/conflict/conflict_view_model.h"
#include "qml/viewmodels/today/today_view_model.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"
#include "tests/support/colleague.h"

#include <algorithm>

using namespace faltakt;
using base::json::Object;
using test::AppHarness;
using viewmodels::ConflictViewModel;
using viewmodels::OpenStore;

namespace {

/// Where a conflict stands.
struct Spot {
    base::CaseId caseId;
    base::RecordId record;
    std::string field;
};

base::Result<Spot> contactWaysConflict(OpenStore &store)
{
    TRY(const auto conflicts, store.cases.conflicts());
    const auto found = std::ranges::find(conflicts, "contactWays", &store::ConflictRow::field);
    if (found == conflicts.end())
        return base::fail(base::ErrorCode::NotFound, "no conflict in the training data");
    return Spot{found->caseId, found->record, found->field};
}

base::Result<store::RecordView> someNote(OpenStore &store)
{
    TRY(const auto rows, store.cases.cases());
    for (const store::CaseRow &row : rows) {
        if (row.card.isProtected || row.card.stage == "closed")
            continue;
        TRY(auto notes, store.cases.recordsOfKind(row.caseId, "note"));
        for (store::RecordView &note : notes)
            if (!note.text("text").empty())
                return std::move(note);
    }
    return base::fail(base::ErrorCode::NotFound, "a note in the training data");
}

base::Result<Spot> noteConflict(OpenStore &store, const Object &mine, const Object &theirs)
{
    TRY(const store::RecordView note, someNote(store));
    TRY(const auto state, store.cases.recordState(note.id));
    changelog::RecordSet set = changelog::makeEdit(*state, theirs);
    TRY_VOID(store.cases.edit(note.id, mine));
    TRY_VOID(test::receiveFromColleague(store, std::move(set), note.caseId));
    return Spot{note.caseId, note.id, "text"};
}

base::Result<Spot> interpreterConflict(OpenStore &store)
{
    TRY(const store::RecordView note, someNote(store));
    TRY(const auto persons, store.cases.recordsOfKind(note.caseId, "person"));
    const base::RecordId person = persons.front().id;
    TRY(const auto state, store.cases.recordState(person));
    changelog::RecordSet set = changelog::makeEdit(*state, {{"interpreter", "so"}});
    TRY_VOID(store.cases.edit(person, {{"interpreter", "fi"}}));
    TRY_VOID(test::receiveFromColleague(store, std::move(set), note.caseId));
    return Spot{note.caseId, person, "interpreter"};
}

base::Result<Spot> deletionConflict(OpenStore &store)
{
    TRY(const store::RecordView note, someNote(store));
    TRY(const auto state, store.cases.recordState(note.id));
    changelog::RecordSet set = changelog::makeDelete(*state);
    TRY_VOID(store.cases.edit(note.id, {{"text", "Jag skrev vidare."}}));
    TRY_VOID(test::receiveFromColleague(store, std::move(set), note.caseId));
    return Spot{note.caseId, note.id, "deleted"};
}

struct Desk {
    explicit Desk(viewmodels::Workspace::Work<Spot> make)
    {
        const auto found = harness.inStore<Spot>(std::move(make));
        INFO((found ? std::string() : found.error().toString()));
        REQUIRE(found.has_value());
        spot = *found;
        open();
    }
    void open()
    {
        harness.app().openConflict(spot.record, spot.field);
        harness.settle();
    }
    ConflictViewModel &page()
    {
        auto *page = dynamic_cast<ConflictViewModel *>(harness.app().navigator()->top());
        REQUIRE(page);
        return *page;
    }
    viewmodels::ConflictVersion &version(int row)
    {
        const auto index = page().versions()->index(row);
        auto *found = page()
                          .versions()
                          ->data(index, viewmodels::VersionListModel::VersionRole)
                          .value<viewmodels::ConflictVersion *>();
        REQUIRE(found);
        return *found;
    }
    std::string textNow()
    {
        const auto note = harness.inStore<store::RecordView>([id = spot.record](OpenStore &store) {
            auto record = store.cases.record(id);
            return base::Result<store::RecordView>(**record);
        });
        return note->text("text");
    }
    bool stands()
    {
        return harness
            .inStore<bool>([spot = spot](OpenStore &store) -> base::Result<bool> {
                TRY(const auto rows, store.cases.conflictsOfRecord(spot.record));
                return std::ranges::find(rows, spot.field, &store::ConflictRow::field) != rows.end();
            })
            .value();
    }

    void lockAndUnlock()
    {
        harness.app().lockNow();
        harness.waitFor(
            [&] { return harness.composition().workspace().state() == viewmodels::Workspace::State::Locked; });
        harness.unlock();
        harness.settle();
    }
    void colleagueChooses(const std::string &text)
    {
        REQUIRE(harness
                    .inStore<bool>([&](OpenStore &store) -> base::Result<bool> {
                        TRY_VOID(test::editByColleague(store, spot.record, {{spot.field, text}}));
                        return true;
                    })
                    .has_value());
        harness.settle();
    }

    test::AppHarness harness;
    Spot spot;
};

auto texts(std::string mine, std::string theirs)
{
    return [mine = std::move(mine), theirs = std::move(theirs)](OpenStore &store) {
        return noteConflict(store, {{"text", mine}}, {{"text", theirs}});
    };
}

} // namespace

TEST_CASE("two versions stand newest first, each with its author, and none is chosen")
{
    Desk desk(contactWaysConflict);
    REQUIRE(desk.page().versions()->rowCount() == 2);
    CHECK(desk.version(0).author() == QStringLiteral("Du"));
    CHECK(desk.version(1).author() == QStringLiteral("En kollega"));
    CHECK(desk.version(0).lines()->lines().front().text.contains(QStringLiteral("070-174 06 30")));
    CHECK(desk.version(1).lines()->lines().front().text.contains(QStringLiteral("070-174 06 44")));
    CHECK(desk.page().before().contains(QStringLiteral("07")));
    CHECK(desk.page().isStanding());
    CHECK(desk.stands());
}

TEST_CASE("one press lets a version hold, and undoing puts both back under their authors")
{
    Desk desk(texts("Min text.", "Hennes text."));
    const QString mine = desk.version(0).when();
    const QString theirs = desk.version(1).when();

    desk.page().use(desk.version(1).key());
    desk.harness.settle();

    CHECK(desk.textNow() == "Hennes text.");
    CHECK_FALSE(desk.stands());
    CHECK(desk.page().doneText() == QStringLiteral("Sparat."));

    desk.page().undo();
    desk.harness.settle();

    CHECK(desk.stands());
    REQUIRE(desk.page().versions()->rowCount() == 2);
    CHECK(desk.version(0).heading() == QStringLiteral("Du, ") + mine);
    CHECK(desk.version(1).heading() == QStringLiteral("En kollega, ") + theirs);
}

TEST_CASE("of two texts only the sentences that differ are marked")
{
    Desk desk(texts("Hon vill minska. Vi ses på torsdag.", "Hon vill sluta helt. Vi ses på torsdag."));
    const auto &lines = desk.version(0).lines()->lines();
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].kind == QStringLiteral("changed"));
    CHECK(lines[0].text == QStringLiteral("Hon vill minska."));
    CHECK(lines[1].kind == QStringLiteral("same"));
}

TEST_CASE("of two long texts what both say stands once, and what differs stands beside each other on a tablet")
{
    const std::string shared =
        "Vi pratade om sommaren, om arbetet och om hur det går med sömnen, som är bättre än i våras.";
    const std::string rest = "Hon vill att vi hörs igen nästa vecka, helst på förmiddagen och inte på jobbet.";
    Desk desk(
        texts(shared + " Hon vill minska. " + rest, shared + " Hon vill sluta helt. " + rest + " Brodern var med."));
    REQUIRE(desk.page().isCompared());
    const auto &rows = desk.page().rows()->lines();
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].kind == QStringLiteral("same"));
    CHECK(rows[1].kind == QStringLiteral("differs"));
    CHECK(rows[1].text == QStringLiteral("Hon vill minska."));
    CHECK(rows[1].secondary == QStringLiteral("Hon vill sluta helt."));
    CHECK(rows[2].kind == QStringLiteral("same"));
    CHECK(rows[3].text.isEmpty());
    CHECK(rows[3].secondary == QStringLiteral("Brodern var med."));

    // Not by colour alone: whose it is stands at each, and a reader says that it differs.
    const auto place = [&](const QString &words) {
        for (QQuickItem *item : desk.harness.elements())
            if (AppHarness::nameOf(item) == words)
                return item->mapToScene(QPointF());
        FAIL("not on the screen: " << words.toStdString());
        return QPointF();
    };
    CHECK(desk.harness.shows(QStringLiteral("Skiljer sig, Du")));
    CHECK(desk.harness.shows(QStringLiteral("Skiljer sig, En kollega")));
    CHECK(desk.harness.shows(QStringLiteral("Står inte här")));
    const QString mine = QStringLiteral("Hon vill minska.");
    const QString theirs = QStringLiteral("Hon vill sluta helt.");
    CHECK(place(theirs).y() > place(mine).y());
    CHECK(place(theirs).x() == place(mine).x());
    desk.harness.window().resize(1280, 800);
    desk.harness.settle();
    CHECK(place(theirs).y() == place(mine).y());
    CHECK(place(theirs).x() > place(mine).x());
    CHECK(desk.harness.textFaults().isEmpty());

    desk.harness.tap(QStringLiteral("Använd den här, En kollega"));
    CHECK_FALSE(desk.stands());
    CHECK(desk.textNow().ends_with("Brodern var med."));
}

TEST_CASE("aligned texts hold each sentence of both, whatever the order in which they were compared")
{
    using Sentences = std::vector<base::ComparedSentence>;
    const auto words = [](const auto &lines, auto which) {
        QString all;
        for (const auto &line : lines)
            all += (line.kind == QStringLiteral("same") ? line.text : line.*which) + QLatin1Char(' ');
        return all;
    };
    using Line = viewmodels::LineListModel::Line;
    const Sentences first = {{"A. ", false}, {"B. ", true}, {"C. ", false}};
    const Sentences second = {{"A. ", false}, {"C. ", false}, {"D. ", true}};
    const auto rows = viewmodels::alignedLines(first, second);
    CHECK(words(rows, &Line::text).simplified() == QStringLiteral("A. B. C."));
    CHECK(words(rows, &Line::secondary).simplified() == QStringLiteral("A. C. D."));

    // More shared ones in one text than in the other: nothing is left out.
    const auto uneven = viewmodels::alignedLines({{"A. ", false}, {"A. ", false}, {"B.", true}}, {{"A. ", false}});
    CHECK(words(uneven, &Line::text).simplified() == QStringLiteral("A. A. B."));
    CHECK(viewmodels::alignedLines({}, {}).empty());
}

TEST_CASE("a language that is kept as a code stands in words, and nobody is asked to write the code")
{
    Desk desk(interpreterConflict);
    REQUIRE(desk.page().isStanding());
    CHECK(desk.harness.shows(QStringLiteral("finska")));
    CHECK(desk.harness.shows(QStringLiteral("somaliska")));
    CHECK_FALSE(desk.harness.words().contains(QStringLiteral("fi")));
    CHECK_FALSE(desk.harness.words().contains(QStringLiteral("so")));
    CHECK_FALSE(desk.page().canWrite());
    CHECK_FALSE(desk.page().canKeepBoth());
}

TEST_CASE("both texts may be kept, the older first")
{
    Desk desk(texts("Min text.", "Hennes text."));
    desk.page().keepBoth();
    desk.harness.settle();
    CHECK(desk.textNow() == "Hennes text.\n\nMin text.");
    CHECK_FALSE(desk.stands());
}

TEST_CASE("both lists may be kept: an element that both changed stays in both forms")
{
    Desk desk(contactWaysConflict);
    desk.page().keepBoth();
    desk.harness.settle();
    CHECK_FALSE(desk.stands());
    CHECK(desk.page().standing().contains(QStringLiteral("070-174 06 30")));
    CHECK(desk.page().standing().contains(QStringLiteral("070-174 06 44")));
}

TEST_CASE("a new text starts from the version that was touched and replaces both")
{
    Desk desk(texts("Min text.", "Hennes text."));
    desk.page().write(desk.version(1).key());
    CHECK(desk.page().written() == QStringLiteral("Hennes text."));
    desk.page().edit(QStringLiteral("Vår text."));
    desk.page().saveWritten();
    desk.harness.settle();
    CHECK(desk.textNow() == "Vår text.");
    CHECK_FALSE(desk.page().isWriting());
}

TEST_CASE("a new text that was not saved is there again after a lock and after a crash")
{
    Desk desk(texts("Min text.", "Hennes text."));
    desk.page().write(desk.version(0).key());
    desk.page().edit(QStringLiteral("Halvfärdig"));
    desk.harness.waitFor([&] {
        const auto forms = desk.harness.inStore<std::size_t>([](OpenStore &store) -> base::Result<std::size_t> {
            TRY(const auto all, store.cases.forms());
            return std::size_t(std::ranges::count(all, "conflict", &store::FormDraft::form));
        });
        return forms && *forms == 1;
    });

    desk.harness.killAndRestart();
    desk.harness.unlock();
    desk.open();

    CHECK(desk.page().isWriting());
    CHECK(desk.page().written() == QStringLiteral("Halvfärdig"));
    CHECK(desk.stands());
}

TEST_CASE("a new text is there again after a lock that comes with the last key")
{
    Desk desk(texts("Min text.", "Hennes text."));
    desk.page().write(desk.version(0).key());
    desk.page().edit(QStringLiteral("Halvfär"));
    desk.page().edit(QStringLiteral("Halvfärdig"));
    desk.lockAndUnlock();
    CHECK(desk.page().isWriting());
    CHECK(desk.page().written() == QStringLiteral("Halvfärdig"));
}

TEST_CASE("a new text to which somebody has chosen meanwhile is still the worker's, and I dag leads to it")
{
    Desk desk(texts("Min text.", "Hennes text."));
    desk.page().write(desk.version(0).key());
    desk.page().edit(QStringLiteral("Vår text."));
    desk.colleagueChooses("Kollegans val.");
    REQUIRE_FALSE(desk.stands());
    desk.lockAndUnlock();
    CHECK(desk.page().standing() == QStringLiteral("Kollegans val."));
    REQUIRE(desk.page().isWriting());
    CHECK(desk.page().written() == QStringLiteral("Vår text."));
    CHECK(desk.harness.fieldTexts().contains(QStringLiteral("Vår text.")));

    desk.harness.app().back();
    desk.harness.app().goTo(viewmodels::Router::Place::Today);
    desk.harness.settle();
    auto *today = dynamic_cast<viewmodels::TodayViewModel *>(desk.harness.app().navigator()->top());
    REQUIRE(today);
    int row = 0;
    while (today->rows()->row(row)
           && today->rows()->row(row)->what != QStringLiteral("Påbörjad text till två versioner"))
        ++row;
    REQUIRE(today->rows()->row(row));
    today->openRow(row);
    desk.harness.settle();
    REQUIRE(desk.page().isWriting());

    desk.page().saveWritten();
    desk.harness.settle();
    CHECK(desk.textNow() == "Vår text.");
    desk.page().undo();
    desk.harness.settle();
    CHECK(desk.textNow() == "Kollegans val.");
}

TEST_CASE("a new text that was given up can be taken up again")
{
    Desk desk(texts("Min text.", "Hennes text."));
    desk.page().write(desk.version(0).key());
    desk.page().edit(QStringLiteral("Halvfärdig"));
    desk.harness.tap(QStringLiteral("Sluta skriva"));
    REQUIRE_FALSE(desk.page().isWriting());
    desk.harness.tap(QStringLiteral("Ångra"));
    CHECK(desk.page().isWriting());
    CHECK(desk.page().written() == QStringLiteral("Halvfärdig"));
    desk.lockAndUnlock();
    CHECK(desk.page().written() == QStringLiteral("Halvfärdig"));
}

TEST_CASE("deleted by one and changed by another: both ways out are open")
{
    Desk desk(deletionConflict);
    REQUIRE(desk.page().isDeletion());
    const auto isDeleted = [&](int row) {
        return desk.version(row).lines()->lines().front().kind == QStringLiteral("deleted");
    };
    const int kept = isDeleted(0) ? 1 : 0;
    CHECK(isDeleted(1 - kept));
    CHECK(desk.version(kept).lines()->lines().front().text.contains(QStringLiteral("Jag skrev vidare.")));

    desk.page().use(desk.version(kept).key());
    desk.harness.settle();

    CHECK_FALSE(desk.stands());
    CHECK(desk.textNow() == "Jag skrev vidare.");
}

TEST_CASE("opening the versions is written into the file's reading log")
{
    Desk desk(contactWaysConflict);
    const auto isLogged = desk.harness.inStore<bool>([spot = desk.spot](OpenStore &store) -> base::Result<bool> {
        TRY(const auto lines, store.cases.unsentLines());
        return std::ranges::any_of(lines, [&](const std::string &line) {
            const auto read = changelog::readChangeLine(line);
            return read && read->change.caseId == spot.caseId && read->change.sets.front().kind == "access";
        });
    });
    CHECK(isLogged.value());
}
