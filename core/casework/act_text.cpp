#include "core/casework/act_text.h"

#include <algorithm>
#include <array>

namespace faltakt::casework {

using base::Language;

namespace {

struct FormTitle {
    std::string_view id;
    std::string_view sv;
    std::string_view en;
};

constexpr std::array Titles{
    FormTitle{"application", "Ansökan", "Application"},
    FormTitle{"report", "Anmälan eller eget initiativ", "Report or own initiative"},
    FormTitle{"pre-assessment", "Förhandsbedömning, förslag", "Pre-assessment, proposal"},
    FormTitle{"communication", "Kommunicering", "Communication before a decision"},
    FormTitle{"decision-handover", "Beslut överlämnat", "Decision handed over"},
    FormTitle{"plan", "Genomförandeplan", "Implementation plan"},
    FormTitle{"insats", "Insats", "Help"},
    FormTitle{"sip", "SIP, personens del", "SIP, the person's part"},
    FormTitle{"follow-up", "Uppföljning mål för mål", "Follow-up goal by goal"},
    FormTitle{"consent", "Samtycke", "Consent"},
    FormTitle{"consent-withdrawal", "Samtycke återtaget", "Consent withdrawn"},
    FormTitle{"power-of-attorney", "Fullmakt", "Power of attorney"},
    FormTitle{"lvm-observation", "Iakttagelser inför LVM", "Observations for LVM"},
    FormTitle{"lex-sarah", "Lex Sarah-rapport", "Lex Sarah report"},
    FormTitle{"eviction", "Kontakt vid risk för vräkning", "Contact at a risk of eviction"},
};

/// Which answers say in the person's words, or the worker's, what the act is about: the first of them that there is.
constexpr std::array<std::string_view, 4> Telling{"answers/words", "answers/what", "answers/experience",
                                                  "answers/reason"};

} // namespace

std::string formName(std::string_view form, Language language)
{
    const auto *const title = std::ranges::find(Titles, form, &FormTitle::id);
    return title == Titles.end() ? std::string(form) : std::string(base::inLanguage(language, title->sv, title->en));
}

TimelineText actText(const store::RecordView &record, Language language)
{
    TimelineText line{formName(record.text("form"), language), {}, {}};
    for (const std::string_view name : Telling) {
        const base::json::Value *answer = record.fields.find(name);
        if (line.text.empty() && answer)
            line.text = answer->stringAt("text");
    }
    return line;
}

} // namespace faltakt::casework
