#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

class PersonViewModel final : public PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    PersonViewModel(AppServices &services, base::CaseId caseId);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("person"); }
    void load() override;
    void clear() override;

private:
    AppServices &m_services;
    base::CaseId m_caseId;
};

} // namespace faltakt::viewmodels
