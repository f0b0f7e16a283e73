#pragma once

#include "core/crypto/secret_bytes.h"

#include <QQuickItem>

namespace faltakt::viewmodels {

/// Takes a PIN or passphrase key by key into memory that is wiped, so that it never is a QString of ours or a property in
/// QML. (Single key events pass through Qt; that residue is documented.) Shows nothing: the screen draws as many dots as
/// `length` says. Main thread; owned by its page.
class SecretInput : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int length READ length NOTIFY lengthChanged FINAL)
public:
    explicit SecretInput(QQuickItem *parent = nullptr);

    /// In code points.
    [[nodiscard]] int length() const noexcept { return m_length; }
    /// Hands out what was typed and starts anew.
    [[nodiscard]] crypto::SecretBytes take();

public Q_SLOTS:
    void append(const QString &text);
    void erase();
    void clear();
    /// PIN and passphrase may be pasted (WCAG 3.3.8); the clipboard itself is left alone.
    void paste();

Q_SIGNALS:
    void lengthChanged();
    /// Enter was pressed.
    void submitted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void appendBytes(base::ByteView bytes);
    void setLength(int length);

    crypto::SecretBytes m_buffer; ///< Of fixed size; m_used bytes of it are taken.
    std::size_t m_used = 0;
    int m_length = 0;
};

} // namespace faltakt::viewmodels
