#pragma once

#include <QPointer>
#include <QQuickItem>
#include <QSet>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// Keeps from screen readers what lies behind a modal sheet: fingers and Tab do not reach it there, and a reader that
/// does would work a page that its user believes to be shut. What a page makes while the sheet is open is kept from them,
/// too. Main thread.
class ReaderCurtain : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// Where the window's sheets live.
    Q_PROPERTY(QQuickItem *overlay READ overlay WRITE setOverlay NOTIFY overlayChanged FINAL)
public:
    explicit ReaderCurtain(QObject *parent = nullptr) : QObject(parent) {}

    [[nodiscard]] QQuickItem *overlay() const { return m_overlay; }
    void setOverlay(QQuickItem *overlay);

Q_SIGNALS:
    void overlayChanged();

private:
    void draw();
    [[nodiscard]] QQuickItem *topSheet() const;
    void hideBehind(QQuickItem *item, const QQuickItem *sheet);
    /// Once for all that comes in one turn of the event loop, when it has its names.
    void hideNewcomersSoon();

    QPointer<QQuickItem> m_overlay;
    QPointer<QQuickItem> m_sheet;
    QList<QPointer<QObject>> m_hidden;
    QSet<QQuickItem *> m_watched; ///< For what they get while the sheet is open; looked up, never followed.
    QList<QMetaObject::Connection> m_watches;
    bool m_newcomersWait = false;
};

} // namespace faltakt::viewmodels
