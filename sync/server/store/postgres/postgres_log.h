#pragma once

#include "sync/server/store/postgres/postgres_access_log.h"
#include "sync/server/store/postgres/postgres_log_memory.h"
#include "sync/server/store/postgres/postgres_session.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// Order, journals, rights and record states on one connection.
class PostgresLog final : public LogWriter {
public:
    PostgresLog(PostgresSession &session, PostgresAccessLog &accessLog) : m_session(&session), m_accessLog(&accessLog)
    {
    }

    /// At the beginning and at the end of each transaction.
    void forget() { m_memory = {}; }

    base::Result<void> expect(TenantId tenant, const ExpectedReads &reads) override;
    base::Result<std::int64_t> lastSeq(TenantId tenant) override;
    base::Result<JournalHead> journalHead(TenantId tenant, DeviceId device, std::int64_t epoch) override;
    base::Result<std::vector<JournalEntry>> journal(TenantId tenant, DeviceId device, std::int64_t epoch,
                                                    std::int64_t from, std::int64_t to) override;
    base::Result<std::vector<JournalEntry>> journalByHash(TenantId tenant, DeviceId device,
                                                          const std::vector<base::Hash> &hashes) override;
    base::Result<std::optional<KnownChange>> accepted(TenantId tenant, ChangeId change) override;
    base::Result<std::optional<KnownChange>> quarantined(TenantId tenant, ChangeId change) override;
    base::Result<std::vector<QuarantinedChange>> quarantine(TenantId tenant) override;
    base::Result<std::vector<QuarantinedChange>> quarantineOfCase(TenantId tenant, CaseId caseId) override;
    base::Result<std::vector<QuarantinedChange>> quarantineBefore(TenantId tenant, std::int64_t position,
                                                                  int limit) override;
    base::Result<changelog::ChangeMeta> changeMeta(TenantId tenant, ChangeId change) override;
    base::Result<std::vector<ChangePlace>> changesAfter(TenantId tenant, std::int64_t after, int limit) override;
    base::Result<std::vector<ChangePlace>> changesOfCase(TenantId tenant, CaseId caseId, std::int64_t after,
                                                         std::int64_t to, int limit) override;
    base::Result<StoredChange> change(TenantId tenant, std::int64_t seq) override;
    base::Result<std::vector<AccessEntry>> accessAfter(TenantId tenant, const std::vector<Grantee> &grantees,
                                                       std::int64_t after, int limit) override;
    base::Result<std::vector<AccessEntry>> accessOfCase(TenantId tenant, CaseId caseId,
                                                        const std::vector<Grantee> &grantees) override;
    base::Result<std::vector<KeyEntry>> keysAfter(TenantId tenant, std::int64_t after, int limit) override;
    base::Result<std::vector<CompartmentSum>> caseSums(TenantId tenant, const std::vector<CaseId> &cases) override;
    base::Result<std::vector<PackagePart>> partsOutside(TenantId tenant, const std::vector<CaseId> &cases,
                                                        base::Instant before, std::int64_t after) override;
    base::Result<std::optional<PackagePart>> part(TenantId tenant, CaseId caseId, std::int64_t first) override;
    base::Result<std::vector<PackageFetch>> fetchesAfter(TenantId tenant, DeviceId device, std::int64_t after,
                                                         int limit) override;
    base::Result<std::vector<EndedLog>> endedLogs(TenantId tenant) override;
    base::Result<std::optional<CaseFile>> caseFile(TenantId tenant, CaseId caseId) override;
    base::Result<std::optional<TenantId>> tenantOfCase(CaseId caseId) override;
    base::Result<std::vector<CaseFile>> cases(TenantId tenant) override;
    base::Result<std::optional<RecordHome>> recordHome(TenantId tenant, RecordId record) override;
    base::Result<std::optional<changelog::RecordState>> recordState(TenantId tenant, RecordId record) override;
    base::Result<std::vector<changelog::RecordState>> recordStates(TenantId tenant, CaseId caseId,
                                                                   std::string_view kind) override;
    base::Result<std::vector<changelog::RecordState>> recordStatesOf(TenantId tenant, const std::vector<CaseId> &cases,
                                                                     const std::vector<std::string> &kinds,
                                                                     int mostOfEach) override;
    base::Result<std::vector<CaseId>> casesWithoutState(TenantId tenant, std::string_view kind) override;

    base::Result<std::int64_t> takeSeqs(TenantId tenant, std::int64_t count) override;
    base::Result<void> addChange(TenantId tenant, const StoredChange &change) override;
    base::Result<void> addToCaseSums(TenantId tenant, const std::vector<CompartmentSum> &added) override;
    base::Result<void> setParts(TenantId tenant, const std::vector<PackagePart> &parts) override;
    base::Result<void> addFetch(TenantId tenant, const PackageFetch &fetch) override;
    base::Result<void> addEndedLog(TenantId tenant, const EndedLog &log) override;
    base::Result<void> addQuarantined(TenantId tenant, const QuarantinedChange &change) override;
    base::Result<void> addJournalEntry(TenantId tenant, DeviceId device, std::int64_t epoch,
                                       const JournalEntry &entry) override;
    base::Result<void> setJournalHead(TenantId tenant, DeviceId device, std::int64_t epoch, const JournalHead &head,
                                      const crypto::Signature &signature) override;
    base::Result<void> addAccess(TenantId tenant, const AccessEntry &entry) override;
    base::Result<void> addKey(TenantId tenant, const KeyEntry &entry) override;
    base::Result<void> addCase(const CaseFile &file) override;
    base::Result<void> addRecordHome(TenantId tenant, RecordId record, const RecordHome &home) override;
    base::Result<void> setRecordState(TenantId tenant, const changelog::RecordState &state) override;

private:
    /// Enters the tenant, waits for what was asked, and forgets what was known of another.
    [[nodiscard]] base::Result<void> enter(TenantId tenant);
    /// Reads the line at this place and those that will be asked for next.
    [[nodiscard]] base::Result<void> readLines(TenantId tenant, std::int64_t seq);
    /// The journal, and what taking in a push reads beside it: the counter, the end of the access log.
    void expectJournal(TenantId tenant, const ExpectedReads::Journal &journal);
    void queueParts(const char *sql, TenantId tenant, const std::vector<const PackagePart *> &parts);

    PostgresSession *m_session;
    PostgresAccessLog *m_accessLog;
    PostgresLogMemory m_memory;
};

/// A part whose columns begin at `column`.
[[nodiscard]] PackagePart partOf(const PostgresRow &row, int column);
/// Of one transaction's answers; used by both halves of the log.
[[nodiscard]] PostgresSession::Question acceptedQuestion(TenantId tenant, const std::vector<ChangeId> &ids);
[[nodiscard]] PostgresSession::Question quarantinedQuestion(TenantId tenant, const std::vector<ChangeId> &ids);
[[nodiscard]] PostgresSession::Question counterQuestion(TenantId tenant);
/// First the head, then the entries.
[[nodiscard]] std::vector<PostgresSession::Question> journalQuestions(TenantId tenant,
                                                                      const ExpectedReads::Journal &journal);
void rememberJournal(PostgresLogMemory &memory, const ExpectedReads::Journal &journal, const PostgresRows &head,
                     const PostgresRows &entries);
void rememberAccepted(PostgresLogMemory &memory, const std::vector<ChangeId> &ids, const PostgresRows &rows);
void rememberQuarantined(PostgresLogMemory &memory, const std::vector<ChangeId> &ids, const PostgresRows &rows);

} // namespace faltakt::server
