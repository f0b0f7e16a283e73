#pragma once

#include "core/screening/interview_session.h"
#include "qml/viewmodels/shell/rows_model.h"

#include <QString>
#include <QStringList>

#include <map>

namespace faltakt::viewmodels {

/// Everything of a form that is open, from top to bottom: texts, questions with their answers, and under each repeating group
/// the row that adds another. Main thread.
class ActItemListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    enum Kind { Text, Question, Add };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole,
        HeadingRole,
        CanRemoveRole,
        QuestionRole,
        HintRole,
        WayRole,
        OptionsRole,
        ChosenRole,
        HasFieldRole,
        TypedRole,
        HelpRole,
        ProblemRole,
        NeededRole,
        InsatserRole,
    };
    using Typed = std::map<std::string, std::string, std::less<>>;

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// `insatser`: what the municipality offers, for the questions that propose it.
    void show(const screening::InterviewSession &session, const Typed &typed, const QStringList &insatser,
              const std::string &language);
    void clear() { updateRows(m_rows, {}); }
    void setTyped(int row, const QString &text);
    /// Empty for none.
    void setProblem(const std::string &key, const QString &problem);
    [[nodiscard]] std::string keyAt(int row) const;
    [[nodiscard]] QString typedAt(int row) const;
    [[nodiscard]] QStringList insatserAt(int row) const;
    /// The row of the first problem; -1 for none.
    [[nodiscard]] int firstProblem() const;

private:
    struct Row {
        std::string key = {};
        Kind kind = Text;
        QString heading = {};
        bool canRemove = false; ///< The row of a repeating group begins here.
        QString question = {};
        QString hint = {};
        int way = 0;
        QStringList options = {};
        QString chosen = {}; ///< ",0,3,"
        bool hasField = false;
        QString typed = {};
        QString help = {};
        QString problem = {};
        bool isNeeded = false;
        QStringList insatser = {};
        bool operator==(const Row &) const = default;
    };
    class Maker;

    std::vector<Row> m_rows;
};

} // namespace faltakt::viewmodels
