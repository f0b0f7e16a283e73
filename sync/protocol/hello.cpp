// The call that begins every sync.
#include "sync/protocol/member_reader.h"
#include "sync/protocol/messages.h"

#include <algorithm>
#include <array>

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace json = base::json;

namespace {

constexpr std::array<std::string_view, 3> CommandNames = {"lock", "wipe", "fetchProfile"};

json::Array encodeCommands(const std::vector<DeviceCommand> &commands)
{
    json::Array items;
    for (const DeviceCommand &command : commands)
        items.emplace_back(
            json::Object{{"id", command.id.toString()}, {"command", CommandNames[std::size_t(command.kind)]}});
    return items;
}

Result<std::vector<DeviceCommand>> readCommands(const json::Value &value)
{
    TRY(const json::Array *items, value.requireArray("commands"));
    if (items->size() > Limits::Receipts)
        return fail(ErrorCode::TooLarge, "commands has too many items");
    std::vector<DeviceCommand> commands;
    for (const json::Value &item : *items) {
        TRY(const auto id, requireId<CommandId>(item, "id"));
        TRY(const std::string name, item.requireString("command"));
        const auto known = std::find(CommandNames.begin(), CommandNames.end(), name);
        if (known != CommandNames.end())
            commands.push_back({id, CommandKind(known - CommandNames.begin())});
    }
    return commands;
}

Result<OfferedLimits> readLimits(const json::Value &value)
{
    const json::Value *object = value.find("limits");
    if (!object || !object->isObject())
        return fail(ErrorCode::InvalidInput, "limits must be an object");
    TRY(const std::int64_t pushLines, requireCount(*object, "pushLines", 1));
    TRY(const std::int64_t pushBytes, requireCount(*object, "pushBytes", std::int64_t(Limits::ChangeLineBytes)));
    TRY(const std::int64_t pullLines, requireCount(*object, "pullLines", 1));
    return OfferedLimits{std::min(std::size_t(pushLines), Limits::PushLines),
                         std::min(std::size_t(pushBytes), Limits::PushBytes),
                         std::min(std::size_t(pullLines), Limits::PullLines)};
}

} // namespace

std::string encode(const HelloRequest &message)
{
    json::Array receipts;
    for (const CommandId &id : message.receipts)
        receipts.emplace_back(id.toString());
    json::Object object{{"device", message.device.toString()},
                        {"protocol", message.protocol},
                        {"app", message.app},
                        {"epoch", message.epoch},
                        {"n", message.n},
                        {"link", base::toBase64Url(message.link)},
                        {"cursor", message.cursor},
                        {"logId", message.logId},
                        {"receipts", std::move(receipts)}};
    if (message.forgotten > 0)
        object.append("forgotten", message.forgotten);
    return json::serialise(std::move(object));
}

Result<HelloRequest> decodeHelloRequest(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::BodyBytes));
    HelloRequest message;
    TRY(message.device, requireId<base::DeviceId>(value, "device"));
    TRY(message.protocol, requireCount(value, "protocol", 1));
    TRY(message.app, requireText(value, "app", Limits::TextBytes));
    TRY(message.epoch, requireCount(value, "epoch", 1));
    TRY(message.n, requireCount(value, "n"));
    TRY(message.link, requireHash(value, "link"));
    TRY(message.cursor, requireText(value, "cursor", Limits::CursorBytes));
    TRY(message.logId, requireText(value, "logId", Limits::TextBytes));
    TRY(const json::Array *receipts, value.requireArray("receipts"));
    if (receipts->size() > Limits::Receipts)
        return fail(ErrorCode::TooLarge, "receipts has too many items");
    for (const json::Value &item : *receipts) {
        const auto id = item.string() ? CommandId::parse(*item.string()) : fail(ErrorCode::InvalidInput);
        if (!id)
            return fail(ErrorCode::InvalidInput, "receipts must hold ids");
        message.receipts.push_back(*id);
    }
    if (value.find("forgotten")) {
        TRY(message.forgotten, requireCount(value, "forgotten"));
    }
    return message;
}

std::string encode(const HelloAnswer &message)
{
    const json::Object limits{{"pushLines", std::int64_t(message.limits.pushLines)},
                              {"pushBytes", std::int64_t(message.limits.pushBytes)},
                              {"pullLines", std::int64_t(message.limits.pullLines)}};
    json::Object object{{"time", base::toMs(message.time)},
                        {"logId", message.logId},
                        {"lease", base::toMs(message.leaseUntil)},
                        {"limits", limits},
                        {"commands", encodeCommands(message.commands)},
                        {"n", message.n},
                        {"fork", message.fork},
                        {"logChanged", message.logChanged},
                        {"revoked", message.revoked}};
    if (message.leadsTeam)
        object.append("leadsTeam", true);
    if (message.protectedUntil)
        object.append("leaseProtected", base::toMs(*message.protectedUntil));
    if (message.offerAbove)
        object.append("offerAbove", *message.offerAbove);
    if (!message.packs.empty())
        object.append("packs", encodePackNotices(message.packs));
    if (!message.profiles.empty())
        object.append("profiles", encodeProfileNotices(message.profiles));
    return json::serialise(std::move(object));
}

Result<HelloAnswer> decodeHelloAnswer(std::string_view body)
{
    TRY(const json::Value value, readObject(body, Limits::HelloAnswerBytes));
    HelloAnswer message;
    TRY(message.time, requireInstant(value, "time"));
    TRY(message.logId, requireText(value, "logId", Limits::TextBytes));
    TRY(message.leaseUntil, requireInstant(value, "lease"));
    TRY(message.limits, readLimits(value));
    TRY(message.commands, readCommands(value));
    TRY(message.n, requireCount(value, "n"));
    TRY(message.fork, value.requireBool("fork"));
    TRY(message.logChanged, value.requireBool("logChanged"));
    TRY(message.revoked, value.requireBool("revoked"));
    if (value.find("leadsTeam")) {
        TRY(message.leadsTeam, value.requireBool("leadsTeam"));
    }
    if (value.find("leaseProtected")) {
        TRY(message.protectedUntil, requireInstant(value, "leaseProtected"));
    }
    if (value.find("offerAbove")) {
        TRY(message.offerAbove, requireCount(value, "offerAbove"));
    }
    TRY(message.packs, readPackNotices(value));
    TRY(message.profiles, readProfileNotices(value));
    return message;
}

} // namespace faltakt::protocol
