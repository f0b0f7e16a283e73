// Tenants and teams, and what is common to all commands. Workers, devices, cases and the access log stand in files of
// their own.
#include "sync/server/app/admin_commands.h"

#include "core/base/answer_words.h"
#include "core/base/text.h"
#include "core/crypto/file_steps.h"
#include "sync/protocol/enrolment_code.h"
#include "sync/server/api/server_settings.h"
#include "sync/server/app/backup.h"
#include "sync/server/app/json_line.h"
#include "sync/server/ops/certificate_authority.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace faltakt::server {

namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t MaxCertificate = 64 * 1024;

/// "https://host:port/…", "host:port" or "[::1]:port".
Result<std::pair<std::string, std::uint16_t>> hostAndPort(std::string text)
{
    if (const auto scheme = text.find("://"); scheme != std::string::npos)
        text.erase(0, scheme + 3);
    text = text.substr(0, text.find('/'));
    const auto colon = text.rfind(':');
    const bool hasPort = colon != std::string::npos && text.find(']', colon) == std::string::npos;
    std::uint16_t port = 443;
    std::string host = hasPort ? text.substr(0, colon) : text;
    if (hasPort) {
        const auto [end, error] = std::from_chars(text.data() + colon + 1, text.data() + text.size(), port);
        if (error != std::errc() || end != text.data() + text.size() || port == 0)
            return fail(ErrorCode::InvalidInput, "the port of the address is no number");
    }
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    if (host.empty())
        return fail(ErrorCode::InvalidInput, "the address has no host");
    return std::pair(host, port);
}

bool isWildcard(const std::string &host) { return host == "0.0.0.0" || host == "::"; }

} // namespace

AdminAnswer AdminCommands::run(const AdminRequest &request)
{
    m_remark.clear();
    m_exitCode = 0;
    const Lines lines = dispatch(request);
    if (lines)
        return {m_exitCode, *lines, m_remark};
    const base::Error &error = lines.error();
    std::string words = error.detail().empty() ? std::string(base::errorCodeName(error.code())) : error.detail();
    return {error.code() == ErrorCode::Unreachable ? 3 : 1, {}, "faltakt-server: " + base::answerWords(words) + '\n'};
}

AdminCommands::Lines AdminCommands::dispatch(const AdminRequest &request)
{
    using Command = Lines (AdminCommands::*)(const AdminRequest &);
    static constexpr auto Table = std::to_array<std::pair<std::string_view, Command>>({
        {"recovery make", &AdminCommands::recoveryMake},
        {"tenant add", &AdminCommands::tenantAdd},
        {"team add", &AdminCommands::teamAdd},
        {"team list", &AdminCommands::teamList},
        {"worker add", &AdminCommands::workerAdd},
        {"worker list", &AdminCommands::workerList},
        {"worker role", &AdminCommands::workerRole},
        {"device code", &AdminCommands::deviceCode},
        {"device list", &AdminCommands::deviceList},
        {"device revoke", &AdminCommands::deviceRevoke},
        {"device lock", &AdminCommands::deviceLock},
        {"device wipe", &AdminCommands::deviceWipe},
        {"outbox take", &AdminCommands::outboxTake},
        {"case list", &AdminCommands::caseList},
        {"case assign", &AdminCommands::caseAssign},
        {"case unassign", &AdminCommands::caseUnassign},
        {"case close", &AdminCommands::caseClose},
        {"case deputy", &AdminCommands::caseDeputy},
        {"worker deputy", &AdminCommands::workerDeputy},
        {"case unprotect", &AdminCommands::caseUnprotect},
        {"lob import", &AdminCommands::lobImport},
        {"lob office", &AdminCommands::lobOffice},
        {"letter list", &AdminCommands::letterList},
        {"letter show", &AdminCommands::letterShow},
        {"letter sent", &AdminCommands::letterSent},
        {"demo load", &AdminCommands::demoLoad},
        {"log review", &AdminCommands::logReview},
        {"package show", &AdminCommands::packageShow},
        {"package set", &AdminCommands::packageSet},
        {"pack add", &AdminCommands::packAdd},
        {"pack list", &AdminCommands::packList},
        {"profile add", &AdminCommands::profileAdd},
        {"profile list", &AdminCommands::profileList},
        {"quarantine list", &AdminCommands::quarantineList},
        {"quarantine show", &AdminCommands::quarantineShow},
        {"alarm list", &AdminCommands::alarmList},
        {"alarm ack", &AdminCommands::alarmAck},
    });
    if (request.words.empty())
        return fail(ErrorCode::InvalidInput, "no command");
    if (request.words.front() == "status")
        return status();
    if (request.words.front() == "stats")
        return stats(request);
    if (request.words.front() == "backup")
        return backUp(request);
    const std::string name =
        request.words.front() + (request.words.size() > 1 ? ' ' + request.words[1] : std::string());
    if (name == "tenant list")
        return tenantList();
    for (const auto &[known, command] : Table)
        if (known == name)
            return (this->*command)(request);
    return fail(ErrorCode::InvalidInput, "this command is not for a data folder");
}

Result<Tenant> AdminCommands::tenantOf(const AdminRequest &request)
{
    const std::string text = request.option("tenant");
    TRY(auto tenants,
        m_instance->core().store().read([](StoreSnapshot &snapshot) { return snapshot.identity().tenants(); }));
    if (text.empty()) {
        if (tenants.size() == 1)
            return std::move(tenants.front());
        return fail(ErrorCode::InvalidInput,
                    tenants.empty() ? "there is no tenant yet: tenant add" : "say which tenant: --tenant T");
    }
    for (Tenant &tenant : tenants)
        if (tenant.name == text || tenant.id.toString() == text)
            return std::move(tenant);
    return fail(ErrorCode::NotFound, "there is no such tenant");
}

Result<WorkerId> AdminCommands::workerNamed(const std::string &text)
{
    if (const auto id = WorkerId::parse(text))
        return *id;
    return m_instance->core().store().read([&](StoreSnapshot &snapshot) -> Result<WorkerId> {
        std::vector<WorkerId> found;
        TRY(const auto tenants, snapshot.identity().tenants());
        for (const Tenant &tenant : tenants) {
            TRY(const auto workers, snapshot.identity().workers(tenant.id));
            for (const Worker &worker : workers)
                if (worker.name == text && worker.id != tenant.serverWorker)
                    found.push_back(worker.id);
        }
        if (found.size() == 1)
            return found.front();
        return fail(ErrorCode::NotFound,
                    found.empty() ? "there is no such worker" : "several workers have that name; use the id");
    });
}

Result<std::optional<TeamId>> AdminCommands::teamNamed(TenantId tenant, const std::string &text)
{
    if (text.empty())
        return std::optional<TeamId>();
    TRY(const auto teams,
        m_instance->core().store().read([&](StoreSnapshot &snapshot) { return snapshot.identity().teams(tenant); }));
    for (const Team &team : teams)
        if (team.name == text || team.id.toString() == text)
            return std::optional(team.id);
    return fail(ErrorCode::NotFound, "the tenant has no such team");
}

AdminCommands::Lines AdminCommands::status()
{
    return m_instance->core().store().read([](StoreSnapshot &snapshot) -> Lines {
        TRY(const auto totals, snapshot.identity().totals());
        TRY(const std::string logId, snapshot.identity().setting(SettingNames::LogId));
        return jsonLine({{"tenants", totals.tenants},
                         {"devices", totals.devices},
                         {"changes", totals.changes},
                         {"quarantined", totals.quarantined},
                         {"logId", logId}});
    });
}

AdminCommands::Lines AdminCommands::backUp(const AdminRequest &request)
{
    const std::filesystem::path file = request.words.back();
    if (request.words.size() != 2)
        return fail(ErrorCode::InvalidInput, "backup needs FILE");
    TRY(const std::int64_t bytes, writeBackup(m_instance->core().store(), file));
    TRY(const std::string line, status());
    TRY(const json::Value now, json::parse(base::trimmed(line)));
    return jsonLine({{"bytes", bytes}, {"changes", now.integerAt("changes")}, {"logId", now.stringAt("logId")}});
}

AdminCommands::Lines AdminCommands::recoveryMake(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    const auto inData = m_instance->folder().recoveryKey(tenant.id);
    const std::filesystem::path out = request.has("out") ? std::filesystem::path(request.option("out")) : inData;
    crypto::SystemFileSteps files;
    std::error_code ignored;
    if (std::filesystem::exists(inData, ignored)) {
        if (out != inData) {
            TRY(const auto key, crypto::RecoveryKey::readFile(files, inData));
            TRY_VOID(key.writeFile(files, out));
            TRY_VOID(files.remove(inData));
        }
    } else {
        TRY_VOID(m_instance->core().administration().replaceRecoveryKey(
            tenant.id, [&](const crypto::RecoveryKey &key) { return key.writeFile(files, out); }));
        m_remark = "A new key, for devices that enrol from now on; keep the old one for the others.\n";
    }
    m_remark += "Move the file away from this machine and keep it safe: it opens every device of the tenant.\n";
    return jsonLine({{"tenant", tenant.id.toString()}, {"file", out.string()}});
}

AdminCommands::Lines AdminCommands::tenantList()
{
    TRY(const auto tenants,
        m_instance->core().store().read([](StoreSnapshot &snapshot) { return snapshot.identity().tenants(); }));
    std::string lines;
    for (const Tenant &tenant : tenants)
        lines += jsonLine({{"id", tenant.id.toString()}, {"name", tenant.name}, {"profile", tenant.profile}});
    return lines;
}

AdminCommands::Lines AdminCommands::teamAdd(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    TRY(const TeamId id, m_instance->core().administration().addTeam(tenant.id, request.words.back()));
    return jsonLine({{"id", id.toString()}});
}

AdminCommands::Lines AdminCommands::teamList(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    TRY(const auto teams,
        m_instance->core().store().read([&](StoreSnapshot &snapshot) { return snapshot.identity().teams(tenant.id); }));
    std::string lines;
    for (const Team &team : teams)
        lines += jsonLine({{"id", team.id.toString()}, {"name", team.name}});
    return lines;
}

AdminCommands::Lines AdminCommands::deviceCode(const AdminRequest &request)
{
    TRY(const WorkerId worker, workerNamed(request.option("worker")));
    std::string address = request.option("url");
    TRY(const auto settings,
        m_instance->core().store().read([](StoreSnapshot &snapshot) -> Result<std::pair<std::string, std::string>> {
            TRY(std::string served, snapshot.identity().setting(SettingNames::ServedAddress));
            TRY(std::string first, snapshot.identity().setting(SettingNames::FirstAddress));
            return std::pair(std::move(served), std::move(first));
        }));
    if (address.empty())
        address = settings.first;
    if (address.empty())
        return fail(ErrorCode::InvalidInput,
                    "this server was never served, so its address is not known: give --url https://HOST:PORT");
    TRY(auto place, hostAndPort(address));
    if (isWildcard(place.first))
        place.first = settings.second;
    TRY(const std::string root,
        readTextFile(m_instance->folder().keys() / CertificateFiles::RootCertificate, MaxCertificate));
    protocol::EnrolmentCode code;
    code.host = place.first;
    code.port = place.second;
    TRY(code.fingerprint, certificateFingerprint(root));
    TRY(const auto ticket, m_instance->core().enrolment().makeTicket(worker));
    code.secret = ticket.secret;
    return jsonLine({{"code", code.toString()}, {"expires", base::formatInstant(ticket.expires)}});
}

AdminCommands::Lines AdminCommands::outboxTake(const AdminRequest &request)
{
    TRY(const auto taken, m_instance->core().outbox().takeOfAnyTenant(base::bytesOf(request.content)));
    return jsonLine({{"taken", taken.taken}, {"quarantined", taken.quarantined}});
}

} // namespace faltakt::server
