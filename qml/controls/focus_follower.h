#pragma once

#include <QQuickItem>
#include <QQuickWindow>

namespace faltakt::controls {

/// Scrolls whatever gets the focus inside `area` clear of the edges of its Flickable (WCAG 2.4.11). Watches the window
/// that the area is in; acts only on changes of the focus, so a finger may scroll away again.
class FocusFollower : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickItem *area READ area WRITE setArea NOTIFY areaChanged FINAL)
    Q_PROPERTY(qreal topMargin MEMBER m_topMargin NOTIFY marginsChanged FINAL)
    Q_PROPERTY(qreal bottomMargin MEMBER m_bottomMargin NOTIFY marginsChanged FINAL)

public:
    explicit FocusFollower(QObject *parent = nullptr) : QObject(parent) {}

    QQuickItem *area() const { return m_area; }
    void setArea(QQuickItem *area);

Q_SIGNALS:
    void areaChanged();
    void marginsChanged();

private:
    void watch(QQuickWindow *window);
    void followFocus();
    void bringIntoView(QQuickItem *flickable, QQuickItem *item) const;

    QPointer<QQuickItem> m_area;
    QMetaObject::Connection m_watching;
    qreal m_topMargin = 16;
    qreal m_bottomMargin = 24;
};

} // namespace faltakt::controls
