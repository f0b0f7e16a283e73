#include "qml/viewmodels/shell/access_notice.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"
#include "sync/client/lease.h"

#include <QCoreApplication>

#include <utility>

namespace faltakt::viewmodels {

namespace {

/// A day is enough to find a network.
constexpr std::chrono::hours Soon(24);

struct Access {
    Q_DECLARE_TR_FUNCTIONS(Access)
};

} // namespace

AccessWords accessWords(const SyncStatus &status, base::Instant now, const QString &language)
{
    const client::Lease lease = client::leaseOf(status.lease, now);
    if (!lease.until)
        return {};
    if (lease.ended)
        return {Access::tr("Enheten har inte nått servern på länge, därför kan du inte läsa just nu. Du kan "
                           "fortfarande skriva, och inget går förlorat. Anslut till nätet."),
                true};
    if (lease.left >= Soon)
        return {};
    const auto until = casework::swedishTime(*lease.until);
    const auto words = language == QLatin1String("en") ? base::Language::English : base::Language::Swedish;
    const QString day =
        QString::fromStdString(base::dayWords(until.date, casework::swedishDate(*lease.until - lease.left), words));
    return {Access::tr("Anslut till nätet före %1 %2. Sedan kan du skriva men inte läsa.")
                .arg(day, QString::fromStdString(base::clockWords(until.sinceMidnight))),
            false};
}

Reading readingNow(const AppServices &services)
{
    const auto words = accessWords(services.workspace.syncStatus(), services.clock.now(), services.settings.language());
    return words.hasEnded ? Reading::Ended : Reading::Allowed;
}

AccessNotice::AccessNotice(AppServices &services) : m_services(services)
{
    connect(&services.workspace, &Workspace::syncStatusChanged, this, &AccessNotice::read);
    connect(&services.workspace, &Workspace::stateChanged, this, &AccessNotice::read);
    connect(&services.settings, &AppSettings::languageChanged, this, &AccessNotice::read);
    read();
}

void AccessNotice::read()
{
    const bool isOpen = m_services.workspace.state() == Workspace::State::Open;
    const AccessWords words =
        isOpen ? accessWords(m_services.workspace.syncStatus(), m_services.clock.now(), m_services.settings.language())
               : AccessWords();
    if (std::exchange(m_words, words) != words)
        Q_EMIT changed();
}

QString AccessNotice::tone() const { return m_words.hasEnded ? QStringLiteral("conflict") : QStringLiteral("offline"); }

QString AccessNotice::actionText() const { return m_words.text.isEmpty() ? QString() : tr("Anslut nu"); }

void AccessNotice::connectNow() { m_services.workspace.syncNow(); }

} // namespace faltakt::viewmodels
