// Other contacts, booking and the sheet behind "Nytt", by touch on the whole app.
#include "qml/viewmodels/contact/contact_view_model.h"
#include "qml/viewmodels/interview/interview_view_model.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using faltakt::test::AppHarness;

namespace {

store::CaseRow somebody(AppHarness &harness)
{
    const auto rows =
        harness.inStore<std::vector<store::CaseRow>>([](OpenStore &store) { return store.cases.cases(); });
    REQUIRE(rows.has_value());
    const auto row = std::ranges::find_if(*rows, [](const store::CaseRow &each) {
        return !each.card.isProtected && each.card.stage != "closed" && !each.card.shortName.empty();
    });
    REQUIRE(row != rows->end());
    return *row;
}

std::vector<store::RecordView> recordsOf(AppHarness &harness, base::CaseId caseId, std::string kind)
{
    const auto records = harness.inStore<std::vector<store::RecordView>>(
        [caseId, kind](OpenStore &store) { return store.cases.recordsOfKind(caseId, kind); });
    REQUIRE(records.has_value());
    return *records;
}

ContactViewModel &contact(AppHarness &harness)
{
    auto *page = qobject_cast<ContactViewModel *>(harness.app().navigator()->top());
    REQUIRE(page != nullptr);
    return *page;
}

void lock(AppHarness &harness)
{
    harness.app().lockNow();
    harness.waitFor([&] { return harness.composition().workspace().state() == Workspace::State::Locked; });
}

} // namespace

TEST_CASE("a visit is saved with its outcome and can be taken back")
{
    AppHarness harness;
    const base::CaseId caseId = somebody(harness).caseId;
    const std::size_t before = recordsOf(harness, caseId, "contact").size();
    harness.app().openContact(caseId, std::nullopt);
    harness.settle();
    harness.tap(QStringLiteral("Besök"));
    harness.settle();
    harness.tap(QStringLiteral("Träffade ingen"));
    harness.tap(QStringLiteral("Spara i "));
    harness.settle();
    const auto contacts = recordsOf(harness, caseId, "contact");
    REQUIRE(contacts.size() == before + 1);
    CHECK(contacts.back().text("way") == "visit");
    CHECK(contacts.back().text("outcome") == "noAnswer");
    harness.tap(QStringLiteral("Ångra"));
    harness.settle();
    CHECK(recordsOf(harness, caseId, "contact").size() == before);
}

TEST_CASE("the next contact takes four presses from the page and is saved at once")
{
    AppHarness harness;
    const base::CaseId caseId = somebody(harness).caseId;
    harness.app().openContact(caseId, std::nullopt);
    harness.settle();
    const std::size_t before = recordsOf(harness, caseId, "task").size();
    harness.countTapsAnew();
    harness.tap(QStringLiteral("Boka nästa"));
    harness.settle();
    harness.tap(QStringLiteral("I morgon"));
    harness.tap(QStringLiteral("10:00"));
    harness.tap(QStringLiteral("Boka"));
    harness.settle();
    CHECK(harness.taps() == 4);
    const auto tasks = recordsOf(harness, caseId, "task");
    REQUIRE(tasks.size() == before + 1);
    CHECK(tasks.back().text("what") == "nextContact");
    CHECK(tasks.back().text("due") == "2025-10-18T08:00:00Z");
    harness.tap(QStringLiteral("Ångra"));
    harness.settle();
    CHECK(recordsOf(harness, caseId, "task").size() == before);
}

TEST_CASE("without a person the contact asks who, and finds by name")
{
    AppHarness harness;
    const store::CaseRow person = somebody(harness);
    harness.app().openContact(std::nullopt, std::nullopt);
    harness.settle();
    auto *page = qobject_cast<ContactViewModel *>(harness.app().navigator()->top());
    REQUIRE(page != nullptr);
    CHECK(page->isChoosing());
    page->people()->search(QString::fromStdString(person.card.caseNumber));
    harness.waitFor([&] { return page->people()->count() == 1; });
    page->people()->choose(0);
    CHECK(page->shownCase() == person.caseId);
    CHECK_FALSE(page->isChoosing());
}

TEST_CASE("Nytt begins questions in two presses, without a person where none lies open")
{
    AppHarness harness;
    harness.countTapsAnew();
    harness.tap(QStringLiteral("Nytt"));
    harness.settle();
    CHECK(harness.shows(QStringLiteral("Utan ärende. Inget sparas om vem.")));
    harness.tap(QStringLiteral("AUDIT-C"));
    harness.settle();
    CHECK(harness.taps() == 2);
    CHECK(qobject_cast<InterviewViewModel *>(harness.app().navigator()->top()) != nullptr);
}

TEST_CASE(
    "no text message is offered to a number that others read, nor where no message may be left, and the page says so")
{
    AppHarness harness;
    const base::CaseId caseId = somebody(harness).caseId;
    const base::RecordId person = recordsOf(harness, caseId, "person").front().id;
    const auto openWith = [&](base::json::Object fields) -> ContactViewModel & {
        REQUIRE(harness.inStore<base::ChangeId>([&](OpenStore &store) { return store.cases.edit(person, fields); })
                    .has_value());
        harness.app().openContact(caseId, std::nullopt);
        harness.settle();
        auto *page = qobject_cast<ContactViewModel *>(harness.app().navigator()->top());
        REQUIRE(page != nullptr);
        return *page;
    };
    const auto number = [](bool shared) {
        base::json::Object way{{"kind", "phone"}, {"value", "070-174 06 30"}};
        if (shared)
            way.set("shared", true);
        return base::json::Object{{"0190a5d0-0000-7000-8000-000000000001", std::move(way)}};
    };
    const auto offersText = [](ContactViewModel &page) { return page.ways()->names().contains(QStringLiteral("Sms")); };
    CHECK(offersText(openWith({{"contactWays", number(false)}, {"flags", nullptr}})));
    ContactViewModel &shared = openWith({{"contactWays", number(true)}});
    CHECK_FALSE(offersText(shared));
    CHECK(harness.shows(QStringLiteral("Sms är avstängt: andra kan läsa numret.")));
    const base::json::Object flag{{"0190a5d0-0000-7000-8000-000000000002", base::json::Object{{"code", "violence"}}}};
    CHECK_FALSE(offersText(openWith({{"contactWays", number(false)}, {"flags", flag}})));
    CHECK_FALSE(harness.shows(QStringLiteral("våld")));
}

TEST_CASE("a contact that was begun elsewhere is still that contact after a lock and after a kill")
{
    const bool isKilled = GENERATE(false, true);
    CAPTURE(isKilled);
    AppHarness harness;
    const base::CaseId caseId = somebody(harness).caseId;
    const auto begun = harness.inStore<base::RecordId>([caseId](OpenStore &store) -> base::Result<base::RecordId> {
        const auto record = store.ids.makeId<base::RecordId>();
        TRY_VOID(store.cases.save(
            {caseId,
             {changelog::makeCreation(
                 record, "contact",
                 {{"way", "visit"}, {"text", "Vid porten"}, {"at", base::formatInstant(store.clock.now())}})},
             {}}));
        return record;
    });
    REQUIRE(begun.has_value());
    const std::size_t before = recordsOf(harness, caseId, "contact").size();
    harness.app().openContact(caseId, *begun);
    harness.settle();
    REQUIRE(contact(harness).text() == QStringLiteral("Vid porten"));
    if (isKilled)
        harness.killAndRestart();
    else
        lock(harness);
    harness.unlock();
    harness.settle();
    CHECK(contact(harness).text() == QStringLiteral("Vid porten"));
    harness.tap(QStringLiteral("Träffade ingen"));
    harness.tap(QStringLiteral("Spara i "));
    harness.settle();
    const auto contacts = recordsOf(harness, caseId, "contact");
    REQUIRE(contacts.size() == before);
    const auto same = std::ranges::find(contacts, *begun, &store::RecordView::id);
    REQUIRE(same != contacts.end());
    CHECK(same->text("outcome") == "noAnswer");
}

TEST_CASE("a contact that is saved as the device locks stays saved, and is not offered to be taken back empty")
{
    AppHarness harness;
    const base::CaseId caseId = somebody(harness).caseId;
    const std::size_t before = recordsOf(harness, caseId, "contact").size();
    harness.app().openContact(caseId, std::nullopt);
    harness.settle();
    harness.tap(QStringLiteral("Besök"));
    harness.tap(QStringLiteral("Träffade ingen"));
    contact(harness).save();
    lock(harness);
    harness.unlock();
    harness.settle();
    CHECK(contact(harness).isSaved());
    CHECK(contact(harness).undoText().isEmpty());
    CHECK(recordsOf(harness, caseId, "contact").size() == before + 1);
}

TEST_CASE("the person's own words in a follow-up whose file was taken away go along into the contact")
{
    AppHarness harness;
    const auto form = harness.inStore<base::RecordId>([](OpenStore &store) -> base::Result<base::RecordId> {
        store::FormDraft draft;
        draft.id = store.ids.makeId<base::RecordId>();
        draft.form = "lobContact";
        draft.fields = {{"step", "talk"},
                        {"started", base::toMs(store.clock.now())},
                        {"outcome", "reached"},
                        {"ownWish", "Vill ringa själv"},
                        {"text", "Kort samtal"}};
        TRY_VOID(store.cases.keepForm(draft));
        return draft.id;
    });
    REQUIRE(form.has_value());
    const base::CaseId caseId = somebody(harness).caseId;
    harness.app().openContact(std::nullopt, *form);
    harness.settle();
    contact(harness).stopChoosing();
    harness.settle();
    REQUIRE(harness.fieldTexts().contains(QStringLiteral("Vill ringa själv")));
    contact(harness).editText(QStringLiteral("Kort samtal vid tio"));
    contact(harness).leave();
    harness.settle();
    const auto kept = harness.inStore<std::optional<store::FormDraft>>(
        [form = *form](OpenStore &store) { return store.cases.form(form); });
    REQUIRE((kept.has_value() && kept->has_value()));
    CHECK(base::json::Value((*kept)->fields).stringAt("ownWish") == "Vill ringa själv");
    harness.app().back();
    const auto saved = harness.inStore<AttemptSaved>([&](OpenStore &store) {
        return saveContact(store, caseId, contactFormOf(**kept), store.clock.now(), form.value());
    });
    REQUIRE(saved.has_value());
    CHECK(recordsOf(harness, caseId, "contact").back().text("ownWish") == "Vill ringa själv");
}
