#pragma once

#include "qml/viewmodels/people/person_content.h"
#include "qml/viewmodels/people/person_entry_view_model.h"
#include "qml/viewmodels/people/record_line_list_model.h"
#include "qml/viewmodels/people/related_view_model.h"

namespace faltakt::viewmodels {

/// Of what there may be several on a person's card: what is arranged, other names, people around. Main thread; owned by the
/// person's page.
class CardEntriesViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// What of it may be read and changed here; nothing of somebody with protected identity.
    Q_PROPERTY(bool canChange READ canChange NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *flags READ flags CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *names READ names CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *around READ around CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::PersonEntryViewModel *entry READ entry CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::RelatedViewModel *related READ related CONSTANT FINAL)
public:
    CardEntriesViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId, QObject *parent = nullptr);

    [[nodiscard]] bool canChange() const noexcept { return m_person.has_value(); }
    [[nodiscard]] RecordLineListModel *flags() noexcept { return &m_flags; }
    [[nodiscard]] RecordLineListModel *names() noexcept { return &m_names; }
    [[nodiscard]] RecordLineListModel *around() noexcept { return &m_around; }
    [[nodiscard]] PersonEntryViewModel *entry() noexcept { return &m_entry; }
    [[nodiscard]] RelatedViewModel *related() noexcept { return &m_related; }

    /// `content` holds a card that may be changed here.
    void show(const PersonContent &content, const ListWording &wording);
    /// Nothing of it may be seen.
    void hide();
    /// The sheets as they lay open when the page was cleared or the app was killed.
    void restore();
    /// Closes without an end: what is typed is kept.
    void clear();
    /// The page goes: what is typed is kept.
    void flush();

public Q_SLOTS:
    void addFlag();
    void changeFlag(int index);
    void addName();
    void changeName(int index);
    void addRelated();
    void changeRelated(int index);

Q_SIGNALS:
    void changed();
    /// Nothing is changed in a file that is closed.
    void refused();

private:
    void showFlags(base::Language language);
    void showNames(const ListWording &wording);
    void showAround(const std::vector<store::RecordView> &related, const ListWording &wording);
    void openEntry(const char *field, const std::string &id);
    [[nodiscard]] bool isOpenFile();

    struct Person {
        store::RecordView record;
        EditBase base;
    };
    std::optional<Person> m_person;
    bool m_isClosed = false; ///< So is the file.
    bool m_isHidden = false; ///< Names are: nobody changes what is hidden.
    RecordLineListModel m_flags;
    RecordLineListModel m_names;
    RecordLineListModel m_around;
    PersonEntryViewModel m_entry;
    RelatedViewModel m_related;
};

} // namespace faltakt::viewmodels
