#pragma once

#include "qml/viewmodels/contact/lob_sheet_form.h"
#include "qml/viewmodels/form/choice_list_model.h"
#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/form/moment_picker.h"
#include "qml/viewmodels/form/recording_mark.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

#include <vector>

namespace faltakt::viewmodels {

/// A police sheet that came on paper, in eight fields, with what may be urgent in it and when it came in. What is typed outlives leaving the page, a lock and a kill. What belongs
/// to the office is said to, and kept nowhere here. Main thread.
class LobSheetViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Whether what is written here becomes a record, and why.
    Q_PROPERTY(faltakt::viewmodels::RecordingMark recording READ recording NOTIFY loadingChanged FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *sources READ sources CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *children READ children CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *dangerSign READ dangerSign CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *medicalCheck READ medicalCheck CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *violent READ violent CONSTANT FINAL)
    /// Violence stands behind a tap of its own, each time that the page is opened.
    Q_PROPERTY(bool showsViolence READ showsViolence NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *cameIn READ cameIn CONSTANT FINAL)
    Q_PROPERTY(bool asksReceived READ asksReceived NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::MomentPicker *received READ received CONSTANT FINAL)
    Q_PROPERTY(QString receivedProblem READ receivedProblem NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::MomentPicker *moment READ moment CONSTANT FINAL)
    Q_PROPERTY(QString sheetNumber READ sheetNumber NOTIFY changed FINAL)
    Q_PROPERTY(QString givenName READ givenName NOTIFY changed FINAL)
    Q_PROPERTY(QString familyName READ familyName NOTIFY changed FINAL)
    Q_PROPERTY(QString identity READ identity NOTIFY changed FINAL)
    Q_PROPERTY(QString phone READ phone NOTIFY changed FINAL)
    Q_PROPERTY(QString numberProblem READ numberProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString identityProblem READ identityProblem NOTIFY changed FINAL)
    /// Why it was not taken: it is the office's, or here already; empty where nothing stands against it.
    Q_PROPERTY(QString hint READ hint NOTIFY changed FINAL)
    /// The hint is about a file that can be opened.
    Q_PROPERTY(bool canOpenFile READ canOpenFile NOTIFY changed FINAL)
    /// A telephone number alone names nobody; empty where it does not stand alone.
    Q_PROPERTY(QString namelessText READ namelessText NOTIFY changed FINAL)
    Q_PROPERTY(bool isSaved READ isSaved NOTIFY changed FINAL)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed FINAL)
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed FINAL)
    Q_PROPERTY(bool isSaving READ isSaving NOTIFY changed FINAL)
    Q_PROPERTY(bool canDiscard READ canDiscard NOTIFY changed FINAL)
public:
    explicit LobSheetViewModel(AppServices &services);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("call-list"); }
    void load() override;
    void clear() override;
    void leave() override;
    void clearRead() override {}
    void mainAction() override;

    [[nodiscard]] RecordingMark recording() const { return recordingMark(m_services, rules::Writing::LobSheet); }
    [[nodiscard]] ChoiceListModel *sources() noexcept { return &m_sources; }
    [[nodiscard]] ChoiceListModel *children() noexcept { return &m_children; }
    [[nodiscard]] ChoiceListModel *dangerSign() noexcept { return &m_dangerSign; }
    [[nodiscard]] ChoiceListModel *medicalCheck() noexcept { return &m_medicalCheck; }
    [[nodiscard]] ChoiceListModel *violent() noexcept { return &m_violent; }
    [[nodiscard]] bool showsViolence() const noexcept { return m_showsViolence; }
    [[nodiscard]] ChoiceListModel *cameIn() noexcept { return &m_cameIn; }
    [[nodiscard]] bool asksReceived() const { return m_form.cameIn == "earlier"; }
    [[nodiscard]] MomentPicker *received() noexcept { return &m_received; }
    [[nodiscard]] const QString &receivedProblem() const noexcept { return m_receivedProblem; }
    [[nodiscard]] MomentPicker *moment() noexcept { return &m_moment; }
    [[nodiscard]] QString sheetNumber() const { return QString::fromStdString(m_form.sheetNumber); }
    [[nodiscard]] QString givenName() const { return QString::fromStdString(m_form.givenName); }
    [[nodiscard]] QString familyName() const { return QString::fromStdString(m_form.familyName); }
    [[nodiscard]] QString identity() const { return QString::fromStdString(m_form.identity); }
    [[nodiscard]] QString phone() const { return QString::fromStdString(m_form.phone); }
    [[nodiscard]] const QString &numberProblem() const noexcept { return m_numberProblem; }
    [[nodiscard]] const QString &identityProblem() const noexcept { return m_identityProblem; }
    [[nodiscard]] const QString &hint() const noexcept { return m_hint.text; }
    [[nodiscard]] bool canOpenFile() const noexcept { return m_hint.caseId.has_value(); }
    [[nodiscard]] QString namelessText() const;
    [[nodiscard]] bool isSaved() const noexcept { return m_isSaved; }
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] bool isSaving() const noexcept { return m_isSaving; }
    [[nodiscard]] bool canDiscard() const { return !m_isSaved && m_keeper.id() && !m_form.isEmpty(); }

public Q_SLOTS:
    void editSheetNumber(const QString &text) { edit(&LobSheetForm::sheetNumber, text); }
    void editGivenName(const QString &text) { edit(&LobSheetForm::givenName, text); }
    void editFamilyName(const QString &text) { edit(&LobSheetForm::familyName, text); }
    void editIdentity(const QString &text) { edit(&LobSheetForm::identity, text); }
    void editPhone(const QString &text) { edit(&LobSheetForm::phone, text); }
    /// The second tap.
    void showViolence();
    void save();
    /// Throws away what was typed: also what the office has got on paper.
    void discard();
    /// The file that the sheet went into, or lies in already.
    void openFile();
    /// Takes the saved sheet back into the page.
    void undo() override;
    void close();

Q_SIGNALS:
    void changed();

private:
    void open(const store::FormDraft &draft);
    void showForm();
    void touch();
    void edit(std::string LobSheetForm::*field, const QString &text);
    /// Chips that hold one field of the form.
    struct Chips {
        ChoiceListModel *model;
        std::string LobSheetForm::*field;
    };
    [[nodiscard]] std::vector<Chips> chips();
    void choose(const Chips &chosen, const std::string &code);
    void takeMoment(MomentPicker &picker, std::optional<base::Instant> LobSheetForm::*field);
    [[nodiscard]] bool check();
    [[nodiscard]] bool checkReceived();
    void conclude(const LobSheetTaken &taken, bool isShown);
    void becomeOffice(bool isMinor);

    AppServices &m_services;
    LobSheetForm m_form;
    FormKeeper m_keeper;
    ChoiceListModel m_sources;
    ChoiceListModel m_children;
    ChoiceListModel m_dangerSign;
    ChoiceListModel m_medicalCheck;
    ChoiceListModel m_violent;
    ChoiceListModel m_cameIn;
    MomentPicker m_moment;
    MomentPicker m_received;
    bool m_showsViolence = false;
    QString m_receivedProblem;
    QString m_numberProblem;
    QString m_identityProblem;
    struct Hint {
        QString text = {};
        std::optional<base::CaseId> caseId = {};
    };
    Hint m_hint;
    LobSheetTaken m_taken;
    bool m_isSaving = false;
    bool m_isSaved = false;
    bool m_isShowing = false; ///< The fields follow the form, and not the other way.
    int m_turn = 0;           ///< An answer from before a lock is not shown after it.
};

} // namespace faltakt::viewmodels
