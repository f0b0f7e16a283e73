// Feeds any bytes to what the server reads besides the protocol's own messages: cursors, admin messages, command lines, the end of
// the last review.
#include "core/base/bytes.h"
#include "core/base/text.h"
#include "sync/server/api/access_log.h"
#include "sync/server/api/pull_cursor.h"
#include "sync/server/app/admin_request.h"
#include "sync/server/app/command_line.h"

#include <cstdlib>

using namespace faltakt;
using namespace faltakt::server;

namespace {

void checkCursor(std::string_view text)
{
    const auto cursor = PullCursor::parse(text);
    if (!cursor)
        return;
    const auto again = PullCursor::parse(cursor->toString());
    if (!again || !(*again == *cursor))
        std::abort();
}

void checkKnown(std::string_view text)
{
    const auto known = knownFromText(text);
    if (known && toText(*known).size() > text.size())
        std::abort();
}

void checkAdmin(std::string_view text)
{
    const auto request = decodeAdminRequest(text);
    if (request && !decodeAdminRequest(encode(*request)))
        std::abort();
    const auto answer = decodeAdminAnswer(text);
    if (answer && !decodeAdminAnswer(encode(*answer)))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(data) + 1, size - 1);
    switch (data[0] % 5) {
    case 0: checkCursor(text); break;
    case 1: checkCursor(base::toBase64Url(base::bytesOf(text))); break;
    case 2: checkAdmin(text); break;
    case 3: checkKnown(text); break;
    default: (void)parseCommandLine(base::split(text, '\n'));
    }
    return 0;
}
