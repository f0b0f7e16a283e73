#include "sync/server/api/server_core.h"

#include "core/casework/record_schemas.h"
#include "sync/server/api/log_history.h"
#include "sync/server/api/server_settings.h"

namespace faltakt::server {

ServerCore::ServerCore(const ServerCoreSetup &setup)
    : m_store(setup.store), m_clock(setup.clock), m_ids(setup.clock, setup.random),
      m_accessLog(setup.clock, setup.keys), m_intake(setup.clock, setup.keys, m_accessLog),
      m_author(m_intake, setup.keys, casework::recordSchemas(), setup.clock, m_ids, casework::RecordSchemaVersion),
      m_push(setup.store, m_intake, casework::recordSchemas(), setup.orderGrew),
      m_pull(setup.store, m_accessLog, setup.clock,
             setup.agendaRules ? todaysCases(setup.agendaRules, setup.clock) : FirstCases()),
      m_digest(setup.store), m_fetch(setup.store, m_accessLog, setup.orderGrew),
      m_offer(setup.store, setup.keys, setup.clock, m_accessLog, casework::recordSchemas(), setup.orderGrew),
      m_outbox(setup.store, setup.keys, m_push), m_blobs(setup.store, setup.clock, m_accessLog, setup.policy),
      m_quarantine(setup.store, m_accessLog), m_known(setup.store, m_accessLog, setup.clock),
      m_packs(setup.store, setup.clock), m_profiles(setup.store, setup.keys, setup.clock),
      m_hello(setup.store, setup.clock, setup.policy, setup.profiles),
      m_enrolment(setup.store, setup.keys, setup.clock, m_ids, setup.policy, setup.orderGrew),
      m_administration(setup.store, setup.keys, m_author, setup.clock, m_ids, setup.random, setup.orderGrew),
      m_lobImport(setup.store, m_author, setup.clock, m_ids, setup.profileFacts, setup.orderGrew),
      m_letters(setup.store, m_author, m_accessLog, setup.clock, m_ids, setup.profiles, setup.orderGrew),
      m_statistics(setup.store, setup.keys, setup.clock, setup.profiles),
      m_alarms(setup.store, m_author, setup.clock, setup.orderGrew),
      m_teams(setup.store, m_author, setup.clock, setup.orderGrew),
      m_deputies(setup.store, m_author, setup.clock, m_ids, setup.orderGrew)
{
}

base::Result<void> prepareStore(ServerStore &store, const std::string &name, base::Random &random)
{
    const std::string logId = makeLogId(random);
    return store.write([&](StoreTransaction &transaction) -> base::Result<void> {
        TRY_VOID(transaction.identity().setSetting(SettingNames::LogId, logId));
        return transaction.identity().setSetting(SettingNames::ServerName, name);
    });
}

} // namespace faltakt::server
