#pragma once

#include "core/changelog/exchange.h"
#include "core/changelog/line_sum.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/signing_key.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

/// What the server keeps, free of the database that keeps it.
namespace faltakt::server {

using base::CaseId;
using base::ChangeId;
using base::DeviceId;
using base::RecordId;
using base::TeamId;
using base::TenantId;
using base::WorkerId;

/// A municipality. Private halves of its keys lie in files outside the database.
struct Tenant {
    TenantId id;
    std::string name;
    std::string profile;              ///< Id of the municipality's profile.
    crypto::PublicKey signingKey;     ///< Signs `key` lines.
    crypto::BoxPublicKey recoveryKey; ///< Wrap C of each device is sealed to it.
    crypto::BoxPublicKey outboxKey;   ///< Sealed outboxes are sealed to it.
    WorkerId serverWorker;            ///< Author of what the server itself writes.
    DeviceId serverDevice;
    base::Instant created;
    std::optional<int> packageDays = {}; ///< How far back a field package reaches; empty: as this server has it.
};

struct Team {
    TeamId id;
    TenantId tenant;
    std::string name;
};

/// The role of a worker who leads the team that he or she belongs to.
inline constexpr std::string_view TeamLeaderRole = "teamLeader";

struct Worker {
    WorkerId id;
    TenantId tenant;
    std::optional<TeamId> team;
    std::string name;
    std::string role;
    bool revoked = false;
};

/// From where on a field package is counted: what lies before `seq` is in it as it stood there, where it is in force or was
/// touched since `since`; what lies behind comes in order. {0, the beginning}: everything.
struct PackageStart {
    std::int64_t seq = 0;
    base::Instant since = {};
    bool operator==(const PackageStart &) const = default;
};

struct Device {
    DeviceId id;
    TenantId tenant;
    WorkerId worker;
    crypto::PublicKey key;
    std::string name;
    std::string app;
    base::Instant enrolled;
    std::optional<base::Instant> revokedAt;
    std::optional<base::Instant> lastContact;
    PackageStart package = {}; ///< Its enrolment, with what it was to get of cases that it had a right to already.
    /// Up to where in the order it has said that all it was to forget is gone, and what was unsent of it delivered.
    std::int64_t forgotten = 0;
};

/// A one-time secret that makes a device a worker's; only its hash is kept.
struct EnrolmentTicket {
    base::Hash secretHash{};
    TenantId tenant;
    WorkerId worker;
    base::Instant expires;
    std::optional<DeviceId> usedBy;
};

/// An order to a device, given with every hello until its receipt comes.
struct StoredCommand {
    base::Uuid id;
    std::string kind; ///< lock, wipe or fetchProfile
    base::Instant given;
};
inline constexpr std::string_view WipeCommand = "wipe";
inline constexpr std::string_view LockCommand = "lock";

/// Where a device's journal stands in one epoch, and the device's own signature over it.
struct JournalHead {
    std::int64_t n = 0;
    base::Hash link{};
};

/// One position of a journal and what was said about its line.
struct JournalEntry {
    std::int64_t n = 0;
    base::Hash hash{};
    base::Hash link{};
    changelog::Verdict verdict; ///< With the receipt where it was accepted.
};

/// Which part of its case's field package a change belongs to; parts are in a package or out of it as a whole.
struct PartPlace {
    std::int64_t part = 0;    ///< The place of the part's first change; 0: belongs to every package.
    bool inForce = false;     ///< Whether the part is in force from this change on.
    bool touchesMore = false; ///< Lies in no part and touches some, as the line tells: those are in force for ever.
    bool operator==(const PartPlace &) const = default;
};

/// A change in the tenant's order.
struct StoredChange {
    std::int64_t seq = 0;
    CaseId caseId;
    changelog::Compartment compartment = changelog::Compartment::File;
    ChangeId id;
    base::Hash hash{};
    std::string line;
    WorkerId by;
    base::Instant at;
    DeviceId device;
    std::int64_t epoch = 1;
    std::int64_t n = 0;
    base::Instant received;
    base::Hash stamp{};
    PartPlace place = {};
};

/// A change as the walk along the order needs it; the line is read only where it is sent.
struct ChangePlace {
    std::int64_t seq = 0;
    CaseId caseId;
    changelog::Compartment compartment = changelog::Compartment::File;
    DeviceId device;
    std::int64_t epoch = 1;
    base::Instant received = {};
    PartPlace place = {};
};

struct QuarantinedChange {
    base::Hash hash{};
    std::optional<ChangeId> id; ///< Missing where the line could not be read.
    std::optional<CaseId> caseId;
    std::string line;
    WorkerId worker; ///< Whose device sent it.
    DeviceId device;
    std::int64_t epoch = 1;
    std::int64_t n = 0;
    base::Instant received;
    std::string reason;
    std::string field;
    std::int64_t position = 0; ///< In the order of their coming; as it is read back.
};

/// What an accepted or quarantined change with some id is.
struct KnownChange {
    base::Hash hash{};
    std::optional<changelog::Receipt> receipt; ///< With accepted changes.
    std::string reason;                        ///< With quarantined ones.
    std::string field;
};

struct CaseFile {
    CaseId id;
    TenantId tenant;
    std::optional<TeamId> team;
    base::Instant created;
};

/// Which case and kind a record has for ever.
struct RecordHome {
    CaseId caseId;
    std::string kind;
    std::int64_t part = 0; ///< As in PartPlace.
};

/// Records of one case that share changes, or a note with its addenda and signatures: what may stay behind when a case comes
/// to a device. All its changes lie in one compartment.
struct PackagePart {
    CaseId caseId;
    std::int64_t first = 0; ///< Place of its first change; names it.
    changelog::Compartment compartment = changelog::Compartment::File;
    changelog::LineSum lines = {};
    std::int64_t last = 0;      ///< Place of the last change that touched it.
    base::Instant touched = {}; ///< When the server took the youngest of them.
    std::int64_t open = 0;      ///< Records in it that are in force: a task not done, a report not closed.
    bool always = false;        ///< In force for ever.

    [[nodiscard]] bool inForce() const { return always || open > 0; }
};

/// From `seq` on the package of one device holds also what was touched since `since`: somebody asked for it, with a reason.
struct PackageFetch {
    std::int64_t seq = 0;
    DeviceId device;
    CaseId caseId;
    base::Instant since = {};
};

/// Who holds a right: a worker or a team. Their ids do not meet, so one column holds both.
using Grantee = base::Uuid;

/// From `seq` on `grantee` has exactly these compartments of the case; none: a revocation.
struct AccessEntry {
    std::int64_t seq = 0;
    CaseId caseId;
    Grantee grantee;
    changelog::CompartmentSet compartments;
    /// What was touched since then is in the field package that the entry opens.
    base::Instant since = {};
    base::Instant made = {};
};

/// A device's key in the tenant's order.
struct KeyEntry {
    std::int64_t seq = 0;
    changelog::KeyLine line;
};

/// A police sheet that has been seen, so that it goes in once: tenant, source and sheet number name it.
struct LobSheet {
    std::string source;
    std::string sheet;
    base::Instant imported;
    std::optional<CaseId> caseId; ///< Where it went; missing where it stays at the office.
};

/// A report that no device may get. `row` holds it as JSON.
struct OfficeReport {
    std::string source;
    std::string sheet;
    std::string reason;
    base::Instant imported;
    std::string row;
};

/// What the accepted lines of one compartment of a case come to.
struct CompartmentSum {
    CaseId caseId;
    changelog::Compartment compartment = changelog::Compartment::File;
    changelog::LineSum lines;
};

/// A log of a tenant's that ended with a restore: up to `head` the next one is the same.
struct EndedLog {
    std::string logId;
    std::int64_t head = 0;
};

/// What an entry of the access log says that somebody did.
enum class AccessAct : std::uint8_t {
    Delivered, ///< Lines of a case went to a device.
    Written,   ///< Lines of a case were taken in from a device.
    Returned,  ///< Lines came that were not accepted; the word is the reason.
    Told,      ///< A device tells that a file was opened and the like; the word is the action, with its purpose.
    Fetched,   ///< Older parts of a case were asked for; the purpose is the reason as it was given.
    Appointed, ///< A worker's role or team was changed; the word is the role, the purpose says whose and which team.
    Exported,  ///< Words that were read at the server leave it as a file; the word says what of, the purpose which.
    Asked,     ///< Whether a number is known was asked; the word is what was found, the case that of a known person.
};

/// One entry of a tenant's access log: who did what to which case, and never what stands in it. Each entry's link covers
/// all before it.
struct AccessLogEntry {
    std::int64_t n = 0; ///< Counted from 1 without gaps.
    base::Instant at;   ///< Server time.
    WorkerId worker;
    DeviceId device;
    AccessAct act = AccessAct::Delivered;
    std::optional<CaseId> caseId; ///< Missing where a line could not be read.
    changelog::CompartmentSet compartments;
    std::int64_t lines = 0;
    std::string word;
    std::string purpose;
    base::Hash link{};
};

/// Where a tenant's access log ends; the seal is made with a key outside the database.
struct AccessLogHead {
    std::int64_t n = 0;
    base::Hash link{};
    base::Hash seal{};
};

/// The bytes of an attachment, as far as they have come. They belong to the case that they were brought for.
struct StoredBlob {
    CaseId caseId;
    base::Hash name{};
    std::int64_t size = 0;
    std::int64_t held = 0; ///< From the start; the chunks are there up to here.
    DeviceId device;       ///< Whose room it takes.
    base::Instant announced;
    std::optional<base::Instant> orphanSince; ///< Since when nothing that counts has named it.
    [[nodiscard]] bool isWhole() const { return held == size; }
    /// What it takes of the room: rows and indexes of a small one cost more than its bytes.
    static constexpr std::int64_t LeastRoom = 4096;
    [[nodiscard]] std::int64_t room() const { return std::max(size, LeastRoom); }
    bool operator==(const StoredBlob &) const = default;
};

/// Where a walk over a tenant's blobs stands.
struct BlobPosition {
    CaseId caseId;
    base::Hash name{};
};

/// Bytes that announced blobs take.
struct BlobRoom {
    std::int64_t ofDevice = 0;
    std::int64_t ofTenant = 0;
};

/// A visit that nobody has checked out of yet. The server minds when it was to be over.
struct OpenWatch {
    RecordId record;
    CaseId caseId;
    base::Instant due;                         ///< By the server's clock.
    std::optional<base::Instant> alarmed = {}; ///< When it was told that this due time has passed.
    bool operator==(const OpenWatch &) const = default;
};

/// A colleague who stands in for somebody in one case, for some days by the server's clock.
struct DeputyTerm {
    enum class Phase : std::uint8_t {
        Named, ///< The first day has not come.
        Given, ///< The right stands.
        Over,  ///< It was taken back; what was written under it may still come.
    };
    RecordId record;
    CaseId caseId;
    WorkerId worker;
    base::Instant opens;
    base::Instant closes;
    bool broad = false; ///< Named for all of somebody's cases at once: never where the person is protected.
    Phase phase = Phase::Named;
    changelog::CompartmentSet before = {}; ///< What the worker held by name when the right was given; it stays.
    bool leaves = false; ///< Devices have been told that the case leaves the deputy with the last day.
    bool operator==(const DeputyTerm &) const = default;
};

/// A content pack of a tenant, without its bytes; none of it is secret.
struct StoredPack {
    std::string pack;
    std::string version;
    base::Hash hash{}; ///< BLAKE2b-256 of its bytes.
    std::int64_t size = 0;
    base::Instant added;
    static constexpr std::int64_t ChunkBytes = 256 * 1024;
    bool operator==(const StoredPack &) const = default;
};

/// A version of a profile that an administrator has added.
struct StoredProfile {
    std::string profile; ///< Id.
    std::int64_t version = 1;
    base::Hash hash{}; ///< BLAKE2b-256 of its text.
    std::int64_t size = 0;
    crypto::Signature signature{}; ///< By the tenant's key over protocol::profileStatement().
    base::Instant added;
    std::string addedBy; ///< The account on the server's machine.
    bool operator==(const StoredProfile &) const = default;
};

struct StoreTotals {
    std::int64_t tenants = 0, devices = 0, changes = 0, quarantined = 0;
};

} // namespace faltakt::server
