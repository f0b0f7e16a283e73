// Every two colours that meet, in all four schemes, read from Theme itself: text 4.5:1, parts of controls 3:1 (WCAG 2.2
// 1.4.3 and 1.4.11). A pair is named by what a person sees.
#include "tests/qml/stage.h"
#include "tests/support/catch.h"

#include <cmath>

using faltakt::controls::Palette;
using faltakt::controls::Theme;

namespace {

struct Pair {
    QString meaning;
    QColor front;
    QColor back;
};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QList<Pair> onPlanes(const Theme &theme, const QString &what, const QColor &ink)
{
    return {{what + QStringLiteral(" on the window"), ink, theme.bg()},
            {what + QStringLiteral(" on a card"), ink, theme.surface()},
            {what + QStringLiteral(" on an advice box or a hovered row"), ink, theme.surfaceAlt()},
            {what + QStringLiteral(" on a chosen or pressed row"), ink, theme.surfaceSel()}};
}

/// The kinds whose mark is drawn on planes and on a tint of its own; training has its own bar.
QStringList kinds()
{
    auto names = Palette::tones();
    names.removeOne(QStringLiteral("plain"));
    names.removeOne(QStringLiteral("info"));
    names.removeOne(QStringLiteral("training"));
    return names;
}

QList<Pair> textPairs(const Theme &theme)
{
    QList<Pair> pairs = onPlanes(theme, QStringLiteral("text"), theme.text());
    pairs += onPlanes(theme, QStringLiteral("secondary text"), theme.textMuted());
    pairs += onPlanes(theme, QStringLiteral("a link, a quiet button, a chosen tab"), theme.primary());
    pairs += onPlanes(theme, QStringLiteral("a link while pressed"), theme.primaryPressed());
    pairs.append({QStringLiteral("a control that is off, on the window"), theme.textDisabled(), theme.bg()});
    pairs.append({QStringLiteral("a control that is off, on a card"), theme.textDisabled(), theme.surface()});
    pairs.append({QStringLiteral("a main button that is off"), theme.textMuted(), theme.surfaceAlt()});
    pairs.append({QStringLiteral("words on the main button"), theme.onPrimary(), theme.primary()});
    pairs.append({QStringLiteral("words on the main button, pressed"), theme.onPrimary(), theme.primaryPressed()});
    pairs.append({QStringLiteral("words on the training bar"), theme.onTraining(), theme.training()});
    pairs.append({QStringLiteral("the score in its pin"), theme.surface(), theme.text()});
    for (int zone = 0; zone < 4; ++zone)
        pairs.append(
            {QStringLiteral("the numeral of zone %1").arg(zone + 1), theme.text(), theme.palette().zone(zone)});
    for (const auto &kind : kinds()) {
        const auto mark = theme.palette().mark(kind);
        pairs += onPlanes(theme, kind + QStringLiteral(" as words"), mark);
        pairs.append({kind + QStringLiteral(" on its tint"), mark, theme.palette().tint(kind)});
        pairs.append({QStringLiteral("text on the tint of ") + kind, theme.text(), theme.palette().tint(kind)});
        pairs.append({QStringLiteral("words on solid ") + kind, theme.onSemantic(), mark});
    }
    return pairs;
}

QList<Pair> partPairs(const Theme &theme)
{
    QList<Pair> pairs = {
        {QStringLiteral("edge of a field on the window"), theme.outline(), theme.bg()},
        {QStringLiteral("edge of a field on a card"), theme.outline(), theme.surface()},
        {QStringLiteral("edge of a button on a hovered plane"), theme.outline(), theme.surfaceAlt()},
        {QStringLiteral("edge of what is chosen on the window"), theme.primary(), theme.bg()},
        {QStringLiteral("edge of what is chosen on a card"), theme.primary(), theme.surface()},
        {QStringLiteral("bar of a chosen row"), theme.primary(), theme.surfaceSel()},
        {QStringLiteral("done part of the progress on the rest"), theme.primary(), theme.surface()},
        {QStringLiteral("knob in a switch that is on"), theme.onPrimary(), theme.primary()},
        {QStringLiteral("focus ring on the window"), theme.focus(), theme.bg()},
        {QStringLiteral("focus ring on a card"), theme.focus(), theme.surface()},
        {QStringLiteral("focus ring on an advice box"), theme.focus(), theme.surfaceAlt()},
        {QStringLiteral("focus ring inside a chosen row"), theme.focus(), theme.surfaceSel()},
        {QStringLiteral("edge of a field with an error"), theme.palette().mark(QStringLiteral("danger")),
         theme.surface()},
    };
    for (int zone = 0; zone < 4; ++zone) {
        pairs.append(
            {QStringLiteral("line of the plot on zone %1").arg(zone + 1), theme.text(), theme.palette().zone(zone)});
    }
    for (const auto &kind : kinds()) {
        pairs.append(
            {QStringLiteral("edge of a chip of ") + kind, theme.palette().mark(kind), theme.palette().tint(kind)});
        pairs.append({QStringLiteral("a chip of ") + kind + QStringLiteral(" on a card"), theme.palette().mark(kind),
                      theme.surface()});
    }
    return pairs;
}

void checkAll(QList<Pair> (*pairsOf)(const Theme &), double least, qsizetype atLeastPairs)
{
    faltakt::test::ensureApplication();
    Theme theme;
    for (const auto scheme : {Theme::Light, Theme::Dark, Theme::ContrastLight, Theme::ContrastDark}) {
        theme.setScheme(scheme);
        const auto pairs = pairsOf(theme);
        CHECK(pairs.size() >= atLeastPairs);
        for (const auto &pair : pairs) {
            INFO("scheme " << scheme << ": " << pair.meaning.toStdString());
            CHECK(contrast(pair.front, pair.back) >= least);
        }
    }
}

} // namespace

TEST_CASE("the formula of contrast is that of WCAG")
{
    CHECK(contrast(Qt::black, Qt::white) == Approx(21.0));
    CHECK(contrast(QColor(0x77, 0x77, 0x77), Qt::white) == Approx(4.478).margin(0.001));
}

TEST_CASE("text can be read on every plane that it meets") { checkAll(textPairs, 4.5, 78); }

TEST_CASE("parts of controls can be told from what is beside them") { checkAll(partPairs, 3.0, 20); }

TEST_CASE("in high contrast every plane of a chip is the plane of the page")
{
    faltakt::test::ensureApplication();
    Theme theme;
    for (const auto scheme : {Theme::ContrastLight, Theme::ContrastDark}) {
        theme.setScheme(scheme);
        for (const auto &kind : kinds())
            CHECK(theme.palette().tint(kind) == theme.bg());
    }
}

TEST_CASE("a tone that is not known is shown as plain")
{
    const Palette palette(Palette::Scheme::Light);
    CHECK(palette.mark(QStringLiteral("unheard of")) == palette.mark(QStringLiteral("plain")));
}

TEST_CASE("zones grow darker on white and lighter on black, in one hue")
{
    for (const auto scheme : {Palette::Scheme::Light, Palette::Scheme::Dark, Palette::Scheme::ContrastLight,
                              Palette::Scheme::ContrastDark}) {
        const Palette palette(scheme);
        const bool darker = scheme == Palette::Scheme::Light || scheme == Palette::Scheme::ContrastLight;
        for (int zone = 1; zone < 4; ++zone)
            CHECK((luminance(palette.zone(zone)) < luminance(palette.zone(zone - 1))) == darker);
    }
}

TEST_CASE("the text size stays between once and twice")
{
    faltakt::test::ensureApplication();
    Theme theme;
    theme.setTextScale(3);
    CHECK(theme.textScale() == 2.0);
    theme.setTextScale(0.5);
    CHECK(theme.textScale() == 1.0);
}

TEST_CASE("the typeface is the app's own")
{
    faltakt::test::ensureApplication();
    CHECK(Theme().fontFamily() == QStringLiteral("Atkinson Hyperlegible Next"));
}
