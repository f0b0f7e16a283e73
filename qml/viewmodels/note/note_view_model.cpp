#include "qml/viewmodels/note/note_view_model.h"

namespace faltakt::viewmodels {

NoteViewModel::NoteViewModel(AppServices &services, std::optional<base::CaseId> caseId,
                             std::optional<base::RecordId> draft, std::optional<base::RecordId> addendumTo)
    : m_services(services), m_caseId(std::move(caseId)), m_draft(std::move(draft)), m_addendumTo(std::move(addendumTo))
{
}

void NoteViewModel::load() { setLoading(false); }

void NoteViewModel::clear() { setLoading(true); }

} // namespace faltakt::viewmodels
