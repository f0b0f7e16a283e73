#pragma once

#include "core/screening/instrument_library.h"
#include "qml/viewmodels/shell/rows_model.h"

#include <QString>

#include <map>

namespace faltakt::viewmodels {

/// The forms that can be begun, by what they are for, and what a search leaves of them. Main thread.
class FormsListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Role { TitleRole = Qt::UserRole, SecondaryRole, NoteRole, HeadingRole };
    /// Whom the answers will be about.
    enum class About { Person, Nobody };

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const noexcept { return int(m_rows.size()); }

    /// What the municipality says of a form, by its id.
    using Duties = std::map<std::string, QString>;

    /// `duties` stand in the row of what is asked about a person. `acts` are the forms of the worker's own, which are about a
    /// person, or lie in the team's own file where there is one.
    void show(const screening::InstrumentLibrary &library, const screening::InstrumentLibrary &acts, About about,
              bool hasTeamFile, const Duties &duties, const QString &query, const std::string &language);
    /// The id of the form in that row; empty outside the list.
    [[nodiscard]] std::string formAt(int row) const;
    /// It is one of the worker's own.
    [[nodiscard]] bool isActAt(int row) const;
    /// One of these that lies in the team's own file, whoever's file is open.
    [[nodiscard]] bool isOfTeamAt(int row) const;

Q_SIGNALS:
    void countChanged();

private:
    struct Row {
        std::string key;
        QString title;
        QString secondary;
        QString note;
        QString heading; ///< Of the group that begins here.
        bool isAct = false;
        bool isOfTeam = false;
        bool operator==(const Row &) const = default;
    };
    std::vector<Row> m_rows;
};

} // namespace faltakt::viewmodels
