// Children, the safety check and the talk about safety, by touch on the whole app.
#include "tests/qml/child_bench.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

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
