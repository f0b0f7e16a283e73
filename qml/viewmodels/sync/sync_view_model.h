#pragma once

#include "qml/viewmodels/form/file_offer.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/line_list_model.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/sync/change_lines.h"
#include "qml/viewmodels/sync/content_pack_list.h"

namespace faltakt::viewmodels {

/// Where everything that was written here is: saved here, sent and unanswered, received, or in need of help.
class SyncViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    // How it stands, in words: what, and what comes of it.
    Q_PROPERTY(QString stateText READ stateText NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString stateTone READ stateTone NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString stateIcon READ stateIcon NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString explanation READ explanation NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString onServerText READ onServerText NOTIFY statusChanged FINAL)
    Q_PROPERTY(bool canSend READ canSend NOTIFY statusChanged FINAL)
    Q_PROPERTY(bool isSending READ isSending NOTIFY statusChanged FINAL)
    /// On which terms the network is used; empty where there is nothing to say.
    Q_PROPERTY(QString linkText READ linkText NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString dataText READ dataText NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString contactText READ contactText NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString leaseText READ leaseText NOTIFY statusChanged FINAL)
    /// The worker leads a team: what was not taken of its work can be looked at.
    Q_PROPERTY(bool leadsTeam READ leadsTeam NOTIFY statusChanged FINAL)
    // The groups.
    Q_PROPERTY(faltakt::viewmodels::LineListModel *returned READ returned CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::LineListModel *waiting READ waiting CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::LineListModel *underWay READ underWay CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::LineListModel *received READ received CONSTANT FINAL)
    // Openings of files in the same states: written by reading, so many that they would hide the work.
    Q_PROPERTY(faltakt::viewmodels::LineListModel *waitingOpenings READ waitingOpenings CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::LineListModel *underWayOpenings READ underWayOpenings CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::LineListModel *receivedOpenings READ receivedOpenings CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ContentPackList *packs READ packs CONSTANT FINAL)
    /// Key of the returned change about which is asked whether it may go for good; empty otherwise.
    Q_PROPERTY(QString dropping READ dropping NOTIFY droppingChanged FINAL)
    /// A returned change as a file to take elsewhere.
    Q_PROPERTY(faltakt::viewmodels::FileOffer *exported READ exported CONSTANT FINAL)
    Q_PROPERTY(QString doneText READ doneText NOTIFY doneChanged FINAL)
public:
    explicit SyncViewModel(AppServices &services);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("sync"); }
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString stateTone() const;
    [[nodiscard]] QString stateIcon() const;
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] QString onServerText() const;
    [[nodiscard]] bool canSend() const;
    [[nodiscard]] bool isSending() const;
    [[nodiscard]] QString linkText() const;
    [[nodiscard]] QString dataText() const;
    [[nodiscard]] QString contactText() const;
    [[nodiscard]] QString leaseText() const;
    [[nodiscard]] bool leadsTeam() const { return status().leadsTeam; }
    [[nodiscard]] LineListModel *returned() noexcept { return &m_returned; }
    [[nodiscard]] LineListModel *waiting() noexcept { return &m_waiting; }
    [[nodiscard]] LineListModel *underWay() noexcept { return &m_underWay; }
    [[nodiscard]] LineListModel *received() noexcept { return &m_received; }
    [[nodiscard]] LineListModel *waitingOpenings() noexcept { return &m_waitingOpenings; }
    [[nodiscard]] LineListModel *underWayOpenings() noexcept { return &m_underWayOpenings; }
    [[nodiscard]] LineListModel *receivedOpenings() noexcept { return &m_receivedOpenings; }
    [[nodiscard]] ContentPackList *packs() noexcept { return &m_packs; }
    [[nodiscard]] FileOffer *exported() noexcept { return &m_exported; }
    [[nodiscard]] const QString &dropping() const noexcept { return m_dropping; }
    [[nodiscard]] const QString &doneText() const noexcept { return m_doneText; }

    void load() override;
    void clear() override;
    void clearNames() override { clear(); }

public Q_SLOTS:
    void sendNow();
    /// Writes the returned change again, with all others of its person that were returned: they may build on it.
    void sendAgain(const QString &change);
    /// Opens the record that the returned change is about.
    void openRecord(const QString &change);
    /// What the returned change says, as a file; the opening of the file is logged.
    void exportChange(const QString &change);
    /// Asks whether the returned change may go from this device for good; confirmed by drop().
    void askToDrop(const QString &change);
    void keep();
    void drop();
    void openTeamReturns();
    void openHelp();
    void close();

Q_SIGNALS:
    void statusChanged();
    void droppingChanged();
    void doneChanged();

private:
    enum class Standing { Training, Revoked, Sending, Offline, AllReceived, SavedHere };
    using Lines = std::vector<LineListModel::Line>;
    struct Groups {
        Lines returned, unsent, received;
        std::vector<store::ReturnedChange> changes;
    };

    [[nodiscard]] Standing standing() const;
    [[nodiscard]] const SyncStatus &status() const { return m_services.workspace.syncStatus(); }
    [[nodiscard]] QString moment(base::Instant instant) const;
    [[nodiscard]] QString offlineExplanation() const;
    [[nodiscard]] QString savedHereExplanation() const;
    [[nodiscard]] ChangeWording wording() const;
    [[nodiscard]] static base::Result<Groups> readGroups(OpenStore &store, const ChangeWording &wording);
    void show(Groups groups);
    static void split(const Lines &lines, LineListModel &work, LineListModel &openings);
    void onStatus();
    void logExport(FileOffer::Done done);
    void setDropping(const QString &change);
    void setDone(const QString &text);
    [[nodiscard]] const store::ReturnedChange *find(const QString &change) const;

    AppServices &m_services;
    std::vector<store::ReturnedChange> m_changes;
    std::int64_t m_outboxShown = -1;
    int m_underWayCount = 0;
    FileOffer m_exported;
    ContentPackList m_packs;
    std::optional<base::CaseId> m_exportedCase;
    QString m_dropping;
    QString m_doneText;
    LineListModel m_returned;
    LineListModel m_waiting;
    LineListModel m_underWay;
    LineListModel m_received;
    LineListModel m_waitingOpenings;
    LineListModel m_underWayOpenings;
    LineListModel m_receivedOpenings;
};

} // namespace faltakt::viewmodels
