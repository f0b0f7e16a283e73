#include "sync/server/ops/qr_text.h"

#include "core/qr/qr_code.h"

namespace faltakt::server {

std::string qrText(std::string_view text)
{
    const auto code = qr::codeOf(text);
    if (!code)
        return {};
    // Light modules are drawn, so that the code also reads on a dark terminal.
    std::string drawn;
    for (int y = -qr::QuietZone; y < code->side + qr::QuietZone; y += 2) {
        for (int x = -qr::QuietZone; x < code->side + qr::QuietZone; ++x) {
            const bool upper = !code->isDark(x, y);
            const bool lower = !code->isDark(x, y + 1);
            drawn += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
        }
        drawn += '\n';
    }
    return drawn;
}

} // namespace faltakt::server
