#include "core/rules/guidance_files.h"

namespace faltakt::rules {

namespace {
constexpr int SupportedFormat = 1;
constexpr int MaxVersion = 1'000'000;
} // namespace

base::Result<void> readGuidanceHead(const PathReader &reader)
{
    TRY(const int format, reader.integer("format", 1, MaxVersion));
    if (format != SupportedFormat)
        return base::fail(base::ErrorCode::Unsupported, "format: written for a newer version of the program");
    TRY_VOID(reader.integer("version", 1, MaxVersion));
    return {};
}

} // namespace faltakt::rules
