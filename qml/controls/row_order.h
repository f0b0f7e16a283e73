#pragma once

#include <QPointer>
#include <QQuickItem>

namespace faltakt::controls {

/// Keeps the children of `area` in the order in which they stand, from the top down, so that Tab goes through rows that a
/// living list made later where they are seen. A ListView appends what it makes, wherever it lies, and Tab follows that.
/// Acts when the event loop is free again after rows came or moved. Main thread.
class RowOrder : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickItem *area READ area WRITE setArea NOTIFY areaChanged FINAL)

public:
    explicit RowOrder(QObject *parent = nullptr) : QObject(parent) {}

    QQuickItem *area() const { return m_area; }
    void setArea(QQuickItem *area);

Q_SIGNALS:
    void areaChanged();

private:
    void followChildren();
    void wish();
    void arrange();

    QPointer<QQuickItem> m_area;
    bool m_isWished = false;
};

} // namespace faltakt::controls
