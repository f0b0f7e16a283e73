#include "qml/controls/theme.h"

#include <QFontDatabase>
#include <QGuiApplication>

#include <array>

namespace faltakt::controls {
namespace {

struct TypeStyle {
    const char *role;
    int size;
    int line;
    int largeSize;
    int largeLine;
    int weight;
};

// Sizes in px at 100 %. "large": the question from 600 px width, and everything that a person reads in self-fill.
constexpr std::array<TypeStyle, 14> Types = {{
    {"display", 32, 40, 32, 40, 600},
    {"title", 28, 36, 28, 36, 600},
    {"heading", 20, 28, 20, 28, 600},
    {"question", 24, 32, 28, 38, 600},
    {"questionSelf", 30, 42, 30, 42, 600},
    {"body", 17, 25, 20, 29, 400},
    {"strong", 17, 25, 20, 29, 600},
    {"answer", 18, 24, 22, 30, 500},
    {"row", 16, 22, 16, 22, 400},
    {"label", 15, 20, 15, 20, 600},
    {"meta", 15, 20, 15, 20, 400},
    {"chip", 14, 20, 14, 20, 600},
    {"nav", 13, 17, 13, 17, 600},
    {"number", 20, 28, 32, 40, 600},
}};

const TypeStyle &styleOf(const QString &role)
{
    for (const auto &type : Types)
        if (role == QLatin1String(type.role))
            return type;
    Q_ASSERT_X(false, "Theme", "unknown text role");
    return Types.at(5);
}

QString loadFonts()
{
    QString family;
    for (const auto *weight : {"400Regular", "500Medium", "600SemiBold", "700Bold"}) {
        const int id = QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/%1.ttf").arg(QLatin1String(weight)));
        const auto families = QFontDatabase::applicationFontFamilies(id);
        if (!families.isEmpty())
            family = families.first();
    }
    return family;
}

} // namespace

Theme::Theme(QObject *parent) : QObject(parent), m_palette(Palette::Scheme::Light), m_fontFamily(loadFonts()) {}

qreal Theme::penControl() const
{
    // One and a half pixel is sharp only where a pixel is two.
    return contrast() || qGuiApp->devicePixelRatio() < 2 ? 2 : 1.5;
}

void Theme::setScheme(Scheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    m_palette = Palette(static_cast<Palette::Scheme>(scheme));
    Q_EMIT schemeChanged();
}

void Theme::setTextScale(qreal scale)
{
    const auto bounded = qBound(1.0, scale, 2.0);
    if (qFuzzyCompare(bounded, m_textScale))
        return;
    m_textScale = bounded;
    Q_EMIT textScaleChanged();
}

void Theme::setReducedMotion(bool reduced)
{
    if (reduced == m_reducedMotion)
        return;
    m_reducedMotion = reduced;
    Q_EMIT reducedMotionChanged();
}

int Theme::scaled(qreal pixels) const { return qRound(pixels * m_textScale); }

Theme::WidthClass Theme::widthClass(qreal width) const
{
    if (width < 600)
        return Compact;
    if (width < 840)
        return Medium;
    return width < 1200 ? Expanded : Large;
}

int Theme::typeSize(const QString &role, bool large) const
{
    return large ? styleOf(role).largeSize : styleOf(role).size;
}

int Theme::typeLine(const QString &role, bool large) const
{
    return large ? styleOf(role).largeLine : styleOf(role).line;
}

int Theme::typeWeight(const QString &role) const { return styleOf(role).weight; }

} // namespace faltakt::controls
