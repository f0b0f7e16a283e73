#include "core/screening/pack_shelf.h"

#include <algorithm>

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

/// Why a pack that was taken is not used all the same.
std::optional<PackFault> faultInUse(const ContentPack &pack)
{
    const auto instruments = packInstruments(pack);
    if (!instruments)
        return PackFault::Unreadable;
    const auto clash = clashWithShipped(pack, *instruments);
    if (!clash)
        return PackFault::Unreadable;
    return *clash ? std::optional(faultOfClash(**clash)) : std::nullopt;
}

/// Of each pack the newest version that is valid on the day; the pack that begins last stands last.
std::vector<const PackOverview *> inUse(const std::vector<PackOverview> &all)
{
    std::vector<const PackOverview *> used;
    for (const PackOverview &one : all)
        if (one.use == PackOverview::Use::InUse)
            used.push_back(&one);
    std::ranges::sort(used, {}, [](const PackOverview *one) {
        return std::pair(one->pack->manifest().validFrom, one->pack->manifest().id);
    });
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

Result<std::vector<PackOverview>> PackShelf::overview(Date today) const
{
    TRY(const auto rows, m_packs.rows());
    std::vector<PackOverview> all;
    for (const PackRow &row : rows) {
        PackOverview one{row, PackOverview::Use::Coming, std::nullopt, std::nullopt};
        if (row.state == PackState::Refused) {
            one.use = PackOverview::Use::Refused;
            one.fault = packFaultFromName(row.reason).value_or(PackFault::Damaged);
        }
        if (row.state == PackState::Taken || row.state == PackState::Refused) {
            auto bytes = m_packs.content(row.hash);
            if (!bytes && bytes.error().code() != ErrorCode::NotFound)
                return fail(bytes.error());
            if (auto pack = bytes ? ContentPack::read(std::move(*bytes)) : fail(ErrorCode::NotFound))
                one.pack = std::move(*pack);
        }
        all.push_back(std::move(one));
    }
    std::ranges::sort(all, isNewerFirst);
    std::string used;
    for (PackOverview &one : all) {
        if (one.row.state != PackState::Taken)
            continue;
        // It was taken by a program that could read it, and whose own forms may have been others.
        one.fault = one.pack ? faultInUse(*one.pack) : PackFault::Unreadable;
        if (one.fault) {
            one.use = PackOverview::Use::Refused;
        } else if (one.pack->manifest().validFrom > today) {
            one.use = PackOverview::Use::NotYet;
        } else {
            one.use = used == one.row.pack ? PackOverview::Use::Superseded : PackOverview::Use::InUse;
            used = one.row.pack;
        }
    }
    return all;
}

Result<void> PackShelf::refresh(Date today)
{
    TRY(const std::int64_t taken, m_packs.taken());
    if (m_library && m_taken == taken && m_day == today)
        return {};
    if (!m_shipped) {
        TRY(m_shipped, InstrumentLibrary::shipped());
    }
    InstrumentLibrary library = *m_shipped;
    if (taken > 0) {
        TRY(const auto all, overview(today));
        for (const PackOverview *one : inUse(all)) {
            TRY(auto instruments, packInstruments(*one->pack));
            for (auto &instrument : instruments)
                library.put(std::move(instrument));
        }
    }
    m_library = std::move(library);
    m_taken = taken;
    m_day = today;
    return {};
}

Result<const InstrumentLibrary *> PackShelf::library(Date today)
{
    TRY_VOID(refresh(today));
    return &*m_library;
}

Result<std::optional<QuestionnairePointer>> PackShelf::archived(const InstrumentEdition &edition) const
{
    TRY(const auto rows, m_packs.rows());
    for (const PackRow &row : rows) {
        if (row.state != PackState::Taken || row.pack + ' ' + row.version != edition.pack)
            continue;
        TRY(std::string bytes, m_packs.content(row.hash));
        TRY(const ContentPack pack, ContentPack::read(std::move(bytes)));
        auto instrument = packInstrument(pack, edition.instrument);
        if (instrument && (*instrument)->version() == edition.version)
            return std::optional(std::move(*instrument));
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
