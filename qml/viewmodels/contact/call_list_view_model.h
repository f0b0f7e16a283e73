#pragma once

#include "qml/viewmodels/contact/call_queue_reader.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/shell/rows_model.h"

namespace faltakt::viewmodels {

/// One line of the call list; ready words.
struct CallRow {
    std::string key; ///< The case.
    base::CaseId caseId;
    QString name;
    QString what;   ///< "Försök 2 av 3"
    QString when;   ///< "Senast i dag"
    QString last;   ///< "Förra: tis 10:20, inget svar"
    QString number; ///< Empty: another way is to be looked for.
    QString caution;
    QString hourText; ///< That this hour was not tried yet.
    bool operator==(const CallRow &) const = default;
};

class CallListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Role { NameRole = Qt::UserRole, WhatRole, WhenRole, LastRole, NumberRole, CautionRole, HourRole, ActionRole };
    using RowsModel::RowsModel;

    void setCalls(std::vector<CallRow> rows);
    [[nodiscard]] const CallRow *at(int row) const;

    [[nodiscard]] int count() const noexcept { return int(m_rows.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    std::vector<CallRow> m_rows;
};

/// Ringlista: the day's calls in working order, each one press from its attempt.
class CallListViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(faltakt::viewmodels::CallListModel *calls READ calls CONSTANT FINAL)
    Q_PROPERTY(QString countText READ countText NOTIFY changed FINAL)
public:
    explicit CallListViewModel(AppServices &services);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("call-list"); }
    void load() override;
    void clear() override;
    void clearNames() override { m_calls.setCalls({}); }

    [[nodiscard]] CallListModel *calls() noexcept { return &m_calls; }
    [[nodiscard]] QString countText() const;

public Q_SLOTS:
    /// Begins the attempt.
    void call(int row);
    void openPerson(int row);
    void openLetters() { m_services.router.openLetters(); }
    void close();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] CallRow rowOf(const QueuedCall &call) const;

    AppServices &m_services;
    CallListModel m_calls;
};

} // namespace faltakt::viewmodels
