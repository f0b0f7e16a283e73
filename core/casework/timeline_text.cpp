#include "core/casework/timeline_text.h"

#include "core/casework/act_text.h"
#include "core/casework/code_words.h"
#include "core/casework/field_text.h"
#include "core/casework/misfiled.h"
#include "core/casework/record_schemas.h"

#include <algorithm>
#include <array>

namespace faltakt::casework {

using base::inLanguage;
using base::Language;
using store::RecordView;

namespace {

std::string joined(const std::string &first, const std::string &second, std::string_view between = ", ")
{
    return first.empty() || second.empty() ? first + second : first + std::string(between) + second;
}

std::string coded(const RecordView &record, std::string_view field, Language language)
{
    return codeText(record.kind, field, record.text(field), language);
}

TimelineText contactText(const RecordView &record, Language language, std::optional<int> attempt)
{
    std::string title = coded(record, "way", language);
    if (title.empty())
        title = kindText(record.kind, language);
    if (attempt)
        title += std::string(inLanguage(language, ", försök ", ", attempt ")) + std::to_string(*attempt);
    std::string status = joined(coded(record, "outcome", language), coded(record, "letter", language));
    // The result says more than that somebody was reached.
    if (const std::string result = coded(record, "result", language); !result.empty())
        status = record.text("outcome") == "reached" || status == result ? result : joined(status, result);
    const std::string where = joined(record.text("place"), record.text("through"));
    return {std::move(title), std::move(status), joined(where, record.text("text"), ". ")};
}

TimelineText noteText(const RecordView &record, Language language)
{
    const bool isAddendum = !record.text("addendumTo").empty();
    const std::string title =
        isAddendum ? std::string(inLanguage(language, "Tillägg", "Addendum")) : kindText(record.kind, language);
    const bool isDisputed = !record.text("disputed").empty();
    return {title, isDisputed ? fieldText(record.kind, "disputed", language) : std::string(), record.text("text")};
}

TimelineText reportText(const RecordView &record, Language language)
{
    const bool isOther = record.text("source") == "otherPolice";
    const std::string title = isOther
                                  ? std::string(inLanguage(language, "Uppgift från polisen", "Notice by the police"))
                                  : kindText(record.kind, language);
    const std::string status = record.text("status").empty() ? codeText(record.kind, "status", "open", language)
                                                             : coded(record, "status", language);
    return {title, joined(status, coded(record, "closedAs", language), ": "), record.text("place")};
}

std::string zoneOf(const RecordView &record, Language language)
{
    const auto *zones = record.fields.find("zone");
    if (!zones || !zones->object())
        return {};
    const std::string female = zones->stringAt("f");
    const std::string male = zones->stringAt("m");
    const std::string sex = record.text("sex");
    const std::string zone = sex == "f" ? female : sex == "m" ? male : female == male ? female : std::string();
    return zone.empty() ? std::string() : zoneText(zone, language);
}

TimelineText assessmentText(const RecordView &record, Language language)
{
    TimelineText line{instrumentName(record.text("instrument"), language), coded(record, "status", language), {}};
    if (record.text("status") != "completed" || !record.fields.contains("score"))
        return line;
    const std::int64_t score = record.integer("score");
    const std::string points =
        std::to_string(score) + std::string(inLanguage(language, " poäng", score == 1 ? " point" : " points"));
    line.status = joined(points, zoneOf(record, language));
    return line;
}

TimelineText taskText(const RecordView &record, Language language)
{
    return {coded(record, "what", language), coded(record, "status", language), record.text("text")};
}

TimelineText takeoverText(const RecordView &record, Language language)
{
    const std::string who = joined(record.text("fromName"), record.text("toName"), " → ");
    return {joined(kindText(record.kind, language), who), coded(record, "answer", language), record.text("text")};
}

TimelineText caseText(const RecordView &record, Language language)
{
    if (record.text("stage") == "closed")
        return {std::string(inLanguage(language, "Ärendet avslutat", "Matter closed")),
                coded(record, "closedAs", language), record.text("closedReason")};
    const auto moved = record.instant("stageAt");
    const auto reopened = record.instant("reopenedAt");
    if (moved && (!reopened || *moved > *reopened))
        return {std::string(inLanguage(language, "Var ärendet är", "Stage of the matter")),
                coded(record, "stage", language), record.text("stageReason")};
    return {std::string(inLanguage(language, "Ärendet öppnat igen", "Matter reopened")),
            coded(record, "stage", language), record.text("reopenedReason")};
}

TimelineText deputyText(const RecordView &record, Language language)
{
    const std::string who = joined(record.text("fromName"), record.text("toName"), " → ");
    return {joined(kindText(record.kind, language), who),
            joined(record.text("firstDay"), record.text("lastDay"), " – "),
            {}};
}

TimelineText attachmentText(const RecordView &record, Language language)
{
    return {kindText(record.kind, language), {}, record.text("caption")};
}

TimelineText concernText(const RecordView &record, Language language)
{
    const bool isMade = record.text("concern") == "made";
    return {kindText(record.kind, language), coded(record, "concern", language),
            record.text(isMade ? "observed" : "reason")};
}

/// What the talk was about stands behind a second tap: its line says that there was one.
TimelineText safetyTalkText(const RecordView &record, Language language)
{
    return {kindText(record.kind, language), {}, {}};
}

} // namespace

TimelineText timelineText(const RecordView &record, Language language, std::optional<int> attempt)
{
    if (const auto seal = sealOf(record))
        return {kindText(record.kind, language), sealText(*seal, language), {}};
    if (record.kind == "contact")
        return contactText(record, language, attempt);
    if (record.kind == "note")
        return noteText(record, language);
    if (record.kind == "lobReport")
        return reportText(record, language);
    if (record.kind == "assessment")
        return assessmentText(record, language);
    if (record.kind == "task")
        return taskText(record, language);
    if (record.kind == "takeover")
        return takeoverText(record, language);
    if (record.kind == "case")
        return caseText(record, language);
    if (record.kind == "deputy")
        return deputyText(record, language);
    if (record.kind == "attachment")
        return attachmentText(record, language);
    if (record.kind == "concernReport")
        return concernText(record, language);
    if (record.kind == "safetyCheck")
        return {kindText(record.kind, language), coded(record, "need", language), {}};
    if (record.kind == "safetyTalk")
        return safetyTalkText(record, language);
    if (record.kind == "act")
        return actText(record, language);
    if (!recordSchemas().kind(record.kind))
        return {kindText(record.kind, language),
                std::string(inLanguage(language, "Uppdatera Fältakt för att läsa den", "Update Fältakt to read it")),
                {}};
    return {kindText(record.kind, language), {}, {}};
}

std::string instrumentName(std::string_view id, Language language)
{
    // Names that are not their id in capitals.
    struct Name {
        std::string_view id;
        std::string_view swedish;
        std::string_view english;
    };
    static constexpr std::array Names{Name{"asi-grund", "ASI Grund", "ASI Grund"},
                                      Name{"asi-uppfoljning", "ASI Uppföljning", "ASI Uppföljning"},
                                      Name{"asi-aterkoppling", "ASI Återkoppling", "ASI Återkoppling"},
                                      Name{"dudit-1", "Droger, en fråga", "Drugs, one question"},
                                      Name{"freda", "Trygghetssamtal", "Safety talk"},
                                      Name{"medical-test", "Provsvar", "Test result"},
                                      Name{"net-plan", "Net-Plan", "Net-Plan"},
                                      Name{"nods-12-months", "NODS, 12 månader", "NODS, 12 months"},
                                      Name{"nods-30-days", "NODS, 30 dagar", "NODS, 30 days"},
                                      Name{"nods-clip", "NODS-CLiP", "NODS-CLiP"}};
    const auto *known = std::ranges::find(Names, id, &Name::id);
    if (known != Names.end())
        return std::string(inLanguage(language, known->swedish, known->english));
    std::string name(id);
    for (char &character : name)
        if (character >= 'a' && character <= 'z')
            character = char(character - 'a' + 'A');
    return name;
}

} // namespace faltakt::casework
