#pragma once

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
public:
    using QObject::QObject;

    [[nodiscard]] bool isLoading() const noexcept { return m_isLoading; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] virtual QString helpPage() const = 0;

    /// Reads what is shown; called when the page opens, after unlocking, and when the store's content has changed.
    virtual void load() = 0;
    /// Forgets everything about people; called on lock, before the window is covered.
    virtual void clear() = 0;
    /// The page is about to be closed by its user: what is typed and not saved must be kept here.
    virtual void leave() {}

public Q_SLOTS:
    void dismissProblem() { setProblem({}); }

Q_SIGNALS:
    void loadingChanged();
    void problemChanged();

protected:
    void setLoading(bool loading)
    {
        if (std::exchange(m_isLoading, loading) != loading)
            Q_EMIT loadingChanged();
    }
    void setProblem(const QString &problem)
    {
        if (m_problem == problem)
            return;
        m_problem = problem;
        Q_EMIT problemChanged();
    }

private:
    bool m_isLoading = true;
    QString m_problem;
};

} // namespace faltakt::viewmodels
