// A text message as an attempt: neutral words, the phone's own app, and none where somebody else could read it.
#include "platform/fake/fake_code_scanner.h"
#include "platform/fake/fake_file_export.h"
#include "platform/fake/fake_pdf_printer.h"
#include "platform/fake/fake_photo_shelf.h"
#include "platform/fake/fake_screen_guard.h"
#include "platform/fake/fake_telephone.h"
#include "platform/fake/fake_voice.h"
#include "platform/image/qt_photo_cleaner.h"
#include "qml/viewmodels/contact/lob_contact_view_model.h"
#include "tests/qml/field_worker.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

/// Somebody to ring whose card holds these ways and flags.
base::CaseId someoneWith(AppHarness &app, const std::string &ways, const std::string &flags = "{}")
{
    const base::CaseId caseId = someoneToRing(app);
    const auto done = app.inStore<bool>([caseId, ways, flags](OpenStore &store) -> base::Result<bool> {
        TRY(const auto persons, store.cases.recordsOfKind(caseId, "person"));
        TRY(auto waysValue, base::json::parse(ways));
        TRY(auto flagsValue, base::json::parse(flags));
        base::json::Object fields;
        fields.append("contactWays", std::move(waysValue));
        fields.append("flags", std::move(flagsValue));
        TRY_VOID(store.cases.edit(persons.front().id, std::move(fields)));
        return true;
    });
    REQUIRE(done.has_value());
    return caseId;
}

const std::string OwnPhone = R"({"w1":{"kind":"phone","value":"070-174 06 05"}})";

struct Messaging {
    AppHarness app;
    base::CaseId caseId;

    explicit Messaging(const std::string &ways = OwnPhone, const std::string &flags = "{}")
        : caseId(someoneWith(app, ways, flags))
    {
        open();
    }
    void open()
    {
        app.app().openLobContact(caseId, std::nullopt, LobStart::Open);
        app.settle();
    }
    void press(const QStringList &names)
    {
        for (const QString &name : names) {
            app.tap(name);
            app.settle();
        }
    }
    [[nodiscard]] LobContactViewModel &page()
    {
        auto *page = qobject_cast<LobContactViewModel *>(app.app().navigator()->top());
        REQUIRE(page);
        return *page;
    }
    [[nodiscard]] std::size_t contacts() { return recordsOf(app, caseId, "contact").size(); }
};

} // namespace

TEST_CASE("a message names neither unit nor reason, is noted as an attempt, and the worker's number is remembered")
{
    Messaging messaging;
    const int attempt = messaging.page().header()->attempt();
    messaging.press({QStringLiteral("Skicka sms")});
    messaging.page().textMessage()->editOwnNumber(QStringLiteral("070-174 06 99"));
    const QString message = messaging.page().textMessage()->message();
    CHECK(message.contains(QStringLiteral("070-174 06 99")));
    for (const char *telling : {"LOB", "kommun", "polis", "social", "{", "__"})
        CHECK_FALSE(message.contains(QString::fromUtf8(telling), Qt::CaseInsensitive));
    messaging.press({QStringLiteral("Notera som skickat")});
    const store::RecordView contact = recordsOf(messaging.app, messaging.caseId, "contact").back();
    CHECK(contact.text("way") == "sms");
    CHECK(contact.text("outcome").empty());
    CHECK(contact.text("text") == message.toStdString());
    CHECK_FALSE(contact.text("lobReport").empty());
    CHECK(messaging.app.shows(QStringLiteral("Sparat: Sms")));

    messaging.press({QStringLiteral("Klar")});
    messaging.open();
    CHECK(messaging.page().header()->attempt() == attempt + 1);
    messaging.press({QStringLiteral("Skicka sms")});
    CHECK(messaging.page().textMessage()->ownNumber() == QStringLiteral("070-174 06 99"));
}

TEST_CASE("what is missing is said, nothing is saved, and nothing of it is lost")
{
    Messaging messaging;
    const std::size_t before = messaging.contacts();
    messaging.press({QStringLiteral("Skicka sms"), QStringLiteral("Notera som skickat")});
    CHECK(messaging.app.shows(QStringLiteral("Fyll i det som saknas där strecken står.")));
    messaging.page().textMessage()->editMessage(QStringLiteral(" "));
    messaging.press({QStringLiteral("Notera som skickat")});
    CHECK(messaging.app.shows(QStringLiteral("Skriv vad som ska stå i meddelandet.")));
    messaging.page().textMessage()->editMessage(QString(301, QLatin1Char('a')));
    messaging.press({QStringLiteral("Notera som skickat")});
    CHECK(messaging.app.shows(QStringLiteral("Meddelandet är längre än 300 tecken.")));
    CHECK(messaging.contacts() == before);
    CHECK(messaging.page().textMessage()->message().size() == 301);
}

TEST_CASE("a message that was begun is there again after a kill")
{
    Messaging messaging;
    messaging.press({QStringLiteral("Skicka sms")});
    messaging.page().textMessage()->editMessage(QStringLiteral("Hej, jag ringer i morgon."));
    messaging.app.waitFor([&] {
        const auto forms =
            messaging.app.inStore<std::vector<store::FormDraft>>([](OpenStore &store) { return store.cases.forms(); });
        return forms && std::ranges::any_of(*forms, [](const store::FormDraft &form) {
                   return readAttemptForm(form.fields).textMessage == "Hej, jag ringer i morgon.";
               });
    });
    messaging.app.killAndRestart();
    messaging.app.unlock();
    messaging.open();
    CHECK(messaging.page().step() == LobContactViewModel::Step::Text);
    CHECK(messaging.page().textMessage()->message() == QStringLiteral("Hej, jag ringer i morgon."));
}

TEST_CASE("no message goes to a number that others read, nor where none may be left")
{
    const auto [ways, flags, reason] = GENERATE(table<std::string, std::string, const char *>(
        {{R"({"w1":{"kind":"phone","value":"070-174 06 05","shared":true}})", "{}", "andra kan läsa numret"},
         {R"({"w1":{"kind":"phone","value":"070-174 06 05","through":"Boendet"}})", "{}", "andra kan läsa numret"},
         {OwnPhone, R"({"f1":{"code":"violence"}})", "inga meddelanden lämnas"}}));
    Messaging messaging(ways, flags);
    CHECK_FALSE(messaging.page().mayText());
    CHECK(messaging.app.shows(QString::fromUtf8(reason)));
    CHECK_FALSE(messaging.app.shows(QStringLiteral("Skicka sms")));
    messaging.page().startText();
    CHECK(messaging.page().step() == LobContactViewModel::Step::Call);
}

TEST_CASE("the phone's own app gets number and message, and nothing is sent without it")
{
    AppHarness app;
    const base::CaseId caseId = someoneWith(app, OwnPhone);
    platform::FakeTelephone telephone;
    platform::FakeScreenGuard screen;
    platform::FakeFileExport files;
    platform::FakePdfPrinter pdf;
    platform::FakeCodeScanner scanner;
    platform::FakePhotoShelf photos;
    platform::QtPhotoCleaner cleaner;
    platform::FakeVoice voice;
    FileReasons reasons;
    AppServices services{app.composition().workspace(),
                         *app.app().settings(),
                         app.app(),
                         app.clock(),
                         telephone,
                         screen,
                         files,
                         pdf,
                         scanner,
                         reasons,
                         photos,
                         cleaner,
                         voice};
    LobContactViewModel page(services, caseId, std::nullopt);
    page.load();
    app.waitFor([&] { return !page.isLoading(); });
    REQUIRE(page.canText());
    page.startText();
    page.openTextApp();
    CHECK(telephone.texts().empty());
    page.textMessage()->editMessage(QStringLiteral("Hej på dig & hör av dig"));
    page.openTextApp();
    REQUIRE(telephone.texts().size() == 1);
    CHECK(telephone.texts().front() == "sms:0701740605?body=Hej%20p%C3%A5%20dig%20%26%20h%C3%B6r%20av%20dig");
    CHECK(platform::textMessageUrl("ingen", "Hej").empty());
}
