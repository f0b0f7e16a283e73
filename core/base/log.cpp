#include "core/base/log.h"

#include <cstring>

namespace faltakt::base {

LogEvent &LogEvent::error(const Error &error)
{
    add("error", '"' + std::string(errorCodeName(error.code())) + '"');
    const char *file = error.location().file_name();
    const char *slash = std::strrchr(file, '/');
    return add("place",
               '"' + std::string(slash ? slash + 1 : file) + ':' + std::to_string(error.location().line()) + '"');
}

std::string LogEvent::toJson(Instant at) const
{
    std::string json = R"({"at":")" + formatInstant(at) + R"(","event":")" + std::string(m_name) + '"';
    for (const auto &[field, value] : m_fields)
        json += ",\"" + std::string(field) + "\":" + value;
    return json + '}';
}

} // namespace faltakt::base
