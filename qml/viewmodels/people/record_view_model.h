#pragma once

#include "qml/viewmodels/act/signature_view_model.h"
#include "qml/viewmodels/attachment/attach_view_model.h"
#include "qml/viewmodels/confirm/confirm_view_model.h"
#include "qml/viewmodels/contact/danger_sign_view_model.h"
#include "qml/viewmodels/form/edit_base.h"
#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/people/file_door.h"
#include "qml/viewmodels/people/misfiled_view_model.h"
#include "qml/viewmodels/people/record_content.h"
#include "qml/viewmodels/people/record_line_list_model.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/shell/undo_view_model.h"

namespace faltakt::viewmodels {

/// One note, contact or police report read whole: fact and judgement apart, with its three times and its signature. What
/// is not signed can be changed by whoever wrote it; after that there are only additions. Main thread.
class RecordViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString who READ who NOTIFY changed FINAL)
    Q_PROPERTY(QString status READ status NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *lines READ lines CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *addenda READ addenda CONSTANT FINAL)
    /// That belong to it: when, and what is to be seen.
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *photos READ photos CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::AttachViewModel *attach READ attach CONSTANT FINAL)
    Q_PROPERTY(bool canAttach READ canAttach NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::SignatureViewModel *signature READ signature CONSTANT FINAL)
    /// The person is to sign here, as the act says.
    Q_PROPERTY(bool takesPersonsSignature READ takesPersonsSignature NOTIFY changed FINAL)
    Q_PROPERTY(QString factLabel READ factLabel NOTIFY changed FINAL)
    Q_PROPERTY(QString fact READ fact NOTIFY changed FINAL)
    /// The person's own wish, which goes before all else; of a contact.
    Q_PROPERTY(QString wish READ wish NOTIFY changed FINAL)
    Q_PROPERTY(bool hasWish READ hasWish NOTIFY changed FINAL)
    Q_PROPERTY(QString editedWish READ editedWish NOTIFY changed FINAL)
    /// The worker's own judgement.
    Q_PROPERTY(QString secondLabel READ secondLabel NOTIFY changed FINAL)
    Q_PROPERTY(QString second READ second NOTIFY changed FINAL)
    Q_PROPERTY(QString disputed READ disputed NOTIFY changed FINAL)
    Q_PROPERTY(QString written READ written NOTIFY changed FINAL)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed FINAL)
    Q_PROPERTY(QString stateTone READ stateTone NOTIFY changed FINAL)
    Q_PROPERTY(QString stateIcon READ stateIcon NOTIFY changed FINAL)
    Q_PROPERTY(QString signedText READ signedText NOTIFY changed FINAL)
    Q_PROPERTY(QString conflictText READ conflictText NOTIFY changed FINAL)
    /// Nothing is being written in it: then it can be moved.
    Q_PROPERTY(bool isReading READ isReading NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::MisfiledViewModel *misfiled READ misfiled CONSTANT FINAL)
    /// Of a police report.
    Q_PROPERTY(faltakt::viewmodels::DangerSignViewModel *danger READ danger CONSTANT FINAL)
    /// A talk about safety that was not opened by a second tap.
    Q_PROPERTY(bool isVeiled READ isVeiled NOTIFY changed FINAL)
    Q_PROPERTY(bool canSign READ canSign NOTIFY changed FINAL)
    Q_PROPERTY(bool canEdit READ canEdit NOTIFY changed FINAL)
    Q_PROPERTY(bool canAdd READ canAdd NOTIFY changed FINAL)
    Q_PROPERTY(bool canDispute READ canDispute NOTIFY changed FINAL)
    Q_PROPERTY(bool canShow READ canShow NOTIFY changed FINAL)
    Q_PROPERTY(bool isEditing READ isEditing NOTIFY changed FINAL)
    Q_PROPERTY(bool isDisputing READ isDisputing NOTIFY changed FINAL)
    Q_PROPERTY(QString editedFact READ editedFact NOTIFY changed FINAL)
    Q_PROPERTY(QString editedSecond READ editedSecond NOTIFY changed FINAL)
    Q_PROPERTY(QString editedDispute READ editedDispute NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::ConfirmViewModel *confirm READ confirm CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::UndoViewModel *undoRow READ undoRow CONSTANT FINAL)
public:
    RecordViewModel(AppServices &services, base::CaseId caseId, base::RecordId record);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("person"); }
    [[nodiscard]] ProtectedGate *gate() override { return m_door.gate(); }
    void load() override;
    void clear() override;
    void clearNames() override;
    void leave() override;
    void mainAction() override;
    void undo() override { m_undo.undo(); }

    [[nodiscard]] QString title() const { return m_content ? m_content->title : QString(); }
    [[nodiscard]] QString who() const;
    [[nodiscard]] QString status() const { return m_content ? m_content->status : QString(); }
    [[nodiscard]] RecordLineListModel *lines() noexcept { return &m_lines; }
    [[nodiscard]] RecordLineListModel *addenda() noexcept { return &m_addenda; }
    [[nodiscard]] RecordLineListModel *photos() noexcept { return &m_photos; }
    [[nodiscard]] AttachViewModel *attach() noexcept { return &m_attach; }
    [[nodiscard]] bool canAttach() const;
    [[nodiscard]] SignatureViewModel *signature() noexcept { return &m_signature; }
    [[nodiscard]] bool takesPersonsSignature() const;
    [[nodiscard]] QString factLabel() const;
    [[nodiscard]] QString fact() const { return valueOf("text"); }
    [[nodiscard]] QString wish() const { return hasWish() ? valueOf("ownWish") : QString(); }
    [[nodiscard]] bool hasWish() const { return m_content && m_content->record.kind == "contact"; }
    [[nodiscard]] const QString &editedWish() const noexcept { return m_editedWish; }
    [[nodiscard]] QString secondLabel() const;
    [[nodiscard]] QString second() const { return valueOf(secondField()); }
    [[nodiscard]] QString disputed() const { return valueOf("disputed"); }
    [[nodiscard]] QString written() const { return m_content ? m_content->written : QString(); }
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString stateTone() const;
    [[nodiscard]] QString stateIcon() const;
    [[nodiscard]] QString signedText() const { return m_content ? m_content->signedText : QString(); }
    [[nodiscard]] QString conflictText() const;
    [[nodiscard]] bool isMisfiled() const { return m_content && m_content->misfiled.seal; }
    [[nodiscard]] bool isReading() const noexcept { return m_mode == Mode::Read; }
    [[nodiscard]] MisfiledViewModel *misfiled() noexcept { return &m_misfiled; }
    [[nodiscard]] DangerSignViewModel *danger() noexcept { return &m_danger; }
    [[nodiscard]] bool isVeiled() const { return isTalkAboutSafety() && !m_isRevealed; }
    [[nodiscard]] bool isSafeTalk() const override { return isTalkAboutSafety() && m_isRevealed; }
    [[nodiscard]] bool canSign() const;
    /// Own and not signed.
    [[nodiscard]] bool canEdit() const;
    [[nodiscard]] bool canAdd() const;
    [[nodiscard]] bool canDispute() const { return m_content && !isMisfiled() && m_content->record.kind == "note"; }
    [[nodiscard]] bool canShow() const;
    [[nodiscard]] bool isEditing() const noexcept { return m_mode == Mode::Edit; }
    [[nodiscard]] bool isDisputing() const noexcept { return m_mode == Mode::Dispute; }
    [[nodiscard]] const QString &editedFact() const noexcept { return m_editedFact; }
    [[nodiscard]] const QString &editedSecond() const noexcept { return m_editedSecond; }
    [[nodiscard]] const QString &editedDispute() const noexcept { return m_editedDispute; }
    [[nodiscard]] ConfirmViewModel *confirm() noexcept { return &m_confirm; }
    [[nodiscard]] UndoViewModel *undoRow() noexcept { return &m_undo; }

public Q_SLOTS:
    /// The second tap.
    void reveal();
    void sign();
    void startEditing();
    void startDisputing();
    void setEditedFact(const QString &text);
    void setEditedSecond(const QString &text);
    void setEditedWish(const QString &text);
    void setEditedDispute(const QString &text);
    void saveEdit();
    void cancelEdit();
    void addAddendum();
    /// To the page on which the person reads it.
    void showToPerson() { m_services.router.openReading(m_caseId, m_record); }
    void addPhoto();
    void letPersonSign();
    void openPhoto(int index);
    void openConflict();

Q_SIGNALS:
    void changed();

private:
    enum class Mode { Read, Edit, Dispute };
    /// The record with what was begun to be changed in it and not saved.
    struct Opened {
        RecordContent content;
        EditBase base;
        std::optional<store::FormDraft> draft;
        base::RecordId newForm; ///< For a change that is begun now.
    };
    using Changes = std::vector<base::ChangeId>;

    [[nodiscard]] bool isTalkAboutSafety() const { return m_content && m_content->record.kind == "safetyTalk"; }
    /// Known of somebody rather than written on a day: it takes no additions.
    [[nodiscard]] bool isOfChildren() const
    {
        return m_content && (m_content->record.kind == "child" || m_content->record.kind == "children");
    }
    void showLines();
    void showDanger();
    [[nodiscard]] QString valueOf(std::string_view field) const;
    [[nodiscard]] std::string_view secondField() const;
    [[nodiscard]] static base::Result<Opened> open(OpenStore &store, base::CaseId caseId, base::RecordId record,
                                                   const ListWording &wording);
    [[nodiscard]] ListWording wording() const;
    void cover();
    void show(Opened opened);
    [[nodiscard]] base::json::Object formFields() const;
    void restore(const store::FormDraft &draft);
    void begin(Mode mode);
    void endEdit();
    void signNow();
    using Drafter = std::function<store::Draft(OpenStore &)>;
    /// Saves what is made and takes the form away, in one transaction.
    void write(Drafter make, const QString &done);
    void edit(base::json::Object fields);
    void setEdited(QString RecordViewModel::*edited, const QString &text);
    void saveDispute();

    AppServices &m_services;
    base::CaseId m_caseId;
    base::RecordId m_record;
    std::optional<RecordContent> m_content;
    RecordLineListModel m_lines;
    RecordLineListModel m_addenda;
    RecordLineListModel m_photos;
    Mode m_mode = Mode::Read;
    EditBase m_shownBase; ///< Of what the page shows.
    EditBase m_base;      ///< Of what was shown when the editing began.
    QString m_begunFact;  ///< What stood in the fields then.
    QString m_begunSecond;
    QString m_begunWish;
    QString m_editedWish;
    QString m_editedFact;
    QString m_editedSecond;
    QString m_editedDispute;
    base::RecordId m_newForm;
    bool m_isWriting = false;
    bool m_isRevealed = false;
    FormKeeper m_keeper;
    FileDoor m_door;
    ConfirmViewModel m_confirm;
    UndoViewModel m_undo;
    AttachViewModel m_attach;
    SignatureViewModel m_signature;
    MisfiledViewModel m_misfiled;
    DangerSignViewModel m_danger;
};

} // namespace faltakt::viewmodels
