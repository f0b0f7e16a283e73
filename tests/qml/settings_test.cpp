#include "qml/viewmodels/lock/secret_input.h"
#include "qml/viewmodels/settings/settings_view_model.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"
#include "tests/support/pack_folder.h"

#include <algorithm>

using namespace faltakt;
using viewmodels::AppSettings;
using viewmodels::SecretInput;
using viewmodels::SettingsViewModel;

namespace {

struct SettingsDesk {
    SettingsDesk()
    {
        harness.app().openSettings();
        harness.settle();
    }
    SettingsViewModel &page()
    {
        auto *page = dynamic_cast<SettingsViewModel *>(harness.app().navigator()->top());
        REQUIRE(page);
        return *page;
    }
    AppSettings &settings() { return harness.composition().settings(); }
    /// Types the three and orders the change.
    void changePassphrase(const QString &current, const QString &next, const QString &again)
    {
        viewmodels::PassphraseChange &change = *page().passphrase();
        change.open();
        m_current.append(current);
        m_next.append(next);
        m_again.append(again);
        change.change(&m_current, &m_next, &m_again);
        harness.waitFor([&] { return !change.isBusy(); });
    }
    /// Whether a locked app opens by it.
    bool opens(const QString &passphrase)
    {
        viewmodels::Workspace &workspace = harness.composition().workspace();
        workspace.lock();
        harness.waitFor([&] { return workspace.state() == viewmodels::Workspace::State::Locked; });
        std::optional<bool> opened;
        const QByteArray bytes = passphrase.toUtf8();
        workspace.unlock(
            crypto::SecretBytes::copyOf(base::bytesOf(std::string_view(bytes.constData(), std::size_t(bytes.size())))),
            &workspace, [&](const base::Result<void> &result) { opened = result.has_value(); });
        harness.waitFor([&] { return opened.has_value(); });
        return *opened;
    }

    test::AppHarness harness;

private:
    SecretInput m_current, m_next, m_again;
};

const QString Current = QString::fromUtf8(app::TrainingPassphrase.data(), qsizetype(app::TrainingPassphrase.size()));
const QString Next = QStringLiteral("fyra vanliga ord till");

} // namespace

TEST_CASE("each choice holds at once and is there after a restart")
{
    SettingsDesk desk;
    desk.page().chooseScheme(int(AppSettings::Scheme::HighContrastDark));
    desk.page().chooseTextSize(3);
    desk.page().chooseLockTime(0);
    desk.harness.settle();
    desk.harness.tap(QStringLiteral("Inget"));
    desk.page().toggleAdvancing();
    desk.page().toggleNames();
    CHECK(desk.settings().scheme() == AppSettings::Scheme::HighContrastDark);
    CHECK(desk.settings().textScale() == 1.5);
    CHECK(desk.settings().autoLockMinutes() == 1);
    CHECK_FALSE(desk.settings().advancesByItself());
    CHECK(desk.settings().namesHidden());

    const AppSettings kept(desk.harness.composition().workspace().setup().dataFolder);
    CHECK(kept.scheme() == AppSettings::Scheme::HighContrastDark);
    CHECK(kept.autoLockMinutes() == 1);
    CHECK_FALSE(kept.advancesByItself());
    CHECK(kept.meteredUse() == client::MeteredUse::Nothing);
}

TEST_CASE("what goes over mobile data is told in words and holds for the link at once")
{
    SettingsDesk desk;
    const viewmodels::Workspace &workspace = desk.harness.composition().workspace();
    desk.harness.network().become({platform::NetworkState::Reach::Some, platform::NetworkState::Cost::Metered});
    CHECK(desk.page().mobileDataIndex() == int(client::MeteredUse::ChangesOnly));
    CHECK(workspace.link().syncsByItself());
    CHECK_FALSE(workspace.link().largeTransfersAllowed());

    desk.page().chooseMobileData(int(client::MeteredUse::Everything));
    CHECK(workspace.link().largeTransfersAllowed());
    CHECK(desk.harness.shows(QStringLiteral("också stora filer")));

    desk.page().chooseMobileData(int(client::MeteredUse::Nothing));
    CHECK_FALSE(workspace.link().syncsByItself());
    CHECK(desk.harness.shows(QStringLiteral("Skicka nu på sidan Synk gör det ändå")));
}

TEST_CASE("another language is on the screen at once, with its plural forms")
{
    SettingsDesk desk;
    CHECK(desk.harness.shows(QStringLiteral("Inställningar")));
    CHECK(desk.page().lockTimes().front() == QStringLiteral("1 minut"));
    desk.page().chooseLanguage(1);
    desk.harness.settle();
    CHECK(desk.harness.shows(QStringLiteral("Settings")));
    CHECK(desk.page().lockTimes().front() == QStringLiteral("1 minute"));
    CHECK(desk.page().lockTimes().back() == QStringLiteral("15 minutes"));
}

TEST_CASE("the page says what is stored on the device")
{
    SettingsDesk desk;
    REQUIRE(desk.page().stored()->count() >= 3);
    CHECK(desk.page().stored()->lines().front().trailing.toInt() > 0);
    CHECK(desk.page().versionText() == QStringLiteral("0.1.0"));
}

TEST_CASE("typeface and icons show their licences, and a second press closes them")
{
    SettingsDesk desk;
    desk.page().openLicence(0);
    CHECK(desk.page().licenceText().contains(QStringLiteral("Open Font License"), Qt::CaseInsensitive));
    desk.page().openLicence(1);
    CHECK(desk.page().licenceText().contains(QStringLiteral("ISC"), Qt::CaseInsensitive));
    desk.page().openLicence(1);
    CHECK(desk.page().licenceText().isEmpty());
}

TEST_CASE("a changed passphrase opens the app from then on, and the old one does not")
{
    SettingsDesk desk;
    desk.changePassphrase(Current, Next, Next);
    CHECK_FALSE(desk.page().passphrase()->doneText().isEmpty());
    CHECK_FALSE(desk.page().passphrase()->isOpen());
    CHECK_FALSE(desk.opens(Current));
    CHECK(desk.opens(Next));
}

TEST_CASE("a wrong old passphrase changes nothing and counts as a try")
{
    SettingsDesk desk;
    desk.changePassphrase(QStringLiteral("inte den rätta"), Next, Next);
    CHECK(desk.page().passphrase()->oldProblem().contains(QStringLiteral("9 försök kvar")));
    CHECK(desk.opens(Current));
}

TEST_CASE("a short new passphrase and two that differ are told at their field, before anything is tried")
{
    SettingsDesk desk;
    desk.changePassphrase(Current, QStringLiteral("kort"), QStringLiteral("kort"));
    CHECK_FALSE(desk.page().passphrase()->newProblem().isEmpty());
    desk.changePassphrase(Current, Next, QStringLiteral("något helt annat här"));
    CHECK_FALSE(desk.page().passphrase()->againProblem().isEmpty());
    CHECK(desk.opens(Current));
}

TEST_CASE("the device counts the test answers of every form and says of each how that went")
{
    SettingsDesk desk;
    viewmodels::FormCheck &check = *desk.page().formCheck();
    desk.harness.tap(QStringLiteral("Kontrollera formulären"));
    CHECK(check.isBusy());
    // Pressed once more it does not begin again.
    check.run();
    desk.harness.waitFor([&] { return !check.isBusy(); });
    const std::size_t forms = screening::InstrumentLibrary::shipped().value().all().size();
    CHECK(std::size_t(check.lines()->count()) == forms);
    CHECK(check.soundText() == QStringLiteral("Alla formulär räknar rätt."));
    CHECK(check.faultText().isEmpty());
    CHECK(desk.harness.shows(check.soundText()));
    for (const auto &line : check.lines()->lines())
        CHECK(line.trailing.endsWith(QStringLiteral("provsvar rätt")));
    // What is about violence keeps its name here too.
    CHECK(std::ranges::count(check.lines()->lines(), QStringLiteral("Trygghetssamtal"),
                             &viewmodels::LineListModel::Line::text)
          == 1);
}

TEST_CASE("a form that counts wrong is named, and so is the pack that it is from")
{
    SettingsDesk desk;
    const std::string right = screening::shippedVectors("audit").value();
    const std::string bytes =
        test::packWithVectors(test::contentPack("7"), test::replaced(right, "\"score\": 0", "\"score\": 1"));
    REQUIRE(desk.harness.inStore<int>([bytes](viewmodels::OpenStore &store) -> base::Result<int> {
        store::ContentPacks packs = store.cases.contentPacks();
        const base::Hash hash = crypto::blake2b256(base::bytesOf(bytes));
        TRY_VOID(packs.expect(hash, "audit-official", "7", std::int64_t(bytes.size())));
        for (std::size_t at = 0; at < bytes.size(); at += std::size_t(store::ContentPacks::ChunkBytes))
            TRY_VOID(packs.addChunk(hash, base::bytesOf(bytes.substr(at, std::size_t(store::ContentPacks::ChunkBytes))),
                                    "damaged"));
        TRY_VOID(packs.judge(hash, store::PackState::Taken, {}, "another program"));
        return 0;
    }));
    desk.harness.settle();
    viewmodels::FormCheck &check = *desk.page().formCheck();
    check.run();
    desk.harness.waitFor([&] { return !check.isBusy(); });
    CHECK(check.soundText().isEmpty());
    CHECK(check.faultText().startsWith(QStringLiteral("Räknar fel på den här enheten: AUDIT.")));
    desk.harness.settle();
    CHECK(desk.harness.shows(check.faultText()));
    const auto &lines = check.lines()->lines();
    const auto wrong =
        std::ranges::find(lines, QStringLiteral("Räknar fel"), &viewmodels::LineListModel::Line::trailing);
    REQUIRE(wrong != lines.end());
    CHECK(wrong->secondary == QStringLiteral("Ur innehållspaketet audit-official 7"));
}

TEST_CASE("a check that a lock breaks off leaves nothing on the page")
{
    SettingsDesk desk;
    viewmodels::FormCheck &check = *desk.page().formCheck();
    check.run();
    desk.harness.composition().workspace().lock();
    desk.harness.waitFor(
        [&] { return desk.harness.composition().workspace().state() == viewmodels::Workspace::State::Locked; });
    desk.harness.settle();
    CHECK_FALSE(check.isBusy());
    CHECK(check.lines()->count() == 0);
    CHECK(check.soundText().isEmpty());
}
