#pragma once

#include "qml/viewmodels/people/people_list_model.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/shell/sync_strip_view_model.h"

#include <QStringList>

namespace faltakt::viewmodels {

/// Personer: everybody whose file this device holds, found by name or number and by nothing else (SFS 2001:637 15 §),
/// narrowed down by what is to be done. Main thread.
class PeopleViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(faltakt::viewmodels::PeopleListModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::SyncStripViewModel *syncStrip READ syncStrip CONSTANT FINAL)
    Q_PROPERTY(QString query READ query NOTIFY changed FINAL)
    /// "12 personer", "3 träffar".
    Q_PROPERTY(QString countText READ countText NOTIFY changed FINAL)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    /// Whose: mine or everybody's.
    Q_PROPERTY(QStringList whoseNames READ whoseNames NOTIFY changed FINAL)
    Q_PROPERTY(int whoseIndex READ whoseIndex NOTIFY changed FINAL)
    Q_PROPERTY(QStringList filterNames READ filterNames NOTIFY changed FINAL)
    Q_PROPERTY(int filterIndex READ filterIndex NOTIFY changed FINAL)
    Q_PROPERTY(QStringList orderNames READ orderNames NOTIFY changed FINAL)
    Q_PROPERTY(int orderIndex READ orderIndex NOTIFY changed FINAL)
public:
    explicit PeopleViewModel(AppServices &services);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("people"); }
    void load() override;
    void clear() override;
    void clearNames() override { show(); }
    void noteShownCase(const std::optional<base::CaseId> &caseId) override { m_rows.setChosen(caseId); }

    [[nodiscard]] SyncStripViewModel *syncStrip() noexcept { return &m_strip; }
    [[nodiscard]] PeopleListModel *rows() noexcept { return &m_rows; }
    [[nodiscard]] const QString &query() const noexcept { return m_query; }
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QStringList whoseNames() const;
    [[nodiscard]] int whoseIndex() const noexcept { return int(m_whose); }
    [[nodiscard]] QStringList filterNames() const;
    [[nodiscard]] int filterIndex() const noexcept { return m_filter; }
    [[nodiscard]] QStringList orderNames() const;
    [[nodiscard]] int orderIndex() const noexcept { return int(m_order); }

    /// What was searched for and how the list is cut: another worker comes.
    void forgetChoices();

public Q_SLOTS:
    void search(const QString &query);
    void chooseWhose(int index);
    void chooseFilter(int index);
    void chooseOrder(int index);
    void open(int index);
    void openNewPerson();

Q_SIGNALS:
    void changed();

private:
    enum class Whose { Mine, Everybody };
    /// By what is to be done, never by who somebody is; behind them the stages of a case, in their order.
    enum Filter { All, WithSteps, DueToday, FirstStage };
    enum class Order { Name, Next };

    void show();
    [[nodiscard]] bool isWanted(const PersonRow &row, base::Instant now) const;

    AppServices &m_services;
    SyncStripViewModel m_strip;
    PeopleListModel m_rows;
    std::vector<PersonRow> m_people;                 ///< All, in the order of their names as shown.
    std::optional<std::vector<base::CaseId>> m_hits; ///< Of the search; empty while nothing is searched for.
    QString m_query;
    int m_searches = 0; ///< Tells an answer to an earlier query.
    Whose m_whose = Whose::Mine;
    int m_filter = Filter::All;
    Order m_order = Order::Name;
};

} // namespace faltakt::viewmodels
