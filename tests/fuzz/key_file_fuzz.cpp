// What lies in files beside the store, under hostile content: key file, recovery key, sealed outbox, private key. Each reader
// answers, and what it accepts is written again as the same.
#include "core/crypto/key_file.h"
#include "core/crypto/recovery_key.h"
#include "core/crypto/sealed_outbox.h"
#include "core/crypto/signing_key.h"

#include <cstdint>
#include <cstdlib>

using namespace faltakt;

namespace {

void readKeyFile(base::ByteView bytes)
{
    const auto file = crypto::KeyFile::fromText(base::textOf(bytes));
    if (file && file->toText() != base::textOf(bytes))
        std::abort();
}

void readRecoveryKey(base::ByteView bytes)
{
    const auto key = crypto::RecoveryKey::fromText(crypto::SecretBytes::copyOf(bytes));
    if (!key)
        return;
    const auto again = crypto::RecoveryKey::fromText(key->toText());
    if (!again || !(again->pair.publicKey() == key->pair.publicKey()))
        std::abort();
}

/// Sealed first, so that the input is what a hostile sender put inside.
void readOutbox(base::ByteView bytes)
{
    static const auto pair = crypto::BoxKeyPair::fromPrivate(crypto::SecretBytes::copyOf(base::Bytes(32, 7))).value();
    auto box = crypto::sealTo(pair.publicKey(), bytes).value();
    const auto mark = base::bytesOf("FALTOBX1");
    box.insert(box.begin(), mark.begin(), mark.end());
    static_cast<void>(crypto::SealedOutbox::open(box, pair));
    static_cast<void>(crypto::SealedOutbox::open(bytes, pair));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const base::ByteView rest(data + 1, size - 1);
    switch (data[0] % 4) {
    case 0: readKeyFile(rest); break;
    case 1: readRecoveryKey(rest); break;
    case 2: readOutbox(rest); break;
    default: static_cast<void>(crypto::SigningKey::fromPrivate(crypto::SecretBytes::copyOf(rest))); break;
    }
    return 0;
}
