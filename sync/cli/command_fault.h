#pragma once

#include "core/base/result.h"

#include <string>

namespace faltakt::cli {

/// What the program says to its caller by its exit code; fixed, scripts rest on it.
enum class ExitCode : int {
    Done = 0,
    Failed = 1,      ///< Refused or failed; standard error says why and what to do.
    WrongUsage = 2,  ///< The command line itself is wrong.
    Unreachable = 3, ///< The server cannot be reached; work is kept.
};

/// Why a command ends without having done its work: exit code and words for standard error. A value. Errors of the
/// layers below turn into one by themselves, so that TRY works in a command.
class CommandFault {
public:
    CommandFault(ExitCode exitCode, std::string words) : m_exitCode(exitCode), m_words(std::move(words)) {}
    // Implicit on purpose: the border at which an error becomes words.
    CommandFault(const base::Error &error);

    [[nodiscard]] ExitCode exitCode() const noexcept { return m_exitCode; }
    /// One or two plain English sentences without a line end.
    [[nodiscard]] const std::string &words() const noexcept { return m_words; }

private:
    ExitCode m_exitCode;
    std::string m_words;
};

using CommandResult = tl::expected<void, CommandFault>;
template <typename T>
using CommandExpected = tl::expected<T, CommandFault>;

/// `return wrongUsage("…");`
[[nodiscard]] inline tl::unexpected<CommandFault> wrongUsage(std::string words)
{
    return tl::unexpected<CommandFault>(CommandFault(ExitCode::WrongUsage, std::move(words)));
}
/// `return refuse("…");`
[[nodiscard]] inline tl::unexpected<CommandFault> refuse(std::string words)
{
    return tl::unexpected<CommandFault>(CommandFault(ExitCode::Failed, std::move(words)));
}

} // namespace faltakt::cli

/// Like TRY, for functions that answer with a CommandFault already.
#define TRY_COMMAND_INNER(temporary, declaration, ...)                                                                 \
    auto temporary = (__VA_ARGS__);                                                                                    \
    if (!temporary.has_value()) [[unlikely]]                                                                           \
        return ::tl::unexpected<::faltakt::cli::CommandFault>(::faltakt::cli::CommandFault(temporary.error()));        \
    declaration = std::move(*temporary)
#define TRY_COMMAND(declaration, ...)                                                                                  \
    TRY_COMMAND_INNER(FALTAKT_CONCAT(commandResult_, __COUNTER__), declaration, __VA_ARGS__)
#define TRY_COMMAND_VOID(...)                                                                                          \
    do {                                                                                                               \
        auto commandVoidResult = (__VA_ARGS__);                                                                        \
        if (!commandVoidResult.has_value()) [[unlikely]]                                                               \
            return ::tl::unexpected<::faltakt::cli::CommandFault>(                                                     \
                ::faltakt::cli::CommandFault(commandVoidResult.error()));                                              \
    } while (false)
