// Photos between the whole app and a colleague's program, over a real server.
#include "qml/app/tour_photo.h"
#include "qml/viewmodels/attachment/attachment_view_model.h"
#include "qml/viewmodels/people/person_view_model.h"
#include "tests/qml/linked_app.h"

#include <QFile>
#include <QTemporaryDir>

using namespace faltakt;
using namespace faltakt::viewmodels;
using test::LinkedApp;
using Cost = platform::NetworkState::Cost;
using Reach = platform::NetworkState::Reach;

namespace {

QString words(const char *text) { return QString::fromUtf8(text); }

struct PhotoLink : LinkedApp {
    /// As the person's page puts it in.
    void attachHere()
    {
        harness.photos().put("hyra.jpg", app::photoOfPaper(), harness.clock().now());
        auto *page = dynamic_cast<PersonViewModel *>(harness.app().navigator()->top());
        REQUIRE(page);
        page->addPhoto();
        harness.waitFor([&] { return page->attach()->photos()->count() == 1; });
        page->attach()->choose(0);
        page->attach()->save();
        harness.waitFor([&] { return !page->attach()->isOpen(); });
    }
    std::optional<blobs::AttachmentState> stateHere()
    {
        return harness
            .inStore<std::optional<blobs::AttachmentState>>(
                [id = caseId](OpenStore &store) -> base::Result<std::optional<blobs::AttachmentState>> {
                    TRY(const auto records, store.cases.recordsOfKind(id, "attachment"));
                    if (records.empty())
                        return std::optional<blobs::AttachmentState>();
                    TRY(const auto state, store.field.attachments().stateOf(records.front().id));
                    return std::optional(state);
                })
            .value();
    }
    QString colleagueAttaches()
    {
        const auto jpeg = app::photoOfPaper();
        QFile file(folder.filePath(QStringLiteral("brev.jpg")));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(reinterpret_cast<const char *>(jpeg.data()), qint64(jpeg.size()));
        file.close();
        const auto made = office.colleague({QStringLiteral("attach"), QString::fromStdString(caseId.toString()),
                                            file.fileName(), QStringLiteral("--caption"), QStringLiteral("Brev")});
        office.colleague({QStringLiteral("sync")});
        return QString::fromStdString(*made.find("record")->string());
    }

    QTemporaryDir folder;
};

} // namespace

TEST_CASE("a photo that is put in here is at the server soon, and a colleague gets it")
{
    PhotoLink link;
    link.attachHere();
    // Asking the store would be work that puts the sending off.
    link.harness.waitFor([&] { return link.status().unsent() > 0; });
    link.harness.waitFor([&] { return link.status().unsent() == 0; });
    CHECK(link.stateHere() == blobs::AttachmentState::Here);
    link.office.colleague({QStringLiteral("sync")});
    const auto listed =
        link.office.colleague({QStringLiteral("attachments"), QString::fromStdString(link.caseId.toString())});
    CHECK(*listed.find("state")->string() == "elsewhere");
    const QString out = link.folder.filePath(QStringLiteral("out.jpg"));
    link.office.colleague({QStringLiteral("attachment"), QStringLiteral("fetch"),
                           QString::fromStdString(*listed.find("record")->string()), out});
    QImage picture;
    CHECK(picture.load(out, "jpeg"));
}

TEST_CASE("a colleague's photo comes when it is asked for and not before, and is shown then")
{
    PhotoLink link;
    const QString photo = link.colleagueAttaches();
    link.harness.waitFor([&] { return link.stateHere().has_value(); });
    CHECK(link.stateHere() == blobs::AttachmentState::Elsewhere);
    link.harness.app().openAttachment(link.caseId, base::RecordId::parse(photo.toStdString()).value());
    link.harness.settle();
    CHECK(link.harness.shows(words("Fotot finns hos servern och inte på den här enheten.")));
    link.harness.tap(words("Hämta"));
    auto *page = dynamic_cast<AttachmentViewModel *>(link.harness.app().navigator()->top());
    REQUIRE(page);
    link.harness.waitFor([&] { return page->hasPicture(); });
    CHECK(page->title() == QStringLiteral("Brev"));
    CHECK(link.stateHere() == blobs::AttachmentState::Here);
}

TEST_CASE("on mobile data a photo of one's own waits, and one that is asked for comes all the same")
{
    PhotoLink link;
    const QString photo = link.colleagueAttaches();
    link.harness.waitFor([&] { return link.stateHere().has_value(); });
    link.harness.network().become({Reach::Some, Cost::Metered});
    link.harness.settle();
    link.attachHere();
    link.harness.app().openAttachment(link.caseId, base::RecordId::parse(photo.toStdString()).value());
    link.harness.settle();
    link.harness.tap(words("Hämta"));
    auto *page = dynamic_cast<AttachmentViewModel *>(link.harness.app().navigator()->top());
    REQUIRE(page);
    link.harness.waitFor([&] { return page->hasPicture(); });
    link.harness.waitFor([&] { return link.status().counts.outbox == 0; });
    CHECK(link.status().unsent() == 1);
    link.harness.network().become({Reach::Some, Cost::Free});
    link.harness.waitFor([&] { return link.status().unsent() == 0; });
}
