// The query string of a pull.
#include "sync/protocol/pull.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'
           || c == '.' || c == '~';
}

std::string escaped(std::string_view text)
{
    constexpr std::string_view Digits = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        if (isUnreserved(c)) {
            result += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            result += '%';
            result += Digits[byte >> 4];
            result += Digits[byte & 15];
        }
    }
    return result;
}

Result<std::string> unescaped(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        const auto byte = base::fromHex(text.substr(std::min(i + 1, text.size()), 2));
        if (!byte || byte->size() != 1)
            return fail(ErrorCode::InvalidInput, "query: bad escape");
        result += char(byte->front());
        i += 2;
    }
    return result;
}

Result<std::int64_t> readNumber(std::string_view text, std::int64_t minimum, std::int64_t maximum)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool tooLarge = error == std::errc::result_out_of_range;
    if ((error != std::errc() && !tooLarge) || end != text.data() + text.size() || text.starts_with('-'))
        return fail(ErrorCode::InvalidInput, "query: not a number");
    if (number < minimum && !tooLarge)
        return fail(ErrorCode::InvalidInput, "query: a number is too small");
    return tooLarge ? maximum : std::min(number, maximum);
}

Result<void> readMember(std::string_view name, const std::string &value, PullRequest &request)
{
    if (name == "cursor") {
        if (value.size() > Limits::CursorBytes)
            return fail(ErrorCode::TooLarge, "query: cursor");
        request.cursor = value;
    } else if (name == "limit") {
        TRY(const std::int64_t limit, readNumber(value, 1, std::int64_t(Limits::PullLines)));
        request.limit = std::size_t(limit);
    } else if (name == "wait") {
        TRY(const std::int64_t wait, readNumber(value, 0, Limits::LongestWait.count()));
        request.wait = std::chrono::seconds(wait);
    } else if (name == "epoch") {
        TRY(request.epoch, readNumber(value, 1, std::int64_t(1) << 53));
    } else if (name == "log") {
        if (value.size() > Limits::TextBytes)
            return fail(ErrorCode::TooLarge, "query: log");
        request.logId = value;
    } else if (name == "again") {
        const auto caseId = base::CaseId::parse(value);
        if (!caseId)
            return fail(ErrorCode::InvalidInput, "query: again");
        request.again = *caseId;
    }
    return {};
}

} // namespace

std::string encodePullQuery(const PullRequest &request)
{
    std::string query = "cursor=" + escaped(request.cursor) + "&limit=" + std::to_string(request.limit)
                        + "&wait=" + std::to_string(request.wait.count()) + "&epoch=" + std::to_string(request.epoch);
    if (!request.logId.empty())
        query += "&log=" + escaped(request.logId);
    if (request.again)
        query += "&again=" + request.again->toString();
    return query;
}

Result<PullRequest> decodePullQuery(std::string_view query)
{
    PullRequest request;
    std::set<std::string_view> seen;
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const std::string_view member = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        const auto equals = std::min(member.find('='), member.size());
        const std::string_view name = member.substr(0, equals);
        if (!name.empty() && !seen.insert(name).second)
            return fail(ErrorCode::InvalidInput, "query: a member stands twice");
        TRY(const std::string value, unescaped(member.substr(std::min(equals + 1, member.size()))));
        TRY_VOID(readMember(name, value, request));
    }
    return request;
}

} // namespace faltakt::protocol
