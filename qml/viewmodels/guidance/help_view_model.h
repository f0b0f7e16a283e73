#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/line_list_model.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// The handbook: the page about a screen, the pages it leads to, and the list of all. Comes with the program and needs no
/// store, so that it also opens while locked.
class HelpViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString title READ title NOTIFY pageChanged FINAL)
    /// As GuidanceCardViewModel::blocks.
    Q_PROPERTY(faltakt::viewmodels::LineListModel *blocks READ blocks CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::LineListModel *related READ related CONSTANT FINAL)
    /// Every page; shown below the first one.
    Q_PROPERTY(faltakt::viewmodels::LineListModel *contents READ contents CONSTANT FINAL)
    Q_PROPERTY(bool isIndex READ isIndex NOTIFY pageChanged FINAL)
public:
    /// Where it lies.
    enum class Host {
        Navigator, ///< A page among the others: leaving it goes back to the one below.
        Cover,     ///< Over the lock: closed() says that it was left.
    };

    HelpViewModel(AppServices &services, QString page, Host host = Host::Navigator);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("index"); }
    [[nodiscard]] const QString &title() const noexcept { return m_title; }
    [[nodiscard]] LineListModel *blocks() noexcept { return &m_blocks; }
    [[nodiscard]] LineListModel *related() noexcept { return &m_related; }
    [[nodiscard]] LineListModel *contents() noexcept { return &m_contents; }
    [[nodiscard]] bool isIndex() const;
    /// The page that is shown.
    [[nodiscard]] const QString &page() const noexcept { return m_trail.back(); }

    void load() override;
    /// The handbook is nobody's: it may stay.
    void clear() override {}

    /// Begins anew with that page.
    void start(const QString &page);

public Q_SLOTS:
    void openPage(const QString &page);
    void openIndex();
    /// To the page before, or out of the handbook.
    void back();

Q_SIGNALS:
    void pageChanged();
    /// The first page was left.
    void closed();

private:
    void read();

    AppServices &m_services;
    Host m_host;
    QStringList m_trail;
    QString m_title;
    LineListModel m_blocks;
    LineListModel m_related;
    LineListModel m_contents;
};

} // namespace faltakt::viewmodels
