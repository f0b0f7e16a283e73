#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::controls {

/// The text of a field as its caller owns it. Tells of itself each time the caller sets it, also to the same value: what was
/// typed since and is not the caller's goes from the field then, where a property of QML would stay silent.
class OwnedText : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY told FINAL)

public:
    explicit OwnedText(QObject *parent = nullptr) : QObject(parent) {}

    [[nodiscard]] const QString &text() const noexcept { return m_text; }
    void setText(const QString &text)
    {
        m_text = text;
        Q_EMIT told();
    }

Q_SIGNALS:
    void told();

private:
    QString m_text;
};

} // namespace faltakt::controls
