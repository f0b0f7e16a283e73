#include "sync/protocol/pull.h"

#include "sync/protocol/compartment_names.h"
#include "sync/protocol/member_reader.h"

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::CompartmentSet;
using changelog::DeliveredChange;
using changelog::ForgetLine;
using changelog::GrantLine;
using changelog::KeyLine;
using changelog::OlderLine;
using changelog::PullItem;
using changelog::PullPage;
namespace json = base::json;

namespace {

constexpr std::size_t ControlLineBytes = 16 * 1024;

std::string encodeItem(const GrantLine &grant)
{
    json::Object body{{"case", grant.caseId.toString()},
                      {"compartments", encodeCompartments(grant.compartments)},
                      {"seq", grant.seq}};
    return json::serialise(json::Object{{"grant", std::move(body)}});
}

std::string encodeItem(const ForgetLine &forget)
{
    json::Object body{{"case", forget.caseId.toString()},
                      {"compartments", encodeCompartments(forget.remaining)},
                      {"seq", forget.seq}};
    if (forget.anew)
        body.append("anew", true);
    return json::serialise(json::Object{{"forget", std::move(body)}});
}

std::string encodeItem(const OlderLine &older)
{
    json::Object body{{"case", older.caseId.toString()}, {"count", older.count}};
    return json::serialise(json::Object{{"older", std::move(body)}});
}

std::string encodeItem(const KeyLine &key)
{
    json::Object body{{"device", key.device.toString()},
                      {"worker", key.worker.toString()},
                      {"jwk", key.jwk},
                      {"from", base::toMs(key.from)},
                      {"until", key.until ? json::Value(base::toMs(*key.until)) : json::Value()},
                      {"sig", key.signature}};
    return json::serialise(json::Object{{"key", std::move(body)}});
}

/// Written by hand: a page holds a thousand of them, and no part needs escaping.
std::string encodeItem(const DeliveredChange &change)
{
    return R"({"env":{"seq":)" + std::to_string(change.receipt.seq) + R"(,"received":)"
           + std::to_string(base::toMs(change.receipt.received)) + R"(,"stamp":")"
           + base::toBase64Url(change.receipt.stamp) + "\"}}\n" + change.line.line;
}

std::string encodeItem(const PullItem &item)
{
    return std::visit([](const auto &line) { return encodeItem(line); }, item);
}

template <typename Line>
Result<Line> readCaseLine(const json::Value &value)
{
    TRY(const auto caseId, requireId<base::CaseId>(value, "case"));
    TRY(const CompartmentSet compartments, readCompartments(value));
    TRY(const std::int64_t seq, requireCount(value, "seq", 1));
    return Line{caseId, compartments, seq};
}

Result<OlderLine> readOlder(const json::Value &value)
{
    TRY(const auto caseId, requireId<base::CaseId>(value, "case"));
    TRY(const std::int64_t count, requireCount(value, "count", 0));
    return OlderLine{caseId, count};
}

Result<KeyLine> readKey(const json::Value &value)
{
    KeyLine key;
    TRY(key.device, requireId<base::DeviceId>(value, "device"));
    TRY(key.worker, requireId<base::WorkerId>(value, "worker"));
    TRY_VOID(requireKey(value, "jwk"));
    key.jwk = *value.find("jwk");
    TRY(key.from, requireInstant(value, "from"));
    if (const json::Value *until = value.find("until"); until && !until->isNull()) {
        TRY(key.until, requireInstant(value, "until"));
    }
    TRY(key.signature, value.requireString("sig"));
    TRY_VOID(requireSignature(value, "sig"));
    return key;
}

Result<changelog::Receipt> readEnvelope(const json::Value &value)
{
    changelog::Receipt receipt;
    TRY(receipt.seq, requireCount(value, "seq", 1));
    TRY(receipt.received, requireInstant(value, "received"));
    TRY(receipt.stamp, requireHash(value, "stamp"));
    return receipt;
}

/// Reads line by line; knows where the end stands.
class PageReader {
public:
    explicit PageReader(std::string_view body) : m_rest(body) {}

    Result<PullPage> read()
    {
        while (!m_done) {
            TRY(const std::string_view line, nextLine());
            TRY(const json::Value value, readObject(line, ControlLineBytes));
            TRY_VOID(readControlLine(value));
        }
        if (!m_rest.empty())
            return fail(ErrorCode::Damaged, "something stands after the end");
        return std::move(m_page);
    }

private:
    Result<std::string_view> nextLine()
    {
        const auto end = m_rest.find('\n');
        if (end == std::string_view::npos)
            return fail(ErrorCode::Damaged, "page is cut");
        const std::string_view line = m_rest.substr(0, end);
        m_rest.remove_prefix(end + 1);
        return line;
    }

    Result<void> readControlLine(const json::Value &value)
    {
        if (const json::Value *envelope = value.find("env"))
            return readChange(*envelope);
        if (const json::Value *grant = value.find("grant")) {
            TRY(auto line, readCaseLine<GrantLine>(*grant));
            m_page.items.emplace_back(line);
        } else if (const json::Value *forget = value.find("forget")) {
            TRY(auto line, readCaseLine<ForgetLine>(*forget));
            line.anew = forget->boolAt("anew");
            m_page.items.emplace_back(line);
        } else if (const json::Value *older = value.find("older")) {
            TRY(auto line, readOlder(*older));
            m_page.items.emplace_back(line);
        } else if (const json::Value *key = value.find("key")) {
            TRY(auto line, readKey(*key));
            m_page.items.emplace_back(std::move(line));
        } else if (value.find("cursor")) {
            TRY(m_page.cursor, requireText(value, "cursor", Limits::CursorBytes));
            TRY(m_page.more, value.requireBool("more"));
            m_done = true;
        }
        return {};
    }

    Result<void> readChange(const json::Value &envelope)
    {
        TRY(const auto receipt, readEnvelope(envelope));
        TRY(const std::string_view line, nextLine());
        TRY(auto change, changelog::readChangeLine(std::string(line)));
        m_page.items.emplace_back(DeliveredChange{receipt, std::move(change)});
        return {};
    }

    std::string_view m_rest;
    PullPage m_page;
    bool m_done = false;
};

} // namespace

std::string encodePullPage(const PullPage &page)
{
    std::string body;
    for (const PullItem &item : page.items)
        body.append(encodeItem(item)) += '\n';
    return body + json::serialise(json::Object{{"cursor", page.cursor}, {"more", page.more}}) + '\n';
}

std::size_t encodedSize(const PullItem &item)
{
    if (const auto *change = std::get_if<DeliveredChange>(&item)) {
        constexpr std::size_t EnvelopeBytes = 128; // The numbers are at their longest.
        return change->line.line.size() + EnvelopeBytes;
    }
    return encodeItem(item).size() + 1;
}

Result<PullPage> decodePullPage(std::string_view body)
{
    if (body.size() > Limits::AnswerBytes)
        return fail(ErrorCode::TooLarge, "pull page");
    auto page = PageReader(body).read();
    if (!page && page.error().code() == ErrorCode::InvalidInput)
        return fail(base::Error(ErrorCode::Damaged, page.error().detail()).withContext("pull page"));
    return page;
}

} // namespace faltakt::protocol
