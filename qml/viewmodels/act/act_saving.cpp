// How a form is saved, undone and thrown away: the part of ActViewModel that writes.
#include "qml/viewmodels/act/act_view_model.h"
#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

using base::Result;

/// Everything written is an answer now, and nothing needed is missing; else the fields say what is wrong.
bool ActViewModel::checkAll()
{
    std::map<std::string, QString> problems;
    const auto all = m_typed;
    for (const auto &[key, text] : all)
        if (const QString problem = takeTyped(key, QString::fromStdString(text)); !problem.isEmpty())
            problems.emplace(key, problem);
    for (const std::string &key : screening::missingAnswers(*m_session))
        problems.try_emplace(key, tr("Behövs för att spara."));
    showItems();
    for (const auto &[key, problem] : problems)
        m_items.setProblem(key, problem);
    // What stands in a field that another answer has closed says nothing, and keeps nobody from saving.
    const int first = m_items.firstProblem();
    if (first >= 0) {
        setProblem(tr("%n svar saknas eller behöver rättas. Inget är borta.", nullptr, int(problems.size())));
        Q_EMIT attentionWanted(first);
    }
    return first < 0;
}

void ActViewModel::save()
{
    if (!canSave() || m_isSaving)
        return;
    setProblem({});
    if (!checkAll()) {
        touch();
        Q_EMIT changed();
        return;
    }
    m_isSaving = true;
    touch();
    m_keeper.flush();
    Q_EMIT changed();
    m_services.workspace.write<ActSaved>(
        this,
        [order = m_order, opened = *m_opened, answers = m_session->answers(), form = m_keeper.id(),
         language = languageOf(m_services.settings)](OpenStore &store) {
            return saveAct(store, order, opened, answers, form, language);
        },
        [this](Result<ActSaved> saved) {
            m_isSaving = false;
            if (saved) {
                m_saved = std::move(*saved);
                // An edit that changed nothing has written nothing that took the form along.
                if (m_saved->changes.empty())
                    m_keeper.drop();
                else
                    m_keeper.release();
            } else {
                setProblem(errorText(saved.error()));
            }
            Q_EMIT changed();
        });
}

void ActViewModel::undo()
{
    if (undoText().isEmpty())
        return;
    if (m_removed && !m_saved && !m_discarded)
        return restoreRemoved();
    keepAgain(m_saved ? m_saved->changes : std::vector<base::ChangeId>());
}

void ActViewModel::keepAgain(std::vector<base::ChangeId> changes)
{
    store::FormDraft draft;
    draft.form = std::string(ActFormName);
    draft.caseId = m_order.caseId;
    draft.fields = formFields();
    m_services.workspace.write<base::RecordId>(
        this, [changes = std::move(changes), draft](OpenStore &store) { return undoToForm(store, changes, draft); },
        [this](Result<base::RecordId> form) {
            if (!form)
                return setProblem(errorText(form.error()));
            m_saved.reset();
            m_discarded = false;
            m_keeper.adopt(*form, m_order.caseId);
            if (m_session)
                showItems();
            Q_EMIT changed();
        });
}

void ActViewModel::discard()
{
    if (!canDiscard())
        return;
    m_keeper.drop();
    m_discarded = true;
    Q_EMIT changed();
}

void ActViewModel::openSaved()
{
    if (!m_saved)
        return;
    m_services.router.replaceTop();
    m_services.router.openRecord(m_order.caseId, m_saved->act);
}

void ActViewModel::mainAction()
{
    if (m_saved || m_discarded)
        close();
    else
        save();
}

void ActViewModel::close() { m_services.router.back(); }

} // namespace faltakt::viewmodels
