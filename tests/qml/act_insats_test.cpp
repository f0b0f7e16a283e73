// What the municipality offers, chosen in a form.
#include "core/rules/profile_catalogue.h"
#include "qml/viewmodels/act/act_view_model.h"
#include "tests/qml/people_bench.h"

using namespace faltakt;
using namespace faltakt::test;
using namespace faltakt::viewmodels;

namespace {

QString nameOf(const std::string &municipality, std::size_t insats)
{
    const auto profile = rules::shippedProfiles()->find(municipality, *base::parseDate("2025-10-17"));
    REQUIRE(profile.has_value());
    REQUIRE(profile->insatser.size() > insats);
    return QString::fromStdString(profile->insatser[insats].name.swedish);
}

void openChoice(AppHarness &app)
{
    app.tap(app.reach(QStringLiteral("Välj bland kommunens insatser, Vad gäller ansökan?")));
    app.settle();
}

} // namespace

TEST_CASE("an application names the municipality's insatser by a press, beside what is written, and keeps the words")
{
    AppHarness app;
    const store::CaseRow person = somebody(app);
    app.app().openAct({person.caseId, "application", {}});
    app.settle();
    const QString first = nameOf("taby", 0), second = nameOf("taby", 1);
    CHECK_FALSE(app.findPressable(first + QStringLiteral(", Vad gäller ansökan?")));
    openChoice(app);
    app.tap(app.reach(first + QStringLiteral(", Vad gäller ansökan?")));
    app.settle();
    app.tap(app.reach(second + QStringLiteral(", Vad gäller ansökan?")));
    app.settle();
    CHECK(app.fieldTexts().contains(first + QLatin1Char('\n') + second));
    // The same press once more takes it away.
    app.tap(app.reach(first + QStringLiteral(", Vad gäller ansökan?")));
    app.settle();
    CHECK(app.fieldTexts().contains(second));

    // It is kept as it is pressed.
    app.killAndRestart();
    app.unlock();
    app.settle();
    app.app().openAct({person.caseId, "application", {}});
    app.settle();
    CHECK(app.fieldTexts().contains(second));
    app.tap(app.reach(QStringLiteral("Nej, Är personen påverkad?")));
    app.tap(app.reach(QStringLiteral("Muntligt, Hur lämnades den?")));
    app.tap(app.reach(QStringLiteral("Spara i akten")));
    app.settle();
    const auto acts = recordsOf(app, person.caseId, "act");
    REQUIRE(acts.size() == 1);
    CHECK(base::json::serialise(acts.front().fields).find(second.toStdString()) != std::string::npos);
}

TEST_CASE("each municipality's own insatser are offered, and in plan and follow-up as well")
{
    HarnessPlan plan;
    plan.caseload.profile = "norsjo";
    AppHarness app{plan};
    const store::CaseRow person = somebody(app);
    app.app().openAct({person.caseId, "application", {}});
    app.settle();
    openChoice(app);
    CHECK(app.reach(QStringLiteral("Boendestöd, Vad gäller ansökan?")));
    CHECK_FALSE(app.findPressable(QStringLiteral("Case manager, Vad gäller ansökan?")));
    app.app().openAct({person.caseId, "follow-up", {}});
    app.settle();
    CHECK_FALSE(app.shows(QStringLiteral("Välj bland kommunens insatser")));
    app.tap(app.reach(QStringLiteral("Ändras, Vad händer nu?")));
    app.settle();
    CHECK(app.reach(QStringLiteral("Välj bland kommunens insatser, Vad ändras, och varför?")));
}
