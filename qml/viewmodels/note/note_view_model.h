#pragma once

#include "qml/viewmodels/confirm/confirm_view_model.h"
#include "qml/viewmodels/form/choice_list_model.h"
#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/form/form_moment.h"
#include "qml/viewmodels/form/form_person.h"
#include "qml/viewmodels/form/recording_mark.h"
#include "qml/viewmodels/note/note_form.h"
#include "qml/viewmodels/note/note_templates.h"
#include "qml/viewmodels/shell/access_notice.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// A note: written at once, kept while it is typed, and saved in somebody's file. One without a person waits on I dag.
class NoteViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Whether what is written here becomes a record, and why.
    Q_PROPERTY(faltakt::viewmodels::RecordingMark recording READ recording NOTIFY loadingChanged FINAL)
    Q_PROPERTY(bool isAddendum READ isAddendum CONSTANT FINAL)
    Q_PROPERTY(QString title READ title NOTIFY textChanged FINAL)
    /// Somebody other than the person told what stands here.
    Q_PROPERTY(bool isTold READ isTold NOTIFY textChanged FINAL)
    Q_PROPERTY(QString toldByName READ toldByName NOTIFY textChanged FINAL)
    /// Whose note it will be: "Johan E., 34 år, ärende 1042"; empty while nobody is chosen.
    Q_PROPERTY(QString personText READ personText NOTIFY changed FINAL)
    Q_PROPERTY(bool canChangePerson READ canChangePerson NOTIFY changed FINAL)
    Q_PROPERTY(bool isChoosing READ isChoosing NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::PersonChooser *people READ people CONSTANT FINAL)
    Q_PROPERTY(QString text READ text NOTIFY textChanged FINAL)
    Q_PROPERTY(QString judgement READ judgement NOTIFY textChanged FINAL)
    Q_PROPERTY(QString disputed READ disputed NOTIFY textChanged FINAL)
    /// False while a note that was begun before is being read: what is typed then would stand in its place.
    Q_PROPERTY(bool takesText READ takesText NOTIFY changed FINAL)
    Q_PROPERTY(bool isDisputed READ isDisputed NOTIFY changed FINAL)
    /// Headings to write under, where nothing is written yet.
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *templates READ templates CONSTANT FINAL)
    Q_PROPERTY(bool offersTemplates READ offersTemplates NOTIFY textChanged FINAL)
    Q_PROPERTY(QString whenText READ whenText NOTIFY changed FINAL)
    Q_PROPERTY(bool picksMoment READ picksMoment NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::MomentPicker *moment READ moment CONSTANT FINAL)
    /// "Spara i akten: Johan E.".
    Q_PROPERTY(QString saveText READ saveText NOTIFY changed FINAL)
    Q_PROPERTY(QString textProblem READ textProblem NOTIFY changed FINAL)
    Q_PROPERTY(bool isSaving READ isSaving NOTIFY changed FINAL)
    Q_PROPERTY(bool isSaved READ isSaved NOTIFY changed FINAL)
    Q_PROPERTY(bool isSigned READ isSigned NOTIFY changed FINAL)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed FINAL)
    /// What "Ångra" takes back; empty where there is nothing.
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::ConfirmViewModel *confirm READ confirm CONSTANT FINAL)
public:
    NoteViewModel(AppServices &services, std::optional<base::CaseId> caseId, std::optional<base::RecordId> draft,
                  std::optional<base::RecordId> addendumTo, std::string toldBy = {});

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("note"); }
    void load() override;
    void clear() override;
    void leave() override;
    void clearRead() override;
    void clearNames() override { clearRead(); }
    [[nodiscard]] RecordingMark recording() const { return recordingMark(m_services, rules::Writing::Note); }
    [[nodiscard]] std::optional<PagePlace> place() const override;
    [[nodiscard]] QString placeWords() const override;
    [[nodiscard]] const std::optional<base::CaseId> &shownCase() const noexcept { return m_person.caseId(); }

    [[nodiscard]] bool isAddendum() const noexcept { return m_addendumTo.has_value(); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isTold() const { return !m_form.toldBy.empty(); }
    [[nodiscard]] QString toldByName() const { return QString::fromStdString(m_form.toldByName); }
    [[nodiscard]] QString personText() const { return m_person.text(); }
    [[nodiscard]] bool canChangePerson() const noexcept { return !isAddendum() && !m_saved; }
    [[nodiscard]] bool isChoosing() const noexcept { return m_person.isChoosing(); }
    [[nodiscard]] PersonChooser *people() noexcept { return m_person.people(); }
    [[nodiscard]] QString text() const { return QString::fromStdString(m_form.text); }
    [[nodiscard]] QString judgement() const { return QString::fromStdString(m_form.judgement); }
    [[nodiscard]] QString disputed() const { return QString::fromStdString(m_form.disputed); }
    [[nodiscard]] bool takesText() const noexcept { return m_isOpened || (!m_draft && m_turn == 0); }
    [[nodiscard]] bool isDisputed() const noexcept { return m_form.isDisputed; }
    [[nodiscard]] ChoiceListModel *templates() noexcept { return &m_templates; }
    [[nodiscard]] bool offersTemplates() const
    {
        return takesText() && m_form.text.empty() && !isAddendum() && m_templates.count() > 0;
    }
    [[nodiscard]] QString whenText() const { return m_moment.text(m_form.at); }
    [[nodiscard]] bool picksMoment() const noexcept { return m_moment.isPicking(); }
    [[nodiscard]] MomentPicker *moment() noexcept { return m_moment.picker(); }
    [[nodiscard]] QString saveText() const;
    [[nodiscard]] const QString &textProblem() const noexcept { return m_textProblem; }
    [[nodiscard]] bool isSaving() const noexcept { return m_isSaving; }
    [[nodiscard]] bool isSaved() const noexcept { return m_saved.has_value(); }
    [[nodiscard]] bool isSigned() const noexcept { return m_isSigned; }
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] ConfirmViewModel *confirm() noexcept { return &m_confirm; }

public Q_SLOTS:
    void editText(const QString &text);
    void editJudgement(const QString &text);
    void editDisputed(const QString &text);
    void editToldByName(const QString &text);
    void toggleDisputed();
    void changeWhen();
    void choosePerson() { m_person.choose(); }
    void stopChoosing();
    /// Saves where somebody is chosen; otherwise asks who.
    void save();
    void sign();
    void undo() override;
    void mainAction() override;
    /// Takes the draft away; undo() brings it back while the page is open.
    void discard();
    void close();

Q_SIGNALS:
    void changed();
    void textChanged();

private:
    struct Opened;
    [[nodiscard]] static base::Result<Opened> open(OpenStore &store, std::optional<base::CaseId> caseId,
                                                   std::optional<base::RecordId> draft, bool isFirst, bool isTold,
                                                   Reading reading);
    void show(Opened opened);
    void showTemplates(const std::vector<NoteTemplate> &templates);
    void beginWith(const std::string &code);
    void onPicked();
    void edit(std::string NoteForm::*field, const QString &text);
    void restoreDraft(std::vector<base::ChangeId> changes);

    AppServices &m_services;
    std::optional<base::RecordId> m_draft;
    std::optional<base::RecordId> m_addendumTo;
    bool m_isCaseGiven;

    NoteForm m_form;
    FormKeeper m_keeper;
    FormPerson m_person;
    FormMoment m_moment;
    ChoiceListModel m_templates;
    std::vector<NoteTemplate> m_headings;
    ConfirmViewModel m_confirm;
    QString m_textProblem;
    bool m_isOpened = false;
    bool m_isReading = false;
    int m_turn = 0;                 ///< An answer from before a lock is not shown after it.
    bool m_savesWhenPicked = false; ///< The person is asked for by "Spara".
    bool m_isSaving = false;
    bool m_isSigned = false;
    bool m_isDiscarded = false;
    std::optional<NoteSaved> m_saved;
    bool m_isTextKnown = true; ///< False after a lock: what undo would bring back is no longer here.
};

} // namespace faltakt::viewmodels
