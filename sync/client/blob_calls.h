#pragma once

#include "core/crypto/signing_key.h"
#include "core/store/case_store.h"
#include "sync/blobs/blob_line.h"
#include "sync/client/transport.h"

#include <memory>

namespace faltakt::client {

/// Calls about blobs as HTTPS requests, with an access token that is fetched where there is none or where it has ended. Errors of
/// the line: Unreachable where the server could not be reached or asked for patience, Refused where it does not take the
/// device. In the thread of the sender; borrows all that it is given. Dropping it gives up.
class BlobCalls final : public blobs::BlobLine {
public:
    BlobCalls(const store::Owner &owner, const crypto::SigningKey &deviceKey, RequestSender &sender,
              base::Random &random)
        : m_owner(owner), m_deviceKey(&deviceKey), m_sender(&sender), m_random(&random)
    {
    }
    ~BlobCalls() override { giveUp(); }
    BlobCalls(const BlobCalls &) = delete;
    BlobCalls &operator=(const BlobCalls &) = delete;

    void call(blobs::BlobCall call, Answered answered, Broken broken) override;
    void giveUp() override;

private:
    /// The call under way; where it is gone, what comes in late is passed over.
    struct UnderWay {
        Request request;
        Answered answered;
        Broken broken;
        bool hasFreshToken = false;
    };
    void send();
    void renewToken();
    void takeAnswer(base::Result<Answer> answer);
    void takeToken(base::Result<Answer> answer);
    void post(Request request, void (BlobCalls::*take)(base::Result<Answer>));
    void breakOff(const base::Error &error);

    store::Owner m_owner;
    const crypto::SigningKey *m_deviceKey;
    RequestSender *m_sender;
    base::Random *m_random;
    std::string m_token;
    std::shared_ptr<UnderWay> m_underWay; ///< Shared with nobody; late answers hold on to it weakly.
    RequestNumber m_request = 0;          ///< The last one that was sent.
};

} // namespace faltakt::client
