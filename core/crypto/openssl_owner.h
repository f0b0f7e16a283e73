#pragma once

#include <openssl/err.h>

/// Private to core/crypto: how what OpenSSL makes is owned.
namespace faltakt::crypto {

/// Gives back what the library made, by the library's own function: std::unique_ptr<BIO, Freed<BIO_free_all>>.
template <auto function>
struct Freed {
    template <typename T>
    void operator()(T *pointer) const noexcept
    {
        function(pointer);
    }
};

/// The library keeps a queue of errors for each thread; what we answer ourselves must not stay in it.
struct ErrorQueueGuard {
    ErrorQueueGuard() = default;
    ErrorQueueGuard(const ErrorQueueGuard &) = delete;
    ErrorQueueGuard &operator=(const ErrorQueueGuard &) = delete;
    ~ErrorQueueGuard() { ERR_clear_error(); }
};

} // namespace faltakt::crypto
