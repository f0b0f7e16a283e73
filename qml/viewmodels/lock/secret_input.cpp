#include "qml/viewmodels/lock/secret_input.h"

#include <algorithm>

namespace faltakt::viewmodels {

namespace {

/// The longest passphrase that the policy takes.
constexpr std::size_t MostBytes = 1024;

[[nodiscard]] bool isContinuation(std::uint8_t byte) noexcept { return (byte & 0xC0U) == 0x80U; }

} // namespace

SecretInput::SecretInput(QObject *parent) : QObject(parent), m_buffer(crypto::SecretBytes::ofSize(MostBytes)) {}

crypto::SecretBytes SecretInput::take()
{
    auto secret = crypto::SecretBytes::copyOf(m_buffer.view().first(m_used));
    clear();
    return secret;
}

void SecretInput::setLength(int length)
{
    if (std::exchange(m_length, length) != length)
        Q_EMIT lengthChanged();
}

void SecretInput::appendBytes(base::ByteView bytes)
{
    if (bytes.size() > MostBytes - m_used)
        return;
    std::ranges::copy(bytes, m_buffer.writable().begin() + std::ptrdiff_t(m_used));
    m_used += bytes.size();
    const auto letters = std::ranges::count_if(bytes, [](std::uint8_t byte) { return !isContinuation(byte); });
    setLength(m_length + int(letters));
}

void SecretInput::append(const QString &text)
{
    // One normal form, whichever keyboard it was typed on.
    QByteArray bytes = text.normalized(QString::NormalizationForm_C).toUtf8();
    const auto view = std::span(reinterpret_cast<std::uint8_t *>(bytes.data()), std::size_t(bytes.size()));
    appendBytes(view);
    crypto::wipeMemory(view);
}

void SecretInput::erase()
{
    const auto bytes = m_buffer.writable();
    if (m_used == 0)
        return;
    bool isWithinLetter = true;
    while (isWithinLetter && m_used > 0) {
        isWithinLetter = isContinuation(bytes[--m_used]);
        bytes[m_used] = 0;
    }
    setLength(m_length - 1);
}

void SecretInput::clear()
{
    crypto::wipeMemory(m_buffer.writable());
    m_used = 0;
    setLength(0);
}

} // namespace faltakt::viewmodels
