#include "sync/protocol/quarantine.h"

#include "sync/protocol/member_reader.h"

#include <algorithm>
#include <charconv>

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace json = base::json;

namespace {

constexpr std::string_view Before = "before=";
constexpr std::string_view Limit = "limit=";
constexpr std::string_view Case = "case=";
constexpr std::string_view Exported = "export=";
/// A line may name as many others as it has room for.
constexpr std::size_t HeadLineBytes = 2 * Limits::ChangeLineBytes;

Result<std::int64_t> readNumber(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 1)
        return fail(ErrorCode::InvalidInput, "query: not a number above 0");
    return number;
}

template <typename IdType>
Result<std::optional<IdType>> readOnce(std::string_view text, const std::optional<IdType> &before)
{
    if (before)
        return fail(ErrorCode::InvalidInput, "query: a member stands twice");
    TRY(const IdType id, IdType::parse(text));
    return std::optional(id);
}

json::Value orNull(const auto &id) { return id ? json::Value(id->toString()) : json::Value(); }

std::string encodeHead(const QuarantinedLine &line)
{
    json::Array buildsOn;
    for (const base::ChangeId &id : line.buildsOn)
        buildsOn.emplace_back(id.toString());
    return json::serialise(json::Object{{"returned", json::Object{{"change", orNull(line.change)},
                                                                  {"case", orNull(line.caseId)},
                                                                  {"worker", line.worker.toString()},
                                                                  {"workerName", line.workerName},
                                                                  {"device", line.device.toString()},
                                                                  {"forsaken", line.isForsaken},
                                                                  {"received", base::toMs(line.received)},
                                                                  {"reason", line.reason},
                                                                  {"field", line.field},
                                                                  {"buildsOn", std::move(buildsOn)},
                                                                  {"line", line.line.has_value()}}}});
}

template <typename IdType>
Result<std::optional<IdType>> maybeId(const json::Value &value, std::string_view name)
{
    const json::Value *member = value.find(name);
    if (!member || member->isNull())
        return std::optional<IdType>();
    TRY(const auto id, requireId<IdType>(value, name));
    return std::optional(id);
}

Result<QuarantinedLine> readHead(const json::Value &value)
{
    QuarantinedLine line;
    TRY(line.change, maybeId<base::ChangeId>(value, "change"));
    TRY(line.caseId, maybeId<base::CaseId>(value, "case"));
    TRY(line.worker, requireId<base::WorkerId>(value, "worker"));
    TRY(line.workerName, requireText(value, "workerName", Limits::TextBytes));
    TRY(line.device, requireId<base::DeviceId>(value, "device"));
    TRY(line.isForsaken, value.requireBool("forsaken"));
    TRY(line.received, requireInstant(value, "received"));
    TRY(line.reason, requireText(value, "reason", Limits::TextBytes));
    TRY(line.field, value.requireString("field"));
    TRY(const json::Array *buildsOn, value.requireArray("buildsOn"));
    for (const json::Value &item : *buildsOn) {
        const auto id = item.string() ? base::ChangeId::parse(*item.string()) : fail(ErrorCode::InvalidInput);
        if (!id)
            return fail(ErrorCode::InvalidInput, "buildsOn must hold ids");
        line.buildsOn.push_back(*id);
    }
    return line;
}

/// Reads line by line; knows where the end stands.
class PageReader {
public:
    explicit PageReader(std::string_view body) : m_rest(body) {}

    Result<QuarantinePage> read()
    {
        while (true) {
            TRY(const std::string_view text, nextLine());
            TRY(const json::Value value, readObject(text, HeadLineBytes));
            if (const json::Value *returned = value.find("returned")) {
                TRY_VOID(readOne(*returned));
            } else if (const json::Value *before = value.find("before")) {
                if (!before->isNull()) {
                    TRY(m_page.before, requireCount(value, "before", 1));
                }
                return m_rest.empty() ? Result<QuarantinePage>(std::move(m_page))
                                      : fail(ErrorCode::InvalidInput, "something stands after the end");
            }
        }
    }

private:
    Result<std::string_view> nextLine()
    {
        const auto end = m_rest.find('\n');
        if (end == std::string_view::npos)
            return fail(ErrorCode::InvalidInput, "page is cut");
        const std::string_view line = m_rest.substr(0, end);
        m_rest.remove_prefix(end + 1);
        return line;
    }

    Result<void> readOne(const json::Value &value)
    {
        TRY(QuarantinedLine line, readHead(value));
        TRY(const bool follows, value.requireBool("line"));
        if (follows) {
            TRY(const std::string_view text, nextLine());
            // One line that this version cannot read does not take the others with it.
            if (auto read = changelog::readChangeLine(std::string(text)))
                line.line = std::move(*read);
        }
        m_page.lines.push_back(std::move(line));
        return {};
    }

    std::string_view m_rest;
    QuarantinePage m_page;
};

} // namespace

std::string encodeQuarantineQuery(const QuarantineRequest &request)
{
    std::string query = std::string(Limit) + std::to_string(request.limit);
    if (request.before)
        query.append(1, '&').append(Before).append(std::to_string(*request.before));
    if (request.exported) {
        query.append(1, '&').append(Case).append(request.exported->caseId.toString());
        query.append(1, '&').append(Exported).append(request.exported->change.toString());
    }
    return query;
}

Result<QuarantineRequest> decodeQuarantineQuery(std::string_view query)
{
    QuarantineRequest request;
    std::optional<base::CaseId> caseId;
    std::optional<base::ChangeId> change;
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const std::string_view member = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (member.starts_with(Before)) {
            if (request.before)
                return fail(ErrorCode::InvalidInput, "query: a member stands twice");
            TRY(request.before, readNumber(member.substr(Before.size())));
        } else if (member.starts_with(Limit)) {
            TRY(const std::int64_t limit, readNumber(member.substr(Limit.size())));
            request.limit = std::min(std::size_t(limit), Limits::QuarantineLines);
        } else if (member.starts_with(Case)) {
            TRY(caseId, readOnce(member.substr(Case.size()), caseId));
        } else if (member.starts_with(Exported)) {
            TRY(change, readOnce(member.substr(Exported.size()), change));
        }
    }
    // Whoever asks to export must not be taken to ask for a page.
    if (change && !caseId)
        return fail(ErrorCode::InvalidInput, "query: export without case");
    if (change)
        request.exported = QuarantineRequest::Export{*caseId, *change};
    return request;
}

std::string encode(const QuarantinePage &page)
{
    std::string body;
    for (const QuarantinedLine &line : page.lines) {
        body.append(encodeHead(line)) += '\n';
        if (line.line)
            body.append(line.line->line) += '\n';
    }
    const json::Value before = page.before ? json::Value(*page.before) : json::Value();
    return body + json::serialise(json::Object{{"before", before}}) + '\n';
}

std::size_t encodedSize(const QuarantinedLine &line)
{
    return encodeHead(line).size() + 1 + (line.line ? line.line->line.size() + 1 : 0);
}

Result<QuarantinePage> decodeQuarantinePage(std::string_view body)
{
    if (body.size() > Limits::AnswerBytes)
        return fail(ErrorCode::TooLarge, "quarantine page");
    auto page = PageReader(body).read();
    if (!page)
        return fail(base::Error(ErrorCode::Damaged, page.error().detail()).withContext("quarantine page"));
    return page;
}

} // namespace faltakt::protocol
