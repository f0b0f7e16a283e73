#pragma once

#include "core/rules/profile.h"
#include "sync/cli/context.h"
#include "sync/client/field_store.h"

#include <functional>

namespace faltakt::cli {

/// The options of every command that opens a store.
inline constexpr OptionSpec StoreOption{"store", "DIR", "the device's folder"};
inline constexpr OptionSpec PinFileOption{"pin-file", "FILE",
                                          "the PIN is the file's first line; without it, that of standard input"};

/// The folder named by --store; wrong usage where it is missing.
[[nodiscard]] CommandExpected<std::string> storeFolder(const Invocation &invocation);

/// The PIN from --pin-file or the next line of standard input; empty where there is none.
[[nodiscard]] CommandExpected<std::optional<crypto::SecretBytes>> readPin(CommandContext &context,
                                                                          const Invocation &invocation);

/// The municipality's profile of that name as it holds on that day, those that its server has sent before those of the
/// program; the product's own figures where neither is known.
[[nodiscard]] base::Result<rules::Profile> profileOn(const std::string &name,
                                                     const std::vector<client::ReceivedProfile> &received,
                                                     base::Date day);

/// Clock, randomness and projections for field stores: casework's tables and projector, the rules' agenda with the
/// profile of the municipality that the device was enrolled with.
[[nodiscard]] client::FieldEnvironment fieldEnvironment(CommandContext &context);

/// Opens the store, lets `work` use it, and closes it again in any case. The result is that of the work: once something is
/// saved, a closing that fails takes nothing away, and is only said.
[[nodiscard]] CommandResult withStore(CommandContext &context, const Invocation &invocation,
                                      const std::function<CommandResult(client::FieldStore &)> &work);

/// The same for commands that show what is in people's files: refused once the lease has ended. Writing and syncing go on.
[[nodiscard]] CommandResult withStoreForReading(CommandContext &context, const Invocation &invocation,
                                                const std::function<CommandResult(client::FieldStore &)> &work);

/// Reads an id of the kind named by `what` from the command line; wrong usage where it has not the form of one.
template <typename Id>
[[nodiscard]] CommandExpected<Id> readId(const std::string &text, std::string_view what)
{
    auto id = Id::parse(text);
    if (!id)
        return wrongUsage("That is no id of the kind that stands for a " + std::string(what) + '.');
    return *id;
}

} // namespace faltakt::cli
