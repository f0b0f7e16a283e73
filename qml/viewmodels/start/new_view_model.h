#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

class NewViewModel final : public PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    explicit NewViewModel(AppServices &services);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("new"); }
    void load() override;
    void clear() override;

private:
    AppServices &m_services;
};

} // namespace faltakt::viewmodels
