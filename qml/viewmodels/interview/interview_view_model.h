#pragma once

#include "core/screening/interview_session.h"
#include "qml/viewmodels/interview/answer_option_list_model.h"
#include "qml/viewmodels/interview/interview_note.h"
#include "qml/viewmodels/interview/open_interview.h"
#include "qml/viewmodels/people/file_door.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

#include <QTimer>

namespace faltakt::viewmodels {

/// One question after the other. An answer is durable before the next question shows: it is shown as chosen, written,
/// and only then does the page go on; where it cannot be written, the page stays and keeps the tap. Main thread.
class InterviewViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(Stage stage READ stage NOTIFY shown FINAL)
    Q_PROPERTY(QString title READ title NOTIFY shown FINAL)
    Q_PROPERTY(QString recordingText READ recordingText NOTIFY shown FINAL)
    Q_PROPERTY(QString progressText READ progressText NOTIFY shown FINAL)
    Q_PROPERTY(int questionNumber READ questionNumber NOTIFY shown FINAL)
    Q_PROPERTY(int questionCount READ questionCount NOTIFY shown FINAL)
    Q_PROPERTY(QString notice READ notice NOTIFY shown FINAL)
    Q_PROPERTY(QString savedText READ savedText NOTIFY shown FINAL)
    Q_PROPERTY(QString timeWindow READ timeWindow NOTIFY shown FINAL)
    Q_PROPERTY(QString question READ question NOTIFY shown FINAL)
    Q_PROPERTY(QString spokenQuestion READ spokenQuestion NOTIFY shown FINAL)
    Q_PROPERTY(QString hint READ hint NOTIFY shown FINAL)
    Q_PROPERTY(QString firstHint READ firstHint NOTIFY shown FINAL)
    Q_PROPERTY(QString wordingNote READ wordingNote NOTIFY shown FINAL)
    Q_PROPERTY(QString previousText READ previousText NOTIFY shown FINAL)
    Q_PROPERTY(QString doneText READ doneText NOTIFY shown FINAL)
    Q_PROPERTY(faltakt::viewmodels::AnswerOptionListModel *options READ options CONSTANT FINAL)
    Q_PROPERTY(bool refusedChosen READ refusedChosen NOTIFY chosenChanged FINAL)
    Q_PROPERTY(bool unknownChosen READ unknownChosen NOTIFY chosenChanged FINAL)
    Q_PROPERTY(bool canGoOn READ canGoOn NOTIFY chosenChanged FINAL)
    Q_PROPERTY(bool canDecline READ canDecline NOTIFY shown FINAL)
    Q_PROPERTY(bool canNote READ canNote NOTIFY shown FINAL)
    Q_PROPERTY(bool digitsShown READ digitsShown NOTIFY digitsShownChanged FINAL)
    Q_PROPERTY(faltakt::viewmodels::InterviewNote *note READ note CONSTANT FINAL)
    /// Counts the questions shown: a step of it is the moment to move and to take the focus.
    Q_PROPERTY(int turn READ turn NOTIFY shown FINAL)
    Q_PROPERTY(bool isBack READ isBack NOTIFY shown FINAL)
public:
    enum class Stage {
        Opening,  ///< Is being read.
        Asking,   ///< Waits for an answer.
        Done,     ///< Every open question is handled; the result is one press away, so that nobody sees it unasked.
        Declined, ///< The whole form was offered and not wanted; may be undone here.
    };
    Q_ENUM(Stage)

    /// How long a chosen answer is shown, and how long the next question is deaf to taps meant for the one before.
    static constexpr std::chrono::milliseconds ChosenFor{160};
    static constexpr std::chrono::milliseconds DeafFor{250};

    InterviewViewModel(AppServices &services, InterviewOrder order);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("question"); }
    [[nodiscard]] ProtectedGate *gate() override { return m_door ? m_door->gate() : nullptr; }
    void load() override;
    void clear() override;
    void clearNames() override { Q_EMIT shown(); }
    void leave() override;
    void clearRead() override;
    [[nodiscard]] std::optional<PagePlace> place() const override;
    [[nodiscard]] QString placeWords() const override;
    [[nodiscard]] bool isLongTalk() const override { return m_stage == Stage::Asking; }

    [[nodiscard]] Stage stage() const noexcept { return m_stage; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString recordingText() const;
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] int questionNumber() const;
    [[nodiscard]] int questionCount() const;
    [[nodiscard]] const QString &notice() const noexcept { return m_notice; }
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] QString timeWindow() const;
    [[nodiscard]] QString question() const;
    [[nodiscard]] QString spokenQuestion() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString firstHint() const;
    [[nodiscard]] QString wordingNote() const;
    [[nodiscard]] QString previousText() const;
    [[nodiscard]] QString doneText() const;
    [[nodiscard]] AnswerOptionListModel *options() noexcept { return &m_options; }
    [[nodiscard]] bool refusedChosen() const;
    [[nodiscard]] bool unknownChosen() const;
    [[nodiscard]] bool canGoOn() const;
    [[nodiscard]] bool canDecline() const;
    [[nodiscard]] bool canNote() const;
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
    /// Shows the next open question without another answer.
    void goOn();
    /// Shows the question before.
    void changePrevious();
    /// Writes the answer again that could not be written.
    void retry();
    void pause();
    void openHelp();
    void showResult();
    void decline();
    void undoDecline();
    void mainAction() override;
    void undo() override { undoDecline(); }
    void writeNote();
    /// A finger or button went down, or was let off elsewhere: a press that began before the question changed is not
    /// meant for the one after.
    void beginTap() { m_tapTurn = m_turn; }
    void cancelTap() { m_tapTurn.reset(); }
    /// A key while the question has the focus; true where it was one of ours.
    bool takeKey(int key, int modifiers);
    /// Keys that the window would otherwise take for itself.
    [[nodiscard]] bool wantsKey(int key, int modifiers) const;

Q_SIGNALS:
    /// Everything about the question shown may be another.
    void shown();
    void chosenChanged();
    void digitsShownChanged();

private:
    /// An answer that is shown as chosen and not yet durable.
    struct Pending {
        screening::Answer answer;
        screening::InterviewSession next;
        AnswerWrite write;
        bool isStored = false;
    };

    [[nodiscard]] std::string language() const { return m_services.settings.language().toStdString(); }
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
    void settleAt(const InterviewPlace &place);
    void give(const screening::Answer &answer);
    void store();
    void onStored(base::Result<InterviewPlace> stored);
    void advance();
    void show(bool isBack = false);
    void showChosen();
    void openNote(const QString &text);
    void openResult();

    AppServices &m_services;
    InterviewOrder m_order;
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
    AnswerOptionListModel m_options;
    InterviewNote m_note;
    QTimer m_chosenFor; ///< Runs while a chosen answer is shown.
    QTimer m_deafFor;   ///< Runs while the question is deaf.
    QString m_notice;
    std::string m_lostItem; ///< Whose answer a lock took before it could be written.
    std::optional<base::RecordId> m_declined;
    int m_turn = 0;
    int m_opening = 0; ///< Tells an answer of the store that belongs to before a lock.
    std::optional<int> m_tapTurn;
    bool m_isBack = false;
    bool m_digitsShown = false;
};

} // namespace faltakt::viewmodels
