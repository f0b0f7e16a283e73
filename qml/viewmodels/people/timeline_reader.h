#pragma once

#include "core/base/language.h"
#include "qml/viewmodels/people/timeline_list_model.h"
#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

/// A page of the timeline in words; without its headings, which need the page before. Store thread.
[[nodiscard]] base::Result<std::vector<TimelineItem>> readTimeline(OpenStore &store, base::CaseId caseId, int count,
                                                                   const std::optional<store::TimelinePlace> &after,
                                                                   base::Language language);

/// The same of those alone that have the words on their line, whatever the case of their letters. What a line does not show
/// (a talk about safety, a sealed entry) is not searched either.
[[nodiscard]] base::Result<std::vector<TimelineItem>> searchTimeline(OpenStore &store, base::CaseId caseId, int count,
                                                                     std::optional<store::TimelinePlace> after,
                                                                     base::Language language, const QString &words);

/// "Sparat här", "Mottaget", "Behöver din hjälp", with tone and icon.
struct DeliveryLook {
    QString text;
    QString tone;
    QString iconName;
};
[[nodiscard]] DeliveryLook deliveryLook(store::Delivery delivery);

/// The icon of a record: how somebody was met, or what was written.
[[nodiscard]] QString recordIcon(const store::RecordView &record);

} // namespace faltakt::viewmodels
