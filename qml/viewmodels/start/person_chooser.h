#pragma once

#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/rows_model.h"
#include "qml/viewmodels/start/recent_cases.h"

#include <functional>

namespace faltakt::viewmodels {

/// Chooses a person: those dealt with lately, or a search by name and number as it is typed. Owned by the page that wants
/// somebody; lives in the main thread.
class PersonChooser : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString query READ query NOTIFY queryChanged FINAL)
    Q_PROPERTY(QString countText READ countText NOTIFY peopleChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY peopleChanged FINAL)
    Q_PROPERTY(bool isSearching READ isSearching NOTIFY queryChanged FINAL)
public:
    enum Role { NameRole = Qt::UserRole, SecondaryRole };

    struct Person {
        std::string key;
        base::CaseId caseId;
        QString name;
        QString secondary;
        bool operator==(const Person &) const = default;
    };

    explicit PersonChooser(AppServices &services, QObject *parent = nullptr);

    /// Whom the search may find; everybody where nothing is said.
    using Filter = std::function<bool(const store::CardEntry &)>;
    void setFilter(Filter filter) { m_filter = std::move(filter); }
    /// Shows those of `people`; typing replaces them by what is found.
    void setProposed(const ProposedPeople &people);
    void clear();
    [[nodiscard]] Person personOf(const store::CaseRow &row) const;

    [[nodiscard]] const QString &query() const noexcept { return m_query; }
    [[nodiscard]] bool isSearching() const { return !m_query.trimmed().isEmpty(); }
    [[nodiscard]] QString countText() const;
    [[nodiscard]] int count() const noexcept { return int(m_people.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

public Q_SLOTS:
    void search(const QString &query);
    void choose(int row);

Q_SIGNALS:
    void picked(const faltakt::viewmodels::PersonChooser::Person &person);
    void queryChanged();
    void peopleChanged();

private:
    void show(const std::vector<store::CaseRow> &rows);

    AppServices &m_services;
    std::vector<store::CaseRow> m_proposed;
    std::vector<Person> m_people;
    Filter m_filter;
    QString m_query;
    QString m_problem; ///< Why nothing was found out.
    int m_turn = 0;    ///< Tells the answer to an earlier query.
};

} // namespace faltakt::viewmodels
