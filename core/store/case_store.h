#pragma once

#include "core/base/clock.h"
#include "core/changelog/exchange.h"
#include "core/changelog/line_sum.h"
#include "core/changelog/record_state.h"
#include "core/crypto/secret_bytes.h"
#include "core/store/content_packs.h"
#include "core/store/projection.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace faltakt::store {

class Database;

/// What a store is opened with. Everything pointed to must outlive the store.
struct StoreSetup {
    std::string path = {}; ///< The database file; its folder must exist.
    std::string vfs = {};  ///< Name of a registered SQLite VFS; empty for the system's.
    int pageCacheMiB = 64;
    const changelog::SchemaTable *schema = nullptr;
    const AgendaProjector *agenda = nullptr;
    const CaseProjector *cases = nullptr;
    const SaveGuard *guard = nullptr; ///< May be missing: then nothing is held up.
    const base::Clock *clock = nullptr;
    base::Random *random = nullptr;
};

/// Whose store this is; written once at enrolment.
struct Owner {
    base::TenantId tenant;
    base::WorkerId worker;
    base::DeviceId device;
};

/// What one press of Save wants to write: sets of one case. Sets of several compartments become several changes
/// in one local transaction.
struct Draft {
    base::CaseId caseId;
    std::vector<changelog::RecordSet> sets;
    std::optional<std::string> event; ///< When the thing happened, ISO 8601.
};

/// A form that was begun and not saved: what was typed, kept on this device alone, whatever happens to the program.
struct FormDraft {
    base::RecordId id;
    std::string form; ///< Which form, in the app's own words; at most 128 bytes.
    std::optional<base::CaseId> caseId;
    base::json::Object fields;                ///< As the form wants them back; the limits of one change hold.
    base::Instant created = {}, updated = {}; ///< Given by the store.
};

/// The state of a saved change as people see it: here, sent and judged, or returned.
enum class Delivery { Local, Received, Returned };

struct AgendaRow {
    base::CaseId caseId;
    AgendaEntry entry;
};
struct CaseRow {
    base::CaseId caseId;
    CardEntry card;
};
struct ConflictHead {
    base::ChangeId change;
    base::json::Value value;
    base::WorkerId by;
    base::Instant at;
};
struct ConflictRow {
    base::CaseId caseId;
    base::RecordId record;
    std::string kind;
    std::string field;
    std::vector<ConflictHead> heads;
};
/// A record and the case that it lies in.
struct RecordPlace {
    base::RecordId record;
    base::CaseId caseId;
};
struct TimelineRow {
    base::RecordId record;
    std::string kind;
    base::Instant at;
    Delivery delivery = Delivery::Local;
};
/// An entry of the timeline with what it says.
struct TimelineRecord {
    TimelineRow row;
    RecordView record;
};
/// Where a page of the timeline ended; the next one goes on behind it. Several entries may share an instant.
struct TimelinePlace {
    base::Instant at;
    base::RecordId record;
};
struct ReturnedChange {
    base::ChangeId change;
    base::CaseId caseId;
    std::string reason;
    std::string field;
    std::string line;
};
/// One of the device's own changes with the server's receipt for it.
struct ReceivedChange {
    changelog::ChangeLine line;
    base::Instant received;
};
/// Where the bytes of an attachment are, as this device knows.
enum class BlobState : std::uint8_t {
    ToSend, ///< Here alone: the server does not have them all yet.
    Here,   ///< Here and at the server.
    Wanted, ///< At the server, and asked for.
};
/// One attachment with whose bytes this device has to do; of all others it has only the record.
struct BlobRow {
    base::RecordId record;
    base::CaseId caseId;
    base::Hash name{};
    std::int64_t size = 0; ///< As sealed.
    BlobState state = BlobState::ToSend;
    std::string fault = {}; ///< Why the last try came to nothing, as one word; empty where it has none.
    bool isOwn = false;     ///< Put in on this device; what was fetched is somewhere else as well.
    bool operator==(const BlobRow &) const = default;
};
/// What waits for the server, or for the worker.
struct WaitingCounts {
    std::int64_t outbox = 0, conflicts = 0, returned = 0;
    std::int64_t blobs = 0; ///< Attachments that were made here and whose bytes are here alone.
};
struct StoreCounts : WaitingCounts {
    std::int64_t cases = 0, records = 0, changes = 0;
};

/// So many of a kind in the week that was asked for.
struct TallyRow {
    std::string kind;
    std::int64_t count = 0;
    bool operator==(const TallyRow &) const = default;
};

/// What came of the last comparing with the server.
struct DeliveryProof {
    base::Instant at;        ///< Server time.
    std::int64_t held = 0;   ///< Lines that were here with the server's receipt.
    std::int64_t proven = 0; ///< Those of them in cases of which both held exactly the same.
    bool operator==(const DeliveryProof &) const = default;
};

enum class Compared { Everything, NotAll };

/// Which lines are offered to a server that may have lost them.
struct OfferScope {
    std::optional<base::CaseId> caseId; ///< Only of this case.
    std::int64_t above = 0;             ///< Only those whose receipt names a later place.
};

/// How long the device may show what it holds, and what is known of the time since the server said so. Ends are server time.
struct LeaseTerms {
    std::optional<base::Instant> lastContact; ///< Server time.
    std::optional<base::Instant> contactHere; ///< The device's own clock at that moment.
    base::Duration passedSince{};             ///< The longest time since then that was ever seen to have passed.
    std::optional<base::Instant> until;       ///< The shorter one where somebody with protected data is on the device.
};

/// Where the device stands towards the server.
struct SyncPosition {
    std::int64_t epoch = 1;
    std::int64_t n = 0;            ///< Last journal position written.
    std::int64_t acknowledged = 0; ///< Last position for which a verdict is here.
    base::Hash link{};             ///< Link at n.
    base::Hash acknowledgedLink{};
    std::string cursor;
    std::string logId;
    LeaseTerms lease;
    bool compareWanted = false; ///< Something happened after which only comparing shows that nothing is missing.
    bool rekeyWanted = false;   ///< A case was taken away: the file wants a new key after the next unlock.
};

/// The encrypted store of one worker on one device: change log, journal, record states, projections, scratch.
/// One thread at a time. Every write is one transaction: line, record state, projections, journal.
class CaseStore {
public:
    /// Opens an existing store. WrongKey, Damaged, Unsupported (written by a newer version), StorageFailed.
    /// A store that cannot be opened is never recreated.
    [[nodiscard]] static base::Result<std::unique_ptr<CaseStore>> open(const StoreSetup &setup,
                                                                       const crypto::SecretBytes &databaseKey);
    /// Makes a new store; AlreadyExists where the file is there.
    [[nodiscard]] static base::Result<std::unique_ptr<CaseStore>> create(const StoreSetup &setup,
                                                                         const crypto::SecretBytes &databaseKey,
                                                                         const Owner &owner);
    ~CaseStore();
    CaseStore(const CaseStore &) = delete;
    CaseStore &operator=(const CaseStore &) = delete;

    [[nodiscard]] const Owner &owner() const noexcept;

    // Writing. Ids and times are given here; the answer names the changes written, one for each compartment. Refused where
    // the guard holds a set up.
    [[nodiscard]] base::Result<std::vector<base::ChangeId>> save(const Draft &draft);
    [[nodiscard]] base::Result<std::vector<base::ChangeId>> saveAll(const std::vector<Draft> &drafts);
    /// New values for fields of a record, naming every head. NotFound where the record is not here.
    [[nodiscard]] base::Result<base::ChangeId> edit(base::RecordId record, base::json::Object fields);
    [[nodiscard]] base::Result<base::ChangeId> remove(base::RecordId record);
    /// Ends a conflict by writing the value of one of its heads, or another value.
    [[nodiscard]] base::Result<base::ChangeId> resolveKeeping(base::RecordId record, const std::string &field,
                                                              base::ChangeId head);
    [[nodiscard]] base::Result<base::ChangeId> resolveWith(base::RecordId record, const std::string &field,
                                                           base::json::Value value);
    /// Takes own saves back, in one transaction: records that they made are deleted, fields that they set get the value
    /// they had before. Refused where something was written on top since, also by oneself in a change that is not named
    /// here, and where the change is not one's own or does not count any more. NotFound where it is not here.
    [[nodiscard]] base::Result<std::vector<base::ChangeId>> undo(const std::vector<base::ChangeId> &changes);
    /// Writes the values of returned changes again, on today's heads, and takes the returned ones off the list; all in one
    /// transaction, in the order in which they were written first. NotFound where one is not on the list, Refused where
    /// one builds on a record whose making was returned too and is not among them, or where its case was taken away.
    [[nodiscard]] base::Result<std::vector<base::ChangeId>> sendAgain(const std::vector<base::ChangeId> &changes);
    /// Takes returned changes off the list for good: their author has read or exported them. NotFound as above.
    [[nodiscard]] base::Result<void> dropReturned(const std::vector<base::ChangeId> &changes);
    /// Durable before the file is shown; pushed, never pulled.
    [[nodiscard]] base::Result<void> logAccess(base::CaseId caseId, std::string_view action, std::string_view purpose,
                                               std::string_view reason);

    // Reading.
    [[nodiscard]] base::Result<std::optional<changelog::RecordState>> recordState(base::RecordId record) const;
    [[nodiscard]] base::Result<std::optional<RecordView>> record(base::RecordId record) const;
    /// In the order asked for, deleted ones too; those that are not here are left out. One statement for all.
    [[nodiscard]] base::Result<std::vector<RecordView>> recordsById(const std::vector<base::RecordId> &records) const;
    /// Deleted records are left out. An unknown or forgotten case gives none.
    [[nodiscard]] base::Result<std::vector<RecordView>> recordsOfCase(base::CaseId caseId) const;
    [[nodiscard]] base::Result<std::vector<RecordView>> recordsOfKind(base::CaseId caseId, std::string_view kind) const;
    /// What this worker has written of a kind, the newest first, at most `limit`; deleted records are left out.
    [[nodiscard]] base::Result<std::vector<RecordPlace>> ownRecords(std::string_view kind, int limit) const;
    [[nodiscard]] base::Result<bool> hasCase(base::CaseId caseId) const;
    /// Lets `read` look at the case through the reader that projections get, for rules that are asked on demand. NotFound
    /// where the case is not held; otherwise what `read` answers. The reader is good within the call only.
    [[nodiscard]] base::Result<void> readCase(base::CaseId caseId,
                                              const std::function<base::Result<void>(const CaseReader &)> &read) const;
    /// Every row of the agenda, unsorted; urgency is the reader's business.
    [[nodiscard]] base::Result<std::vector<AgendaRow>> agenda() const;
    [[nodiscard]] base::Result<std::vector<AgendaRow>> agendaOfCase(base::CaseId caseId) const;
    /// Those rows of one rule that were due at the moment or before.
    [[nodiscard]] base::Result<std::vector<AgendaRow>> agendaDue(std::string_view rule, base::Instant moment) const;
    /// In the order of the sort key.
    [[nodiscard]] base::Result<std::vector<CaseRow>> cases() const;
    /// The same rows for these cases only, in one statement; those that are not held are left out.
    [[nodiscard]] base::Result<std::vector<CaseRow>> cards(const std::vector<base::CaseId> &cases) const;
    [[nodiscard]] base::Result<std::optional<CaseRow>> card(base::CaseId caseId) const;
    /// Those that are tied to another file, and those to which one is tied.
    [[nodiscard]] base::Result<std::vector<CaseRow>> tiedCards() const;
    /// Every word of the query must begin a name, alias or number of the person. Newest first; at most `limit`.
    [[nodiscard]] base::Result<std::vector<CaseRow>> search(std::string_view query, int limit = 50) const;
    /// Newest first, before `before` (exclusive) where given.
    [[nodiscard]] base::Result<std::vector<TimelineRow>> timeline(base::CaseId caseId, int limit,
                                                                  std::optional<base::Instant> before = {}) const;
    /// Newest first, with the records themselves; at most `limit`, behind `after` where given. Two statements.
    [[nodiscard]] base::Result<std::vector<TimelineRecord>> timelinePage(
        base::CaseId caseId, int limit, const std::optional<TimelinePlace> &after = {}) const;
    [[nodiscard]] base::Result<std::vector<ConflictRow>> conflicts() const;
    [[nodiscard]] base::Result<std::vector<ConflictRow>> conflictsOfRecord(base::RecordId record) const;
    [[nodiscard]] base::Result<std::vector<ReturnedChange>> returned() const;
    /// Walks the whole store.
    [[nodiscard]] base::Result<StoreCounts> counts() const;
    /// Costs what waits, however large the store is.
    [[nodiscard]] base::Result<WaitingCounts> waitingCounts() const;
    /// What this device wrote and the server took at `since` or later, by the last `limit` entries of the journal; the
    /// newest first.
    [[nodiscard]] base::Result<std::vector<ReceivedChange>> receivedSince(base::Instant since, int limit) const;
    /// The line of a change and its hash; NotFound where it is not held.
    [[nodiscard]] base::Result<changelog::ChangeLine> changeLine(base::ChangeId change) const;
    /// When the server took the change; empty where it has not, or where the change is not here.
    [[nodiscard]] base::Result<std::optional<base::Instant>> receipt(base::ChangeId change) const;
    /// The key that the server has told for a device, with whose it is; empty where none is known. Whoever stored the page
    /// has checked that the tenant signed it.
    [[nodiscard]] base::Result<std::optional<changelog::KeyLine>> deviceKey(base::DeviceId device) const;

    // Sync. Called by the client with what the engine orders.
    [[nodiscard]] base::Result<SyncPosition> syncPosition() const;
    /// What the greeting says of it: all that was taken away up to this place in the server's order is gone, and delivered what
    /// was unsent of it; 0 as long as some of that waits.
    [[nodiscard]] base::Result<std::int64_t> forgottenUpTo() const;
    [[nodiscard]] base::Result<LeaseTerms> leaseTerms() const;
    /// The next run of positions without a verdict; empty lines where there is none.
    [[nodiscard]] base::Result<changelog::JournalBatch> outbox(std::size_t maxLines, std::size_t maxBytes) const;
    /// Receipts and returns, in one transaction. Verdicts of another epoch are ignored.
    [[nodiscard]] base::Result<void> applyVerdicts(std::int64_t epoch, const std::vector<changelog::Verdict> &verdicts);
    /// Content and cursor in one transaction. A page applied twice changes nothing.
    [[nodiscard]] base::Result<void> applyPage(const changelog::PullPage &page);
    /// Takes cases away that the device may hold no longer, without the server's word: as with a forget line what is unsent stays in
    /// the outbox, out of sight. One that is not held is as good as taken away. What is held is to be compared then.
    [[nodiscard]] base::Result<void> leaveCases(const std::vector<base::CaseId> &cases);
    /// After a fork: the next epoch, and new positions for what has no receipt. Lines stay as they are.
    [[nodiscard]] base::Result<void> startNextEpoch();
    /// What the server said of itself and of the lease; `protectedUntil` holds while somebody with protected data is here.
    [[nodiscard]] base::Result<void> noteContact(std::string_view logId, base::Instant serverTime,
                                                 std::optional<base::Instant> leaseUntil,
                                                 std::optional<base::Instant> protectedUntil = std::nullopt);
    /// So much time was seen to pass since the last contact; less than was seen before changes nothing.
    [[nodiscard]] base::Result<void> noteTimePassed(base::Duration sinceContact);
    /// What is held with a receipt, case by case from behind `after`, at most about `maxLines` of it: a whole case is never
    /// cut. Reads and hashes the lines themselves.
    [[nodiscard]] base::Result<changelog::DigestPart> digestPart(std::optional<base::CaseId> after,
                                                                 std::size_t maxCases, std::size_t maxLines) const;
    /// Lines with a receipt in the server's order, without the first `after`; no lines: nothing is left.
    [[nodiscard]] base::Result<changelog::OfferBatch> linesToOffer(const OfferScope &scope, std::int64_t after,
                                                                   std::size_t maxLines, std::size_t maxBytes) const;
    /// From here on the server's other log counts, in which it holds this device's journal up to `n`: what comes after
    /// stands to be pushed again. The caller has offered before what the server lost.
    [[nodiscard]] base::Result<void> startLog(std::string_view logId, std::int64_t n);
    /// Comparing does not stand to be done any more; where some cases could not be compared, it does.
    [[nodiscard]] base::Result<void> noteProof(const DeliveryProof &proof, Compared compared = Compared::Everything);
    /// How many older records of a case stayed at the server, as far as it told; 0 also where the case is not here.
    [[nodiscard]] base::Result<std::int64_t> olderAtServer(base::CaseId caseId) const;
    /// Empty where nothing was compared yet.
    [[nodiscard]] base::Result<std::optional<DeliveryProof>> lastProof() const;
    /// All unsent lines in journal order, for the sealed outbox.
    [[nodiscard]] base::Result<std::vector<std::string>> unsentLines() const;

    // Unfinished forms: durable when the call returns, never in log or outbox.
    /// New, or in the place of what the form held before. TooLarge and InvalidInput as for a change. A case that the
    /// device does not hold is left out.
    [[nodiscard]] base::Result<void> keepForm(const FormDraft &draft);
    [[nodiscard]] base::Result<std::optional<FormDraft>> form(base::RecordId id) const;
    /// Last touched first.
    [[nodiscard]] base::Result<std::vector<FormDraft>> forms() const;
    /// A form that is not there is as good as dropped.
    [[nodiscard]] base::Result<void> dropForm(base::RecordId id);
    /// Saves as saveAll() does and takes the form away, in one transaction.
    [[nodiscard]] base::Result<std::vector<base::ChangeId>> saveFromForm(base::RecordId form,
                                                                         const std::vector<Draft> &drafts);

    // The bytes of attachments: which of them are where. What lies in files is the caller's business; he puts the files
    // there before the row, and takes them away after it.
    /// A new attachment: its change and the note that its bytes are to be sent, in one transaction.
    [[nodiscard]] base::Result<std::vector<base::ChangeId>> saveWithBlob(const Draft &draft, const BlobRow &blob);
    /// In the place of what was known of the attachment before.
    [[nodiscard]] base::Result<void> noteBlob(const BlobRow &blob);
    [[nodiscard]] base::Result<void> dropBlob(base::RecordId record);
    [[nodiscard]] base::Result<std::optional<BlobRow>> blob(base::RecordId record) const;
    [[nodiscard]] base::Result<std::vector<BlobRow>> blobs() const;
    /// Called after each page that took a case away, or a part of one: what belongs to it outside the database goes then.
    void setForgotten(std::function<void()> forgotten);
    /// To be fetched first, since somebody waits for them, then to be sent in the order of their making.
    [[nodiscard]] base::Result<std::vector<BlobRow>> waitingBlobs() const;
    /// What was made here and is to be sent.
    [[nodiscard]] base::Result<std::vector<BlobRow>> unsentBlobs() const;
    /// For how long a removed attachment that was never sent can be brought back with its bytes; the server's time for those
    /// that were.
    static constexpr std::chrono::hours RemovedLife{30 * 24};
    /// Forgets what is at the server, or was fetched, and whose record is not here any more, or is removed; and what was
    /// never sent, where the server has had its removal for RemovedLife.
    [[nodiscard]] base::Result<void> dropStaleBlobs();
    /// Forgets what was made here and not sent, could not be sent for this reason for RemovedLife, and has neither a record nor a
    /// change of its case that waits or was returned: nothing leads to it, and nobody will ever take it. A server that was put
    /// back from an old copy may refuse for a while what it takes once somebody has brought back what it had lost.
    [[nodiscard]] base::Result<void> dropForsakenBlobs(std::string_view fault);

    // Scratch: quick screening without a person. Outside log and outbox, durable per answer, never sent.
    struct Scratch {
        base::ScratchId id;
        std::string instrument, version;
        base::json::Object answers; ///< By link id.
        base::json::Object context; ///< Age band, sex row, and the content pack of the instrument; nothing else.
        base::Instant created;
    };
    /// Under `id` where the caller must know it before it is durable; AlreadyExists is not told apart from StorageFailed.
    [[nodiscard]] base::Result<base::ScratchId> startScratch(std::string_view instrument, std::string_view version,
                                                             base::json::Object context,
                                                             std::optional<base::ScratchId> id = {});
    [[nodiscard]] base::Result<void> answerScratch(base::ScratchId id, std::string_view item, base::json::Value value);
    /// Puts instrument, version, answers and context in the place of what the scratch of that id held: for a longer form
    /// that goes on from a shorter one, and for what is told of the person afterwards. Its age stays. NotFound.
    [[nodiscard]] base::Result<void> rewriteScratch(const Scratch &scratch);
    [[nodiscard]] base::Result<std::vector<Scratch>> scratches() const;
    /// Writes an assessment into the case and takes the scratch away, in one transaction.
    [[nodiscard]] base::Result<base::RecordId> attachScratch(base::ScratchId id, base::CaseId caseId);
    /// Deletes and counts one in the anonymous tally.
    [[nodiscard]] base::Result<void> discardScratch(base::ScratchId id);
    /// Deletes what is older than `age` (24 h unless the profile says otherwise) and counts it.
    [[nodiscard]] base::Result<int> discardScratchOlderThan(base::Duration age);

    // Anonymous counts: on this device alone, never in log or outbox.
    static constexpr std::size_t MostTallyName = 64;
    /// Adds to what was counted of a kind in an ISO week ("2026-W07") and gives what it is then; never below 0.
    [[nodiscard]] base::Result<std::int64_t> addToTally(std::string_view kind, std::string_view week,
                                                        std::int64_t number);
    [[nodiscard]] base::Result<std::vector<TallyRow>> tallies(std::string_view week) const;

    /// What came by content packs; good as long as the store is open.
    [[nodiscard]] ContentPacks contentPacks() const;

    // Upkeep.
    /// Puts other rules of I dag in the place of those that the store was opened with, and borrows them as it did those;
    /// rebuildStep() brings what stands up to date.
    void useRules(const AgendaProjector &agenda);
    /// True while projections made by another version stand to be rebuilt.
    [[nodiscard]] base::Result<bool> rebuildNeeded() const;
    /// Rebuilds up to `cases` cases in one transaction; true when done. I dag first.
    [[nodiscard]] base::Result<bool> rebuildStep(int cases);
    /// Encrypts the whole file anew; the caller has written the next key to the key file before.
    [[nodiscard]] base::Result<void> rekey(const crypto::SecretBytes &nextKey);
    [[nodiscard]] base::Result<void> checkIntegrity() const;

private:
    struct Parts;
    explicit CaseStore(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace faltakt::store
