#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

class HelpViewModel final : public PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    HelpViewModel(AppServices &services, QString page);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("help"); }
    void load() override;
    void clear() override;

private:
    AppServices &m_services;
    QString m_page;
};

} // namespace faltakt::viewmodels
