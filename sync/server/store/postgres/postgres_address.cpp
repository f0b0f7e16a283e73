#include "sync/server/store/postgres/postgres_address.h"

#include "core/base/text.h"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <memory>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

struct OptionsFreed {
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};
struct TextFreed {
    void operator()(char *text) const { PQfreemem(text); }
};
using ParsedOptions = std::unique_ptr<PQconninfoOption, OptionsFreed>;

constexpr auto SocketFolder = "/var/run/postgresql";

// A dead database is told from a slow one in half a minute; encryption that we do not know is not negotiated.
const PostgresAddress::Options Always{{"connect_timeout", "10"},
                                      {"keepalives_idle", "10"},
                                      {"keepalives_interval", "5"},
                                      {"keepalives_count", "3"},
                                      {"tcp_user_timeout", "30000"},
                                      {"gssencmode", "disable"},
                                      {"ssl_min_protocol_version", "TLSv1.3"},
                                      {"client_encoding", "UTF8"},
                                      {"application_name", "faltakt-server"}};

std::string valueOf(const PQconninfoOption *options, std::string_view name)
{
    for (const auto *option = options; option && option->keyword; ++option)
        if (option->keyword == name && option->val)
            return option->val;
    return {};
}

Result<ParsedOptions> parsed(const std::string &url)
{
    if (!url.starts_with("postgres://") && !url.starts_with("postgresql://"))
        return fail(ErrorCode::InvalidInput, "a database is named by postgres://…");
    char *words = nullptr;
    ParsedOptions options(PQconninfoParse(url.c_str(), &words));
    const std::unique_ptr<char, TextFreed> freed(words);
    if (!options)
        return fail(ErrorCode::InvalidInput, "the address of the database cannot be read");
    return options;
}

bool allOnMachine(const std::string &hosts)
{
    const auto all = base::split(hosts, ',');
    return std::all_of(all.begin(), all.end(), [](const std::string &host) { return isOnMachine(host); });
}

} // namespace

bool isOnMachine(std::string_view host)
{
    return host.starts_with('/') || host.starts_with("127.") || host == "localhost" || host == "::1";
}

Result<PostgresAddress> PostgresAddress::parse(const std::string &url)
{
    TRY(const ParsedOptions options, parsed(url));
    PostgresAddress address;
    address.m_url = url;
    for (const auto *option = options.get(); option->keyword; ++option)
        if (option->val && *option->val)
            address.m_options.emplace_back(option->keyword, option->val);
    if (!valueOf(options.get(), "password").empty())
        return fail(ErrorCode::InvalidInput, "a password does not belong into the address: name a passfile in it");
    if (!valueOf(options.get(), "service").empty())
        return fail(ErrorCode::InvalidInput, "a service file is not read: name the host in the address");
    // What the address leaves open may come from the environment, but not unseen: hosts are looked at here.
    const ParsedOptions defaults(PQconndefaults());
    for (const char *name : {"host", "hostaddr"})
        if (valueOf(options.get(), name).empty())
            if (const auto value = valueOf(defaults.get(), name); !value.empty())
                address.m_options.emplace_back(name, value);
    const auto find = [&](std::string_view name) {
        const auto found = std::find_if(address.m_options.begin(), address.m_options.end(),
                                        [&](const auto &option) { return option.first == name; });
        return found == address.m_options.end() ? std::string() : found->second;
    };
    std::string where = find("hostaddr").empty() ? find("host") : find("hostaddr");
    if (where.empty()) {
        where = SocketFolder;
        address.m_options.emplace_back("host", where);
    }
    address.m_staysOnMachine = allOnMachine(where);
    const std::string mode = find("sslmode");
    if (!address.m_staysOnMachine && !mode.empty() && mode != "verify-full")
        return fail(ErrorCode::InvalidInput,
                    "over a network the database is spoken to with sslmode=verify-full and its sslrootcert alone");
    if (!address.m_staysOnMachine && mode.empty())
        address.m_options.emplace_back("sslmode", "verify-full");
    for (const auto &[name, value] : Always)
        if (find(name).empty())
            address.m_options.emplace_back(name, value);
    return address;
}

} // namespace faltakt::server
