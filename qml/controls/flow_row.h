#pragma once

#include "qml/controls/arranged_item.h"

namespace faltakt::controls {

/// Lays its children out in lines that wrap, each at its implicit size but never wider than the row itself, so that a
/// long word makes a chip taller and not the page wider. With `stretch` the children of a line share its whole width,
/// as the buttons of a bar do. Height follows from the width given.
class FlowRow : public faltakt::controls::ArrangedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool stretch READ stretch WRITE setStretch NOTIFY stretchChanged FINAL)
    Q_PROPERTY(bool centred READ centred WRITE setCentred NOTIFY centredChanged FINAL)

public:
    explicit FlowRow(QQuickItem *parent = nullptr) : ArrangedItem(parent) {}

    bool stretch() const { return m_stretch; }
    void setStretch(bool stretch);
    /// Children of one line stand on its middle instead of its top.
    bool centred() const { return m_centred; }
    void setCentred(bool centred);

Q_SIGNALS:
    void stretchChanged();
    void centredChanged();

protected:
    qreal arrange(const QList<QQuickItem *> &children) override;
    qreal naturalWidth(const QList<QQuickItem *> &children) const override;

private:
    struct Line {
        QList<QQuickItem *> items;
        qreal width = 0;
    };

    QList<Line> breakIntoLines(const QList<QQuickItem *> &children) const;
    qreal placeLine(const Line &line, qreal top);

    bool m_stretch = false;
    bool m_centred = true;
};

} // namespace faltakt::controls
