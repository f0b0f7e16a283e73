#pragma once

#include "qml/viewmodels/day/visit_plan.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/line_list_model.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// "Besöksplan": the agreed times of today and tomorrow in the order in which the worker goes, and for each where, who goes
/// along and what to take. The list says of a person what I dag says. What is written is kept on this device as it is typed.
/// Main thread.
class VisitPlanViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Kind is the heading of the day on its first visit; `chip` says who goes and what is packed; `tone` is "last" for the
    /// last visit of a day.
    Q_PROPERTY(faltakt::viewmodels::LineListModel *visits READ visits CONSTANT FINAL)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    Q_PROPERTY(bool isOwnOrder READ isOwnOrder NOTIFY changed FINAL)
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed FINAL)
    // The visit that is planned; its own view lies in the place of the list.
    Q_PROPERTY(bool isPlanning READ isPlanning NOTIFY changed FINAL)
    Q_PROPERTY(QString who READ who NOTIFY changed FINAL)
    Q_PROPERTY(QString when READ when NOTIFY changed FINAL)
    Q_PROPERTY(QString where READ where NOTIFY typed FINAL)
    /// Agreed places of the card, to be chosen with one press.
    Q_PROPERTY(QStringList places READ places NOTIFY changed FINAL)
    /// What the card arranges for visits; empty where it says nothing.
    Q_PROPERTY(QString arrangement READ arrangement NOTIFY changed FINAL)
    Q_PROPERTY(bool isForTwo READ isForTwo NOTIFY changed FINAL)
    Q_PROPERTY(QString companion READ companion NOTIFY typed FINAL)
    /// Kind "packed" for what is taken along already.
    Q_PROPERTY(faltakt::viewmodels::LineListModel *things READ things CONSTANT FINAL)
    Q_PROPERTY(QStringList proposals READ proposals NOTIFY changed FINAL)
    Q_PROPERTY(QString typedThing READ typedThing NOTIFY typed FINAL)
    Q_PROPERTY(QString missing READ missing NOTIFY changed FINAL)
public:
    explicit VisitPlanViewModel(AppServices &services) : m_services(services) {}

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("visit-plan"); }
    void load() override;
    void clear() override;

    [[nodiscard]] LineListModel *visits() noexcept { return &m_visitLines; }
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] bool isOwnOrder() const;
    [[nodiscard]] const QString &undoText() const noexcept { return m_undoText; }
    [[nodiscard]] bool isPlanning() const { return planned() != nullptr; }
    [[nodiscard]] QString who() const { return planned() ? planned()->who : QString(); }
    [[nodiscard]] QString when() const;
    [[nodiscard]] QString where() const;
    [[nodiscard]] QStringList places() const;
    [[nodiscard]] QString arrangement() const;
    [[nodiscard]] bool isForTwo() const { return planned() && planned()->notes.isForTwo; }
    [[nodiscard]] QString companion() const;
    [[nodiscard]] LineListModel *things() noexcept { return &m_thingLines; }
    [[nodiscard]] QStringList proposals() const;
    [[nodiscard]] QString typedThing() const;
    [[nodiscard]] const QString &missing() const noexcept { return m_missing; }

public Q_SLOTS:
    void plan(int index);
    void moveUp(int index) { move(index, -1); }
    void moveDown(int index) { move(index, 1); }
    void orderByTime();
    /// From the list: where the card arranges for two and nobody else is named yet, the visit opens first.
    void checkInAt(int index);
    void checkIn();
    void openPerson();
    void editWhere(const QString &text);
    void choosePlace(int index);
    void setForTwo(bool isForTwo);
    void editCompanion(const QString &text);
    void editThing(const QString &text);
    void addThing();
    void takeProposal(int index);
    void togglePacked(int index);
    void removeThing(int index);
    void undo() override;
    /// From the visit to the list, from there out.
    void stepBack();
    void close() { m_services.router.back(); }

Q_SIGNALS:
    void changed();
    void typed();

private:
    [[nodiscard]] int plannedIndex() const;
    [[nodiscard]] const PlannedVisit *planned() const;
    [[nodiscard]] PlannedVisit *planned() { return at(plannedIndex()); }
    [[nodiscard]] PlannedVisit *at(int index);
    void move(int index, int by);
    /// What stands now is what undo brings back; without a text it is over.
    void offerUndo(const QString &text);
    void keep(const PlannedVisit &visit);
    void edit(std::string VisitNotes::*field, const QString &text);
    void goTo(const PlannedVisit &visit);
    void show();
    void showThings();
    [[nodiscard]] LineListModel::Line lineOf(const PlannedVisit &visit, bool isFirst) const;

    AppServices &m_services;
    std::vector<PlannedVisit> m_visits;
    std::vector<PlannedVisit> m_before; ///< What undo brings back.
    QString m_undoText;
    std::optional<base::RecordId> m_planned;
    QString m_missing;
    bool m_isRead = false;
    int m_writing = 0; ///< What is on its way to the store is newer than what is read meanwhile.
    LineListModel m_visitLines;
    LineListModel m_thingLines;
};

} // namespace faltakt::viewmodels
