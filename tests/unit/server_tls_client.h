#pragma once

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

/// A blocking client on loopback that trusts one root and can also misbehave: it sends whatever bytes it is given.
namespace faltakt::server::testing {

struct RawAnswer {
    int status = 0; ///< 0: the server closed without an answer.
    std::map<std::string, std::string> headers;
    std::string body;
};

class TlsClient {
public:
    /// `from`: any address of loopback, so that several clients count as several addresses.
    TlsClient(std::uint16_t port, const std::string &rootPem, int maxVersion = TLS1_3_VERSION,
              const std::string &from = "127.0.0.1")
    {
        m_context.reset(SSL_CTX_new(TLS_client_method()));
        SSL_CTX_set_max_proto_version(m_context.get(), maxVersion);
        BIO *bio = BIO_new_mem_buf(rootPem.data(), int(rootPem.size()));
        X509 *root = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
        X509_STORE_add_cert(SSL_CTX_get_cert_store(m_context.get()), root);
        X509_free(root);
        BIO_free(bio);
        SSL_CTX_set_verify(m_context.get(), SSL_VERIFY_PEER, nullptr);
        m_socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        inet_pton(AF_INET, from.c_str(), &address.sin_addr);
        (void)::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        address.sin_port = htons(port);
        inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
        const timeval patience{10, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        m_connected = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
        m_ssl.reset(SSL_new(m_context.get()));
        SSL_set_fd(m_ssl.get(), m_socket);
        SSL_set1_host(m_ssl.get(), "localhost");
        m_connected = m_connected && SSL_connect(m_ssl.get()) == 1;
        ERR_clear_error();
    }
    ~TlsClient() { ::close(m_socket); }
    TlsClient(const TlsClient &) = delete;
    TlsClient &operator=(const TlsClient &) = delete;

    [[nodiscard]] bool connected() const { return m_connected; }
    [[nodiscard]] std::string version() const { return SSL_get_version(m_ssl.get()); }
    void send(const std::string &bytes) { (void)SSL_write(m_ssl.get(), bytes.data(), int(bytes.size())); }

    RawAnswer ask(const std::string &method, const std::string &target, const std::string &body = {},
                  const std::string &headers = {})
    {
        std::string request = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers;
        if (method == "POST")
            request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
        send(request + "\r\n" + body);
        return receive();
    }

    RawAnswer receive()
    {
        RawAnswer answer;
        std::size_t end = 0;
        while ((end = m_received.find("\r\n\r\n")) == std::string::npos)
            if (!readSome())
                return answer;
        const std::string head = m_received.substr(0, end);
        m_received.erase(0, end + 4);
        answer.status = std::stoi(head.substr(9, 3));
        for (std::size_t at = head.find("\r\n"); at != std::string::npos; at = head.find("\r\n", at + 2)) {
            const auto colon = head.find(": ", at);
            const auto stop = head.find("\r\n", at + 2);
            if (colon != std::string::npos)
                answer.headers[head.substr(at + 2, colon - at - 2)] = head.substr(colon + 2, stop - colon - 2);
        }
        const std::size_t length = std::stoul(answer.headers["Content-Length"]);
        while (m_received.size() < length && readSome()) {}
        answer.body = m_received.substr(0, length);
        m_received.erase(0, length);
        return answer;
    }
    /// True once the server has closed the connection; reads and drops what still comes. False where it stays open.
    bool closedByServer()
    {
        while (readSome()) {}
        return !m_timedOut;
    }
    /// The status of every answer until the server closes or says nothing more for a while.
    std::vector<int> statuses(std::chrono::milliseconds patience)
    {
        setPatience(patience);
        std::vector<int> all;
        while (true) {
            const RawAnswer answer = receive();
            if (answer.status == 0)
                return all;
            all.push_back(answer.status);
        }
    }
    void setPatience(std::chrono::milliseconds patience)
    {
        const timeval time{patience.count() / 1000, (patience.count() % 1000) * 1000};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    }
    /// Closes at once, in the middle of whatever is on its way.
    void cutOff() { ::shutdown(m_socket, SHUT_RDWR); }

private:
    bool readSome()
    {
        char buffer[4096];
        errno = 0;
        const int count = SSL_read(m_ssl.get(), buffer, sizeof buffer);
        m_timedOut = count <= 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
        ERR_clear_error();
        if (count <= 0)
            return false;
        m_received.append(buffer, std::size_t(count));
        return true;
    }
    struct FreeContext {
        void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    };
    struct FreeSsl {
        void operator()(SSL *ssl) const { SSL_free(ssl); }
    };
    std::unique_ptr<SSL_CTX, FreeContext> m_context;
    std::unique_ptr<SSL, FreeSsl> m_ssl;
    int m_socket = -1;
    bool m_connected = false;
    bool m_timedOut = false;
    std::string m_received;
};

} // namespace faltakt::server::testing
