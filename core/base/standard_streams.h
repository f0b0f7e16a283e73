#pragma once

namespace faltakt::base {

/// Gives a program that was started without standard input, output or error something in their places on which reading or
/// writing fails. Otherwise the first file that it opens would get the number of the missing one, and what it prints would
/// be written into its own database. To be called before any file is opened; false where that is not possible.
[[nodiscard]] bool holdStandardStreams() noexcept;

} // namespace faltakt::base
