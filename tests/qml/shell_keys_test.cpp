// The keyboard map of the whole app, with real key events.
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

using faltakt::test::AppHarness;
using faltakt::test::HarnessPlan;
using faltakt::viewmodels::AppViewModel;
using faltakt::viewmodels::Router;

namespace {

HarnessPlan tablet()
{
    HarnessPlan plan;
    plan.size = {1280, 800};
    return plan;
}

} // namespace

TEST_CASE("Ctrl and a digit go to the places")
{
    AppHarness harness;
    const auto [key, place] =
        GENERATE(std::pair(Qt::Key_2, Router::Place::People), std::pair(Qt::Key_3, Router::Place::Guidance),
                 std::pair(Qt::Key_4, Router::Place::More), std::pair(Qt::Key_1, Router::Place::Today));
    harness.app().goTo(place == Router::Place::Today ? Router::Place::More : Router::Place::Today);
    harness.key(key, Qt::ControlModifier);
    CHECK(harness.app().place() == place);
}

TEST_CASE("Ctrl+N opens Nytt once, and Esc closes it")
{
    AppHarness harness;
    harness.key(Qt::Key_N, Qt::ControlModifier);
    CHECK(harness.app().navigator()->depth() == 2);
    harness.key(Qt::Key_N, Qt::ControlModifier);
    CHECK(harness.app().navigator()->depth() == 2);
}

TEST_CASE("Ctrl+K goes to the search of Personer")
{
    AppHarness harness;
    harness.key(Qt::Key_K, Qt::ControlModifier);
    CHECK(harness.app().place() == Router::Place::People);
}

TEST_CASE("F1 opens help about the page on top")
{
    AppHarness harness;
    harness.key(Qt::Key_F1);
    CHECK(harness.app().navigator()->depth() == 2);
    CHECK(harness.app().navigator()->places() == std::vector{faltakt::viewmodels::namedPlace("help", "today")});
    harness.key(Qt::Key_F1);
    CHECK(harness.app().navigator()->depth() == 2);
}

TEST_CASE("Alt+Left closes the page on top")
{
    AppHarness harness;
    harness.app().openSettings();
    harness.settle();
    harness.key(Qt::Key_Left, Qt::AltModifier);
    CHECK(harness.app().navigator()->depth() == 1);
}

TEST_CASE("Esc closes the page on top, and does nothing on a place")
{
    AppHarness harness;
    harness.app().openSettings();
    harness.settle();
    harness.key(Qt::Key_Escape);
    CHECK(harness.app().navigator()->depth() == 1);
    harness.key(Qt::Key_Escape);
    CHECK(harness.app().navigator()->depth() == 1);
    CHECK(harness.app().cover() == AppViewModel::Cover::None);
}

TEST_CASE("Ctrl+L locks")
{
    AppHarness harness;
    harness.key(Qt::Key_L, Qt::ControlModifier);
    CHECK(harness.app().cover() == AppViewModel::Cover::Lock);
}

TEST_CASE("Ctrl+Shift+H hides names and shows them again")
{
    AppHarness harness;
    harness.key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(harness.composition().settings().namesHidden());
    CHECK(harness.app().cover() == AppViewModel::Cover::None);
    harness.key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK_FALSE(harness.composition().settings().namesHidden());
}

TEST_CASE("Ctrl with plus and minus changes the size of the text between one and two")
{
    AppHarness harness;
    harness.key(Qt::Key_Plus, Qt::ControlModifier);
    CHECK(qFuzzyCompare(harness.composition().settings().textScale(), 1.1));
    harness.key(Qt::Key_Minus, Qt::ControlModifier);
    harness.key(Qt::Key_Minus, Qt::ControlModifier);
    CHECK(qFuzzyCompare(harness.composition().settings().textScale(), 1.0));
}

TEST_CASE("F6 walks through the parts of the window and comes round")
{
    AppHarness harness(tablet());
    QStringList walked;
    QQuickItem *start = nullptr;
    for (int step = 0; step < 8; ++step) {
        harness.key(Qt::Key_F6);
        QQuickItem *focused = harness.focused();
        REQUIRE(focused);
        if (focused == start)
            break;
        start = start ? start : focused;
        walked += AppHarness::nameOf(focused);
    }
    INFO(walked.join(QStringLiteral(" | ")).toStdString());
    CHECK(walked.size() >= 3);
    CHECK(walked.contains(QStringLiteral("Akut, nummer att ringa")));
    CHECK(walked.contains(QStringLiteral("Nytt")));
}

TEST_CASE("while locked the keys of the app do nothing but hide and size")
{
    HarnessPlan plan;
    plan.unlocks = false;
    AppHarness harness(plan);
    harness.key(Qt::Key_N, Qt::ControlModifier);
    harness.key(Qt::Key_F1);
    harness.key(Qt::Key_3, Qt::ControlModifier);
    CHECK(harness.app().navigator()->depth() == 1);
    CHECK(harness.app().place() == Router::Place::Today);
    CHECK(harness.app().cover() == AppViewModel::Cover::Lock);
}

TEST_CASE("closing a page gives the focus back to where it was")
{
    AppHarness harness;
    harness.app().goTo(Router::Place::More);
    harness.settle();
    QQuickItem *before = harness.focused();
    REQUIRE(before);
    harness.app().openSettings();
    harness.settle();
    CHECK(harness.focused() != before);
    harness.app().back();
    harness.settle();
    CHECK(harness.focused() == before);
}
