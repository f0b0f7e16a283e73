#pragma once

#include "sync/server/app/admin_request.h"
#include "sync/server/app/server_instance.h"

namespace faltakt::server {

/// The commands that need the data folder, the same for a process of their own and behind the admin socket. One at a time.
class AdminCommands {
public:
    explicit AdminCommands(ServerInstance &instance) : m_instance(&instance) {}

    /// Words as the command line gave them. Never fails: what goes wrong is in the answer.
    [[nodiscard]] AdminAnswer run(const AdminRequest &request);

private:
    using Lines = base::Result<std::string>;

    [[nodiscard]] Lines dispatch(const AdminRequest &request);
    [[nodiscard]] Lines status();
    [[nodiscard]] Lines backUp(const AdminRequest &request);
    [[nodiscard]] Lines recoveryMake(const AdminRequest &request);
    [[nodiscard]] Lines tenantAdd(const AdminRequest &request);
    [[nodiscard]] Lines tenantList();
    [[nodiscard]] Lines teamAdd(const AdminRequest &request);
    [[nodiscard]] Lines teamList(const AdminRequest &request);
    [[nodiscard]] Lines workerAdd(const AdminRequest &request);
    [[nodiscard]] Lines workerRole(const AdminRequest &request);
    [[nodiscard]] Lines workerList(const AdminRequest &request);
    [[nodiscard]] Lines deviceCode(const AdminRequest &request);
    [[nodiscard]] Lines deviceList(const AdminRequest &request);
    [[nodiscard]] Lines deviceRevoke(const AdminRequest &request);
    [[nodiscard]] Lines deviceLock(const AdminRequest &request);
    [[nodiscard]] Lines deviceWipe(const AdminRequest &request);
    [[nodiscard]] Lines outboxTake(const AdminRequest &request);
    [[nodiscard]] Lines caseList(const AdminRequest &request);
    [[nodiscard]] Lines caseAssign(const AdminRequest &request);
    [[nodiscard]] Lines caseUnassign(const AdminRequest &request);
    [[nodiscard]] Lines caseClose(const AdminRequest &request);
    [[nodiscard]] Lines caseDeputy(const AdminRequest &request);
    [[nodiscard]] Lines workerDeputy(const AdminRequest &request);
    [[nodiscard]] Lines caseUnprotect(const AdminRequest &request);
    [[nodiscard]] Lines lobImport(const AdminRequest &request);
    [[nodiscard]] Lines lobOffice(const AdminRequest &request);
    [[nodiscard]] Lines stats(const AdminRequest &request);
    [[nodiscard]] Lines letterList(const AdminRequest &request);
    [[nodiscard]] Lines letterShow(const AdminRequest &request);
    [[nodiscard]] Lines letterSent(const AdminRequest &request);
    [[nodiscard]] Lines logReview(const AdminRequest &request);
    [[nodiscard]] Lines packageShow(const AdminRequest &request);
    [[nodiscard]] Lines packageSet(const AdminRequest &request);
    [[nodiscard]] Lines packAdd(const AdminRequest &request);
    [[nodiscard]] Lines packList(const AdminRequest &request);
    [[nodiscard]] Lines profileAdd(const AdminRequest &request);
    [[nodiscard]] Lines profileList(const AdminRequest &request);
    [[nodiscard]] Lines quarantineList(const AdminRequest &request);
    [[nodiscard]] Lines quarantineShow(const AdminRequest &request);
    [[nodiscard]] Lines alarmList(const AdminRequest &request);
    [[nodiscard]] Lines alarmAck(const AdminRequest &request);
    [[nodiscard]] Lines demoLoad(const AdminRequest &request);

    /// By id or name; with one tenant the name may be left out.
    [[nodiscard]] base::Result<Tenant> tenantOf(const AdminRequest &request);
    [[nodiscard]] base::Result<WorkerId> workerNamed(const std::string &text);
    [[nodiscard]] base::Result<std::optional<TeamId>> teamNamed(TenantId tenant, const std::string &text);

    ServerInstance *m_instance;
    std::string m_remark; ///< Plain words beside a success.
    int m_exitCode = 0;   ///< Of a command that has something to say and found something wrong.
};

} // namespace faltakt::server
