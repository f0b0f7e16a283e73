#pragma once

#include "core/store/case_store.h"
#include "qml/viewmodels/workspace/workspace.h"

#include <QTimer>

#include <functional>

namespace faltakt::viewmodels {

/// Keeps what is typed in a sheet over a page, and gives it back when the page is read after a lock or a kill. There is one
/// such form at a time, or one for each person. Lives in the main thread; owned by the sheet's view model.
class SheetKeeper final : public QObject {
    Q_OBJECT
public:
    /// `fields` gives the sheet as it stands now; `form` names it among the forms of the app. With `only` the form is one
    /// of that person's, and other people's are not seen.
    SheetKeeper(Workspace &workspace, std::string form, std::optional<base::CaseId> only,
                std::function<base::json::Object()> fields);

    /// Something in the sheet is different: kept soon, with the person's file if `caseId` names one.
    void touch(std::optional<base::CaseId> caseId);
    /// Kept now, where something is still to be kept. The work is done before a lock that follows.
    void flush();
    /// The sheet is over: what was kept goes.
    void drop();
    /// Looks once for what was kept; `put` is told of it where there is something. Asked anew after forget().
    void restore(std::function<void(const store::FormDraft &)> put);
    /// After a lock the page has to ask again.
    void forget();

Q_SIGNALS:
    /// What is typed could not be kept.
    void keepingFailed(const faltakt::base::Error &error);

private:
    void keep();

    Workspace &m_workspace;
    std::string m_form;
    std::optional<base::CaseId> m_only;
    std::function<base::json::Object()> m_fields;
    std::optional<base::CaseId> m_caseId;
    bool m_isKept = false;  ///< Something may lie in the store.
    bool m_isAsked = false; ///< The store was asked since the last lock.
    QTimer m_timer;
};

} // namespace faltakt::viewmodels
