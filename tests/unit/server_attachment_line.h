#pragma once

#include "core/casework/attachment.h"
#include "tests/unit/server_world.h"

namespace faltakt::server::testing {

/// A change that makes a record which names these bytes.
inline ChangeLine attachmentLine(TestDevice &by, CaseId caseId, RecordId record, const base::Hash &name,
                                 std::int64_t size)
{
    casework::Attachment attachment;
    attachment.mediaType = casework::Attachment::Jpeg;
    attachment.at = Start;
    attachment.blob = {name, size, crypto::SecretBytes::copyOf(base::Bytes(crypto::AeadKeySize, 7))};
    return by.change(caseId, record, "attachment", casework::attachmentFields(attachment));
}

} // namespace faltakt::server::testing
