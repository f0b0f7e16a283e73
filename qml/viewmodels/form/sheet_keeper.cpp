#include "qml/viewmodels/form/sheet_keeper.h"

namespace faltakt::viewmodels {

using base::Result;

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds KeptAfter = 700ms;

/// The form of that name, of that person where one is named.
struct SheetKey {
    std::string form;
    std::optional<base::CaseId> only;
};

Result<std::optional<store::FormDraft>> find(OpenStore &store, const SheetKey &key)
{
    TRY(auto forms, store.cases.forms());
    for (store::FormDraft &form : forms)
        if (form.form == key.form && (!key.only || form.caseId == key.only))
            return std::optional(std::move(form));
    return std::optional<store::FormDraft>();
}

Result<void> keepIn(OpenStore &store, const SheetKey &key, std::optional<base::CaseId> caseId,
                    base::json::Object fields)
{
    TRY(const auto present, find(store, key));
    store::FormDraft draft;
    draft.id = present ? present->id : store.ids.makeId<base::RecordId>();
    draft.form = key.form;
    draft.caseId = caseId;
    draft.fields = std::move(fields);
    return store.cases.keepForm(draft);
}

Result<void> dropFrom(OpenStore &store, const SheetKey &key)
{
    TRY(const auto present, find(store, key));
    return present ? store.cases.dropForm(present->id) : Result<void>();
}

} // namespace

SheetKeeper::SheetKeeper(Workspace &workspace, std::string form, std::optional<base::CaseId> only,
                         std::function<base::json::Object()> fields)
    : m_workspace(workspace), m_form(std::move(form)), m_only(only), m_fields(std::move(fields))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(KeptAfter);
    connect(&m_timer, &QTimer::timeout, this, &SheetKeeper::keep);
}

void SheetKeeper::touch(std::optional<base::CaseId> caseId)
{
    m_caseId = caseId;
    // Not started anew by each key: a worker who writes without a pause is kept up with too.
    if (!m_timer.isActive())
        m_timer.start();
}

void SheetKeeper::flush()
{
    if (m_timer.isActive())
        keep();
}

void SheetKeeper::keep()
{
    m_timer.stop();
    m_isKept = true;
    m_workspace.keep<void>(
        this,
        [key = SheetKey{m_form, m_only}, caseId = m_caseId, fields = m_fields()](OpenStore &store) {
            return keepIn(store, key, caseId, fields);
        },
        [this](const Result<void> &kept) {
            if (!kept)
                Q_EMIT keepingFailed(kept.error());
        });
}

void SheetKeeper::drop()
{
    m_timer.stop();
    if (!std::exchange(m_isKept, false))
        return;
    m_workspace.keep<void>(
        this, [key = SheetKey{m_form, m_only}](OpenStore &store) { return dropFrom(store, key); },
        [this](const Result<void> &dropped) {
            if (!dropped)
                Q_EMIT keepingFailed(dropped.error());
        });
}

void SheetKeeper::restore(std::function<void(const store::FormDraft &)> put)
{
    if (std::exchange(m_isAsked, true))
        return;
    using Found = std::optional<store::FormDraft>;
    m_workspace.read<Found>(
        this, [key = SheetKey{m_form, m_only}](OpenStore &store) { return find(store, key); },
        [this, put = std::move(put)](const Result<Found> &found) {
            if (!found || !*found)
                return;
            m_isKept = true;
            put(**found);
        });
}

void SheetKeeper::forget() { m_isAsked = false; }

} // namespace faltakt::viewmodels
