#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

class LobContactViewModel final : public PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    LobContactViewModel(AppServices &services, base::CaseId caseId, std::optional<base::RecordId> report);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("lob-contact"); }
    void load() override;
    void clear() override;

private:
    AppServices &m_services;
    base::CaseId m_caseId;
    std::optional<base::RecordId> m_report;
};

} // namespace faltakt::viewmodels
