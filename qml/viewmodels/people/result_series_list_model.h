#pragma once

#include "qml/viewmodels/interview/read_result.h"
#include "qml/viewmodels/interview/result_content.h"
#include "qml/viewmodels/shell/rows_model.h"

#include <memory>

namespace faltakt::viewmodels {

/// The latest result of one instrument with what came before it. A value, made in the store thread.
struct ReadSeries {
    std::string instrument;
    store::RecordPlace latest;
    QString when; ///< With the file, where it lies in another one than the first.
    ReadResult result;
};

/// One series for each instrument that was completed, the latest first. Forms of another version are left out: their own
/// page says what they are. Results of files that are shown as one are one series. Store thread.
[[nodiscard]] base::Result<std::vector<ReadSeries>> readSeriesOf(OpenStore &store,
                                                                 const std::vector<base::CaseId> &files,
                                                                 base::Language language);

/// What has come of the questions asked, by instrument. Main thread.
class ResultSeriesListModel : public RowsModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
public:
    enum Role { ContentRole = Qt::UserRole, TitleRole, WhenRole };

    using RowsModel::RowsModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setSeries(std::vector<ReadSeries> series, base::Date today, base::Language language);
    /// Empty for a row that is not there.
    [[nodiscard]] std::optional<store::RecordPlace> latest(int index) const;

private:
    struct Row {
        std::string key; ///< The instrument.
        store::RecordPlace latest;
        QString when;
        /// Shared, since a row is copied while the list is brought up to date.
        std::shared_ptr<ResultContent> content;
        bool operator==(const Row &other) const
        {
            return key == other.key && latest.record == other.latest.record && when == other.when
                   && content == other.content;
        }
    };
    std::vector<Row> m_rows;
};

} // namespace faltakt::viewmodels
