#pragma once

#include "sync/server/api/administration.h"
#include "sync/server/api/alarm_service.h"
#include "sync/server/api/blob_service.h"
#include "sync/server/api/deputy_service.h"
#include "sync/server/api/digest_service.h"
#include "sync/server/api/enrolment_service.h"
#include "sync/server/api/fetch_service.h"
#include "sync/server/api/hello_service.h"
#include "sync/server/api/known_service.h"
#include "sync/server/api/letter_service.h"
#include "sync/server/api/lob_import_service.h"
#include "sync/server/api/offer_service.h"
#include "sync/server/api/outbox_service.h"
#include "sync/server/api/pack_service.h"
#include "sync/server/api/profile_service.h"
#include "sync/server/api/pull_service.h"
#include "sync/server/api/push_service.h"
#include "sync/server/api/quarantine_service.h"
#include "sync/server/api/server_author.h"
#include "sync/server/api/statistics_service.h"
#include "sync/server/api/team_desk.h"

namespace faltakt::server {

/// What a core is made from; all of it is borrowed and outlives the core. `random` must be thread-safe where the core is
/// used by several threads.
struct ServerCoreSetup {
    ServerStore &store;
    KeyVault &keys;
    const base::Clock &clock;
    base::Random &random;
    ServerPolicy policy = {};
    LobImportService::ProfileFacts profileFacts;
    /// By which today's people come first; missing: everything comes in the tenant's order.
    AgendaRules agendaRules = {};
    /// Told whose order has grown, after the commit.
    OrderListener orderGrew = {};
    /// For what the office prints.
    ProfileOfDay profiles = {};
};

/// The whole server without network and files: the same for the program, the tests and the simulation. The store must have
/// been prepared once by prepareStore().
class ServerCore {
public:
    explicit ServerCore(const ServerCoreSetup &setup);

    [[nodiscard]] ServerStore &store() { return m_store; }
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] IdSource &ids() { return m_ids; }
    [[nodiscard]] ServerAuthor &author() { return m_author; }
    [[nodiscard]] const AccessLog &accessLog() const { return m_accessLog; }
    [[nodiscard]] PushService &push() { return m_push; }
    [[nodiscard]] PullService &pull() { return m_pull; }
    [[nodiscard]] DigestService &digest() { return m_digest; }
    [[nodiscard]] FetchService &fetch() { return m_fetch; }
    [[nodiscard]] OfferService &offer() { return m_offer; }
    [[nodiscard]] OutboxService &outbox() { return m_outbox; }
    [[nodiscard]] BlobService &blobs() { return m_blobs; }
    [[nodiscard]] QuarantineService &quarantine() { return m_quarantine; }
    [[nodiscard]] KnownService &known() { return m_known; }
    [[nodiscard]] PackService &packs() { return m_packs; }
    [[nodiscard]] ProfileService &profiles() { return m_profiles; }
    [[nodiscard]] HelloService &hello() { return m_hello; }
    [[nodiscard]] EnrolmentService &enrolment() { return m_enrolment; }
    [[nodiscard]] Administration &administration() { return m_administration; }
    [[nodiscard]] LobImportService &lobImport() { return m_lobImport; }
    [[nodiscard]] LetterService &letters() { return m_letters; }
    [[nodiscard]] StatisticsService &statistics() { return m_statistics; }
    [[nodiscard]] AlarmService &alarms() { return m_alarms; }
    [[nodiscard]] TeamDesk &teams() { return m_teams; }
    [[nodiscard]] DeputyService &deputies() { return m_deputies; }

private:
    ServerStore &m_store;
    const base::Clock &m_clock;
    IdSource m_ids;
    AccessLog m_accessLog;
    ChangeIntake m_intake;
    ServerAuthor m_author;
    PushService m_push;
    PullService m_pull;
    DigestService m_digest;
    FetchService m_fetch;
    OfferService m_offer;
    OutboxService m_outbox;
    BlobService m_blobs;
    QuarantineService m_quarantine;
    KnownService m_known;
    PackService m_packs;
    ProfileService m_profiles;
    HelloService m_hello;
    EnrolmentService m_enrolment;
    Administration m_administration;
    LobImportService m_lobImport;
    LetterService m_letters;
    StatisticsService m_statistics;
    AlarmService m_alarms;
    TeamDesk m_teams;
    DeputyService m_deputies;
};

/// Gives a fresh store its log id and its name; once.
[[nodiscard]] base::Result<void> prepareStore(ServerStore &store, const std::string &name, base::Random &random);

} // namespace faltakt::server
