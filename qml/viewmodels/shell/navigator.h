#pragma once

#include "qml/viewmodels/shell/page_view_model.h"

#include <QAbstractListModel>
#include <QUrl>

#include <memory>
#include <vector>

namespace faltakt::viewmodels {

/// The pages that lie open, the place at the bottom of them first. QML makes one loader for each row and shows the top
/// one, or the place beside the top one where the window is wide. Owns the pages that were opened; places are borrowed.
class Navigator : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(int depth READ depth NOTIFY depthChanged FINAL)
    /// The highest row that is no sheet: the page that is worked with.
    Q_PROPERTY(int mainRow READ mainRow NOTIFY depthChanged FINAL)
    Q_PROPERTY(bool mainIsFull READ mainIsFull NOTIFY depthChanged FINAL)
    Q_PROPERTY(bool topIsFull READ topIsFull NOTIFY depthChanged FINAL)
    Q_PROPERTY(bool topIsSheet READ topIsSheet NOTIFY depthChanged FINAL)
    /// The page on top holds the device until its worker takes it back: no way leads away from it.
    Q_PROPERTY(bool isSealed READ isSealed NOTIFY depthChanged FINAL)
public:
    /// How a page uses the window.
    enum class Layout {
        Place,  ///< One of the four places, with the navigation bar.
        Detail, ///< Beside its place where there is room.
        Full,   ///< The whole window, without navigation: interviews.
        Sheet,  ///< Over the page below, which stays in sight: "Nytt", Akut.
    };
    Q_ENUM(Layout)
    enum Role { ViewModelRole = Qt::UserRole, SourceRole, LayoutRole };

    explicit Navigator(QObject *parent = nullptr);
    ~Navigator() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int depth() const noexcept { return int(m_entries.size()); }
    [[nodiscard]] int mainRow() const noexcept;
    [[nodiscard]] bool mainIsFull() const noexcept;
    [[nodiscard]] bool topIsFull() const noexcept { return topIs(Layout::Full); }
    [[nodiscard]] bool topIsSheet() const noexcept { return topIs(Layout::Sheet); }
    [[nodiscard]] PageViewModel *top() const noexcept;
    /// showPlace(), push(), pop() and close() do nothing while it is so.
    [[nodiscard]] bool isSealed() const { return top() && top()->isSealed(); }
    /// From the bottom to the top.
    [[nodiscard]] std::vector<PageViewModel *> pages() const;

    /// Closes everything and shows the place.
    void showPlace(PageViewModel &place, const QString &source);
    void push(std::unique_ptr<PageViewModel> page, const QString &source, Layout layout, PagePlace place = {});
    /// False where only the place is left.
    bool pop();
    /// Takes the page away wherever it lies; a place stays.
    void close(PageViewModel &page);
    /// Drops all pages without asking them to keep anything: what they hold belongs to a store that is closed.
    void drop();
    /// Whether pages are read as they open: not while the store is closed, when reading would only tell of a problem.
    void setReads(bool reads) noexcept { m_reads = reads; }
    /// What lies open on the place, the lowest first; sheets are left out, they were on their way elsewhere.
    [[nodiscard]] std::vector<PagePlace> places() const;
    /// The next push() takes the stead of the top page.
    void replaceTop() noexcept { m_replacesTop = !isSealed(); }

Q_SIGNALS:
    void depthChanged();
    /// places() gives another answer.
    void placesChanged();
    /// Whether the page on top is a talk, as its isLongTalk() says; told whenever it may have changed.
    void longTalkChanged(bool isLongTalk);
    /// The same of its isSafeTalk().
    void safeTalkChanged(bool isSafeTalk);

private:
    struct Entry {
        PageViewModel *page = nullptr;
        std::unique_ptr<PageViewModel> owned;
        QUrl source;
        Layout layout = Layout::Place;
        PagePlace place = {};
    };
    [[nodiscard]] bool topIs(Layout layout) const noexcept;
    enum class Leave { Ask, Drop };
    void removeTop(Leave leave = Leave::Ask);
    void tellChanged();
    void tellLongTalk();

    std::vector<Entry> m_entries;
    bool m_replacesTop = false;
    bool m_reads = true;
};

} // namespace faltakt::viewmodels
