#include "core/screening/instrument_reader.h"

#include "core/screening/condition_reader.h"
#include "core/screening/interpretation_reader.h"

#include <algorithm>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int OldestAge = 130;
constexpr int LowestPriority = 10; // Of the national guidelines.

constexpr std::string_view InstrumentUrl = "urn:faltakt:instrument";

Result<void> readResource(const FhirElement &root, InstrumentHead &head, std::string &language)
{
    TRY(const std::string resourceType, root.string("resourceType", MaxCodeBytes));
    if (resourceType != "Questionnaire")
        return root.refuse(ErrorCode::InvalidInput, "resourceType", "not Questionnaire");
    if (root.has("modifierExtension") || root.has("implicitRules"))
        return root.refuse(ErrorCode::Unsupported, "modifierExtension or implicitRules are not read");
    if (root.has("derivedFrom"))
        return root.refuse(ErrorCode::Unsupported, "derivedFrom", "not read");
    TRY(head.id, root.code("id"));
    if (!std::all_of(head.id.begin(), head.id.end(), [](char c) { return c < 'A' || c > 'Z'; }))
        return root.refuse(ErrorCode::InvalidInput, "id", "not lower case");
    TRY(head.url, root.string("url", 512));
    TRY(head.version, root.code("version"));
    TRY(const std::string status, root.code("status"));
    if (status != "active" && status != "draft" && status != "retired")
        return root.refuse(ErrorCode::InvalidInput, "status", "not active, draft or retired");
    TRY(language, root.code("language"));
    TRY(head.title, root.localText("title", language));
    TRY(head.licenceNote, root.localText("copyright", language));
    return {};
}

/// One of the words given, by its place; the first where the extension is missing.
Result<std::size_t> readWord(const FhirElement &parent, std::string_view url,
                             std::initializer_list<std::string_view> words, std::string_view reason)
{
    TRY(const auto extension, parent.maybeExtension(url));
    if (!extension)
        return std::size_t(0);
    TRY(const std::string word, extension->code("valueCode"));
    const auto *const found = std::ranges::find(words, std::string_view(word));
    if (found == words.end())
        return extension->refuse(ErrorCode::InvalidInput, "valueCode", reason);
    return std::size_t(found - words.begin());
}

Result<std::optional<int>> readWhole(const FhirElement &parent, std::string_view url, int least, int most)
{
    TRY(const auto extension, parent.maybeExtension(url));
    if (!extension)
        return std::optional<int>();
    TRY(const int value, extension->integer("valueInteger"));
    if (value < least || value > most)
        return extension->refuse(ErrorCode::InvalidInput, "valueInteger",
                                 "not within " + std::to_string(least) + " to " + std::to_string(most));
    return std::optional(value);
}

Result<std::string> readWords(const FhirElement &parent, std::string_view url)
{
    TRY(const auto extension, parent.maybeExtension(url));
    return extension ? extension->string("valueString") : Result<std::string>(std::string());
}

Result<void> readFormHead(const FhirElement &instrument, InstrumentHead &head)
{
    TRY(const std::size_t group,
        readWord(instrument, "group", {"matter", "plans", "consent", "law"}, "not matter, plans, consent or law"));
    head.group = FormGroup(group);
    TRY(const std::size_t about, readWord(instrument, "about", {"person", "team"}, "not person or team"));
    head.about = FormAbout(about);
    TRY(const auto goesOnFrom, instrument.maybeExtension("goesOnFrom"));
    if (goesOnFrom) {
        TRY(head.goesOnFrom, goesOnFrom->code("valueCode"));
    }
    TRY(const auto says, instrument.maybeExtension("group"));
    if (head.kind != InstrumentKind::Form && (says || goesOnFrom || head.about != FormAbout::Person))
        return instrument.refuse(ErrorCode::InvalidInput, "a group, or a form to go on from, of what is no form");
    return {};
}

Result<void> readUse(const FhirElement &instrument, InstrumentHead &head)
{
    TRY(const std::size_t kind, readWord(instrument, "kind", {"interview", "ratings", "record", "form"},
                                         "not interview, ratings, record or form"));
    head.kind = InstrumentKind(kind);
    TRY_VOID(readFormHead(instrument, head));
    TRY(const std::size_t mode, readWord(instrument, "mode", {"normal", "safe"}, "not normal or safe"));
    head.mode = InstrumentMode(mode);
    TRY(const std::size_t selfFill, readWord(instrument, "selfFill", {"allowed", "never"}, "not allowed or never"));
    TRY(const auto saysSelfFill, instrument.maybeExtension("selfFill"));
    if (head.mode == InstrumentMode::Safe && saysSelfFill && selfFill == 0)
        return saysSelfFill->refuse(ErrorCode::InvalidInput, "a form in safe mode is never filled in by the person");
    head.saysSelfFill = saysSelfFill.has_value();
    head.takesSelfFill = head.mode == InstrumentMode::Normal && selfFill == 0;
    TRY(const auto training, instrument.maybeExtension("training"));
    if (training) {
        TRY(head.training, training->code("valueCode"));
    }
    TRY(head.minimumAge, readWhole(instrument, "minimumAge", 0, OldestAge));
    TRY(head.maximumAge, readWhole(instrument, "maximumAge", 0, OldestAge));
    if (head.minimumAge && head.maximumAge && *head.minimumAge > *head.maximumAge)
        return instrument.refuse(ErrorCode::InvalidInput, "the lowest age lies above the highest");
    TRY(head.priority, readWhole(instrument, "priority", 1, LowestPriority));
    TRY(head.prioritySource, readWords(instrument, "prioritySource"));
    if (head.priority && head.prioritySource.empty())
        return instrument.refuse(ErrorCode::InvalidInput, "a priority without its source");
    TRY(head.source, readWords(instrument, "source"));
    return {};
}

} // namespace

Result<InstrumentHead> readHead(const FhirElement &root, std::string &language)
{
    InstrumentHead head;
    TRY_VOID(readResource(root, head, language));
    TRY(const FhirElement instrument, root.extension(InstrumentUrl));
    TRY(const FhirElement wording, instrument.extension("wording"));
    TRY(head.wording, wording.code("valueCode"));
    if (head.wording != "own" && head.wording != "official")
        return wording.refuse(ErrorCode::InvalidInput, "valueCode", "not own or official");
    TRY(const FhirElement basis, instrument.extension("basis"));
    TRY(head.basis, basis.string("valueString"));
    TRY(const auto timeWindow, instrument.maybeExtension("timeWindow"));
    if (timeWindow) {
        TRY(head.timeWindow, timeWindow->localText("valueString", language));
    }
    TRY_VOID(readUse(instrument, head));
    TRY(const auto skipRule, root.maybeExtension(SkipRuleUrl));
    if (skipRule) {
        TRY(const FhirElement source, skipRule->extension("source"));
        TRY(head.skipRuleSource, source.string("valueString"));
        TRY(head.skipRuleConfidence, readConfidence(*skipRule));
    }
    return head;
}

} // namespace faltakt::screening
