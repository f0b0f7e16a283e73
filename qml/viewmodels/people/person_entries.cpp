// The person's page: where its entries and results lead.
#include "qml/viewmodels/people/person_view_model.h"

namespace faltakt::viewmodels {

void PersonViewModel::openEntry(int index)
{
    const TimelineItem *item = m_timeline.row(index);
    if (!item)
        return;
    if (item->kind == "case" && isClosed())
        m_services.router.openClosing(item->caseId);
    else if (item->kind == "case")
        m_services.router.openStage(item->caseId);
    else if (item->kind == "assessment")
        openAssessment(item->caseId, item->place.record, item->isInProgress);
    else if (item->kind == "attachment")
        m_services.router.openAttachment(item->caseId, item->place.record);
    else
        m_services.router.openRecord(item->caseId, item->place.record);
}

void PersonViewModel::openResult(int index)
{
    if (!m_content)
        return;
    for (const store::RecordView &assessment : m_content->assessments)
        if (assessment.id.toString() == m_results.key(index))
            return openAssessment(assessment.caseId, assessment.id, assessment.text("status") == "inProgress");
}

void PersonViewModel::openSeries(int index)
{
    if (const auto latest = m_series.latest(index))
        openAssessment(latest->caseId, latest->record, false);
}

void PersonViewModel::openAssessment(base::CaseId caseId, base::RecordId assessment, bool isInProgress)
{
    if (isInProgress)
        m_services.router.openInterview({.instrument = {}, .caseId = caseId, .assessment = assessment});
    else
        m_services.router.openResult(caseId, assessment);
}

} // namespace faltakt::viewmodels
