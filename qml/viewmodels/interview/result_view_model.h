#pragma once

#include "qml/viewmodels/confirm/confirm_view_model.h"
#include "qml/viewmodels/form/file_offer.h"
#include "qml/viewmodels/interview/handout.h"
#include "qml/viewmodels/interview/result_content.h"
#include "qml/viewmodels/people/file_door.h"
#include "qml/viewmodels/people/misfiled_view_model.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/shell/undo_view_model.h"

#include <array>

namespace faltakt::viewmodels {

/// How long brief advice took, as it can be told afterwards.
inline constexpr std::array<int, 7> AdviceMinutes = {3, 5, 10, 15, 20, 30, 45};

/// The result of one assessment in a person's file: what it says to the worker, and what is done with it. After signing
/// nothing of it can be changed here. Main thread.
class ResultViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(faltakt::viewmodels::ResultContent *content READ content CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ConfirmViewModel *confirm READ confirm CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::FileOffer *handout READ handout CONSTANT FINAL)
    /// The interview in the wrong person's file; once it is sealed, nothing of it is here.
    Q_PROPERTY(faltakt::viewmodels::MisfiledViewModel *misfiled READ misfiled CONSTANT FINAL)
    Q_PROPERTY(bool isMisfiled READ isMisfiled NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::UndoViewModel *undoRow READ undoRow CONSTANT FINAL)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed FINAL)
    Q_PROPERTY(bool isSigned READ isSigned NOTIFY changed FINAL)
    Q_PROPERTY(bool canSign READ canSign NOTIFY changed FINAL)
    Q_PROPERTY(bool canChange READ canChange NOTIFY changed FINAL)
    Q_PROPERTY(bool isDeclined READ isDeclined NOTIFY changed FINAL)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::TalkFacts *talk READ talk CONSTANT FINAL)
    Q_PROPERTY(QStringList sexNames READ sexNames NOTIFY changed FINAL)
    Q_PROPERTY(int sexIndex READ sexIndex NOTIFY changed FINAL)
    Q_PROPERTY(QStringList adviceLevels READ adviceLevels NOTIFY changed FINAL)
    Q_PROPERTY(int proposedLevel READ proposedLevel NOTIFY changed FINAL)
    Q_PROPERTY(QString adviceSaved READ adviceSaved NOTIFY changed FINAL)
    Q_PROPERTY(QStringList minuteNames READ minuteNames NOTIFY changed FINAL)
    Q_PROPERTY(int minuteIndex READ minuteIndex NOTIFY changed FINAL)
    /// A talk about safety: what was said shows after one more press, and never to anybody else.
    Q_PROPERTY(bool isSafe READ isSafe NOTIFY changed FINAL)
    Q_PROPERTY(bool isCovered READ isCovered NOTIFY changed FINAL)
    Q_PROPERTY(bool showsPerson READ showsPerson NOTIFY changed FINAL)
    Q_PROPERTY(bool showsPersonScore READ showsPersonScore NOTIFY changed FINAL)
public:
    ResultViewModel(AppServices &services, base::CaseId caseId, base::RecordId assessment);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("result"); }
    void load() override;
    void clear() override;
    void clearNames() override { Q_EMIT changed(); }
    void leave() override { m_door.flush(); }
    [[nodiscard]] ProtectedGate *gate() override { return m_door.gate(); }

    [[nodiscard]] ResultContent *content() noexcept { return &m_content; }
    [[nodiscard]] ConfirmViewModel *confirm() noexcept { return &m_confirm; }
    [[nodiscard]] FileOffer *handout() noexcept { return &m_handout; }
    [[nodiscard]] MisfiledViewModel *misfiled() noexcept { return &m_misfiled; }
    [[nodiscard]] bool isMisfiled() const noexcept { return m_misfiled.isSealed(); }
    [[nodiscard]] UndoViewModel *undoRow() noexcept { return &m_undo; }
    [[nodiscard]] TalkFacts *talk() noexcept { return &m_talk; }
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] bool isSigned() const;
    [[nodiscard]] bool canSign() const;
    [[nodiscard]] bool canChange() const;
    [[nodiscard]] bool isDeclined() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QStringList sexNames() const;
    [[nodiscard]] int sexIndex() const;
    [[nodiscard]] QStringList adviceLevels() const;
    [[nodiscard]] int proposedLevel() const;
    [[nodiscard]] QString adviceSaved() const;
    [[nodiscard]] QStringList minuteNames() const;
    [[nodiscard]] int minuteIndex() const;
    [[nodiscard]] bool isSafe() const;
    [[nodiscard]] bool isCovered() const { return isSafe() && !m_isRevealed; }
    [[nodiscard]] bool isSafeTalk() const override { return (isSafe() && m_isRevealed) || m_content.showsViolence(); }
    [[nodiscard]] bool showsPerson() const noexcept { return m_showsPerson; }
    [[nodiscard]] bool showsPersonScore() const noexcept { return m_showsPersonScore; }

public Q_SLOTS:
    /// After a yes: is it dangerous now, and what kinds of violence; and the children.
    void goOnWithSafety();
    void openChildren();
    /// From the person's text to the result, and from there away.
    void stepBack();
    /// Goes to one question to change its answer.
    void changeAnswer(int row);
    /// The row of the cut-off table: proposed from the card, the worker's to change.
    void chooseSex(int index);
    void openStep(int row);
    void continueWith(int form);
    /// Saves at once that brief advice was given.
    void giveAdvice(int level);
    void chooseMinutes(int index);
    void undoAdvice();
    void sign();
    void reveal();
    void showToPerson();
    void hideFromPerson();
    void togglePersonScore();
    /// The person's own text as a file to take along.
    void handOut();
    void mainAction() override { stepBack(); }
    void undo() override;

Q_SIGNALS:
    void changed();

private:
    /// Brief advice that was given from this page.
    struct Advice {
        base::RecordId contact;
        std::string level;
        int minutes = 0;
    };

    /// What the file holds of it: of a sealed one nothing but that it was.
    struct Opened {
        std::optional<ReadResult> result;
        MisfiledLook look;
        std::optional<store::CaseRow> person = {};
    };

    [[nodiscard]] static base::Result<Opened> open(OpenStore &store, const store::RecordPlace &place,
                                                   const std::set<base::CaseId> &logged, base::Language language);
    void show(Opened opened, base::Language language);
    [[nodiscard]] const std::optional<ReadResult> &shown() const noexcept { return m_content.shown(); }
    void cover();
    void save(base::json::Object fields);
    void saveAdvice(const Advice &advice, bool isNew);
    void writeSignature();
    void noteHandedOut(const QString &format);

    AppServices &m_services;
    base::CaseId m_caseId;
    base::RecordId m_assessment;
    FileDoor m_door;
    std::set<base::CaseId> m_logged; ///< Files shown as one with this one whose opening has been logged.
    ResultContent m_content;
    FileOffer m_handout;
    HandedScore m_handedScore = HandedScore::Left;
    ConfirmViewModel m_confirm;
    TalkFacts m_talk;
    UndoViewModel m_undo;
    MisfiledViewModel m_misfiled;
    std::optional<store::CardEntry> m_person; ///< In whose file a sealed one stands.
    std::optional<Advice> m_advice;
    bool m_isAdvising = false; ///< Advice is being written, or taken back.
    bool m_isRevealed = false;
    bool m_showsPerson = false;
    bool m_showsPersonScore = false;
};

} // namespace faltakt::viewmodels
