#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

class NoteViewModel final : public PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    NoteViewModel(AppServices &services, std::optional<base::CaseId> caseId, std::optional<base::RecordId> draft,
                  std::optional<base::RecordId> addendumTo);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("note"); }
    void load() override;
    void clear() override;

private:
    AppServices &m_services;
    std::optional<base::CaseId> m_caseId;
    std::optional<base::RecordId> m_draft;
    std::optional<base::RecordId> m_addendumTo;
};

} // namespace faltakt::viewmodels
