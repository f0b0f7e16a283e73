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
    const auto row = std::ranges::find_if(
        *rows, [](const store::CaseRow &each) { return !each.card.isProtected && !each.card.shortName.empty(); });
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
