#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

class RecordViewModel final : public PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    RecordViewModel(AppServices &services, base::CaseId caseId, base::RecordId record);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("person"); }
    void load() override;
    void clear() override;

private:
    AppServices &m_services;
    base::CaseId m_caseId;
    base::RecordId m_record;
};

} // namespace faltakt::viewmodels
