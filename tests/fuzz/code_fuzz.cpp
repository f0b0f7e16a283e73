// Codes before a camera that were printed to do harm: any bytes as the text of a code, its modules changed at will, and any
// bytes as the picture itself. What is read stays within its bounds and parses or does not; what we print is read back.
#include "platform/camera/code_reader.h"
#include "sync/protocol/enrolment_code.h"

#include <qrencode.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

using namespace faltakt;

namespace {

constexpr int Margin = 4;
constexpr int ModulePixels = 3;
/// A code larger than this would leave the fuzzer little time for others.
constexpr std::size_t LongestText = 400;

platform::GreyPicture draw(const QRcode &code)
{
    const int modules = code.width + 2 * Margin;
    const int side = modules * ModulePixels;
    platform::GreyPicture picture{side, side, base::Bytes(std::size_t(side) * std::size_t(side), 255)};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const int column = x / ModulePixels - Margin;
            const int row = y / ModulePixels - Margin;
            const bool isInside = column >= 0 && row >= 0 && column < code.width && row < code.width;
            if (isInside && (code.data[row * code.width + column] & 1))
                picture.pixels[std::size_t(y) * std::size_t(side) + std::size_t(x)] = 0;
        }
    return picture;
}

std::optional<std::string> readSafely(const platform::GreyPicture &picture)
{
    auto text = platform::readCode(picture);
    if (text && text->size() > platform::LongestCodeText)
        std::abort();
    if (text)
        (void)protocol::EnrolmentCode::parse(*text);
    return text;
}

/// The first byte says how many modules are changed, the next ones which; the rest is the text.
void fuzzCode(base::ByteView input)
{
    const std::size_t changes = std::min<std::size_t>(input[0], (input.size() - 1) / 2);
    const base::ByteView where = input.subspan(1, changes * 2);
    const base::ByteView text = input.subspan(1 + changes * 2);
    if (text.empty() || text.size() > LongestText)
        return;
    const std::unique_ptr<QRcode, void (*)(QRcode *)> code(
        QRcode_encodeData(int(text.size()), text.data(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code)
        return;
    const auto modules = std::size_t(code->width) * std::size_t(code->width);
    for (std::size_t index = 0; index + 1 < where.size(); index += 2)
        code->data[(std::size_t(where[index]) * 256 + where[index + 1]) % modules] ^= 1;
    const auto read = readSafely(draw(*code));
    if (changes == 0 && read != std::string(text.begin(), text.end()))
        std::abort();
}

void fuzzPicture(base::ByteView input)
{
    const int width = 1 + input[0];
    const int height = int(input.size() - 1) / width;
    const base::ByteView pixels = input.subspan(1, std::size_t(width) * std::size_t(height));
    (void)readSafely({width, height, base::Bytes(pixels.begin(), pixels.end())});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 3)
        return 0;
    const base::ByteView input(data + 1, size - 1);
    if (data[0] % 4 == 0)
        fuzzPicture(input);
    else
        fuzzCode(input);
    return 0;
}
