#pragma once

#include <QQuickItem>
#include <QQuickWindow>

namespace faltakt::test {

/// Every item that is drawn, in the order of drawing; what lies wholly outside the window is left out only where it cannot
/// be scrolled into sight.
[[nodiscard]] QList<QQuickItem *> itemsInSight(QQuickWindow &window);

/// The item that a press at this place of the window would reach first.
[[nodiscard]] QQuickItem *pointerTargetAt(QQuickWindow &window, QPointF at);

/// What of the item's place in the window the ancestors that clip it leave.
[[nodiscard]] QRectF partInSight(QQuickItem *item);
/// The nearest ancestor that scrolls the item; nullptr where none does.
[[nodiscard]] QQuickItem *scrollerOf(const QQuickItem *item);

/// What is wrong with the texts in sight, one line each: cut off without a name that says it whole, outside the window,
/// or lying over another text.
[[nodiscard]] QStringList textFaultsIn(QQuickWindow &window);

} // namespace faltakt::test
