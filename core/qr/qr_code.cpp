#include "core/qr/qr_code.h"

#include <qrencode.h>

#include <limits>
#include <memory>

namespace faltakt::qr {

bool QrCode::isDark(int x, int y) const noexcept
{
    const bool isInside = x >= 0 && y >= 0 && x < side && y < side;
    return isInside && modules[std::size_t(y) * std::size_t(side) + std::size_t(x)] != 0;
}

std::optional<QrCode> codeOf(std::string_view bytes)
{
    if (bytes.empty() || bytes.size() > std::size_t(std::numeric_limits<int>::max()))
        return std::nullopt;
    const std::unique_ptr<QRcode, void (*)(QRcode *)> made(
        QRcode_encodeData(int(bytes.size()), reinterpret_cast<const unsigned char *>(bytes.data()), 0, QR_ECLEVEL_M),
        QRcode_free);
    if (!made)
        return std::nullopt;
    QrCode code{made->width, {}};
    code.modules.reserve(std::size_t(code.side) * std::size_t(code.side));
    for (int module = 0; module < code.side * code.side; ++module)
        code.modules.push_back(made->data[module] & 1U);
    return code;
}

} // namespace faltakt::qr
