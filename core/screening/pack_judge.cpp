#include "core/screening/pack_judge.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;
using store::PackRow;
using store::PackState;

namespace {

constexpr std::array<std::string_view, 11> FaultNames = {
    "damaged",      "unsigned",     "unknownPublisher", "older",          "versionReused", "unreadable",
    "wrongResults", "newerProgram", "unsafe",           "meaningChanged", "otherPublisher"};

/// Stands as the reason of a pack that has arrived and whose publisher the worker has named for it.
constexpr std::string_view NamedAnew = "namedAnew";

PackVerdict refused(PackFault fault, std::string detail, std::optional<ContentPack> pack = std::nullopt)
{
    return {fault, std::move(detail), std::move(pack)};
}

PackFault faultOfReading(ErrorCode code)
{
    switch (code) {
    case ErrorCode::WrongKey: return PackFault::Unsigned;
    case ErrorCode::Unsupported: return PackFault::NewerProgram;
    default: return PackFault::Damaged;
    }
}

PackVersion versionOf(const PackRow &row) { return PackVersion::parse(row.version).value_or(PackVersion()); }

/// The newest taken version of a pack.
const PackRow *presentOf(const std::vector<PackRow> &rows, const std::string &pack)
{
    const PackRow *present = nullptr;
    for (const PackRow &row : rows)
        if (row.pack == pack && row.state == PackState::Taken && (!present || versionOf(*present) < versionOf(row)))
            present = &row;
    return present;
}

/// Whether it is to be judged, now and by this judge.
bool waits(const PackRow &row, const std::string &judge)
{
    return row.state == PackState::Arrived || (row.state == PackState::Refused && row.judgedBy != judge);
}

/// Who signed it; empty where it is not here, or is not to be read by this program.
Result<std::optional<crypto::PublisherKey>> keyOf(const store::ContentPacks &packs, const PackRow &row)
{
    auto bytes = packs.content(row.hash);
    if (!bytes && bytes.error().code() != ErrorCode::NotFound)
        return base::fail(bytes.error());
    const auto pack = bytes ? ContentPack::read(std::move(*bytes)) : base::fail(ErrorCode::NotFound);
    return pack ? std::optional(pack->key()) : std::nullopt;
}

/// What one judging has read, and need not read again for the next pack.
struct Known {
    InstrumentLibrary shipped;
    std::map<base::Hash, std::optional<crypto::PublisherKey>> keys; ///< Of taken packs, by name.
};

Result<PackTerms> termsFor(const store::ContentPacks &packs, const std::vector<PackRow> &rows, const PackRow &row,
                           const std::vector<crypto::PublisherKey> &publishers, Known &known)
{
    PackTerms terms{publishers};
    terms.old = PackTerms::Old::ToRead;
    terms.shipped = &known.shipped;
    const PackRow *present = presentOf(rows, row.pack);
    if (!present)
        return terms;
    TRY(terms.present, PackVersion::parse(present->version));
    if (row.state == PackState::Arrived && row.reason == NamedAnew)
        return terms;
    if (!known.keys.contains(present->hash)) {
        TRY(known.keys[present->hash], keyOf(packs, *present));
    }
    terms.owner = known.keys[present->hash];
    return terms;
}

/// The server's word for what a pack is must be the pack's own: by its id it is held against older versions.
PackVerdict judgeRow(const PackRow &row, std::string bytes, const PackTerms &terms)
{
    PackVerdict verdict = judgePack(std::move(bytes), terms);
    if (verdict.pack
        && (verdict.pack->manifest().id != row.pack || verdict.pack->manifest().version.toString() != row.version))
        return refused(PackFault::Damaged, "the server calls it by another name");
    return verdict;
}

/// Results name a pack by id and version: of two only one can be read. What is only kept bars nothing that is taken.
bool isVersionHere(const std::vector<PackRow> &rows, const PackRow &row, PackState state)
{
    return std::ranges::any_of(rows, [&](const PackRow &other) {
        return other.pack == row.pack && versionOf(other) == versionOf(row)
               && (other.state == PackState::Taken || (other.state == PackState::Kept && state == PackState::Kept));
    });
}

/// What becomes of a pack in which there is no fault.
PackState stateOf(const PackTerms &terms, const ContentPack &pack)
{
    const bool isOlder = terms.present && pack.manifest().version < *terms.present;
    return isOlder && terms.owner && *terms.owner != pack.key() ? PackState::Kept : PackState::Taken;
}

} // namespace

PackFault faultOfClash(const ShippedClash &clash) noexcept
{
    return clash.kind == ShippedClash::Kind::Unsafe ? PackFault::Unsafe : PackFault::MeaningChanged;
}

std::string_view packFaultName(PackFault fault) noexcept { return FaultNames[std::size_t(fault)]; }

std::optional<PackFault> packFaultFromName(std::string_view name) noexcept
{
    const auto known = std::ranges::find(FaultNames, name);
    return known == FaultNames.end() ? std::nullopt : std::optional(PackFault(known - FaultNames.begin()));
}

PackVerdict judgePack(std::string bytes, const PackTerms &terms)
{
    auto read = ContentPack::read(std::move(bytes));
    if (!read)
        return refused(faultOfReading(read.error().code()), read.error().detail());
    if (std::ranges::find(terms.publishers, read->key()) == terms.publishers.end())
        return refused(PackFault::UnknownPublisher, "signed by the publisher with the code " + read->key().code(),
                       std::move(*read));
    const bool isOlder = terms.present && read->manifest().version < *terms.present;
    const bool isToRead = isOlder && terms.old == PackTerms::Old::ToRead;
    if (terms.owner && *terms.owner != read->key() && !isToRead)
        return refused(PackFault::OtherPublisher,
                       "the one that is there has the publisher's code " + terms.owner->code(), std::move(*read));
    if (isOlder && !isToRead)
        return refused(PackFault::Older, "version " + terms.present->toString() + " is there", std::move(*read));
    if (terms.present && read->manifest().version == *terms.present)
        return refused(PackFault::VersionReused, "another pack has this version", std::move(*read));
    const auto instruments = packInstruments(*read);
    if (!instruments)
        return refused(PackFault::Unreadable, instruments.error().detail(), std::move(*read));
    const auto shipped = terms.shipped ? Result<InstrumentLibrary>(*terms.shipped) : InstrumentLibrary::shipped();
    const auto clash = shipped ? clashWithShipped(*read, *instruments, *shipped) : base::fail(shipped.error());
    if (!clash)
        return refused(PackFault::Unreadable, clash.error().detail(), std::move(*read));
    if (*clash)
        return refused(faultOfClash(**clash), (*clash)->detail, std::move(*read));
    if (const auto run = runPackVectors(*read, *instruments); !run)
        return refused(PackFault::WrongResults, run.error().detail(), std::move(*read));
    return {std::nullopt, {}, std::move(*read)};
}

Result<int> judgeArrivedPacks(store::ContentPacks packs, const std::vector<crypto::PublisherKey> &publishers,
                              std::string_view program)
{
    const std::string judge = std::string(program) + ", publishers: " + std::to_string(publishers.size());
    TRY(auto rows, packs.rows());
    std::ranges::sort(rows, [](const PackRow &a, const PackRow &b) {
        return std::tuple(versionOf(b), a.pack, b.noted, a.hash) < std::tuple(versionOf(a), b.pack, a.noted, b.hash);
    });
    if (std::ranges::none_of(rows, [&judge](const PackRow &row) { return waits(row, judge); }))
        return 0;
    Known known;
    TRY(known.shipped, InstrumentLibrary::shipped());
    int taken = 0;
    for (PackRow &row : rows) {
        if (!waits(row, judge))
            continue;
        auto bytes = packs.content(row.hash);
        if (!bytes && bytes.error().code() == ErrorCode::NotFound)
            continue; // It came damaged and nothing of it was kept.
        if (!bytes)
            return base::fail(bytes.error());
        TRY(const PackTerms terms, termsFor(packs, rows, row, publishers, known));
        PackVerdict verdict = judgeRow(row, std::move(*bytes), terms);
        const PackState good = verdict.fault ? PackState::Refused : stateOf(terms, *verdict.pack);
        if (!verdict.fault && isVersionHere(rows, row, good))
            verdict.fault = PackFault::VersionReused;
        row.state = verdict.fault ? PackState::Refused : good;
        if (row.state == PackState::Taken)
            known.keys[row.hash] = verdict.pack->key();
        const std::string_view reason = verdict.fault ? packFaultName(*verdict.fault) : std::string_view();
        TRY_VOID(packs.judge(row.hash, row.state, reason, judge));
        taken += verdict.fault ? 0 : 1;
    }
    return taken;
}

Result<void> trustPublisher(store::ContentPacks packs, const crypto::PublisherKey &key)
{
    TRY_VOID(packs.addPublisher(key.bytes()));
    TRY(const auto rows, packs.rows());
    for (const PackRow &row : rows) {
        if (row.state != PackState::Refused || row.reason != packFaultName(PackFault::OtherPublisher))
            continue;
        TRY(const auto signer, keyOf(packs, row));
        if (signer == std::optional(key))
            TRY_VOID(packs.judge(row.hash, PackState::Arrived, NamedAnew, {}));
    }
    return {};
}

Result<std::optional<crypto::PublisherKey>> publisherWithCode(const store::ContentPacks &packs, std::string_view code)
{
    TRY(const auto rows, packs.rows());
    for (const PackRow &row : rows) {
        TRY(const auto key, keyOf(packs, row));
        if (key && key->hasCode(code))
            return key;
    }
    return std::optional<crypto::PublisherKey>();
}

} // namespace faltakt::screening
