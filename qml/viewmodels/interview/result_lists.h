#pragma once

#include "core/screening/interview_session.h"
#include "qml/viewmodels/interview/read_result.h"
#include "qml/viewmodels/shell/rows_model.h"

namespace faltakt::viewmodels {

/// Every answer of a form, in its order, for going through them and for changing one.
class AnswerListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    enum Role { NumberRole = Qt::UserRole, QuestionRole, AnswerRole, NoteRole, HeadingRole, VeiledRole };

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    using Notes = std::map<std::string, std::string, std::less<>>;

    /// Questions about violence in a form that is not in safe mode: one line stands for those that follow each other, and
    /// neither the questions that were opened nor how many there are tell what was said.
    enum class Violence { Veiled, Shown };

    void show(const ReadResult &read, Violence violence, const std::string &language);
    /// Of a talk that is still going on: every open question, answered or not. The interviewer's own are left out where the
    /// person may see the page.
    enum class Ratings { Shown, Left };
    void showSoFar(const screening::InterviewSession &session, const Notes &notes, Ratings ratings, Violence violence,
                   const std::string &language);
    void clear() { updateRows(m_rows, {}); }
    /// The question's key in the form; empty outside the list, and for a veiled line.
    [[nodiscard]] std::string itemAt(int row) const;

private:
    struct Row {
        std::string key = {};
        QString number = {};
        QString question = {};
        QString answer = {};
        QString note = {};
        QString heading = {}; ///< Of the area that begins here.
        bool isVeiled = false;
        bool operator==(const Row &) const = default;
    };
    /// Beside the answers: what is shown of them, and how.
    struct Manner {
        Ratings ratings;
        Violence violence;
        std::string language;
    };
    void fill(const screening::AnswerSheet &answers, const screening::OpenItems &open, const Notes &notes,
              const Manner &manner);

    std::vector<Row> m_rows;
};

/// What the guidelines say next, as cards to open.
class NextStepListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Role { TextRole = Qt::UserRole, PriorityRole, SourceRole };

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const noexcept { return int(m_rows.size()); }

    void show(const std::vector<rules::GuidanceCard> &cards, base::Language language);
    [[nodiscard]] QString cardAt(int row) const;

Q_SIGNALS:
    void countChanged();

private:
    struct Row {
        std::string key;
        QString text;
        QString priority;
        QString source;
        bool operator==(const Row &) const = default;
    };
    std::vector<Row> m_rows;
};

} // namespace faltakt::viewmodels
