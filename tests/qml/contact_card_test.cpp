// "Ge kontaktkort": turned round to the person, and read with a camera from what the window shows.
#include "platform/camera/code_reader.h"
#include "qml/viewmodels/contact/contact_view_model.h"
#include "qml/viewmodels/contact/own_number.h"
#include "qml/viewmodels/day/code_picture.h"
#include "qml/viewmodels/day/met_today_view_model.h"
#include "tests/qml/people_bench.h"
#include "tests/support/code_pictures.h"

#include <QPainter>

#include <set>

using namespace faltakt;
using namespace faltakt::test;
using namespace faltakt::viewmodels;
using Scheme = AppSettings::Scheme;

namespace {

const QString Doping = QStringLiteral("Dopningsmottagningen i Örebro län");

HarnessPlan norsjo()
{
    HarnessPlan plan;
    plan.caseload.profile = "norsjo";
    return plan;
}

ContactCardViewModel &open(AppHarness &app)
{
    app.app().openDay(DayPage::ContactCard);
    app.settle();
    return top<ContactCardViewModel>(app);
}

/// With the worker's own number on it.
ContactCardViewModel &openOwn(AppHarness &app)
{
    ContactCardViewModel &page = open(app);
    page.editOwnNumber(QStringLiteral("070-174 06 99"));
    page.chooseOwn();
    app.settle();
    REQUIRE_FALSE(page.isChoosing());
    return page;
}

QQuickItem *codeUnder(QQuickItem *item)
{
    if (qobject_cast<CodePicture *>(item) && item->isVisible())
        return item;
    for (QQuickItem *child : item->childItems())
        if (QQuickItem *found = codeUnder(child))
            return found;
    return nullptr;
}

QQuickItem *codeItem(AppHarness &app)
{
    QQuickItem *code = codeUnder(app.window().contentItem());
    REQUIRE(code);
    return code;
}

/// Where the middle of the code is held: on a low window the head of the page lies over what scrolls.
constexpr double BelowHead = 0.63;
constexpr int LowWindow = 480;

/// The code in sight, whole.
void scrollToCode(AppHarness &app)
{
    QQuickItem *code = codeItem(app);
    for (QQuickItem *item = code->parentItem(); item; item = item->parentItem())
        if (item->inherits("QQuickFlickable")) {
            const qreal middle = code->mapToItem(item, QPointF(0, code->height() / 2)).y();
            const qreal most = std::max(0.0, item->property("contentHeight").toReal() - item->height());
            const qreal wanted = item->property("contentY").toReal() + middle
                                 - item->height() * (app.window().height() < LowWindow ? BelowHead : 0.5);
            item->setProperty("contentY", std::round(std::clamp(wanted, 0.0, most)));
        }
    app.layOut();
}

/// What a telephone reads that is held before the screen as it stands.
std::string scanned(AppHarness &app)
{
    const QImage screen = app.window().grabWindow().convertToFormat(QImage::Format_Grayscale8);
    return platform::readCode(
               photograph(screen, {.frame = screen.size() * 1.3, .modulePixels = 1.1, .degrees = 4, .noise = 12}))
        .value_or("");
}

bool holds(const std::string &text, const std::string &part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("a card is given in three taps from I dag, and in two the next time")
{
    AppHarness app(norsjo());
    app.countTapsAnew();
    app.tap(QStringLiteral("Nytt"));
    app.settle();
    app.tap(QStringLiteral("Ge kontaktkort"));
    app.settle();
    app.tap(Doping);
    app.settle();
    CHECK(app.taps() == 3);
    CHECK(app.shows(QStringLiteral("019-602 33 60")));
    // Its name says why one would ring.
    CHECK_FALSE(app.shows(QStringLiteral("Dopning")));
    CHECK(
        scanned(app)
        == "BEGIN:VCARD\r\nVERSION:3.0\r\nN:019-602 33 60;;;;\r\nFN:019-602 33 60\r\nTEL;TYPE=WORK,VOICE:0196023360\r\n"
           "END:VCARD\r\n");
    app.tap(QStringLiteral("Klar"));
    app.settle();
    app.countTapsAnew();
    app.tap(QStringLiteral("Nytt"));
    app.settle();
    app.tap(QStringLiteral("Ge kontaktkort"));
    app.settle();
    CHECK(app.taps() == 2);
    CHECK(app.shows(QStringLiteral("019-602 33 60")));
    app.tap(QStringLiteral("Välj ett annat"));
    app.settle();
    CHECK(app.shows(Doping));
}

TEST_CASE("the worker's own number is given with the municipality's name, and with her first name where she wants it")
{
    AppHarness app;
    ContactCardViewModel &page = openOwn(app);
    CHECK(app.shows(QStringLiteral("Täby kommun")));
    CHECK(app.shows(QStringLiteral("070-174 06 99")));
    CHECK_FALSE(app.shows(QStringLiteral("Elin")));
    CHECK(holds(scanned(app), "FN:Täby kommun\r\n"));
    page.chooseAnew();
    app.settle();
    app.tap(QStringLiteral("Visa mitt förnamn, Elin"));
    app.tap(QStringLiteral("Ge mitt nummer"));
    app.settle();
    CHECK(app.shows(QStringLiteral("Elin, Täby kommun")));
    CHECK(holds(scanned(app), "N:;Elin;;;\r\nFN:Elin\\, Täby kommun\r\nORG:Täby kommun\r\n"));
    CHECK_FALSE(holds(scanned(app), "Lund"));
    CHECK(app.find(QAccessible::Graphic, QStringLiteral("QR-kod som sparar Elin, Täby kommun, 070-174 06 99")));
}

TEST_CASE("the code is read in every window, text size, theme and language, and every edge of it is sharp")
{
    const QString language = GENERATE(QStringLiteral("sv"), QStringLiteral("en"));
    HarnessPlan plan;
    plan.language = language;
    AppHarness app(plan);
    openOwn(app);
    for (const QSize size : {QSize(390, 844), QSize(844, 390), QSize(320, 640), QSize(1280, 800)})
        for (const double scale : {1.0, 1.5, 2.0})
            for (const Scheme scheme :
                 {Scheme::Light, Scheme::Dark, Scheme::HighContrastLight, Scheme::HighContrastDark}) {
                app.composition().settings().setScheme(scheme);
                app.composition().settings().setTextScale(scale);
                app.window().resize(size);
                app.layOut();
                INFO(size.width() << "x" << size.height() << " " << scale << " scheme " << int(scheme));
                scrollToCode(app);
                // On a telephone that lies on its side at double text the code is three pixels a module: there the number is read.
                if (size.height() > LowWindow || scale < 2.0)
                    CHECK(holds(scanned(app), "TEL;TYPE=WORK,VOICE:0701740699\r\n"));
                CHECK(app.textFaults().isEmpty());
            }
    const QQuickItem *code = codeItem(app);
    const QImage screen = app.window().grabWindow();
    const QRectF drawn = CodePicture::sharpRect(top<ContactCardViewModel>(app).code().size(), code->size(),
                                                code->mapToScene(QPointF()), 1);
    std::set<QRgb> colours;
    const QRect area = drawn.translated(code->mapToScene(QPointF())).toRect();
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            colours.insert(screen.pixel(x, y));
    CHECK(colours == std::set<QRgb>{qRgb(0, 0, 0), qRgb(255, 255, 255)});
}

TEST_CASE("a module is a whole number of the screen's pixels, wherever the item stands")
{
    const qreal ratio = GENERATE(1.0, 1.25, 1.5, 2.0, 2.75);
    const QPointF scene = GENERATE(QPointF(0, 0), QPointF(15.3, 120.77));
    const QSizeF item = GENERATE(QSizeF(358, 358), QSizeF(340.5, 301.2));
    const QRectF rect = CodePicture::sharpRect(QSize(53, 53), item, scene, ratio);
    const qreal module = rect.width() * ratio / 53;
    CHECK(std::abs(module - std::round(module)) < 1e-6);
    CHECK(module >= 5);
    CHECK(rect.width() == rect.height());
    for (const qreal at : {(rect.x() + scene.x()) * ratio, (rect.y() + scene.y()) * ratio})
        CHECK(std::abs(at - std::round(at)) < 1e-6);
    CHECK(rect.left() > -1);
    CHECK(rect.bottom() < item.height() + 1);
}

TEST_CASE("a name that would write lines of its own stands as a name")
{
    HarnessPlan plan;
    plan.caseload.workerName = "Elin;\\TEL:112\\,, Lund";
    AppHarness app(plan);
    ContactCardViewModel &page = openOwn(app);
    page.setNamesWorker(true);
    page.chooseOwn();
    app.settle();
    const std::string card = scanned(app);
    CHECK(holds(card, "N:;Elin\\;\\\\TEL:112\\\\\\,\\,;;;\r\n"));
    CHECK(holds(card, "\r\nTEL;TYPE=WORK,VOICE:0701740699\r\n"));
    CHECK_FALSE(holds(card, "\r\nTEL:112"));
}

TEST_CASE("a municipality without numbers says so, and a number that is none is said, with what was typed left")
{
    AppHarness app;
    ContactCardViewModel &page = open(app);
    CHECK(app.shows(QStringLiteral("Kommunens profil har inget nummer att ge")));
    for (const auto *wrong : {"", "12", "ring mig", "<b>070</b>"}) {
        INFO(wrong);
        page.editOwnNumber(QString::fromUtf8(wrong));
        app.settle();
        app.tap(QStringLiteral("Ge mitt nummer"));
        app.settle();
        CHECK(page.isChoosing());
        CHECK(app.shows(QStringLiteral("Skriv numret med siffror, minst tre.")));
        CHECK(page.ownNumber() == QString::fromUtf8(wrong));
    }
}

TEST_CASE("the card and the number typed for it are there again after a kill")
{
    AppHarness app;
    openOwn(app);
    app.killAndRestart();
    app.unlock();
    app.settle();
    const auto &page = top<ContactCardViewModel>(app);
    CHECK_FALSE(page.isChoosing());
    CHECK(app.shows(QStringLiteral("070-174 06 99")));
    CHECK(holds(scanned(app), "TEL;TYPE=WORK,VOICE:0701740699\r\n"));
    const auto kept = app.inStore<std::string>([](OpenStore &store) { return readOwnNumber(store); });
    REQUIRE(kept.has_value());
    CHECK(*kept == "070-174 06 99");
}

TEST_CASE("a lock takes the card away, and the passphrase brings it back")
{
    AppHarness app;
    openOwn(app);
    app.app().lockNow();
    app.waitFor([&] { return app.app().cover() == AppViewModel::Cover::Lock; });
    app.settle();
    CHECK_FALSE(app.shows(QStringLiteral("070-174 06 99")));
    CHECK(scanned(app).empty());
    app.unlock();
    app.settle();
    CHECK(app.shows(QStringLiteral("070-174 06 99")));
}

TEST_CASE("nobody's name is in sight beside the card, on a tablet either")
{
    HarnessPlan plan;
    plan.size = QSize(1280, 800);
    AppHarness app(plan);
    openOwn(app);
    const QString words = app.words().join(QLatin1Char('\n'));
    for (const store::CaseRow &row : casesOf(app)) {
        INFO(row.card.shortName);
        CHECK_FALSE((!row.card.shortName.empty() && words.contains(QString::fromStdString(row.card.shortName))));
    }
    // Nothing of the giving is written anywhere.
    CHECK_FALSE(app.shows(QStringLiteral("Antecknas")));
}

TEST_CASE("giving a card writes nothing in any file")
{
    AppHarness app;
    const auto count = [&] {
        std::size_t contacts = 0;
        for (const store::CaseRow &row : casesOf(app))
            contacts += recordsOf(app, row.caseId, "contact").size() + recordsOf(app, row.caseId, "note").size();
        return contacts;
    };
    const std::size_t before = count();
    const auto unsent = app.composition().workspace().syncStatus().unsent();
    openOwn(app);
    app.tap(QStringLiteral("Klar"));
    app.settle();
    CHECK(count() == before);
    CHECK(app.composition().workspace().syncStatus().unsent() == unsent);
}

TEST_CASE("whoever was met today can be given a card once it is saved")
{
    AppHarness app;
    app.app().openDay(DayPage::MetToday);
    app.settle();
    auto &met = top<MetTodayViewModel>(app);
    met.toggle(0);
    CHECK(app.findPressable(QStringLiteral("Ge kontaktkort")) == nullptr);
    met.save();
    app.settle();
    REQUIRE(met.isSaved());
    app.tap(QStringLiteral("Ge kontaktkort"));
    app.settle();
    CHECK(top<ContactCardViewModel>(app).isChoosing());
    app.app().back();
    app.settle();
    CHECK(&top<MetTodayViewModel>(app) == &met);
}
