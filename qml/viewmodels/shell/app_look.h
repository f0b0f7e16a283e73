#pragma once

#include "qml/viewmodels/shell/app_settings.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// Which colours the app wears: those of the settings, or those of the system as far as Qt 6.4 tells (light or dark, by the
/// palette; it tells neither contrast nor text size). Main thread.
class AppLook final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Never System.
    Q_PROPERTY(faltakt::viewmodels::AppSettings::Scheme scheme READ scheme NOTIFY changed FINAL)
    /// The same in the numbers of the design system, which begin with light.
    Q_PROPERTY(int themeScheme READ themeScheme NOTIFY changed FINAL)
    Q_PROPERTY(bool isHighContrast READ isHighContrast NOTIFY changed FINAL)
public:
    explicit AppLook(AppSettings &settings);

    [[nodiscard]] AppSettings::Scheme scheme() const;
    [[nodiscard]] int themeScheme() const { return int(scheme()) - int(AppSettings::Scheme::Light); }
    [[nodiscard]] bool isHighContrast() const;

public Q_SLOTS:
    /// High contrast of the same lightness, and back to what was before.
    void toggleHighContrast();
    void enlargeText();
    void reduceText();

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void stepText(qreal by);

    AppSettings &m_settings;
};

} // namespace faltakt::viewmodels
