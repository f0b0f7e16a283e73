#include "sync/cli/options.h"

#include <charconv>

namespace faltakt::cli {

CommandExpected<std::string> readLanguage(const Invocation &invocation)
{
    std::string language = invocation.has("language") ? invocation.value("language") : "sv";
    if (language != "sv" && language != "en")
        return wrongUsage("--language is sv or en.");
    return language;
}

CommandExpected<int> readNumber(const Invocation &invocation, std::string_view option, int least, int most)
{
    return readNumber(invocation.value(option), "--" + std::string(option), least, most);
}

CommandExpected<int> readNumber(const std::string &text, std::string_view what, int least, int most)
{
    int number = 0;
    const char *last = text.data() + text.size();
    const auto [end, fault] = std::from_chars(text.data(), last, number);
    if (fault != std::errc() || end != last || number < least || number > most)
        return wrongUsage(std::string(what) + " wants a whole number from " + std::to_string(least) + " to "
                          + std::to_string(most) + '.');
    return number;
}

} // namespace faltakt::cli
