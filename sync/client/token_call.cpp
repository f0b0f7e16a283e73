#include "sync/client/token_call.h"

#include "sync/client/answers.h"
#include "sync/protocol/messages.h"
#include "sync/protocol/token_assertion.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace faltakt::client {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int NotAuthorised = 401;

} // namespace

TokenCall::TokenCall(const store::Owner &owner, const crypto::SigningKey &deviceKey, RequestSender &sender,
                     base::Random &random)
    : m_owner(owner), m_deviceKey(&deviceKey), m_sender(&sender), m_random(&random)
{
}

TokenCall::~TokenCall()
{
    if (m_done)
        m_sender->giveUp(m_request);
}

void TokenCall::ask(Request request, Done done)
{
    if (m_done)
        m_sender->giveUp(m_request);
    m_anchor = std::make_unique<QObject>();
    m_done = std::move(done);
    m_asked = std::move(request);
    if (m_token.empty())
        fetchToken();
    else
        sendAsked();
}

void TokenCall::fetchToken()
{
    m_token.clear();
    const auto assertion = protocol::makeTokenAssertion(*m_deviceKey, m_owner.device, m_owner.tenant, *m_random);
    if (!assertion)
        return finish(fail(assertion.error()));
    Request request;
    request.path = protocol::Paths::Token;
    request.body = protocol::encode(protocol::TokenRequest{m_owner.device, *assertion});
    send(std::move(request), [this](const Answer &answer) {
        auto token = protocol::decodeTokenAnswer(answer.body);
        if (!token)
            return finish(fail(ErrorCode::Damaged, "the server's token cannot be read"));
        m_token = std::move(token->token);
        m_isTokenNew = true;
        sendAsked();
    });
}

/// A token that was kept may be too old; one that was given just now is not asked for again.
void TokenCall::sendAsked()
{
    Request request = m_asked;
    request.token = m_token;
    const bool isNew = std::exchange(m_isTokenNew, false);
    send(
        std::move(request), [this](const Answer &answer) { finish(answer); },
        isNew ? std::function<void()>() : [this] { fetchToken(); });
}

void TokenCall::send(Request request, std::function<void(const Answer &)> answered, std::function<void()> refused)
{
    m_request =
        m_sender->send(std::move(request), [this, answered = std::move(answered), refused = std::move(refused),
                                            alive = QPointer<QObject>(m_anchor.get())](const Result<Answer> &answer) {
            if (!alive)
                return;
            if (answer && answer->status == NotAuthorised && refused)
                return refused();
            const auto checked = answer ? checkAnswer(*answer) : Result<void>(fail(answer.error()));
            if (!checked)
                return finish(fail(checked.error()));
            answered(*answer);
        });
}

/// From the event loop, so that whoever asked may drop it there.
void TokenCall::finish(Result<Answer> answer)
{
    if (!answer)
        m_token.clear();
    QTimer::singleShot(0, m_anchor.get(), [this, answer = std::move(answer)]() mutable {
        const Done done = std::exchange(m_done, nullptr);
        done(std::move(answer));
    });
}

} // namespace faltakt::client
