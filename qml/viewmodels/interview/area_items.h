#pragma once

#include "core/screening/interview_session.h"
#include "qml/viewmodels/shell/rows_model.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace faltakt::viewmodels {

/// The areas of a form, with how far each has come. An area is an outermost group; questions outside any stand together in
/// one of their own.
class AreaListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    enum Role { TitleRole = Qt::UserRole, ProgressRole, CurrentRole, DoneRole };

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void show(const screening::InterviewSession &session, int current, const std::string &language);
    void clear() { updateRows(m_rows, {}); }
    [[nodiscard]] QString titleAt(int row) const;
    [[nodiscard]] QString progressAt(int row) const;

private:
    struct Row {
        std::string key;
        QString title;
        int done = 0;
        int open = 0;
        bool isCurrent = false;
        bool operator==(const Row &) const = default;
    };
    std::vector<Row> m_rows;
};

/// The open questions of one area, each with its answer.
class AreaItemListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    enum Role {
        HeadingRole = Qt::UserRole,
        IntroRole,
        QuestionRole,
        HintRole,
        WayRole,
        OptionsRole,
        ChosenRole,
        HasFieldRole,
        TypedRole,
        LabelRole,
        HelpRole,
        UnitRole,
        ProblemRole,
        RefusedRole,
        UnknownRole,
        NotRelevantRole,
        TakesNotRelevantRole,
        IsRowsRole,
    };
    using Typed = std::function<std::optional<QString>(const std::string &key)>;

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void show(const screening::InterviewSession &session, int area, const Typed &typed, const std::string &language);
    void clear() { updateRows(m_rows, {}); }
    void setTyped(int row, const QString &text);
    void setProblem(const std::string &key, const QString &problem);
    [[nodiscard]] std::string keyAt(int row) const;
    [[nodiscard]] QString typedAt(int row) const;
    [[nodiscard]] int repeatAt(int row) const;

private:
    struct Row {
        std::string key;
        QString heading;
        QString intro;
        QString question;
        QString hint;
        int way = 0;
        QStringList options;
        QString chosen; ///< ",0,3,"
        bool hasField = false;
        QString typed;
        QString label;
        QString help;
        QString unit;
        QString problem;
        int state = 0; ///< As Answer::Kind, for refused, unknown and not relevant.
        bool takesNotRelevant = false;
        int repeat = -1;
        bool operator==(const Row &) const = default;
    };
    [[nodiscard]] Row rowOf(const screening::InterviewSession &session, const screening::Place &place,
                            const Typed &typed, const std::string &language) const;

    std::vector<Row> m_rows;
};

/// An area of a form: from one node to another.
struct FormArea {
    std::size_t first = 0;
    std::size_t end = 0;
    const screening::Node *group = nullptr; ///< nullptr: questions outside any group.

    [[nodiscard]] bool holds(std::size_t node) const noexcept { return node >= first && node < end; }
};
/// Those in which the person is asked something.
[[nodiscard]] std::vector<FormArea> areasOf(const screening::Questionnaire &form);
/// In which area a node stands, by place among the areas.
[[nodiscard]] int areaOf(const screening::Questionnaire &form, std::size_t node);

} // namespace faltakt::viewmodels
