#pragma once

namespace faltakt::simulation {

/// From here on, for the whole process: SQLCipher seals its pages with a short sum instead of AES and HMAC-SHA-512, which
/// take a third of a simulated week. A torn page is still found by its sum; nothing of ours behaves otherwise. To be called
/// before the first store is opened. The tests of the store and the regressions seal as the product does.
void sealPagesQuickly();

} // namespace faltakt::simulation
