#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

class InterviewViewModel final : public PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    InterviewViewModel(AppServices &services, InterviewOrder order);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("question"); }
    void load() override;
    void clear() override;

private:
    AppServices &m_services;
    InterviewOrder m_order;
};

} // namespace faltakt::viewmodels
