#pragma once

#include <QAbstractItemModel>
#include <QHash>
#include <QPointer>
#include <QQuickItem>

namespace faltakt::controls {

/// An item that places its children itself, in updatePolish(), whenever one of them comes, goes, is moved by its
/// model, is shown or wants another size. What Qt's own layouts do, without their fault: on Qt 6.4 a layout inside a
/// layout may stay invalidated for ever, and rows then lie over each other.
class ArrangedItem : public QQuickItem {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(qreal spacing READ spacing WRITE setSpacing NOTIFY spacingChanged FINAL)

public:
    explicit ArrangedItem(QQuickItem *parent = nullptr);

    qreal spacing() const { return m_spacing; }
    void setSpacing(qreal spacing);

Q_SIGNALS:
    void spacingChanged();

protected:
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    void geometryChange(const QRectF &now, const QRectF &before) override;
    void componentComplete() override;
    void updatePolish() final;

    /// Gives the children their places within width() and returns the height that this takes.
    virtual qreal arrange(const QList<QQuickItem *> &children) = 0;
    /// The width at which nothing needs to be narrower than it wants.
    virtual qreal naturalWidth(const QList<QQuickItem *> &children) const = 0;

private:
    void follow(QQuickItem *child);
    void followModelOf(const QQuickItem *repeater);
    QList<QQuickItem *> placedChildren();
    void again();

    qreal m_spacing = 8;
    bool m_arranging = false;
};

} // namespace faltakt::controls
