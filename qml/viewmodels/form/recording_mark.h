#pragma once

#include "core/rules/recording.h"
#include "qml/viewmodels/shell/app_services.h"

#include <QString>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// What stands in the header of every page on which something is written: whether it becomes a record, and on a tap why.
class RecordingMark {
    Q_GADGET
    QML_VALUE_TYPE(recordingMark)
    /// "Antecknas", "Antecknas inte", "Antecknas utan namn"; empty where nobody may read it.
    Q_PROPERTY(QString text MEMBER text FINAL)
    /// One or a few sentences.
    Q_PROPERTY(QString reason MEMBER reason FINAL)
public:
    QString text;
    QString reason;
    bool operator==(const RecordingMark &) const = default;
};

/// By the profile of the worker's municipality as it holds today.
[[nodiscard]] RecordingMark recordingMark(const AppServices &services, rules::Writing writing);
/// In words; `scratchHours`: how long answers about nobody are kept.
[[nodiscard]] RecordingMark recordingMarkOf(const rules::RecordingState &state, base::Language language,
                                            int scratchHours);

} // namespace faltakt::viewmodels
