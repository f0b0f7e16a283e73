#pragma once

#include "qml/viewmodels/child/protection_item_list_model.h"
#include "qml/viewmodels/child/protection_writer.h"
#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/form/recording_mark.h"
#include "qml/viewmodels/people/file_door.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// One act about children or protection: a child, the family's answer, a report of worry, a safety check, a talk about
/// safety. Its lines come from a table (act_form.h). Kept as it is typed, one draft for each person, form and child. Main
/// thread.
class ProtectionViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Whether what is written here becomes a record, and why.
    Q_PROPERTY(faltakt::viewmodels::RecordingMark recording READ recording NOTIFY loadingChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString who READ who NOTIFY changed FINAL)
    /// The child that it is about; empty where it is about the person.
    Q_PROPERTY(QString aboutText READ aboutText NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::ProtectionItemListModel *items READ items CONSTANT FINAL)
    Q_PROPERTY(bool canCall READ canCall CONSTANT FINAL)
    /// About violence, and not yet opened by a second tap.
    Q_PROPERTY(bool isVeiled READ isVeiled NOTIFY changed FINAL)
    /// About violence: one control leads to the harmless page.
    Q_PROPERTY(bool hidesQuickly READ hidesQuickly CONSTANT FINAL)
    Q_PROPERTY(QString saveText READ saveText NOTIFY changed FINAL)
    Q_PROPERTY(bool isSaving READ isSaving NOTIFY changed FINAL)
    Q_PROPERTY(bool isSaved READ isSaved NOTIFY changed FINAL)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed FINAL)
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed FINAL)
    /// "Gör orosanmälan", where the step that was chosen leads there; empty otherwise.
    Q_PROPERTY(QString nextText READ nextText NOTIFY changed FINAL)
    /// It changes something that stands in the file, and can be said to stand there wrongly.
    Q_PROPERTY(bool canMisfile READ canMisfile NOTIFY changed FINAL)
public:
    ProtectionViewModel(AppServices &services, const ProtectionForm &form, const ProtectionSubject &subject);

    [[nodiscard]] QString helpPage() const override;
    [[nodiscard]] ProtectedGate *gate() override { return m_door.gate(); }
    void load() override;
    void clear() override;
    void clearRead() override;
    void clearNames() override { showItems(); }
    void leave() override;
    [[nodiscard]] RecordingMark recording() const
    {
        return recordingMark(m_services, m_form.isSafe ? rules::Writing::Protection : rules::Writing::Children);
    }
    [[nodiscard]] QString placeWords() const override;
    [[nodiscard]] bool isSafeTalk() const override { return m_form.isSafe && !m_isVeiled && !m_isSaved; }

    [[nodiscard]] QString title() const { return protectionText(m_form.title); }
    [[nodiscard]] QString who() const;
    [[nodiscard]] QString aboutText() const;
    [[nodiscard]] ProtectionItemListModel *items() noexcept { return &m_items; }
    [[nodiscard]] bool canCall() const { return m_services.telephone.canCall(); }
    [[nodiscard]] bool isVeiled() const noexcept { return m_isVeiled; }
    [[nodiscard]] bool hidesQuickly() const noexcept { return m_form.isSafe; }
    [[nodiscard]] QString saveText() const;
    [[nodiscard]] bool isSaving() const noexcept { return m_isSaving; }
    [[nodiscard]] bool isSaved() const noexcept { return m_isSaved; }
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString nextText() const;
    [[nodiscard]] bool canMisfile() const { return m_form.editsRecord && m_edit && !m_isSaved && !m_isSaving; }

public Q_SLOTS:
    /// The second tap.
    void reveal();
    void choose(int row, int index);
    void edit(int row, const QString &text);
    void toggle(int row);
    /// Rings the number of this row.
    void call(int row);
    void save();
    void undo() override;
    void mainAction() override;
    void goOn();
    /// Takes the draft away and leaves.
    void discard();
    void close();
    /// To what stands in the file, from where it is moved.
    void openMisfiled();
    void hideNow();

Q_SIGNALS:
    void changed();

private:
    void openForm();
    void begin(ProtectionStart start);
    void showItems();
    [[nodiscard]] bool hidesNames() const;
    /// A name is neither shown nor asked for while names are hidden, nor in the file of a protected person.
    [[nodiscard]] bool isNameHidden(const ProtectionItem &item) const;
    void addRow(const ProtectionItem &item, std::size_t place, std::vector<ProtectionRow> &rows) const;
    void addNumbers(const ProtectionItem &item, std::size_t place, std::vector<ProtectionRow> &rows) const;
    /// The line of the table behind a row; nullptr for numbers.
    [[nodiscard]] const ProtectionItem *itemOf(int row) const;
    void set(const ProtectionItem &item, std::string value);
    /// As the record had them: unchanged, nothing is kept.
    [[nodiscard]] ProtectionValues begunValues() const { return m_edit ? m_edit->begun : ProtectionValues(); }
    void conclude(ProtectionSaved saved, int turn);
    [[nodiscard]] bool canWrite() const { return m_isOpened && (!m_needsRecord || m_edit); }

    AppServices &m_services;
    const ProtectionForm &m_form;
    ProtectionSubject m_subject;
    bool m_needsRecord; ///< Changes a record that must be here.
    FileDoor m_door;
    FormKeeper m_keeper;
    std::optional<ProtectionHeader> m_header;
    std::vector<RingNumber> m_numbers; ///< The municipality's own: they stay when the file may be read no longer.
    std::optional<ProtectionEdit> m_edit;
    ProtectionValues m_values;
    std::map<std::string, QString> m_faults;
    ProtectionItemListModel m_items;
    base::Instant m_begun = {};
    bool m_isOpened = false;
    bool m_isVeiled;
    bool m_isSaving = false;
    bool m_isSaved = false;
    bool m_isDropped = false;
    int m_turn = 0; ///< An answer from before a lock is not shown after it.
    ProtectionSaved m_saved;
};

} // namespace faltakt::viewmodels
