#pragma once

#include "core/screening/instrument_library.h"
#include "core/screening/pack_judge.h"

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace faltakt::screening {

/// Which text of an instrument a record was begun with.
struct InstrumentEdition {
    std::string instrument;
    std::string version;
    std::string pack; ///< "id version" of the content pack; empty for one that was shipped.

    /// As a record or the context of a scratch says it.
    [[nodiscard]] static InstrumentEdition of(const base::json::Object &fields);
    auto operator<=>(const InstrumentEdition &) const = default;
};

/// A content pack as people are shown it.
struct PackOverview {
    enum class Use : std::uint8_t {
        Coming,     ///< Not all of it is here.
        InUse,      ///< Its instruments are those that are asked.
        NotYet,     ///< Taken; a later day has it begin.
        Superseded, ///< Another version is in use; what was begun with this one goes on with it.
        Refused,
    };
    store::PackRow row;
    Use use = Use::Coming;
    std::optional<PackFault> fault;
    /// Wherever it can be read; of a superseded one nobody has looked.
    std::optional<PackManifest> manifest;
};

/// The instruments of one device: those that the program brings, and over them those of its content packs. Reads of each pack
/// what may be in use, or is needed for what was begun with it, once, and keeps what it has read; so it belongs to one open
/// store and its thread.
class PackShelf {
public:
    explicit PackShelf(store::ContentPacks packs) : m_packs(packs) {}

    /// What the program brings, whatever the packs say.
    [[nodiscard]] base::Result<const InstrumentLibrary *> shipped();
    /// What is asked from now on. A pack that this program can no longer read leaves the shipped instrument in its place.
    [[nodiscard]] base::Result<const InstrumentLibrary *> library(base::Date today);
    /// Exactly this text, to go on with an interview; Unsupported where the device does not have it.
    [[nodiscard]] base::Result<QuestionnairePointer> edition(const InstrumentEdition &edition, base::Date today);
    /// The same to read answers. In its place the shipped one of the same version, which differs in texts alone: no pack
    /// is taken in which it does not (pack_judge.h). Of a version of a pack's own nothing else is like it.
    [[nodiscard]] base::Result<QuestionnairePointer> editionForReading(const InstrumentEdition &edition,
                                                                       base::Date today);

    /// All packs that the server has told of, by id, the newest version first.
    [[nodiscard]] base::Result<std::vector<PackOverview>> overview(base::Date today);

private:
    /// What this program sees in a pack; the same for the same bytes.
    struct Opened {
        std::optional<PackManifest> manifest;
        std::vector<QuestionnairePointer> instruments; ///< Of one without a fault.
        std::optional<PackFault> fault;                ///< Why it is not used though it was taken.
    };
    [[nodiscard]] base::Result<const Opened *> open(const store::PackRow &row);
    /// Use, fault and manifest of a taken one. `used` is the pack whose newest valid version has been met already.
    [[nodiscard]] base::Result<void> describeTaken(PackOverview &one, base::Date today, std::string &used);
    /// All packs without a word on those that are refused: why does not bear on what is asked.
    [[nodiscard]] base::Result<std::vector<PackOverview>> uses(base::Date today);
    [[nodiscard]] base::Result<void> refresh(base::Date today);
    [[nodiscard]] base::Result<std::optional<QuestionnairePointer>> archived(const InstrumentEdition &edition);

    store::ContentPacks m_packs;
    std::optional<InstrumentLibrary> m_shipped;
    std::optional<InstrumentLibrary> m_library;
    std::map<base::Hash, Opened> m_opened;
    std::map<InstrumentEdition, QuestionnairePointer> m_archived; ///< Of packs that are not asked from any more.
    Opened m_absent{{}, {}, PackFault::Unreadable};
    std::int64_t m_taken = 0; ///< What m_library was made from.
    base::Date m_day{};
};

} // namespace faltakt::screening
