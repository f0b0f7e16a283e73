#include "platform/camera/code_reader.h"

#define ZX_USE_UTF8 1 // Version 1.4 warns about text(), which is not used here, unless the newer form is asked for.
#include <ZXing/ReadBarcode.h>

#include <exception>

namespace faltakt::platform {

namespace {

#if __has_include(<ZXing/ReaderOptions.h>)
using Options = ZXing::ReaderOptions;
#else
using Options = ZXing::DecodeHints; // Up to 2.1.
#endif

Options options()
{
    Options wanted;
    wanted.setFormats(ZXing::BarcodeFormat::QRCode);
    wanted.setTryHarder(true);
    wanted.setTryRotate(false); // Reads QR codes that lie in any direction anyway.
    wanted.setMaxNumberOfSymbols(1);
    return wanted;
}

std::optional<std::string> readUpright(const GreyPicture &picture)
{
    const ZXing::ImageView view(picture.pixels.data(), picture.width, picture.height, ZXing::ImageFormat::Lum);
    const auto codes = ZXing::ReadBarcodes(view, options());
    for (const auto &code : codes) {
        const ZXing::ByteArray &bytes = code.bytes();
        if (code.isValid() && bytes.size() <= LongestCodeText)
            return std::string(bytes.begin(), bytes.end());
    }
    return std::nullopt;
}

GreyPicture negativeOf(GreyPicture picture)
{
    for (std::uint8_t &pixel : picture.pixels)
        pixel = std::uint8_t(255 - pixel);
    return picture;
}

} // namespace

std::optional<std::string> readCode(const GreyPicture &picture)
{
    if (!picture.isSound())
        return std::nullopt;
    // Exceptions of the library stop here: a picture that confuses it holds no code.
    try {
        auto read = readUpright(picture);
        // A terminal that writes dark on light shows the server's code light on dark.
        return read ? read : readUpright(negativeOf(picture));
    } catch (const std::exception &) {
        return std::nullopt;
    }
}

} // namespace faltakt::platform
