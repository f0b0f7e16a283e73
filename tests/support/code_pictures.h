#pragma once

#include "platform/api/grey_picture.h"

#include <QImage>

#include <string>
#include <string_view>

namespace faltakt::test {

/// How a code is held before a camera.
struct Shot {
    QSize frame{1280, 720};
    double modulePixels = 6; ///< How large one module of the code comes out.
    double degrees = 0;      ///< Turned in the hand.
    double tilt = 0;         ///< How much shorter the far edge is: 0.2 is a fifth.
    int noise = 0;           ///< Up to so many of 255 steps brighter or darker, each pixel on its own.
    int dark = 20;           ///< What is black and what is white in the room's light.
    int bright = 235;
    int blurred = 1; ///< Each pixel is the mean of so many in a row and so many rows.
};

/// A QR code of these bytes as the programs of the project make it, four modules of margin around it, one pixel a module.
[[nodiscard]] QImage drawCode(std::string_view bytes);
/// What the server prints for a terminal, as a terminal shows it in cells of that size.
[[nodiscard]] QImage drawTerminal(const std::string &printed, QSize cell, bool isDarkOnLight);
/// A drawing with square modules of one pixel, or any other, before the camera; the same for the same shot.
[[nodiscard]] platform::GreyPicture photograph(const QImage &drawing, const Shot &shot);
[[nodiscard]] QImage imageOf(const platform::GreyPicture &picture);

} // namespace faltakt::test
