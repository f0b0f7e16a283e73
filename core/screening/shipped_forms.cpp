#include "core/screening/shipped_forms.h"

#include "core/screening/instrument_library.h"

#include <algorithm>
#include <array>

namespace faltakt::screening {

using base::Result;
namespace json = base::json;

namespace {

constexpr int MaxDepth = 64;

/// Members that hold words wherever they stand.
constexpr std::array<std::string_view, 10> TextMembers = {"text",     "_text", "prefix", "_prefix",   "display",
                                                          "_display", "title", "_title", "copyright", "_copyright"};
/// Members of the resource that nothing but people read, and the language that its words are in.
constexpr std::array<std::string_view, 9> HeadMembers = {"language", "name",    "status",      "date", "publisher",
                                                         "contact",  "purpose", "description", "meta"};
/// Extensions that hold words alone. selfFill stands here because what it comes to is compared: a pack has to say it,
/// where a shipped form need not.
constexpr std::array<std::string_view, 16> TextExtensions = {"ageNote",
                                                             "basis",
                                                             "criticalSource",
                                                             "edition",
                                                             "label",
                                                             "person",
                                                             "prioritySource",
                                                             "source",
                                                             "selfFill",
                                                             "wording",
                                                             "text",
                                                             "worker",
                                                             "timeWindow",
                                                             "urn:faltakt:hint",
                                                             "urn:faltakt:picture",
                                                             "http://hl7.org/fhir/StructureDefinition/translation"};

bool isOneOf(const auto &words, std::string_view word) { return std::ranges::find(words, word) != words.end(); }

json::Value withoutTexts(const json::Value &value);

json::Array withoutTexts(const json::Array &values)
{
    json::Array kept;
    for (const json::Value &value : values)
        if (!isOneOf(TextExtensions, value.stringAt("url")))
            kept.push_back(withoutTexts(value));
    return kept;
}

json::Value withoutTexts(const json::Value &value)
{
    if (const json::Array *array = value.array())
        return withoutTexts(*array);
    const json::Object *object = value.object();
    if (!object)
        return value;
    json::Object kept;
    for (const auto &[name, member] : *object) {
        if (isOneOf(TextMembers, name))
            continue;
        json::Value rest = withoutTexts(member);
        // A list of which only words stood in it is none.
        if (!rest.array() || !rest.array()->empty())
            kept.append(name, std::move(rest));
    }
    return kept;
}

Result<json::Value> meaningOf(std::string_view questionnaire)
{
    TRY(const json::Value parsed, json::parse(questionnaire, {MaxQuestionnaireBytes, MaxDepth}));
    json::Value meaning = withoutTexts(parsed);
    if (json::Object *head = meaning.object())
        for (const std::string_view name : HeadMembers)
            head->remove(name);
    return meaning;
}

std::string_view fileOf(const ContentPack &pack, const std::string &id)
{
    const auto &files = pack.manifest().files;
    for (std::size_t i = 0; i < files.size(); ++i)
        if (files[i].kind == PackFile::Kind::Instrument && files[i].id == id)
            return pack.content(i);
    return {};
}

bool isSafe(const Questionnaire &form) { return form.head().mode == InstrumentMode::Safe; }

/// A question about violence that stands in the other form without its mark, or a form that has none left.
bool losesSafeQuestions(const Questionnaire &shipped, const Questionnaire &form)
{
    const auto isMarked = [](const Question &question) { return question.isSafe; };
    if (isSafe(form) || std::ranges::none_of(shipped.questions(), isMarked))
        return false;
    if (std::ranges::none_of(form.questions(), isMarked))
        return true;
    return std::ranges::any_of(shipped.questions(), [&](const Question &question) {
        const auto same = form.findQuestion(question.linkId);
        return question.isSafe && same && !form.questions()[*same].isSafe;
    });
}

} // namespace

Result<bool> differInTextsAlone(std::string_view one, std::string_view other)
{
    TRY(const json::Value meaning, meaningOf(one));
    TRY(const json::Value otherMeaning, meaningOf(other));
    return meaning == otherMeaning;
}

Result<std::optional<ShippedClash>> clashWithShipped(const ContentPack &pack,
                                                     const std::vector<QuestionnairePointer> &instruments,
                                                     const InstrumentLibrary &shipped)
{
    using Kind = ShippedClash::Kind;
    for (const QuestionnairePointer &form : instruments) {
        const std::string &id = form->id();
        const auto known = shipped.find(id);
        if (!known)
            continue;
        const Questionnaire &own = **known;
        if (isSafe(own) && !isSafe(*form))
            return std::optional(ShippedClash{Kind::Unsafe, id + ": the shipped one is in safe mode, and this is not"});
        if (losesSafeQuestions(own, *form))
            return std::optional(ShippedClash{Kind::Unsafe, id + ": its questions about violence are not marked so"});
        if (own.version() != form->version())
            continue;
        TRY(const std::string resource, shippedResource(id));
        TRY(const bool isSame, differInTextsAlone(fileOf(pack, id), resource));
        if (!isSame || (form->head().takesSelfFill && !own.head().takesSelfFill))
            return std::optional(ShippedClash{
                Kind::MeaningChanged, id
                                          + ": it is not the shipped one in other words, and so needs a version of its "
                                            "own instead of "
                                          + form->version()});
    }
    return std::optional<ShippedClash>();
}

} // namespace faltakt::screening
