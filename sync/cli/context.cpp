#include "sync/cli/context.h"

namespace faltakt::cli {

base::Result<void> JsonOutput::write(const base::json::Value &value)
{
    const std::string line = base::json::serialise(value) + '\n';
    const bool written = std::fwrite(line.data(), 1, line.size(), m_stream) == line.size();
    if (!written || std::fflush(m_stream) != 0)
        return base::fail(base::ErrorCode::StorageFailed, "writing to standard output");
    return {};
}

void CommandContext::say(std::string_view words) const
{
    std::fprintf(stderr, "faltakt-cli: %.*s\n", int(words.size()), words.data());
}

} // namespace faltakt::cli
