// Help starts times on I dag, from the form on the page.
#include "core/rules/act_clocks.h"
#include "qml/viewmodels/act/act_view_model.h"
#include "qml/viewmodels/today/today_view_model.h"
#include "tests/qml/people_bench.h"

using namespace faltakt;
using namespace faltakt::test;
using namespace faltakt::viewmodels;

namespace {

void open(AppHarness &app, base::CaseId caseId, const std::string &form, std::optional<base::RecordId> record = {})
{
    app.app().openAct({caseId, form, record});
    app.settle();
}

void write(AppHarness &app, const QString &question, const QString &text)
{
    QQuickItem *field = app.find(QAccessible::EditableText, question);
    REQUIRE(field);
    app.tap(field);
    app.key(Qt::Key_A, Qt::ControlModifier);
    app.type(text);
    app.settle();
}

void press(AppHarness &app, const QString &name)
{
    app.tap(app.reach(name));
    app.settle();
}

/// What the row of that rule says on I dag, all of it; empty where there is none.
QString rowText(AppHarness &app, base::CaseId caseId, std::string_view rule)
{
    app.app().goTo(Router::Place::Today);
    app.settle();
    auto &today = top<TodayViewModel>(app);
    for (int i = 0; i < today.rows()->rowCount(); ++i)
        if (const TodayRow *row = today.rows()->row(i); row->caseId == caseId && row->entry.rule == rule)
            return QStringList{row->what, row->when, row->ruleText, row->stateText}.join(QLatin1Char(' '));
    return {};
}

base::RecordId onlyAct(AppHarness &app, base::CaseId caseId)
{
    const auto acts = recordsOf(app, caseId, "act");
    REQUIRE(acts.size() == 1);
    return acts.front().id;
}

} // namespace

TEST_CASE("help that begins stands on I dag when the municipality wants it reviewed, until it has ended")
{
    AppHarness app;
    const store::CaseRow person = somebody(app);
    open(app, person.caseId, "insats");
    press(app, QStringLiteral("Vård eller boende utanför hemmet, Vilken sorts insats?"));
    CHECK_FALSE(app.find(QAccessible::EditableText, QStringLiteral("Flyttade in")));
    write(app, QStringLiteral("Vad heter insatsen"), QStringLiteral("Stödboende"));
    write(app, QStringLiteral("Började"), QStringLiteral("2025-07-17"));
    press(app, QStringLiteral("Spara i akten"));
    CHECK(app.shows(QStringLiteral("Se över insatsen tillsammans")));
    CHECK(rowText(app, person.caseId, "placement.review").contains(QStringLiteral("Se över insatsen tillsammans")));

    open(app, person.caseId, "insats", onlyAct(app, person.caseId));
    write(app, QStringLiteral("Slutade"), QStringLiteral("2025-10-16"));
    press(app, QStringLiteral("Spara i akten"));
    CHECK(rowText(app, person.caseId, "placement.review").isEmpty());
}
