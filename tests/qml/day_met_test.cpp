// "Träffat i dag": several people at one press, counted with a finger on the whole app.
#include "qml/viewmodels/day/met_today_view_model.h"
#include "qml/viewmodels/today/today_view_model.h"
#include "tests/qml/day_bench.h"

using namespace faltakt;
using namespace faltakt::test;
using namespace faltakt::viewmodels;

namespace {

/// The first ones that can be ticked, and what the rows say.
std::vector<MetPeopleListModel::Row> firstRows(MetTodayViewModel &page, int count)
{
    std::vector<MetPeopleListModel::Row> rows;
    for (int index = 0; int(rows.size()) < count; ++index) {
        REQUIRE(page.people()->row(index));
        if (page.people()->row(index)->name != QStringLiteral("Skyddad person"))
            rows.push_back(*page.people()->row(index));
    }
    return rows;
}

MetTodayViewModel &open(AppHarness &app)
{
    app.app().openDay(DayPage::MetToday);
    app.settle();
    return top<MetTodayViewModel>(app);
}

std::size_t contactsOf(AppHarness &app, base::CaseId caseId) { return recordsOf(app, caseId, "contact").size(); }

} // namespace

TEST_CASE("three people met take at most five taps from I dag, and each gets a contact of her own")
{
    AppHarness app;
    std::vector<MetPeopleListModel::Row> met;
    {
        met = firstRows(open(app), 3);
        app.app().back();
        app.settle();
    }
    std::vector<std::size_t> before;
    for (const auto &row : met)
        before.push_back(contactsOf(app, row.caseId));
    app.countTapsAnew();
    app.tap(QStringLiteral("Träffat i dag"));
    app.settle();
    for (const auto &row : met)
        app.tap(row.name);
    app.tap(QStringLiteral("Spara hos 3 personer"));
    app.settle();
    CHECK(app.taps() <= 5);
    CHECK(app.shows(QStringLiteral("Sparat hos 3 personer")));
    for (std::size_t i = 0; i < met.size(); ++i) {
        const auto contacts = recordsOf(app, met[i].caseId, "contact");
        REQUIRE(contacts.size() == before[i] + 1);
        CHECK(contacts.back().text("outcome") == "reached");
        CHECK(contacts.back().text("way") == "place");
        CHECK(contacts.back().text("at") == base::formatInstant(app.clock().now()));
        CHECK(contacts.back().text("text").empty());
    }
    CHECK(formsNamed(app, MetForm::Name).empty());
}

TEST_CASE("one line stands with each of those met, and undo takes all of them back")
{
    AppHarness app;
    MetTodayViewModel &page = open(app);
    const auto met = firstRows(page, 2);
    const std::size_t before = contactsOf(app, met[0].caseId);
    for (const auto &row : met)
        app.tap(row.name);
    page.editText(QStringLiteral("Lagade mat ihop"));
    page.save();
    app.settle();
    for (const auto &row : met)
        CHECK(recordsOf(app, row.caseId, "contact").back().text("text") == "Lagade mat ihop");
    app.tap(QStringLiteral("Ångra"));
    app.settle();
    CHECK(contactsOf(app, met[0].caseId) == before);
    CHECK_FALSE(page.isSaved());
    CHECK(page.text() == QStringLiteral("Lagade mat ihop"));
    CHECK(page.chosenText() == QStringLiteral("2 valda"));
    CHECK(formsNamed(app, MetForm::Name).size() == 1);
}

TEST_CASE("nobody ticked: the page says what is missing, and nothing is saved")
{
    AppHarness app;
    MetTodayViewModel &page = open(app);
    page.editText(QStringLiteral("Bara text"));
    app.tap(QStringLiteral("Spara"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Kryssa för minst en person.")));
    CHECK_FALSE(page.isSaved());
    CHECK(page.text() == QStringLiteral("Bara text"));
}

TEST_CASE("what was ticked survives a kill and waits on I dag without a name")
{
    AppHarness app;
    MetTodayViewModel &begun = open(app);
    const auto met = firstRows(begun, 2);
    for (const auto &row : met)
        app.tap(row.name);
    begun.editText(QStringLiteral("Vid stationen"));
    app.waitFor([&] {
        const auto forms = formsNamed(app, MetForm::Name);
        return forms.size() == 1 && readMetForm(forms.front().fields).text == "Vid stationen";
    });
    app.killAndRestart();
    app.unlock();
    app.settle();
    app.app().goTo(Router::Place::Today);
    app.settle();
    auto &today = top<TodayViewModel>(app);
    int at = -1;
    for (int index = 0; index < today.rows()->rowCount(); ++index)
        if (today.rows()->row(index)->field == MetForm::Name)
            at = index;
    REQUIRE(at >= 0);
    CHECK(today.rows()->row(at)->who == QStringLiteral("Flera personer"));
    today.openRow(at);
    app.settle();
    auto &page = top<MetTodayViewModel>(app);
    CHECK(page.text() == QStringLiteral("Vid stationen"));
    CHECK(page.chosenText() == QStringLiteral("2 valda"));
    page.save();
    app.settle();
    for (const auto &row : met)
        CHECK(recordsOf(app, row.caseId, "contact").back().text("text") == "Vid stationen");
}

TEST_CASE("the page goes on with what was begun, whichever way it is opened")
{
    AppHarness app;
    MetTodayViewModel &first = open(app);
    const auto met = firstRows(first, 1);
    app.tap(met[0].name);
    app.app().back();
    app.settle();
    app.tap(QStringLiteral("Nytt"));
    app.settle();
    app.tap(QStringLiteral("Träffat i dag"));
    app.settle();
    CHECK(top<MetTodayViewModel>(app).chosenText() == QStringLiteral("1 vald"));
    CHECK(formsNamed(app, MetForm::Name).size() == 1);
    top<MetTodayViewModel>(app).discard();
    app.settle();
    CHECK(formsNamed(app, MetForm::Name).empty());
}

TEST_CASE("whoever was found by a search and ticked stays in sight and is saved")
{
    AppHarness app;
    MetTodayViewModel &page = open(app);
    const store::CaseRow person = somebody(app);
    page.search(QString::fromStdString(person.card.caseNumber));
    app.settle();
    REQUIRE(page.people()->count() >= 1);
    const base::CaseId found = page.people()->row(0)->caseId;
    page.toggle(0);
    page.search({});
    app.settle();
    bool isInSight = false;
    for (int index = 0; index < page.people()->count(); ++index)
        isInSight = isInSight || (page.people()->row(index)->caseId == found && page.people()->row(index)->isChosen);
    CHECK(isInSight);
    const std::size_t before = contactsOf(app, found);
    page.save();
    app.settle();
    CHECK(contactsOf(app, found) == before + 1);
}

TEST_CASE("while the device is locked nobody's name stands on the page; what was ticked is there afterwards")
{
    AppHarness app;
    const auto met = firstRows(open(app), 1);
    app.tap(met[0].name);
    app.app().lockNow();
    app.waitFor([&] { return app.composition().workspace().state() == Workspace::State::Locked; });
    CHECK_FALSE(app.shows(met[0].name));
    app.unlock();
    app.settle();
    CHECK(top<MetTodayViewModel>(app).chosenText() == QStringLiteral("1 vald"));
}

TEST_CASE("a form about people who were met reads what it wrote, and takes no harm from what it did not")
{
    MetForm form;
    form.people = {base::CaseId(base::Uuid({1})), base::CaseId(base::Uuid({2}))};
    form.way = "visit";
    form.text = "x";
    form.at = base::Instant(std::chrono::milliseconds(5000));
    const MetForm read = readMetForm(toJson(form));
    CHECK(read.people == form.people);
    CHECK(read.way == "visit");
    CHECK(read.text == "x");
    CHECK(read.at == form.at);
    CHECK(readMetForm({{"people", "no list"}, {"way", ""}}).isEmpty());
    CHECK(readMetForm({{"people", base::json::Array{1, "nobody", base::json::Object{}}}}).people.empty());
    const std::string twice = form.people.front().toString();
    CHECK(readMetForm({{"people", base::json::Array{twice, twice}}}).people.size() == 1);
}
