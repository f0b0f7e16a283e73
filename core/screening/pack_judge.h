#pragma once

#include "core/screening/content_pack.h"
#include "core/screening/shipped_forms.h"
#include "core/store/content_packs.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::screening {

/// Why a content pack is not taken.
enum class PackFault : std::uint8_t {
    Damaged,          ///< Its bytes are not those that were signed, or it is no pack.
    Unsigned,         ///< The signature is not by the key that the pack names.
    UnknownPublisher, ///< Signed by somebody whom nobody told this device to trust.
    Older,            ///< A newer version of it is at the server; devices keep older ones to read them.
    VersionReused,    ///< Another pack of the same version is here.
    Unreadable,       ///< This program cannot read one of its instruments.
    WrongResults,     ///< An instrument gives other results than its own test vectors say.
    NewerProgram,     ///< Written in a form that only a newer program reads.
    Unsafe,           ///< An instrument takes the place of a shipped one in safe mode and is not in safe mode itself.
    MeaningChanged,   ///< An instrument has a shipped one's version and differs in more than its texts.
    OtherPublisher,   ///< Another publisher's pack of this id is here.
};
/// One word, as it is kept and printed.
[[nodiscard]] std::string_view packFaultName(PackFault fault) noexcept;
[[nodiscard]] std::optional<PackFault> packFaultFromName(std::string_view name) noexcept;

[[nodiscard]] PackFault faultOfClash(const ShippedClash &clash) noexcept;

/// What a pack is judged by: whom to trust, and what is there of the same id.
struct PackTerms {
    std::vector<crypto::PublisherKey> publishers;
    std::optional<PackVersion> present = std::nullopt; ///< The newest.
    /// Who signed what is there; empty where another one was named for just this pack.
    std::optional<crypto::PublisherKey> owner = std::nullopt;
    /// What an older version than the newest is good for.
    enum class Old : std::uint8_t {
        Refused, ///< Nothing: whoever gives packs out counts on.
        ToRead,  ///< To read and go on with what was begun with it: by whoever is trusted, whosever the newest is.
    };
    Old old = Old::Refused;
    /// What the program brings, by whoever has it at hand; nullptr: read for this pack.
    const InstrumentLibrary *shipped = nullptr;
};

/// A pack with its instruments, or why it is not taken; `detail` is in English, for logs and command lines.
struct PackVerdict {
    std::optional<PackFault> fault;
    std::string detail;
    std::optional<ContentPack> pack; ///< Wherever it could be read.
};
/// Form, signature, publisher, owner of the id, age, instruments, shipped forms, vectors: in this order, the first fault
/// counts.
[[nodiscard]] PackVerdict judgePack(std::string bytes, const PackTerms &terms);

/// Judges the packs that have arrived on a device, of each pack the newest first, and anew those that were refused by another
/// program or before another publisher was trusted. An older version than the newest is taken too, where it is by the same
/// publisher, and by another one kept to be read. What is taken already stays. Gives how many were taken or kept now.
[[nodiscard]] base::Result<int> judgeArrivedPacks(store::ContentPacks packs,
                                                  const std::vector<crypto::PublisherKey> &publishers,
                                                  std::string_view program);

/// The worker has named this publisher: trusts the key from now on. A pack of his that was refused because its id is
/// another publisher's waits to be judged anew, and then takes that one's place. So whoever is trusted for one pack gets no
/// other publisher's into his hands before a worker has seen it refused and named him again.
[[nodiscard]] base::Result<void> trustPublisher(store::ContentPacks packs, const crypto::PublisherKey &key);

/// The publisher with this code among those of the packs that are here; empty where none has it. By it a worker names, from
/// a letter, whom the server cannot vouch for.
[[nodiscard]] base::Result<std::optional<crypto::PublisherKey>> publisherWithCode(const store::ContentPacks &packs,
                                                                                  std::string_view code);

} // namespace faltakt::screening
