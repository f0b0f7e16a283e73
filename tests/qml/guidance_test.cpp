#include "qml/viewmodels/guidance/emergency_view_model.h"
#include "qml/viewmodels/guidance/guidance_card_view_model.h"
#include "qml/viewmodels/guidance/guidance_view_model.h"
#include "qml/viewmodels/guidance/help_view_model.h"
#include "qml/viewmodels/settings/more_view_model.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

#include <QAbstractItemModelTester>

#include <algorithm>

using namespace faltakt;
using viewmodels::GuidanceCardViewModel;
using viewmodels::GuidanceViewModel;
using viewmodels::HelpViewModel;
using viewmodels::LineListModel;
using viewmodels::MoreViewModel;
using viewmodels::Router;

namespace {

template <typename Page>
Page &top(test::AppHarness &harness)
{
    auto *page = dynamic_cast<Page *>(harness.app().navigator()->top());
    REQUIRE(page);
    return *page;
}

std::ptrdiff_t countOf(const LineListModel &model, const QString &kind)
{
    return std::ranges::count(model.lines(), kind, &LineListModel::Line::kind);
}

} // namespace

TEST_CASE("the guidance shows its cards by area, and a search shows the fitting ones by themselves")
{
    test::AppHarness harness;
    harness.app().goTo(Router::Place::Guidance);
    harness.settle();
    auto &page = top<GuidanceViewModel>(harness);
    const QAbstractItemModelTester tester(page.cards(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto all = countOf(*page.cards(), QStringLiteral("card"));
    CHECK(all >= 20);
    CHECK(countOf(*page.cards(), QStringLiteral("area")) >= 5);

    page.search(QStringLiteral("barn"));
    CHECK(countOf(*page.cards(), QStringLiteral("area")) == 0);
    CHECK(countOf(*page.cards(), QStringLiteral("card")) > 0);
    CHECK(countOf(*page.cards(), QStringLiteral("card")) < all);
    CHECK(page.countText().endsWith(QStringLiteral("kort")));

    page.search(QStringLiteral("qqqq"));
    CHECK(page.cards()->count() == 0);
    CHECK_FALSE(page.emptyText().isEmpty());

    page.search({});
    CHECK(countOf(*page.cards(), QStringLiteral("card")) == all);
}

TEST_CASE("every card opens with its text and its source in both languages")
{
    test::AppHarness harness;
    harness.app().goTo(Router::Place::Guidance);
    harness.settle();
    std::vector<QString> cards;
    for (const LineListModel::Line &line : top<GuidanceViewModel>(harness).cards()->lines())
        if (line.kind == QStringLiteral("card"))
            cards.push_back(QString::fromStdString(line.key));
    for (const QString &language : {QStringLiteral("sv"), QStringLiteral("en")}) {
        harness.composition().settings().setLanguage(language);
        for (const QString &card : cards) {
            harness.app().openGuidanceCard(card);
            auto &page = top<GuidanceCardViewModel>(harness);
            INFO(card.toStdString());
            CHECK(page.problem().isEmpty());
            CHECK_FALSE(page.title().isEmpty());
            CHECK_FALSE(page.source().isEmpty());
            CHECK(page.blocks()->count() > 0);
            harness.app().back();
        }
    }
}

TEST_CASE("Mer leads to what the municipality has decided, and the search finds its insatser")
{
    test::AppHarness harness;
    harness.app().goTo(Router::Place::More);
    harness.settle();
    auto &more = top<MoreViewModel>(harness);
    REQUIRE(more.hasProfile());
    more.openProfile();
    harness.settle();
    auto &page = top<GuidanceCardViewModel>(harness);
    CHECK(page.problem().isEmpty());
    CHECK(page.area() == QStringLiteral("Kommunens profil"));
    const auto holds = [&page](const QString &words) {
        return std::ranges::any_of(page.blocks()->lines(),
                                   [&](const LineListModel::Line &line) { return line.text.contains(words); });
    };
    CHECK(holds(QStringLiteral("20 år")));
    CHECK(holds(QStringLiteral("anges inte i riktlinjen")));
    harness.app().back();

    harness.app().goTo(Router::Place::Guidance);
    harness.settle();
    auto &guidance = top<GuidanceViewModel>(harness);
    guidance.search(QStringLiteral("case manager lagrum"));
    REQUIRE(guidance.cards()->count() > 0);
    CHECK(guidance.cards()->lines().front().key == "profile-insats-caseManager");
}

TEST_CASE("help opens the page of the screen, follows links and comes back page by page")
{
    test::AppHarness harness;
    harness.app().openSync();
    harness.settle();
    harness.app().openHelpHere();
    harness.settle();
    auto &help = top<HelpViewModel>(harness);
    CHECK(help.page() == QStringLiteral("sync"));
    REQUIRE(help.related()->count() > 0);
    help.openPage(QString::fromStdString(help.related()->lines().front().key));
    CHECK(help.page() != QStringLiteral("sync"));
    help.openIndex();
    CHECK(help.isIndex());
    CHECK(countOf(*help.contents(), QStringLiteral("link")) >= 20);
    help.back();
    help.back();
    CHECK(help.page() == QStringLiteral("sync"));
    help.back();
    harness.settle();
    CHECK_FALSE(dynamic_cast<HelpViewModel *>(harness.app().navigator()->top()));
}

TEST_CASE("every page that the index names can be opened")
{
    test::AppHarness harness;
    harness.app().openHelp(QStringLiteral("index"));
    auto &help = top<HelpViewModel>(harness);
    std::vector<QString> pages;
    for (const LineListModel::Line &line : help.contents()->lines())
        if (line.kind == QStringLiteral("link"))
            pages.push_back(QString::fromStdString(line.key));
    for (const QString &page : pages) {
        help.openPage(page);
        INFO(page.toStdString());
        CHECK(help.page() == page);
        CHECK(help.blocks()->count() > 0);
        help.back();
    }
}

TEST_CASE("a screen without a page of its own leads to the list of all")
{
    test::AppHarness harness;
    harness.app().openHelp(QStringLiteral("no-such-page"));
    CHECK(top<HelpViewModel>(harness).isIndex());
}

TEST_CASE("Akut has 112 first, and says which numbers the municipality does not state")
{
    test::AppHarness harness;
    harness.app().openEmergency();
    const auto &lines = harness.app().emergencySheet()->contacts()->lines();
    REQUIRE_FALSE(lines.empty());
    CHECK(lines.front().kind == QStringLiteral("danger"));
    CHECK(lines.front().trailing == QStringLiteral("112"));
    for (const LineListModel::Line &line : lines)
        CHECK(line.trailing.isEmpty() == (line.kind == QStringLiteral("missing")));
    harness.settle();
    CHECK(harness.shows(QStringLiteral("Numret är inte inlagt. Be teamledaren")));
}

TEST_CASE("Akut has its national numbers on a device that nobody has unlocked")
{
    test::HarnessPlan plan;
    plan.unlocks = false;
    test::AppHarness harness(plan);
    harness.app().openEmergency();
    const auto *contacts = harness.app().emergencySheet()->contacts();
    CHECK(countOf(*contacts, QStringLiteral("danger")) == 1);
    CHECK(countOf(*contacts, QStringLiteral("number")) >= 3);
    CHECK(countOf(*contacts, QStringLiteral("missing")) >= 1);
}

TEST_CASE("help opens over the lock without anybody's page, and closes back to it")
{
    test::HarnessPlan plan;
    plan.unlocks = false;
    test::AppHarness harness(plan);
    const int depth = harness.app().navigator()->depth();

    harness.app().openHelpHere();
    harness.settle();
    REQUIRE(harness.app().isCoverHelpOpen());
    CHECK(harness.app().coverHelp()->page() == QStringLiteral("lock"));
    CHECK(harness.shows(QStringLiteral("Handbok")));
    CHECK(harness.app().navigator()->depth() == depth);

    harness.app().coverHelp()->openIndex();
    harness.app().coverHelp()->back();
    harness.app().coverHelp()->back();
    CHECK_FALSE(harness.app().isCoverHelpOpen());
    harness.unlock();
    CHECK(harness.app().cover() == viewmodels::AppViewModel::Cover::None);
}

TEST_CASE("the page behind Dölj nu opens no handbook, which would tell what the program is")
{
    test::AppHarness harness;
    harness.app().hideNow();
    harness.settle();
    harness.app().openHelpHere();
    CHECK_FALSE(harness.app().isCoverHelpOpen());
}
