#pragma once

#include "sync/cli/command_fault.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::cli {

struct CommandContext;
class Invocation;

/// "--name VALUE" or, without a value's name, "--name".
struct OptionSpec {
    std::string_view name;  ///< Without the dashes.
    std::string_view value; ///< Name of the value in the help; empty for a switch.
    std::string_view help;
    bool repeatable = false;
};

/// One verb of the program: what it is called, what it takes, what it does.
struct CommandSpec {
    std::string_view path;      ///< "case new"
    std::string_view arguments; ///< "CASE KIND", for the help.
    std::string_view summary;
    std::size_t minArguments = 0;
    std::size_t maxArguments = 0;
    std::vector<OptionSpec> options;
    std::function<CommandResult(CommandContext &, const Invocation &)> run;
};

/// A command line after parsing: the verb, its arguments and options. Text is UTF-8 as it was given. A value.
class Invocation {
public:
    [[nodiscard]] const CommandSpec *command() const noexcept { return m_command; }
    [[nodiscard]] const std::vector<std::string> &arguments() const noexcept { return m_arguments; }
    [[nodiscard]] const std::string &argument(std::size_t index) const { return m_arguments.at(index); }

    [[nodiscard]] bool has(std::string_view option) const { return m_options.find(option) != m_options.end(); }
    /// The option's last value; empty where it was not given.
    [[nodiscard]] std::string value(std::string_view option) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view option) const;

    /// True where --help stands anywhere; then `topic` says what about: a verb, the beginning of one, or nothing.
    [[nodiscard]] bool helpWanted() const noexcept { return m_helpWanted; }
    [[nodiscard]] const std::string &topic() const noexcept { return m_topic; }

private:
    friend class CommandTable;
    const CommandSpec *m_command = nullptr;
    std::vector<std::string> m_arguments;
    std::map<std::string, std::vector<std::string>, std::less<>> m_options;
    bool m_helpWanted = false;
    std::string m_topic;
};

/// All verbs of a program; parses command lines against them and writes the help. Immutable; what was parsed points into it.
class CommandTable {
public:
    CommandTable(std::string_view program, std::string_view summary, std::vector<CommandSpec> commands)
        : m_program(program), m_summary(summary), m_commands(std::move(commands))
    {
    }

    /// `words` without the program's name. Options may stand anywhere, "--" ends them, "--name=value" is one word.
    /// Wrong usage where the verb is unknown, or an option or the number of arguments does not fit it.
    [[nodiscard]] CommandExpected<Invocation> parse(const std::vector<std::string> &words) const;

    /// The help on a verb, on the verbs that begin with the topic, or on all.
    [[nodiscard]] std::string help(std::string_view topic) const;

private:
    struct Found {
        const CommandSpec *command = nullptr;
        std::size_t words = 0;
    };
    [[nodiscard]] Found find(const std::vector<std::string> &words) const;
    [[nodiscard]] const OptionSpec *findOption(std::string_view name) const;
    [[nodiscard]] CommandExpected<Invocation> collect(const std::vector<std::string> &words) const;
    [[nodiscard]] CommandResult check(const Invocation &invocation) const;
    [[nodiscard]] std::string usageOf(const CommandSpec &command) const;

    std::string_view m_program;
    std::string_view m_summary;
    std::vector<CommandSpec> m_commands;
};

} // namespace faltakt::cli
