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
    Q_PROPERTY(QString title READ title CONSTANT FINAL)
    Q_PROPERTY(QString whomText READ whomText NOTIFY changed FINAL)
    Q_PROPERTY(QString query READ query NOTIFY changed FINAL)
    Q_PROPERTY(QString countText READ countText NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::FormsListModel *forms READ forms CONSTANT FINAL)
public:
    /// All that can be begun, or what is written in the person's own file alone.
    enum class Which { All, OfFile };

    FormsViewModel(AppServices &services, std::optional<base::CaseId> caseId, Which which = Which::All);

    [[nodiscard]] QString helpPage() const override
    {
        return m_which == Which::OfFile ? QStringLiteral("light-forms") : QStringLiteral("forms");
    }
    void load() override;
    void clear() override;
    void clearNames() override { load(); }

    [[nodiscard]] QString title() const;
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
    Which m_which;
    screening::InstrumentLibrary m_library;
    screening::InstrumentLibrary m_acts;
    FormsListModel::Duties m_duties;
    std::optional<base::CaseId> m_team; ///< The team's own file.
    FormsListModel m_forms;
    QString m_name;
    QString m_query;
};

} // namespace faltakt::viewmodels
