#include "qml/viewmodels/shell/access_notice.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"

#include <algorithm>

namespace faltakt::viewmodels {

namespace {

/// A day is enough to find a network.
constexpr std::chrono::hours Soon(24);

} // namespace

AccessNotice::AccessNotice(AppServices &services) : m_services(services)
{
    connect(&services.workspace, &Workspace::syncStatusChanged, this, &AccessNotice::read);
    connect(&services.workspace, &Workspace::stateChanged, this, &AccessNotice::read);
    connect(&services.settings, &AppSettings::languageChanged, this, &AccessNotice::read);
    read();
}

void AccessNotice::read()
{
    const SyncStatus &status = m_services.workspace.syncStatus();
    QString text;
    bool hasEnded = false;
    if (m_services.workspace.state() == Workspace::State::Open && status.leaseUntil) {
        // As the store counts it: a clock that was set back does not lengthen the lease.
        const base::Instant now = std::max(m_services.clock.now(), status.lastContact.value_or(base::Instant::min()));
        hasEnded = now > *status.leaseUntil;
        const auto until = casework::swedishTime(*status.leaseUntil);
        const bool isEnglish = m_services.settings.language() == QLatin1String("en");
        const QString day = QString::fromStdString(base::dayWords(
            until.date, casework::swedishDate(now), isEnglish ? base::Language::English : base::Language::Swedish));
        if (hasEnded)
            text = tr("Enheten har inte nått servern på länge, därför kan du inte läsa just nu. Du kan fortfarande "
                      "skriva, och inget går förlorat. Anslut till nätet.");
        else if (*status.leaseUntil - now < Soon)
            text = tr("Anslut till nätet före %1 %2. Sedan kan du skriva men inte läsa.")
                       .arg(day, QString::fromStdString(base::clockWords(until.sinceMidnight)));
    }
    if (text == m_text && hasEnded == m_hasEnded)
        return;
    m_text = text;
    m_hasEnded = hasEnded;
    Q_EMIT changed();
}

QString AccessNotice::tone() const { return m_hasEnded ? QStringLiteral("conflict") : QStringLiteral("offline"); }

QString AccessNotice::actionText() const { return m_text.isEmpty() ? QString() : tr("Anslut nu"); }

void AccessNotice::connectNow() { m_services.workspace.syncNow(); }

} // namespace faltakt::viewmodels
