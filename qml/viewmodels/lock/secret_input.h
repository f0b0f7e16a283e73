#pragma once

#include "core/crypto/secret_bytes.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// Gathers a PIN or passphrase in memory that is wiped, so that it never is a property in QML. What the field on the screen
/// hands over passes through a QString of Qt, a letter at a time or as one where it was pasted; that residue is not ours
/// to wipe. Main thread; owned by its page.
class SecretInput : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int length READ length NOTIFY lengthChanged FINAL)
public:
    explicit SecretInput(QObject *parent = nullptr);

    /// In code points.
    [[nodiscard]] int length() const noexcept { return m_length; }
    /// Hands out what was typed and starts anew.
    [[nodiscard]] crypto::SecretBytes take();

public Q_SLOTS:
    void append(const QString &text);
    void erase();
    void clear();

Q_SIGNALS:
    void lengthChanged();

private:
    void appendBytes(base::ByteView bytes);
    void setLength(int length);

    crypto::SecretBytes m_buffer; ///< Of fixed size; m_used bytes of it are taken.
    std::size_t m_used = 0;
    int m_length = 0;
};

} // namespace faltakt::viewmodels
