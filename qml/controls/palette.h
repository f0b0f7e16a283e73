#pragma once

#include <QColor>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace faltakt::controls {

/// The colours of one scheme as a value: single tokens by role, and the pairs of mark and tint that say what kind a
/// thing is. A tone is named by a word, because models hand it to a row without knowing this module.
class Palette {
    Q_GADGET
    QML_ANONYMOUS

public:
    enum Role {
        Background,
        Surface,
        SurfaceAlt,
        SurfaceSelected,
        Text,
        TextMuted,
        TextDisabled,
        Outline,
        DividerLine,
        Primary,
        PrimaryPressed,
        OnPrimary,
        Focus,
        OnSemantic,
        Training,
        OnTraining,
        RoleCount
    };
    enum class Scheme { Light, Dark, ContrastLight, ContrastDark };

    Palette() = default;
    explicit Palette(Scheme scheme) : m_scheme(scheme) {}

    QColor colour(Role role) const;

    /// Text, icon, edge or solid fill of a tone. An unknown word is shown as "plain".
    Q_INVOKABLE QColor mark(const QString &tone) const;
    Q_INVOKABLE QColor tint(const QString &tone) const;
    /// The icon that goes with a tone unless the caller has a better one; empty for "plain".
    Q_INVOKABLE QString icon(const QString &tone) const;
    /// Band of a score zone, 0 to 3, darker (or lighter on black) for the higher.
    Q_INVOKABLE QColor zone(int index) const;

    static QStringList tones();

private:
    Scheme m_scheme = Scheme::Light;
};

} // namespace faltakt::controls
