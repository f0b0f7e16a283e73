#include "sync/server/app/command_line.h"

#include "core/base/answer_words.h"
#include "core/base/text.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// Words and options as they stand, before a verb says what may be there.
struct RawLine {
    std::vector<std::string> words;
    std::vector<std::pair<std::string, std::vector<std::string>>> options;
    bool help = false;
};

/// True where some verb's option of that name has the trait.
bool isKnownAs(const std::string &name, bool VerbOption::*trait)
{
    return std::any_of(verbs().begin(), verbs().end(), [&](const Verb &verb) {
        return std::any_of(verb.options.begin(), verb.options.end(),
                           [&](const VerbOption &option) { return option.*trait && option.name == name; });
    });
}

bool isKnown(const std::string &name)
{
    const auto isIt = [&](const VerbOption &option) { return option.name == name; };
    return name == "data" || name == "db"
           || std::ranges::any_of(verbs(), [&](const Verb &verb) { return std::ranges::any_of(verb.options, isIt); });
}

Result<RawLine> readRaw(const std::vector<std::string> &arguments)
{
    RawLine line;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &argument = arguments[i];
        if (argument == "--help" || argument == "-h") {
            line.help = true;
            continue;
        }
        if (!argument.starts_with("--")) {
            line.words.push_back(argument);
            continue;
        }
        const auto equals = argument.find('=');
        const std::string name = argument.substr(2, equals == std::string::npos ? equals : equals - 2);
        std::vector<std::string> values;
        if (equals != std::string::npos)
            values.push_back(argument.substr(equals + 1));
        if (isKnownAs(name, &VerbOption::flag)) {
            if (equals != std::string::npos)
                return fail(ErrorCode::InvalidInput, "--" + name + " takes no value");
            values.emplace_back("yes");
        }
        while (values.empty() || isKnownAs(name, &VerbOption::several)) {
            if (i + 1 >= arguments.size() || arguments[i + 1].starts_with("--"))
                break;
            values.push_back(arguments[++i]);
        }
        if (values.empty() && !line.help)
            return fail(ErrorCode::InvalidInput, isKnown(name) ? "--" + name + " needs a value"
                                                               : "there is " + base::noSuchWord("option", "--" + name));
        line.options.emplace_back(name, std::move(values));
    }
    return line;
}

const Verb *findVerb(const std::vector<std::string> &words, std::size_t &used)
{
    for (const Verb &verb : verbs()) {
        const auto parts = base::split(verb.name, ' ');
        if (words.size() >= parts.size() && std::equal(parts.begin(), parts.end(), words.begin())) {
            used = parts.size();
            return &verb;
        }
    }
    return nullptr;
}

Result<void> takeOptions(const RawLine &line, ParsedCommand &command)
{
    for (const auto &[name, values] : line.options) {
        // Mostly a shell's variable that held nothing; left out it would mean something else.
        if (std::ranges::any_of(values, &std::string::empty))
            return fail(ErrorCode::InvalidInput, "a value is empty; leave an option out that is not wanted");
        if (name == "data") {
            command.data = values.front();
            continue;
        }
        if (name == "db" && command.verb->needsData) {
            command.database = values.front();
            continue;
        }
        const auto &known = command.verb->options;
        const auto option = std::find_if(known.begin(), known.end(),
                                         [&, wanted = name](const VerbOption &one) { return one.name == wanted; });
        if (option == known.end())
            return fail(ErrorCode::InvalidInput,
                        std::string(command.verb->name) + " has " + base::noSuchWord("option", "--" + name));
        std::string &value = command.request.options[name];
        if (!value.empty() && !option->several)
            return fail(ErrorCode::InvalidInput, "--" + name + " stands twice");
        for (const std::string &one : values)
            value += (value.empty() ? "" : "\n") + one;
    }
    for (const VerbOption &option : command.verb->options)
        if (option.required && !command.request.has(std::string(option.name)))
            return fail(ErrorCode::InvalidInput,
                        std::string(command.verb->name) + " needs --" + std::string(option.name));
    if (command.verb->needsData && command.data.empty())
        return fail(ErrorCode::InvalidInput, "say where the server's data lie: --data DIR");
    return {};
}

} // namespace

Result<ParsedCommand> parseCommandLine(const std::vector<std::string> &arguments)
{
    TRY(RawLine line, readRaw(arguments));
    ParsedCommand command;
    if (line.help) {
        command.helpWords = line.words;
        return command;
    }
    std::size_t used = 0;
    command.verb = findVerb(line.words, used);
    if (!command.verb)
        return fail(ErrorCode::InvalidInput, line.words.empty()
                                                 ? "no command was given"
                                                 : "there is " + base::noSuchWord("command", line.words.front()));
    const std::size_t left = line.words.size() - used;
    // "FILE", or "DIR OUT".
    const std::size_t most = command.verb->argument.empty() ? 0 : base::split(command.verb->argument, ' ').size();
    if (left > most)
        return fail(ErrorCode::InvalidInput, std::string(command.verb->name) + " takes "
                                                 + (most == 0   ? std::string("no argument")
                                                    : most == 1 ? std::string("one argument")
                                                                : std::string(command.verb->argument)));
    if (left < most && command.verb->argumentRequired)
        return fail(ErrorCode::InvalidInput,
                    std::string(command.verb->name) + " needs " + std::string(command.verb->argument));
    if (std::ranges::any_of(line.words, &std::string::empty))
        return fail(ErrorCode::InvalidInput, std::string(command.verb->argument) + " is empty");
    command.request.words = {line.words.begin(), line.words.end()};
    TRY_VOID(takeOptions(line, command));
    return command;
}

} // namespace faltakt::server
