#include "core/base/error.h"

#include <array>
#include <cstring>

namespace faltakt::base {

std::string_view errorCodeName(ErrorCode code) noexcept
{
    switch (code) {
    case ErrorCode::InvalidInput: return "invalidInput";
    case ErrorCode::NotFound: return "notFound";
    case ErrorCode::AlreadyExists: return "alreadyExists";
    case ErrorCode::Refused: return "refused";
    case ErrorCode::WrongKey: return "wrongKey";
    case ErrorCode::Locked: return "locked";
    case ErrorCode::Damaged: return "damaged";
    case ErrorCode::TooLarge: return "tooLarge";
    case ErrorCode::Unsupported: return "unsupported";
    case ErrorCode::Unreachable: return "unreachable";
    case ErrorCode::Busy: return "busy";
    case ErrorCode::StorageFull: return "storageFull";
    case ErrorCode::StorageFailed: return "storageFailed";
    case ErrorCode::Internal: return "internal";
    }
    return "internal";
}

bool isRetryable(ErrorCode code) noexcept
{
    return code == ErrorCode::Unreachable || code == ErrorCode::Busy || code == ErrorCode::StorageFull;
}

std::string Error::toString() const
{
    std::string text(errorCodeName(m_code));
    if (!m_detail.empty())
        text += ": " + m_detail;
    const char *file = std::strrchr(m_location.file_name(), '/');
    text +=
        std::string(" (") + (file ? file + 1 : m_location.file_name()) + ":" + std::to_string(m_location.line()) + ")";
    return text;
}

Error Error::withContext(std::string_view context) const
{
    Error copy = *this;
    copy.m_detail = std::string(context) + (m_detail.empty() ? "" : ": ") + m_detail;
    return copy;
}

} // namespace faltakt::base
