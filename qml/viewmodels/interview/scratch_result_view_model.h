#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

class ScratchResultViewModel final : public PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    ScratchResultViewModel(AppServices &services, base::ScratchId scratch);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("quick-screening"); }
    void load() override;
    void clear() override;

private:
    AppServices &m_services;
    base::ScratchId m_scratch;
};

} // namespace faltakt::viewmodels
