#pragma once

#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/contact/danger_sign_view_model.h"
#include "qml/viewmodels/contact/guided_talk_view_model.h"
#include "qml/viewmodels/contact/lob_header_view_model.h"
#include "qml/viewmodels/contact/phone_list_model.h"
#include "qml/viewmodels/contact/talk_view_model.h"
#include "qml/viewmodels/contact/text_message_view_model.h"
#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/form/recording_mark.h"
#include "qml/viewmodels/people/file_door.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// One attempt after a police report, from the call to what is booked next. The attempt begins with the call or the first
/// choice; every choice is kept at once, so that a killed app comes back to the same page with what was chosen.
class LobContactViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Whether what is written here becomes a record, and why.
    Q_PROPERTY(faltakt::viewmodels::RecordingMark recording READ recording NOTIFY loadingChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY stepChanged FINAL)
    Q_PROPERTY(bool canCall READ canCall CONSTANT FINAL)
    Q_PROPERTY(Step step READ step NOTIFY stepChanged FINAL)
    Q_PROPERTY(faltakt::viewmodels::LobHeaderViewModel *header READ header CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::DangerSignViewModel *danger READ danger CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::PhoneListModel *numbers READ numbers CONSTANT FINAL)
    /// Whom one is talking to; asked before the reason is said.
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *callers READ callers CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *unsure READ unsure CONSTANT FINAL)
    /// What to say and what not, to whoever else it is that answers.
    Q_PROPERTY(QString callerAdvice READ callerAdvice NOTIFY stepChanged FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *outcomes READ outcomes CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *moreOutcomes READ moreOutcomes CONSTANT FINAL)
    Q_PROPERTY(bool showsMore READ showsMore NOTIFY stepChanged FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *languages READ languages CONSTANT FINAL)
    Q_PROPERTY(bool asksLanguage READ asksLanguage NOTIFY stepChanged FINAL)
    Q_PROPERTY(bool asksAgain READ asksAgain NOTIFY stepChanged FINAL)
    /// What follows from the outcome, told before it is saved.
    Q_PROPERTY(QString outcomeNote READ outcomeNote NOTIFY stepChanged FINAL)
    Q_PROPERTY(faltakt::viewmodels::MomentPicker *moment READ moment CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::TalkViewModel *talk READ talk CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::TextMessageViewModel *textMessage READ textMessage CONSTANT FINAL)
    Q_PROPERTY(bool mayText READ mayText NOTIFY stepChanged FINAL)
    /// Why no text message may go; empty where one may.
    Q_PROPERTY(QString noTextReason READ noTextReason NOTIFY stepChanged FINAL)
    Q_PROPERTY(bool canText READ canText CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::GuidedTalkViewModel *guide READ guide CONSTANT FINAL)
    /// "Påbörjat 13:07".
    Q_PROPERTY(QString startedText READ startedText NOTIFY stepChanged FINAL)
    Q_PROPERTY(QString savedText READ savedText NOTIFY stepChanged FINAL)
    Q_PROPERTY(QString nextText READ nextText NOTIFY stepChanged FINAL)
    Q_PROPERTY(QString nextReason READ nextReason NOTIFY stepChanged FINAL)
    Q_PROPERTY(QString undoText READ undoText NOTIFY stepChanged FINAL)
    /// The letter was just asked for; empty otherwise.
    Q_PROPERTY(QString letterUndoText READ letterUndoText NOTIFY stepChanged FINAL)
    Q_PROPERTY(bool hasNext READ hasNext NOTIFY stepChanged FINAL)
    Q_PROPERTY(bool isSaving READ isSaving NOTIFY stepChanged FINAL)
public:
    enum class Step {
        Call,   ///< Waits for how the attempt went.
        Unsure, ///< Somebody answered; waits for who it is.
        Other,  ///< Somebody else answered; waits for when the person can be reached, or for nothing more.
        Ask,    ///< Waits for the one thing that the outcome asks for: a language, whether one may be in touch again.
        Later,  ///< Waits for the time that suits the person.
        Talk,   ///< The crib; waits for how the talk ended.
        Guide,  ///< The guided talk, over the crib.
        Text,   ///< A text message; waits for its being handed over and noted.
        Close,  ///< Waits for the reason to close without contact.
        Done,   ///< Saved; waits for "Klar", the next one, or undo.
    };
    Q_ENUM(Step)

    LobContactViewModel(AppServices &services, base::CaseId caseId, std::optional<base::RecordId> report,
                        LobStart start = LobStart::Open);

    [[nodiscard]] QString helpPage() const override;
    [[nodiscard]] ProtectedGate *gate() override { return m_door.gate(); }
    void load() override;
    void clear() override;
    void clearNames() override { clearRead(); }
    void leave() override;
    void clearRead() override;
    [[nodiscard]] RecordingMark recording() const { return recordingMark(m_services, rules::Writing::LobTalk); }
    [[nodiscard]] const base::CaseId &shownCase() const noexcept { return m_caseId; }
    [[nodiscard]] std::optional<PagePlace> place() const override;
    [[nodiscard]] QString placeWords() const override;
    [[nodiscard]] bool isLongTalk() const override { return m_step == Step::Talk || m_step == Step::Guide; }

    [[nodiscard]] QString title() const;
    /// Whether this device can dial; otherwise the number is shown large.
    [[nodiscard]] bool canCall() const;
    [[nodiscard]] Step step() const noexcept { return m_step; }
    [[nodiscard]] LobHeaderViewModel *header() noexcept { return &m_header; }
    [[nodiscard]] DangerSignViewModel *danger() noexcept { return &m_danger; }
    [[nodiscard]] PhoneListModel *numbers() noexcept { return &m_numbers; }
    [[nodiscard]] ChoiceListModel *callers() noexcept { return &m_callers; }
    [[nodiscard]] ChoiceListModel *unsure() noexcept { return &m_unsure; }
    [[nodiscard]] QString callerAdvice() const;
    [[nodiscard]] ChoiceListModel *outcomes() noexcept { return &m_outcomes; }
    [[nodiscard]] ChoiceListModel *moreOutcomes() noexcept { return &m_moreOutcomes; }
    [[nodiscard]] bool showsMore() const noexcept { return m_showsMore; }
    [[nodiscard]] ChoiceListModel *languages() noexcept { return &m_languages; }
    [[nodiscard]] bool asksLanguage() const;
    [[nodiscard]] bool asksAgain() const;
    [[nodiscard]] QString outcomeNote() const;
    [[nodiscard]] MomentPicker *moment() noexcept { return &m_moment; }
    [[nodiscard]] TalkViewModel *talk() noexcept { return &m_talk; }
    [[nodiscard]] TextMessageViewModel *textMessage() noexcept { return &m_textMessage; }
    [[nodiscard]] bool mayText() const { return !m_textMessage.number().empty(); }
    [[nodiscard]] QString noTextReason() const;
    [[nodiscard]] bool canText() const;
    [[nodiscard]] GuidedTalkViewModel *guide() noexcept { return &m_guide; }
    [[nodiscard]] QString startedText() const;
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] QString nextText() const;
    [[nodiscard]] QString nextReason() const;
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString letterUndoText() const;
    [[nodiscard]] bool hasNext() const noexcept { return m_next.has_value(); }
    [[nodiscard]] bool isSaving() const noexcept { return m_isSaving; }

public Q_SLOTS:
    /// Hands a number of numbers() to the telephone.
    void dial(int row);
    void callChildUnit();
    /// The page about the children; the talk stays as it is.
    void openChildren();
    void showMore();
    /// One page back; from the first one the page closes.
    void stepBack();
    void saveLater();
    /// Somebody else answered; a time at which the person can be reached is booked where one was named.
    void saveOther();
    /// The person comes to the phone after all.
    void reachPerson();
    /// Saves the outcome with what was asked for; nothing of it is required.
    void saveAsked();
    void startText();
    /// Hands the message to the phone's own app.
    void openTextApp();
    /// It went: saved as an attempt.
    void saveText();
    void startGuide();
    /// In place of questions that are none for the telephone.
    void bookMeeting();
    /// Some questions on habits, about this person; comes back to the talk.
    void offerScreening();
    /// Saves the talk, or says what is missing.
    void finish();
    void startClosing();
    /// With the text of the form as the reason.
    void closeFollowUp();
    void askForLetter();
    void undoLetter();
    void openLetter();
    void undo() override;
    void mainAction() override;
    void close();
    void openNext();
    void showReport();
    void writeNote();
    void hideNow();

Q_SIGNALS:
    void stepChanged();

private:
    void show(LobPage page);
    void cover();
    void showChoices();
    void openForm();
    void begin(const AttemptStart &start);
    void beginAttempt();
    void call(const QString &number);
    void resume(const store::FormDraft &form);
    void showForm();
    void goTo(Step step);
    void pickOutcome(const std::string &code);
    void startOther();
    void startLater();
    void leaveLater();
    void proposeNext();
    void save(rules::AttemptEntry entry, Booking booking);
    /// `turn` is that in which the press was made.
    void conclude(AttemptSaved saved, const QString &words, int turn);
    using Changes = std::vector<base::ChangeId>;
    void noteUndone();
    void noteLetter(base::Result<Changes> changes);
    [[nodiscard]] Step formStep() const;

    AppServices &m_services;
    base::CaseId m_caseId;
    std::optional<base::RecordId> m_report;
    LobStart m_start;
    FileDoor m_door;

    AttemptForm m_form;
    FormKeeper m_keeper;
    LobHeaderViewModel m_header;
    DangerSignViewModel m_danger;
    PhoneListModel m_numbers;
    ChoiceListModel m_callers;
    ChoiceListModel m_unsure;
    ChoiceListModel m_outcomes;
    ChoiceListModel m_moreOutcomes;
    ChoiceListModel m_languages;
    MomentPicker m_moment;
    TalkViewModel m_talk;
    GuidedTalkViewModel m_guide;
    TextMessageViewModel m_textMessage;

    Step m_step = Step::Call;
    bool m_showsMore = false;
    bool m_isOpened = false; ///< The form is taken up.
    int m_turn = 0;          ///< An answer from before a lock is not shown after it.
    bool m_isSaving = false;
    std::optional<base::CaseId> m_next;
    AttemptSaved m_saved;                        ///< What the last press wrote; its changes are what undo takes back.
    std::vector<base::ChangeId> m_letterChanges; ///< As for m_saved, of the letter.
    QString m_savedWords;
    bool m_isUndone = false;
};

} // namespace faltakt::viewmodels
