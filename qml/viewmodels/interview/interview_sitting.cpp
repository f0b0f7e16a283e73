#include "qml/viewmodels/interview/interview_sitting.h"

#include "qml/viewmodels/interview/sitting_draft.h"

namespace faltakt::viewmodels {

InterviewSitting::InterviewSitting(AppServices &services, QObject *parent)
    : QObject(parent), m_services(services),
      m_keeper(services.workspace, std::string(SittingForm), [this] { return toJson(m_draft, *m_record); })
{
    connect(&m_keeper, &FormKeeper::keepingFailed, this, &InterviewSitting::keepingFailed);
}

void InterviewSitting::adopt(base::CaseId caseId, base::RecordId record, const std::optional<SittingDraft> &draft)
{
    m_record = record;
    base::UuidMaker ids(m_services.clock, m_services.workspace.setup().random);
    m_isKept = draft.has_value();
    m_draft = draft.value_or(SittingDraft{ids.makeId<base::RecordId>()});
    m_keeper.adopt(m_draft.form, caseId);
}

void InterviewSitting::putAway()
{
    m_keeper.flush();
    m_keeper.release();
    m_record.reset();
    m_draft = {};
    m_isKept = false;
}

void InterviewSitting::drop()
{
    if (!m_record || !std::exchange(m_isKept, false))
        return;
    m_keeper.drop();
    putAway();
}

std::optional<QString> InterviewSitting::typed(const std::string &key) const
{
    const auto found = m_draft.typed.find(key);
    return found == m_draft.typed.end() ? std::nullopt : std::optional(QString::fromStdString(found->second));
}

void InterviewSitting::touch()
{
    if (!m_record)
        return;
    m_isKept = true;
    m_keeper.touch();
}

void InterviewSitting::setItem(const std::string &key)
{
    if (std::exchange(m_draft.item, key) != key && m_isKept)
        touch();
}

void InterviewSitting::type(const std::string &key, const QString &text)
{
    m_draft.typed.insert_or_assign(key, text.toStdString());
    touch();
}

void InterviewSitting::forget(const std::string &key)
{
    if (m_draft.typed.erase(key) > 0)
        touch();
}

void InterviewSitting::setPassed(screening::InterviewSession::Keys keys)
{
    if (m_draft.passed == keys)
        return;
    m_draft.passed = std::move(keys);
    touch();
    m_keeper.flush();
}

} // namespace faltakt::viewmodels
