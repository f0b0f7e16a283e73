#include "core/crypto/passphrase_policy.h"

#include "core/base/text.h"

#include <algorithm>

namespace faltakt::crypto {

namespace {

constexpr std::size_t MaxBytes = 1024;

constexpr std::size_t leastCharacters(KeystoreKind keystore) noexcept
{
    return keystore == KeystoreKind::Hardware ? 6 : 12;
}

bool hasControlCharacter(std::string_view text) noexcept
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

/// True where the text is its first character repeated.
bool repeatsOneCharacter(std::string_view text) noexcept
{
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80)
        ++length;
    if (text.size() % length != 0)
        return false;
    for (std::size_t i = length; i < text.size(); ++i)
        if (text[i] != text[i - length])
            return false;
    return true;
}

} // namespace

PassphraseFault findPassphraseFault(const SecretBytes &passphrase, KeystoreKind keystore)
{
    const std::string_view text = base::textOf(passphrase.view());
    if (text.size() > MaxBytes)
        return PassphraseFault::TooLong;
    if (!base::isValidUtf8(text) || hasControlCharacter(text))
        return PassphraseFault::NotText;
    if (base::codePointCount(text) < leastCharacters(keystore))
        return PassphraseFault::TooShort;
    if (repeatsOneCharacter(text))
        return PassphraseFault::SameCharacter;
    return PassphraseFault::None;
}

std::string_view passphraseFaultText(PassphraseFault fault, KeystoreKind keystore) noexcept
{
    switch (fault) {
    case PassphraseFault::None: return "passphrase is good";
    case PassphraseFault::NotText: return "passphrase holds a control character or is no UTF-8";
    case PassphraseFault::TooShort:
        return keystore == KeystoreKind::Hardware ? "PIN needs at least 6 digits"
                                                  : "passphrase needs at least 12 characters";
    case PassphraseFault::TooLong: return "passphrase is longer than 1024 bytes";
    case PassphraseFault::SameCharacter: return "passphrase is one character again and again";
    }
    return "passphrase";
}

base::Result<void> checkPassphrase(const SecretBytes &passphrase, KeystoreKind keystore)
{
    const PassphraseFault fault = findPassphraseFault(passphrase, keystore);
    if (fault != PassphraseFault::None)
        return base::fail(base::ErrorCode::InvalidInput, std::string(passphraseFaultText(fault, keystore)));
    return {};
}

} // namespace faltakt::crypto
