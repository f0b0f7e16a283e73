#pragma once

#include "sync/server/store/embedded/tenant_numbers.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// Order, journals, rights and record states on one connection.
class EmbeddedLog final : public LogWriter {
public:
    EmbeddedLog(store::Database &database, TenantNumbers &numbers) : m_database(&database), m_numbers(&numbers) {}

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
    store::Database *m_database;
    TenantNumbers *m_numbers;
};

} // namespace faltakt::server
