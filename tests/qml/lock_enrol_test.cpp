// Making a device a worker's, as far as it goes without a server; the whole way is in the end-to-end tests.
#include "core/crypto/system_random.h"
#include "qml/viewmodels/lock/enrol_view_model.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

using namespace faltakt;
using viewmodels::AppSettings;
using viewmodels::EnrolViewModel;
using viewmodels::SecretInput;
using viewmodels::Workspace;
using Step = EnrolViewModel::Step;

namespace {

/// Nobody listens on this port.
const QString Code =
    QStringLiteral("faltakt://localhost:9/#%1.%2").arg(QString(43, QLatin1Char('A')), QString(22, QLatin1Char('A')));

/// An empty device in front of its first worker.
struct NewDevice {
    NewDevice()
    {
        viewmodels::WorkspaceSetup setup{folder.path(), clock, clock, random};
        setup.kdfFloor = crypto::KdfCost::forTests();
        setup.kdfCost = crypto::KdfCost::forTests();
        composition = std::make_unique<app::Composition>(std::move(setup));
    }
    EnrolViewModel &enrol() { return *composition->app().enrolPage(); }
    void give(const QString &passphrase)
    {
        secret.append(passphrase);
        enrol().acceptPassphrase(&secret);
    }

    test::AppHarness application; ///< Makes the application object.
    test::TemporaryFolder folder;
    base::ManualClock clock{base::instantFromMs(1'780'000'000'000)};
    crypto::SystemRandom random;
    std::unique_ptr<app::Composition> composition;
    SecretInput secret;
};

} // namespace

TEST_CASE("an empty device asks for the code")
{
    NewDevice device;
    CHECK(device.composition->app().cover() == viewmodels::AppViewModel::Cover::Enrol);
    CHECK(device.enrol().step() == Step::Code);
    CHECK_FALSE(device.enrol().canCancel());
}

TEST_CASE("half a code is refused in words that say what to do")
{
    NewDevice device;
    device.enrol().acceptCode();
    CHECK(device.enrol().problem().contains(QStringLiteral("fått av kontoret")));
    device.enrol().setCode(Code.left(30));
    device.enrol().acceptCode();
    CHECK(device.enrol().problem().contains(QStringLiteral("inte hel")));
    CHECK(device.enrol().step() == Step::Code);
}

TEST_CASE("a whole code shows whose server it is and asks for a passphrase")
{
    NewDevice device;
    device.enrol().setCode(QStringLiteral("  %1 \n").arg(Code));
    device.enrol().acceptCode();
    CHECK(device.enrol().step() == Step::Passphrase);
    CHECK(device.enrol().server() == QStringLiteral("localhost"));
    CHECK(device.enrol().rule().contains(QStringLiteral("12 tecken")));
}

TEST_CASE("a passphrase that is too weak is refused with what it lacks")
{
    NewDevice device;
    device.enrol().setCode(Code);
    device.enrol().acceptCode();
    device.give(QStringLiteral("för kort"));
    CHECK(device.enrol().problem().contains(QStringLiteral("minst 12 tecken")));
    device.give(QString(14, QLatin1Char('a')));
    CHECK(device.enrol().problem().contains(QStringLiteral("går att gissa")));
    CHECK(device.enrol().step() == Step::Passphrase);
}

TEST_CASE("the passphrase is asked for twice, and a slip begins anew")
{
    NewDevice device;
    device.enrol().setCode(Code);
    device.enrol().acceptCode();
    device.give(QStringLiteral("fyra vanliga ord här"));
    CHECK(device.enrol().step() == Step::Again);
    device.give(QStringLiteral("fyra vanliga ord där"));
    CHECK(device.enrol().step() == Step::Passphrase);
    CHECK(device.enrol().problem().contains(QStringLiteral("inte lika")));
}

TEST_CASE("without an answer the code stays, and the words say that a new try goes on")
{
    NewDevice device;
    device.enrol().setCode(Code);
    device.enrol().acceptCode();
    device.give(QStringLiteral("fyra vanliga ord här"));
    device.give(QStringLiteral("fyra vanliga ord här"));
    CHECK(device.enrol().isBusy());
    CHECK_FALSE(device.enrol().progress().isEmpty());
    REQUIRE(QTest::qWaitFor([&] { return !device.enrol().isBusy(); }, 20'000));
    CHECK(device.enrol().code() == Code);
    CHECK(device.enrol().problem().contains(QStringLiteral("Koden är kvar")));
    CHECK(device.composition->workspace().state() == Workspace::State::NoDevice);
}

TEST_CASE("the same code leads to the same folder, another code to another")
{
    NewDevice device;
    const auto &setup = device.composition->workspace().setup();
    const auto code = protocol::EnrolmentCode::parse(Code.toStdString());
    REQUIRE(code.has_value());
    auto other = *code;
    other.secret[0] = 1;
    CHECK(viewmodels::enrolmentFolder(setup, *code) == viewmodels::enrolmentFolder(setup, *code));
    CHECK(viewmodels::enrolmentFolder(setup, *code) != viewmodels::enrolmentFolder(setup, other));
}
