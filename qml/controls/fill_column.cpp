#include "qml/controls/fill_column.h"

#include <QMarginsF>
#include <QMetaProperty>
#include <QtMath>
#include <QtQml>

namespace faltakt::controls {
namespace {

/// The attached `Layout` object of an item, or nothing when it has none. Its class is Qt's own, so it is found by name.
QObject *layoutOf(QQuickItem *item)
{
    const auto *type = QMetaType::fromName("QQuickLayout*").metaObject();
    if (!type)
        return nullptr;
    const auto attach = qmlAttachedPropertiesFunction(item, type);
    return attach ? qmlAttachedPropertiesObject(item, attach, false) : nullptr;
}

qreal number(const QObject *layout, const char *name) { return layout->property(name).toReal(); }

} // namespace

/// What a child asks for by its attached properties.
struct FillColumn::Wish {
    bool fills = false;
    Qt::Alignment alignment;
    QMarginsF margins;
    qreal preferredWidth = -1;
    qreal preferredHeight = -1;
    qreal leastWidth = 0;
    qreal leastHeight = 0;
    qreal mostWidth = qInf();
    qreal mostHeight = qInf();
};

void FillColumn::itemChange(ItemChange change, const ItemChangeData &data)
{
    if (change == ItemChildRemovedChange) {
        m_given.remove(data.item);
        m_followed.remove(data.item);
    }
    ArrangedItem::itemChange(change, data);
}

FillColumn::Wish FillColumn::wishOf(QQuickItem *child) const
{
    Wish wish;
    wish.fills = child->inherits("QQuickLayout");
    const auto *layout = layoutOf(child);
    if (!layout)
        return wish;
    wish.fills = wish.fills || layout->property("fillWidth").toBool();
    wish.alignment = Qt::Alignment(layout->property("alignment").toInt());
    wish.margins = {number(layout, "leftMargin"), number(layout, "topMargin"), number(layout, "rightMargin"),
                    number(layout, "bottomMargin")};
    wish.preferredWidth = number(layout, "preferredWidth");
    wish.preferredHeight = number(layout, "preferredHeight");
    // What a layout says of its own limits follows from its children, not from a wish.
    if (child->inherits("QQuickLayout"))
        return wish;
    wish.leastWidth = qMax(0.0, number(layout, "minimumWidth"));
    wish.leastHeight = qMax(0.0, number(layout, "minimumHeight"));
    wish.mostWidth = number(layout, "maximumWidth");
    wish.mostHeight = number(layout, "maximumHeight");
    return wish;
}

void FillColumn::followLayoutOf(QQuickItem *child)
{
    auto *layout = layoutOf(child);
    if (!layout || m_followed.value(child) == layout)
        return;
    m_followed.insert(child, layout);
    const auto *type = layout->metaObject();
    const auto polishAgain = metaObject()->method(metaObject()->indexOfSlot("polishAgain()"));
    for (int index = 0; index < type->propertyCount(); ++index)
        if (type->property(index).hasNotifySignal())
            connect(layout, type->property(index).notifySignal(), this, polishAgain);
}

qreal FillColumn::naturalWidth(const QList<QQuickItem *> &children) const
{
    qreal widest = 0;
    for (auto *child : children) {
        const auto wish = wishOf(child);
        const qreal wanted = wish.preferredWidth >= 0 ? wish.preferredWidth : child->implicitWidth();
        widest =
            qMax(widest, qBound(wish.leastWidth, wanted, wish.mostWidth) + wish.margins.left() + wish.margins.right());
    }
    return qCeil(widest);
}

qreal FillColumn::heightOf(const QQuickItem *child, const Wish &wish) const
{
    qreal height = child->implicitHeight();
    if (wish.preferredHeight >= 0)
        height = wish.preferredHeight;
    else if (height <= 0 && m_given.value(child, -1) != child->height())
        height = child->height();
    return qBound(wish.leastHeight, height, qMax(wish.leastHeight, wish.mostHeight));
}

qreal FillColumn::arrange(const QList<QQuickItem *> &children)
{
    qreal bottom = 0;
    bool first = true;
    for (auto *child : children) {
        followLayoutOf(child);
        const auto wish = wishOf(child);
        const qreal room = qMax(0.0, width() - wish.margins.left() - wish.margins.right());
        const qreal own = child->implicitWidth() > 0 ? qCeil(child->implicitWidth()) : child->width();
        const qreal wanted = wish.fills ? room : qMin(room, wish.preferredWidth >= 0 ? wish.preferredWidth : own);
        child->setWidth(qBound(qMin(wish.leastWidth, room), wanted, qMax(wish.leastWidth, wish.mostWidth)));
        qreal left = wish.margins.left();
        if (wish.alignment & Qt::AlignHCenter)
            left += (room - child->width()) / 2;
        else if (wish.alignment & Qt::AlignRight)
            left += room - child->width();
        bottom = qCeil(bottom + (first ? 0 : spacing()) + wish.margins.top());
        child->setPosition(QPointF(qFloor(left), bottom));
        const qreal height = heightOf(child, wish);
        if (child->height() != height) {
            child->setHeight(height);
            m_given.insert(child, height);
        }
        bottom += height + wish.margins.bottom();
        first = false;
    }
    return qCeil(bottom);
}

} // namespace faltakt::controls
