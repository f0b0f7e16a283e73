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
    /// The server answered, and nothing is there.
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed FINAL)
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
    [[nodiscard]] bool isEmpty() const noexcept { return m_asked && m_returned.empty() && !m_before; }
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

public Q_SLOTS:
    /// From the beginning.
    void ask();
    void askMore();
    /// What a line says, as a file; only where its author can save it no longer. Logged where the file is on this device;
    /// the server has logged the reading in any case.
    void exportLine(const QString &key);
    void openHelp();
    void close();

Q_SIGNALS:
    void changed();

private:
    using Lines = std::vector<LineListModel::Line>;

    [[nodiscard]] ChangeWording wording() const;
    [[nodiscard]] static base::Result<Lines> inWords(OpenStore &store,
                                                     const std::vector<protocol::QuarantinedLine> &returned,
                                                     const ChangeWording &wording);
    void send(const protocol::QuarantineRequest &request);
    void putIntoWords();
    void forgetAnswers();
    void onLink();
    void logExport();

    AppServices &m_services;
    std::vector<protocol::QuarantinedLine> m_returned;
    std::optional<std::int64_t> m_before;
    std::optional<base::Instant> m_asked; ///< Own time of the last answer.
    bool m_isAsking = false;
    bool m_isOffline = false;
    bool m_startsAnew = false; ///< The answer that comes takes the place of what is here.
    FileOffer m_exported;
    std::optional<base::CaseId> m_exportedCase;
    LineListModel m_lines;
};

} // namespace faltakt::viewmodels
