#include "sync/server/ops/qr_text.h"

#include <qrencode.h>

#include <memory>

namespace faltakt::server {

std::string qrText(std::string_view text)
{
    const std::unique_ptr<QRcode, void (*)(QRcode *)> code(
        QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code)
        return {};
    // Light modules are drawn, so that the code also reads on a dark terminal; readers want four modules of margin.
    constexpr int Margin = 4;
    const auto light = [&](int x, int y) {
        const bool inside = x >= 0 && y >= 0 && x < code->width && y < code->width;
        return !inside || (code->data[y * code->width + x] & 1) == 0;
    };
    std::string drawn;
    for (int y = -Margin; y < code->width + Margin; y += 2) {
        for (int x = -Margin; x < code->width + Margin; ++x) {
            const bool upper = light(x, y);
            const bool lower = light(x, y + 1);
            drawn += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
        }
        drawn += '\n';
    }
    return drawn;
}

} // namespace faltakt::server
