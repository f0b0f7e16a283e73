#include "qml/viewmodels/people/older_records_view_model.h"

#include "qml/viewmodels/shell/error_text.h"
#include "qml/viewmodels/workspace/workspace.h"

namespace faltakt::viewmodels {

OlderRecordsViewModel::OlderRecordsViewModel(AppServices &services, base::CaseId caseId, QObject *parent)
    : QObject(parent), m_services(services), m_caseId(caseId)
{
}

QString OlderRecordsViewModel::text() const
{
    return m_count > 0 ? tr("Äldre anteckningar finns hos servern: %n", "", int(m_count)) : QString();
}

QStringList OlderRecordsViewModel::reasons() const
{
    return {tr("Personen frågar om det"), tr("Underlag för bedömning eller beslut"), tr("Ny oro eller ny händelse"),
            tr("Annat skäl")};
}

bool OlderRecordsViewModel::isOwnReason() const { return m_reason == int(reasons().size()) - 1; }

QString OlderRecordsViewModel::fetchText() const { return m_isFetching ? tr("Hämtar …") : tr("Hämta"); }

void OlderRecordsViewModel::setCount(std::int64_t count)
{
    m_count = count;
    Q_EMIT changed();
}

void OlderRecordsViewModel::clear()
{
    m_count = 0;
    m_isOpen = false;
    m_reason = -1;
    m_ownReason.clear();
    m_problem.clear();
    Q_EMIT changed();
}

void OlderRecordsViewModel::open()
{
    m_isOpen = true;
    m_problem.clear();
    Q_EMIT changed();
}

void OlderRecordsViewModel::close()
{
    m_isOpen = false;
    Q_EMIT changed();
}

void OlderRecordsViewModel::choose(int index)
{
    m_reason = index;
    m_problem.clear();
    Q_EMIT changed();
}

void OlderRecordsViewModel::setOwnReason(const QString &reason)
{
    m_ownReason = reason;
    m_problem.clear();
    Q_EMIT changed();
}

void OlderRecordsViewModel::fetch()
{
    if (m_isFetching)
        return;
    const QString reason = isOwnReason() ? m_ownReason.simplified() : reasons().value(m_reason);
    if (reason.isEmpty()) {
        m_problem = isOwnReason() ? tr("Skriv varför du behöver dem.") : tr("Välj varför du behöver dem.");
        Q_EMIT changed();
        return;
    }
    m_isFetching = true;
    m_problem.clear();
    Q_EMIT changed();
    m_services.workspace.fetchOlder(m_caseId, reason.toStdString(), this,
                                    [this](base::Result<std::int64_t> left) { conclude(left); });
}

void OlderRecordsViewModel::conclude(const base::Result<std::int64_t> &left)
{
    m_isFetching = false;
    if (left) {
        m_isOpen = false;
        m_reason = -1;
        m_ownReason.clear();
        m_count = *left;
    } else if (left.error().code() == base::ErrorCode::Unreachable || left.error().code() == base::ErrorCode::Busy) {
        m_problem = tr("Kräver nät, och servern svarar inte. Försök igen när det finns kontakt.");
    } else if (left.error().code() == base::ErrorCode::Refused) {
        m_problem = tr("Servern lämnar inte ut dem: du har inte rätt till akten. Be teamledaren om rätt till den.");
    } else {
        m_problem = errorText(left.error());
    }
    Q_EMIT changed();
}

} // namespace faltakt::viewmodels
