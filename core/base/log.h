#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/ids.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace faltakt::base {

/// One log line: the name of an event and typed fields. There is no free text, so that nothing from a person's file
/// can slip in: a field is a number, an id, an error code, or a word known at compile time.
class LogEvent {
public:
    /// `name` is a literal of the program, like "push".
    template <std::size_t N>
    explicit LogEvent(const char (&name)[N]) : m_name(name, N - 1)
    {
    }

    template <std::size_t N>
    LogEvent &number(const char (&field)[N], std::int64_t value)
    {
        return add({field, N - 1}, std::to_string(value));
    }
    template <std::size_t N, typename Tag>
    LogEvent &id(const char (&field)[N], const Id<Tag> &value)
    {
        return add({field, N - 1}, '"' + value.toString() + '"');
    }
    template <std::size_t N, std::size_t M>
    LogEvent &word(const char (&field)[N], const char (&value)[M])
    {
        return add({field, N - 1}, '"' + std::string(value, M - 1) + '"');
    }
    /// The code and the place, never the detail.
    LogEvent &error(const Error &error);

    /// One JSON object without a line end.
    [[nodiscard]] std::string toJson(Instant at) const;

private:
    LogEvent &add(std::string_view field, std::string json)
    {
        m_fields.emplace_back(field, std::move(json));
        return *this;
    }

    std::string_view m_name;
    std::vector<std::pair<std::string_view, std::string>> m_fields;
};

/// Where log lines go. Thread-safe where the sink is.
class Log {
public:
    using Sink = std::function<void(std::string_view line)>;
    Log(const Clock &clock, Sink sink) : m_clock(&clock), m_sink(std::move(sink)) {}

    void write(const LogEvent &event) const { m_sink(event.toJson(m_clock->now())); }

private:
    const Clock *m_clock;
    Sink m_sink;
};

} // namespace faltakt::base
