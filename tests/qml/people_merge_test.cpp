// Two files of one person that are shown as one, and apart again.
#include "qml/viewmodels/child/children_view_model.h"
#include "qml/viewmodels/people/people_view_model.h"
#include "qml/viewmodels/people/tied_files.h"
#include "qml/viewmodels/today/today_view_model.h"
#include "tests/qml/people_bench.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

struct TwoFiles {
    TwoFiles()
    {
        for (const store::CaseRow &row : casesOf(harness))
            if (!row.card.isProtected && !row.card.shortName.empty() && row.card.stage != "closed" && files.size() < 2
                && isFoundAlone(harness, row) && !recordsOf(harness, row.caseId, "contact").empty())
                files.push_back(row);
        REQUIRE(files.size() == 2);
    }
    base::CaseId main() const { return files[0].caseId; }
    base::CaseId other() const { return files[1].caseId; }

    /// By the sheet, as a worker does it.
    PersonViewModel &tie()
    {
        PersonViewModel &page = openPerson(harness, main());
        page.chooseTab(1);
        harness.settle();
        harness.tap(QStringLiteral("Samma person finns i en annan akt"));
        harness.settle();
        MergeViewModel &merge = *page.merge();
        REQUIRE(merge.isOpen());
        merge.chooser()->search(QString::fromStdString(files[1].card.caseNumber));
        harness.settle();
        REQUIRE(merge.chooser()->count() == 1);
        merge.chooser()->choose(0);
        harness.tap(QStringLiteral("Visa som en"));
        harness.settle();
        return page;
    }
    std::vector<base::CaseId> listed()
    {
        harness.app().goTo(Router::Place::People);
        harness.settle();
        auto &people = top<PeopleViewModel>(harness);
        std::vector<base::CaseId> cases;
        for (int row = 0; row < people.rows()->rowCount(); ++row)
            cases.push_back(people.rows()->row(row)->caseId);
        return cases;
    }
    bool lists(base::CaseId caseId)
    {
        const auto cases = listed();
        return std::ranges::find(cases, caseId) != cases.end();
    }
    std::size_t entriesOf(base::CaseId caseId)
    {
        return harness
            .inStore<std::vector<store::TimelineRow>>(
                [caseId](OpenStore &store) { return store.cases.timeline(caseId, 1000); })
            .value()
            .size();
    }

    AppHarness harness;
    std::vector<store::CaseRow> files;
};

int readWhole(TimelineListModel &timeline, AppHarness &harness)
{
    while (timeline.canFetchMore({})) {
        timeline.fetchMore({});
        harness.settle();
    }
    return timeline.rowCount();
}

} // namespace

TEST_CASE(
    "two files of one person are one view: one line among people, one timeline, and what is to be done stands there")
{
    TwoFiles two;
    const std::size_t both = two.entriesOf(two.main()) + two.entriesOf(two.other());
    PersonViewModel &page = two.tie();
    REQUIRE(page.merge()->files()->rowCount() == 1);
    CHECK(readWhole(*page.timeline(), two.harness) == int(both));
    // Newest first over both, each entry once.
    std::set<std::string> keys;
    for (int row = 0; row < page.timeline()->rowCount(); ++row) {
        CHECK(keys.insert(page.timeline()->row(row)->key).second);
        if (row > 0)
            CHECK(page.timeline()->row(row)->place.at <= page.timeline()->row(row - 1)->place.at);
    }
    CHECK(two.lists(two.main()));
    CHECK_FALSE(two.lists(two.other()));
    // Whoever is looked for by what stands in the other file is found here.
    auto &people = top<PeopleViewModel>(two.harness);
    people.search(QString::fromStdString(two.files[1].card.caseNumber));
    two.harness.settle();
    REQUIRE(people.rows()->rowCount() == 1);
    CHECK(people.rows()->row(0)->caseId == two.main());
    // I dag names the one.
    two.harness.app().goTo(Router::Place::Today);
    two.harness.settle();
    auto &today = top<TodayViewModel>(two.harness);
    for (int row = 0; row < today.rows()->rowCount(); ++row)
        if (today.rows()->row(row)->caseId == two.other())
            CHECK(today.rows()->row(row)->who.contains(QString::fromStdString(two.files[0].card.shortName)));
}

TEST_CASE("the files keep all that stands in them, the link is one change, and undo takes it back")
{
    TwoFiles two;
    const auto before = recordsOf(two.harness, two.other(), "person").front().fields;
    two.tie();
    CHECK(recordsOf(two.harness, two.other(), "person").front().fields == before);
    const auto matter = recordsOf(two.harness, two.other(), "case").front();
    CHECK(matter.text("mergedInto") == two.main().toString());
    two.harness.tap(QStringLiteral("Ångra"));
    two.harness.settle();
    CHECK(recordsOf(two.harness, two.other(), "case").front().text("mergedInto").empty());
    CHECK(two.lists(two.other()));
}

TEST_CASE("files are taken apart from either of them")
{
    const bool fromTied = GENERATE(false, true);
    TwoFiles two;
    two.tie();
    PersonViewModel &page = openPerson(two.harness, fromTied ? two.other() : two.main());
    page.chooseTab(1);
    two.harness.settle();
    REQUIRE(page.merge()->files()->rowCount() == 1);
    page.merge()->untie(0);
    two.harness.settle();
    CHECK(page.merge()->files()->rowCount() == 0);
    CHECK(two.lists(two.other()));
    CHECK(two.lists(two.main()));
}

TEST_CASE("opening the one is logged for both")
{
    TwoFiles two;
    two.tie();
    two.harness.app().goTo(Router::Place::People);
    two.harness.settle();
    const auto opened = [&](base::CaseId caseId) {
        const auto lines =
            two.harness.inStore<std::vector<std::string>>([](OpenStore &store) { return store.cases.unsentLines(); });
        return std::ranges::count_if(lines.value(), [&](const std::string &line) {
            return line.find("\"access\"") != std::string::npos && line.find(caseId.toString()) != std::string::npos;
        });
    };
    const auto before = opened(two.other());
    openPerson(two.harness, two.main());
    CHECK(opened(two.other()) == before + 1);
}

TEST_CASE("two workers who tie the files the other way round at once lose neither")
{
    TwoFiles two;
    for (const auto &[from, to] : {std::pair(two.main(), two.other()), std::pair(two.other(), two.main())}) {
        const auto record = recordsOf(two.harness, from, "case").front().id;
        REQUIRE(two.harness
                    .inStore<base::ChangeId>([record, to = to](OpenStore &store) {
                        return store.cases.edit(record, {{"mergedInto", to.toString()}});
                    })
                    .has_value());
    }
    CHECK(two.lists(two.main()) != two.lists(two.other()));
    // Apart they are apart, by one press.
    const base::CaseId shown = two.lists(two.main()) ? two.main() : two.other();
    PersonViewModel &page = openPerson(two.harness, shown);
    REQUIRE(page.merge()->files()->rowCount() == 1);
    page.merge()->untie(0);
    two.harness.settle();
    CHECK(two.lists(two.main()));
    CHECK(two.lists(two.other()));
}

TEST_CASE("somebody with protected identity is tied to nobody, and a level that comes later covers every file")
{
    TwoFiles two;
    SECTION("tied before")
    {
        two.tie();
        PersonViewModel &page = openPerson(two.harness, two.main());
        page.chooseTab(1);
        two.harness.settle();
        for (int row = 0; row < page.fields()->rowCount(); ++row)
            if (page.fields()->field(row) == "protection")
                page.changeField(row);
        page.field()->choose(0);
        page.field()->save();
        two.harness.settle();
        for (const base::CaseId &file : {two.main(), two.other()})
            CHECK(casework::protectionLevel(recordsOf(two.harness, file, "person").front()) == "sekretessmarkering");
    }
    SECTION("protected before")
    {
        protect(two.harness, two.other());
        const auto tied = two.harness.inStore<std::vector<base::ChangeId>>(
            [&](OpenStore &store) { return tieFile(store, two.main(), two.other()); });
        REQUIRE_FALSE(tied.has_value());
        CHECK(tied.error().code() == base::ErrorCode::Refused);
    }
    SECTION("itself")
    {
        const auto tied = two.harness.inStore<std::vector<base::ChangeId>>(
            [&](OpenStore &store) { return tieFile(store, two.main(), two.main()); });
        CHECK_FALSE(tied.has_value());
    }
}

namespace {

base::RecordId putIn(TwoFiles &two, base::CaseId caseId, const char *kind, const base::json::Object &fields)
{
    const auto made = two.harness.inStore<base::RecordId>([&](OpenStore &store) -> base::Result<base::RecordId> {
        const auto record = store.ids.makeId<base::RecordId>();
        TRY_VOID(store.cases.save({caseId, {changelog::makeCreation(record, kind, fields)}, {}}));
        return record;
    });
    REQUIRE(made);
    two.harness.settle();
    return *made;
}

/// A completed AUDIT of another day, as one of the caseload's.
void addAudit(TwoFiles &two, base::CaseId caseId, const char *at)
{
    for (const store::CaseRow &row : casesOf(two.harness))
        for (const store::RecordView &like : recordsOf(two.harness, row.caseId, "assessment"))
            if (like.text("instrument") == "audit" && like.text("status") == "completed") {
                base::json::Object fields = like.fields;
                fields.set("startedAt", at);
                fields.set("completedAt", at);
                putIn(two, caseId, "assessment", fields);
                return;
            }
    FAIL("nobody has an AUDIT");
}

} // namespace

TEST_CASE("results of both files are one series, and each says which file it is from")
{
    TwoFiles two;
    addAudit(two, two.main(), "2025-01-10T10:00:00Z");
    addAudit(two, two.other(), "2025-06-10T10:00:00Z");
    const auto pointsIn = [&](PersonViewModel &page) {
        page.chooseTab(2);
        two.harness.settle();
        for (int row = 0; row < page.series()->rowCount(); ++row) {
            const QModelIndex index = page.series()->index(row);
            if (page.series()->data(index, ResultSeriesListModel::TitleRole).toString() == QStringLiteral("AUDIT"))
                return page.series()
                    ->data(index, ResultSeriesListModel::ContentRole)
                    .value<ResultContent *>()
                    ->points()
                    ->rowCount();
        }
        return 0;
    };
    const auto alone = pointsIn(openPerson(two.harness, two.main()));
    REQUIRE(alone > 0);
    two.harness.app().back();
    two.harness.settle();
    PersonViewModel &page = two.tie();
    CHECK(pointsIn(page) > alone);
    CHECK(two.harness.shows(QStringLiteral("Ärende ") + QString::fromStdString(two.files[1].card.caseNumber)));
}

TEST_CASE("children of both files are one list, the chip is the gravest, and a child is opened in its own file")
{
    TwoFiles two;
    putIn(two, two.main(), "children", {{"answer", "none"}, {"at", "2025-10-17T08:00:00Z"}});
    const auto child =
        putIn(two, two.other(), "child", {{"name", "Kim"}, {"worry", "yes"}, {"worryAt", "2025-10-17T09:00:00Z"}});
    PersonViewModel &page = two.tie();
    CHECK(page.childrenText().contains(QStringLiteral("oro"), Qt::CaseInsensitive));
    page.openChildren();
    two.harness.settle();
    auto &children = top<ChildrenViewModel>(two.harness);
    REQUIRE(children.children()->lines().size() == 1);
    CHECK(children.children()->lines().front().key == child.toString());
    CHECK(
        children.children()->lines().front().secondary.contains(QString::fromStdString(two.files[1].card.caseNumber)));
    children.openChild(0);
    two.harness.settle();
    CHECK(two.harness.app().shownCase() == two.other());
}

TEST_CASE("what is arranged in the other file stands at the top of the one that is opened")
{
    TwoFiles two;
    const auto person = recordsOf(two.harness, two.other(), "person").front().id;
    REQUIRE(two.harness.inStore<base::ChangeId>([&](OpenStore &store) {
        return store.cases.edit(person, {{"flags", base::json::Object{{"0190a5d0-0000-7000-8000-000000000002",
                                                                       base::json::Object{{"code", "twoAtVisit"}}}}}});
    }));
    const auto mine = recordsOf(two.harness, two.main(), "person").front().id;
    REQUIRE(two.harness.inStore<base::ChangeId>([&](OpenStore &store) {
        return store.cases.edit(mine, {{"flags", base::json::Object()}});
    }));
    two.harness.settle();
    PersonViewModel &page = two.tie();
    const QString number = QString::fromStdString(two.files[1].card.caseNumber);
    CHECK(std::ranges::any_of(page.factTexts(), [&](const QString &fact) { return fact.contains(number); }));
}
