#include "qml/viewmodels/form/form_keeper.h"

namespace faltakt::viewmodels {

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds KeptAfter = 700ms;

} // namespace

FormKeeper::FormKeeper(Workspace &workspace, std::string form, std::function<base::json::Object()> fields)
    : m_workspace(workspace), m_form(std::move(form)), m_fields(std::move(fields))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(KeptAfter);
    connect(&m_timer, &QTimer::timeout, this, &FormKeeper::keep);
}

void FormKeeper::adopt(base::RecordId id, std::optional<base::CaseId> caseId)
{
    m_id = id;
    m_caseId = caseId;
    m_isAway = false;
}

void FormKeeper::setCase(std::optional<base::CaseId> caseId)
{
    m_caseId = caseId;
    touch();
}

void FormKeeper::touch()
{
    // Not started anew by each key: a worker who writes without a pause is kept up with too.
    if (!m_isAway && !m_timer.isActive())
        m_timer.start();
}

void FormKeeper::flush()
{
    if (m_timer.isActive())
        keep();
}

void FormKeeper::putAway()
{
    flush();
    m_isAway = true;
}

void FormKeeper::keep()
{
    m_timer.stop();
    if (!m_id)
        return;
    store::FormDraft draft;
    draft.id = *m_id;
    draft.form = m_form;
    draft.caseId = m_caseId;
    draft.fields = m_fields();
    m_workspace.keep<bool>(
        this,
        [draft](OpenStore &store) -> base::Result<bool> {
            TRY_VOID(store.cases.keepForm(draft));
            return true;
        },
        [this](base::Result<bool> kept) {
            if (!kept)
                Q_EMIT keepingFailed(kept.error());
        });
}

void FormKeeper::drop()
{
    m_timer.stop();
    if (!m_id)
        return;
    m_workspace.write<bool>(
        this,
        [id = *m_id](OpenStore &store) -> base::Result<bool> {
            TRY_VOID(store.cases.dropForm(id));
            return true;
        },
        [this](base::Result<bool> dropped) {
            if (!dropped)
                Q_EMIT keepingFailed(dropped.error());
        });
    m_id.reset();
}

void FormKeeper::release()
{
    m_timer.stop();
    m_id.reset();
}

} // namespace faltakt::viewmodels
