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
    /// What stands before all rows or behind them, wherever a list that was scrolled holds it just now.
    Q_PROPERTY(QQuickItem *lead MEMBER m_lead NOTIFY endsChanged FINAL)
    Q_PROPERTY(QQuickItem *above MEMBER m_above NOTIFY endsChanged FINAL)
    Q_PROPERTY(QQuickItem *below MEMBER m_below NOTIFY endsChanged FINAL)

public:
    explicit RowOrder(QObject *parent = nullptr) : QObject(parent)
    {
        connect(this, &RowOrder::endsChanged, this, &RowOrder::wish);
    }

    QQuickItem *area() const { return m_area; }
    void setArea(QQuickItem *area);

Q_SIGNALS:
    void areaChanged();
    void endsChanged();

private:
    void followChildren();
    void wish();
    void arrange();
    [[nodiscard]] int rankOf(const QQuickItem *child) const;

    QPointer<QQuickItem> m_area;
    QQuickItem *m_lead = nullptr;  ///< Compared only.
    QQuickItem *m_above = nullptr; ///< Compared only.
    QQuickItem *m_below = nullptr; ///< Compared only.
    bool m_isWished = false;
};

} // namespace faltakt::controls
