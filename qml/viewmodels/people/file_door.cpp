#include "qml/viewmodels/people/file_door.h"

namespace faltakt::viewmodels {

FileDoor::FileDoor(AppServices &services, base::CaseId caseId)
    : m_services(services), m_caseId(caseId), m_gate(services, caseId)
{
    connect(&services.reasons, &FileReasons::given, this, [this] {
        if (m_gate.isShut() && !m_services.reasons.of(m_caseId).empty())
            Q_EMIT readingWanted();
    });
}

FileOpening FileDoor::opening() const
{
    return {m_caseId, m_services.reasons.of(m_caseId), m_services.reasons.purposeOf(m_caseId), m_isLogged};
}

bool FileDoor::isLetIn(FileEntry entry)
{
    m_isLogged = entry == FileEntry::Open;
    if (m_isLogged) {
        m_gate.open();
        return true;
    }
    if (!m_gate.isShut()) {
        Q_EMIT covered();
        m_gate.shut(entry);
    }
    return false;
}

void FileDoor::clear()
{
    ++m_turn;
    m_isReading = false;
    m_isStale = false;
    m_isLogged = false;
    m_gate.clear();
}

} // namespace faltakt::viewmodels
