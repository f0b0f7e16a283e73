// Photos in a person's file: put in from the device, seen, removed and brought back; with the reader and the keyboard too.
#include "core/casework/attachment.h"
#include "core/changelog/record_state.h"
#include "qml/app/tour_photo.h"
#include "qml/viewmodels/attachment/attachment_view_model.h"
#include "qml/viewmodels/people/record_view_model.h"
#include "sync/client/blob_transfer.h"
#include "tests/qml/people_bench.h"

#include <fstream>

using namespace faltakt;
using namespace faltakt::viewmodels;
using namespace faltakt::test;

namespace {

constexpr auto Caption = "Brevet från hyresvärden";

QString words(const char *text) { return QString::fromUtf8(text); }

struct PhotoBench {
    explicit PhotoBench(const HarnessPlan &plan = {}) : harness(plan)
    {
        harness.photos().put("gammalt.jpg", app::photoOfPaper(), harness.clock().now() - std::chrono::hours(48));
        harness.photos().put("hyra.jpg", app::photoOfPaper(), harness.clock().now());
        caseId = somebody(harness).caseId;
    }
    PersonViewModel &person() { return openPerson(harness, caseId); }
    /// By finger, from the person's page on.
    void attach()
    {
        person();
        harness.tap(words("Lägg till foto eller papper"));
        harness.tap(QStringLiteral("hyra.jpg"));
        top<PersonViewModel>(harness).attach()->setCaption(words(Caption));
        harness.tap(QStringLiteral("Spara"));
    }
    std::vector<store::RecordView> attachments() { return recordsOf(harness, caseId, "attachment"); }
    AttachmentViewModel &openPhoto()
    {
        harness.app().openAttachment(caseId, attachments().front().id);
        harness.settle();
        return top<AttachmentViewModel>(harness);
    }
    /// As of a colleague's photo: the record is here and the bytes are not.
    void loseBytes()
    {
        REQUIRE(harness
                    .inStore<void>([record = attachments().front()](OpenStore &store) -> base::Result<void> {
                        const auto attachment = casework::readAttachment(record);
                        TRY_VOID(store.cases.dropBlob(record.id));
                        return store.field.blobs().drop({attachment->blob.name, attachment->blob.size});
                    })
                    .has_value());
        harness.settle();
    }

    AppHarness harness;
    base::CaseId caseId;
};

} // namespace

TEST_CASE("a photo is put in by finger, stands in the timeline with what is to be seen, and opens there")
{
    PhotoBench bench;
    bench.attach();
    REQUIRE(bench.attachments().size() == 1);
    const auto attachment = casework::readAttachment(bench.attachments().front());
    REQUIRE(attachment);
    CHECK(attachment->caption == Caption);
    // Nothing of the file's name came along.
    CHECK(base::json::serialise(bench.attachments().front().fields).find("hyra") == std::string::npos);
    CHECK(bench.harness.shows(words("Originalet ligger kvar i Bilder")));
    CHECK(bench.harness.shows(words(Caption)));
    CHECK(bench.harness.shows(words("Väntar på att skickas")));

    bench.harness.tap(words("Foto eller papper"));
    auto &page = top<AttachmentViewModel>(bench.harness);
    CHECK(page.hasPicture());
    CHECK(page.title() == words(Caption));
    QQuickItem *picture = bench.harness.find(QAccessible::Graphic, words(Caption));
    REQUIRE(picture);
    CHECK(picture->height() > picture->width());
    const double before = picture->width();
    bench.harness.tap(words("Större"));
    CHECK(picture->width() > before * 1.4);
    bench.harness.tap(words("Mindre"));
    CHECK(picture->width() == before);
    bench.harness.key(Qt::Key_Escape);
    CHECK(dynamic_cast<PersonViewModel *>(bench.harness.app().navigator()->top()));
}

TEST_CASE("undo takes a photo out again, and a removed one comes back")
{
    PhotoBench bench;
    bench.attach();
    bench.harness.tap(words("Ångra"));
    CHECK(bench.attachments().empty());

    bench.attach();
    AttachmentViewModel &page = bench.openPhoto();
    REQUIRE(page.canRemove());
    bench.harness.tap(words("Ta bort"));
    CHECK(bench.attachments().empty());
    CHECK_FALSE(page.hasPicture());
    CHECK(bench.harness.shows(words("Fotot är borttaget.")));
    bench.harness.tap(words("Ångra"));
    CHECK(bench.attachments().size() == 1);
    CHECK(page.hasPicture());
}

TEST_CASE("a photo and its caption are chosen by keyboard and read out by the reader")
{
    PhotoBench bench;
    bench.person();
    bench.harness.pressByReader(words("Lägg till foto eller papper"));
    bench.harness.pressByReader(QStringLiteral("hyra.jpg"));
    top<PersonViewModel>(bench.harness).attach()->setCaption(words(Caption));
    bench.harness.pressByReader(QStringLiteral("Spara"));
    REQUIRE(bench.attachments().size() == 1);
    bench.openPhoto();
    bench.harness.pressByReader(words("Ta bort"));
    CHECK(bench.attachments().empty());
    bench.harness.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(bench.attachments().size() == 1);
}

TEST_CASE("a photo of a note stands at the note and opens from there")
{
    PhotoBench bench;
    const auto note =
        bench.harness
            .inStore<base::RecordId>([caseId = bench.caseId](OpenStore &store) -> base::Result<base::RecordId> {
                const auto record = store.ids.makeId<base::RecordId>();
                TRY_VOID(
                    store.cases.save({caseId, {changelog::makeCreation(record, "note", {{"text", "Brev kom"}})}, {}}));
                return record;
            })
            .value();
    bench.harness.app().openRecord(bench.caseId, note);
    bench.harness.settle();
    bench.harness.tap(words("Lägg till foto eller papper"));
    bench.harness.tap(QStringLiteral("hyra.jpg"));
    top<RecordViewModel>(bench.harness).attach()->setCaption(words(Caption));
    bench.harness.tap(QStringLiteral("Spara"));
    REQUIRE(bench.attachments().size() == 1);
    CHECK(casework::readAttachment(bench.attachments().front())->about == note);
    bench.harness.tap(words(Caption));
    CHECK(top<AttachmentViewModel>(bench.harness).hasPicture());
}

TEST_CASE("what cannot be put in is told in words, and the sheet stays")
{
    PhotoBench bench;
    bench.harness.photos().put("broken.jpg", base::Bytes{0xff, 0xd8, 0xff, 0x00}, bench.harness.clock().now());
    bench.harness.photos().put("paper.jpg", base::Bytes{'%', 'P', 'D', 'F'}, bench.harness.clock().now());
    bench.harness.photos().put("gone.jpg", app::photoOfPaper(), bench.harness.clock().now());
    bench.harness.photos().takeAway("gone.jpg");
    PersonViewModel &page = bench.person();
    page.addPhoto();
    bench.harness.settle();
    REQUIRE(page.attach()->photos()->count() == 5);
    const std::vector<std::pair<int, const char *>> refusals{
        {0, "finns inte kvar"}, {1, "JPEG och PNG"}, {2, "trasig"}};
    for (const auto &[row, part] : refusals) {
        page.attach()->choose(row);
        page.attach()->save();
        bench.harness.settle();
        CAPTURE(part);
        CHECK(page.attach()->problem().contains(words(part)));
        CHECK(page.attach()->isOpen());
    }
    CHECK(bench.attachments().empty());
}

TEST_CASE("with no photo on the device the sheet says what to do")
{
    AppHarness harness;
    PersonViewModel &page = openPerson(harness, somebody(harness).caseId);
    page.addPhoto();
    harness.settle();
    CHECK(harness.shows(words("Det finns inga foton på enheten.")));
    CHECK_FALSE(page.attach()->canSave());
}

TEST_CASE("a photo that is chosen and not saved is chosen again after a lock")
{
    PhotoBench bench;
    PersonViewModel &page = bench.person();
    page.addPhoto();
    bench.harness.settle();
    page.attach()->choose(0);
    page.attach()->setCaption(words(Caption));
    bench.harness.app().lockNow();
    bench.harness.waitFor([&] { return bench.harness.composition().workspace().state() == Workspace::State::Locked; });
    bench.harness.unlock();
    bench.harness.settle();
    AttachViewModel &again = *top<PersonViewModel>(bench.harness).attach();
    REQUIRE(again.isOpen());
    CHECK(again.caption() == words(Caption));
    CHECK(again.chosenIndex() == 0);
    again.save();
    bench.harness.settle();
    CHECK(bench.attachments().size() == 1);
}

TEST_CASE("a photo that is not on the device is asked for in words, and told where it is")
{
    PhotoBench bench;
    bench.attach();
    bench.loseBytes();
    AttachmentViewModel &page = bench.openPhoto();
    CHECK_FALSE(page.hasPicture());
    CHECK(bench.harness.shows(words("Fotot finns hos servern och inte på den här enheten.")));
    bench.harness.tap(words("Hämta"));
    CHECK(bench.harness.shows(words("Fotot hämtas när enheten har kontakt med servern.")));

    const auto fault = [&](const char *word) {
        REQUIRE(bench.harness
                    .inStore<void>([word, record = bench.attachments().front().id](OpenStore &store) {
                        auto row = store.cases.blob(record).value().value();
                        row.fault = word;
                        return store.cases.noteBlob(row);
                    })
                    .has_value());
        bench.harness.settle();
    };
    fault(blobs::BlobFault::Missing);
    CHECK(bench.harness.shows(words("Servern har inte fått fotot än.")));
    fault(blobs::BlobFault::Refused);
    CHECK(bench.harness.shows(words("Servern lämnar inte ut fotot")));
}

TEST_CASE("nothing of a photo lies readable on the disk, neither while it is shown nor after a kill")
{
    PhotoBench bench;
    bench.attach();
    bench.openPhoto();
    const auto check = [&] {
        std::size_t files = 0;
        const std::filesystem::path folder = bench.harness.dataFolder().toStdString();
        for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (!entry.is_regular_file())
                continue;
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
            CAPTURE(entry.path());
            CHECK(bytes.find("\xff\xd8\xff\xe0") == std::string::npos);
            CHECK(bytes.find("hyresv") == std::string::npos);
            ++files;
        }
        CHECK(files > 3);
    };
    check();
    bench.harness.killAndRestart();
    check();
    bench.harness.unlock();
    CHECK(bench.openPhoto().hasPicture());
}

TEST_CASE("a photo's page and the sheet hold at double text on a phone and on a tablet, in both languages")
{
    for (const QSize size : {QSize(390, 844), QSize(1280, 800)})
        for (const char *language : {"sv", "en"}) {
            HarnessPlan plan;
            plan.size = size;
            plan.textScale = 2.0;
            plan.language = QString::fromLatin1(language);
            PhotoBench bench(plan);
            PersonViewModel &page = bench.person();
            page.addPhoto();
            bench.harness.settle();
            page.attach()->choose(0);
            page.attach()->setCaption(words(Caption));
            bench.harness.settle();
            CAPTURE(size.width(), language);
            bench.harness.layOut();
            CHECK(bench.harness.textFaults().join(QLatin1Char('\n')).toStdString().empty());
            page.attach()->save();
            bench.harness.settle();
            bench.openPhoto();
            bench.harness.layOut();
            CHECK(bench.harness.textFaults().join(QLatin1Char('\n')).toStdString().empty());
        }
}
