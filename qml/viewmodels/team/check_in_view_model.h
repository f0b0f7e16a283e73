#pragma once

#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/shell/access_notice.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/shell/undo_view_model.h"
#include "qml/viewmodels/team/check_in_form.h"
#include "qml/viewmodels/team/team_store.h"

namespace faltakt::viewmodels {

/// Checking in before a visit that one goes to alone, and out after it: what the team knows by the server, and what it does
/// not know yet. Also a colleague's visit that nobody checked out of. No alarm of the kind that one sets off oneself.
class CheckInViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// False where the server has put the worker into no team: nobody would be told.
    Q_PROPERTY(bool hasTeam READ hasTeam NOTIFY changed FINAL)
    /// What is shown: the form, the own visit under way, the own visit when it is over, or a colleague's.
    Q_PROPERTY(bool isForm READ isForm NOTIFY changed FINAL)
    Q_PROPERTY(bool isOut READ isOut NOTIFY changed FINAL)
    Q_PROPERTY(bool isOver READ isOver NOTIFY changed FINAL)
    Q_PROPERTY(bool isColleagues READ isColleagues NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::CheckInForm *form READ form CONSTANT FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    /// What the team knows, or does not.
    Q_PROPERTY(QString statusTitle READ statusTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed FINAL)
    Q_PROPERTY(QString statusTone READ statusTone NOTIFY changed FINAL)
    Q_PROPERTY(QString whoText READ whoText NOTIFY changed FINAL)
    Q_PROPERTY(QString untilText READ untilText NOTIFY changed FINAL)
    Q_PROPERTY(QString placeText READ placeText NOTIFY changed FINAL)
    Q_PROPERTY(QString phoneText READ phoneText NOTIFY changed FINAL)
    Q_PROPERTY(bool canCall READ canCall CONSTANT FINAL)
    /// An alarm stands that nobody has said to take care of.
    Q_PROPERTY(bool canTakeCare READ canTakeCare NOTIFY changed FINAL)
    Q_PROPERTY(bool isWriting READ isWriting NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::UndoViewModel *undoing READ undoing CONSTANT FINAL)
public:
    CheckInViewModel(AppServices &services, std::optional<base::RecordId> visit);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("check-in"); }
    void load() override;
    void clear() override;
    void leave() override;
    /// The own visit stays: it is the worker's. A colleague's is what was read.
    void clearRead() override;

    [[nodiscard]] bool hasTeam() const noexcept { return m_team.has_value(); }
    [[nodiscard]] bool isForm() const noexcept { return m_isRead && m_team && !m_visit; }
    [[nodiscard]] bool isOut() const { return m_visit && !m_isColleagues && m_visit->watch.isOpen(); }
    [[nodiscard]] bool isOver() const { return m_visit && !m_isColleagues && !m_visit->watch.isOpen(); }
    [[nodiscard]] bool isColleagues() const noexcept { return m_visit && m_isColleagues; }
    [[nodiscard]] CheckInForm *form() noexcept { return &m_form; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString statusTitle() const { return status().title; }
    [[nodiscard]] QString statusText() const { return status().text; }
    [[nodiscard]] QString statusTone() const { return QString::fromLatin1(status().tone); }
    [[nodiscard]] QString whoText() const
    {
        return m_isColleagues ? nameOf(m_visit ? m_visit->watch.worker : "") : QString();
    }
    [[nodiscard]] QString untilText() const;
    [[nodiscard]] QString placeText() const;
    [[nodiscard]] QString phoneText() const;
    [[nodiscard]] bool canCall() const { return m_services.telephone.canCall(); }
    [[nodiscard]] bool canTakeCare() const;
    [[nodiscard]] bool isWriting() const noexcept { return m_isWriting; }
    [[nodiscard]] UndoViewModel *undoing() noexcept { return &m_undoing; }

public Q_SLOTS:
    void checkIn();
    /// Half an hour more from the planned end, or from now where that has passed.
    void extend();
    void checkOut();
    /// The next visit.
    void startAnew();
    void takeCare();
    void call();
    void mainAction() override;
    void undo() override { m_undoing.undo(); }

Q_SIGNALS:
    void changed();

private:
    struct Opened;
    struct Status {
        QString title;
        QString text;
        const char *tone = "info";
    };
    using Work = std::function<base::Result<VisitWritten>(OpenStore &)>;

    [[nodiscard]] static base::Result<Opened> open(OpenStore &store, std::optional<base::RecordId> visit,
                                                   Reading reading);
    void show(Opened opened);
    void write(Work work, const QString &done);
    [[nodiscard]] Status status() const;
    [[nodiscard]] Status statusOut() const;
    [[nodiscard]] Status statusOver() const;
    [[nodiscard]] Status statusOfColleague() const;
    [[nodiscard]] QString nameOf(const std::string &worker) const;
    [[nodiscard]] QString clock(std::optional<base::Instant> at) const;

    AppServices &m_services;
    std::optional<base::RecordId> m_asked; ///< The visit that the page was opened for, or was checked in here.
    std::optional<base::CaseId> m_team;
    std::optional<KnownVisit> m_visit;
    std::map<std::string, std::string> m_names;
    bool m_isColleagues = false;
    bool m_isRead = false;
    bool m_isFormRead = false; ///< What was typed before, or an id for what will be.
    bool m_isReading = false;
    bool m_isReadAgain = false; ///< Something came while it was being read.
    bool m_isWriting = false;
    bool m_startsAnew = false;
    int m_turn = 0; ///< An answer from before a lock is not shown after it.
    CheckInForm m_form;
    FormKeeper m_keeper;
    UndoViewModel m_undoing;
};

} // namespace faltakt::viewmodels
