#pragma once

#include "core/rules/templates.h"

#include <string>
#include <vector>

namespace faltakt::viewmodels {

/// Headings that a note can begin with: the product's, each as the municipality has it, and the municipality's own. A value.
struct NoteTemplate {
    std::string code;
    rules::ProfileTemplate source;

    [[nodiscard]] std::string name(base::Language language) const;
    /// The headings one below the other, with a line to write on. The judgement has a field of its own and is left out.
    [[nodiscard]] std::string textToBeginWith(base::Language language) const;
};

[[nodiscard]] std::vector<NoteTemplate> noteTemplates(const rules::Profile &profile);

} // namespace faltakt::viewmodels
