#include "core/casework/attachment.h"
#include "core/casework/field_text.h"
#include "core/casework/record_schemas.h"
#include "core/casework/timeline_text.h"
#include "core/changelog/change.h"
#include "core/crypto/system_random.h"
#include "tests/support/catch.h"

using namespace faltakt;
using casework::Attachment;

namespace {

Attachment sample()
{
    crypto::SystemRandom random;
    Attachment attachment;
    attachment.caption = "Brevet från hyresvärden";
    attachment.mediaType = Attachment::Jpeg;
    attachment.at = *base::parseInstant("2026-03-02T08:00:00Z");
    attachment.blob = {base::Hash{1, 2, 3}, 1'234'567, crypto::SecretBytes::makeRandom(random, 32)};
    attachment.about = base::RecordId();
    return attachment;
}

store::RecordView recordOf(base::json::Object fields, std::string kind = std::string(Attachment::Kind))
{
    store::RecordView record;
    record.kind = std::move(kind);
    record.fields = std::move(fields);
    return record;
}

} // namespace

TEST_CASE("an attachment comes back from its record as it was, and the schema takes it")
{
    const Attachment written = sample();
    const auto fields = casework::attachmentFields(written);
    changelog::Change change;
    change.sets.push_back({base::RecordId(), std::string(Attachment::Kind), fields, {}});
    CHECK_FALSE(changelog::findSchemaFault(change, casework::recordSchemas()));
    const auto read = casework::readAttachment(recordOf(fields));
    REQUIRE(read);
    CHECK(read->caption == written.caption);
    CHECK(read->mediaType == written.mediaType);
    CHECK(read->at == written.at);
    CHECK(read->about == written.about);
    CHECK(read->blob.name == written.blob.name);
    CHECK(read->blob.size == written.blob.size);
    CHECK(read->blob.key == written.blob.key);
}

TEST_CASE("a record that leads to no blob is no attachment, whatever else it says")
{
    const auto whole = casework::attachmentFields(sample());
    CHECK_FALSE(casework::readAttachment(recordOf(whole, "note")));
    for (const char *field : {"blob", "size", "key"}) {
        CAPTURE(field);
        for (const base::json::Value &value : {base::json::Value(), base::json::Value("AA"), base::json::Value(0)}) {
            auto fields = whole;
            fields.set(field, value);
            CHECK_FALSE(casework::readAttachment(recordOf(fields)));
        }
    }
}

TEST_CASE("nobody is shown the key of an attachment or where it lies")
{
    const auto fields = casework::attachmentFields(sample());
    const casework::ValueContext context{{}, base::Language::Swedish, {}};
    CHECK(casework::valueText("attachment", "key", *fields.find("key"), context) == "Visas inte");
    CHECK(casework::valueText("attachment", "blob", *fields.find("blob"), context) == "Visas inte");
    CHECK(casework::valueText("attachment", "size", *fields.find("size"), context) == "1,2 MB");
    const auto line = casework::timelineText(recordOf(fields), base::Language::Swedish);
    CHECK(line.title == "Foto eller papper");
    CHECK(line.text == "Brevet från hyresvärden");
}
