// Who may say that a record is signed.
#include "core/changelog/signature.h"
#include "sync/client/signature_check.h"
#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"

using namespace faltakt;
using base::json::Object;

namespace {

/// One's own device with a note in a case, and a colleague whose device's key the server has told.
struct Desk {
    Desk()
    {
        REQUIRE(device.create().has_value());
        caseId = device.addPerson("Kim", "Prov");
        note = device.addNote(caseId, "first");
        tellKey(colleagueDevice, colleague, colleagueKey.publicKey());
    }

    void tellKey(base::DeviceId named, base::WorkerId worker, const crypto::PublicKey &key)
    {
        const changelog::KeyLine line{named, worker, key.toJwk(), device.clock().now(), std::nullopt, "by the tenant"};
        REQUIRE(device.store().applyPage({{line}, "keys", false}).has_value());
    }

    /// The fields of a colleague's sound signature over the note as it stands.
    [[nodiscard]] Object signature(const crypto::SigningKey &key)
    {
        return signatureBy(key, colleague, colleagueDevice);
    }
    [[nodiscard]] Object signatureBy(const crypto::SigningKey &key, base::WorkerId worker, base::DeviceId by)
    {
        std::vector<changelog::SignedHead> heads;
        Object named;
        for (const auto head : changelog::allHeads(*device.store().recordState(note).value())) {
            heads.emplace_back(head, device.store().changeLine(head).value().hash);
            named.append(head.toString(), base::toBase64Url(heads.back().second));
        }
        const auto at = device.clock().now();
        const auto text = changelog::frontierStatement(note, heads, worker, at);
        return {{"record", note.toString()},     {"heads", std::move(named)},
                {"worker", worker.toString()},   {"device", by.toString()},
                {"at", base::formatInstant(at)}, {"sig", base::toBase64Url(key.sign(base::bytesOf(text)).value())}};
    }
    void save(Object fields)
    {
        const auto record = device.makeId<base::RecordId>();
        REQUIRE(device.store()
                    .save({caseId, {changelog::makeCreation(record, "signature", std::move(fields))}, {}})
                    .has_value());
    }
    [[nodiscard]] bool isSigned()
    {
        const client::SignatureCheck check(device.store(), ownKey.publicKey());
        return check.isSigned(note, device.store().recordsOfCase(caseId).value()).value();
    }

    test::Device device{1};
    crypto::SigningKey ownKey = crypto::SigningKey::make().value();
    crypto::SigningKey colleagueKey = crypto::SigningKey::make().value();
    base::WorkerId colleague = device.makeId<base::WorkerId>();
    base::DeviceId colleagueDevice = device.makeId<base::DeviceId>();
    base::CaseId caseId;
    base::RecordId note;
};

} // namespace

TEST_CASE("a colleague's signature counts under the key that the server has told")
{
    Desk desk;
    CHECK_FALSE(desk.isSigned());
    desk.save(desk.signature(desk.colleagueKey));
    CHECK(desk.isSigned());
}

TEST_CASE("one's own signature counts before the server has told of the key")
{
    Desk desk;
    const auto &owner = desk.device.store().owner();
    desk.save(desk.signatureBy(desk.ownKey, owner.worker, owner.device));
    CHECK(desk.isSigned());
}

TEST_CASE("a signature by another key than the device's does not count")
{
    Desk desk;
    desk.save(desk.signature(crypto::SigningKey::make().value()));
    CHECK_FALSE(desk.isSigned());
}

TEST_CASE("a signature for a worker whose device it is not does not count")
{
    Desk desk;
    const auto other = desk.device.makeId<base::WorkerId>();
    desk.save(desk.signatureBy(desk.colleagueKey, other, desk.colleagueDevice));
    desk.save(desk.signatureBy(desk.ownKey, other, desk.device.store().owner().device));
    CHECK_FALSE(desk.isSigned());
}

TEST_CASE("a signature by a device that nobody has told of does not count")
{
    Desk desk;
    desk.save(desk.signatureBy(desk.colleagueKey, desk.colleague, desk.device.makeId<base::DeviceId>()));
    CHECK_FALSE(desk.isSigned());
}

TEST_CASE("a record that was edited after it was signed is not signed until it is signed again")
{
    Desk desk;
    desk.save(desk.signature(desk.colleagueKey));
    REQUIRE(desk.device.store().edit(desk.note, {{"text", "second"}}).has_value());
    CHECK_FALSE(desk.isSigned());
    desk.save(desk.signature(desk.colleagueKey));
    CHECK(desk.isSigned());
}

TEST_CASE("a signature with any of its words changed or missing does not count")
{
    Desk desk;
    const Object sound = desk.signature(desk.colleagueKey);
    const auto otherTime = base::formatInstant(desk.device.clock().now() + std::chrono::hours(1));
    const std::string head = sound.find("heads")->object()->begin()->first;
    const std::vector<std::pair<std::string, base::json::Value>> spoiled = {
        {"worker", desk.device.makeId<base::WorkerId>().toString()},
        {"at", otherTime},
        {"at", "yesterday"},
        {"sig", base::toBase64Url(crypto::Signature{})},
        {"sig", "x"},
        {"heads", Object()},
        {"heads", Object{{head, base::toBase64Url(base::Hash{})}}},
        {"heads", "none"},
        {"record", desk.device.makeId<base::RecordId>().toString()},
        {"device", nullptr},
    };
    for (const auto &[field, value] : spoiled) {
        Object fields = sound;
        fields.set(field, value);
        desk.save(std::move(fields));
        INFO(field);
        CHECK_FALSE(desk.isSigned());
    }
    desk.save(sound);
    CHECK(desk.isSigned());
}
