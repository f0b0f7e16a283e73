#include "sync/cli/line_input.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace faltakt::cli {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t LongestLine = 64 * 1024;

void wipe(char *start, std::size_t size) { crypto::wipeMemory({reinterpret_cast<std::uint8_t *>(start), size}); }

/// Switches a terminal's echo off for its lifetime.
class EchoOff {
public:
    explicit EchoOff(int descriptor) : m_descriptor(descriptor)
    {
        if (tcgetattr(descriptor, &m_before) != 0)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        m_changed = tcsetattr(descriptor, TCSAFLUSH, &silent) == 0;
    }
    ~EchoOff()
    {
        if (m_changed)
            tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
    }
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;

private:
    int m_descriptor;
    termios m_before{};
    bool m_changed = false;
};

} // namespace

LineInput::~LineInput() { wipe(m_buffer.data(), m_buffer.size()); }

Result<bool> LineInput::fill()
{
    m_start = m_end = 0;
    ssize_t count = 0;
    do
        count = ::read(m_descriptor, m_buffer.data(), m_buffer.size());
    while (count < 0 && errno == EINTR);
    if (count < 0)
        return fail(ErrorCode::StorageFailed, "reading standard input");
    m_end = std::size_t(count);
    return count > 0;
}

Result<std::optional<std::string>> LineInput::next()
{
    std::string line;
    // The line may hold a PIN: room enough from the start, so that no copy stays behind when it grows.
    line.reserve(m_buffer.size());
    for (;;) {
        if (m_start == m_end) {
            TRY(const bool more, fill());
            if (!more)
                return line.empty() ? std::optional<std::string>() : std::optional<std::string>(std::move(line));
        }
        char *first = m_buffer.data() + m_start;
        char *last = m_buffer.data() + m_end;
        char *lineEnd = std::find(first, last, '\n');
        line.append(first, lineEnd);
        wipe(first, std::size_t(lineEnd - first));
        const bool complete = lineEnd != last;
        m_start = std::size_t(lineEnd - m_buffer.data()) + (complete ? 1 : 0);
        if (line.size() > LongestLine)
            return fail(ErrorCode::TooLarge, "a line of standard input");
        if (complete) {
            if (line.ends_with('\r'))
                line.pop_back();
            return std::optional<std::string>(std::move(line));
        }
    }
}

Result<std::optional<crypto::SecretBytes>> LineInput::nextSecret(std::string_view prompt)
{
    std::optional<EchoOff> echoOff;
    const bool terminal = ::isatty(m_descriptor) == 1;
    if (terminal) {
        std::fwrite(prompt.data(), 1, prompt.size(), stderr);
        echoOff.emplace(m_descriptor);
    }
    TRY(std::optional<std::string> line, next());
    if (terminal)
        std::fputc('\n', stderr);
    if (!line)
        return std::optional<crypto::SecretBytes>();
    return std::optional<crypto::SecretBytes>(crypto::SecretBytes::takeFrom(*line));
}

Result<std::optional<crypto::SecretBytes>> readSecretFile(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(ErrorCode::NotFound, "the file with the PIN cannot be opened");
    auto secret = LineInput(descriptor).nextSecret("");
    ::close(descriptor);
    return secret;
}

} // namespace faltakt::cli
