#include "qml/viewmodels/form/form_person.h"

namespace faltakt::viewmodels {

FormPerson::FormPerson(AppServices &services, std::optional<base::CaseId> caseId)
    : m_caseId(std::move(caseId)), m_people(services)
{
    connect(&m_people, &PersonChooser::picked, this, &FormPerson::pick);
}

QString FormPerson::text() const
{
    if (m_person.secondary.isEmpty() || m_person.secondary == m_person.name)
        return m_person.name;
    return tr("%1, %2").arg(m_person.name, m_person.secondary.toLower());
}

void FormPerson::show(const std::optional<base::CaseId> &asked, const std::optional<store::CaseRow> &person,
                      const ProposedPeople &proposed)
{
    m_people.setProposed(proposed);
    if (!person && asked && m_caseId == asked) {
        m_person = {};
        m_caseId.reset();
    }
    if (!person || (!m_person.key.empty() && m_person.caseId != person->caseId))
        return;
    m_person = m_people.personOf(*person);
    m_caseId = person->caseId;
}

void FormPerson::clear()
{
    m_person = {};
    m_people.clear();
}

void FormPerson::choose()
{
    m_isChoosing = true;
    Q_EMIT changed();
}

void FormPerson::stopChoosing()
{
    m_isChoosing = false;
    Q_EMIT changed();
}

void FormPerson::pick(const PersonChooser::Person &person)
{
    m_person = person;
    m_caseId = person.caseId;
    m_isChoosing = false;
    Q_EMIT changed();
    Q_EMIT picked();
}

} // namespace faltakt::viewmodels
