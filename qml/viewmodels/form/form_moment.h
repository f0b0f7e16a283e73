#pragma once

#include "qml/viewmodels/form/moment_picker.h"
#include "qml/viewmodels/shell/app_services.h"

namespace faltakt::viewmodels {

/// When what a form tells of happened: the moment at which the form was begun, until the worker names another. Main
/// thread; owned by the page's view model.
class FormMoment final : public QObject {
    Q_OBJECT
public:
    explicit FormMoment(AppServices &services);

    [[nodiscard]] MomentPicker *picker() noexcept { return &m_picker; }
    /// The worker is naming one.
    [[nodiscard]] bool isPicking() const noexcept { return m_isPicking; }
    /// "När: i dag 13:07"; empty before the form is there.
    [[nodiscard]] QString text(std::optional<base::Instant> at) const;
    [[nodiscard]] base::Instant begun() const noexcept { return m_begun; }

    void begin(base::Instant begun);
    void pick(std::optional<base::Instant> at);
    /// False with a problem to show, where a moment is being named that cannot be.
    [[nodiscard]] bool check() { return !m_isPicking || m_picker.check(); }

Q_SIGNALS:
    /// The worker has named one, or has taken it back.
    void named(std::optional<faltakt::base::Instant> at);

private:
    AppServices &m_services;
    MomentPicker m_picker;
    base::Instant m_begun = {};
    bool m_isPicking = false;
};

} // namespace faltakt::viewmodels
