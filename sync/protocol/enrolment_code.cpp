#include "sync/protocol/enrolment_code.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::string_view Scheme = "faltakt://";
constexpr std::size_t LongestCode = 512;
constexpr std::size_t LongestHost = 253;

bool isLetterOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool isHostName(std::string_view host)
{
    const bool sound =
        std::all_of(host.begin(), host.end(), [](char c) { return isLetterOrDigit(c) || c == '-' || c == '.'; });
    return sound && !host.empty() && host.size() <= LongestHost && isLetterOrDigit(host.front())
           && isLetterOrDigit(host.back()) && host.find("..") == std::string_view::npos;
}

bool isAddress6(std::string_view host)
{
    const bool sound = std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == ':' || c == '.';
    });
    return sound && host.size() <= 45 && std::count(host.begin(), host.end(), ':') >= 2;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char &c : result)
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    return result;
}

Result<void> readAuthority(std::string_view authority, EnrolmentCode &code)
{
    const auto colon = authority.rfind(':');
    const bool bracketed = authority.starts_with('[');
    if (bracketed && authority.find(']') == std::string_view::npos)
        return fail(ErrorCode::InvalidInput, "enrolment code: the host is not well formed");
    if (colon == std::string_view::npos || (bracketed && colon < authority.find(']')))
        return fail(ErrorCode::InvalidInput, "enrolment code: the port is missing");
    std::string_view host = authority.substr(0, colon);
    if (bracketed) {
        if (host.size() < 2 || !host.ends_with(']'))
            return fail(ErrorCode::InvalidInput, "enrolment code: the host is not well formed");
        host = host.substr(1, host.size() - 2);
    }
    code.host = lowered(host);
    if (bracketed ? !isAddress6(code.host) : !isHostName(code.host))
        return fail(ErrorCode::InvalidInput, "enrolment code: the host is not well formed");
    const std::string_view digits = authority.substr(colon + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code.port);
    if (error != std::errc() || end != digits.data() + digits.size() || code.port == 0)
        return fail(ErrorCode::InvalidInput, "enrolment code: the port must be 1 to 65535");
    return {};
}

} // namespace

std::string formatHostAndPort(std::string_view host, std::uint16_t port)
{
    const bool bracketed = host.find(':') != std::string_view::npos;
    std::string text;
    if (bracketed)
        text += '[';
    text += host;
    if (bracketed)
        text += ']';
    return text + ':' + std::to_string(port);
}

Result<EnrolmentCode> EnrolmentCode::parse(std::string_view input)
{
    if (input.size() > LongestCode)
        return fail(ErrorCode::TooLarge, "enrolment code: too long");
    const std::string trimmed = base::trimmed(input);
    std::string_view text = trimmed;
    if (!lowered(text.substr(0, Scheme.size())).starts_with(Scheme))
        return fail(ErrorCode::InvalidInput, "enrolment code: it must begin with faltakt://");
    text.remove_prefix(Scheme.size());
    const auto slash = text.find("/#");
    if (slash == std::string_view::npos)
        return fail(ErrorCode::InvalidInput, "enrolment code: the part after /# is missing");
    EnrolmentCode code;
    TRY_VOID(readAuthority(text.substr(0, slash), code));
    const std::string_view rest = text.substr(slash + 2);
    const auto dot = rest.find('.');
    if (dot == std::string_view::npos)
        return fail(ErrorCode::InvalidInput, "enrolment code: the secret is missing");
    const auto fingerprint = base::hashFromBase64Url(rest.substr(0, dot));
    if (!fingerprint)
        return fail(ErrorCode::InvalidInput, "enrolment code: the fingerprint is damaged");
    code.fingerprint = *fingerprint;
    const auto secret = base::fromBase64Url(rest.substr(dot + 1));
    if (!secret || secret->size() != code.secret.size())
        return fail(ErrorCode::InvalidInput, "enrolment code: the secret is damaged");
    std::copy(secret->begin(), secret->end(), code.secret.begin());
    return code;
}

std::string EnrolmentCode::toString() const
{
    return std::string(Scheme) + formatHostAndPort(host, port) + "/#" + base::toBase64Url(fingerprint) + '.'
           + base::toBase64Url(secret);
}

std::string EnrolmentCode::origin() const { return "https://" + formatHostAndPort(host, port); }

} // namespace faltakt::protocol
