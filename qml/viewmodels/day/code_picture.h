#pragma once

#include "qml/viewmodels/day/contact_card_view_model.h"
#include "qml/viewmodels/shell/picture_item.h"

namespace faltakt::viewmodels {

/// Draws the code of a contact card as large as the item lets it, each module on the same number of whole pixels of the
/// screen, so that no edge is blurred. Main thread.
class CodePicture : public faltakt::viewmodels::PictureItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(faltakt::viewmodels::ContactCardViewModel *card READ card WRITE setCard NOTIFY cardChanged FINAL)
public:
    using PictureItem::PictureItem;

    [[nodiscard]] ContactCardViewModel *card() const { return m_card; }
    void setCard(ContactCardViewModel *card)
    {
        if (follow(m_card, card, &ContactCardViewModel::changed))
            Q_EMIT cardChanged();
    }

    /// Where in an item of that size the picture goes, in the item's units: in its middle, at whole pixels of the screen, of
    /// which `ratio` make one unit. `scene` is where the item stands in the window.
    [[nodiscard]] static QRectF sharpRect(QSize picture, QSizeF item, QPointF scene, qreal ratio);

Q_SIGNALS:
    void cardChanged();

protected:
    [[nodiscard]] QImage picture() const override { return m_card ? m_card->code() : QImage(); }
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;

private:
    QPointer<ContactCardViewModel> m_card;
};

} // namespace faltakt::viewmodels
