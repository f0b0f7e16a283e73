#pragma once

#include "core/store/case_store.h"
#include "sync/cli/context.h"
#include "sync/client/field_store.h"

#include <QTemporaryDir>

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace faltakt::cli {

/// Writes the lines of a run and measures time. Borrows the context.
class BenchOutput {
public:
    explicit BenchOutput(CommandContext &context) : m_context(&context) {}
    /// `reference` is what stands beside the value: the same work without our code, or the goal. 0 where there is none.
    [[nodiscard]] CommandResult row(std::string_view name, double value, std::string_view unit, double reference);
    [[nodiscard]] std::chrono::nanoseconds start() const { return m_context->monotonic.elapsed(); }
    [[nodiscard]] double secondsSince(std::chrono::nanoseconds start) const;

private:
    CommandContext *m_context;
};

/// The value below which the given share of the values lies.
[[nodiscard]] double quantile(std::vector<double> values, double share);
/// Memory of a process, of this one unless said otherwise, that is backed by no file, in MiB; 0 where the system does not
/// tell.
[[nodiscard]] double anonymousMegabytes(std::optional<qint64> process = std::nullopt);

/// A store in a folder of its own, with the projections of the product and a random key.
struct BenchStore {
    QTemporaryDir folder;
    client::Projections projections;
    crypto::SecretBytes key;
    store::StoreSetup setup;
    std::unique_ptr<store::CaseStore> cases;

    [[nodiscard]] static base::Result<std::unique_ptr<BenchStore>> make(CommandContext &context);
    [[nodiscard]] base::Result<void> reopen();
};

/// One save a note, durable each, beside the same statements without our code.
[[nodiscard]] CommandResult benchWrites(CommandContext &context, BenchOutput &output);
/// The store at its ceiling: 5,000 cases, 200,000 changes in about 60,000 records.
[[nodiscard]] CommandResult benchCeiling(CommandContext &context, BenchOutput &output);
/// So many changes (at least 100, rounded down to whole files) from one device to another through a server process on
/// loopback.
[[nodiscard]] CommandResult benchSync(CommandContext &context, BenchOutput &output, int changes);

} // namespace faltakt::cli
