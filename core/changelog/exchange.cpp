#include "core/changelog/exchange.h"

namespace faltakt::changelog {

std::string keyStatement(const KeyLine &key)
{
    const auto until = key.until ? std::to_string(base::toMs(*key.until)) : std::string("-");
    return "faltakt-key-1\n" + key.device.toString() + '\n' + key.worker.toString() + '\n' + key.jwk.stringAt("x")
           + '\n' + key.jwk.stringAt("y") + '\n' + std::to_string(base::toMs(key.from)) + '\n' + until;
}

} // namespace faltakt::changelog
