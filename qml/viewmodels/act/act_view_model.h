#pragma once

#include "qml/viewmodels/act/act_form.h"
#include "qml/viewmodels/act/act_item_list_model.h"
#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/form/recording_mark.h"
#include "qml/viewmodels/people/file_door.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// One form of assets/forms on one page: every answer is kept on this device as it is given, and becomes an act of the file when it
/// is saved. Main thread.
class ActViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Whether what is written here becomes a record, and why.
    Q_PROPERTY(faltakt::viewmodels::RecordingMark recording READ recording NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString personText READ personText NOTIFY changed FINAL)
    Q_PROPERTY(QString purpose READ purpose NOTIFY changed FINAL)
    /// Where the answers come from that nobody has given here.
    Q_PROPERTY(QString noticeText READ noticeText NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::ActItemListModel *items READ items CONSTANT FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(QString saveText READ saveText NOTIFY changed FINAL)
    Q_PROPERTY(bool isSaving READ isSaving NOTIFY changed FINAL)
    Q_PROPERTY(bool isSaved READ isSaved NOTIFY changed FINAL)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed FINAL)
    /// What I dag now says of it.
    Q_PROPERTY(QStringList clocks READ clocks NOTIFY changed FINAL)
    /// What "Ångra" takes back; empty where there is nothing.
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed FINAL)
    Q_PROPERTY(bool canDiscard READ canDiscard NOTIFY changed FINAL)
public:
    ActViewModel(AppServices &services, ActOrder order);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("light-forms"); }
    [[nodiscard]] ProtectedGate *gate() override { return m_door.gate(); }
    void load() override;
    void clear() override;
    void clearRead() override;
    void clearNames() override { clearRead(); }
    void leave() override;
    void mainAction() override;
    void undo() override;
    [[nodiscard]] RecordingMark recording() const;
    [[nodiscard]] QString placeWords() const override { return tr("blanketten"); }

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString personText() const;
    [[nodiscard]] QString purpose() const;
    [[nodiscard]] QString noticeText() const;
    [[nodiscard]] ActItemListModel *items() noexcept { return &m_items; }
    [[nodiscard]] bool canSave() const { return m_session && !m_saved && !m_discarded; }
    [[nodiscard]] QString saveText() const;
    [[nodiscard]] bool isSaving() const noexcept { return m_isSaving; }
    [[nodiscard]] bool isSaved() const noexcept { return m_saved.has_value(); }
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] QStringList clocks() const;
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] bool canDiscard() const { return canSave() && m_isTouched; }

public Q_SLOTS:
    void choose(int row, int option);
    void edit(int row, const QString &text);
    /// The field was left: what is written is taken as the answer.
    void finish(int row);
    /// Writes one of what the municipality offers behind what stands there, or takes it away where it stands.
    void propose(int row, int insats);
    void add(int row);
    void remove(int row);
    void save();
    /// Reads the act: sign, photograph, let the person sign.
    void openSaved();
    void discard();
    void close();

Q_SIGNALS:
    void changed();
    /// The first field that is wrong or missing.
    void attentionWanted(int row);

private:
    /// What one press took away while the page is open.
    struct Removed {
        std::string group;
        std::string row;
        base::json::Object answers; ///< By key, as they are stored.
        ActItemListModel::Typed typed;
    };

    [[nodiscard]] std::string language() const;
    void onRead(std::optional<OpenedAct> opened);
    void openUnread();
    void onFailed(const base::Error &error);
    void touch();
    void showItems();
    [[nodiscard]] QStringList insatserOfToday() const;
    [[nodiscard]] base::json::Object formFields() const;
    [[nodiscard]] const screening::Question *questionAt(const std::string &key) const;
    /// Empty where what is typed is an answer now, or nothing.
    [[nodiscard]] QString takeTyped(const std::string &key, const QString &text);
    [[nodiscard]] bool checkAll();
    void restoreRemoved();
    void keepAgain(std::vector<base::ChangeId> changes);

    AppServices &m_services;
    ActOrder m_order;
    FileDoor m_door;
    FormKeeper m_keeper;
    std::optional<OpenedAct> m_opened;
    std::optional<screening::InterviewSession> m_session;
    ActItemListModel::Typed m_typed;
    ActItemListModel m_items;
    std::optional<store::CardEntry> m_card;
    std::optional<Removed> m_removed;
    std::optional<ActSaved> m_saved;
    bool m_isTouched = false; ///< There is something of it in the store.
    bool m_isSaving = false;
    bool m_discarded = false;
};

} // namespace faltakt::viewmodels
