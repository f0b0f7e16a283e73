// Writes what the emulated camera sees of a code that is held before it. Usage: camera_frame TEXT FILE.
#include "tests/support/code_pictures.h"

#include <cstdio>
#include <span>

using namespace faltakt;

int main(int count, char **values)
{
    const std::span words(values, std::size_t(count));
    if (words.size() != 3)
        return 2;
    const test::Shot shot{.modulePixels = 8, .degrees = 7, .tilt = 0.1, .noise = 20, .blurred = 2};
    const platform::GreyPicture picture = test::photograph(test::drawCode(words[1]), shot);
    // Brightness and colour by turns: YUYV, with no colour.
    base::Bytes frame;
    for (const std::uint8_t pixel : picture.pixels)
        frame.insert(frame.end(), {pixel, 128});
    std::FILE *file = std::fopen(words[2], "wb");
    const bool isWritten = file && std::fwrite(frame.data(), 1, frame.size(), file) == frame.size();
    return file && std::fclose(file) == 0 && isWritten ? 0 : 1;
}
