#include "qml/viewmodels/confirm/confirm_view_model.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/shell/error_text.h"
#include "sync/client/record_signer.h"

#include <algorithm>

namespace faltakt::viewmodels {

ConfirmViewModel::ConfirmViewModel(AppServices &services, QObject *parent) : QObject(parent), m_services(services) {}

void ConfirmViewModel::ask(Question question, std::function<void()> act)
{
    cancel();
    m_question = std::move(question);
    m_act = std::move(act);
    if (m_question.freshness == Freshness::AlwaysAsk)
        return open();
    m_services.workspace.read<bool>(
        this,
        [](OpenStore &store) -> base::Result<bool> {
            return store.field.isConfirmedAt(store.clock.now(), client::RecordSigner::ConfirmedFor);
        },
        [this, turn = m_turn](const base::Result<bool> &isFresh) {
            if (turn != m_turn)
                return;
            if (isFresh && *isFresh)
                runAct();
            else
                open();
        });
}

void ConfirmViewModel::open()
{
    m_isOpen = true;
    Q_EMIT changed();
}

void ConfirmViewModel::runAct()
{
    const auto act = std::exchange(m_act, nullptr);
    cancel();
    if (act)
        act();
}

void ConfirmViewModel::cancel()
{
    ++m_turn;
    m_act = nullptr;
    m_isBusy = false;
    // A sheet tells of its closing while it is being closed from here: nothing is told twice.
    if (!std::exchange(m_isOpen, false))
        return;
    m_problem.clear();
    Q_EMIT changed();
}

void ConfirmViewModel::confirm(SecretInput *secret)
{
    if (!m_isOpen || m_isBusy || !secret || secret->length() == 0)
        return;
    m_isBusy = true;
    m_problem.clear();
    Q_EMIT changed();
    m_services.workspace.confirmPassphrase(secret->take(), this,
                                           [this, turn = m_turn](const base::Result<void> &confirmed) {
                                               // After the last wrong try nothing opens this store again, so it must not stay open either.
                                               if (!confirmed && confirmed.error().code() == base::ErrorCode::Refused)
                                                   m_services.workspace.lock();
                                               if (turn != m_turn)
                                                   return;
                                               if (confirmed)
                                                   return runAct();
                                               m_isBusy = false;
                                               m_problem = wordsFor(confirmed.error());
                                               Q_EMIT changed();
                                           });
}

QString ConfirmViewModel::wordsFor(const base::Error &error) const
{
    const auto devices = m_services.workspace.devices();
    const auto device = std::ranges::find(devices, m_services.workspace.selected(), &WorkerDevice::folder);
    if (device != devices.end() && error.code() == base::ErrorCode::WrongKey)
        return tr("Fel kod. %n försök kvar.", nullptr, device->triesLeft);
    if (device != devices.end() && error.code() == base::ErrorCode::Locked && device->waitUntil)
        return tr("Du kan försöka igen %1.")
            .arg(QString::fromStdString(
                base::clockWords(casework::swedishTime(*device->waitUntil).sinceMidnight + std::chrono::minutes(1))));
    return errorText(error);
}

} // namespace faltakt::viewmodels
