#include "tests/support/scene_items.h"

#include <QAccessible>
#include <QColor>

#include <algorithm>

namespace faltakt::test {

namespace {

constexpr qreal Slack = 1.5;

QList<QQuickItem *> inDrawingOrder(QQuickItem *item)
{
    QList<QQuickItem *> children = item->childItems();
    std::ranges::stable_sort(children, {}, [](const QQuickItem *child) { return child->z(); });
    return children;
}

/// A list makes rows ahead, and draws them once they have got their place.
bool isRowAhead(QQuickItem *item)
{
    QQuickItem *list = item->parentItem() ? item->parentItem()->parentItem() : nullptr;
    const QVariant index = item->property("index");
    if (!list || !list->inherits("QQuickListView") || !index.isValid())
        return false;
    QQuickItem *placed = nullptr;
    QMetaObject::invokeMethod(list, "itemAtIndex", Q_RETURN_ARG(QQuickItem *, placed), Q_ARG(int, index.toInt()));
    return placed != item;
}

void collect(QQuickItem *item, QList<QQuickItem *> &into)
{
    if (!item->isVisible() || item->opacity() == 0 || isRowAhead(item))
        return;
    into.append(item);
    for (QQuickItem *child : inDrawingOrder(item))
        collect(child, into);
}

QRectF placeOf(QQuickItem *item) { return item->mapRectToScene(item->boundingRect()); }

/// What of the item's place its clipping ancestors leave.
QRectF visiblePlaceOf(QQuickItem *item, QRectF place)
{
    for (QQuickItem *parent = item->parentItem(); parent; parent = parent->parentItem())
        if (parent->clip())
            place = place.intersected(placeOf(parent));
    return place;
}

QQuickItem *targetIn(QQuickItem *item, QPointF at)
{
    if (!item->isVisible() || !item->isEnabled())
        return nullptr;
    const QPointF local = item->mapFromScene(at);
    if (item->clip() && !item->contains(local))
        return nullptr;
    const QList<QQuickItem *> children = inDrawingOrder(item);
    for (auto child = children.crbegin(); child != children.crend(); ++child)
        if (QQuickItem *hit = targetIn(*child, at))
            return hit;
    const bool takesPresses = (item->acceptedMouseButtons() & Qt::LeftButton) && !item->inherits("QQuickFlickable");
    return takesPresses && item->contains(local) ? item : nullptr;
}

bool isOpaquePlane(QQuickItem *item)
{
    return item->inherits("QQuickRectangle") && item->property("color").value<QColor>().alphaF() > 0.4;
}

bool isAncestor(const QQuickItem *ancestor, const QQuickItem *item)
{
    for (const QQuickItem *each = item; each; each = each->parentItem())
        if (each == ancestor)
            return true;
    return false;
}

/// A text that is drawn, with where its letters are.
struct DrawnText {
    QQuickItem *item = nullptr;
    QString words;
    QRectF letters;
    qsizetype order = 0; ///< Among all items that are drawn.
};

bool isText(QQuickItem *item) { return item->inherits("QQuickText"); }

QRectF lettersOf(QQuickItem *item)
{
    QRectF inside = item->boundingRect();
    const qreal width = item->property("contentWidth").toReal();
    const qreal height = item->property("contentHeight").toReal();
    const int align = item->property("effectiveHorizontalAlignment").toInt();
    if (align & Qt::AlignRight)
        inside.setLeft(inside.right() - width);
    else if (align & Qt::AlignHCenter)
        inside = QRectF(inside.center().x() - width / 2, inside.top(), width, inside.height());
    inside.setWidth(width);
    const int vertical = item->property("verticalAlignment").toInt();
    if (vertical & Qt::AlignVCenter)
        inside = QRectF(inside.left(), inside.center().y() - height / 2, width, height);
    else
        inside.setHeight(height);
    return item->mapRectToScene(inside);
}

/// True where a name around the text says it whole.
bool isSaidWhole(QQuickItem *item, const QString &words)
{
    for (QQuickItem *each = item; each; each = each->parentItem()) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(each);
        if (interface
            && (interface->text(QAccessible::Name).contains(words)
                || interface->text(QAccessible::Description).contains(words)))
            return true;
    }
    return false;
}

QString described(const DrawnText &text)
{
    return QStringLiteral("'%1' at %2,%3 %4x%5")
        .arg(text.words.left(60))
        .arg(qRound(text.letters.x()))
        .arg(qRound(text.letters.y()))
        .arg(qRound(text.letters.width()))
        .arg(qRound(text.letters.height()));
}

/// What of the letters is in sight now: inside all that clips, and inside what they scroll in.
QRectF inSight(const DrawnText &text)
{
    const QRectF place = visiblePlaceOf(text.item, text.letters);
    QQuickItem *scroller = scrollerOf(text.item);
    return scroller ? place.intersected(placeOf(scroller)) : place;
}

/// True where `later` hides the text for good: what is scrolled out of sight below a bar can be scrolled back.
bool covers(QQuickItem *later, const DrawnText &text)
{
    if (!isOpaquePlane(later) || isAncestor(later, text.item))
        return false;
    const QRectF visible = inSight(text);
    if (!visible.isEmpty())
        return placeOf(later).contains(visible.center());
    const QQuickItem *scroller = scrollerOf(text.item);
    return (!scroller || isAncestor(scroller, later)) && placeOf(later).contains(text.letters.center());
}

/// Texts that nothing opaque drawn later covers.
QList<DrawnText> uncoveredTexts(const QList<QQuickItem *> &items)
{
    QList<DrawnText> texts;
    for (qsizetype i = 0; i < items.size(); ++i) {
        QQuickItem *item = items[i];
        if (!isText(item) || item->property("text").toString().isEmpty())
            continue;
        const DrawnText text{item, item->property("text").toString(), lettersOf(item), i};
        const bool isCovered =
            std::any_of(items.begin() + i + 1, items.end(), [&](QQuickItem *later) { return covers(later, text); });
        if (!isCovered)
            texts.append(text);
    }
    return texts;
}

/// True where something opaque lies between the two: what is scrolled below it comes out again.
bool areParted(const DrawnText &below, const DrawnText &above, const QRectF &common, const QList<QQuickItem *> &items)
{
    return std::any_of(items.begin() + below.order + 1, items.begin() + above.order, [&](QQuickItem *plane) {
        return isOpaquePlane(plane) && !isAncestor(plane, below.item) && placeOf(plane).contains(common);
    });
}

/// Two texts that scroll together are compared wherever they are, others where they are in sight.
bool lieOverOneAnother(const DrawnText &below, const DrawnText &above, const QList<QQuickItem *> &items)
{
    const bool scrollTogether = scrollerOf(below.item) && scrollerOf(below.item) == scrollerOf(above.item);
    const QRectF common =
        scrollTogether ? below.letters.intersected(above.letters) : inSight(below).intersected(inSight(above));
    return common.width() > 2 * Slack && common.height() > 4 * Slack
           && (scrollTogether || !areParted(below, above, common, items));
}

void findCut(const DrawnText &text, const QSizeF &window, QStringList &faults)
{
    const bool isCut = text.item->property("truncated").toBool();
    const bool isLarger = text.item->property("contentWidth").toReal() > text.item->width() + Slack
                          || text.item->property("contentHeight").toReal() > text.item->height() + Slack;
    if ((isCut || isLarger) && !isSaidWhole(text.item, text.words))
        faults += QStringLiteral("cut off: ") + described(text);
    if (isLarger && !isCut)
        faults += QStringLiteral("larger than its place: ") + described(text);
    if (text.letters.left() < -Slack || text.letters.right() > window.width() + Slack)
        faults += QStringLiteral("beside the window: ") + described(text);
    else if (!scrollerOf(text.item) && (text.letters.top() < -Slack || text.letters.bottom() > window.height() + Slack))
        faults += QStringLiteral("above or below the window: ") + described(text);
}

} // namespace

QList<QQuickItem *> itemsInSight(QQuickWindow &window)
{
    QList<QQuickItem *> items;
    collect(window.contentItem(), items);
    return items;
}

QQuickItem *pointerTargetAt(QQuickWindow &window, QPointF at) { return targetIn(window.contentItem(), at); }

QQuickItem *scrollerOf(const QQuickItem *item)
{
    for (QQuickItem *parent = item->parentItem(); parent; parent = parent->parentItem())
        if (parent->inherits("QQuickFlickable"))
            return parent;
    return nullptr;
}

QRectF partInSight(QQuickItem *item)
{
    // What a field for text calls its bounding rectangle is that of its letters.
    return visiblePlaceOf(item, item->mapRectToScene(QRectF(0, 0, item->width(), item->height())));
}

QStringList textFaultsIn(QQuickWindow &window)
{
    QStringList faults;
    const QList<QQuickItem *> items = itemsInSight(window);
    const QList<DrawnText> texts = uncoveredTexts(items);
    for (const DrawnText &text : texts)
        findCut(text, window.size(), faults);
    for (qsizetype i = 0; i < texts.size(); ++i)
        for (qsizetype j = i + 1; j < texts.size(); ++j)
            if (lieOverOneAnother(texts[i], texts[j], items))
                faults += QStringLiteral("over one another: %1 and %2").arg(described(texts[i]), described(texts[j]));
    return faults;
}

} // namespace faltakt::test
