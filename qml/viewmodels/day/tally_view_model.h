#pragma once

#include "core/casework/outreach_tally.h"
#include "qml/viewmodels/day/tally_list_model.h"
#include "qml/viewmodels/form/choice_list_model.h"
#include "qml/viewmodels/form/recording_mark.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/page_view_model.h"

namespace faltakt::viewmodels {

/// Counts one, or takes one away, in the week of now. Store thread.
[[nodiscard]] base::Result<std::int64_t> countOne(OpenStore &store, const casework::TallyKind &kind,
                                                  std::int64_t number);
/// The same in a week that may be over; what was handed in of it is corrected.
[[nodiscard]] base::Result<std::int64_t> countIn(OpenStore &store, const std::string &week,
                                                 const casework::TallyKind &kind, std::int64_t number);

/// Räknare: how many of what, where, this week. No name and no room for one; each press is durable. Main thread.
class TallyViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Whether what is written here becomes a record, and why.
    Q_PROPERTY(faltakt::viewmodels::RecordingMark recording READ recording NOTIFY loadingChanged FINAL)
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *areas READ areas CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::TallyListModel *rows READ rows CONSTANT FINAL)
    /// "Vecka 42, alla platser: 7".
    Q_PROPERTY(QString weekText READ weekText NOTIFY changed FINAL)
    /// What was counted last, to be taken back; empty where nothing was.
    Q_PROPERTY(QString undoText READ undoText NOTIFY changed FINAL)
public:
    explicit TallyViewModel(AppServices &services);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("day"); }
    void load() override;
    void clear() override;
    /// Nobody is named here.
    void clearRead() override {}

    [[nodiscard]] RecordingMark recording() const { return recordingMark(m_services, rules::Writing::Tally); }
    [[nodiscard]] ChoiceListModel *areas() noexcept { return &m_areas; }
    [[nodiscard]] TallyListModel *rows() noexcept { return &m_rows; }
    [[nodiscard]] const QString &weekText() const noexcept { return m_weekText; }
    [[nodiscard]] const QString &undoText() const noexcept { return m_undoText; }

public Q_SLOTS:
    void add(int row);
    void takeAway(int row);
    void undo() override;
    void close() { m_services.router.back(); }

Q_SIGNALS:
    void changed();

private:
    struct Read;
    [[nodiscard]] static base::Result<Read> read(OpenStore &store);
    void show(const Read &read);
    void chooseArea(const std::string &area);
    /// `week` empty: the one of now.
    void count(const casework::TallyKind &kind, int number, const std::string &week = {});

    AppServices &m_services;
    ChoiceListModel m_areas;
    TallyListModel m_rows;
    std::string m_area;
    QString m_weekText;
    QString m_undoText;
    std::optional<casework::TallyKind> m_last;
    int m_lastNumber = 0;
    std::string m_lastWeek; ///< Taking back counts where it was counted, also after Sunday midnight.
};

} // namespace faltakt::viewmodels
