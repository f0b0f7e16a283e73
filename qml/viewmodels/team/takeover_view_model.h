#pragma once

#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/team/takeover_store.h"

#include <QStringList>

namespace faltakt::viewmodels {

/// Asking a colleague, or the team, to take over a matter, with what is open in it; and answering. Whose the matter is
/// changes with a yes alone.
class TakeoverViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// What is shown: the question that is being written, one's own that waits or was answered, or a colleague's.
    Q_PROPERTY(bool isAsking READ isAsking NOTIFY changed FINAL)
    Q_PROPERTY(bool isWaiting READ isWaiting NOTIFY changed FINAL)
    Q_PROPERTY(bool isDeclined READ isDeclined NOTIFY changed FINAL)
    /// Said yes to, and not read yet.
    Q_PROPERTY(bool isTaken READ isTaken NOTIFY changed FINAL)
    Q_PROPERTY(bool isAnswering READ isAnswering NOTIFY changed FINAL)
    Q_PROPERTY(QString personText READ personText NOTIFY changed FINAL)
    Q_PROPERTY(QString statusTitle READ statusTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed FINAL)
    Q_PROPERTY(QStringList colleagues READ colleagues NOTIFY changed FINAL)
    Q_PROPERTY(int colleagueIndex READ colleagueIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString colleagueProblem READ colleagueProblem NOTIFY changed FINAL)
    /// Being written: what whoever takes over needs to know.
    Q_PROPERTY(QString text READ words NOTIFY changed FINAL)
    Q_PROPERTY(QString reason READ reason NOTIFY changed FINAL)
    /// As it was asked; hidden where the person is protected, until the file is opened.
    Q_PROPERTY(QString askedText READ askedText NOTIFY changed FINAL)
    Q_PROPERTY(QStringList openSteps READ openSteps NOTIFY changed FINAL)
    Q_PROPERTY(bool isWriting READ isWriting NOTIFY changed FINAL)
public:
    TakeoverViewModel(AppServices &services, base::CaseId caseId, std::optional<base::RecordId> question);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("takeover"); }
    void load() override;
    void clear() override;
    void clearNames() override { load(); }
    void leave() override;

    [[nodiscard]] bool isAsking() const noexcept { return m_opened && !m_opened->question; }
    [[nodiscard]] bool isWaiting() const { return isOwn() && m_opened->question->answer.empty(); }
    [[nodiscard]] bool isDeclined() const { return isOwn() && m_opened->question->answer == "declined"; }
    [[nodiscard]] bool isTaken() const
    {
        return isOwn() && m_opened->question->answer == "accepted" && !m_opened->question->isClosed;
    }
    [[nodiscard]] bool isAnswering() const;
    [[nodiscard]] QString personText() const;
    [[nodiscard]] QString statusTitle() const;
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QStringList colleagues() const;
    [[nodiscard]] int colleagueIndex() const noexcept { return m_whom; }
    [[nodiscard]] const QString &colleagueProblem() const noexcept { return m_whomProblem; }
    [[nodiscard]] const QString &words() const noexcept { return m_text; }
    [[nodiscard]] const QString &reason() const noexcept { return m_reason; }
    [[nodiscard]] QString askedText() const;
    [[nodiscard]] QStringList openSteps() const;
    [[nodiscard]] bool isWriting() const noexcept { return m_isWriting; }

public Q_SLOTS:
    void chooseColleague(int index);
    void setText(const QString &text);
    void setReason(const QString &text);
    void ask();
    void takeOver() { answer(TakeoverAnswer::Accepted); }
    void decline() { answer(TakeoverAnswer::Declined); }
    void withdraw() { answer(TakeoverAnswer::Withdrawn); }
    /// A no was read: it leaves I dag, and somebody else can be asked.
    void askSomebodyElse();
    /// A yes was read: it leaves I dag, and with it what is here of the person by this worker's own right.
    void confirmTaken();
    void openPerson();
    void mainAction() override;

Q_SIGNALS:
    void changed();

private:
    using Work = std::function<base::Result<TakeoverWritten>(OpenStore &)>;

    /// Somebody with protected identity is for workers by name.
    [[nodiscard]] bool mayAskTeam() const;
    [[nodiscard]] bool isOwn() const
    {
        return m_opened && m_opened->question && m_opened->question->from == m_opened->self;
    }
    /// What a colleague wrote about the person, where it may be shown.
    [[nodiscard]] QString written(const std::string &text) const;
    [[nodiscard]] base::json::Object formFields() const;
    void show(TakeoverOpened opened);
    void touch();
    void answer(TakeoverAnswer answer);
    void write(Work work);
    void forgetForm();

    AppServices &m_services;
    base::CaseId m_caseId;
    std::optional<base::RecordId> m_asked;
    std::optional<TakeoverOpened> m_opened;
    int m_whom = -1;        ///< Among colleagues(), the last of which is the team.
    std::string m_whomKept; ///< As a draft names it.
    QString m_whomProblem;
    QString m_text;
    QString m_reason;
    bool m_isFormRead = false;
    bool m_isLogged = false; ///< The question was read here before.
    bool m_isWriting = false;
    int m_turn = 0; ///< An answer from before a lock is not shown after it.
    FormKeeper m_keeper;
};

} // namespace faltakt::viewmodels
