#pragma once

#include "qml/viewmodels/form/sheet_keeper.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/line_list_model.h"
#include "qml/viewmodels/shell/undo_view_model.h"

namespace faltakt::viewmodels {

/// The sheet that puts a photo into a person's file: the newest photos of the device, and what is to be seen. The photo is
/// drawn anew on the way, so that nothing of where and when it was taken comes along; the original stays where it is, and
/// the person is told so. Main thread; owned by the page's view model.
class AttachViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::LineListModel *photos READ photos CONSTANT FINAL)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    Q_PROPERTY(int chosenIndex READ chosenIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString caption READ caption NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    /// Something was chosen or typed since the sheet opened.
    Q_PROPERTY(bool isTouched READ isTouched NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    /// `about`: the note or contact that it belongs to.
    AttachViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId,
                    std::optional<base::RecordId> about = {}, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    [[nodiscard]] LineListModel *photos() noexcept { return &m_photos; }
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] int chosenIndex() const;
    [[nodiscard]] const QString &caption() const noexcept { return m_caption; }
    [[nodiscard]] bool canSave() const { return chosenIndex() >= 0 && !m_isWriting; }
    [[nodiscard]] bool isTouched() const noexcept { return m_isTouched; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

    /// The sheet as it lay open when the page was cleared or the app was killed.
    void restore();
    /// Closes without an end: what is typed is kept.
    void clear();
    /// The page goes: what is typed is kept.
    void flush() { m_keeper.flush(); }

public Q_SLOTS:
    void open();
    void choose(int index);
    void setCaption(const QString &caption);
    void save();
    void close();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] base::json::Object formFields() const;
    using Found = std::vector<platform::FoundPhoto>;
    void listPhotos();
    void show(Found found);
    void touch();
    void forget();
    void conclude(const base::Result<std::vector<base::ChangeId>> &changes, const std::string &place);

    AppServices &m_services;
    UndoViewModel &m_undo;
    base::CaseId m_caseId;
    std::optional<base::RecordId> m_about;
    Found m_found;
    bool m_isListed = false;
    LineListModel m_photos;
    std::string m_chosen; ///< The photo's id; empty where none is.
    QString m_caption;
    QString m_problem;
    bool m_isOpen = false;
    bool m_isTouched = false;
    bool m_isWriting = false;
    SheetKeeper m_keeper;
};

} // namespace faltakt::viewmodels
