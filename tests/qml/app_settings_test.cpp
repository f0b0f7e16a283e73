// What the device remembers about its look, also when the file was spoilt.
#include "qml/viewmodels/shell/app_settings.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

#include <cmath>
#include <fstream>
#include <limits>

using faltakt::viewmodels::AppSettings;

namespace {

void spoil(const std::filesystem::path &folder, const std::string &content)
{
    std::ofstream(folder / "settings.ini", std::ios::binary) << content;
}

void checkDefaults(const AppSettings &settings)
{
    CHECK(settings.scheme() == AppSettings::Scheme::System);
    CHECK(settings.textScale() == 1.0);
    CHECK(settings.language() == QStringLiteral("sv"));
    CHECK_FALSE(settings.namesHidden());
    CHECK_FALSE(settings.reducedMotion());
    CHECK(settings.advancesByItself());
    CHECK(settings.autoLockMinutes() == 4);
}

} // namespace

TEST_CASE("settings survive the app")
{
    const faltakt::test::TemporaryFolder folder;
    {
        AppSettings settings(folder.path());
        settings.setScheme(AppSettings::Scheme::HighContrastDark);
        settings.setTextScale(1.5);
        settings.setLanguage(QStringLiteral("en"));
        settings.setNamesHidden(true);
        settings.setReducedMotion(true);
        settings.setAdvancesByItself(false);
        settings.setAutoLockMinutes(9);
    }
    const AppSettings settings(folder.path());
    CHECK(settings.scheme() == AppSettings::Scheme::HighContrastDark);
    CHECK(settings.textScale() == 1.5);
    CHECK(settings.language() == QStringLiteral("en"));
    CHECK(settings.namesHidden());
    CHECK(settings.reducedMotion());
    CHECK_FALSE(settings.advancesByItself());
    CHECK(settings.autoLockMinutes() == 9);
}

TEST_CASE("without a file the settings are those of a new device")
{
    const faltakt::test::TemporaryFolder folder;
    checkDefaults(AppSettings(folder.path()));
}

TEST_CASE("a spoilt file gives the settings of a new device, and what is set then holds")
{
    const std::string content = GENERATE(
        std::string("\x00\xff\xfe\x01garbage\x00[[[==", 18), std::string("[General\nscheme"), std::string(5000, '\xff'),
        std::string("[General]\nscheme=purple\ntextScale=nan\nlanguage=xx\nautoLockMinutes=often\nreducedMotion=\n"));
    const faltakt::test::TemporaryFolder folder;
    spoil(folder.path(), content);
    {
        AppSettings settings(folder.path());
        checkDefaults(settings);
        settings.setNamesHidden(true);
        CHECK(settings.namesHidden());
    }
    CHECK(AppSettings(folder.path()).namesHidden());
}

TEST_CASE("settings stay within what the app can show")
{
    const faltakt::test::TemporaryFolder folder;
    spoil(folder.path(), "[General]\nscheme=99\ntextScale=80\nautoLockMinutes=-3\n");
    AppSettings settings(folder.path());
    CHECK(settings.scheme() == AppSettings::Scheme::HighContrastDark);
    CHECK(settings.textScale() == 2.0);
    CHECK(settings.autoLockMinutes() == 1);
    settings.setTextScale(0.2);
    CHECK(settings.textScale() == 1.0);
    settings.setTextScale(std::numeric_limits<qreal>::quiet_NaN());
    CHECK(settings.textScale() == 1.0);
    settings.setAutoLockMinutes(600);
    CHECK(settings.autoLockMinutes() == 15);
}

TEST_CASE("a change is told once, and what is no change is not told")
{
    const faltakt::test::TemporaryFolder folder;
    AppSettings settings(folder.path());
    int told = 0;
    QObject::connect(&settings, &AppSettings::namesHiddenChanged, [&] { ++told; });
    settings.setNamesHidden(true);
    settings.setNamesHidden(true);
    CHECK(told == 1);
}
