#include "sync/server/ops/certificate_authority.h"

#include "core/base/bytes.h"
#include "core/crypto/hash.h"

#include <arpa/inet.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using crypto::SecretBytes;

namespace {

template <auto Function>
struct FreeWith {
    template <typename T>
    void operator()(T *pointer) const
    {
        Function(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, FreeWith<X509_free>>;
using Bio = std::unique_ptr<BIO, FreeWith<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, FreeWith<X509_EXTENSION_free>>;

constexpr std::int64_t Day = 24 * 3600;
constexpr std::int64_t RootLife = 20 * 365 * Day;
// Renewed by hand with `init`'s root; long, because devices check the root and not the date of a public register.
constexpr std::int64_t ServerLife = 5 * 365 * Day;
// Clocks of devices may be a little behind the server's.
constexpr std::int64_t BackDated = Day;

std::string bioText(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string(data, std::size_t(size)) : std::string();
}

Result<CertifiedKey> toPem(EVP_PKEY *key, X509 *certificate)
{
    const Bio keyBio(BIO_new(BIO_s_secmem() ? BIO_s_secmem() : BIO_s_mem()));
    const Bio certificateBio(BIO_new(BIO_s_mem()));
    if (!keyBio || !certificateBio
        || PEM_write_bio_PKCS8PrivateKey(keyBio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1
        || PEM_write_bio_X509(certificateBio.get(), certificate) != 1)
        return fail(ErrorCode::Internal, "certificate cannot be written");
    std::string keyText = bioText(keyBio.get());
    return CertifiedKey{SecretBytes::takeFrom(keyText), bioText(certificateBio.get())};
}

Result<Certificate> readCertificate(const std::string &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.data(), int(pem.size())));
    Certificate certificate(bio ? PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!certificate)
        return fail(ErrorCode::Damaged, "certificate");
    return certificate;
}

Result<Key> readKey(const SecretBytes &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.view().data(), int(pem.size())));
    Key key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!key)
        return fail(ErrorCode::Damaged, "private key of a certificate");
    return key;
}

bool addExtension(X509 *certificate, X509 *issuer, int id, const std::string &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, id, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

struct Plan {
    std::string subject;
    std::int64_t life;
    EVP_PKEY *key;
    X509 *issuer; ///< nullptr: signs itself.
};

/// A certificate with everything but its extensions and its signature.
Result<Certificate> draft(const Plan &plan, base::Instant now, base::Random &random)
{
    Certificate certificate(X509_new());
    std::array<std::uint8_t, 16> serial{};
    random.fill(serial);
    serial[0] = std::uint8_t((serial[0] & 0x7f) | 0x40); // Positive and of full length.
    const std::unique_ptr<BIGNUM, FreeWith<BN_free>> number(BN_bin2bn(serial.data(), int(serial.size()), nullptr));
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    bool good = certificate && number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate.get()))
                && X509_set_version(certificate.get(), X509_VERSION_3) == 1
                && ASN1_TIME_set(X509_getm_notBefore(certificate.get()), seconds - BackDated)
                && ASN1_TIME_set(X509_getm_notAfter(certificate.get()), seconds + plan.life)
                && X509_set_pubkey(certificate.get(), plan.key) == 1;
    X509_NAME *subject = good ? X509_get_subject_name(certificate.get()) : nullptr;
    good = subject
           && X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                         reinterpret_cast<const unsigned char *>(plan.subject.data()),
                                         int(plan.subject.size()), -1, 0)
                  == 1
           && X509_set_issuer_name(certificate.get(), plan.issuer ? X509_get_subject_name(plan.issuer) : subject) == 1;
    if (!good)
        return fail(ErrorCode::InvalidInput, "certificate name");
    return certificate;
}

bool isIpAddress(const std::string &text)
{
    std::array<unsigned char, sizeof(in6_addr)> buffer{};
    return inet_pton(AF_INET, text.c_str(), buffer.data()) == 1
           || inet_pton(AF_INET6, text.c_str(), buffer.data()) == 1;
}

/// "DNS:a,IP:b"; InvalidInput on a name with characters that the list would take for its own.
Result<std::string> alternativeNames(const std::vector<std::string> &addresses)
{
    std::string names;
    for (const std::string &address : addresses) {
        const bool plain =
            !address.empty() && address.size() <= 253
            && address.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:*")
                   == std::string::npos;
        const bool isIp = isIpAddress(address);
        if (!plain || (!isIp && address.find(':') != std::string::npos))
            return fail(ErrorCode::InvalidInput, "an address is neither a host name nor an IP address");
        names += std::string(names.empty() ? "" : ",") + (isIp ? "IP:" : "DNS:") + address;
    }
    return names;
}

} // namespace

Result<CertifiedKey> makeRoot(const std::string &name, base::Instant now, base::Random &random)
{
    const Key key(EVP_EC_gen("P-256"));
    if (!key)
        return fail(ErrorCode::Internal, "no key could be made");
    const std::string subject = name.substr(0, 48) + " root";
    TRY(const Certificate certificate, draft({subject, RootLife, key.get(), nullptr}, now, random));
    X509 *raw = certificate.get();
    const bool signedWell = addExtension(raw, raw, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
                            && addExtension(raw, raw, NID_key_usage, "critical,keyCertSign,cRLSign")
                            && addExtension(raw, raw, NID_subject_key_identifier, "hash")
                            && X509_sign(raw, key.get(), EVP_sha256()) > 0;
    if (!signedWell)
        return fail(ErrorCode::Internal, "the root could not be signed");
    return toPem(key.get(), raw);
}

Result<CertifiedKey> makeServerCertificate(const CertifiedKey &root, const std::vector<std::string> &addresses,
                                           base::Instant now, base::Random &random)
{
    TRY(const std::string names, alternativeNames(addresses));
    TRY(const Certificate rootCertificate, readCertificate(root.certificate));
    TRY(const Key rootKey, readKey(root.privateKey));
    const Key key(EVP_EC_gen("P-256"));
    if (!key || addresses.empty())
        return fail(ErrorCode::InvalidInput, "no address");
    TRY(const Certificate certificate,
        draft({addresses.front().substr(0, 64), ServerLife, key.get(), rootCertificate.get()}, now, random));
    X509 *raw = certificate.get();
    const bool signedWell = addExtension(raw, rootCertificate.get(), NID_basic_constraints, "critical,CA:FALSE")
                            && addExtension(raw, rootCertificate.get(), NID_key_usage, "critical,digitalSignature")
                            && addExtension(raw, rootCertificate.get(), NID_ext_key_usage, "serverAuth")
                            && addExtension(raw, rootCertificate.get(), NID_subject_alt_name, names)
                            && addExtension(raw, rootCertificate.get(), NID_authority_key_identifier, "keyid:always")
                            && X509_sign(raw, rootKey.get(), EVP_sha256()) > 0;
    if (!signedWell)
        return fail(ErrorCode::Internal, "the server certificate could not be signed");
    return toPem(key.get(), raw);
}

Result<base::Hash> certificateFingerprint(const std::string &certificatePem)
{
    TRY(const Certificate certificate, readCertificate(certificatePem));
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate.get(), &der);
    if (size <= 0)
        return fail(ErrorCode::Damaged, "certificate");
    const base::Hash fingerprint = crypto::sha256(base::ByteView(der, std::size_t(size)));
    OPENSSL_free(der);
    return fingerprint;
}

} // namespace faltakt::server
