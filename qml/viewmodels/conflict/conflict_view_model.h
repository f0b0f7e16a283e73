#pragma once

#include "qml/viewmodels/confirm/confirm_view_model.h"
#include "qml/viewmodels/conflict/conflict_choice.h"
#include "qml/viewmodels/conflict/version_list_model.h"
#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// Two people changed the same field without seeing each other's change: shows both, and lets the worker choose, keep
/// both, write anew or leave it. A choice can be taken back as long as nobody has written on top of it.
class ConflictViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString fieldName READ fieldName NOTIFY contentChanged FINAL)
    Q_PROPERTY(QString person READ person NOTIFY contentChanged FINAL)
    Q_PROPERTY(QString explanation READ explanation NOTIFY contentChanged FINAL)
    Q_PROPERTY(QString before READ before NOTIFY contentChanged FINAL)
    Q_PROPERTY(QString standing READ standing NOTIFY contentChanged FINAL)
    Q_PROPERTY(bool isStanding READ isStanding NOTIFY contentChanged FINAL)
    Q_PROPERTY(bool canKeepBoth READ canKeepBoth NOTIFY contentChanged FINAL)
    Q_PROPERTY(bool canWrite READ canWrite NOTIFY contentChanged FINAL)
    Q_PROPERTY(bool isDeletion READ isDeletion NOTIFY contentChanged FINAL)
    /// A protected person: the passphrase is asked for before anything is shown.
    Q_PROPERTY(bool isCovered READ isCovered NOTIFY contentChanged FINAL)
    /// From a talk about safety: a press more shows it, so that nobody sees it in passing.
    Q_PROPERTY(bool isVeiled READ isVeiled NOTIFY contentChanged FINAL)
    Q_PROPERTY(bool isWriting READ isWriting NOTIFY writingChanged FINAL)
    Q_PROPERTY(QString written READ written NOTIFY writingChanged FINAL)
    /// What saving the own text does.
    Q_PROPERTY(QString writingHelp READ writingHelp NOTIFY contentChanged FINAL)
    Q_PROPERTY(QString doneText READ doneText NOTIFY doneChanged FINAL)
    /// Two long texts: rows() hold both, as alignedLines() puts them.
    Q_PROPERTY(bool isCompared READ isCompared NOTIFY contentChanged FINAL)
    Q_PROPERTY(QString firstAuthor READ firstAuthor NOTIFY contentChanged FINAL)
    Q_PROPERTY(QString secondAuthor READ secondAuthor NOTIFY contentChanged FINAL)
    Q_PROPERTY(faltakt::viewmodels::LineListModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::VersionListModel *versions READ versions CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ConfirmViewModel *confirm READ confirm CONSTANT FINAL)
public:
    ConflictViewModel(AppServices &services, base::RecordId record, std::string field);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("conflict"); }
    [[nodiscard]] const QString &fieldName() const noexcept { return m_content.fieldName; }
    [[nodiscard]] const QString &person() const noexcept { return m_content.person; }
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] const QString &before() const noexcept { return m_content.before; }
    [[nodiscard]] const QString &standing() const noexcept { return m_content.standingValue; }
    [[nodiscard]] bool isStanding() const noexcept { return m_content.isStanding && !isCovered() && !isVeiled(); }
    [[nodiscard]] bool canKeepBoth() const noexcept;
    [[nodiscard]] bool canWrite() const noexcept;
    [[nodiscard]] bool isDeletion() const noexcept { return m_content.nature == FieldNature::Deletion; }
    [[nodiscard]] bool isCovered() const noexcept { return m_isCovered; }
    [[nodiscard]] bool isVeiled() const noexcept { return m_isVeiled && !m_isCovered; }
    [[nodiscard]] bool isSafeTalk() const override { return m_content.isSafe && !m_isCovered && !m_isVeiled; }
    [[nodiscard]] bool isWriting() const noexcept { return m_isWriting; }
    [[nodiscard]] const QString &written() const noexcept { return m_written; }
    [[nodiscard]] QString writingHelp() const;
    [[nodiscard]] const QString &doneText() const noexcept { return m_doneText; }
    [[nodiscard]] bool isCompared() const noexcept { return isStanding() && m_rows.count() > 0; }
    [[nodiscard]] QString firstAuthor() const { return m_versions.authorOf(0); }
    [[nodiscard]] QString secondAuthor() const { return m_versions.authorOf(1); }
    [[nodiscard]] LineListModel *rows() noexcept { return &m_rows; }
    [[nodiscard]] VersionListModel *versions() noexcept { return &m_versions; }
    [[nodiscard]] ConfirmViewModel *confirm() noexcept { return &m_confirm; }

    void load() override;
    void clear() override;
    void clearNames() override { setVersions({}, FieldNature::Single); }
    void leave() override { m_keeper.flush(); }
    void undo() override;

public Q_SLOTS:
    /// Lets that version hold.
    void use(const QString &version);
    void keepBoth();
    /// Begins a text of one's own from that version.
    void write(const QString &version);
    void edit(const QString &text);
    void saveWritten();
    void stopWriting();
    /// Asks for the passphrase and shows a protected person's versions.
    void uncover();
    /// Shows what was said in a talk about safety.
    void reveal();
    /// Leaves the choice for another time.
    void later();
    void openHelp();

Q_SIGNALS:
    void contentChanged();
    void writingChanged();
    void doneChanged();

private:
    struct Loaded {
        ConflictContent content;
        std::optional<store::FormDraft> draft;
    };
    [[nodiscard]] ConflictQuestion question() const;
    /// What the worker has asked to see.
    struct Shown {
        bool isProtected = false;
        bool isSafe = false;
    };
    [[nodiscard]] static base::Result<Loaded> read(OpenStore &store, const ConflictQuestion &question, Shown shown,
                                                   bool isFirst);
    void show(Loaded loaded);
    void setVersions(const std::vector<VersionContent> &versions, FieldNature nature);
    using Chooser = std::function<base::Result<base::ChangeId>(OpenStore &)>;
    void choose(Chooser chooser);
    [[nodiscard]] base::json::Object formFields() const;
    void begin(const QString &text);
    void dropWritten();
    void noteUndone(const base::Result<void> &undone);
    void setDone(const QString &text);

    AppServices &m_services;
    base::RecordId m_record;
    std::string m_field;
    ConflictContent m_content;
    bool m_isLogged = false; ///< The opening of the file is in its reading log.
    Shown m_shown;
    bool m_isCovered = false;
    bool m_isVeiled = false;
    bool m_isWriting = false;
    QString m_written;
    QString m_stopped; ///< The own text that was given up last, for undo().
    FormKeeper m_keeper;
    QString m_doneText;
    std::optional<TakenChoice> m_choice;
    VersionListModel m_versions;
    LineListModel m_rows;
    ConfirmViewModel m_confirm;
};

} // namespace faltakt::viewmodels
