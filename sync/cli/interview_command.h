#pragma once

#include "core/screening/result.h"
#include "sync/cli/context.h"
#include "sync/client/field_store.h"

namespace faltakt::cli {

/// What an interview at the terminal is about.
struct InterviewOrder {
    screening::QuestionnairePointer questionnaire;
    screening::ResultSettings settings; ///< For a new record; a resumed one keeps its own.
    base::CaseId caseId;
    std::optional<base::RecordId> record; ///< Resumes this assessment.
    std::string language;
};

/// Asks question after question on standard output and takes the answers from standard input. An answer is durable
/// before the next question is printed, so that whoever sees the question knows the answer to be kept, whatever
/// happens to the program then. At the end of the questions or of the input it prints the result.
[[nodiscard]] CommandResult runInterview(CommandContext &context, client::FieldStore &fieldStore, InterviewOrder order);

} // namespace faltakt::cli
