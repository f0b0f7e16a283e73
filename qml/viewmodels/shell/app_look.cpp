#include "qml/viewmodels/shell/app_look.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace faltakt::viewmodels {

namespace {

using Scheme = AppSettings::Scheme;

bool isSystemDark() { return QGuiApplication::palette().color(QPalette::Window).lightness() < 128; }

bool isContrast(Scheme scheme) { return scheme == Scheme::HighContrastLight || scheme == Scheme::HighContrastDark; }

} // namespace

AppLook::AppLook(AppSettings &settings) : m_settings(settings)
{
    connect(&settings, &AppSettings::changed, this, &AppLook::changed);
    QCoreApplication::instance()->installEventFilter(this);
}

Scheme AppLook::scheme() const
{
    const Scheme chosen = m_settings.scheme();
    if (chosen != Scheme::System)
        return chosen;
    return isSystemDark() ? Scheme::Dark : Scheme::Light;
}

bool AppLook::isHighContrast() const { return isContrast(scheme()); }

void AppLook::toggleHighContrast()
{
    const Scheme now = scheme();
    switch (now) {
    case Scheme::HighContrastLight: return m_settings.setScheme(isSystemDark() ? Scheme::Light : Scheme::System);
    case Scheme::HighContrastDark: return m_settings.setScheme(isSystemDark() ? Scheme::System : Scheme::Dark);
    default: return m_settings.setScheme(now == Scheme::Dark ? Scheme::HighContrastDark : Scheme::HighContrastLight);
    }
}

void AppLook::enlargeText() { stepText(0.1); }

void AppLook::reduceText() { stepText(-0.1); }

void AppLook::stepText(qreal by)
{
    const qreal scale = std::round((m_settings.textScale() + by) * 10) / 10;
    m_settings.setTextScale(std::clamp(scale, 1.0, 2.0));
}

bool AppLook::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        Q_EMIT changed();
    return QObject::eventFilter(watched, event);
}

} // namespace faltakt::viewmodels
