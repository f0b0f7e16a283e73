#include "core/crypto/key_file.h"

#include "core/crypto/hash.h"

#include <algorithm>
#include <limits>

namespace faltakt::crypto {

namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::string_view Format = "faltakt-keys";
constexpr std::int64_t Version = 1;

json::Value wrapToJson(const std::optional<PassphraseWrap> &wrap)
{
    if (!wrap)
        return nullptr;
    return json::Object{{"kdf", "argon2id"},
                        {"salt", base::toBase64Url(wrap->salt)},
                        {"passes", wrap->cost.passes},
                        {"memoryKiB", wrap->cost.memoryKiB},
                        {"deviceSecret", wrap->usesDeviceSecret},
                        {"sealed", base::toBase64Url(wrap->sealedMasterKey)}};
}

json::Object authenticatedPart(const KeyFile &file)
{
    return {{"format", Format},
            {"version", Version},
            {"store", file.store.toString()},
            {"recoveryKey", file.recoveryKey.toBase64Url()},
            {"wrapC", base::toBase64Url(file.recoveryWrap)},
            {"databaseKey", base::toBase64Url(file.sealedDatabaseKey)},
            {"nextDatabaseKey",
             file.sealedNextDatabaseKey ? json::Value(base::toBase64Url(*file.sealedNextDatabaseKey)) : json::Value()},
            {"signingKey", base::toBase64Url(file.sealedSigningKey)},
            {"attributes", file.attributes}};
}

json::Object triesToJson(const TryCounter &tries)
{
    return {{"wrong", tries.wrong()},
            {"unanswered", tries.unanswered()},
            {"last", base::toMs(tries.last())},
            {"notBefore", base::toMs(tries.notBefore())}};
}

Result<base::Bytes> bytesAt(const json::Value &value, std::string_view name)
{
    TRY(const std::string text, value.requireString(name));
    return base::fromBase64Url(text);
}

Result<std::uint32_t> countAt(const json::Value &value, std::string_view name)
{
    TRY(const std::int64_t number, value.requireInteger(name));
    if (number < 0 || number > std::numeric_limits<std::uint32_t>::max())
        return fail(ErrorCode::InvalidInput, std::string(name) + " out of range");
    return std::uint32_t(number);
}

Result<std::optional<PassphraseWrap>> wrapFromJson(const json::Value &value)
{
    if (value.isNull())
        return std::optional<PassphraseWrap>();
    TRY(const std::string kdf, value.requireString("kdf"));
    if (kdf != "argon2id")
        return fail(ErrorCode::Unsupported, "passphrase function");
    PassphraseWrap wrap;
    TRY(const auto salt, bytesAt(value, "salt"));
    if (salt.size() != wrap.salt.size())
        return fail(ErrorCode::InvalidInput, "salt length");
    std::copy(salt.begin(), salt.end(), wrap.salt.begin());
    TRY(wrap.cost.passes, countAt(value, "passes"));
    TRY(wrap.cost.memoryKiB, countAt(value, "memoryKiB"));
    TRY(wrap.usesDeviceSecret, value.requireBool("deviceSecret"));
    TRY(wrap.sealedMasterKey, bytesAt(value, "sealed"));
    return std::optional(std::move(wrap));
}

Result<TryCounter> triesFromJson(const json::Value &value)
{
    TRY(const auto wrong, countAt(value, "wrong"));
    TRY(const auto unanswered, countAt(value, "unanswered"));
    TRY(const auto last, value.requireInteger("last"));
    TRY(const auto notBefore, value.requireInteger("notBefore"));
    const TryCounter tries(wrong, unanswered, base::instantFromMs(last), base::instantFromMs(notBefore));
    if (!tries.isSound())
        return fail(ErrorCode::InvalidInput, "tries out of range");
    return tries;
}

const json::Value &memberOf(const json::Value &value, std::string_view name)
{
    static const json::Value Missing("missing");
    const json::Value *member = value.find(name);
    return member ? *member : Missing;
}

Result<KeyFile> readMembers(const json::Value &value)
{
    TRY(const std::string recoveryText, value.requireString("recoveryKey"));
    TRY(const BoxPublicKey recoveryKey, BoxPublicKey::fromBase64Url(recoveryText));
    KeyFile file(recoveryKey);
    TRY(const std::string store, value.requireString("store"));
    TRY(file.store, base::Uuid::parse(store));
    TRY(file.passphraseWrap, wrapFromJson(memberOf(value, "wrapA")));
    TRY(file.recoveryWrap, bytesAt(value, "wrapC"));
    TRY(file.sealedDatabaseKey, bytesAt(value, "databaseKey"));
    if (!memberOf(value, "nextDatabaseKey").isNull()) {
        TRY(file.sealedNextDatabaseKey, bytesAt(value, "nextDatabaseKey"));
    }
    TRY(file.sealedSigningKey, bytesAt(value, "signingKey"));
    TRY(const json::Object *attributes, value.requireObject("attributes"));
    file.attributes = *attributes;
    TRY(const std::string mac, value.requireString("mac"));
    TRY(file.mac, base::hashFromBase64Url(mac));
    TRY(file.tries, triesFromJson(memberOf(value, "tries")));
    return file;
}

/// What is wrong inside the file is damage to the caller, except where a newer version may have written it.
base::Error asDamage(const base::Error &error)
{
    if (error.code() == ErrorCode::Unsupported)
        return error.withContext("key file");
    return base::Error(ErrorCode::Damaged, "key file: " + error.detail(), error.location());
}

} // namespace

std::string KeyFile::authenticatedText() const { return json::serialise(authenticatedPart(*this)); }

std::string KeyFile::toText() const
{
    json::Object object = authenticatedPart(*this);
    object.append("mac", base::toBase64Url(mac));
    object.append("wrapA", wrapToJson(passphraseWrap));
    object.append("tries", triesToJson(tries));
    object.append("checksum", base::toBase64Url(blake2b256(base::bytesOf(json::serialise(object)))));
    return json::serialise(std::move(object)) + '\n';
}

Result<KeyFile> KeyFile::fromText(std::string_view text)
{
    const auto value = json::parse(text, {.maxBytes = MaxBytes});
    if (!value)
        return fail(asDamage(value.error()));
    if (value->stringAt("format") != Format)
        return fail(ErrorCode::Damaged, "key file: format");
    const std::int64_t version = value->integerAt("version");
    if (version > Version)
        return fail(ErrorCode::Unsupported, "key file of a newer version");
    auto file = readMembers(*value);
    if (!file)
        return fail(asDamage(file.error()));
    // The one comparison covers checksum, version, unknown members and every other way to write the same thing.
    if (file->toText() != text)
        return fail(ErrorCode::Damaged, "key file: checksum");
    return file;
}

} // namespace faltakt::crypto
