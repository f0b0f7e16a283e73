#include "core/screening/response_reader.h"

#include "core/screening/response_items_reader.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;
using base::json::Value;

namespace {

constexpr int MaxJsonDepth = 64;
constexpr std::size_t MaxAddressBytes = 512;

struct StatusWord {
    std::string_view code;
    ResponseHead::Status status;
};
/// What was corrected after completion is complete. "entered-in-error" is none: it takes the answers back.
constexpr std::array<StatusWord, 4> StatusWords = {StatusWord{"in-progress", ResponseHead::Status::InProgress},
                                                   StatusWord{"completed", ResponseHead::Status::Completed},
                                                   StatusWord{"amended", ResponseHead::Status::Completed},
                                                   StatusWord{"stopped", ResponseHead::Status::Stopped}};

/// "urn:x|1.0" are address and version.
Result<void> readQuestionnaire(const FhirElement &root, ResponseHead &head)
{
    TRY(const std::string canonical, root.string("questionnaire", MaxAddressBytes));
    const std::size_t bar = canonical.rfind('|');
    head.questionnaire = canonical.substr(0, bar);
    head.version = bar == std::string::npos ? std::string() : canonical.substr(bar + 1);
    if (head.questionnaire.empty())
        return root.refuse(ErrorCode::InvalidInput, "questionnaire", "no address");
    return {};
}

Result<ResponseHead::Status> readStatus(const FhirElement &root)
{
    TRY(const std::string code, root.code("status"));
    const auto found = std::ranges::find(StatusWords, std::string_view(code), &StatusWord::code);
    if (found != StatusWords.end())
        return found->status;
    if (code == "entered-in-error")
        return root.refuse(ErrorCode::Unsupported, "status", "the answers were entered in error");
    return root.refuse(ErrorCode::InvalidInput, "status", "not in-progress, completed, amended or stopped");
}

Result<std::optional<base::Instant>> readAuthored(const FhirElement &root)
{
    TRY(const auto text, root.maybeString("authored", MaxCodeBytes));
    if (!text)
        return std::optional<base::Instant>();
    if (const auto instant = base::parseInstant(*text))
        return std::optional(*instant);
    if (const auto date = PartialDate::parse(*text))
        return std::optional<base::Instant>(std::chrono::sys_days(date->first()));
    return root.refuse(ErrorCode::InvalidInput, "authored", "no date and no time");
}

/// Our own opaque id; whoever else a reference names is nobody that we know.
Result<std::string> readPerson(const FhirElement &root, std::string_view name)
{
    TRY(const auto reference, root.maybeChild(name));
    if (!reference)
        return std::string();
    TRY(const auto identifier, reference->maybeChild("identifier"));
    if (!identifier)
        return std::string();
    TRY(const auto system, identifier->maybeString("system", MaxAddressBytes));
    if (!system || *system != SubjectSystem)
        return std::string();
    return identifier->code("value");
}

/// The person is said to be the one who recorded the answers.
Result<bool> readSelfReported(const FhirElement &root)
{
    TRY(const auto author, root.maybeChild("author"));
    if (!author)
        return false;
    TRY(const auto type, author->maybeString("type", MaxCodeBytes));
    TRY(const auto reference, author->maybeString("reference", MaxAddressBytes));
    return type ? *type == "Patient" : reference && reference->starts_with("Patient/");
}

Result<ResponseHead> readHead(const FhirElement &root)
{
    TRY(const std::string type, root.code("resourceType"));
    if (type != "QuestionnaireResponse")
        return root.refuse(ErrorCode::InvalidInput, "resourceType", "not QuestionnaireResponse");
    for (const char *const name : {"implicitRules", "modifierExtension"})
        if (root.has(name))
            return root.refuse(ErrorCode::Unsupported, name, "may change the meaning of the answers and is not read");
    ResponseHead head;
    TRY_VOID(readQuestionnaire(root, head));
    TRY(head.status, readStatus(root));
    TRY(head.authored, readAuthored(root));
    TRY(head.subject, readPerson(root, "subject"));
    TRY(head.isSelfReported, readSelfReported(root));
    return head;
}

/// Numbers alike to what a decimal in JSON keeps.
bool isSame(const Value &stated, const Value &computed)
{
    constexpr double Least = 1e-6;
    if (stated.isNumber() && computed.isNumber())
        return std::abs(stated.number() - computed.number()) <= Least;
    return stated == computed;
}

} // namespace

Result<ForeignResponse> ForeignResponse::parse(std::string_view text)
{
    TRY(Value resource, base::json::parse(text, {.maxBytes = MaxResponseBytes, .maxDepth = MaxJsonDepth}));
    TRY(const FhirElement root, FhirElement::root(resource));
    TRY(ResponseHead head, readHead(root));
    return ForeignResponse(std::move(resource), std::move(head));
}

Result<ReadResponse> ForeignResponse::read(const QuestionnairePointer &questionnaire) const
{
    TRY(const FhirElement root, FhirElement::root(m_resource));
    if (m_head.questionnaire != questionnaire->url() || m_head.version != questionnaire->version())
        return root.refuse(ErrorCode::InvalidInput, "questionnaire", "another one, or another version");
    return ResponseItemsReader(questionnaire).read(root);
}

std::vector<std::string> differingResults(const std::vector<StatedResult> &stated, const ScreeningResult &result)
{
    std::vector<std::string> differing;
    for (const StatedResult &one : stated) {
        const Value &computed = result.results[one.calculation].value;
        if (isSame(one.value, computed))
            continue;
        const std::string ours =
            computed.isNull() ? "is not certain from the answers" : "comes out as " + base::json::serialise(computed);
        differing.push_back(result.questionnaire->calculations()[one.calculation].linkId + ": "
                            + base::json::serialise(one.value) + " is stated, and it " + ours);
    }
    return differing;
}

} // namespace faltakt::screening
