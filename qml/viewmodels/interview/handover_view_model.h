#pragma once

#include "qml/viewmodels/confirm/confirm_view_model.h"
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/interview/talk_facts.h"

namespace faltakt::viewmodels {

/// The device in a person's hands. The worker chooses how the form looks and speaks and hands it over; from then on there
/// is only this form, with no name and no score, until the worker has given her passphrase here. A kill or a lock comes up
/// at the lock, and after it at this page again, as sealed as it was. Main thread.
class HandoverViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(Stage stage READ stage NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::InterviewViewModel *interview READ interview CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ConfirmViewModel *confirm READ confirm CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::TalkFacts *talk READ talk CONSTANT FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QStringList languageNames READ languageNames NOTIFY changed FINAL)
    Q_PROPERTY(int languageIndex READ languageIndex NOTIFY changed FINAL)
    Q_PROPERTY(QStringList sizeNames READ sizeNames NOTIFY changed FINAL)
    Q_PROPERTY(int sizeIndex READ sizeIndex NOTIFY changed FINAL)
    /// "Här kommer 10 frågor. Du väljer själv vad du vill svara på."
    Q_PROPERTY(QString greeting READ greeting NOTIFY changed FINAL)
    /// "Personen har svarat på 3 av 10 frågor."
    Q_PROPERTY(QString answeredText READ answeredText NOTIFY changed FINAL)
    Q_PROPERTY(bool isComplete READ isComplete NOTIFY changed FINAL)
    Q_PROPERTY(bool hasAnswers READ hasAnswers NOTIFY changed FINAL)
    /// They stand in a file, where it can be said how the talk was.
    Q_PROPERTY(bool isInFile READ isInFile NOTIFY changed FINAL)
    /// The person reads from right to left.
    Q_PROPERTY(bool isRightToLeft READ isRightToLeft NOTIFY changed FINAL)
public:
    enum class Stage {
        Preparing, ///< The worker chooses language and size.
        Greeting,  ///< The person has the device and has not begun.
        Asking,    ///< The person answers.
        Thanks,    ///< Every question is handled; waits for the worker.
        Returned,  ///< The worker has it back, and says how it was.
    };
    Q_ENUM(Stage)

    HandoverViewModel(AppServices &services, HandoverOrder order);
    ~HandoverViewModel() override;

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("handover"); }
    [[nodiscard]] ProtectedGate *gate() override { return m_interview.gate(); }
    void load() override;
    void clear() override;
    void clearNames() override { m_interview.clearNames(); }
    void leave() override { m_interview.leave(); }
    void clearRead() override { m_interview.clearRead(); }
    [[nodiscard]] std::optional<PagePlace> place() const override;
    [[nodiscard]] bool isLongTalk() const override { return isHanded(); }
    [[nodiscard]] bool isSealed() const override;

    [[nodiscard]] Stage stage() const noexcept { return m_stage; }
    [[nodiscard]] InterviewViewModel *interview() noexcept { return &m_interview; }
    [[nodiscard]] ConfirmViewModel *confirm() noexcept { return &m_confirm; }
    [[nodiscard]] TalkFacts *talk() noexcept { return &m_talk; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QStringList languageNames() const;
    [[nodiscard]] int languageIndex() const;
    [[nodiscard]] QStringList sizeNames() const;
    [[nodiscard]] int sizeIndex() const;
    [[nodiscard]] QString greeting() const;
    [[nodiscard]] QString answeredText() const;
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool hasAnswers() const { return m_interview.answersPlace().isStored(); }
    [[nodiscard]] bool isInFile() const { return m_interview.answersPlace().record.has_value(); }
    [[nodiscard]] bool isRightToLeft() const;

public Q_SLOTS:
    void chooseLanguage(int index);
    void chooseSize(int index);
    /// Back from the worker's own pages.
    void stepBack();
    /// From here the device is the person's.
    void handOver();
    void begin();
    /// [Avbryt], and the way back at the end: asks for the passphrase.
    void askForReturn();
    void hideNow() { m_services.router.hideNow(); }
    void openHelp() { m_services.router.openHelp(helpPage()); }
    void showResult();
    /// The questions that are left, in a talk.
    void goOnAsTalk();
    void finish() { m_services.router.back(); }
    void mainAction() override;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] bool isHanded() const noexcept
    {
        return m_stage == Stage::Greeting || m_stage == Stage::Asking || m_stage == Stage::Thanks;
    }
    [[nodiscard]] std::vector<std::string> languages() const;
    void onGate();
    [[nodiscard]] InterviewOrder interviewOrder() const;
    void setStage(Stage stage);
    void takeBack();
    void onInterview();
    /// The look of the person while she has the device, the worker's otherwise.
    void showLook();
    void endLook();
    void readTalkFacts();

    AppServices &m_services;
    HandoverOrder m_order;
    Stage m_stage = Stage::Preparing;
    bool m_isLent = false;       ///< The app looks as the person chose.
    bool m_isBeforeEyes = false; ///< The form has been shown since the last lock.
    InterviewViewModel m_interview;
    ProtectedGate *m_gate = nullptr; ///< Of the interview; null where nobody's file is shown.
    ConfirmViewModel m_confirm;
    TalkFacts m_talk;
};

} // namespace faltakt::viewmodels
