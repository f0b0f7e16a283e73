#pragma once

#include "qml/viewmodels/contact/booking_view_model.h"
#include "qml/viewmodels/contact/contact_form.h"
#include "qml/viewmodels/form/choice_list_model.h"
#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/form/form_moment.h"
#include "qml/viewmodels/form/form_person.h"
#include "qml/viewmodels/form/recording_mark.h"
#include "qml/viewmodels/shell/access_notice.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// A contact of any kind: who, how, what came of it, when. Kept while it is filled in; saved with what follows from it.
class ContactViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Whether what is written here becomes a record, and why.
    Q_PROPERTY(faltakt::viewmodels::RecordingMark recording READ recording NOTIFY loadingChanged FINAL)
    Q_PROPERTY(QString personText READ personText NOTIFY changed FINAL)
    Q_PROPERTY(bool hasPerson READ hasPerson NOTIFY changed FINAL)
    Q_PROPERTY(bool isChoosing READ isChoosing NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::PersonChooser *people READ people CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *ways READ ways CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *outcomes READ outcomes CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *results READ results CONSTANT FINAL)
    /// Why text messages are not among the ways; empty where they are.
    Q_PROPERTY(QString noTextReason READ noTextReason NOTIFY changed FINAL)
    Q_PROPERTY(bool asksOutcome READ asksOutcome NOTIFY changed FINAL)
    Q_PROPERTY(bool asksResult READ asksResult NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY textChanged FINAL)
    /// In the person's own words: the first field.
    Q_PROPERTY(QString ownWish READ ownWish NOTIFY textChanged FINAL)
    /// Somebody speaks for the person, and has a view of her own.
    Q_PROPERTY(bool hasRepresentative READ hasRepresentative NOTIFY changed FINAL)
    Q_PROPERTY(QString representativeView READ representativeView NOTIFY textChanged FINAL)
    Q_PROPERTY(QString judgement READ judgement NOTIFY textChanged FINAL)
    Q_PROPERTY(bool isVisit READ isVisit NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *agreedHow READ agreedHow CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *othersAgreed READ othersAgreed CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *letIn READ letIn CONSTANT FINAL)
    /// Where it was, and through which activity or person; both may be chosen among the municipality's own or written.
    Q_PROPERTY(bool asksPlace READ asksPlace NOTIFY changed FINAL)
    Q_PROPERTY(QString placeText READ placeText NOTIFY textChanged FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *ownPlaces READ ownPlaces CONSTANT FINAL)
    Q_PROPERTY(bool asksThrough READ asksThrough NOTIFY changed FINAL)
    Q_PROPERTY(QString through READ through NOTIFY textChanged FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *helpers READ helpers CONSTANT FINAL)
    /// Somebody else was talked with: whether the person has agreed is asked.
    Q_PROPERTY(bool asksAgreement READ asksAgreement NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *agreements READ agreements CONSTANT FINAL)
    /// The person needs an interpreter: who it was is asked.
    Q_PROPERTY(bool asksInterpreter READ asksInterpreter NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *interpreters READ interpreters CONSTANT FINAL)
    Q_PROPERTY(QString whoPresent READ whoPresent NOTIFY textChanged FINAL)
    Q_PROPERTY(QString whenText READ whenText NOTIFY changed FINAL)
    Q_PROPERTY(bool picksMoment READ picksMoment NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::MomentPicker *moment READ moment CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::BookingViewModel *booking READ booking CONSTANT FINAL)
    Q_PROPERTY(QString saveText READ saveText NOTIFY changed FINAL)
    Q_PROPERTY(QString missing READ missing NOTIFY changed FINAL)
    Q_PROPERTY(bool isSaving READ isSaving NOTIFY changed FINAL)
    Q_PROPERTY(bool isSaved READ isSaved NOTIFY changed FINAL)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed FINAL)
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed FINAL)
    /// They met: a contact card can be held out.
    Q_PROPERTY(bool hasMet READ hasMet NOTIFY changed FINAL)
public:
    ContactViewModel(AppServices &services, std::optional<base::CaseId> caseId, std::optional<base::RecordId> contact);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("lob-contact"); }
    void load() override;
    void clear() override;
    void leave() override;
    void clearRead() override;
    void clearNames() override { clearRead(); }
    [[nodiscard]] RecordingMark recording() const { return recordingMark(m_services, rules::Writing::Contact); }
    [[nodiscard]] std::optional<PagePlace> place() const override;
    [[nodiscard]] QString placeWords() const override;
    [[nodiscard]] const std::optional<base::CaseId> &shownCase() const noexcept { return m_person.caseId(); }

    [[nodiscard]] QString personText() const { return m_person.text(); }
    [[nodiscard]] bool hasPerson() const noexcept { return m_person.caseId().has_value(); }
    [[nodiscard]] bool isChoosing() const noexcept { return m_person.isChoosing(); }
    [[nodiscard]] PersonChooser *people() noexcept { return m_person.people(); }
    [[nodiscard]] ChoiceListModel *ways() noexcept { return &m_ways; }
    [[nodiscard]] ChoiceListModel *outcomes() noexcept { return &m_outcomes; }
    [[nodiscard]] ChoiceListModel *results() noexcept { return &m_results; }
    [[nodiscard]] const QString &noTextReason() const noexcept { return m_noTextReason; }
    [[nodiscard]] bool asksOutcome() const { return !m_form.way.empty() && m_outcomes.count() > 0; }
    [[nodiscard]] bool asksResult() const { return m_form.outcome == "reached"; }
    [[nodiscard]] QString text() const { return QString::fromStdString(m_form.text); }
    [[nodiscard]] QString ownWish() const { return QString::fromStdString(m_form.ownWish); }
    [[nodiscard]] bool hasRepresentative() const { return m_showsRepresentative || !m_form.representativeView.empty(); }
    [[nodiscard]] QString representativeView() const { return QString::fromStdString(m_form.representativeView); }
    [[nodiscard]] QString judgement() const { return QString::fromStdString(m_form.judgement); }
    [[nodiscard]] bool isVisit() const { return m_form.isVisit(); }
    [[nodiscard]] ChoiceListModel *agreedHow() noexcept { return &m_agreedHow; }
    [[nodiscard]] ChoiceListModel *othersAgreed() noexcept { return &m_othersAgreed; }
    [[nodiscard]] ChoiceListModel *letIn() noexcept { return &m_letIn; }
    [[nodiscard]] bool asksPlace() const { return m_form.hasPlace(); }
    [[nodiscard]] QString placeText() const { return QString::fromStdString(m_form.place); }
    [[nodiscard]] ChoiceListModel *ownPlaces() noexcept { return &m_ownPlaces; }
    [[nodiscard]] bool asksThrough() const { return m_form.goesThrough(); }
    [[nodiscard]] QString through() const { return QString::fromStdString(m_form.through); }
    [[nodiscard]] ChoiceListModel *helpers() noexcept { return &m_helpers; }
    [[nodiscard]] bool asksAgreement() const { return m_form.isWithOther(); }
    [[nodiscard]] ChoiceListModel *agreements() noexcept { return &m_agreements; }
    [[nodiscard]] bool asksInterpreter() const { return m_needsInterpreter || !m_form.interpretedBy.empty(); }
    [[nodiscard]] ChoiceListModel *interpreters() noexcept { return &m_interpreters; }
    [[nodiscard]] QString whoPresent() const { return QString::fromStdString(m_form.whoPresent); }
    [[nodiscard]] QString whenText() const { return m_moment.text(m_form.at); }
    [[nodiscard]] bool picksMoment() const noexcept { return m_moment.isPicking(); }
    [[nodiscard]] MomentPicker *moment() noexcept { return m_moment.picker(); }
    [[nodiscard]] BookingViewModel *booking() noexcept { return &m_booking; }
    [[nodiscard]] QString saveText() const;
    [[nodiscard]] const QString &missing() const noexcept { return m_missing; }
    [[nodiscard]] bool isSaving() const noexcept { return m_isSaving; }
    [[nodiscard]] bool isSaved() const noexcept { return m_isSaved; }
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] bool hasMet() const { return m_form.isVisit() || m_form.way == "place"; }

public Q_SLOTS:
    void editText(const QString &text);
    void editOwnWish(const QString &text);
    void addRepresentative();
    void editRepresentativeView(const QString &text);
    void editJudgement(const QString &text);
    void editWhoPresent(const QString &text);
    void editPlace(const QString &text);
    void editThrough(const QString &text);
    void changeWhen();
    void choosePerson() { m_person.choose(); }
    void stopChoosing() { m_person.stopChoosing(); }
    void save();
    void undo() override;
    void mainAction() override;
    void close();
    void giveCard() { m_services.router.openDay(DayPage::ContactCard); }

Q_SIGNALS:
    void changed();
    void textChanged();

private:
    struct Opened;
    [[nodiscard]] static base::Result<Opened> open(OpenStore &store, std::optional<base::CaseId> caseId,
                                                   std::optional<base::RecordId> contact, Reading reading);
    void show(Opened opened);
    void showForm();
    void onPicked();
    void choose(std::string ContactForm::*field, const std::string &code);
    void edit(std::string ContactForm::*field, const QString &text);
    [[nodiscard]] QString whatIsMissing();
    void concludeUndo(base::RecordId form);

    AppServices &m_services;
    std::optional<base::RecordId> m_contact;

    ContactForm m_form;
    FormKeeper m_keeper;
    FormPerson m_person;
    ChoiceListModel m_ways;
    ChoiceListModel m_outcomes;
    ChoiceListModel m_results;
    ChoiceListModel m_agreedHow;
    ChoiceListModel m_othersAgreed;
    ChoiceListModel m_letIn;
    ChoiceListModel m_interpreters;
    ChoiceListModel m_ownPlaces;
    ChoiceListModel m_helpers;
    ChoiceListModel m_agreements;
    bool m_showsRepresentative = false;
    bool m_needsInterpreter = false;
    FormMoment m_moment;
    BookingViewModel m_booking;
    QString m_missing;
    QString m_noTextReason;
    bool m_isOpened = false;
    bool m_isReading = false;
    int m_turn = 0; ///< An answer from before a lock is not shown after it.
    bool m_isSaving = false;
    bool m_isSaved = false;
    std::vector<base::ChangeId> m_changes;
};

} // namespace faltakt::viewmodels
