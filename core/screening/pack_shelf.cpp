#include "core/screening/pack_shelf.h"

#include <algorithm>
#include <utility>

namespace faltakt::screening {

using base::Date;
using base::ErrorCode;
using base::fail;
using base::Result;
using store::PackRow;
using store::PackState;

namespace {

std::string textIn(const base::json::Object &fields, std::string_view name)
{
    const base::json::Value *value = fields.find(name);
    return value && value->string() ? *value->string() : std::string();
}

/// Of each pack the newest version that is valid on the day; the pack that begins last stands last.
std::vector<const PackOverview *> inUse(const std::vector<PackOverview> &all)
{
    std::vector<const PackOverview *> used;
    for (const PackOverview &one : all)
        if (one.use == PackOverview::Use::InUse)
            used.push_back(&one);
    std::ranges::sort(used, {},
                      [](const PackOverview *one) { return std::pair(one->manifest->validFrom, one->manifest->id); });
    return used;
}

bool isNewerFirst(const PackOverview &a, const PackOverview &b)
{
    if (a.row.pack != b.row.pack)
        return a.row.pack < b.row.pack;
    const auto versionOf = [](const PackOverview &one) {
        return PackVersion::parse(one.row.version).value_or(PackVersion());
    };
    const PackVersion versionA = versionOf(a), versionB = versionOf(b);
    if (versionA != versionB)
        return versionB < versionA;
    return std::pair(b.row.noted, b.row.hash) < std::pair(a.row.noted, a.row.hash);
}

} // namespace

InstrumentEdition InstrumentEdition::of(const base::json::Object &fields)
{
    return {textIn(fields, "instrument"), textIn(fields, "version"), textIn(fields, "pack")};
}

Result<const PackShelf::Opened *> PackShelf::open(const PackRow &row)
{
    if (const auto known = m_opened.find(row.hash); known != m_opened.end())
        return &known->second;
    auto bytes = m_packs.content(row.hash);
    if (!bytes && bytes.error().code() == ErrorCode::NotFound)
        return &m_absent; // It came damaged, and may come better.
    if (!bytes)
        return fail(bytes.error());
    Opened opened{{}, {}, PackFault::Unreadable};
    if (const auto pack = ContentPack::read(std::move(*bytes))) {
        opened.manifest = pack->manifest();
        // It may have been taken by a program that could read it, and whose own forms were others.
        TRY(const InstrumentLibrary *shipped, this->shipped());
        auto instruments = packInstruments(*pack);
        const auto clash = instruments ? clashWithShipped(*pack, *instruments, *shipped) : fail(instruments.error());
        if (clash)
            opened.fault = *clash ? std::optional(faultOfClash(**clash)) : std::nullopt;
        if (!opened.fault)
            opened.instruments = std::move(*instruments);
    }
    return &m_opened.emplace(row.hash, std::move(opened)).first->second;
}

Result<void> PackShelf::describeTaken(PackOverview &one, Date today, std::string &used)
{
    if (used == one.row.pack) {
        one.use = PackOverview::Use::Superseded;
        return {};
    }
    TRY(const Opened *opened, open(one.row));
    one.manifest = opened->manifest;
    one.fault = opened->fault;
    if (one.fault) {
        one.use = PackOverview::Use::Refused;
    } else if (one.manifest->validFrom > today) {
        one.use = PackOverview::Use::NotYet;
    } else {
        one.use = PackOverview::Use::InUse;
        used = one.row.pack;
    }
    return {};
}

Result<std::vector<PackOverview>> PackShelf::uses(Date today)
{
    TRY(const auto rows, m_packs.rows());
    std::vector<PackOverview> all;
    for (const PackRow &row : rows)
        all.push_back({row, PackOverview::Use::Coming, std::nullopt, std::nullopt});
    std::ranges::sort(all, isNewerFirst);
    std::string used;
    for (PackOverview &one : all) {
        switch (one.row.state) {
        case PackState::Coming:
        case PackState::Arrived: break;
        case PackState::Taken: TRY_VOID(describeTaken(one, today, used)); break;
        case PackState::Kept: one.use = PackOverview::Use::Superseded; break;
        case PackState::Refused: one.use = PackOverview::Use::Refused; break;
        }
    }
    return all;
}

Result<std::vector<PackOverview>> PackShelf::overview(Date today)
{
    TRY(auto all, uses(today));
    for (PackOverview &one : all) {
        if (one.row.state != PackState::Refused)
            continue;
        TRY(const Opened *opened, open(one.row));
        one.fault = packFaultFromName(one.row.reason).value_or(PackFault::Damaged);
        one.manifest = opened->manifest;
    }
    return all;
}

Result<void> PackShelf::refresh(Date today)
{
    TRY(const std::int64_t taken, m_packs.taken());
    if (m_library && m_taken == taken && m_day == today)
        return {};
    TRY(const InstrumentLibrary *shipped, this->shipped());
    InstrumentLibrary library = *shipped;
    if (taken > 0) {
        TRY(const auto all, uses(today));
        for (const PackOverview *one : inUse(all))
            for (const QuestionnairePointer &instrument : m_opened.at(one->row.hash).instruments)
                library.put(instrument);
    }
    m_library = std::move(library);
    // What was taken since speaks for a pack before what is only kept.
    if (std::exchange(m_taken, taken) != taken)
        m_archived.clear();
    m_day = today;
    return {};
}

Result<const InstrumentLibrary *> PackShelf::shipped()
{
    if (!m_shipped) {
        TRY(m_shipped, InstrumentLibrary::shipped());
    }
    return &*m_shipped;
}

Result<const InstrumentLibrary *> PackShelf::library(Date today)
{
    TRY_VOID(refresh(today));
    return &*m_library;
}

Result<std::optional<QuestionnairePointer>> PackShelf::archived(const InstrumentEdition &edition)
{
    if (const auto known = m_archived.find(edition); known != m_archived.end())
        return std::optional(known->second);
    TRY(auto rows, m_packs.rows());
    std::erase_if(rows, [&edition](const PackRow &row) {
        return !store::isForGood(row.state) || row.pack + ' ' + row.version != edition.pack;
    });
    // What was taken speaks for the pack before what is only kept.
    std::ranges::sort(rows, {}, [](const PackRow &row) { return std::pair(row.state != PackState::Taken, row.hash); });
    for (const PackRow &row : rows) {
        TRY(std::string bytes, m_packs.content(row.hash));
        TRY(const ContentPack pack, ContentPack::read(std::move(bytes)));
        auto instrument = packInstrument(pack, edition.instrument);
        if (instrument && (*instrument)->version() == edition.version)
            return std::optional(m_archived.emplace(edition, std::move(*instrument)).first->second);
    }
    return std::optional<QuestionnairePointer>();
}

Result<QuestionnairePointer> PackShelf::edition(const InstrumentEdition &edition, Date today)
{
    TRY_VOID(refresh(today));
    // Of an instrument that there never was, the answer is which ones there are.
    const auto fits = [&edition](const Result<QuestionnairePointer> &found) {
        return found && (*found)->version() == edition.version && (*found)->pack() == edition.pack;
    };
    auto current = m_library->find(edition.instrument);
    if (fits(current))
        return current;
    auto shipped = m_shipped->find(edition.instrument);
    if (fits(shipped))
        return shipped;
    if (!edition.pack.empty()) {
        TRY(auto old, archived(edition));
        if (old)
            return std::move(*old);
    } else if (!current) {
        return current;
    }
    return fail(ErrorCode::Unsupported, "begun with version " + edition.version + " of the instrument"
                                            + (edition.pack.empty() ? "" : " from the content pack " + edition.pack)
                                            + ", which this device does not have");
}

Result<QuestionnairePointer> PackShelf::editionForReading(const InstrumentEdition &edition, Date today)
{
    auto exact = this->edition(edition, today);
    if (exact || exact.error().code() != ErrorCode::Unsupported)
        return exact;
    auto shipped = m_shipped->find(edition.instrument);
    return shipped && (*shipped)->version() == edition.version ? shipped : exact;
}

} // namespace faltakt::screening
