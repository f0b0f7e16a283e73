#include "sync/cli/command_line.h"

#include "core/base/answer_words.h"

#include <algorithm>

namespace faltakt::cli {

namespace {

std::string joined(const std::vector<std::string> &words, std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += (i > 0 ? " " : "") + words[i];
    return text;
}

/// True where `topic` is the path or its first words.
bool isUnder(std::string_view path, std::string_view topic)
{
    return topic.empty() || path == topic || (path.starts_with(topic) && path[topic.size()] == ' ');
}

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(width, text.size() + 2), ' ');
    return text;
}

constexpr std::size_t HelpColumn = 34;

tl::unexpected<CommandFault> missingValue(const OptionSpec &option)
{
    std::string words = "--";
    words.append(option.name).append(" wants a value: --").append(option.name).append(" ").append(option.value);
    return wrongUsage(words + '.');
}

} // namespace

std::string Invocation::value(std::string_view option) const
{
    const auto found = m_options.find(option);
    return found == m_options.end() ? std::string() : found->second.back();
}

std::vector<std::string> Invocation::values(std::string_view option) const
{
    const auto found = m_options.find(option);
    return found == m_options.end() ? std::vector<std::string>() : found->second;
}

CommandTable::Found CommandTable::find(const std::vector<std::string> &words) const
{
    for (std::size_t count = std::min<std::size_t>(words.size(), 2); count > 0; --count) {
        const std::string path = joined(words, count);
        for (const CommandSpec &command : m_commands)
            if (command.path == path)
                return {&command, count};
    }
    return {};
}

const OptionSpec *CommandTable::findOption(std::string_view name) const
{
    for (const CommandSpec &command : m_commands)
        for (const OptionSpec &option : command.options)
            if (option.name == name)
                return &option;
    return nullptr;
}

CommandExpected<Invocation> CommandTable::collect(const std::vector<std::string> &words) const
{
    Invocation invocation;
    bool optionsEnded = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (optionsEnded || !word.starts_with("-") || (word != "-h" && !word.starts_with("--"))) {
            invocation.m_arguments.push_back(word);
            continue;
        }
        if (word == "--") {
            optionsEnded = true;
            continue;
        }
        if (word == "--help" || word == "-h") {
            invocation.m_helpWanted = true;
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
        const OptionSpec *option = findOption(name);
        if (!option)
            return wrongUsage("There is " + base::noSuchWord("option", "--" + name) + ".");
        const bool takesValue = !option->value.empty();
        if (!takesValue && equals != std::string::npos)
            return wrongUsage("--" + name + " takes no value.");
        std::string value;
        if (takesValue && equals != std::string::npos)
            value = word.substr(equals + 1);
        else if (takesValue && i + 1 < words.size())
            value = words[++i];
        else if (takesValue)
            return missingValue(*option);
        invocation.m_options[name].push_back(std::move(value));
    }
    return invocation;
}

CommandResult CommandTable::check(const Invocation &invocation) const
{
    const CommandSpec &command = *invocation.m_command;
    for (const auto &[name, values] : invocation.m_options) {
        const auto spec = std::ranges::find(command.options, std::string_view(name), &OptionSpec::name);
        if (spec == command.options.end())
            return wrongUsage("'" + std::string(command.path) + "' has no option --" + name + ".");
        if (!spec->repeatable && values.size() > 1)
            return wrongUsage("--" + name + " may be given once.");
    }
    const std::size_t count = invocation.m_arguments.size();
    if (count < command.minArguments || count > command.maxArguments)
        return wrongUsage("'" + std::string(command.path) + "' wants "
                          + (command.arguments.empty() ? std::string("no arguments") : std::string(command.arguments))
                          + ".");
    return {};
}

CommandExpected<Invocation> CommandTable::parse(const std::vector<std::string> &words) const
{
    TRY_COMMAND(Invocation invocation, collect(words));
    const Found found = find(invocation.m_arguments);
    if (invocation.m_helpWanted) {
        const auto &given = invocation.m_arguments;
        invocation.m_topic = found.command ? std::string(found.command->path) : given.empty() ? "" : given.front();
        return invocation;
    }
    if (!found.command)
        return wrongUsage(invocation.m_arguments.empty()
                              ? "A verb is missing."
                              : "There is " + base::noSuchWord("verb", invocation.m_arguments.front()) + ".");
    invocation.m_command = found.command;
    invocation.m_arguments.erase(invocation.m_arguments.begin(),
                                 invocation.m_arguments.begin() + std::ptrdiff_t(found.words));
    TRY_COMMAND_VOID(check(invocation));
    return invocation;
}

std::string CommandTable::usageOf(const CommandSpec &command) const
{
    std::string text = "usage: " + std::string(m_program) + ' ' + std::string(command.path);
    if (!command.arguments.empty())
        text += ' ' + std::string(command.arguments);
    if (!command.options.empty())
        text += " [options]";
    text += "\n  " + std::string(command.summary) + '\n';
    for (const OptionSpec &option : command.options) {
        std::string left = "  --" + std::string(option.name);
        if (!option.value.empty())
            left += ' ' + std::string(option.value);
        text += padded(std::move(left), HelpColumn) + std::string(option.help) + '\n';
    }
    return text;
}

std::string CommandTable::help(std::string_view topic) const
{
    std::vector<const CommandSpec *> wanted;
    for (const CommandSpec &command : m_commands)
        if (isUnder(command.path, topic))
            wanted.push_back(&command);
    if (!topic.empty() && !wanted.empty()) {
        std::string text;
        for (const CommandSpec *command : wanted)
            text += (text.empty() ? "" : "\n") + usageOf(*command);
        return text;
    }
    std::string text = std::string(m_program) + ": " + std::string(m_summary) + "\n\n";
    for (const CommandSpec &command : m_commands) {
        std::string left = "  " + std::string(command.path);
        if (!command.arguments.empty())
            left += ' ' + std::string(command.arguments);
        text += padded(std::move(left), HelpColumn) + std::string(command.summary) + '\n';
    }
    text += "\nEach verb has its own --help. JSON on standard output, words on standard error.\n"
            "Exit codes: 0 done, 1 refused or failed, 2 wrong usage, 3 the server cannot be reached (work is kept).\n";
    return text;
}

} // namespace faltakt::cli
