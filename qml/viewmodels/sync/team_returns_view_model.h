#pragma once

#include "qml/viewmodels/form/file_offer.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/line_list_model.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/sync/change_lines.h"

#include "sync/protocol/quarantine.h"

namespace faltakt::viewmodels {

/// What the server did not take of the team's work, for its leader. It is asked for when the page opens and lives here alone:
/// nothing of it comes into the store, and a lock takes it away. Main thread.
class TeamReturnsViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isAsking READ isAsking NOTIFY changed FINAL)
    /// The server did not answer, so nothing is shown that was not here before.
    Q_PROPERTY(bool isOffline READ isOffline NOTIFY changed FINAL)
    /// Why no line is shown, where the server answered without one; empty where there are lines.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    /// What is being waited for, while it is asked.
    Q_PROPERTY(QString askingText READ askingText NOTIFY changed FINAL)
    /// "Hämtat i dag 13:07. Det sparas inte på enheten."
    Q_PROPERTY(QString askedText READ askedText NOTIFY changed FINAL)
    Q_PROPERTY(bool canAskMore READ canAskMore NOTIFY changed FINAL)
    /// text: what was written; secondary: by whom, about whom; trailing: when the server got it; kind: what happened and
    /// what helps; chip: what stands in it; tone: what it builds on; iconName: set where it may be exported.
    Q_PROPERTY(faltakt::viewmodels::LineListModel *lines READ lines CONSTANT FINAL)
    /// One of them as a file to take elsewhere.
    Q_PROPERTY(faltakt::viewmodels::FileOffer *exported READ exported CONSTANT FINAL)
public:
    explicit TeamReturnsViewModel(AppServices &services);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("team-returns"); }
    [[nodiscard]] bool isAsking() const noexcept { return m_isAsking; }
    [[nodiscard]] bool isOffline() const noexcept { return m_isOffline; }
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString askingText() const;
    [[nodiscard]] QString askedText() const;
    [[nodiscard]] bool canAskMore() const noexcept { return m_before.has_value(); }
    [[nodiscard]] LineListModel *lines() noexcept { return &m_lines; }
    [[nodiscard]] FileOffer *exported() noexcept { return &m_exported; }

    /// Asks the server once; later calls only put what is here into words anew.
    void load() override;
    void clear() override;
    void clearNames() override;

    /// What the server answered, behind what is here already.
    void take(base::Result<protocol::QuarantinePage> page);
    /// Whether the server's answer says that it has logged the export; an error where there must be no file.
    [[nodiscard]] static base::Result<void> exportLogged(const protocol::QuarantineRequest::Export &wanted,
                                                         const base::Result<protocol::QuarantinePage> &page);

public Q_SLOTS:
    /// From the beginning.
    void ask();
    void askMore();
    /// What a line says, as a file; only where its author can save it no longer. Logged before it is saved: here where the
    /// person's file is on this device, otherwise by the server.
    void exportLine(const QString &key);
    void openHelp();
    void close();

Q_SIGNALS:
    void changed();

private:
    /// A row with what its export is logged for: both come and go together.
    struct Row {
        LineListModel::Line line;
        std::optional<protocol::QuarantineRequest::Export> change;
    };
    using Rows = std::vector<Row>;

    [[nodiscard]] ChangeWording wording() const;
    [[nodiscard]] static base::Result<Rows> inWords(OpenStore &store,
                                                    const std::vector<protocol::QuarantinedLine> &returned,
                                                    const ChangeWording &wording);
    void send(const protocol::QuarantineRequest &request);
    void putIntoWords();
    void show(Rows rows);
    /// Also of what is still being put into words.
    void showNothing();
    void forgetAnswers();
    void onLink();
    void onStatus();
    void logExport(FileOffer::Done done);
    void tellServer(const protocol::QuarantineRequest::Export &wanted, const FileOffer::Done &done);

    AppServices &m_services;
    std::vector<protocol::QuarantinedLine> m_returned;
    std::optional<std::int64_t> m_before;
    std::optional<base::Instant> m_asked; ///< Own time of the last answer.
    bool m_leads = false;                 ///< As told last.
    bool m_isAsking = false;
    bool m_isOffline = false;
    bool m_isTelling = false;   ///< The server is being told of an export.
    bool m_startsAnew = false;  ///< The answer that comes takes the place of what is here.
    int m_pagesWithoutLine = 0; ///< One after the other, of the answers last asked for.
    int m_wording = 0;          ///< Counts what was to be put into words: only the last answer is shown.
    FileOffer m_exported;
    std::optional<protocol::QuarantineRequest::Export> m_exportedChange;
    LineListModel m_lines;
    std::vector<std::optional<protocol::QuarantineRequest::Export>> m_changeOfLine; ///< As many as there are lines.
};

} // namespace faltakt::viewmodels
