#pragma once

#include "core/base/result.h"
#include "core/changelog/record_state.h"
#include "sync/server/store/server_records.h"

#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace faltakt::server {

/// Who is who. Everything but the first lookups by device and by secret is asked by tenant.
class IdentityReader {
public:
    virtual ~IdentityReader() = default;
    [[nodiscard]] virtual base::Result<std::vector<Tenant>> tenants() = 0;
    [[nodiscard]] virtual base::Result<std::optional<Tenant>> tenant(TenantId tenant) = 0;
    [[nodiscard]] virtual base::Result<std::vector<Team>> teams(TenantId tenant) = 0;
    [[nodiscard]] virtual base::Result<std::vector<Worker>> workers(TenantId tenant) = 0;
    [[nodiscard]] virtual base::Result<std::optional<Worker>> worker(TenantId tenant, WorkerId worker) = 0;
    /// Without the server's own.
    [[nodiscard]] virtual base::Result<std::vector<Device>> devices(TenantId tenant) = 0;
    [[nodiscard]] virtual base::Result<std::optional<Device>> device(TenantId tenant, DeviceId device) = 0;
    /// Both will be asked for: a store that is far away fetches them in one go.
    [[nodiscard]] virtual base::Result<void> expect(TenantId /*tenant*/, DeviceId /*device*/, WorkerId /*worker*/)
    {
        return {};
    }
    /// Before anybody has proven who they are: a device id, a team's or worker's id on the command line.
    [[nodiscard]] virtual base::Result<std::optional<TenantId>> tenantOfDevice(DeviceId device) = 0;
    [[nodiscard]] virtual base::Result<std::optional<TenantId>> tenantOfWorker(WorkerId worker) = 0;
    [[nodiscard]] virtual base::Result<std::optional<EnrolmentTicket>> ticket(const base::Hash &secretHash) = 0;
    [[nodiscard]] virtual base::Result<std::vector<StoredCommand>> openCommands(TenantId tenant, DeviceId device) = 0;
    /// Those for which an order lies open that ends what they do now: to lock or to wipe themselves.
    [[nodiscard]] virtual base::Result<std::vector<DeviceId>> devicesWithOrders(TenantId tenant) = 0;
    /// A setting of the whole server; empty where it was never set.
    [[nodiscard]] virtual base::Result<std::string> setting(std::string_view name) = 0;
    [[nodiscard]] virtual base::Result<StoreTotals> totals() = 0;
};

class IdentityWriter : public IdentityReader {
public:
    /// AlreadyExists where the id or the name is taken.
    [[nodiscard]] virtual base::Result<void> addTenant(const Tenant &tenant) = 0;
    /// For devices that enrol from now on.
    [[nodiscard]] virtual base::Result<void> setRecoveryKey(TenantId tenant, const crypto::BoxPublicKey &key) = 0;
    [[nodiscard]] virtual base::Result<void> setPackageDays(TenantId tenant, int days) = 0;
    [[nodiscard]] virtual base::Result<void> addTeam(const Team &team) = 0;
    [[nodiscard]] virtual base::Result<void> addWorker(const Worker &worker) = 0;
    [[nodiscard]] virtual base::Result<void> setWorkerPlace(TenantId tenant, WorkerId worker,
                                                            const std::optional<TeamId> &team,
                                                            const std::string &role) = 0;
    [[nodiscard]] virtual base::Result<void> addDevice(const Device &device) = 0;
    [[nodiscard]] virtual base::Result<void> revokeDevice(TenantId tenant, DeviceId device, base::Instant at) = 0;
    /// `forgotten`: as in Device; it only grows.
    [[nodiscard]] virtual base::Result<void> noteContact(TenantId tenant, DeviceId device, base::Instant at,
                                                         const std::string &app, std::int64_t forgotten = 0) = 0;
    [[nodiscard]] virtual base::Result<void> addTicket(const EnrolmentTicket &ticket) = 0;
    [[nodiscard]] virtual base::Result<void> useTicket(const base::Hash &secretHash, DeviceId device) = 0;
    [[nodiscard]] virtual base::Result<void> addCommand(TenantId tenant, DeviceId device,
                                                        const StoredCommand &command) = 0;
    [[nodiscard]] virtual base::Result<void> closeCommand(TenantId tenant, DeviceId device, const base::Uuid &command,
                                                          base::Instant at) = 0;
    [[nodiscard]] virtual base::Result<void> setSetting(std::string_view name, std::string_view value) = 0;
};

/// What a push is about to ask for.
struct ExpectedReads {
    std::vector<ChangeId> changes; ///< Its lines and what they build on.
    std::vector<RecordId> records;
    std::vector<CaseId> cases;
    struct Journal {
        DeviceId device;
        std::int64_t epoch = 1;
        std::int64_t from = 1, to = 1;
    };
    std::optional<Journal> journal; ///< With its head.
};

/// The tenant's order of changes, rights and keys, and the journals of its devices.
class LogReader {
public:
    virtual ~LogReader() = default;
    /// A store that is far away fetches all of it in one go; the answers to the questions stay what they are.
    [[nodiscard]] virtual base::Result<void> expect(TenantId /*tenant*/, const ExpectedReads & /*reads*/) { return {}; }
    /// The last number given out; 0 in the beginning.
    [[nodiscard]] virtual base::Result<std::int64_t> lastSeq(TenantId tenant) = 0;

    [[nodiscard]] virtual base::Result<JournalHead> journalHead(TenantId tenant, DeviceId device,
                                                                std::int64_t epoch) = 0;
    /// Positions from..to that are held, in order.
    [[nodiscard]] virtual base::Result<std::vector<JournalEntry>> journal(TenantId tenant, DeviceId device,
                                                                          std::int64_t epoch, std::int64_t from,
                                                                          std::int64_t to) = 0;
    /// What was said of lines with these hashes that this device sent in any epoch.
    [[nodiscard]] virtual base::Result<std::vector<JournalEntry>> journalByHash(
        TenantId tenant, DeviceId device, const std::vector<base::Hash> &hashes) = 0;

    [[nodiscard]] virtual base::Result<std::optional<KnownChange>> accepted(TenantId tenant, ChangeId change) = 0;
    [[nodiscard]] virtual base::Result<std::optional<KnownChange>> quarantined(TenantId tenant, ChangeId change) = 0;
    [[nodiscard]] virtual base::Result<std::vector<QuarantinedChange>> quarantine(TenantId tenant) = 0;
    /// Those that name this case, in the order of their coming.
    [[nodiscard]] virtual base::Result<std::vector<QuarantinedChange>> quarantineOfCase(TenantId tenant,
                                                                                        CaseId caseId) = 0;
    /// Up to `limit` that came before the position, the latest first.
    [[nodiscard]] virtual base::Result<std::vector<QuarantinedChange>> quarantineBefore(TenantId tenant,
                                                                                        std::int64_t position,
                                                                                        int limit) = 0;
    /// Author, `at` and receipt of an accepted change; NotFound where there is none.
    [[nodiscard]] virtual base::Result<changelog::ChangeMeta> changeMeta(TenantId tenant, ChangeId change) = 0;

    /// Up to `limit` changes with seq > after, in order, lines left out.
    [[nodiscard]] virtual base::Result<std::vector<ChangePlace>> changesAfter(TenantId tenant, std::int64_t after,
                                                                              int limit) = 0;
    /// Up to `limit` changes of one case with after < seq <= to, in order, lines left out.
    [[nodiscard]] virtual base::Result<std::vector<ChangePlace>> changesOfCase(TenantId tenant, CaseId caseId,
                                                                               std::int64_t after, std::int64_t to,
                                                                               int limit) = 0;
    [[nodiscard]] virtual base::Result<StoredChange> change(TenantId tenant, std::int64_t seq) = 0;
    /// Up to `limit` entries with seq > after for any of the grantees, in order.
    [[nodiscard]] virtual base::Result<std::vector<AccessEntry>> accessAfter(TenantId tenant,
                                                                             const std::vector<Grantee> &grantees,
                                                                             std::int64_t after, int limit) = 0;
    /// Every entry of the case for these grantees, in order; with no grantee named, for all.
    [[nodiscard]] virtual base::Result<std::vector<AccessEntry>> accessOfCase(TenantId tenant, CaseId caseId,
                                                                              const std::vector<Grantee> &grantees) = 0;
    [[nodiscard]] virtual base::Result<std::vector<KeyEntry>> keysAfter(TenantId tenant, std::int64_t after,
                                                                        int limit) = 0;

    /// What the lines of these cases come to, by compartment; without those that have none.
    [[nodiscard]] virtual base::Result<std::vector<CompartmentSum>> caseSums(TenantId tenant,
                                                                             const std::vector<CaseId> &cases) = 0;
    /// Those parts of these cases that may lie outside a package: not in force and last touched before `before`, or touched at
    /// a place behind `after`.
    [[nodiscard]] virtual base::Result<std::vector<PackagePart>> partsOutside(TenantId tenant,
                                                                              const std::vector<CaseId> &cases,
                                                                              base::Instant before,
                                                                              std::int64_t after) = 0;
    [[nodiscard]] virtual base::Result<std::optional<PackagePart>> part(TenantId tenant, CaseId caseId,
                                                                        std::int64_t first) = 0;
    /// Up to `limit` of this device with seq > after, in order.
    [[nodiscard]] virtual base::Result<std::vector<PackageFetch>> fetchesAfter(TenantId tenant, DeviceId device,
                                                                               std::int64_t after, int limit) = 0;
    /// The logs before this one, the first one first.
    [[nodiscard]] virtual base::Result<std::vector<EndedLog>> endedLogs(TenantId tenant) = 0;
    [[nodiscard]] virtual base::Result<std::optional<CaseFile>> caseFile(TenantId tenant, CaseId caseId) = 0;
    /// Whose the case is, whatever the tenant: an id must not be taken twice.
    [[nodiscard]] virtual base::Result<std::optional<TenantId>> tenantOfCase(CaseId caseId) = 0;
    [[nodiscard]] virtual base::Result<std::vector<CaseFile>> cases(TenantId tenant) = 0;
    [[nodiscard]] virtual base::Result<std::optional<RecordHome>> recordHome(TenantId tenant, RecordId record) = 0;
    /// Kept for the kinds that routing and lists need, empty for others.
    [[nodiscard]] virtual base::Result<std::optional<changelog::RecordState>> recordState(TenantId tenant,
                                                                                          RecordId record) = 0;
    [[nodiscard]] virtual base::Result<std::vector<changelog::RecordState>> recordStates(TenantId tenant, CaseId caseId,
                                                                                         std::string_view kind) = 0;
    /// Of many cases in one question: of each case and kind the first `mostOfEach`, in no order of cases or kinds.
    [[nodiscard]] virtual base::Result<std::vector<changelog::RecordState>> recordStatesOf(
        TenantId tenant, const std::vector<CaseId> &cases, const std::vector<std::string> &kinds, int mostOfEach) = 0;
    /// Cases with records of the kind of which no state is kept, since they came before this server knew it; each once. Walks
    /// over all records of the tenant.
    [[nodiscard]] virtual base::Result<std::vector<CaseId>> casesWithoutState(TenantId tenant,
                                                                              std::string_view kind) = 0;
};

class LogWriter : public LogReader {
public:
    /// Takes the next `count` numbers of the tenant's order and gives the first. The last thing before the inserts: whoever
    /// has the counter's row has the order until the end of the transaction.
    [[nodiscard]] virtual base::Result<std::int64_t> takeSeqs(TenantId tenant, std::int64_t count) = 0;
    [[nodiscard]] virtual base::Result<void> addChange(TenantId tenant, const StoredChange &change) = 0;
    /// Adds to what the lines come to; whoever adds changes adds this, once for each case and compartment.
    [[nodiscard]] virtual base::Result<void> addToCaseSums(TenantId tenant,
                                                           const std::vector<CompartmentSum> &added) = 0;
    /// Adds parts, or puts them in the place of what was known of them.
    [[nodiscard]] virtual base::Result<void> setParts(TenantId tenant, const std::vector<PackagePart> &parts) = 0;
    [[nodiscard]] virtual base::Result<void> addFetch(TenantId tenant, const PackageFetch &fetch) = 0;
    [[nodiscard]] virtual base::Result<void> addEndedLog(TenantId tenant, const EndedLog &log) = 0;
    /// The same line twice is kept once.
    [[nodiscard]] virtual base::Result<void> addQuarantined(TenantId tenant, const QuarantinedChange &change) = 0;
    [[nodiscard]] virtual base::Result<void> addJournalEntry(TenantId tenant, DeviceId device, std::int64_t epoch,
                                                             const JournalEntry &entry) = 0;
    [[nodiscard]] virtual base::Result<void> setJournalHead(TenantId tenant, DeviceId device, std::int64_t epoch,
                                                            const JournalHead &head,
                                                            const crypto::Signature &signature) = 0;
    [[nodiscard]] virtual base::Result<void> addAccess(TenantId tenant, const AccessEntry &entry) = 0;
    [[nodiscard]] virtual base::Result<void> addKey(TenantId tenant, const KeyEntry &entry) = 0;
    [[nodiscard]] virtual base::Result<void> addCase(const CaseFile &file) = 0;
    [[nodiscard]] virtual base::Result<void> addRecordHome(TenantId tenant, RecordId record,
                                                           const RecordHome &home) = 0;
    [[nodiscard]] virtual base::Result<void> setRecordState(TenantId tenant, const changelog::RecordState &state) = 0;
};

/// What the import of police reports needs; none of it reaches a device.
class OfficeReader {
public:
    virtual ~OfficeReader() = default;
    [[nodiscard]] virtual base::Result<std::optional<LobSheet>> lobSheet(TenantId tenant, std::string_view source,
                                                                         std::string_view sheet) = 0;
    [[nodiscard]] virtual base::Result<std::vector<OfficeReport>> officeReports(TenantId tenant) = 0;
    /// Records of persons with this identity number (normalised form), also of protected ones.
    [[nodiscard]] virtual base::Result<std::vector<RecordId>> personsByNumber(TenantId tenant,
                                                                              std::string_view number) = 0;
};

class OfficeWriter : public OfficeReader {
public:
    [[nodiscard]] virtual base::Result<void> addLobSheet(TenantId tenant, const LobSheet &sheet) = 0;
    [[nodiscard]] virtual base::Result<void> addOfficeReport(TenantId tenant, const OfficeReport &report) = 0;
    /// The numbers that a record now has, instead of those it had.
    [[nodiscard]] virtual base::Result<void> setNumbers(TenantId tenant, RecordId record,
                                                        const std::vector<std::string> &numbers) = 0;
};

/// Who read and wrote what, in order. Entries are added and never changed.
class AccessLogReader {
public:
    virtual ~AccessLogReader() = default;
    /// n is 0 where nothing was logged yet.
    [[nodiscard]] virtual base::Result<AccessLogHead> head(TenantId tenant) = 0;
    /// Up to `limit` entries with n > after, in order. Damaged where one cannot be read.
    [[nodiscard]] virtual base::Result<std::vector<AccessLogEntry>> entriesAfter(TenantId tenant, std::int64_t after,
                                                                                 int limit) = 0;
};

class AccessLogWriter : public AccessLogReader {
public:
    /// Adds entries that lead from the head that was to the one that is.
    [[nodiscard]] virtual base::Result<void> append(TenantId tenant, const std::vector<AccessLogEntry> &entries,
                                                    const AccessLogHead &head) = 0;
};

/// Sealed bytes of attachments, in chunks.
class BlobReader {
public:
    virtual ~BlobReader() = default;
    [[nodiscard]] virtual base::Result<std::optional<StoredBlob>> blob(TenantId tenant, CaseId caseId,
                                                                       const base::Hash &name) = 0;
    /// Up to `limit` of the tenant's, behind the position, in order.
    [[nodiscard]] virtual base::Result<std::vector<StoredBlob>> blobsAfter(TenantId tenant,
                                                                           const std::optional<BlobPosition> &after,
                                                                           int limit) = 0;
    /// NotFound where it is not held.
    [[nodiscard]] virtual base::Result<base::Bytes> chunk(TenantId tenant, CaseId caseId, const base::Hash &name,
                                                          std::int64_t index) = 0;
    /// Of the chunks that are held, in order.
    [[nodiscard]] virtual base::Result<std::vector<base::Hash>> leaves(TenantId tenant, CaseId caseId,
                                                                       const base::Hash &name) = 0;
    [[nodiscard]] virtual base::Result<BlobRoom> room(TenantId tenant, DeviceId device) = 0;
};

class BlobWriter : public BlobReader {
public:
    /// Without chunks; takes its room. AlreadyExists.
    [[nodiscard]] virtual base::Result<void> addBlob(TenantId tenant, const StoredBlob &blob) = 0;
    /// The next one; `held` grows by its length. `blob` is as it was read.
    [[nodiscard]] virtual base::Result<void> addChunk(TenantId tenant, const StoredBlob &blob, std::int64_t index,
                                                      const base::Hash &leaf, base::ByteView chunk) = 0;
    /// It begins anew; its room stays taken.
    [[nodiscard]] virtual base::Result<void> dropChunks(TenantId tenant, const StoredBlob &blob) = 0;
    [[nodiscard]] virtual base::Result<void> setOrphanSince(TenantId tenant, const StoredBlob &blob,
                                                            std::optional<base::Instant> since) = 0;
    /// Of all the tenant's blobs: counting begins anew.
    [[nodiscard]] virtual base::Result<void> clearOrphanMarks(TenantId tenant) = 0;
    /// With its chunks; gives its room back.
    [[nodiscard]] virtual base::Result<void> removeBlob(TenantId tenant, const StoredBlob &blob) = 0;
};

/// Content packs of a tenant, and whose packs it takes.
class PackReader {
public:
    virtual ~PackReader() = default;
    /// In the order of their adding.
    [[nodiscard]] virtual base::Result<std::vector<StoredPack>> packs(TenantId tenant) = 0;
    /// StoredPack::ChunkBytes of it, the last one shorter; NotFound.
    [[nodiscard]] virtual base::Result<base::Bytes> packChunk(TenantId tenant, const base::Hash &hash,
                                                              std::int64_t index) = 0;
    /// Public keys, in the order of their adding.
    [[nodiscard]] virtual base::Result<std::vector<base::Bytes>> publishers(TenantId tenant) = 0;
};

class PackWriter : public PackReader {
public:
    /// Whole. AlreadyExists where the tenant has one of that hash, or of that id and version, also at the transaction's end.
    [[nodiscard]] virtual base::Result<void> addPack(TenantId tenant, const StoredPack &pack, base::ByteView bytes) = 0;
    /// One that is there already stays as it is.
    [[nodiscard]] virtual base::Result<void> addPublisher(TenantId tenant, base::ByteView key, base::Instant at) = 0;
};

/// Profiles of a tenant that came after the program's own.
class ProfileReader {
public:
    virtual ~ProfileReader() = default;
    /// In the order of their adding.
    [[nodiscard]] virtual base::Result<std::vector<StoredProfile>> profiles(TenantId tenant) = 0;
    /// NotFound.
    [[nodiscard]] virtual base::Result<std::string> profileText(TenantId tenant, const base::Hash &hash) = 0;
};

class ProfileWriter : public ProfileReader {
public:
    /// AlreadyExists where the tenant has one of that hash, or of that id and version, also at the transaction's end.
    [[nodiscard]] virtual base::Result<void> addProfile(TenantId tenant, const StoredProfile &profile,
                                                        std::string_view text) = 0;
};

/// The visits that are not over.
class WatchReader {
public:
    virtual ~WatchReader() = default;
    /// All of a tenant, the earliest due time first.
    [[nodiscard]] virtual base::Result<std::vector<OpenWatch>> openWatches(TenantId tenant) = 0;
};

class WatchWriter : public WatchReader {
public:
    /// Adds it, or puts it in the place of what was known of the record.
    [[nodiscard]] virtual base::Result<void> setWatch(TenantId tenant, const OpenWatch &watch) = 0;
    /// One that is not there is as good as dropped.
    [[nodiscard]] virtual base::Result<void> dropWatch(TenantId tenant, RecordId record) = 0;
};

/// Colleagues who stand in.
class DeputyReader {
public:
    virtual ~DeputyReader() = default;
    /// All of a tenant, the earliest first day first.
    [[nodiscard]] virtual base::Result<std::vector<DeputyTerm>> terms(TenantId tenant) = 0;
    /// The same of one case.
    [[nodiscard]] virtual base::Result<std::vector<DeputyTerm>> termsOfCase(TenantId tenant, CaseId caseId) = 0;
};

class DeputyWriter : public DeputyReader {
public:
    /// Adds it, or puts it in the place of what was known of the record.
    [[nodiscard]] virtual base::Result<void> setTerm(TenantId tenant, const DeputyTerm &term) = 0;
    /// One that is not there is as good as dropped.
    [[nodiscard]] virtual base::Result<void> dropTerm(TenantId tenant, RecordId record) = 0;
};

/// One moment of the store: rights and lines that are read through it belong together.
class StoreSnapshot {
public:
    virtual ~StoreSnapshot() = default;
    virtual IdentityReader &identity() = 0;
    virtual LogReader &log() = 0;
    virtual OfficeReader &office() = 0;
    virtual AccessLogReader &accessLog() = 0;
    virtual BlobReader &blobs() = 0;
    virtual PackReader &packs() = 0;
    virtual ProfileReader &profiles() = 0;
    virtual WatchReader &watches() = 0;
    virtual DeputyReader &deputies() = 0;
};

/// One write: all of it or nothing. Reading through it sees what it has written. What a store keeps waiting to send it in
/// one go fails at the next reading or at the end at the latest, and nothing of the transaction is kept then.
class StoreTransaction {
public:
    virtual ~StoreTransaction() = default;
    virtual IdentityWriter &identity() = 0;
    virtual LogWriter &log() = 0;
    virtual OfficeWriter &office() = 0;
    virtual AccessLogWriter &accessLog() = 0;
    virtual BlobWriter &blobs() = 0;
    virtual PackWriter &packs() = 0;
    virtual ProfileWriter &profiles() = 0;
    virtual WatchWriter &watches() = 0;
    virtual DeputyWriter &deputies() = 0;
};

/// When a write is on the disk. Soon: when a write that waits for it comes next, and at the latest then; it outlives the end
/// of the process, but not a power cut before. For what may be lost with the last moment, and would cost a wait each time.
enum class Durability { Now, Soon };

/// The server's data. Thread-safe: readers do not wait for writers, writers of a tenant take turns. A function that is
/// handed in runs on the caller's thread and must not call the store again. Where a database lost its connection or undid
/// the transaction, it runs once more from the beginning: what it leaves outside the store must be the same then.
class ServerStore {
public:
    virtual ~ServerStore() = default;

    /// `function(StoreSnapshot &) -> Result<T>`.
    template <typename Function>
    [[nodiscard]] auto read(Function function) -> std::invoke_result_t<Function, StoreSnapshot &>
    {
        return run<std::invoke_result_t<Function, StoreSnapshot &>, StoreSnapshot>(
            [this](const auto &wrapped) { return runRead(wrapped); }, function);
    }

    /// `function(StoreTransaction &) -> Result<T>`; committed, durably, where it gives a value.
    template <typename Function>
    [[nodiscard]] auto write(Function function, Durability durability = Durability::Now)
        -> std::invoke_result_t<Function, StoreTransaction &>
    {
        return run<std::invoke_result_t<Function, StoreTransaction &>, StoreTransaction>(
            [this, durability](const auto &wrapped) { return runWrite(wrapped, durability); }, function);
    }

    /// Writes a whole copy of one moment to a file, encrypted with the store's own key, while it is served; the file must be
    /// missing or empty. Unsupported where the database has its own tools for that.
    [[nodiscard]] virtual base::Result<void> copyInto(const std::string & /*path*/)
    {
        return base::fail(base::ErrorCode::Unsupported,
                          "a PostgreSQL database is backed up with pg_dump; see the manual");
    }

protected:
    [[nodiscard]] virtual base::Result<void> runRead(
        const std::function<base::Result<void>(StoreSnapshot &)> &function) = 0;
    [[nodiscard]] virtual base::Result<void> runWrite(
        const std::function<base::Result<void>(StoreTransaction &)> &function, Durability durability) = 0;

private:
    template <typename Outcome, typename Access, typename Runner, typename Function>
    static Outcome run(const Runner &runner, Function &function)
    {
        std::optional<Outcome> outcome;
        base::Result<void> done = runner([&](Access &access) -> base::Result<void> {
            outcome.emplace(function(access));
            if (!*outcome)
                return base::fail(outcome->error());
            return {};
        });
        if (!done)
            return base::fail(done.error());
        return std::move(*outcome);
    }
};

} // namespace faltakt::server
