#pragma once

#include "core/store/case_store.h"
#include "qml/viewmodels/workspace/workspace.h"

#include <QTimer>

#include <functional>

namespace faltakt::viewmodels {

/// Keeps what is typed in one form while it is typed: at most a second after the last key it is durable on this device.
/// Lives in the main thread; borrowed by nobody, owned by the page's view model.
class FormKeeper final : public QObject {
    Q_OBJECT
public:
    /// `fields` gives the form as it stands now; `form` names it among the forms of the app.
    FormKeeper(Workspace &workspace, std::string form, std::function<base::json::Object()> fields);

    /// Goes on with a form that was begun, or begins one under an id of its own. Nothing is kept before.
    void adopt(base::RecordId id, std::optional<base::CaseId> caseId);
    void setCase(std::optional<base::CaseId> caseId);
    [[nodiscard]] const std::optional<base::RecordId> &id() const noexcept { return m_id; }

    /// Something in the form is different: kept soon.
    void touch();
    /// Kept now, where something is still to be kept. The work is done before a lock that follows.
    void flush();
    /// The device locks: kept now. What is touched before the form is adopted again, read anew, is not the whole of it and
    /// does not go over what was kept.
    void putAway();
    /// The form is over: what was to be kept is not, and what was kept goes.
    void drop();
    /// The form was saved and taken away by the store.
    void release();

Q_SIGNALS:
    /// What is typed could not be kept.
    void keepingFailed(const faltakt::base::Error &error);

private:
    void keep();

    Workspace &m_workspace;
    std::string m_form;
    std::function<base::json::Object()> m_fields;
    std::optional<base::RecordId> m_id;
    std::optional<base::CaseId> m_caseId;
    bool m_isAway = false; ///< Put away by a lock.
    QTimer m_timer;
};

} // namespace faltakt::viewmodels
