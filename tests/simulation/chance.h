#pragma once

#include "core/base/random.h"

namespace faltakt::simulation {

inline bool chance(base::Random &random, unsigned thousandths) { return random.below(1000) < thousandths; }

} // namespace faltakt::simulation
