#pragma once

#include "core/screening/interview_session.h"
#include "qml/viewmodels/form/recording_mark.h"
#include "qml/viewmodels/interview/answer_option_list_model.h"
#include "qml/viewmodels/interview/area_page.h"
#include "qml/viewmodels/interview/interview_note.h"
#include "qml/viewmodels/interview/interview_rows.h"
#include "qml/viewmodels/interview/interview_sitting.h"
#include "qml/viewmodels/interview/open_interview.h"
#include "qml/viewmodels/interview/question_input.h"
#include "qml/viewmodels/interview/result_lists.h"
#include "qml/viewmodels/interview/second_language.h"
#include "qml/viewmodels/interview/training_note.h"
#include "qml/viewmodels/people/file_door.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

#include <QTimer>

#include <deque>

namespace faltakt::viewmodels {

/// One question after the other. An answer is durable before the next question shows: it is shown as chosen, written,
/// and only then does the page go on; where it cannot be written, the page stays and keeps the tap. Main thread.
class InterviewViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(Stage stage READ stage NOTIFY shown FINAL)
    Q_PROPERTY(QString title READ title NOTIFY shown FINAL)
    Q_PROPERTY(faltakt::viewmodels::RecordingMark recording READ recording NOTIFY shown FINAL)
    /// Whose answers it is that are asked for; empty where the person has the device.
    Q_PROPERTY(QString whoseText READ whoseText NOTIFY shown FINAL)
    Q_PROPERTY(QString progressText READ progressText NOTIFY shown FINAL)
    Q_PROPERTY(int questionNumber READ questionNumber NOTIFY shown FINAL)
    Q_PROPERTY(int questionCount READ questionCount NOTIFY shown FINAL)
    Q_PROPERTY(QString notice READ notice NOTIFY shown FINAL)
    Q_PROPERTY(QString savedText READ savedText NOTIFY shown FINAL)
    Q_PROPERTY(QString groupText READ groupText NOTIFY shown FINAL)
    Q_PROPERTY(QStringList introLines READ introLines NOTIFY shown FINAL)
    Q_PROPERTY(QString timeWindow READ timeWindow NOTIFY shown FINAL)
    Q_PROPERTY(QString question READ question NOTIFY shown FINAL)
    Q_PROPERTY(QString spokenQuestion READ spokenQuestion NOTIFY shown FINAL)
    Q_PROPERTY(QString hint READ hint NOTIFY shown FINAL)
    Q_PROPERTY(QString firstHint READ firstHint NOTIFY shown FINAL)
    Q_PROPERTY(QString wordingNote READ wordingNote NOTIFY shown FINAL)
    Q_PROPERTY(QString previousText READ previousText NOTIFY shown FINAL)
    Q_PROPERTY(QString doneText READ doneText NOTIFY shown FINAL)
    Q_PROPERTY(QString finishText READ finishText NOTIFY shown FINAL)
    /// Open questions were passed over.
    Q_PROPERTY(bool hasSkipped READ hasSkipped NOTIFY shown FINAL)
    Q_PROPERTY(faltakt::viewmodels::AnswerOptionListModel *options READ options CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::QuestionInput *input READ input CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::InterviewRows *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::AreaPage *areaPage READ areaPage CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::AnswerListModel *overview READ overview CONSTANT FINAL)
    Q_PROPERTY(QString overviewText READ overviewText NOTIFY shown FINAL)
    /// It is in somebody's file, and can be said to stand there wrongly.
    Q_PROPERTY(bool canMisfile READ canMisfile NOTIFY shown FINAL)
    Q_PROPERTY(bool canLookOver READ canLookOver NOTIFY shown FINAL)
    /// What steers the interviewer's rating: what was answered, of the area that is rated.
    Q_PROPERTY(QStringList ratingBasis READ ratingBasis NOTIFY shown FINAL)
    Q_PROPERTY(QString nextText READ nextText NOTIFY chosenChanged FINAL)
    Q_PROPERTY(bool notRelevantChosen READ notRelevantChosen NOTIFY chosenChanged FINAL)
    Q_PROPERTY(bool refusedChosen READ refusedChosen NOTIFY chosenChanged FINAL)
    Q_PROPERTY(bool unknownChosen READ unknownChosen NOTIFY chosenChanged FINAL)
    Q_PROPERTY(bool canGoOn READ canGoOn NOTIFY chosenChanged FINAL)
    Q_PROPERTY(bool canDecline READ canDecline NOTIFY shown FINAL)
    Q_PROPERTY(bool canNote READ canNote NOTIFY shown FINAL)
    Q_PROPERTY(bool canHandOver READ canHandOver NOTIFY shown FINAL)
    Q_PROPERTY(bool canReadAloud READ canReadAloud NOTIFY shown FINAL)
    Q_PROPERTY(bool showsGlasses READ showsGlasses NOTIFY shown FINAL)
    /// The questions are in a language that the app does not speak around them.
    Q_PROPERTY(bool isForeign READ isForeign NOTIFY shown FINAL)
    Q_PROPERTY(bool isAlone READ isAlone NOTIFY shown FINAL)
    Q_PROPERTY(QString aloneMissing READ aloneMissing NOTIFY shown FINAL)
    Q_PROPERTY(faltakt::viewmodels::SecondLanguage *second READ second CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::TrainingNote *training READ training CONSTANT FINAL)
    /// At the beginning, where the form is for those who were trained in it.
    Q_PROPERTY(bool tellsTraining READ tellsTraining NOTIFY shown FINAL)
    Q_PROPERTY(bool digitsShown READ digitsShown NOTIFY digitsShownChanged FINAL)
    Q_PROPERTY(faltakt::viewmodels::InterviewNote *note READ note CONSTANT FINAL)
    /// Counts the questions shown: a step of it is the moment to move and to take the focus.
    Q_PROPERTY(int turn READ turn NOTIFY shown FINAL)
    Q_PROPERTY(bool isBack READ isBack NOTIFY shown FINAL)
public:
    enum class Stage {
        Opening,  ///< Is being read.
        Alone,    ///< A talk about safety waits until the worker has said that the person is alone.
        Asking,   ///< Waits for an answer.
        Rows,     ///< Shows the rows of a repeating group, to add to them or go on.
        Overview, ///< Shows every answer so far; back leads to the question that was shown.
        Waiting,  ///< The talk is over; the interviewer's own questions wait until the person does not see the page.
        Done,     ///< Every open question is handled; the result is one press away, so that nobody sees it unasked.
        Declined, ///< The whole form was offered and not wanted; may be undone here.
    };
    Q_ENUM(Stage)

    /// How long a chosen answer is shown, and how long the next question is deaf to taps meant for the one before.
    static constexpr std::chrono::milliseconds ChosenFor{160};
    static constexpr std::chrono::milliseconds DeafFor{250};

    InterviewViewModel(AppServices &services, InterviewOrder order);

    [[nodiscard]] QString helpPage() const override
    {
        return isSafe() ? QStringLiteral("safety-talk") : QStringLiteral("question");
    }
    [[nodiscard]] ProtectedGate *gate() override { return m_door ? m_door->gate() : nullptr; }
    void load() override;
    void clear() override;
    void clearNames() override { Q_EMIT shown(); }
    void leave() override;
    void clearRead() override;
    [[nodiscard]] std::optional<PagePlace> place() const override;
    [[nodiscard]] QString placeWords() const override;
    [[nodiscard]] bool isLongTalk() const override { return isTalking() && !isSafeTalk(); }
    [[nodiscard]] bool isSafeTalk() const override;

    /// The questionnaire that is asked; null before it is known and while locked.
    [[nodiscard]] const screening::Questionnaire *questionnaire() const noexcept
    {
        return m_session ? &m_session->answers().questionnaire() : nullptr;
    }
    /// Where the answers stand.
    [[nodiscard]] const InterviewPlace &answersPlace() const noexcept { return m_place; }
    /// How many of the open questions have an answer of whatever kind.
    [[nodiscard]] int answeredCount() const;
    /// In which the questions are asked; empty for the app's own.
    void askIn(const std::string &language);

    [[nodiscard]] Stage stage() const noexcept { return m_stage; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] RecordingMark recording() const;
    [[nodiscard]] QString whoseText() const;
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] int questionNumber() const;
    [[nodiscard]] int questionCount() const;
    [[nodiscard]] const QString &notice() const noexcept { return m_notice; }
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] QString groupText() const;
    [[nodiscard]] QStringList introLines() const;
    [[nodiscard]] QString timeWindow() const;
    [[nodiscard]] QString question() const;
    [[nodiscard]] QString spokenQuestion() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString firstHint() const;
    [[nodiscard]] QString wordingNote() const;
    [[nodiscard]] QString previousText() const;
    [[nodiscard]] QString doneText() const;
    [[nodiscard]] QString finishText() const;
    [[nodiscard]] bool hasSkipped() const;
    [[nodiscard]] AnswerOptionListModel *options() noexcept { return &m_options; }
    [[nodiscard]] QuestionInput *input() noexcept { return &m_input; }
    [[nodiscard]] InterviewRows *rows() noexcept { return &m_rows; }
    [[nodiscard]] AreaPage *areaPage() noexcept { return &m_areaPage; }
    [[nodiscard]] AnswerListModel *overview() noexcept { return &m_overview; }
    [[nodiscard]] QString overviewText() const;
    [[nodiscard]] bool canMisfile() const { return m_stage == Stage::Overview && m_place.caseId && m_place.record; }
    [[nodiscard]] bool canLookOver() const;
    [[nodiscard]] QStringList ratingBasis() const;
    [[nodiscard]] QString nextText() const;
    [[nodiscard]] bool notRelevantChosen() const;
    [[nodiscard]] bool refusedChosen() const;
    [[nodiscard]] bool unknownChosen() const;
    [[nodiscard]] bool canGoOn() const;
    [[nodiscard]] bool canDecline() const;
    [[nodiscard]] bool canNote() const;
    [[nodiscard]] bool canHandOver() const;
    [[nodiscard]] bool canReadAloud() const;
    [[nodiscard]] bool showsGlasses() const;
    [[nodiscard]] bool isForeign() const { return language() != m_services.settings.language().toStdString(); }
    [[nodiscard]] bool isAlone() const noexcept { return m_isAlone; }
    [[nodiscard]] const QString &aloneMissing() const noexcept { return m_aloneMissing; }
    [[nodiscard]] SecondLanguage *second() noexcept { return &m_second; }
    [[nodiscard]] TrainingNote *training() noexcept { return &m_training; }
    [[nodiscard]] bool tellsTraining() const;
    [[nodiscard]] bool digitsShown() const noexcept { return m_digitsShown; }
    [[nodiscard]] InterviewNote *note() noexcept { return &m_note; }
    [[nodiscard]] int turn() const noexcept { return m_turn; }
    [[nodiscard]] bool isBack() const noexcept { return m_isBack; }
    /// Right after the question changed.
    [[nodiscard]] bool isDeaf() const { return m_deafFor.isActive(); }

public Q_SLOTS:
    /// By place from 0.
    void choose(int option);
    void refuse();
    void doNotKnow();
    void setAside();
    /// Takes what is written as the answer; shows the next open question where there is no other. An open question
    /// without an answer is passed over.
    void goOn();
    /// From the rows of a group to what comes after them.
    void leaveRows();
    /// Every answer so far, on one page.
    void openOverview();
    /// Back to the question that was shown.
    void closeOverview();
    /// From the overview to the page of what is answered so far, from which it is moved.
    void openMisfiled();
    /// From the overview to one question.
    void askAgain(int row);
    /// Answers about violence in the overview of a form that is not in safe mode, after one more press.
    void revealViolence();
    /// Asks again what was passed over.
    void askSkipped();
    /// The interviewer's own questions, afterwards.
    void startRatings();
    /// Shows the question before.
    void changePrevious();
    /// Writes the answer again that could not be written.
    void retry();
    void pause();
    void openHelp();
    void showResult();
    void decline();
    void undoDecline();
    /// To the page on which the device is handed to the person.
    void handOver();
    /// The question, and in a choice its answers.
    void readAloud();
    void toggleAlone();
    /// Opens the questions of a talk about safety; says what is missing where the person is not alone.
    void openSafely();
    /// "Någon kom in".
    void hideNow() { m_services.router.hideNow(); }
    void mainAction() override;
    void undo() override { undoDecline(); }
    void writeNote();
    /// A finger or button went down, or was let off elsewhere: a press that began before the question changed is not
    /// meant for the one after.
    void beginTap() { m_tapTurn = m_turn; }
    void cancelTap() { m_tapTurn.reset(); }
    /// A key while the question has the focus; true where it was one of ours.
    bool takeKey(int key, int modifiers);
    /// The same, wherever on the page the focus is.
    bool takePageKey(int key, int modifiers);
    /// Keys that the window would otherwise take for itself.
    [[nodiscard]] bool wantsKey(int key, int modifiers) const;

Q_SIGNALS:
    /// Everything about the question shown may be another.
    void shown();
    void chosenChanged();
    void digitsShownChanged();
    /// What is written cannot be taken: the cursor is wanted in the field.
    void fieldWanted();

private:
    /// Where one stands once an answer is durable.
    enum class After {
        MoveOn,
        Stay,        ///< Several answers may be chosen.
        StayAndGoOn, ///< [Nästa] was pressed meanwhile.
        Rows,
        Page, ///< All questions of an area are on the page.
    };
    /// An answer that is shown as chosen and not yet durable.
    struct Pending {
        std::optional<screening::Answer> answer;
        screening::InterviewSession next;
        AnswerWrite write;
        base::json::Object manner = {}; ///< Of the fields written.
        After after = After::MoveOn;
        std::optional<std::size_t> repeat = {}; ///< Whose rows are shown then.
        bool isStored = false;
        std::optional<screening::Answer> then = {}; ///< Chosen while this one was being written.
    };

    [[nodiscard]] std::string language() const
    {
        return m_language.empty() ? m_services.settings.language().toStdString() : m_language;
    }
    [[nodiscard]] bool isHandedOver() const noexcept { return m_order.hand == Hand::Person; }
    /// The talk is going on, whatever of it is in sight.
    [[nodiscard]] bool isTalking() const noexcept
    {
        return m_stage == Stage::Asking || m_stage == Stage::Rows || m_stage == Stage::Overview;
    }
    [[nodiscard]] bool isAtStart() const;
    [[nodiscard]] const screening::Question *current() const noexcept;
    [[nodiscard]] std::optional<screening::Answer> chosen() const;
    [[nodiscard]] bool takesTaps();
    /// What is read of the file each time: what the interview is, and whose.
    struct FileRead {
        std::optional<OpenedInterview> opened; ///< Empty while the questions are being asked.
        std::optional<store::CardEntry> card;
    };
    /// Questions are being asked, or were declined: nothing of it is read again.
    [[nodiscard]] bool isHeld() const noexcept { return m_session || m_stage == Stage::Declined; }
    void readFile();
    void onRead(FileRead read);
    /// Without anything of the file: a new interview can be held when the file may be read no longer.
    void beginUnread();
    void onOpened(base::Result<OpenedInterview> opened);
    void cover();
    void take(OpenedInterview opened);
    void takePassed(const OpenedInterview &opened, const std::string &at);
    void settleAt(const InterviewPlace &place);
    void give(const screening::Answer &answer, After after = After::MoveOn);
    void commit(const std::optional<screening::Answer> &shown, screening::InterviewSession next,
                base::json::Object changes, After after = After::MoveOn, std::optional<std::size_t> repeat = {});
    /// How the answers are given: by whom, alone, in which languages; as far as the record does not say it yet.
    [[nodiscard]] base::json::Object unnotedManner() const;
    void store();
    void onStored(base::Result<InterviewPlace> stored);
    void advance();
    void show(bool isBack = false);
    void showQuestion();
    void toggle(std::size_t option);
    void noteTyped();
    void ensureBegun();
    [[nodiscard]] bool canSkip() const;
    void goOnFromField();
    void clearAnswer();
    void passOver();
    void moveOnWith(screening::InterviewSession next);
    void forward();
    void backFromRows();
    [[nodiscard]] bool stepBack();
    void connectAreaPage();
    void giveAt(const std::string &key, const screening::Answer &answer);
    void chooseAt(const std::string &key, int option);
    void finishAt(const std::string &key, const QString &text);
    void endTalk();
    [[nodiscard]] std::optional<std::string> halfTyped() const;
    [[nodiscard]] bool askHalfTyped();
    void takeTyped();
    void storeRest();
    void noteLost(const OpenedInterview &opened);
    void showAreaPage();
    void listOverview();
    void showRows(std::size_t repeat, bool isBack);
    void addRow();
    void changeRow(const std::string &row);
    void removeRow(const std::string &row);
    void restoreRow(const RemovedRow &removed);
    void showChosen();
    [[nodiscard]] bool isSafe() const noexcept;
    void openNote(const QString &text);
    void openResult();

    AppServices &m_services;
    InterviewOrder m_order;
    std::string m_language;
    std::unique_ptr<FileDoor> m_door; ///< Null without a person.
    Stage m_stage = Stage::Opening;
    std::optional<screening::InterviewSession> m_session;
    screening::ResultSettings m_settings;
    InterviewPlace m_place;
    NewInterview m_fresh;
    bool m_isTaken = false;  ///< The order was carried out once.
    std::string m_shownItem; ///< The question on the screen when the device locked; empty after the last.
    std::optional<store::CardEntry> m_card;
    std::optional<Pending> m_pending;
    bool m_isReading = false;
    bool m_isWriting = false;
    bool m_isDeclining = false;
    bool m_wasCompleted = false; ///< The record has an end that a change must replace.
    bool m_returnsToResult = false;
    bool m_isAlone = false; ///< As ticked since the page was last opened; a lock takes it back.
    QString m_aloneMissing;
    std::optional<NoteDraft> m_waitingNote; ///< Typed before a crash; shown once the questions are.
    AnswerOptionListModel m_options;
    SecondLanguage m_second;
    TrainingNote m_training;
    base::json::Object m_noted; ///< Of noteManner(): what the record says already.
    InterviewNote m_note;
    QuestionInput m_input;
    InterviewSitting m_sitting;
    InterviewRows m_rows;
    AreaPage m_areaPage;
    AnswerListModel m_overview;
    bool m_overviewShowsViolence = false;
    std::deque<std::pair<std::string, screening::Answer>>
        m_waiting;                     ///< Given on a page while another was being written.
    std::optional<std::size_t> m_stop; ///< The repeating group whose rows are shown.
    bool m_rates = false;              ///< The interviewer's own questions may be shown.
    bool m_isBeginning = false;        ///< The record is being made for what is typed.
    bool m_isEndWanted = false;        ///< The talk is over once the answers on their way are durable.
    QTimer m_chosenFor;                ///< Runs while a chosen answer is shown.
    QTimer m_deafFor;                  ///< Runs while the question is deaf.
    QString m_notice;
    /// What was chosen and not yet known to be durable when a lock came.
    std::vector<std::pair<std::string, screening::Answer>> m_unsure;
    std::optional<base::RecordId> m_declined;
    int m_turn = 0;
    int m_opening = 0; ///< Tells an answer of the store that belongs to before a lock.
    std::optional<int> m_tapTurn;
    bool m_isBack = false;
    bool m_digitsShown = false;
};

} // namespace faltakt::viewmodels
