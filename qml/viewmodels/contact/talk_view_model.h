#pragma once

#include "core/rules/next_proposal.h"
#include "qml/viewmodels/contact/attempt_form.h"
#include "qml/viewmodels/contact/contact_words.h"
#include "qml/viewmodels/form/choice_list_model.h"
#include "qml/viewmodels/form/moment_picker.h"

#include <QObject>

namespace faltakt::viewmodels {

/// The crib of a talk: one page of chips of which only the outcome is required. Works on the form of its owner, the page
/// of the contact, and tells it what changed. Lives in the main thread.
class TalkViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *alone READ alone CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *children READ children CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *results READ results CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *again READ again CONSTANT FINAL)
    /// When, after a no to which "Ja, hör av er igen" was added.
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *againWhen READ againWhen CONSTANT FINAL)
    Q_PROPERTY(bool asksAgainWhen READ asksAgainWhen NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *closePerson READ closePerson CONSTANT FINAL)
    /// What to say of support for somebody close; empty where nobody is in need of it.
    Q_PROPERTY(QString closeAdvice READ closeAdvice NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *advice READ advice CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *agrees READ agrees CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *next READ next CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::MomentPicker *moment READ moment CONSTANT FINAL)
    Q_PROPERTY(bool showsAllResults READ showsAllResults NOTIFY changed FINAL)
    /// Ring the child unit: with its number, or how to find it. Empty where there is no worry.
    Q_PROPERTY(QString childrenAdvice READ childrenAdvice NOTIFY changed FINAL)
    Q_PROPERTY(bool hasChildUnitNumber READ hasChildUnitNumber NOTIFY changed FINAL)
    Q_PROPERTY(QString nextText READ nextText NOTIFY changed FINAL)
    Q_PROPERTY(bool asksNext READ asksNext NOTIFY changed FINAL)
    Q_PROPERTY(bool picksMoment READ picksMoment NOTIFY changed FINAL)
    Q_PROPERTY(QString ownWish READ ownWish NOTIFY textChanged FINAL)
    Q_PROPERTY(QString text READ text NOTIFY textChanged FINAL)
    /// What is missing, after "Avsluta och spara"; empty where nothing is.
    Q_PROPERTY(QString missing READ missing NOTIFY changed FINAL)
public:
    TalkViewModel(AttemptForm &form, const base::Clock &clock, QObject *parent = nullptr);

    /// What the municipality's talks can come to; shown from the next showing on.
    void setResults(Offered offered);
    void setWords(base::Language language, const QString &childUnitNumber);
    /// What is offered as the next time, for what is chosen now.
    void setProposal(std::optional<rules::NextProposal> proposal);
    /// Takes the form's values over, after it was read or emptied.
    void show();
    /// False, with what is missing to show, while the talk cannot be saved.
    [[nodiscard]] bool check();
    /// The entry to write, with the chosen next time in it.
    [[nodiscard]] rules::AttemptEntry entry() const;

    [[nodiscard]] ChoiceListModel *alone() noexcept { return &m_alone; }
    [[nodiscard]] ChoiceListModel *children() noexcept { return &m_children; }
    [[nodiscard]] ChoiceListModel *results() noexcept { return &m_results; }
    [[nodiscard]] ChoiceListModel *again() noexcept { return &m_again; }
    [[nodiscard]] ChoiceListModel *againWhen() noexcept { return &m_againWhen; }
    [[nodiscard]] bool asksAgainWhen() const
    {
        return m_form.mayContactAgain == "yes" && (isNo() || m_form.outcome == "declined");
    }
    [[nodiscard]] ChoiceListModel *closePerson() noexcept { return &m_closePerson; }
    [[nodiscard]] QString closeAdvice() const;
    [[nodiscard]] ChoiceListModel *advice() noexcept { return &m_advice; }
    [[nodiscard]] ChoiceListModel *agrees() noexcept { return &m_agrees; }
    [[nodiscard]] ChoiceListModel *next() noexcept { return &m_next; }
    [[nodiscard]] MomentPicker *moment() noexcept { return &m_moment; }
    [[nodiscard]] bool showsAllResults() const noexcept { return m_showsAllResults; }
    [[nodiscard]] QString childrenAdvice() const;
    [[nodiscard]] bool hasChildUnitNumber() const { return isWorry() && !m_childUnitNumber.isEmpty(); }
    [[nodiscard]] QString nextText() const;
    [[nodiscard]] bool asksNext() const;
    [[nodiscard]] bool picksMoment() const { return asksNext() && m_form.next == "other"; }
    [[nodiscard]] QString ownWish() const { return QString::fromStdString(m_form.ownWish); }
    [[nodiscard]] QString text() const { return QString::fromStdString(m_form.text); }
    [[nodiscard]] const QString &missing() const noexcept { return m_missing; }

public Q_SLOTS:
    void showAllResults();
    /// A meeting is to be booked in place of talking on: the result, and another time to choose.
    void bookMeeting();
    void editOwnWish(const QString &text);
    void editText(const QString &text);

Q_SIGNALS:
    void changed();
    void textChanged();
    /// Something of the form is different and wants to be kept.
    void edited();
    /// The outcome is another: another next time is to be proposed.
    void resultPicked();
    /// "Nej, ring igen": the talk is to be another time.
    void laterWanted();

private:
    void choose(std::string AttemptForm::*field, const std::string &code);
    void wire(ChoiceListModel &choices, std::string AttemptForm::*field);
    void chooseAlone(const std::string &code);
    void chooseNext(const std::string &code);
    void offerNext();
    [[nodiscard]] bool isWorry() const { return m_form.children == "worry"; }
    [[nodiscard]] bool isNo() const { return m_form.result == "declined"; }

    AttemptForm &m_form;
    const base::Clock &m_clock;
    base::Language m_language = base::Language::Swedish;
    QString m_childUnitNumber;
    std::optional<rules::NextProposal> m_proposal;
    Offered m_offered;
    ChoiceListModel m_alone;
    ChoiceListModel m_children;
    ChoiceListModel m_results;
    ChoiceListModel m_again;
    ChoiceListModel m_againWhen;
    ChoiceListModel m_closePerson;
    ChoiceListModel m_advice;
    ChoiceListModel m_agrees;
    ChoiceListModel m_next;
    MomentPicker m_moment;
    bool m_showsAllResults = false;
    QString m_missing;
};

} // namespace faltakt::viewmodels
