// Photos and papers in a person's file: put in, list, take out.
#include "core/casework/attachment.h"
#include "platform/image/qt_photo_cleaner.h"
#include "sync/cli/commands.h"
#include "sync/cli/device_sync.h"
#include "sync/cli/store_session.h"

namespace faltakt::cli {

namespace json = base::json;
using base::CaseId;
using base::RecordId;
using blobs::AttachmentState;
using casework::Attachment;

namespace {

std::string_view stateName(AttachmentState state)
{
    switch (state) {
    case AttachmentState::Waiting: return "waiting";
    case AttachmentState::Here: return "here";
    case AttachmentState::Ordered: return "ordered";
    case AttachmentState::Elsewhere: break;
    }
    return "elsewhere";
}

CommandExpected<platform::CleanPhoto> readPhoto(const std::string &path)
{
    crypto::SystemFileSteps files;
    const auto file = files.read(path, platform::PhotoCleaner::MaxFileBytes);
    if (!file && file.error().code() == base::ErrorCode::NotFound)
        return refuse("There is no file of that name. Nothing was attached.");
    if (!file && file.error().code() == base::ErrorCode::TooLarge)
        return refuse("The file is too large for a photo. Nothing was attached.");
    TRY_COMMAND(const base::Bytes bytes, file);
    auto photo = platform::QtPhotoCleaner().clean(bytes);
    if (photo)
        return std::move(*photo);
    switch (photo.error().code()) {
    case base::ErrorCode::Unsupported:
        return refuse("Only photos can be attached, as JPEG or PNG. Take a photo of the paper. Nothing was attached.");
    case base::ErrorCode::TooLarge: return refuse("The photo has too many points. Nothing was attached.");
    default: return refuse("The photo cannot be read: it is cut or broken. Nothing was attached.");
    }
}

/// What a person may want to know of an attachment; never what opens it.
json::Object attachmentJson(const store::RecordView &record, const Attachment &attachment, std::string_view state,
                            const std::string &fault)
{
    return {{"record", record.id.toString()},
            {"caption", attachment.caption},
            {"mediaType", attachment.mediaType},
            {"at", base::formatInstant(attachment.at)},
            {"size", attachment.blob.size},
            {"state", state},
            {"fault", fault}};
}

CommandExpected<Attachment> findAttachment(store::CaseStore &cases, RecordId record, CaseId &caseId)
{
    TRY_COMMAND(const auto view, cases.record(record));
    auto attachment = view && !view->deleted ? casework::readAttachment(*view) : std::nullopt;
    if (!attachment)
        return refuse("This device holds no attachment with that id.");
    caseId = view->caseId;
    return std::move(*attachment);
}

/// Fetches what was ordered, after the changes, which go first; in words where it does not come.
CommandResult fetchOrdered(CommandContext &context, client::FieldStore &fieldStore, RecordId record)
{
    DeviceSync work(context, fieldStore);
    TRY_COMMAND_VOID(work.sync({}));
    TRY_COMMAND_VOID(work.carryAttachments());
    TRY_COMMAND(const auto row, fieldStore.cases().blob(record));
    if (!row || row->fault.empty())
        return {};
    if (row->fault == blobs::BlobFault::Missing)
        return refuse("The server does not have it yet: the device that it was made on has not sent it.");
    if (row->fault == blobs::BlobFault::Refused)
        return refuse("The server refuses it: this worker has no right to the file any more.");
    return refuse("What came was not what was meant. Try again.");
}

} // namespace

CommandResult runAttach(CommandContext &context, const Invocation &invocation)
{
    TRY_COMMAND(const CaseId caseId, readId<CaseId>(invocation.argument(0), "case"));
    TRY_COMMAND(const platform::CleanPhoto photo, readPhoto(invocation.argument(1)));
    return withStore(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        TRY_COMMAND(const bool known, fieldStore.cases().hasCase(caseId));
        if (!known)
            return refuse("This device holds no case with that id.");
        TRY_COMMAND(auto blob, crypto::sealBlob(photo.jpeg, context.random));
        Attachment attachment;
        attachment.caption = invocation.value("caption");
        attachment.mediaType = Attachment::Jpeg;
        attachment.at = context.clock.now();
        attachment.blob = {blob.reference.name, blob.reference.size, blob.reference.key.clone()};
        const auto record = base::UuidMaker(context.clock, context.random).makeId<RecordId>();
        const store::Draft draft{
            caseId,
            {changelog::makeCreation(record, std::string(Attachment::Kind), casework::attachmentFields(attachment))},
            {}};
        TRY_COMMAND(const auto changes, fieldStore.attachments().add(draft, record, blob));
        TRY_COMMAND_VOID(context.output.write(json::Object{{"record", record.toString()},
                                                           {"change", changes.front().toString()},
                                                           {"size", blob.reference.size},
                                                           {"width", photo.width},
                                                           {"height", photo.height}}));
        return {};
    });
}

CommandResult runAttachments(CommandContext &context, const Invocation &invocation)
{
    TRY_COMMAND(const CaseId caseId, readId<CaseId>(invocation.argument(0), "case"));
    return withStoreForReading(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        store::CaseStore &cases = fieldStore.cases();
        TRY_COMMAND(const bool known, cases.hasCase(caseId));
        if (!known)
            return refuse("This device holds no case with that id.");
        TRY_COMMAND_VOID(cases.logAccess(caseId, "open", "assigned", {}));
        TRY_COMMAND(const auto records, cases.recordsOfKind(caseId, Attachment::Kind));
        for (const store::RecordView &record : records) {
            const auto attachment = casework::readAttachment(record);
            if (!attachment)
                continue;
            TRY_COMMAND(const auto state, fieldStore.attachments().stateOf(record.id));
            TRY_COMMAND(const auto row, cases.blob(record.id));
            TRY_COMMAND_VOID(context.output.write(
                attachmentJson(record, *attachment, stateName(state), row ? row->fault : std::string())));
        }
        return {};
    });
}

CommandResult runAttachmentFetch(CommandContext &context, const Invocation &invocation)
{
    TRY_COMMAND(const RecordId record, readId<RecordId>(invocation.argument(0), "attachment"));
    return withStoreForReading(context, invocation, [&](client::FieldStore &fieldStore) -> CommandResult {
        CaseId caseId;
        TRY_COMMAND(const Attachment attachment, findAttachment(fieldStore.cases(), record, caseId));
        auto content = fieldStore.blobs().open(attachment.blob);
        if (!content) {
            TRY_COMMAND_VOID(fieldStore.attachments().order(caseId, record, attachment.blob));
            TRY_COMMAND_VOID(fetchOrdered(context, fieldStore, record));
            content = fieldStore.blobs().open(attachment.blob);
        }
        TRY_COMMAND(const base::Bytes sealed, content);
        // A colleague's device may have sealed anything: it goes out through the door by which photos come in.
        const auto photo = platform::QtPhotoCleaner().clean(sealed);
        if (!photo)
            return refuse("What lies under this attachment is no photo that can be shown. Nothing was written.");
        const base::Bytes &bytes = photo->jpeg;
        TRY_COMMAND_VOID(fieldStore.cases().logAccess(caseId, "export", "assigned", {}));
        crypto::SystemFileSteps files;
        const auto written = files.writeNew(invocation.argument(1), bytes);
        if (!written && written.error().code() == base::ErrorCode::AlreadyExists)
            return refuse("There is a file of that name already; it was left as it is.");
        TRY_COMMAND_VOID(written);
        TRY_COMMAND_VOID(
            context.output.write(json::Object{{"record", record.toString()}, {"bytes", std::int64_t(bytes.size())}}));
        return {};
    });
}

} // namespace faltakt::cli
