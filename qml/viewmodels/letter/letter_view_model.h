#pragma once

#include "qml/viewmodels/form/file_offer.h"
#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/letter/letter_store.h"
#include "qml/viewmodels/people/file_door.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/shell/undo_view_model.h"

#include <QStringList>
#include <QTimer>

namespace faltakt::viewmodels {

/// The letter about one report: what it says, why it is held, and what can be done with it: asked for, kept back, let go, saved
/// for printing, told to have gone. What is typed is durable. Main thread.
class LetterViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString personText READ personText NOTIFY changed FINAL)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed FINAL)
    Q_PROPERTY(QString stateTone READ stateTone NOTIFY changed FINAL)
    /// A sentence each: what speaks against it, and which way is left.
    Q_PROPERTY(QStringList reasons READ reasons NOTIFY changed FINAL)
    /// What comes next, and who does it.
    Q_PROPERTY(QString nextText READ nextText NOTIFY changed FINAL)
    /// "Be om brevet", "Släpp brevet"; empty where neither is offered.
    Q_PROPERTY(QString askText READ askText NOTIFY changed FINAL)
    Q_PROPERTY(bool isReady READ isReady NOTIFY changed FINAL)
    /// As it will stand on the paper, a piece each; empty where no letter may go.
    Q_PROPERTY(QStringList preview READ preview NOTIFY changed FINAL)
    Q_PROPERTY(QString languageText READ languageText NOTIFY changed FINAL)
    Q_PROPERTY(bool asksUnit READ asksUnit NOTIFY changed FINAL)
    Q_PROPERTY(bool asksNumber READ asksNumber NOTIFY changed FINAL)
    Q_PROPERTY(QString unit READ unit NOTIFY changed FINAL)
    Q_PROPERTY(QString number READ number NOTIFY changed FINAL)
    Q_PROPERTY(QString senderProblem READ senderProblem NOTIFY changed FINAL)
    Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
    Q_PROPERTY(QStringList choices READ choices NOTIFY changed FINAL)
    Q_PROPERTY(int choiceIndex READ choiceIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString choiceProblem READ choiceProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString reason READ reason NOTIFY changed FINAL)
    Q_PROPERTY(QStringList days READ days NOTIFY changed FINAL)
    Q_PROPERTY(int dayIndex READ dayIndex NOTIFY changed FINAL)
    Q_PROPERTY(bool isWriting READ isWriting NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::UndoViewModel *undoRow READ undoRow CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::FileOffer *offer READ offer CONSTANT FINAL)
public:
    /// What the worker is about to say of the letter.
    enum class Step { None, Hold, Sent };
    Q_ENUM(Step)

    LetterViewModel(AppServices &services, base::CaseId caseId, base::RecordId report);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("letters"); }
    [[nodiscard]] ProtectedGate *gate() override { return m_door.gate(); }
    void load() override;
    void clear() override;
    void clearNames() override;
    void leave() override;
    void mainAction() override { save(); }
    void undo() override { m_undo.undo(); }

    [[nodiscard]] QString personText() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString stateTone() const;
    [[nodiscard]] QStringList reasons() const;
    [[nodiscard]] QString nextText() const;
    [[nodiscard]] QString askText() const;
    [[nodiscard]] bool isReady() const { return isAt(rules::LetterPlace::Ready); }
    [[nodiscard]] QStringList preview() const;
    [[nodiscard]] QString languageText() const;
    [[nodiscard]] bool asksUnit() const { return isReady() && m_content->asksUnit; }
    [[nodiscard]] bool asksNumber() const { return isReady() && m_content->asksNumber; }
    [[nodiscard]] QString unit() const { return QString::fromStdString(m_own.unit); }
    [[nodiscard]] QString number() const { return QString::fromStdString(m_own.number); }
    [[nodiscard]] const QString &senderProblem() const noexcept { return m_senderProblem; }
    [[nodiscard]] Step step() const noexcept { return m_form.step; }
    [[nodiscard]] QStringList choices() const;
    [[nodiscard]] int choiceIndex() const;
    [[nodiscard]] const QString &choiceProblem() const noexcept { return m_choiceProblem; }
    [[nodiscard]] const QString &reason() const noexcept { return m_form.reason; }
    [[nodiscard]] QStringList days() const;
    [[nodiscard]] int dayIndex() const;
    [[nodiscard]] bool isWriting() const noexcept { return m_isWriting; }
    [[nodiscard]] UndoViewModel *undoRow() noexcept { return &m_undo; }
    [[nodiscard]] FileOffer *offer() noexcept { return &m_offer; }

public Q_SLOTS:
    /// Asks for the letter, or lets go one that is held.
    void ask();
    void saveFile();
    void startHold() { begin(Step::Hold); }
    void startSent() { begin(Step::Sent); }
    void stopStep();
    void choose(int index);
    void chooseDay(int index);
    void setReason(const QString &text);
    void setUnit(const QString &text);
    void setNumber(const QString &text);
    /// What the open step says.
    void save();
    void openPerson();
    void openFollowUp();

Q_SIGNALS:
    void changed();

private:
    /// What is typed and chosen, and not saved.
    struct Form {
        Step step = Step::None;
        std::string choice; ///< A code of codes::LetterHold or codes::LetterWay.
        QString reason;
        std::optional<base::Date> day; ///< Empty: today.
    };
    using Writing = std::function<base::Result<LetterChanges>(OpenStore &)>;

    [[nodiscard]] base::json::Object formFields() const;
    [[nodiscard]] bool isAt(rules::LetterPlace place) const;
    [[nodiscard]] const rules::FileLetter *letter() const;
    [[nodiscard]] std::vector<base::Date> possibleDays() const;
    [[nodiscard]] std::vector<std::string_view> codes() const;
    void cover();
    void show(LetterContent content);
    void readDraft();
    void begin(Step step);
    void touch();
    void touchSender();
    void keepSender();
    void write(const QString &done, Writing work);
    void written(const QString &done, base::Result<LetterChanges> changes);
    void putBack();

    AppServices &m_services;
    base::CaseId m_caseId;
    base::RecordId m_report;
    std::optional<LetterContent> m_content;
    Form m_form;
    std::optional<Form> m_saved; ///< What was saved last: undoing brings it back.
    OwnSender m_own;
    QString m_choiceProblem;
    QString m_senderProblem;
    bool m_isFormRead = false;
    bool m_isWriting = false;
    bool m_opensFile = false; ///< As soon as what was typed stands in the letter.
    QTimer m_senderTimer;
    FileDoor m_door;
    UndoViewModel m_undo;
    FileOffer m_offer;
    FormKeeper m_keeper;
};

} // namespace faltakt::viewmodels
