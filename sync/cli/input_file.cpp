#include "sync/cli/input_file.h"

#include <filesystem>
#include <fstream>

namespace faltakt::cli {

CommandExpected<std::string> readInputFile(const std::string &path, std::string_view what, std::size_t most)
{
    const std::string file = "The " + std::string(what);
    std::error_code fault;
    if (std::filesystem::is_directory(path, fault))
        return refuse(file + " is a folder.");
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return refuse(file + " cannot be opened.");
    std::string text(most + 1, '\0');
    stream.read(text.data(), std::streamsize(text.size()));
    if (stream.bad())
        return refuse(file + " cannot be read.");
    text.resize(std::size_t(stream.gcount()));
    if (text.size() > most)
        return refuse(file + " is larger than can be taken (" + std::to_string(most / 1024 / 1024) + " MiB).");
    return text;
}

} // namespace faltakt::cli
