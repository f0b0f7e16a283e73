#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

class ConflictViewModel final : public PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    ConflictViewModel(AppServices &services, base::RecordId record, std::string field);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("conflict"); }
    void load() override;
    void clear() override;

private:
    AppServices &m_services;
    base::RecordId m_record;
    std::string m_field;
};

} // namespace faltakt::viewmodels
