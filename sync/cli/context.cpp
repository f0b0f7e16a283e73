#include "sync/cli/context.h"

#include "core/base/answer_words.h"

namespace faltakt::cli {

CommandResult JsonOutput::write(const base::json::Value &value)
{
    const std::string line = base::json::serialise(value) + '\n';
    const bool written = std::fwrite(line.data(), 1, line.size(), m_stream) == line.size();
    if (!written || std::fflush(m_stream) != 0)
        return refuse(
            "The answer could not be written to standard output. What was ordered may have been done; look before "
            "giving the order again.");
    return {};
}

void CommandContext::say(std::string_view words) const
{
    std::fprintf(stderr, "faltakt-cli: %s\n", base::answerWords(words).c_str());
}

} // namespace faltakt::cli
