#pragma once

#include "platform/api/pdf_printer.h"
#include "qml/viewmodels/interview/result_content.h"
#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

/// Whether the points are in what the person takes along.
enum class HandedScore { Left, Shown };

/// The person's own words of a result, with what it is and what it is not; names nobody.
[[nodiscard]] platform::PrintedText handoutText(const ResultContent &content, HandedScore score, base::Date today,
                                                base::Language language);
/// What the person's file says of it: "Personen fick en sammanfattning av AUDIT som fil (PDF), på eget ja."
[[nodiscard]] QString handoutNote(const ResultContent &content, HandedScore score, const QString &format);
/// Writes that as a note. Store thread.
[[nodiscard]] base::Result<void> noteHandout(OpenStore &store, base::CaseId caseId, const std::string &words);

} // namespace faltakt::viewmodels
