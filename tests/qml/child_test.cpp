// Children, the report of worry, the safety check and the talk about safety, by touch on the whole app.
#include "qml/viewmodels/child/children_content.h"
#include "qml/viewmodels/child/children_view_model.h"
#include "qml/viewmodels/child/protection_view_model.h"
#include "qml/viewmodels/people/record_view_model.h"
#include "qml/viewmodels/today/today_view_model.h"
#include "tests/qml/field_worker.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using faltakt::test::AppHarness;
using faltakt::test::recordsOf;

namespace {

using Fields = base::json::Object;

template <typename Page>
Page &top(AppHarness &app)
{
    auto *page = dynamic_cast<Page *>(app.app().navigator()->top());
    REQUIRE(page);
    return *page;
}

base::RecordId write(AppHarness &app, base::CaseId caseId, const std::string &kind, const Fields &fields)
{
    const auto made = app.inStore<base::RecordId>([&](OpenStore &store) -> base::Result<base::RecordId> {
        const auto id = store.ids.makeId<base::RecordId>();
        TRY_VOID(store.cases.save({caseId, {changelog::makeCreation(id, kind, fields)}, {}}));
        return id;
    });
    REQUIRE(made.has_value());
    app.settle();
    return *made;
}

base::RecordId childOf(AppHarness &app, base::CaseId caseId, const char *name, const char *worry = "yes")
{
    return write(app, caseId, "child",
                 {{"name", name}, {"worry", worry}, {"worryAt", base::formatInstant(app.clock().now())}});
}

/// Until what was typed or chosen lies in the store.
void waitForDraft(AppHarness &app, std::string_view form, std::string_view field, std::string_view value)
{
    app.waitFor([&] {
        const auto forms =
            app.inStore<std::vector<store::FormDraft>>([](OpenStore &store) { return store.cases.forms(); });
        return forms && std::ranges::any_of(*forms, [&](const store::FormDraft &each) {
                   return each.form == form && valueOf(protectionValuesIn(each.fields), field) == value;
               });
    });
}

void openProtection(AppHarness &app, base::CaseId caseId, const char *form, std::optional<base::RecordId> child = {})
{
    app.app().openProtection(caseId, form, child);
    app.settle();
}

void typeInto(AppHarness &app, const QString &label, const QString &text)
{
    QQuickItem *field = app.find(QAccessible::EditableText, label);
    REQUIRE(field);
    app.tap(field);
    app.type(text);
}

/// The rows of I dag that begin an act again, by what they say.
int rowOnToday(AppHarness &app, const QString &what, std::optional<base::RecordId> child)
{
    app.app().goTo(Router::Place::Today);
    app.settle();
    auto &rows = *top<TodayViewModel>(app).rows();
    for (int i = 0; i < rows.rowCount(); ++i)
        if (rows.row(i)->what == what && rows.row(i)->child == child)
            return i;
    return -1;
}

} // namespace

TEST_CASE("from the person's page a report of concern is made in five taps, with the call six")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    const base::RecordId kim = childOf(app, caseId, "Kim");
    app.app().openPerson(caseId);
    app.settle();
    app.countTapsAnew();
    app.tap(QStringLiteral("Barn: barn, oro"));
    app.settle();
    app.tap(QStringLiteral("Orosanmälan, Kim"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Fältakt skickar ingen anmälan")));
    app.tap(QStringLiteral("Ringde barnenheten"));
    app.settle();
    app.tap(QStringLiteral("Spara orosanmälan"));
    app.settle();
    CHECK(app.taps() <= 5);

    const auto reports = recordsOf(app, caseId, "concernReport");
    REQUIRE(reports.size() == 1);
    CHECK(reports.front().text("concern") == "made");
    CHECK(reports.front().text("way") == "call");
    CHECK(reports.front().text("child") == kim.toString());
    CHECK(app.shows(QStringLiteral("Sparat: Orosanmälan")));
    CHECK(test::formCount(app, "concernReport") == 0);
}

TEST_CASE("the decision not to report wants its reason and takes the worry off I dag")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    const base::RecordId kim = childOf(app, caseId, "Kim");
    openProtection(app, caseId, "concernReport", kim);
    app.tap(QStringLiteral("Ingen anmälan görs"));
    app.settle();
    app.tap(QStringLiteral("Spara orosanmälan"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Skriv varför ingen anmälan görs.")));
    CHECK(recordsOf(app, caseId, "concernReport").empty());
    typeInto(app, QStringLiteral("Varför görs ingen anmälan?"), QStringLiteral("Mormor är där"));
    app.tap(QStringLiteral("Spara orosanmälan"));
    app.settle();
    const auto reports = recordsOf(app, caseId, "concernReport");
    REQUIRE(reports.size() == 1);
    CHECK(reports.front().text("concern") == "notMade");
    CHECK(reports.front().text("reason") == "Mormor är där");
    const auto rows = app.inStore<std::vector<store::AgendaRow>>(
        [caseId](OpenStore &store) { return store.cases.agendaOfCase(caseId); });
    CHECK(std::ranges::none_of(*rows, [](const store::AgendaRow &row) { return row.entry.rule == "children.worry"; }));
}

TEST_CASE("a report that is undone comes back as it was written")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    openProtection(app, caseId, "concernReport", childOf(app, caseId, "Kim"));
    app.tap(QStringLiteral("Ringde socialjouren"));
    app.settle();
    typeInto(app, QStringLiteral("Vem tog emot?"), QStringLiteral("Eva"));
    app.tap(QStringLiteral("Spara orosanmälan"));
    app.settle();
    app.tap(QStringLiteral("Ångra"));
    app.settle();
    CHECK(recordsOf(app, caseId, "concernReport").empty());
    CHECK(app.fieldTexts().contains(QStringLiteral("Eva")));
}

TEST_CASE("two children's drafts stand apart through a kill, and each is found on I dag")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    const base::RecordId kim = childOf(app, caseId, "Kim");
    const base::RecordId alex = childOf(app, caseId, "Alex");
    openProtection(app, caseId, "concernReport", kim);
    typeInto(app, QStringLiteral("Vad har du sett eller hört"), QStringLiteral("Om Kim"));
    waitForDraft(app, "concernReport", "observed", "Om Kim");
    app.app().back();
    app.settle();
    openProtection(app, caseId, "concernReport", alex);
    CHECK_FALSE(app.fieldTexts().contains(QStringLiteral("Om Kim")));
    typeInto(app, QStringLiteral("Vad har du sett eller hört"), QStringLiteral("Om Alex"));
    waitForDraft(app, "concernReport", "observed", "Om Alex");

    app.killAndRestart();
    app.unlock();
    app.settle();
    CHECK(test::formCount(app, "concernReport") == 2);
    for (const auto &[child, words] : {std::pair(kim, QStringLiteral("Om Kim")), {alex, QStringLiteral("Om Alex")}}) {
        const int row = rowOnToday(app, QStringLiteral("Påbörjad orosanmälan"), child);
        REQUIRE(row >= 0);
        top<TodayViewModel>(app).openRow(row);
        app.settle();
        CHECK(app.fieldTexts().contains(words));
        app.app().back();
        app.settle();
    }
}

TEST_CASE("a kill in the middle of a safety check leaves its answers, on the page and on I dag")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    openProtection(app, caseId, "safetyCheck");
    app.tap(QStringLiteral("Vet inte, 1. Är någon i fara just nu?"));
    app.settle();
    waitForDraft(app, "safetyCheck", "dangerNow", "unknown");
    app.killAndRestart();
    app.unlock();
    app.settle();
    const int row = rowOnToday(app, QStringLiteral("Påbörjad skyddsbedömning"), {});
    REQUIRE(row >= 0);
    top<TodayViewModel>(app).openRow(row);
    app.settle();
    const auto &rows = top<ProtectionViewModel>(app).items()->rows();
    REQUIRE_FALSE(rows.empty());
    CHECK(rows.front().chosen == 2);
}

TEST_CASE("a safety check shows 112 first, names a missing number, and is not saved half answered")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    openProtection(app, caseId, "safetyCheck");
    CHECK_FALSE(app.shows(QStringLiteral("Ring 112 nu")));
    // The profile of the training device states no number for the team leader.
    CHECK(app.shows(QStringLiteral("Teamledaren")));
    CHECK(app.shows(QStringLiteral("Numret anges inte i riktlinjen.")));
    app.tap(QStringLiteral("Ja, 1. Är någon i fara just nu?"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Ring 112 nu")));
    app.tap(QStringLiteral("Spara skyddsbedömningen"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Svara på frågan. Vet inte är också ett svar.")));
    CHECK(recordsOf(app, caseId, "safetyCheck").empty());
}

TEST_CASE("a safety check in which nobody answered is saved and stands first on I dag until somebody is reached")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    openProtection(app, caseId, "safetyCheck");
    auto &page = top<ProtectionViewModel>(app);
    const auto answer = [&](const QString &label, int index) {
        const auto &rows = page.items()->rows();
        const auto row =
            std::ranges::find_if(rows, [&](const ProtectionRow &each) { return each.label.startsWith(label); });
        REQUIRE(row != rows.end());
        page.choose(int(row - rows.begin()), index);
    };
    for (const auto &question :
         {QStringLiteral("1."), QStringLiteral("2."), QStringLiteral("3."), QStringLiteral("4.")})
        answer(question, 2);
    answer(QStringLiteral("Vem fick du tag i?"), 2);
    page.save();
    app.settle();
    REQUIRE(recordsOf(app, caseId, "safetyCheck").size() == 1);
    const auto rings = [&] {
        const auto rows = app.inStore<std::vector<store::AgendaRow>>(
            [caseId](OpenStore &store) { return store.cases.agendaOfCase(caseId); });
        return std::ranges::count_if(*rows,
                                     [](const store::AgendaRow &row) { return row.entry.rule == "safetyCheck.ring"; });
    };
    CHECK(rings() == 1);
    write(app, caseId, "safetyCheck",
          {{"at", base::formatInstant(app.clock().now())}, {"leaderTold", "leader"}, {"need", "notNow"}});
    CHECK(rings() == 0);
}

TEST_CASE("the chip is saved by one press, shows on the person's page, and can be taken back")
{
    AppHarness app;
    const base::CaseId caseId =
        app.inStore<base::CaseId>([](OpenStore &store) -> base::Result<base::CaseId> {
               const auto id = store.ids.makeId<base::CaseId>();
               TRY_VOID(store.cases.save(
                   {id,
                    {changelog::makeCreation(store.ids.makeId<base::RecordId>(), "person",
                                             {{"givenName", "Ida"}, {"familyName", "Ek"}}),
                     changelog::makeCreation(store.ids.makeId<base::RecordId>(), "case", {{"stage", "investigation"}})},
                    {}}));
               return id;
           })
            .value();
    app.app().openChildren(caseId);
    app.settle();
    CHECK(app.shows(QStringLiteral("Ingen har frågat om barn.")));
    app.tap(QStringLiteral("Inga barn"));
    app.settle();
    REQUIRE(recordsOf(app, caseId, "children").size() == 1);
    CHECK(recordsOf(app, caseId, "children").front().text("answer") == "none");
    CHECK_FALSE(app.shows(QStringLiteral("Ingen har frågat om barn.")));
    app.app().openPerson(caseId);
    app.settle();
    CHECK(app.shows(QStringLiteral("Barn: inga barn")));
    app.app().back();
    app.settle();
    app.tap(QStringLiteral("Ångra"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Ingen har frågat om barn.")));
}

TEST_CASE("the device closes no matter while a worry about a child has no step, and saves everything else")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    childOf(app, caseId, "Kim");
    const auto close = [&] {
        return app.inStore<base::ChangeId>([caseId](OpenStore &store) -> base::Result<base::ChangeId> {
            TRY(const auto cases, store.cases.recordsOfKind(caseId, "case"));
            return store.cases.edit(cases.front().id, {{"stage", "closed"}, {"closedAs", "done"}});
        });
    };
    const auto refused = close();
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code() == base::ErrorCode::Refused);
    CHECK(refused.error().detail() == "childrenWorry");
    write(app, caseId, "note", {{"text", "Går att spara"}});
    write(app, caseId, "children",
          {{"answer", "worry"},
           {"at", base::formatInstant(app.clock().now())},
           {"step", "parentWantsHelp"},
           {"stepAt", base::formatInstant(app.clock().now())}});
    CHECK(close().has_value());
}

TEST_CASE("a child is written without a name, and a wrong year says what is wanted and loses nothing")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    const std::size_t before = recordsOf(app, caseId, "child").size();
    openProtection(app, caseId, "child");
    app.tap(QStringLiteral("Spara barnet"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Fyll i något. En ungefärlig ålder räcker.")));
    app.tap(QStringLiteral("6–12 år"));
    app.settle();
    typeInto(app, QStringLiteral("Födelseår"), QStringLiteral("19"));
    app.tap(QStringLiteral("Spara barnet"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Skriv året med fyra siffror")));
    CHECK(recordsOf(app, caseId, "child").size() == before);
    CHECK(app.fieldTexts().contains(QStringLiteral("19")));
    typeInto(app, QStringLiteral("Födelseår"), QStringLiteral("2017"));
    app.settle();
    auto &page = top<ProtectionViewModel>(app);
    const auto &rows = page.items()->rows();
    const auto year = std::ranges::find_if(
        rows, [](const ProtectionRow &row) { return row.label.startsWith(QStringLiteral("Födelseår")); });
    page.edit(int(year - rows.begin()), QStringLiteral("2017"));
    app.tap(QStringLiteral("Spara barnet"));
    app.settle();
    REQUIRE(recordsOf(app, caseId, "child").size() == before + 1);
    CHECK(recordsOf(app, caseId, "child").back().integer("birthYear") == 2017);
    CHECK(recordsOf(app, caseId, "child").back().text("childAge") == "6to12");
}

TEST_CASE("of two workers who change the same child at once, both versions stand")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    const base::RecordId kim = childOf(app, caseId, "Kim", "no");
    openProtection(app, caseId, "child", kim);
    app.tap(QStringLiteral("En del av tiden"));
    app.settle();
    const auto other = app.inStore<base::ChangeId>([kim](OpenStore &store) {
        return store.cases.edit(kim, {{"lives", "elsewhere"}});
    });
    REQUIRE(other.has_value());
    app.settle();
    app.tap(QStringLiteral("Spara barnet"));
    app.settle();
    const auto child =
        app.inStore<std::optional<store::RecordView>>([kim](OpenStore &store) { return store.cases.record(kim); });
    REQUIRE((child && *child));
    CHECK((*child)->conflicted);
}

TEST_CASE("a talk about safety opens by a second tap, asks for danger first, and says its name alone afterwards")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    openProtection(app, caseId, "safetyTalk");
    CHECK_FALSE(app.shows(QStringLiteral("Fysiskt våld")));
    CHECK_FALSE(top<ProtectionViewModel>(app).isSafeTalk());
    app.tap(QStringLiteral("Öppna samtalet"));
    app.settle();
    CHECK(top<ProtectionViewModel>(app).isSafeTalk());
    CHECK(top<ProtectionViewModel>(app).items()->rows().front().label == QStringLiteral("Är personen i fara just nu?"));
    app.tap(QStringLiteral("Nej, Är personen i fara just nu?"));
    app.settle();
    app.tap(QStringLiteral("Hedersrelaterat våld"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Ta ingen kontakt med släkten")));
    app.tap(QStringLiteral("Spara samtalet"));
    app.settle();
    const auto talks = recordsOf(app, caseId, "safetyTalk");
    REQUIRE(talks.size() == 1);
    CHECK(talks.front().boolean("violenceHonour"));
    CHECK_FALSE(talks.front().fields.contains("violencePhysical"));

    app.app().openRecord(caseId, talks.front().id);
    app.settle();
    CHECK(app.shows(QStringLiteral("Trygghetssamtal")));
    CHECK_FALSE(app.shows(QStringLiteral("Hedersrelaterat")));
    app.tap(QStringLiteral("Öppna samtalet"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Hedersrelaterat")));
    CHECK(top<RecordViewModel>(app).isSafeTalk());
}

TEST_CASE("a talk about safety is veiled again after a lock, with its draft kept")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    openProtection(app, caseId, "safetyTalk");
    app.tap(QStringLiteral("Öppna samtalet"));
    app.settle();
    typeInto(app, QStringLiteral("Med personens egna ord"), QStringLiteral("Berättade om i somras"));
    app.app().lockNow();
    app.waitFor([&] { return app.composition().workspace().state() == Workspace::State::Locked; });
    CHECK_FALSE(app.fieldTexts().contains(QStringLiteral("Berättade om i somras")));
    app.unlock();
    app.settle();
    CHECK(top<ProtectionViewModel>(app).isVeiled());
    CHECK_FALSE(app.fieldTexts().contains(QStringLiteral("Berättade om i somras")));
    app.tap(QStringLiteral("Öppna samtalet"));
    app.settle();
    CHECK(app.fieldTexts().contains(QStringLiteral("Berättade om i somras")));
}

TEST_CASE("from a talk with a worry one gets to the children, and the talk is there when one comes back")
{
    AppHarness app;
    const base::CaseId caseId = test::someoneToRing(app);
    app.app().openLobContact(caseId, std::nullopt, LobStart::Ring);
    app.settle();
    app.tap(QStringLiteral("Personen själv"));
    app.settle();
    app.tap(QStringLiteral("Barn, oro"));
    app.settle();
    app.tap(QStringLiteral("Barnen och steg vid oro"));
    app.settle();
    CHECK(top<ChildrenViewModel>(app).who().size() > 0);
    app.app().back();
    app.settle();
    CHECK(app.shows(QStringLiteral("Ring barnenheten nu")));
}

TEST_CASE("a form of protection that is opened and left without a word leaves nothing behind")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    for (const ProtectionForm &form : protectionForms()) {
        openProtection(app, caseId, std::string(form.name).c_str());
        CHECK(top<ProtectionViewModel>(app).title().size() > 0);
        CHECK(test::formCount(app, form.name) == 0);
        app.app().back();
        app.settle();
        // Opened and left without a word: nothing is kept.
        CHECK(test::formCount(app, form.name) == 0);
    }
}

TEST_CASE("what a colleague changes in another field of the child meanwhile is not touched, also after a kill")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    const base::RecordId kim = childOf(app, caseId, "Kim", "no");
    openProtection(app, caseId, "child", kim);
    app.tap(QStringLiteral("En del av tiden"));
    app.settle();
    waitForDraft(app, "child", "lives", "part");
    const auto other = app.inStore<base::ChangeId>([kim](OpenStore &store) {
        return store.cases.edit(kim, {{"name", "Kimberly"}});
    });
    REQUIRE(other.has_value());
    app.killAndRestart();
    app.unlock();
    openProtection(app, caseId, "child", kim);
    app.tap(QStringLiteral("Spara barnet"));
    app.settle();
    const auto child =
        app.inStore<std::optional<store::RecordView>>([kim](OpenStore &store) { return store.cases.record(kim); });
    REQUIRE((child && *child));
    CHECK_FALSE((*child)->conflicted);
    CHECK((*child)->text("name") == "Kimberly");
    CHECK((*child)->text("lives") == "part");
}

TEST_CASE("a change of a child that is taken back and saved again is one version")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    const base::RecordId kim = childOf(app, caseId, "Kim", "no");
    openProtection(app, caseId, "child", kim);
    app.tap(QStringLiteral("En del av tiden"));
    app.settle();
    app.tap(QStringLiteral("Spara barnet"));
    app.settle();
    app.tap(QStringLiteral("Ångra"));
    app.settle();
    app.tap(QStringLiteral("Spara barnet"));
    app.settle();
    const auto child =
        app.inStore<std::optional<store::RecordView>>([kim](OpenStore &store) { return store.cases.record(kim); });
    REQUIRE((child && *child));
    CHECK_FALSE((*child)->conflicted);
    CHECK((*child)->text("lives") == "part");
}

TEST_CASE("a new worry on a child who has one is a new one: the step that was taken before does not answer it")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    const std::string before = base::formatInstant(app.clock().now() - std::chrono::hours(24));
    const base::RecordId kim = write(app, caseId, "child",
                                     {{"name", "Kim"},
                                      {"worry", "yes"},
                                      {"worryAt", before},
                                      {"step", "nothing"},
                                      {"stepReason", "Mormor är där"},
                                      {"stepAt", before}});
    const auto worries = [&] {
        return app.inStore<ChildrenContent>([caseId](OpenStore &store) { return readChildren(store, caseId, {}); })
            ->worries;
    };
    CHECK(worries().empty());
    openProtection(app, caseId, "child", kim);
    app.tap(QStringLiteral("Ny oro, utöver den som redan står här"));
    app.settle();
    app.tap(QStringLiteral("Spara barnet"));
    app.settle();
    CHECK(worries() == std::vector<base::RecordId>{kim});
    const auto child = recordsOf(app, caseId, "child").front();
    CHECK(child.instant("worryAt") == app.clock().now());
    CHECK_FALSE(child.fields.contains("newWorry"));
    CHECK_FALSE(child.fields.contains("hadWorry"));
    const auto rows = app.inStore<std::vector<store::AgendaRow>>(
        [caseId](OpenStore &store) { return store.cases.agendaOfCase(caseId); });
    CHECK(std::ranges::any_of(*rows, [](const store::AgendaRow &row) { return row.entry.rule == "children.worry"; }));
    app.tap(QStringLiteral("Ångra"));
    app.settle();
    CHECK(worries().empty());
}

TEST_CASE("a child without a worry is asked for no new one")
{
    AppHarness app;
    const base::CaseId caseId = test::somebody(app).caseId;
    openProtection(app, caseId, "child", childOf(app, caseId, "Kim", "no"));
    CHECK_FALSE(app.findPressable(QStringLiteral("Ny oro")));
    openProtection(app, caseId, "child");
    CHECK_FALSE(app.findPressable(QStringLiteral("Ny oro")));
}
