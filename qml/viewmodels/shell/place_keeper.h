#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_place.h"

#include <QObject>

#include <functional>

namespace faltakt::viewmodels {

/// Keeps in the worker's own store which pages lie open, so that they come back after the app was killed or the tablet ran
/// out of power. Main thread.
class PlaceKeeper final : public QObject {
    Q_OBJECT
public:
    /// The name under which the store keeps it among the unfinished forms.
    static constexpr const char *FormName = "place";

    explicit PlaceKeeper(AppServices &services) : m_services(services) {}

    /// Durable soon after; does nothing while no store is open.
    void keep(const Whereabouts &whereabouts);
    /// What the open store kept last; I dag where that is nothing or cannot be read.
    void read(std::function<void(const Whereabouts &)> done);

private:
    AppServices &m_services;
};

} // namespace faltakt::viewmodels
