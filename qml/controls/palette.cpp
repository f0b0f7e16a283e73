#include "qml/controls/palette.h"

#include <array>

namespace faltakt::controls {
namespace {

constexpr std::size_t SchemeCount = 4;
using Shades = std::array<QRgb, SchemeCount>;

// Light, dark, high contrast light, high contrast dark. Every pair that meets is held to WCAG by qml_controls.
constexpr std::array<Shades, Palette::RoleCount> Tokens = {{
    {0xFFF4F6F5, 0xFF0F1516, 0xFFFFFFFF, 0xFF000000}, // Background
    {0xFFFFFFFF, 0xFF182022, 0xFFFFFFFF, 0xFF000000}, // Surface
    {0xFFEAEFEE, 0xFF222C2E, 0xFFFFFFFF, 0xFF000000}, // SurfaceAlt
    {0xFFDDEDEC, 0xFF1E3A3D, 0xFFE6F0FF, 0xFF00333A}, // SurfaceSelected
    {0xFF182225, 0xFFE9EFEF, 0xFF000000, 0xFFFFFFFF}, // Text
    {0xFF4B585C, 0xFFAEBBBD, 0xFF000000, 0xFFFFFFFF}, // TextMuted
    {0xFF677377, 0xFF8E9B9E, 0xFF4A4A4A, 0xFFBDBDBD}, // TextDisabled
    {0xFF748185, 0xFF7F8E91, 0xFF000000, 0xFFFFFFFF}, // Outline
    {0xFFD5DDDC, 0xFF303B3E, 0xFF000000, 0xFFFFFFFF}, // DividerLine
    {0xFF0B5A63, 0xFF86CDD3, 0xFF003B8E, 0xFF7FE3FF}, // Primary
    {0xFF07434A, 0xFFA9DFE3, 0xFF00245A, 0xFFC2F2FF}, // PrimaryPressed
    {0xFFFFFFFF, 0xFF06292D, 0xFFFFFFFF, 0xFF000000}, // OnPrimary
    {0xFF1D4ED8, 0xFFFFD166, 0xFFB80056, 0xFFFFFF00}, // Focus
    {0xFFFFFFFF, 0xFF101617, 0xFFFFFFFF, 0xFF000000}, // OnSemantic
    {0xFFFFE08A, 0xFFFFE08A, 0xFFFFFF00, 0xFFFFFF00}, // Training
    {0xFF3A2C00, 0xFF3A2C00, 0xFF000000, 0xFF000000}, // OnTraining
}};

constexpr std::array<Shades, 4> Zones = {{
    {0xFFE3EFEE, 0xFF1C2B2D, 0xFFFFFFFF, 0xFF000000},
    {0xFFC3DEDD, 0xFF214246, 0xFFE0E0E0, 0xFF262626},
    {0xFF93C2C3, 0xFF29595E, 0xFFBDBDBD, 0xFF4D4D4D},
    {0xFF5A9DA1, 0xFF31737A, 0xFF949494, 0xFF6E6E6E},
}};

struct Tone {
    const char *name;
    const char *icon;
    Shades mark;
    Shades tint;
};

constexpr Shades ContrastGround(QRgb light, QRgb dark) { return {light, dark, 0xFFFFFFFF, 0xFF000000}; }

constexpr std::array<Tone, 11> Tones = {{
    {"plain", "", Tokens[Palette::TextMuted], Tokens[Palette::Surface]},
    {"info", "info", Tokens[Palette::Text], Tokens[Palette::SurfaceAlt]},
    {"law", "scale", {0xFF8A2B3C, 0xFFF2A7B0, 0xFF7A0019, 0xFFFF9DB0}, ContrastGround(0xFFF9E9EB, 0xFF3A1F25)},
    {"guideline",
     "book-open",
     {0xFF1F5796, 0xFFA4C8F5, 0xFF003B8E, 0xFF9CCBFF},
     ContrastGround(0xFFE6EFF9, 0xFF1B2C42)},
    {"default",
     "sliders-horizontal",
     {0xFF5A5F52, 0xFFC3C8B8, 0xFF3A3A3A, 0xFFD9D9D9},
     ContrastGround(0xFFEEEFE9, 0xFF2A2D26)},
    {"conflict", "git-merge", {0xFF835000, 0xFFF0C27A, 0xFF6B3F00, 0xFFFFD27A}, ContrastGround(0xFFFBF0DC, 0xFF382A12)},
    {"protected", "shield", {0xFF5C3C8F, 0xFFCDB8F2, 0xFF4B1E8C, 0xFFD9C2FF}, ContrastGround(0xFFF0EAF8, 0xFF2D2440)},
    {"offline", "cloud-off", {0xFF44566A, 0xFFB4C4D6, 0xFF2B3A4A, 0xFFCFE0F2}, ContrastGround(0xFFE8EDF2, 0xFF232E39)},
    {"received",
     "check-check",
     {0xFF22663F, 0xFF98D5AE, 0xFF00501F, 0xFF9DF0B9},
     ContrastGround(0xFFE4F2E9, 0xFF1A3324)},
    {"danger",
     "triangle-alert",
     {0xFFA8201A, 0xFFFFB0A8, 0xFFA00000, 0xFFFF9B8F},
     ContrastGround(0xFFFBE9E7, 0xFF40201D)},
    {"training", "graduation-cap", Tokens[Palette::OnTraining], Tokens[Palette::Training]},
}};

const Tone &toneNamed(const QString &name)
{
    for (const auto &tone : Tones)
        if (name == QLatin1String(tone.name))
            return tone;
    return Tones.front();
}

} // namespace

QColor Palette::colour(Role role) const
{
    return QColor::fromRgb(Tokens.at(role).at(static_cast<std::size_t>(m_scheme)));
}

QColor Palette::mark(const QString &tone) const
{
    return QColor::fromRgb(toneNamed(tone).mark.at(static_cast<std::size_t>(m_scheme)));
}

QColor Palette::tint(const QString &tone) const
{
    return QColor::fromRgb(toneNamed(tone).tint.at(static_cast<std::size_t>(m_scheme)));
}

QString Palette::icon(const QString &tone) const { return QString::fromLatin1(toneNamed(tone).icon); }

QColor Palette::zone(int index) const
{
    const auto known = static_cast<std::size_t>(qBound(0, index, static_cast<int>(Zones.size()) - 1));
    return QColor::fromRgb(Zones.at(known).at(static_cast<std::size_t>(m_scheme)));
}

QStringList Palette::tones()
{
    QStringList names;
    for (const auto &tone : Tones)
        names.append(QString::fromLatin1(tone.name));
    return names;
}

} // namespace faltakt::controls
