#include "sync/server/store/postgres/order_bell.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>

namespace faltakt::server {

using base::Result;

namespace {

constexpr auto Channel = "faltakt_order";
constexpr int Patience = 60'000;
constexpr int PauseAfterLoss = 1'000;

} // namespace

OrderBell::OrderBell(PostgresAddress address, Listener grew, Tenants tenants)
    : m_address(std::move(address)), m_grew(std::move(grew)), m_tenants(std::move(tenants)),
      m_end(::eventfd(0, EFD_CLOEXEC))
{
}

OrderBell::~OrderBell()
{
    if (m_thread.joinable()) {
        const std::uint64_t one = 1;
        if (::write(m_end, &one, sizeof one) == sizeof one)
            m_thread.join();
        else
            m_thread.detach();
    }
    ::close(m_end);
}

Result<std::unique_ptr<OrderBell>> OrderBell::start(const PostgresAddress &address, Listener grew, Tenants tenants)
{
    std::unique_ptr<OrderBell> bell(new OrderBell(address, std::move(grew), std::move(tenants)));
    if (bell->m_end < 0)
        return base::fail(base::ErrorCode::Internal, "no event descriptor");
    TRY_VOID(bell->connect());
    bell->m_thread = std::thread([raw = bell.get()] { raw->run(); });
    return bell;
}

Result<void> OrderBell::connect()
{
    TRY(m_connection, PostgresConnection::open(m_address));
    TRY_VOID(m_connection->listen(Channel));
    m_process = m_connection->process();
    return {};
}

std::string OrderBell::noticeFor(TenantId tenant) const
{
    return std::to_string(m_process.load()) + ' ' + tenant.toString();
}

void OrderBell::hear(const std::string &notice) const
{
    const auto blank = notice.find(' ');
    if (blank == std::string::npos || notice.substr(0, blank) == std::to_string(m_process.load()))
        return;
    if (const auto tenant = TenantId::parse(std::string_view(notice).substr(blank + 1)))
        m_grew(*tenant);
}

bool OrderBell::waitFor(int descriptor, int milliseconds) const
{
    std::array<pollfd, 2> sources{{{m_end, POLLIN, 0}, {descriptor, POLLIN, 0}}};
    (void)::poll(sources.data(), descriptor < 0 ? 1 : 2, milliseconds);
    return sources[0].revents != 0;
}

void OrderBell::run()
{
    bool missed = false;
    while (true) {
        if (!m_connection && !connect()) {
            m_connection.reset();
            if (waitFor(-1, PauseAfterLoss))
                return;
            continue;
        }
        if (missed)
            for (const TenantId &tenant : m_tenants())
                m_grew(tenant);
        missed = false;
        if (waitFor(m_connection->socket(), Patience))
            return;
        const auto notices = m_connection->takeNotices();
        if (!notices) {
            m_connection.reset();
            missed = true;
            continue;
        }
        for (const std::string &notice : *notices)
            hear(notice);
    }
}

} // namespace faltakt::server
