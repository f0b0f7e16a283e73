// Unlocking, hiding, and what the lock screen says.
#include "qml/viewmodels/people/people_view_model.h"
#include "sync/protocol/enrolment_code.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

using namespace faltakt;
using test::AppHarness;
using test::HarnessPlan;
using viewmodels::AppViewModel;
using viewmodels::Workspace;

namespace {

HarnessPlan locked()
{
    HarnessPlan plan;
    plan.unlocks = false;
    return plan;
}

QString passphrase() { return QString::fromUtf8(app::TrainingPassphrase.data(), int(app::TrainingPassphrase.size())); }

void giveWrong(AppHarness &harness)
{
    harness.type(QStringLiteral("inte den rätta"));
    harness.key(Qt::Key_Return);
    harness.waitFor([&] { return !harness.app().lockPage()->isBusy(); });
    harness.settle();
}

} // namespace

TEST_CASE("the passphrase can be typed at once, and Enter opens")
{
    AppHarness harness(locked());
    harness.type(passphrase());
    harness.key(Qt::Key_Return);
    harness.waitFor([&] { return harness.app().cover() == AppViewModel::Cover::None; });
    CHECK(harness.app().workerName() == QStringLiteral("Elin Lund"));
}

TEST_CASE("a wrong passphrase says how many tries are left and takes the next one at once")
{
    AppHarness harness(locked());
    giveWrong(harness);
    CHECK(harness.shows(QStringLiteral("Fel kod. 9 försök kvar.")));
    CHECK(harness.shows(QStringLiteral("Inget du sparat går förlorat.")));
    CHECK(harness.app().cover() == AppViewModel::Cover::Lock);
    harness.type(passphrase());
    harness.key(Qt::Key_Return);
    harness.waitFor([&] { return harness.app().cover() == AppViewModel::Cover::None; });
    CHECK(harness.app().lockPage()->problem().isEmpty());
}

TEST_CASE("a wait is told as a clock time with its reason, and what is typed meanwhile is not tried")
{
    AppHarness harness(locked());
    for (int tries = 0; tries < 9 && harness.app().lockPage()->waitText().isEmpty(); ++tries)
        giveWrong(harness);
    const QString wait = harness.app().lockPage()->waitText();
    INFO(wait.toStdString());
    CHECK(wait.startsWith(QStringLiteral("Du kan försöka igen 13:")));
    CHECK(wait.contains(QStringLiteral("skyddar det som är sparat")));
    const auto tries = harness.composition().workspace().devices().front().triesLeft;
    giveWrong(harness);
    CHECK(harness.composition().workspace().devices().front().triesLeft == tries);
}

TEST_CASE("when the last try is gone the page says what is left and whom to ask")
{
    AppHarness harness(locked());
    for (int tries = 0; tries < 12 && harness.app().lockPage()->closedText().isEmpty(); ++tries) {
        giveWrong(harness);
        harness.clock().advance(std::chrono::hours(30));
    }
    CHECK(harness.shows(QStringLiteral("Det du sparat finns kvar")));
    CHECK(harness.shows(QStringLiteral("återställningsnyckeln")));
    CHECK_FALSE(harness.findPressable(QStringLiteral("Lås upp")));
}

TEST_CASE("Dölj nu leaves general guidance on the screen, and the way back asks for the passphrase")
{
    AppHarness harness;
    harness.key(Qt::Key_H, Qt::ControlModifier);
    CHECK(harness.app().cover() == AppViewModel::Cover::Harmless);
    CHECK(harness.shows(QStringLiteral("Bra att veta")));
    CHECK_FALSE(harness.shows(QStringLiteral("Elin Lund")));
    harness.key(Qt::Key_Escape);
    harness.key(Qt::Key_Left, Qt::AltModifier);
    CHECK(harness.app().cover() == AppViewModel::Cover::Harmless);
    harness.tap(QStringLiteral("Lås upp"));
    CHECK(harness.app().cover() == AppViewModel::Cover::Lock);
    CHECK(harness.composition().workspace().state() == viewmodels::Workspace::State::Locked);
    harness.type(passphrase());
    harness.key(Qt::Key_Return);
    harness.waitFor([&] { return harness.app().cover() == AppViewModel::Cover::None; });
}

TEST_CASE("while locked nothing of the pages is in sight or within reach of a reader")
{
    AppHarness harness;
    harness.app().lockNow();
    harness.waitFor([&] { return harness.app().cover() == AppViewModel::Cover::Lock; });
    harness.settle();
    CHECK_FALSE(harness.findPressable(QStringLiteral("Nytt")));
    CHECK_FALSE(harness.findPressable(QStringLiteral("Profil")));
    QAccessibleInterface *field = QAccessible::queryAccessibleInterface(harness.focused());
    REQUIRE(field);
    CHECK(field->role() == QAccessible::EditableText);
    CHECK(field->state().passwordEdit);
    CHECK(field->text(QAccessible::Description) == QStringLiteral("0 tecken skrivna"));
}

TEST_CASE("a further worker can be added, and the way back leads to the lock")
{
    AppHarness harness(locked());
    harness.tap(QStringLiteral("Byt användare"));
    harness.tap(QStringLiteral("Lägg till mig"));
    CHECK(harness.app().cover() == AppViewModel::Cover::Enrol);
    CHECK_FALSE(harness.app().lockPage()->isChoosing());
    harness.tap(QStringLiteral("Tillbaka"));
    CHECK(harness.app().cover() == AppViewModel::Cover::Lock);
}

TEST_CASE("a device is hidden while it unlocks: it stays hidden, and the store is closed again")
{
    AppHarness harness(locked());
    auto &workspace = harness.composition().workspace();
    workspace.unlock(crypto::SecretBytes::copyOf(base::bytesOf(app::TrainingPassphrase)), &workspace,
                     [](const base::Result<void> &) {});
    REQUIRE(workspace.state() == Workspace::State::Unlocking);
    harness.app().hideNow();
    harness.waitFor([&] { return workspace.state() == Workspace::State::Locked; });
    harness.settle();
    CHECK(harness.app().cover() == AppViewModel::Cover::Harmless);
    bool isAnswered = false;
    workspace.read<int>(
        &workspace, [](viewmodels::OpenStore &) { return base::Result<int>(1); },
        [&](const base::Result<int> &answer) {
            isAnswered = true;
            CHECK(answer.error().code() == base::ErrorCode::Locked);
        });
    harness.waitFor([&] { return isAnswered; });
    harness.app().returnFromHiding();
    harness.unlock();
    CHECK(harness.app().cover() == AppViewModel::Cover::None);
}

TEST_CASE("from Mer a further worker is added on a closed store; a code that fails leads back to the lock")
{
    AppHarness harness;
    harness.app().addWorker();
    CHECK(harness.app().cover() == AppViewModel::Cover::Enrol);
    harness.waitFor([&] { return harness.composition().workspace().state() == Workspace::State::Locked; });
    CHECK(harness.app().enrolPage()->canCancel());
    protocol::EnrolmentCode code;
    code.host = "localhost";
    code.port = 1;
    bool isRefused = false;
    harness.composition().workspace().enrol(code, crypto::SecretBytes::copyOf(base::bytesOf("fyra vanliga ord här")),
                                            &harness.app(),
                                            [&](const base::Result<void> &enrolled) { isRefused = !enrolled; });
    harness.waitFor([&] { return isRefused; });
    CHECK(harness.composition().workspace().state() == Workspace::State::Locked);
    harness.app().cancelEnrolment();
    CHECK(harness.app().cover() == AppViewModel::Cover::Lock);
}

TEST_CASE("an order of the server that was carried out is told on the lock screen")
{
    AppHarness harness;
    harness.app().goTo(viewmodels::Router::Place::People);
    harness.settle();
    auto *people = dynamic_cast<viewmodels::PeopleViewModel *>(harness.app().navigator()->top());
    REQUIRE(people);
    people->search(QStringLiteral("Anna"));
    harness.app().openSettings();
    harness.settle();
    harness.app().lockNow();
    harness.waitFor([&] { return harness.app().cover() == AppViewModel::Cover::Lock; });
    CHECK(people->query() == QStringLiteral("Anna"));
    Q_EMIT harness.composition().workspace().orderedAway(false);
    CHECK(harness.app().lockPage()->orderText().startsWith(QStringLiteral("Kontoret har låst enheten.")));
    CHECK(harness.app().navigator()->depth() == 1);
    // Whoever unlocks next reads nothing of what was searched for.
    CHECK(people->query().isEmpty());
}
