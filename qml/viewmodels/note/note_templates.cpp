#include "qml/viewmodels/note/note_templates.h"

#include "core/casework/field_text.h"

namespace faltakt::viewmodels {

std::string NoteTemplate::name(base::Language language) const { return source.name.in(language); }

std::string NoteTemplate::textToBeginWith(base::Language language) const
{
    const rules::LocalParagraphs &headings = source.headings;
    const std::string judgement = casework::fieldText("note", "judgement", base::Language::Swedish);
    std::string text;
    for (std::size_t i = 0; i < headings.swedish.size(); ++i) {
        const bool hasEnglish = language == base::Language::English && i < headings.english.size();
        if (headings.swedish[i] == judgement)
            continue;
        text += (text.empty() ? "" : "\n\n") + (hasEnglish ? headings.english[i] : headings.swedish[i]) + ": ";
    }
    return text;
}

std::vector<NoteTemplate> noteTemplates(const rules::Profile &profile)
{
    std::vector<NoteTemplate> templates;
    for (rules::ProfileTemplate &each : rules::templatesFor(profile, rules::TemplateUse::Note))
        templates.push_back({each.code, std::move(each)});
    return templates;
}

} // namespace faltakt::viewmodels
