#include "qml/viewmodels/settings/passphrase_change.h"

#include "core/crypto/passphrase_policy.h"
#include "qml/viewmodels/lock/unlock_text.h"

#include <algorithm>

namespace faltakt::viewmodels {

PassphraseChange::PassphraseChange(AppServices &services) : m_services(services) {}

QString PassphraseChange::rule() const
{
    return m_services.workspace.setup().keystore == crypto::KeystoreKind::Hardware
               ? tr("Minst 6 siffror. Fler är säkrare.")
               : tr("Minst 12 tecken. Några ord efter varandra är lättast att minnas.");
}

void PassphraseChange::open()
{
    clearWords();
    m_isOpen = true;
    Q_EMIT changed();
}

void PassphraseChange::close()
{
    clearWords();
    m_isOpen = false;
    m_isBusy = false;
    Q_EMIT wiped();
    Q_EMIT changed();
}

void PassphraseChange::clearWords()
{
    for (QString *words : {&m_oldProblem, &m_newProblem, &m_againProblem, &m_doneText})
        words->clear();
}

void PassphraseChange::change(SecretInput *current, SecretInput *next, SecretInput *again)
{
    if (m_isBusy || !current || !next || !again)
        return;
    clearWords();
    if (current->length() == 0) {
        m_oldProblem = tr("Skriv den lösenfras du har nu.");
        Q_EMIT changed();
        return;
    }
    auto old = current->take();
    auto wanted = next->take();
    const auto repeated = again->take();
    const crypto::KeystoreKind keystore = m_services.workspace.setup().keystore;
    m_newProblem = passphraseProblem(crypto::findPassphraseFault(wanted, keystore), keystore);
    if (m_newProblem.isEmpty() && !std::ranges::equal(wanted.view(), repeated.view()))
        m_againProblem = tr("De två är olika. Skriv den nya lösenfrasen en gång till i båda fälten.");
    m_isBusy = m_newProblem.isEmpty() && m_againProblem.isEmpty();
    Q_EMIT changed();
    if (m_isBusy)
        m_services.workspace.changePassphrase(std::move(old), std::move(wanted), this,
                                              [this](const base::Result<void> &result) { conclude(result); });
}

void PassphraseChange::conclude(const base::Result<void> &result)
{
    m_isBusy = false;
    if (result) {
        m_isOpen = false;
        m_doneText = tr("Lösenfrasen är bytt. Den nya gäller från och med nu.");
    } else if (result.error().code() == base::ErrorCode::Refused) {
        // After the last wrong try nothing opens this store again, so it must not stay open either.
        m_services.workspace.lock();
    } else {
        m_oldProblem = wordsFor(result.error());
    }
    Q_EMIT changed();
}

QString PassphraseChange::wordsFor(const base::Error &error) const
{
    const auto devices = m_services.workspace.devices();
    const auto device = std::ranges::find(devices, m_services.workspace.selected(), &WorkerDevice::folder);
    const WorkerDevice known = device != devices.end() ? *device : WorkerDevice();
    const QString wait = waitText(known, m_services.clock.now(), m_services.settings.language());
    const QString problem = unlockProblem(error, known);
    return wait.isEmpty() ? problem : tr("%1 %2").arg(problem, wait);
}

} // namespace faltakt::viewmodels
