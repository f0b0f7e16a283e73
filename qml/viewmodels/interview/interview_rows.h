#pragma once

#include "core/screening/interview_session.h"
#include "qml/viewmodels/shell/rows_model.h"

#include <QString>

namespace faltakt::viewmodels {

/// A row that was taken away, with what it takes to bring it back.
struct RemovedRow {
    std::size_t repeat = 0;
    std::string id;
    std::vector<std::pair<std::size_t, screening::Answer>> answers = {}; ///< By question.
};

/// The rows of one repeating group: what was said in each, and the way back from taking one away. Asks its owner to do it.
/// Main thread.
class InterviewRows : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString hint READ hint NOTIFY changed FINAL)
    Q_PROPERTY(QString countText READ countText NOTIFY changed FINAL)
    Q_PROPERTY(bool canAdd READ canAdd NOTIFY changed FINAL)
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed FINAL)
public:
    enum Role { TitleRole = Qt::UserRole, SummaryRole };

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void show(const screening::InterviewSession &session, std::size_t repeat, const std::string &language);
    void clear();
    void setRemoved(std::optional<RemovedRow> removed);
    [[nodiscard]] std::optional<std::size_t> repeat() const noexcept { return m_repeat; }

    [[nodiscard]] const QString &title() const noexcept { return m_title; }
    [[nodiscard]] const QString &hint() const noexcept { return m_hint; }
    [[nodiscard]] QString countText() const;
    [[nodiscard]] bool canAdd() const noexcept { return m_canAdd; }
    [[nodiscard]] QString undoText() const { return m_removed ? tr("Raden är borttagen") : QString(); }

public Q_SLOTS:
    void add() { Q_EMIT addWanted(); }
    void change(int row);
    void remove(int row);
    void undo();

Q_SIGNALS:
    void changed();
    void addWanted();
    void changeWanted(const std::string &row);
    void removeWanted(const std::string &row);
    void undoWanted(const faltakt::viewmodels::RemovedRow &removed);

private:
    struct Row {
        std::string key;
        QString title;
        QString summary;
        bool operator==(const Row &) const = default;
    };

    std::vector<Row> m_rows;
    std::optional<std::size_t> m_repeat;
    std::optional<RemovedRow> m_removed;
    QString m_title;
    QString m_hint;
    bool m_canAdd = false;
};

} // namespace faltakt::viewmodels
