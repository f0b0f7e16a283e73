#pragma once

#include "qml/controls/arranged_item.h"

namespace faltakt::controls {

/// A column in which each child is as high as it wants at the width it gets. Reads the attached `Layout` properties as
/// ColumnLayout does, so that one can take the place of the other: fillWidth, alignment, margins, preferred, minimum and
/// maximum sizes. Height follows from the width; there is nothing to stretch downwards.
class FillColumn : public faltakt::controls::ArrangedItem {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit FillColumn(QQuickItem *parent = nullptr) : ArrangedItem(parent) {}

protected:
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    qreal arrange(const QList<QQuickItem *> &children) override;
    qreal naturalWidth(const QList<QQuickItem *> &children) const override;

private Q_SLOTS:
    void polishAgain() { polish(); }

private:
    struct Wish;

    Wish wishOf(QQuickItem *child) const;
    qreal heightOf(const QQuickItem *child, const Wish &wish) const;
    void followLayoutOf(QQuickItem *child);

    /// Heights that this column gave; a child without a wish of its own keeps only what somebody else gave it.
    QHash<const QQuickItem *, qreal> m_given;
    QHash<const QQuickItem *, QPointer<QObject>> m_followed;
};

} // namespace faltakt::controls
