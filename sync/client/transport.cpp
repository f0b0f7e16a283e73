#include "sync/client/transport.h"

#include "sync/client/tls.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/dpop.h"
#include "sync/protocol/messages.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPointer>
#include <QSslConfiguration>
#include <QTimer>

#include <charconv>

namespace faltakt::client {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// Fresh nonces that one request may ask for before it is given up.
constexpr int MostNonces = 2;
constexpr std::string_view ZstdCoding = "zstd";

QByteArray toBytes(std::string_view text) { return {text.data(), qsizetype(text.size())}; }
std::string_view viewOf(const QByteArray &bytes) { return {bytes.constData(), std::size_t(bytes.size())}; }

std::optional<std::chrono::seconds> retryAfter(const QNetworkReply &reply)
{
    const QByteArray header = reply.rawHeader("Retry-After").trimmed();
    int seconds = 0;
    const auto [end, fault] = std::from_chars(header.constData(), header.constData() + header.size(), seconds);
    if (fault != std::errc() || end != header.constData() + header.size() || seconds < 0)
        return std::nullopt;
    return std::chrono::seconds(seconds);
}

/// Where no answer came at all.
base::Error noAnswer(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return base::Error(ErrorCode::Unreachable,
                           "what answers at the server's address cannot prove that it is the server");
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError: return base::Error(ErrorCode::Unreachable, "the server does not answer in time");
    case QNetworkReply::HostNotFoundError:
        return base::Error(ErrorCode::Unreachable, "the server's name is not known here");
    case QNetworkReply::ConnectionRefusedError:
        return base::Error(ErrorCode::Unreachable, "nothing listens at the server's address");
    default: return base::Error(ErrorCode::Unreachable, "the connection to the server broke");
    }
}

/// A head as it travels, but for what Qt puts in by itself: Host, Connection, Content-Length, User-Agent come to this much.
constexpr std::int64_t HeadOfQt = 120;

std::int64_t headBytes(const QNetworkRequest &request, std::string_view url)
{
    std::int64_t bytes = std::int64_t(url.size()) + HeadOfQt;
    for (const QByteArray &name : request.rawHeaderList())
        bytes += name.size() + request.rawHeader(name).size() + 4;
    return bytes;
}

std::int64_t headBytes(const QNetworkReply &reply)
{
    std::int64_t bytes = 32; // The status line and the empty one.
    for (const auto &[name, value] : reply.rawHeaderPairs())
        bytes += name.size() + value.size() + 4;
    return bytes;
}

const char *methodName(Request::Method method)
{
    switch (method) {
    case Request::Method::Get: return "GET";
    case Request::Method::Post: return "POST";
    case Request::Method::Patch: return "PATCH";
    }
    return "";
}

QNetworkReply *sendBy(QNetworkAccessManager &manager, Request::Method method, const QNetworkRequest &outgoing,
                      const QByteArray &body)
{
    switch (method) {
    case Request::Method::Get: return manager.get(outgoing);
    case Request::Method::Post: return manager.post(outgoing, body);
    case Request::Method::Patch: break;
    }
    return manager.sendCustomRequest(outgoing, methodName(method), body);
}

bool wantsFreshNonce(const Answer &answer)
{
    if (answer.status != 401)
        return false;
    const auto refusal = protocol::decodeErrorAnswer(answer.body);
    return refusal && refusal->error == protocol::Refusal::UseDpopNonce;
}

} // namespace

struct Transport::Network {
    QNetworkAccessManager manager;
    QSslConfiguration tls;
};

/// One request with its body ready to travel and what is left of its tries.
struct Transport::Attempt {
    Request request;
    QByteArray body;
    bool compressed = false;
    int noncesLeft = MostNonces;
    Done done;
    RequestNumber number = 0;
    QPointer<QNetworkReply> reply; ///< Of the try under way.
    bool isGivenUp = false;
};

Transport::Transport(ServerAddress address, base::ByteView rootCertificate, const crypto::SigningKey &deviceKey,
                     const base::Clock &clock, base::Random &random)
    : m_address(std::move(address)), m_deviceKey(&deviceKey), m_clock(&clock), m_random(&random),
      m_network(std::make_unique<Network>())
{
    m_network->tls = tlsConfiguration(rootCertificate);
    m_network->manager.setProxy(QNetworkProxy::NoProxy);
    m_network->manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->manager.setAutoDeleteReplies(true);
}

Transport::~Transport() = default;

RequestNumber Transport::send(Request request, Done done)
{
    auto attempt = std::make_shared<Attempt>();
    attempt->done = std::move(done);
    attempt->number = ++m_lastNumber;
    m_underWay.emplace(attempt->number, attempt);
    // A device for training: whatever asks, nothing of it may look for a way out.
    if (m_address.host.empty()) {
        QTimer::singleShot(0, &m_network->manager, [this, attempt] {
            finish(attempt, fail(ErrorCode::Refused, "this device is for training and has no server"));
        });
        return attempt->number;
    }
    if (request.body.size() >= protocol::CompressionPays) {
        auto compressed = protocol::compress(request.body);
        attempt->compressed = compressed && compressed->size() < request.body.size();
        if (attempt->compressed)
            attempt->body = toBytes(*compressed);
    }
    if (!attempt->compressed)
        attempt->body = toBytes(request.body);
    request.body.clear();
    attempt->request = std::move(request);
    start(attempt);
    return attempt->number;
}

void Transport::giveUp(RequestNumber number)
{
    const auto found = m_underWay.find(number);
    if (found == m_underWay.end())
        return;
    const std::shared_ptr<Attempt> attempt = std::move(found->second);
    m_underWay.erase(found);
    attempt->isGivenUp = true;
    if (attempt->reply)
        attempt->reply->abort();
}

void Transport::finish(const std::shared_ptr<Attempt> &attempt, Result<Answer> answer)
{
    if (attempt->isGivenUp)
        return;
    m_underWay.erase(attempt->number);
    attempt->done(std::move(answer));
}

void Transport::start(const std::shared_ptr<Attempt> &attempt)
{
    const Request &request = attempt->request;
    const std::string url = m_address.origin() + request.path;
    const bool isGet = request.method == Request::Method::Get;
    const char *method = methodName(request.method);
    const auto proof =
        protocol::makeProof(*m_deviceKey, {method, url, m_nonce, request.token}, m_clock->now(), *m_random);
    if (!proof) {
        QTimer::singleShot(0, &m_network->manager,
                           [this, attempt, error = proof.error()] { finish(attempt, fail(error)); });
        return;
    }
    const std::string withQuery = request.query.empty() ? url : url + '?' + request.query;
    QNetworkRequest outgoing(QUrl::fromEncoded(toBytes(withQuery), QUrl::StrictMode));
    outgoing.setSslConfiguration(m_network->tls);
    outgoing.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    outgoing.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    outgoing.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    outgoing.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    outgoing.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    outgoing.setTransferTimeout(int(request.patience.count()));
    outgoing.setRawHeader("DPoP", toBytes(*proof));
    // Named by us, the coding is not undone by Qt: our own decompression knows our limits and counts what travelled.
    outgoing.setRawHeader("Accept-Encoding", toBytes(ZstdCoding));
    outgoing.setRawHeader("User-Agent", "faltakt");
    if (!request.token.empty())
        outgoing.setRawHeader("Authorization", "DPoP " + toBytes(request.token));
    if (!isGet)
        outgoing.setRawHeader("Content-Type", toBytes(request.contentType));
    if (attempt->compressed)
        outgoing.setRawHeader("Content-Encoding", toBytes(ZstdCoding));

    QNetworkReply *reply = sendBy(m_network->manager, request.method, outgoing, attempt->body);
    attempt->reply = reply;
    m_traffic.sent += attempt->body.size() + headBytes(outgoing, withQuery);
    QTimer::singleShot(request.longest, reply, &QNetworkReply::abort);
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > qint64(protocol::Limits::AnswerBytes))
            reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, &m_network->manager,
                     [this, attempt, reply] { read(attempt, *reply); });
}

Result<std::string> Transport::readBody(QNetworkReply &reply)
{
    const QByteArray raw = reply.readAll();
    m_traffic.received += raw.size() + headBytes(reply);
    if (raw.size() > qsizetype(protocol::Limits::AnswerBytes))
        return fail(ErrorCode::TooLarge, "the server's answer");
    const QByteArray coding = reply.rawHeader("Content-Encoding").trimmed().toLower();
    if (coding.isEmpty() || coding == "identity")
        return std::string(viewOf(raw));
    if (viewOf(coding) != ZstdCoding)
        return fail(ErrorCode::Damaged, "the server's answer has an unknown coding");
    return protocol::decompress(viewOf(raw));
}

void Transport::read(const std::shared_ptr<Attempt> &attempt, QNetworkReply &reply)
{
    if (attempt->isGivenUp)
        return;
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    // A status can be there although the connection broke later: such an answer is cut and counts as none.
    const auto error = reply.error();
    const bool isNetworkError = error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied;
    if (!status.isValid() || isNetworkError || error == QNetworkReply::ProtocolFailure) {
        finish(attempt, fail(noAnswer(error)));
        return;
    }
    if (const QByteArray nonce = reply.rawHeader("DPoP-Nonce"); !nonce.isEmpty())
        m_nonce = viewOf(nonce);
    auto body = readBody(reply);
    if (!body) {
        finish(attempt, fail(body.error()));
        return;
    }
    Answer answer{status.toInt(), std::move(*body), retryAfter(reply)};
    if (attempt->noncesLeft > 0 && wantsFreshNonce(answer)) {
        --attempt->noncesLeft;
        start(attempt);
        return;
    }
    finish(attempt, std::move(answer));
}

} // namespace faltakt::client
