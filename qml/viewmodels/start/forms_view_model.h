#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/start/forms_list_model.h"

namespace faltakt::viewmodels {

/// Chooses among all forms: screening, interviews, and records of what others have done. Main thread.
class FormsViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString whomText READ whomText NOTIFY changed FINAL)
    Q_PROPERTY(QString query READ query NOTIFY changed FINAL)
    Q_PROPERTY(QString countText READ countText NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::FormsListModel *forms READ forms CONSTANT FINAL)
public:
    FormsViewModel(AppServices &services, std::optional<base::CaseId> caseId);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("forms"); }
    void load() override;
    void clear() override;
    void clearNames() override { load(); }

    [[nodiscard]] QString whomText() const;
    [[nodiscard]] const QString &query() const noexcept { return m_query; }
    [[nodiscard]] QString countText() const;
    [[nodiscard]] FormsListModel *forms() noexcept { return &m_forms; }

public Q_SLOTS:
    void search(const QString &query);
    void start(int row);

Q_SIGNALS:
    void changed();

private:
    void showForms();

    AppServices &m_services;
    std::optional<base::CaseId> m_caseId;
    screening::InstrumentLibrary m_library;
    screening::InstrumentLibrary m_acts;
    std::optional<base::CaseId> m_team; ///< The team's own file.
    FormsListModel m_forms;
    QString m_name;
    QString m_query;
};

} // namespace faltakt::viewmodels
