// Whom a card of the guidance names is rung with one press.
#include "platform/fake/fake_code_scanner.h"
#include "platform/fake/fake_file_export.h"
#include "platform/fake/fake_pdf_printer.h"
#include "platform/fake/fake_photo_shelf.h"
#include "platform/fake/fake_screen_guard.h"
#include "platform/fake/fake_telephone.h"
#include "platform/fake/fake_voice.h"
#include "platform/image/qt_photo_cleaner.h"
#include "qml/viewmodels/guidance/guidance_card_view_model.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::viewmodels;
using faltakt::test::AppHarness;

namespace {

/// A worker of Norsjö, whose county states the number of the line on doping.
test::HarnessPlan norsjo()
{
    test::HarnessPlan plan;
    plan.caseload.profile = "norsjo";
    return plan;
}

/// A card on a device with a telephone, or without one.
struct CardWithTelephone {
    CardWithTelephone(AppHarness &harness, const QString &card, bool canCall)
        : telephone(canCall), services{harness.composition().workspace(),
                                       *harness.app().settings(),
                                       harness.app(),
                                       harness.clock(),
                                       telephone,
                                       screen,
                                       files,
                                       pdf,
                                       scanner,
                                       reasons,
                                       photos,
                                       cleaner,
                                       voice},
          page(services, card)
    {
        page.load();
    }

    platform::FakeTelephone telephone;
    platform::FakeScreenGuard screen;
    platform::FakeFileExport files;
    platform::FakePdfPrinter pdf;
    platform::FakeCodeScanner scanner;
    platform::FakePhotoShelf photos;
    platform::QtPhotoCleaner cleaner;
    platform::FakeVoice voice;
    FileReasons reasons;
    AppServices services;
    GuidanceCardViewModel page;
};

const QString Doping = QStringLiteral("profile-contact-dopingAdvice");

} // namespace

TEST_CASE("a contact of the municipality is rung with one press on its card")
{
    AppHarness harness{norsjo()};
    CardWithTelephone with(harness, Doping, true);
    CHECK(with.page.callText() == QStringLiteral("Ring 019-602 33 60"));
    with.page.call();
    REQUIRE(with.telephone.calls().size() == 1);
    CHECK(with.telephone.calls().front() == "tel:0196023360");
    CHECK(with.page.problem().isEmpty());
}

TEST_CASE("a device that cannot call shows the number and offers nothing that does nothing")
{
    AppHarness harness{norsjo()};
    CardWithTelephone with(harness, Doping, false);
    CHECK(with.page.callText().isEmpty());
    harness.app().openGuidanceCard(Doping);
    harness.settle();
    CHECK(harness.shows(QStringLiteral("019-602 33 60")));
    CHECK(harness.findPressable(QStringLiteral("Ring")) == nullptr);
}

TEST_CASE("a card without a number has nobody to ring")
{
    AppHarness harness{norsjo()};
    CHECK(CardWithTelephone(harness, QStringLiteral("two-laws"), true).page.callText().isEmpty());
    CHECK(CardWithTelephone(harness, QStringLiteral("profile"), true).page.callText().isEmpty());
}
