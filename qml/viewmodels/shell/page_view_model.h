#pragma once

#include "core/base/error.h"
#include "qml/viewmodels/people/protected_gate.h"
#include "qml/viewmodels/shell/page_place.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// What every page of the app has. A page outlives a lock: clear() takes what it shows away, load() brings it back, and
/// what the worker had typed or where she was must be there again after it. Lives in the main thread; owned by the
/// navigator (pages that were opened) or by the app's root (the four places).
class PageViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// True until what the page shows has been read once; a page shows nothing, then a skeleton, meanwhile.
    Q_PROPERTY(bool isLoading READ isLoading NOTIFY loadingChanged FINAL)
    /// What went wrong with the last order, in words for the user; empty where nothing did.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL)
    /// The handbook's page about this screen.
    Q_PROPERTY(QString helpPage READ helpPage CONSTANT FINAL)
    /// What stands before the page while it is shut; null where the page shows nobody's file.
    Q_PROPERTY(faltakt::viewmodels::ProtectedGate *gate READ gate CONSTANT FINAL)
    Q_PROPERTY(bool isSealed READ isSealed NOTIFY sealChanged FINAL)
public:
    using QObject::QObject;

    [[nodiscard]] bool isLoading() const noexcept { return m_isLoading; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] virtual QString helpPage() const = 0;
    [[nodiscard]] virtual ProtectedGate *gate() { return nullptr; }

    /// Reads what is shown; called when the page opens, after unlocking, and when the store's content has changed.
    virtual void load() = 0;
    /// Forgets everything about people; called on lock, before the window is covered.
    virtual void clear() = 0;
    /// Reading has stopped: forgets what was read. Pages on which something is being written keep that.
    virtual void clearRead() { clear(); }
    /// Names are hidden from now on: what tells one goes at once, and is read anew with other words after that.
    virtual void clearNames() {}
    /// The page is about to be closed by its user: what is typed and not saved must be kept here.
    virtual void leave() {}
    /// Which page this is, where that became known only after it was opened (an interview that now has a record); empty
    /// where the router's call says all.
    [[nodiscard]] virtual std::optional<PagePlace> place() const { return std::nullopt; }
    /// Where the worker is in this page, for "Du är tillbaka på %1.": "fråga 5". Holds no personal data.
    [[nodiscard]] virtual QString placeWords() const { return {}; }
    /// In interviews and talks the device may lie untouched for longer before it locks.
    [[nodiscard]] virtual bool isLongTalk() const { return false; }
    /// What is in sight is about violence: nobody who comes in later may find it lying open. Never together with isLongTalk().
    [[nodiscard]] virtual bool isSafeTalk() const { return false; }
    /// A place is told which person lies open beside it, so that its list can mark the row.
    virtual void noteShownCase(const std::optional<base::CaseId> & /*caseId*/) {}
    /// The device is in a person's hands: nothing may be opened over this page, and it cannot be left, until its worker has
    /// taken the device back here.
    [[nodiscard]] virtual bool isSealed() const { return false; }

public Q_SLOTS:
    void dismissProblem() { setProblem({}); }
    /// Closes this page, if it lies on top.
    void goBack() { Q_EMIT backWanted(); }
    /// Ctrl+Enter: what the page's main button does.
    virtual void mainAction() {}
    /// Ctrl+Z outside of text fields: what the page's [Ångra] does.
    virtual void undo() {}

Q_SIGNALS:
    void loadingChanged();
    void problemChanged();
    void backWanted();
    /// The page is over: it goes, whatever lies over it.
    void closeWanted();
    /// The cursor is wanted in the page's search field.
    void searchWanted();
    /// place() or placeWords() gives another answer.
    void placeChanged();
    /// isLongTalk() or isSafeTalk() gives another answer.
    void longTalkChanged();
    void sealChanged();

protected:
    void setLoading(bool loading)
    {
        if (std::exchange(m_isLoading, loading) != loading)
            Q_EMIT loadingChanged();
    }
    /// Reading has failed. What was taken away from the device, or may be read no longer, does not stay on the screen.
    void noteUnread(const base::Error &error);
    /// Reading has gone well: a problem that it had before is over. What else went wrong stays to be read.
    void noteRead();
    void setProblem(const QString &problem)
    {
        if (m_problem == problem)
            return;
        m_problem = problem;
        Q_EMIT problemChanged();
    }

private:
    bool m_isLoading = true;
    bool m_isUnread = false; ///< The problem is one of reading.
    QString m_problem;
};

} // namespace faltakt::viewmodels
