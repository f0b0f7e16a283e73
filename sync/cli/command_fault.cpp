#include "sync/cli/command_fault.h"

namespace faltakt::cli {

using base::ErrorCode;

namespace {

/// What happened, what is safe, what to do.
std::string_view sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput: return "This is not allowed here";
    case ErrorCode::NotFound: return "This device does not hold it";
    case ErrorCode::AlreadyExists: return "It is there already";
    case ErrorCode::Refused: return "Refused";
    case ErrorCode::WrongKey: return "The PIN or passphrase is wrong. Check it; many wrong tries lock the store";
    case ErrorCode::Locked: return "The store is locked for now. Wait and try again";
    case ErrorCode::Damaged: return "What was read is damaged; nothing was changed. Ask the support to look at it";
    case ErrorCode::TooLarge: return "It is too large";
    case ErrorCode::Unsupported: return "This version of the program cannot do it; a newer one may";
    case ErrorCode::Unreachable: return "The server cannot be reached. All work is kept; try again later";
    case ErrorCode::Busy: return "It is in use just now. Try again in a moment";
    case ErrorCode::StorageFull: return "There is no room left on the disk. Make room and try again";
    case ErrorCode::StorageFailed: return "The disk or the store reported a fault; nothing half was written";
    case ErrorCode::Internal: return "A fault inside the program. Please report it";
    }
    return "A fault inside the program. Please report it";
}

} // namespace

CommandFault::CommandFault(const base::Error &error)
    : m_exitCode(error.code() == ErrorCode::Unreachable ? ExitCode::Unreachable : ExitCode::Failed)
{
    m_words = sentence(error.code());
    if (!error.detail().empty())
        m_words += " (" + error.detail() + ")";
    m_words += '.';
}

} // namespace faltakt::cli
