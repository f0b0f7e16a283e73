#pragma once

#include "qml/viewmodels/day/met_people.h"
#include "qml/viewmodels/day/met_people_list_model.h"
#include "qml/viewmodels/form/choice_list_model.h"
#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/form/form_moment.h"
#include "qml/viewmodels/form/recording_mark.h"
#include "qml/viewmodels/shell/access_notice.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// "Träffat i dag": several people ticked, one line for all of them or none, one press. Each gets a contact of her own.
/// What is ticked and typed is kept; there is one such form at a time. Main thread.
class MetTodayViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Whether what is written here becomes a record, and why.
    Q_PROPERTY(faltakt::viewmodels::RecordingMark recording READ recording NOTIFY loadingChanged FINAL)
    Q_PROPERTY(faltakt::viewmodels::MetPeopleListModel *people READ people CONSTANT FINAL)
    Q_PROPERTY(QString query READ query NOTIFY changed FINAL)
    /// What a search found, in words; empty without one.
    Q_PROPERTY(QString countText READ countText NOTIFY changed FINAL)
    /// "3 valda"; empty while nobody is ticked.
    Q_PROPERTY(QString chosenText READ chosenText NOTIFY changed FINAL)
    /// More can be ticked than stand there.
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *ways READ ways CONSTANT FINAL)
    Q_PROPERTY(QString text READ text NOTIFY textChanged FINAL)
    Q_PROPERTY(QString whenText READ whenText NOTIFY changed FINAL)
    Q_PROPERTY(bool picksMoment READ picksMoment NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::MomentPicker *moment READ moment CONSTANT FINAL)
    Q_PROPERTY(QString missing READ missing NOTIFY changed FINAL)
    Q_PROPERTY(QString saveText READ saveText NOTIFY changed FINAL)
    Q_PROPERTY(bool isSaving READ isSaving NOTIFY changed FINAL)
    Q_PROPERTY(bool isSaved READ isSaved NOTIFY changed FINAL)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed FINAL)
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed FINAL)
public:
    explicit MetTodayViewModel(AppServices &services);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("day"); }
    void load() override;
    void clear() override;
    void leave() override;
    void clearRead() override;
    void clearNames() override;

    [[nodiscard]] RecordingMark recording() const { return recordingMark(m_services, rules::Writing::Contact); }
    [[nodiscard]] MetPeopleListModel *people() noexcept { return &m_people; }
    [[nodiscard]] const QString &query() const noexcept { return m_query; }
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString chosenText() const;
    [[nodiscard]] bool hasMore() const;
    [[nodiscard]] ChoiceListModel *ways() noexcept { return &m_ways; }
    [[nodiscard]] QString text() const { return QString::fromStdString(m_form.text); }
    [[nodiscard]] QString whenText() const { return m_moment.text(m_form.at); }
    [[nodiscard]] bool picksMoment() const noexcept { return m_moment.isPicking(); }
    [[nodiscard]] MomentPicker *moment() noexcept { return m_moment.picker(); }
    [[nodiscard]] const QString &missing() const noexcept { return m_missing; }
    [[nodiscard]] QString saveText() const;
    [[nodiscard]] bool isSaving() const noexcept { return m_isSaving; }
    [[nodiscard]] bool isSaved() const noexcept { return m_isSaved; }
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] QString undoText() const;

public Q_SLOTS:
    void search(const QString &query);
    void showMore();
    /// Ticks the row, or takes the tick away.
    void toggle(int row);
    void editText(const QString &text);
    void changeWhen();
    void save();
    void undo() override;
    void mainAction() override;
    /// Takes the draft away.
    void discard();
    void close();
    void giveCard() { m_services.router.openDay(DayPage::ContactCard); }

Q_SIGNALS:
    void changed();
    void textChanged();

private:
    struct Opened;
    [[nodiscard]] static base::Result<Opened> open(OpenStore &store, std::optional<base::RecordId> form,
                                                   std::vector<base::CaseId> ticked, Reading reading);
    void show(Opened opened);
    void adopt(const Opened &opened);
    void showRows();
    void keepTickedInSight();
    void showWays();
    void conclude(base::Result<std::vector<base::ChangeId>> saved, bool isLockedSince);

    AppServices &m_services;
    MetForm m_form;
    FormKeeper m_keeper;
    FormMoment m_moment;
    MetPeopleListModel m_people;
    ChoiceListModel m_ways;
    std::vector<store::CaseRow> m_proposed; ///< In the order in which they stand without a search.
    std::vector<store::CaseRow> m_found;
    QString m_query;
    QString m_missing;
    bool m_isOpened = false;
    bool m_isReading = false;
    bool m_showsAll = false;
    bool m_isSaving = false;
    bool m_isSaved = false;
    int m_turn = 0;     ///< An answer from before a lock is not shown after it.
    int m_searches = 0; ///< Tells the answer to an earlier query.
    int m_savedCount = 0;
    std::vector<base::ChangeId> m_changes;
};

} // namespace faltakt::viewmodels
