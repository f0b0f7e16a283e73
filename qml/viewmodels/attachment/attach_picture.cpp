#include "qml/viewmodels/attachment/attach_picture.h"

#include "core/changelog/record_state.h"

namespace faltakt::viewmodels {

base::Result<std::vector<base::ChangeId>> attachPicture(OpenStore &store, const platform::PhotoCleaner &cleaner,
                                                        base::ByteView picture, std::string caption,
                                                        base::CaseId caseId, std::optional<base::RecordId> about)
{
    TRY(const platform::CleanPhoto photo, cleaner.clean(picture));
    TRY(const auto blob, crypto::sealBlob(photo.jpeg, store.random));
    casework::Attachment attachment;
    attachment.caption = std::move(caption);
    attachment.mediaType = casework::Attachment::Jpeg;
    attachment.at = store.clock.now();
    attachment.about = about;
    attachment.blob = {blob.reference.name, blob.reference.size, blob.reference.key.clone()};
    const auto record = store.ids.makeId<base::RecordId>();
    const store::Draft draft{caseId,
                             {changelog::makeCreation(record, std::string(casework::Attachment::Kind),
                                                      casework::attachmentFields(attachment))},
                             {}};
    return store.field.attachments().add(draft, record, blob);
}

} // namespace faltakt::viewmodels
