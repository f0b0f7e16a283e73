#pragma once

#include <QImage>
#include <QPointer>
#include <QQuickItem>

namespace faltakt::viewmodels {

/// Draws a picture that a view model holds, over the whole item. A texture of the scene graph, so that it is drawn by a GPU and
/// by the software renderer alike, and no copy lies in a cache of pictures. Main thread.
class PictureItem : public QQuickItem {
    Q_OBJECT
    QML_ANONYMOUS
public:
    explicit PictureItem(QQuickItem *parent = nullptr) : QQuickItem(parent) { setFlag(ItemHasContents); }

protected:
    [[nodiscard]] virtual QImage picture() const = 0;
    /// The part of a picture of that size that is seen; all of it unless said otherwise.
    [[nodiscard]] virtual QRectF partShown(QSizeF picture) const { return {QPointF(), picture}; }

    /// Draws what `source` holds from now on, and anew with each of its signals. False where it did so before.
    template <typename Source, typename Signal>
    bool follow(QPointer<Source> &followed, Source *source, Signal changed)
    {
        if (source == followed)
            return false;
        if (followed)
            disconnect(followed, nullptr, this, nullptr);
        followed = source;
        if (source)
            connect(source, changed, this, &QQuickItem::update);
        update();
        return true;
    }

    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;

private:
    qint64 m_drawn = 0; ///< Which picture the texture was made of.
};

} // namespace faltakt::viewmodels
