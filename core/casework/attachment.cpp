#include "core/casework/attachment.h"

namespace faltakt::casework {

namespace json = base::json;

json::Object attachmentFields(const Attachment &attachment)
{
    json::Object fields{{"mediaType", attachment.mediaType},
                        {"at", base::formatInstant(attachment.at)},
                        {"blob", base::toBase64Url(attachment.blob.name)},
                        {"size", attachment.blob.size},
                        {"key", base::toBase64Url(attachment.blob.key.view())}};
    if (!attachment.caption.empty())
        fields.append("caption", attachment.caption);
    if (attachment.about)
        fields.append("about", attachment.about->toString());
    return fields;
}

std::optional<Attachment> readAttachment(const store::RecordView &record)
{
    if (record.kind != Attachment::Kind)
        return std::nullopt;
    const auto name = base::hashFromBase64Url(record.text("blob"));
    auto key = base::fromBase64Url(record.text("key"));
    Attachment attachment;
    attachment.blob.size = record.integer("size");
    if (!name || !key || key->size() != crypto::AeadKeySize || !crypto::BlobForm::isSize(attachment.blob.size))
        return std::nullopt;
    attachment.blob.name = *name;
    attachment.blob.key = crypto::SecretBytes::copyOf(*key);
    crypto::wipeMemory(*key);
    attachment.caption = record.text("caption");
    attachment.mediaType = record.text("mediaType");
    attachment.at = record.instant("at").value_or(base::Instant());
    if (const auto about = base::RecordId::parse(record.text("about")))
        attachment.about = *about;
    return attachment;
}

} // namespace faltakt::casework
