#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

class ResultViewModel final : public PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    ResultViewModel(AppServices &services, base::CaseId caseId, base::RecordId assessment);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("result"); }
    void load() override;
    void clear() override;

private:
    AppServices &m_services;
    base::CaseId m_caseId;
    base::RecordId m_assessment;
};

} // namespace faltakt::viewmodels
