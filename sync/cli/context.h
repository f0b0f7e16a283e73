#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/random.h"
#include "sync/cli/command_line.h"
#include "sync/cli/line_input.h"

#include <cstdio>

namespace faltakt::cli {

/// Standard output of the program: one JSON object a line, each handed to the system before the program goes on, since
/// whoever reads it may act on it. Borrows the stream.
class JsonOutput {
public:
    explicit JsonOutput(std::FILE *stream) : m_stream(stream) {}
    /// StorageFailed where nobody takes the line any more.
    [[nodiscard]] CommandResult write(const base::json::Value &value);

private:
    std::FILE *m_stream;
};

/// What a command works with; made once by main() and borrowed.
struct CommandContext {
    const base::Clock &clock;
    const base::MonotonicClock &monotonic;
    base::Random &random;
    LineInput &input;
    JsonOutput &output;

    /// Words for people, on standard error.
    void say(std::string_view words) const;
};

} // namespace faltakt::cli
