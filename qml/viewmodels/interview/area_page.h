#pragma once

#include "qml/viewmodels/interview/area_items.h"
#include "qml/viewmodels/interview/interview_sitting.h"
#include "qml/viewmodels/shell/first_rows_model.h"

#include <QObject>

namespace faltakt::viewmodels {

/// An interview of many areas on a wide window: every question of one area on a page, the areas beside it with how far each
/// has come. Shows the session that the interview holds, and asks it to answer. The interviewer's own questions are never
/// among them. Main thread, owned by the interview.
class AreaPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// The form has areas, and the window has room: the interview shows this page instead of single questions.
    Q_PROPERTY(bool isShown READ isShown NOTIFY changed FINAL)
    Q_PROPERTY(bool isWide READ isWide WRITE setWide NOTIFY wideChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed FINAL)
    Q_PROPERTY(QString nextText READ nextText NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::AreaListModel *areas READ areas CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::AreaItemListModel *items READ items CONSTANT FINAL)
    /// The same, those first that are in sight when an area opens: an area has up to sixty.
    Q_PROPERTY(faltakt::viewmodels::FirstRowsModel *shownItems READ shownItems CONSTANT FINAL)
    /// Counts the areas shown: a step of it is the moment to go to the top.
    Q_PROPERTY(int turn READ turn NOTIFY changed FINAL)
public:
    using QObject::QObject;

    /// What the page is made of: shown anew after each answer.
    void show(const screening::InterviewSession &session, const InterviewSitting &sitting, const std::string &language);
    void clear();
    /// To the area in which that question stands.
    void goTo(const screening::InterviewSession &session, const std::string &key);
    void setProblem(const std::string &key, const QString &problem);
    /// What is typed in the field of that question is none of an answer: it stays until it is.
    [[nodiscard]] QString typed(int row) const { return m_items.typedAt(row); }
    [[nodiscard]] std::string keyAt(int row) const { return m_items.keyAt(row); }

    [[nodiscard]] bool isShown() const noexcept { return m_isWide && m_hasAreas; }
    /// Among the questions in sight there are some about violence.
    [[nodiscard]] bool showsSafe() const noexcept { return isShown() && m_hasSafe; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] QString nextText() const;
    [[nodiscard]] AreaListModel *areas() noexcept { return &m_areas; }
    [[nodiscard]] AreaItemListModel *items() noexcept { return &m_items; }
    [[nodiscard]] FirstRowsModel *shownItems() noexcept { return &m_shownItems; }
    [[nodiscard]] int turn() const noexcept { return m_turn; }
    [[nodiscard]] bool isLast() const { return m_area + 1 >= m_areas.rowCount(); }

    [[nodiscard]] bool isWide() const noexcept { return m_isWide; }
    void setWide(bool wide);

public Q_SLOTS:
    void openArea(int area);
    /// To the next area; from the last one the talk is over.
    void next();
    void choose(int row, int option) { Q_EMIT chosen(m_items.keyAt(row), option); }
    void refuse(int row) { Q_EMIT refused(m_items.keyAt(row)); }
    void doNotKnow(int row) { Q_EMIT unknown(m_items.keyAt(row)); }
    void setAside(int row) { Q_EMIT notRelevant(m_items.keyAt(row)); }
    void edit(int row, const QString &text);
    /// The field was left: what is written is taken as the answer.
    void finish(int row) { Q_EMIT finished(m_items.keyAt(row), m_items.typedAt(row)); }
    void openRows(int row) { Q_EMIT rowsWanted(m_items.repeatAt(row)); }
    void writeNote(int row) { Q_EMIT noteWanted(m_items.keyAt(row)); }

Q_SIGNALS:
    void changed();
    void wideChanged();
    void chosen(const std::string &key, int option);
    void refused(const std::string &key);
    void unknown(const std::string &key);
    void notRelevant(const std::string &key);
    void edited(const std::string &key, const QString &text);
    void finished(const std::string &key, const QString &text);
    void rowsWanted(int repeat);
    void noteWanted(const std::string &key);
    void areaWanted();
    void overWanted();

private:
    void beginArea(int area);

    static constexpr int FirstItems = 6;
    static constexpr int FurtherItems = 4;
    AreaListModel m_areas;
    AreaItemListModel m_items;
    FirstRowsModel m_shownItems{m_items, FirstItems, FurtherItems};
    std::string m_language;
    int m_area = 0;
    int m_turn = 0;
    bool m_isWide = false;
    bool m_hasAreas = false;
    bool m_hasSafe = false;
};

} // namespace faltakt::viewmodels
