#include "sync/client/profile_transfer.h"

#include "sync/client/answers.h"
#include "sync/protocol/messages.h"
#include "sync/protocol/token_assertion.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <array>

namespace faltakt::client {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int HttpUnauthorised = 401;

/// What the server has no more, or what came in a form that cannot be read, says nothing of the others.
bool isOwnFault(const base::Error &error)
{
    constexpr std::array Own{ErrorCode::NotFound, ErrorCode::Damaged, ErrorCode::TooLarge, ErrorCode::InvalidInput};
    return std::ranges::find(Own, error.code()) != Own.end();
}

} // namespace

ProfileTransfer::ProfileTransfer(FieldStore &store, RequestSender &sender, base::Random &random)
    : m_store(&store), m_sender(&sender), m_random(&random), m_anchor(std::make_unique<QObject>())
{
}

ProfileTransfer::~ProfileTransfer()
{
    if (m_done)
        m_sender->giveUp(m_request);
}

bool ProfileTransfer::isToFetch(const base::Hash &hash) const
{
    const auto &received = m_store->receivedProfiles();
    return !m_passedOver.contains(hash) && std::ranges::find(received, hash, &ReceivedProfile::hash) == received.end();
}

bool ProfileTransfer::hasWork(const std::vector<protocol::ProfileNotice> &notices) const
{
    return std::ranges::any_of(notices, [this](const auto &notice) { return isToFetch(notice.hash); });
}

void ProfileTransfer::start(const std::vector<protocol::ProfileNotice> &notices, Done done)
{
    m_done = std::move(done);
    m_arrived = 0;
    m_names.clear();
    for (const protocol::ProfileNotice &notice : notices)
        if (isToFetch(notice.hash) && std::ranges::find(m_names, notice.hash) == m_names.end())
            m_names.push_back(notice.hash);
    QTimer::singleShot(0, m_anchor.get(), [this] { next(); });
}

void ProfileTransfer::next()
{
    if (m_names.empty())
        finish(m_arrived);
    else if (m_token.empty())
        renewToken();
    else
        fetch();
}

void ProfileTransfer::send(Request request, bool isToken)
{
    m_request = m_sender->send(
        std::move(request), [this, isToken, alive = QPointer<QObject>(m_anchor.get())](const Result<Answer> &answer) {
            if (alive)
                take(answer, isToken);
        });
}

void ProfileTransfer::fetch()
{
    Request request;
    request.method = Request::Method::Get;
    request.path = protocol::Paths::Profile;
    request.query = protocol::encodeProfileQuery(m_names.front());
    request.token = m_token;
    send(std::move(request), false);
}

void ProfileTransfer::renewToken()
{
    const store::Owner &owner = m_store->registration().owner;
    const auto assertion =
        protocol::makeTokenAssertion(m_store->keys().signingKey(), owner.device, owner.tenant, *m_random);
    if (!assertion)
        return finish(fail(assertion.error()));
    Request request;
    request.path = protocol::Paths::Token;
    request.body = protocol::encode(protocol::TokenRequest{owner.device, *assertion});
    send(std::move(request), true);
}

void ProfileTransfer::take(const Result<Answer> &answer, bool isToken)
{
    if (!answer)
        return finish(fail(answer.error()));
    if (answer->status == HttpUnauthorised && !isToken && !m_isTokenFresh)
        return renewToken();
    Result<void> done = checkAnswer(*answer);
    if (done && isToken) {
        const auto token = protocol::decodeTokenAnswer(answer->body);
        if (token)
            m_token = token->token;
        else
            done = fail(ErrorCode::Damaged, "the server's token cannot be read");
    } else if (done) {
        done = keep(*answer);
    }
    if (!done && (isToken || !isOwnFault(done.error())))
        return finish(fail(done.error()));
    if (!isToken) {
        if (!done)
            m_passedOver.insert(m_names.front());
        m_names.pop_front();
    }
    m_isTokenFresh = isToken;
    next();
}

Result<void> ProfileTransfer::keep(const Answer &answer)
{
    TRY_VOID(m_store->keepProfile(m_names.front(), answer.body));
    ++m_arrived;
    return {};
}

void ProfileTransfer::finish(Result<int> result)
{
    m_names.clear();
    QTimer::singleShot(0, m_anchor.get(), [this, result = std::move(result)] {
        if (m_done)
            std::exchange(m_done, nullptr)(result);
    });
}

} // namespace faltakt::client
