#include "sync/client/registration.h"

namespace faltakt::client {

namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::Result;

json::Object Registration::toJson() const
{
    json::Object object{{"host", server.host},
                        {"port", std::int64_t(server.port)},
                        {"root", base::toBase64Url(rootCertificate)},
                        {"tenant", owner.tenant.toString()},
                        {"worker", owner.worker.toString()},
                        {"device", owner.device.toString()},
                        {"workerName", workerName},
                        {"tenantName", tenantName},
                        {"profile", profile},
                        {"outboxKey", outboxKey.toBase64Url()},
                        {"tenantKey", tenantKey.toJwk()},
                        {"policy", policy}};
    if (training)
        object.append("training", true);
    if (!packKeys.empty()) {
        json::Array keys;
        for (const crypto::PublisherKey &key : packKeys)
            keys.emplace_back(key.toBase64Url());
        object.append("packKeys", std::move(keys));
    }
    return object;
}

namespace {

template <typename Id>
Result<void> readId(const json::Value &value, std::string_view name, Id &id)
{
    TRY(const std::string text, value.requireString(name));
    TRY(id, Id::parse(text));
    return {};
}

Result<Registration> read(const json::Value &value)
{
    TRY(const std::string outboxKeyText, value.requireString("outboxKey"));
    TRY(crypto::BoxPublicKey outboxKey, crypto::BoxPublicKey::fromBase64Url(outboxKeyText));
    TRY(const json::Object *tenantJwk, value.requireObject("tenantKey"));
    TRY(crypto::PublicKey tenantKey, crypto::PublicKey::fromJwk(*tenantJwk));
    Registration registration{{}, {}, {}, {}, {}, {}, outboxKey, std::move(tenantKey), {}};
    TRY(registration.server.host, value.requireString("host"));
    TRY(const std::int64_t port, value.requireInteger("port"));
    TRY(const std::string root, value.requireString("root"));
    registration.training = value.boolAt("training");
    if (registration.training && (port != 0 || !registration.server.host.empty() || !root.empty()))
        return fail(ErrorCode::InvalidInput, "training with a server");
    if (!registration.training && (port < 1 || port > 65535))
        return fail(ErrorCode::InvalidInput, "port");
    registration.server.port = std::uint16_t(port);
    TRY(registration.rootCertificate, base::fromBase64Url(root));
    TRY_VOID(readId(value, "tenant", registration.owner.tenant));
    TRY_VOID(readId(value, "worker", registration.owner.worker));
    TRY_VOID(readId(value, "device", registration.owner.device));
    TRY(registration.profile, value.requireString("profile"));
    registration.workerName = value.stringAt("workerName");
    registration.tenantName = value.stringAt("tenantName");
    if (const json::Value *policy = value.find("policy"); policy && policy->object())
        registration.policy = *policy->object();
    if (value.find("packKeys")) {
        TRY(const json::Array *keys, value.requireArray("packKeys"));
        for (const json::Value &key : *keys) {
            TRY(auto publisher, crypto::PublisherKey::fromBase64Url(key.string() ? *key.string() : std::string()));
            registration.packKeys.push_back(std::move(publisher));
        }
    }
    return registration;
}

} // namespace

Result<Registration> Registration::fromJson(const json::Object &object)
{
    auto registration = read(object);
    if (!registration)
        return fail(ErrorCode::Damaged, "the store's registration: " + registration.error().detail());
    return registration;
}

Result<Registration> Registration::fromAttributes(const json::Object &attributes)
{
    const json::Value *value = attributes.find(AttributeName);
    if (!value || !value->object())
        return fail(ErrorCode::Damaged, "the store's registration is missing");
    return fromJson(*value->object());
}

} // namespace faltakt::client
