#include "sync/server/load/process_figures.h"

#include "core/base/text.h"

#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// "VmRSS:	  1234 kB" in /proc/PID/status.
std::int64_t kilobytesAt(const std::string &status, const std::string &name)
{
    const auto at = status.find("\n" + name + ":");
    return at == std::string::npos ? 0 : std::atoll(status.c_str() + at + name.size() + 2);
}

std::string contentOf(const std::string &path)
{
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace

Result<ProcessFigures> processFigures(std::int64_t pid)
{
    const std::string folder = "/proc/" + std::to_string(pid);
    const std::string status = contentOf(folder + "/status");
    const std::string stat = contentOf(folder + "/stat");
    // The name in brackets may hold anything; the numbers follow its last bracket, user and system time as 12th and 13th.
    const auto bracket = stat.rfind(')');
    if (status.empty() || bracket == std::string::npos)
        return fail(ErrorCode::NotFound, "there is no such process");
    const auto fields = base::split(stat.substr(bracket + 2), ' ');
    if (fields.size() < 13)
        return fail(ErrorCode::NotFound, "there is no such process");
    const std::int64_t ticks =
        std::atoll(std::string(fields[11]).c_str()) + std::atoll(std::string(fields[12]).c_str());
    constexpr std::int64_t Kilobyte = 1024;
    return ProcessFigures{kilobytesAt(status, "VmRSS") * Kilobyte, kilobytesAt(status, "VmHWM") * Kilobyte,
                          std::chrono::milliseconds(ticks * 1000 / ::sysconf(_SC_CLK_TCK))};
}

double loadAverage()
{
    const std::string text = contentOf("/proc/loadavg");
    return std::strtod(text.c_str(), nullptr);
}

} // namespace faltakt::server
