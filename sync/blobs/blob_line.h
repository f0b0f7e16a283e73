#pragma once

#include "core/base/result.h"

#include <functional>
#include <string>

namespace faltakt::blobs {

/// One call about a blob as it travels (sync/protocol/blob.h).
struct BlobCall {
    enum class Kind { Announce, Bring, Fetch };
    Kind kind = Kind::Announce;
    std::string query; ///< Of Bring and Fetch.
    std::string body;  ///< An announcement, or a chunk.
};

/// How calls about blobs reach the server. The seam between a transfer and whatever carries it: the client's HTTP, or the
/// simulation's network.
class BlobLine {
public:
    /// What the server says: the body of its answer, or why it does not take this call.
    using Answered = std::function<void(base::Result<std::string> body)>;
    /// No answer came, or one that holds for any call: nothing more can be carried for now.
    using Broken = std::function<void(const base::Error &error)>;

    virtual ~BlobLine() = default;
    /// One of the two is called, once; Answered never from within call(). One call at a time.
    virtual void call(BlobCall call, Answered answered, Broken broken) = 0;
    /// Gives up what is under way: nothing is called any more.
    virtual void giveUp() = 0;
};

} // namespace faltakt::blobs
