#pragma once

#include "core/base/language.h"
#include "core/store/case_store.h"
#include "qml/viewmodels/shell/rows_model.h"

#include <QString>

namespace faltakt::viewmodels {

/// One person in the list; its words are made when the row is shown, so that thousands of rows cost little. A value.
struct PersonRow {
    std::string key; ///< The case's id.
    base::CaseId caseId;
    store::CardEntry card;
    std::optional<store::AgendaEntry> next; ///< The most urgent row of the case.
    bool isMine = true;                     ///< This worker answers for the case, or nobody else does.

    [[nodiscard]] bool operator==(const PersonRow &other) const;
};

/// How the rows are told.
struct PeopleWording {
    base::Language language = base::Language::Swedish;
    bool namesHidden = false;
    base::Instant now;
};

/// The people of a list. Main thread.
class PeopleListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    enum Role { WhoRole = Qt::UserRole, WhatRole, WhenRole, StateTextRole, StateToneRole, IsChosenRole };

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setRows(std::vector<PersonRow> rows, const PeopleWording &wording);
    /// The person whose file lies open beside the list.
    void setChosen(const std::optional<base::CaseId> &caseId);
    /// nullptr for a row that is not there.
    [[nodiscard]] const PersonRow *row(int index) const;

private:
    [[nodiscard]] QString whatOf(const PersonRow &row) const;
    [[nodiscard]] QString whenOf(const PersonRow &row) const;

    std::vector<PersonRow> m_rows;
    PeopleWording m_wording;
    std::optional<base::CaseId> m_chosen;
};

} // namespace faltakt::viewmodels
