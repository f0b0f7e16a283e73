#include "qml/viewmodels/lock/secret_input.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>

#include <algorithm>

namespace faltakt::viewmodels {

namespace {

/// The longest passphrase that the policy takes.
constexpr std::size_t MostBytes = 1024;

[[nodiscard]] bool isContinuation(std::uint8_t byte) noexcept { return (byte & 0xC0U) == 0x80U; }

} // namespace

SecretInput::SecretInput(QQuickItem *parent) : QQuickItem(parent), m_buffer(crypto::SecretBytes::ofSize(MostBytes))
{
    setFlag(ItemAcceptsInputMethod);
    setAcceptedMouseButtons(Qt::LeftButton);
    setActiveFocusOnTab(true);
}

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
    do {
        bytes[--m_used] = 0;
    } while (m_used > 0 && isContinuation(m_buffer.view()[m_used]));
    setLength(m_length - 1);
}

void SecretInput::clear()
{
    crypto::wipeMemory(m_buffer.writable());
    m_used = 0;
    setLength(0);
}

void SecretInput::paste()
{
    const QString text = QGuiApplication::clipboard()->text();
    append(text.section(QLatin1Char('\n'), 0, 0).trimmed());
}

void SecretInput::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste))
        paste();
    else if (event->key() == Qt::Key_Backspace)
        erase();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT submitted();
    else if (!event->text().isEmpty() && event->text().front().isPrint() && !(event->modifiers() & Qt::ControlModifier))
        append(event->text());
    else
        return event->ignore();
    event->accept();
}

void SecretInput::inputMethodEvent(QInputMethodEvent *event)
{
    if (!event->commitString().isEmpty())
        append(event->commitString());
    event->accept();
}

QVariant SecretInput::inputMethodQuery(Qt::InputMethodQuery query) const
{
    if (query == Qt::ImEnabled)
        return true;
    if (query == Qt::ImHints)
        return int(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhHiddenText | Qt::ImhNoAutoUppercase);
    return QQuickItem::inputMethodQuery(query);
}

void SecretInput::mousePressEvent(QMouseEvent *event)
{
    forceActiveFocus(Qt::MouseFocusReason);
    QGuiApplication::inputMethod()->show();
    event->accept();
}

} // namespace faltakt::viewmodels
