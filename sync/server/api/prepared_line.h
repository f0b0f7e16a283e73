#pragma once

#include "core/changelog/change.h"
#include "core/changelog/exchange.h"
#include "sync/server/store/server_store.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace faltakt::server {

/// A journal position with everything about its line that can be said without the store: done before the write lock is
/// taken, each line read once.
struct PreparedLine {
    std::int64_t n = 0;
    base::Hash hash{};
    base::Hash link{};
    bool held = false; ///< False: the device offers the hash alone.
    std::string raw;   ///< Only of a line that could not be read.
    std::optional<changelog::ChangeLine> change;
    changelog::Compartment compartment = changelog::Compartment::File;
    changelog::CompartmentSet touched; ///< Every compartment that its author must hold.
    std::optional<changelog::SchemaFault> fault;
};

/// Links are computed along the batch.
[[nodiscard]] std::vector<PreparedLine> prepareLines(const changelog::JournalBatch &batch,
                                                     const changelog::SchemaTable &schema);

/// What judging and taking in these lines will ask the store for.
[[nodiscard]] ExpectedReads expectedReads(std::span<const PreparedLine> lines);

} // namespace faltakt::server
