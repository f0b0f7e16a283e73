#pragma once

#include "core/store/case_store.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/rows_model.h"

namespace faltakt::viewmodels {

/// One entry of a person's timeline as it is shown. A value, made in the store thread.
struct TimelineItem {
    std::string key; ///< The record's id.
    store::TimelinePlace place;
    base::CaseId caseId = {}; ///< Of her files the one that holds it.
    std::string kind;
    QString heading; ///< The day, or the month of an earlier year; set on the first of each.
    QString time;
    QString iconName;
    QString title;
    QString body;
    QString stateText;
    QString stateTone;
    QString stateIcon;
    bool isConflicted = false;
    bool isAddendum = false;
    bool isInProgress = false; ///< An interview that was begun.

    [[nodiscard]] bool operator==(const TimelineItem &other) const;
};

/// What happened with a person, newest first; read page by page as the view nears the end. Main thread.
class TimelineListModel : public faltakt::viewmodels::RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// The municipality has decided that the text of one open file may be searched.
    Q_PROPERTY(bool canSearch READ canSearch NOTIFY searchChanged FINAL)
    Q_PROPERTY(QString query READ query NOTIFY searchChanged FINAL)
    Q_PROPERTY(QString countText READ countText NOTIFY searchChanged FINAL)
public:
    enum Role {
        HeadingRole = Qt::UserRole,
        TimeRole,
        IconNameRole,
        TitleRole,
        BodyRole,
        StateTextRole,
        StateToneRole,
        StateIconRole,
        IsConflictedRole,
        IsAddendumRole,
    };

    TimelineListModel(AppServices &services, base::CaseId caseId, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Reads what is shown once more, as far down as it was read before.
    void reload();
    void clear();

    [[nodiscard]] bool canSearch() const;
    [[nodiscard]] const QString &query() const noexcept { return m_query; }
    [[nodiscard]] QString countText() const;
    /// The file was read, and nothing stands in it; not: a search finds nothing, or it could not be read.
    [[nodiscard]] bool isUnwritten() const noexcept { return m_items.empty() && m_query.isEmpty() && m_isRead; }
    /// nullptr for a row that is not there.
    [[nodiscard]] const TimelineItem *row(int index) const;

public Q_SLOTS:
    /// Leaves what has these words on its line; nothing brings all of it back. The words are kept nowhere.
    void search(const QString &query);

Q_SIGNALS:
    /// Entries could not be read; in words for the page.
    void failed(const QString &problem);
    void searchChanged();

private:
    /// `count` entries behind `after`; told to `done` on the main thread.
    void read(int count, std::optional<store::TimelinePlace> after,
              std::function<void(std::vector<TimelineItem>)> done);
    /// Sets the day above the first entry of each.
    void head(std::vector<TimelineItem> &items) const;

    AppServices &m_services;
    base::CaseId m_caseId;
    std::vector<TimelineItem> m_items;
    QString m_query;
    bool m_isAtEnd = true; ///< Until the first page has come.
    bool m_isReading = false;
    bool m_isRead = false; ///< What is shown is what the file, or the search, has.
    int m_turn = 0;        ///< Tells an answer that belongs to what was shown before a clear().
};

} // namespace faltakt::viewmodels
