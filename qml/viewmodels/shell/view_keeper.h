#pragma once

#include <QPointer>
#include <QQuickItem>

#include <optional>
#include <vector>

namespace faltakt::viewmodels {

/// Remembers how one page looks while it is cleared for a lock, and puts that back when it shows its content again: how far
/// its lists are scrolled, which field has the focus, where the cursor is in it. One for each page; main thread.
class ViewKeeper : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// The page.
    Q_PROPERTY(QQuickItem *area MEMBER m_area NOTIFY areaChanged FINAL)
public:
    explicit ViewKeeper(QObject *parent = nullptr) : QObject(parent) {}

public Q_SLOTS:
    /// Before the page is cleared.
    void remember();
    /// After it has been filled again; does nothing where nothing was remembered.
    void restore();

Q_SIGNALS:
    void areaChanged();

private:
    struct Scroll {
        QPointer<QQuickItem> flickable;
        qreal x = 0;
        qreal y = 0;
    };
    void rememberScrolls(QQuickItem *item);
    void restoreNow();

    QPointer<QQuickItem> m_area;
    std::vector<Scroll> m_scrolls;
    QPointer<QQuickItem> m_focused;
    std::optional<int> m_cursor;
};

} // namespace faltakt::viewmodels
